//! Who works on a story.

use news::{StoryId, Time};

use crate::conn::{args, sql};
use crate::{Conn, Result};

/// Somebody takes a story on; it leaves whoever had it.
pub fn put(c: &mut dyn Conn, story: StoryId, who: &str, now: Time) -> Result<()> {
    c.execute(sql!("claim/put"), args![story, who, now])?;
    Ok(())
}

/// Nobody has it any more.
pub fn release(c: &mut dyn Conn, story: StoryId) -> Result<()> {
    c.execute(sql!("claim/release"), args![story])?;
    Ok(())
}

/// Who has it.
pub fn of_story(c: &mut dyn Conn, story: StoryId) -> Result<Option<String>> {
    c.first(sql!("claim/of_story"), args![story], |row| row.get("who"))
}
