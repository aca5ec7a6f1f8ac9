//! Views, counted by story and hour; no cookie, no address.

use news::{StoryId, Time};

use crate::conn::{args, sql};
use crate::{Conn, Result};

/// Adds views: story, any moment of the hour, how many.
pub fn add(c: &mut dyn Conn, views: &[(StoryId, Time, u64)]) -> Result<()> {
    for (story, at, views) in views {
        let hour = at.ms().div_euclid(Time::HOUR_MS).saturating_mul(Time::HOUR_MS);
        c.execute(sql!("view/add"), args![*story, hour, *views])?;
    }
    Ok(())
}

/// Views by story and hour since `since`: (story, start of the hour, views), published stories only. Hours that began
/// before `since` are left out.
pub fn since(c: &mut dyn Conn, since: Time) -> Result<Vec<(StoryId, Time, u64)>> {
    c.all(sql!("view/since"), args![since], |row| Ok((row.get("story_id")?, row.get("hour")?, row.get("views")?)))
}
