//! How people at the desk arranged the house.

use news::{StoryId, Time, edition::Arranged};

use crate::{Conn, Error, Result, change, setting};

/// Its name among the settings.
const NAME: &str = "arranged";

/// What its change is called: pages made before are made anew.
pub const CHANGED: &str = "house";

/// What they arranged; nothing where nobody has.
pub fn get(c: &mut dyn Conn) -> Result<Arranged> {
    let kept = setting::get(c, NAME)?;
    let read = |json: String| serde_json::from_str(&json);
    kept.map_or(Ok(Arranged::default()), read).map_err(|e| Error::Unreadable(format!("the house's arrangement ({e})")))
}

/// Keeps it.
pub fn set(c: &mut dyn Conn, arranged: &Arranged, now: Time) -> Result<()> {
    let json = serde_json::to_string(arranged).map_err(Error::caller)?;
    setting::set(c, NAME, &json)?;
    change::add(c, StoryId(0), CHANGED, now)?;
    Ok(())
}
