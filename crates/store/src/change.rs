//! The append-only log of published changes.

use news::{StoryId, Time};

use crate::conn::{args, sql};
use crate::{Conn, Result};

/// A change that readers can see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Rising.
    pub n: i64,
    /// When.
    pub at: Time,
    /// Of which story.
    pub story: StoryId,
    /// `publish`, `update`, `correct`, `hold`, `kill`; of what is no story’s, `redirect`, `house`, `piece`, `piece-withdrawn`.
    pub what: String,
}

/// Appends one; returns its number. The listeners of [`crate::Store::on_change`] are called once it is committed.
pub fn add(c: &mut dyn Conn, story: StoryId, what: &str, now: Time) -> Result<i64> {
    c.note_change();
    c.one(sql!("change/add"), args![now, story, what], |row| row.get("n"))
}

/// Those after number `n`, oldest first. Writers take turns until their commit can be seen, so a number is never seen before a
/// lower one: asking from the last number that was seen misses none. Numbers may have gaps that stay.
pub fn after(c: &mut dyn Conn, n: i64, limit: usize) -> Result<Vec<Change>> {
    c.all(sql!("change/after"), args![n, limit], |row| {
        Ok(Change { n: row.get("n")?, at: row.get("at")?, story: row.get("story_id")?, what: row.get("what")? })
    })
}

/// The number of the last one, 0 when there is none.
pub fn last(c: &mut dyn Conn) -> Result<i64> {
    c.one(sql!("change/last"), args![], |row| row.get("n"))
}
