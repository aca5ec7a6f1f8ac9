//! Oddities of what came in, for the sources page.
use crate::{Conn, Result};
use news::{Hash, SourceId, Time};
/// An oddity as kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept { /// when
    pub at: Time, /// the sentence for people
    pub what: String, /// its bytes in the blob store
    pub blob: Option<Hash> }
/// Keeps one; the same sentence for the same source within a day is kept once.
pub fn add(c: &mut dyn Conn, source: SourceId, kept: &Kept) -> Result<()> { let _ = (c, source, kept); unimplemented!() }
/// The newest of a source.
pub fn of_source(c: &mut dyn Conn, source: SourceId, limit: usize) -> Result<Vec<Kept>> { let _ = (c, source, limit); unimplemented!() }
