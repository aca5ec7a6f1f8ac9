//! What the writing thread and the pool of readers need of a driver's connection, beside the statements of [`Conn`].

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::Result;
use crate::conn::Conn;
use crate::migrate::Set;
use crate::postgres::{Address, Postgres};
use crate::sqlite::Sqlite;

/// A connection that the store itself brackets with transactions.
pub(crate) trait Session: Conn + Send {
    /// Begins a transaction that writes; whoever else writes, in this process or another, waits until it ends. `synced`:
    /// its commit waits for the disk.
    fn begin_write(&mut self, synced: bool) -> Result<()>;

    /// Begins a transaction that sees one moment and cannot write.
    fn begin_read(&mut self) -> Result<()>;

    /// Ends the transaction; what it wrote is on disk when this returns, if it was begun so.
    fn commit(&mut self) -> Result<()>;

    /// Ends a transaction that only read; whether the connection can be used again.
    fn end_read(&mut self) -> bool {
        self.commit().is_ok()
    }

    /// Runs statements without arguments.
    fn batch(&mut self, sql: &str) -> Result<()>;

    /// Runs the statements of a migration, which may take their time.
    fn migrate(&mut self, sql: &str) -> Result<()> {
        self.batch(sql)
    }

    /// Whether the transaction that was begun still stands. A full disk makes SQLite roll back the whole of it by itself;
    /// a lost connection ends it on PostgreSQL.
    fn in_transaction(&self) -> bool;

    /// Whether nothing more can come of this connection.
    fn is_broken(&self) -> bool;

    /// Whether a change was appended since this was asked last.
    fn take_changed(&mut self) -> bool;

    /// What stands for the marks of a migration's text: (mark, words of this database).
    fn words(&self) -> &'static [(&'static str, &'static str)];

    /// The database in an error sentence: a path, or host and name.
    fn label(&self) -> &Path;
}

/// Where a database is, and how to connect to it.
#[derive(Clone)]
pub(crate) enum Place {
    /// A file.
    Sqlite(PathBuf),
    /// A schema of a PostgreSQL database.
    Postgres(Arc<Address>),
}

impl Place {
    /// A connection that may write tables of `set`.
    pub(crate) fn writer(&self, set: &Set) -> Result<Box<dyn Session>> {
        Ok(match self {
            Self::Sqlite(path) => Box::new(Sqlite::open(path)?),
            Self::Postgres(address) => Box::new(Postgres::connect(address, set.lock)?),
        })
    }

    /// A connection that reads.
    pub(crate) fn reader(&self) -> Result<Box<dyn Session>> {
        Ok(match self {
            Self::Sqlite(path) => Box::new(Sqlite::open_reader(path)?),
            Self::Postgres(address) => Box::new(Postgres::connect(address, "")?),
        })
    }

    /// How many may read at once. A file takes any number; a server has few connections for all its clients.
    pub(crate) fn most_readers(&self) -> usize {
        match self {
            Self::Sqlite(_) => usize::MAX,
            Self::Postgres(_) => 12,
        }
    }

    /// The database in an error sentence.
    pub(crate) fn label(&self) -> &Path {
        match self {
            Self::Sqlite(path) => path,
            Self::Postgres(address) => address.label(),
        }
    }
}
