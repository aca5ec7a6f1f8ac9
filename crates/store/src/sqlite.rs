//! SQLite behind [`Session`]: how a connection is set up, how values travel, what its errors mean.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use rusqlite::config::DbConfig;
use rusqlite::types::{ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Connection, ErrorCode, params_from_iter};

use crate::arg::Arg;
use crate::conn::{Conn, sql};
use crate::row::{Columns, Row, Value};
use crate::session::Session;
use crate::{Error, Result};

/// How long a statement waits for another program's lock before it gives up.
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);
/// Statements kept ready per connection: more than there are files in `sql/`.
const CACHED_STATEMENTS: usize = 256;

/// One SQLite connection.
pub(crate) struct Sqlite {
    conn: Connection,
    path: PathBuf,
    changed: bool,
    /// A commit waits for the disk, as `PRAGMA synchronous` stands.
    synced: bool,
    /// Names of the columns that a statement answers with, by where its text stands in the binary: asked of SQLite once.
    names: HashMap<(usize, usize), Arc<[String]>>,
}

impl Sqlite {
    /// Opens for writing, and makes the file if there is none. WAL and FULL: a commit that returned survives a power cut.
    pub(crate) fn open(path: &Path) -> Result<Self> {
        Self::with_pragmas(
            path,
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 67108864;",
        )
    }

    /// Opens for reading; a write on it is an error.
    pub(crate) fn open_reader(path: &Path) -> Result<Self> {
        Self::with_pragmas(path, "PRAGMA query_only = ON;")
    }

    /// Copies the database at `from`, as it is at one moment, into the new file `to`. Others may write meanwhile.
    pub(crate) fn copy(from: &Path, to: &Path) -> Result<()> {
        let c = Self::with_pragmas(from, "")?;
        let copied = c.conn.execute(sql!("backup/copy"), [to.to_string_lossy()]);
        copied.map(drop).map_err(|e| explain(&e, to))
    }

    fn with_pragmas(path: &Path, pragmas: &str) -> Result<Self> {
        let set_up = || {
            let conn = Connection::open(path)?;
            conn.busy_timeout(BUSY_TIMEOUT)?;
            conn.set_prepared_statement_cache_capacity(CACHED_STATEMENTS);
            // A plan is made once for a statement, not anew for the values of each run.
            conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
            conn.execute_batch("PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA cache_size = -16000;")?;
            patiently(&conn, pragmas)?;
            Ok(conn)
        };
        let conn = set_up().map_err(|e| explain(&e, path))?;
        Ok(Self { conn, path: path.to_owned(), changed: false, synced: true, names: HashMap::new() })
    }
}

/// Sets a connection up. Where several turn a new file to WAL at once, SQLite waits for none of them and says that it is locked.
fn patiently(conn: &Connection, pragmas: &str) -> rusqlite::Result<()> {
    let until = Instant::now() + BUSY_TIMEOUT;
    loop {
        match conn.execute_batch(pragmas) {
            Err(e) if e.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) && Instant::now() < until => {
                std::thread::sleep(Duration::from_millis(5));
            }
            done => return done,
        }
    }
}

impl Session for Sqlite {
    fn begin_write(&mut self, synced: bool) -> Result<()> {
        if self.synced != synced {
            // In WAL mode NORMAL leaves out the sync of each commit and nothing else.
            self.batch(if synced { "PRAGMA synchronous = FULL" } else { "PRAGMA synchronous = NORMAL" })?;
            self.synced = synced;
        }
        self.batch("BEGIN IMMEDIATE")
    }

    fn begin_read(&mut self) -> Result<()> {
        self.batch("BEGIN")
    }

    fn commit(&mut self) -> Result<()> {
        self.batch("COMMIT")
    }

    fn batch(&mut self, sql: &str) -> Result<()> {
        self.conn.execute_batch(sql).map_err(|e| explain(&e, &self.path))
    }

