//! When a revision goes out by itself.

use news::{RevisionId, StoryId, Time};

use crate::conn::{args, sql};
use crate::{Conn, Result};

/// What was ordered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scheduled {
    /// Which story.
    pub story: StoryId,
    /// Its revision: another one does not go out by this order, not even one that differs in a caption only.
    pub revision: RevisionId,
    /// When.
    pub at: Time,
    /// In whose name.
    pub who: String,
    /// Why.
    pub reason: String,
}

/// Keeps it; a later order takes an earlier one's place.
pub fn put(c: &mut dyn Conn, new: &Scheduled) -> Result<()> {
    let Scheduled { story, revision, at, who, reason } = new;
    c.execute(sql!("schedule/put"), args![*story, *revision, *at, who, reason])?;
    Ok(())
}

/// A story's.
pub fn of_story(c: &mut dyn Conn, story: StoryId) -> Result<Option<Scheduled>> {
    c.first(sql!("schedule/of_story"), args![story], |row| {
        Ok(Scheduled {
            story: row.get("story_id")?,
            revision: row.get("revision_id")?,
            at: row.get("at")?,
            who: row.get("who")?,
            reason: row.get("reason")?,
        })
    })
}

/// It no longer holds.
pub fn drop(c: &mut dyn Conn, story: StoryId) -> Result<()> {
    c.execute(sql!("schedule/drop"), args![story])?;
    Ok(())
}
