//! Oddities of what came in, for the sources page.

use news::{Hash, SourceId, Time};

use crate::conn::{args, sql};
use crate::key::key;
use crate::{Conn, Result};

/// An oddity as kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// When.
    pub at: Time,
    /// The sentence for people.
    pub what: String,
    /// Its bytes in the blob store.
    pub blob: Option<Hash>,
}

/// Keeps one, a very long sentence by its beginning; the same sentence for the same source within a day is kept once.
pub fn add(c: &mut dyn Conn, source: SourceId, kept: &Kept) -> Result<()> {
    let (day_ago, what) = (kept.at.plus_ms(-Time::DAY_MS), key(&kept.what));
    if c.first(sql!("oddity/same"), args![source, &*what, day_ago], |_| Ok(()))?.is_none() {
        c.execute(sql!("oddity/insert"), args![source, kept.at, what, kept.blob])?;
    }
    Ok(())
}

/// The newest of a source.
pub fn of_source(c: &mut dyn Conn, source: SourceId, limit: usize) -> Result<Vec<Kept>> {
    c.all(sql!("oddity/of_source"), args![source, limit], |row| {
        Ok(Kept { at: row.get("at")?, what: row.get("what")?, blob: row.get("blob")? })
    })
}
