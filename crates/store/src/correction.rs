//! Corrections, in the open.

use news::{StoryId, Time};

use crate::conn::{Row, args, sql};
use crate::{Conn, Result};

/// A correction as readers see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// Of which story.
    pub story: StoryId,
    /// When.
    pub at: Time,
    /// What was wrong and what is right.
    pub note: String,
    /// Who says so.
    pub who: String,
}

/// Adds one.
pub fn add(c: &mut dyn Conn, correction: &Correction) -> Result<()> {
    let Correction { story, at, note, who } = correction;
    c.execute(sql!("correction/add"), args![*story, *at, note, who])?;
    Ok(())
}

/// Of a story, newest first.
pub fn of_story(c: &mut dyn Conn, story: StoryId) -> Result<Vec<Correction>> {
    c.all(sql!("correction/of_story"), args![story], read)
}

/// The newest of all published stories.
pub fn recent(c: &mut dyn Conn, limit: usize) -> Result<Vec<Correction>> {
    c.all(sql!("correction/recent"), args![limit], read)
}

fn read(row: &Row<'_>) -> Result<Correction> {
    Ok(Correction { story: row.get("story_id")?, at: row.get("at")?, note: row.get("note")?, who: row.get("who")? })
}
