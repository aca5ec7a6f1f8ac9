//! Corrections, in the open.

use news::{PieceId, StoryId, Time};

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

/// Whose text was put right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// A story's.
    Story(StoryId),
    /// A piece's.
    Piece(PieceId),
}

/// What readers were told of a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Of what.
    pub of: Of,
    /// When.
    pub at: Time,
    /// What was wrong and what is right.
    pub note: String,
    /// Who says so; empty where nobody wrote it down.
    pub who: String,
}

/// What readers were told last, of all stories and pieces that they can have.
pub fn told(c: &mut dyn Conn, now: Time, limit: usize) -> Result<Vec<Told>> {
    c.all(sql!("correction/told"), args![now, limit], |row| {
        let (story, piece): (StoryId, PieceId) = (row.get("story_id")?, row.get("piece_id")?);
        let of = if piece == PieceId(0) { Of::Story(story) } else { Of::Piece(piece) };
        Ok(Told { of, at: row.get("at")?, note: row.get("note")?, who: row.get("who")? })
    })
}

fn read(row: &Row<'_>) -> Result<Correction> {
    Ok(Correction { story: row.get("story_id")?, at: row.get("at")?, note: row.get("note")?, who: row.get("who")? })
}
