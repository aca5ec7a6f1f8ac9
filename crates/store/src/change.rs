//! The append-only log of published changes.
use crate::{Conn, Result};
use news::{StoryId, Time};
/// A change that readers can see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change { /// rising
    pub n: i64, /// when
    pub at: Time, /// of which story
    pub story: StoryId, /// `publish`, `update`, `correct`, `hold`, `kill`
    pub what: String }
/// Appends one.
pub fn add(c: &mut dyn Conn, story: StoryId, what: &str, now: Time) -> Result<i64> { let _ = (c, story, what, now); unimplemented!() }
/// Those after number `n`, oldest first.
pub fn after(c: &mut dyn Conn, n: i64, limit: usize) -> Result<Vec<Change>> { let _ = (c, n, limit); unimplemented!() }
/// The number of the last one, 0 when there is none.
pub fn last(c: &mut dyn Conn) -> Result<i64> { let _ = c; unimplemented!() }
