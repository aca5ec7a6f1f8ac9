//! Oddities of what came in, for the sources page.

use news::{Hash, SourceId, Time};

use crate::conn::{Row, args, sql};
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

/// One of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its id.
    pub id: i64,
    /// What was kept.
    pub kept: Kept,
}

/// Keeps one, a very long sentence by its beginning; the same sentence for the same source within a day is kept once.
pub fn add(c: &mut dyn Conn, source: SourceId, kept: &Kept) -> Result<()> {
    let (day_ago, what) = (kept.at.plus_ms(-Time::DAY_MS), key(&kept.what));
    if c.first(sql!("oddity/same"), args![source, &*what, day_ago], |_| Ok(()))?.is_none() {
        c.execute(sql!("oddity/insert"), args![source, kept.at, what, kept.blob])?;
    }
    Ok(())
}

/// How many came of a source since then, among its newest `most`.
pub fn count_since(c: &mut dyn Conn, source: SourceId, since: Time, most: usize) -> Result<u64> {
    c.one(sql!("oddity/count_since"), args![source, since, most], |row| row.get("oddities"))
}

/// The newest of a source.
pub fn of_source(c: &mut dyn Conn, source: SourceId, limit: usize) -> Result<Vec<Kept>> {
    c.all(sql!("oddity/of_source"), args![source, limit], read)
}

/// The newest of a source, with their ids.
pub fn listed(c: &mut dyn Conn, source: SourceId, limit: usize) -> Result<Vec<Listed>> {
    c.all(sql!("oddity/of_source"), args![source, limit], |row| Ok(Listed { id: row.get("id")?, kept: read(row)? }))
}

/// One by id; none of another source.
pub fn by_id(c: &mut dyn Conn, source: SourceId, id: i64) -> Result<Option<Kept>> {
    c.first(sql!("oddity/by_id"), args![id, source], read)
}

fn read(row: &Row<'_>) -> Result<Kept> {
    Ok(Kept { at: row.get("at")?, what: row.get("what")?, blob: row.get("blob")? })
}
