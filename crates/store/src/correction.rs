//! Corrections, in the open.
use crate::{Conn, Result};
use news::{StoryId, Time};
/// A correction as readers see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction { /// of which story
    pub story: StoryId, /// when
    pub at: Time, /// what was wrong and what is right
    pub note: String, /// who says so
    pub who: String }
/// Adds one.
pub fn add(c: &mut dyn Conn, correction: &Correction) -> Result<()> { let _ = (c, correction); unimplemented!() }
/// Of a story, newest first.
pub fn of_story(c: &mut dyn Conn, story: StoryId) -> Result<Vec<Correction>> { let _ = (c, story); unimplemented!() }
/// The newest of all published stories.
pub fn recent(c: &mut dyn Conn, limit: usize) -> Result<Vec<Correction>> { let _ = (c, limit); unimplemented!() }
