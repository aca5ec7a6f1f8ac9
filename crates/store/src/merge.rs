//! Stories that were taken into another, and where their addresses lead.

use news::{StoryId, Time};

use crate::conn::{args, sql};
use crate::{Conn, Result};

/// Notes that a story was taken into another. What had been taken into it before leads there, too, so that one step always
/// ends the walk.
pub fn put(c: &mut dyn Conn, story: StoryId, into: StoryId, now: Time) -> Result<()> {
    c.execute(sql!("merge/put"), args![story, into, now])?;
    c.execute(sql!("merge/lead_on"), args![story, into])?;
    Ok(())
}

/// The story that a story was taken into; itself when it was not.
pub fn into(c: &mut dyn Conn, story: StoryId) -> Result<StoryId> {
    Ok(c.first(sql!("merge/into"), args![story], |row| row.get("into_id"))?.unwrap_or(story))
}