    fn in_transaction(&self) -> bool {
        !self.conn.is_autocommit()
    }

    fn is_broken(&self) -> bool {
        false
    }

    fn take_changed(&mut self) -> bool {
        std::mem::take(&mut self.changed)
    }

    fn words(&self) -> &'static [(&'static str, &'static str)] {
        // AUTOINCREMENT: an id is never used again.
        &[("{{id}}", "INTEGER PRIMARY KEY AUTOINCREMENT"), ("{{bytes}}", "BLOB"), ("{{by_key}}", "WITHOUT ROWID")]
    }

    fn label(&self) -> &Path {
        &self.path
    }
}

impl Conn for Sqlite {
    fn execute(&mut self, sql: &'static str, args: &[Arg<'_>]) -> Result<u64> {
        let run = || self.conn.prepare_cached(sql)?.execute(params_from_iter(args));
        run().map(|n| n as u64).map_err(|e| explain(&e, &self.path))
    }

    fn visit(
        &mut self,
        sql: &'static str,
        args: &[Arg<'_>],
        visit: &mut dyn FnMut(&Row<'_>) -> Result<()>,
    ) -> Result<()> {
        let explained = |e: rusqlite::Error| explain(&e, &self.path);
        let mut statement = self.conn.prepare_cached(sql).map_err(explained)?;
        let place = (sql.as_ptr().addr(), sql.len());
        let asked = || statement.column_names().map(str::to_owned).collect();
        let names = self.names.entry(place).or_insert_with(asked).clone();
        let mut rows = statement.query(params_from_iter(args)).map_err(explained)?;
        while let Some(row) = rows.next().map_err(explained)? {
            visit(&Row(&Named { row, names: &names }))?;
        }
        Ok(())
    }

    fn note_change(&mut self) {
        self.changed = true;
    }
}

/// A row with the names of its columns.
struct Named<'a> {
    row: &'a rusqlite::Row<'a>,
    names: &'a [String],
}

impl Columns for Named<'_> {
    fn column(&self, name: &str) -> Result<Value> {
        let place = self.names.iter().position(|known| known == name);
        let Some(at) = place else { return Err(Error::Database(format!("there is no column `{name}`"))) };
        let value = self.row.get_ref(at).map_err(|e| Error::Database(format!("column `{name}`: {e}")))?;
        Ok(match value {
            ValueRef::Null => Value::Null,
            ValueRef::Integer(n) => Value::Int(n),
            ValueRef::Real(n) => Value::Real(n),
            ValueRef::Text(text) => Value::Text(
                // Whole texts at once; what others wrote into the file may be no UTF-8.
                String::from_utf8(text.to_vec()).unwrap_or_else(|e| String::from_utf8_lossy(e.as_bytes()).into_owned()),
            ),
            ValueRef::Blob(bytes) => Value::Bytes(bytes.to_vec()),
        })
    }

    fn names(&self) -> Vec<String> {
        self.names.to_vec()
    }
}

impl ToSql for Arg<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Int(n) => ValueRef::Integer(*n),
            Self::Real(n) => ValueRef::Real(*n),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

/// SQLite's error as a sentence that says what to do.
fn explain(error: &rusqlite::Error, path: &Path) -> Error {
    let path = path.to_owned();
    // The index of the log ahead could not grow: on a full disk that is met before anything is written.
    if error.sqlite_error().is_some_and(|e| e.extended_code == rusqlite::ffi::SQLITE_IOERR_SHMSIZE) {
        return Error::Full { path };
    }
    match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Error::Locked { path },
        Some(ErrorCode::DiskFull) => Error::Full { path },
        Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Error::ReadOnly { path },
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
            Error::Corrupt { path, detail: error.to_string() }
        }
        Some(ErrorCode::CannotOpen | ErrorCode::SystemIoFailure) => {
            Error::File { path, source: std::io::Error::other(error.to_string()) }
        }
        _ => Error::Database(format!("{}: {error}", path.display())),
    }
}
