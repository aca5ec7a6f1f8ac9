//! Views, counted by story and hour; no cookie, no address.
use crate::{Conn, Result};
use news::{StoryId, Time};
/// Adds views: story, any moment of the hour, how many.
pub fn add(c: &mut dyn Conn, views: &[(StoryId, Time, u64)]) -> Result<()> { let _ = (c, views); unimplemented!() }
/// Views by story and hour since `since`: (story, start of the hour, views), published stories only.
pub fn since(c: &mut dyn Conn, since: Time) -> Result<Vec<(StoryId, Time, u64)>> { let _ = (c, since); unimplemented!() }
