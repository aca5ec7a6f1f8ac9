//! What a store function sees of a database: SQL text of a file, typed arguments, rows by column name.

pub use crate::arg::Arg;
pub use crate::error::{Error, Result};
pub use crate::open::Store;
pub use crate::row::{Row, Value};

/// A connection inside a transaction. Both databases take the same SQL text with `?1 ?2` markers.
///
/// Object-safe, so that store functions are compiled once; rows come one at a time, so that nothing is collected twice.
pub trait Conn {
    /// Runs a statement that answers with no rows; returns how many rows it changed.
    fn execute(&mut self, sql: &'static str, args: &[Arg<'_>]) -> Result<u64>;

    /// Runs a statement and hands each of its rows to `visit`; stops at the first error.
    fn visit(
        &mut self,
        sql: &'static str,
        args: &[Arg<'_>],
        visit: &mut dyn FnMut(&Row<'_>) -> Result<()>,
    ) -> Result<()>;

    /// Says that this transaction appends to the log of changes, so that listeners are called once it is committed.
    fn note_change(&mut self);
}

impl dyn Conn + '_ {
    /// All rows.
    pub(crate) fn all<T>(
        &mut self,
        sql: &'static str,
        args: &[Arg<'_>],
        read: impl Fn(&Row<'_>) -> Result<T>,
    ) -> Result<Vec<T>> {
        let mut out = Vec::new();
        self.visit(sql, args, &mut |row| {
            out.push(read(row)?);
            Ok(())
        })?;
        Ok(out)
    }

    /// The first row, if there is one.
    pub(crate) fn first<T>(
        &mut self,
        sql: &'static str,
        args: &[Arg<'_>],
        read: impl Fn(&Row<'_>) -> Result<T>,
    ) -> Result<Option<T>> {
        Ok(self.all(sql, args, read)?.into_iter().next())
    }

    /// The row that the statement always answers with.
    pub(crate) fn one<T>(
        &mut self,
        sql: &'static str,
        args: &[Arg<'_>],
        read: impl Fn(&Row<'_>) -> Result<T>,
    ) -> Result<T> {
        self.first(sql, args, read)?
            .ok_or_else(|| Error::Database("a statement gave no row where it always gives one".into()))
    }
}

/// The SQL text of `sql/<noun>/<verb>.sql`.
macro_rules! sql {
    ($name:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/sql/", $name, ".sql"))
    };
}

/// Arguments for `?1 ?2 …`, in order.
macro_rules! args {
    ($($value:expr),* $(,)?) => {
        &[$($crate::arg::Arg::from($value)),*]
    };
}

pub(crate) use {args, sql};
