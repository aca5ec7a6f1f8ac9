//! Statements that fail when a test wants them to.

use std::sync::Arc;

use crate::arg::Arg;
use crate::conn::Conn;
use crate::row::Row;
use crate::{Result, Store};

/// Asked before each statement with its SQL text; its error becomes the statement's.
pub type Fault = Arc<dyn Fn(&'static str) -> Result<()> + Send + Sync>;

impl Store {
    /// For tests: asks `fault` before every statement of reads, writes and blobs made through this store and its clones
    /// from now on. Stores cloned before are as they were.
    #[must_use]
    pub fn with_fault(self, fault: Fault) -> Store {
        Store { fault: Some(fault), ..self }
    }

    /// Asks on behalf of something that is no statement.
    pub(crate) fn ask(&self, sql: &'static str) -> Result<()> {
        self.fault.as_ref().map_or(Ok(()), |fault| fault(sql))
    }
}

/// A connection whose statements are asked about first.
pub(crate) struct Asked<'a> {
    pub(crate) inner: &'a mut dyn Conn,
    pub(crate) fault: Fault,
}

/// Runs `work` on `c`, behind the fault when there is one.
pub(crate) fn behind<T>(
    fault: Option<Fault>,
    c: &mut dyn Conn,
    work: impl FnOnce(&mut dyn Conn) -> Result<T>,
) -> Result<T> {
    match fault {
        None => work(c),
        Some(fault) => work(&mut Asked { inner: c, fault }),
    }
}

impl Conn for Asked<'_> {
    fn execute(&mut self, sql: &'static str, args: &[Arg<'_>]) -> Result<u64> {
        (self.fault)(sql)?;
        self.inner.execute(sql, args)
    }

    fn visit(
        &mut self,
        sql: &'static str,
        args: &[Arg<'_>],
        visit: &mut dyn FnMut(&Row<'_>) -> Result<()>,
    ) -> Result<()> {
        (self.fault)(sql)?;
        self.inner.visit(sql, args, visit)
    }

    fn note_change(&mut self) {
        self.inner.note_change();
    }
}
