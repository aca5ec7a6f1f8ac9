//! How people at the desk arranged the house.

use news::{StoryId, Time, edition::Arranged};

use crate::{Conn, Error, Result, change, setting};

/// Its name among the settings.
const NAME: &str = "arranged";

/// What its change is called: pages made before are made anew.
pub const CHANGED: &str = "house";

/// What they arranged; nothing where nobody has, and where another version of Dateline wrote what this one cannot read: a house
/// with the settings' editions is better than none.
pub fn get(c: &mut dyn Conn) -> Result<Arranged> {
    let Some(kept) = setting::get(c, NAME)? else { return Ok(Arranged::default()) };
    Ok(serde_json::from_str(&kept).unwrap_or_else(|error| {
        tracing::error!("what was arranged at the desk cannot be read, and the settings are used: {error}");
        Arranged::default()
    }))
}

/// Keeps it.
pub fn set(c: &mut dyn Conn, arranged: &Arranged, now: Time) -> Result<()> {
    let json = serde_json::to_string(arranged).map_err(Error::caller)?;
    setting::set(c, NAME, &json)?;
    change::add(c, StoryId(0), CHANGED, now)?;
    Ok(())
}
