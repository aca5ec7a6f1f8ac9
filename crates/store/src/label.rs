//! What a person said a story is about.

use news::{StoryId, Time};

use crate::conn::{args, sql};
use crate::{Conn, Result};

/// What is said of a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Its sector, by slug.
    Sector,
    /// Its subject countries: codes parted by spaces, none for about none.
    About,
    /// Its dateline: the place, `|`, the country's code; either may be empty.
    Dateline,
    /// The part of its address that is made from the headline otherwise; empty for that.
    Slug,
}

impl Field {
    /// The word used in store, forms and orders.
    pub fn word(self) -> &'static str {
        match self {
            Self::Sector => "sector",
            Self::About => "about",
            Self::Dateline => "dateline",
            Self::Slug => "slug",
        }
    }

    /// What the machine finds where no person says it, by its word.
    pub fn found(word: &str) -> Option<Self> {
        Self::FOUND.into_iter().find(|field| field.word() == word)
    }

    /// What the machine finds where no person says it.
    pub const FOUND: [Self; 3] = [Self::Sector, Self::About, Self::Dateline];
}

/// Keeps what a person said, in place of what was said before.
pub fn put(c: &mut dyn Conn, story: StoryId, field: Field, value: &str, who: &str, now: Time) -> Result<()> {
    c.execute(sql!("label/put"), args![story, field.word(), value, who, now])?;
    Ok(())
}

/// Forgets what a person said; whether anybody had said something.
pub fn drop(c: &mut dyn Conn, story: StoryId, field: Field) -> Result<bool> {
    Ok(c.execute(sql!("label/drop"), args![story, field.word()])? > 0)
}

/// What was said, and by whom.
pub fn of_story(c: &mut dyn Conn, story: StoryId, field: Field) -> Result<Option<(String, String)>> {
    c.first(sql!("label/of_story"), args![story, field.word()], |row| Ok((row.get("value")?, row.get("who")?)))
}

/// Of how many stories it was said later than that.
pub fn count_since(c: &mut dyn Conn, field: Field, then: Time) -> Result<u32> {
    let n: i64 = c.one(sql!("label/count_since"), args![field.word(), then], |row| row.get("n"))?;
    Ok(u32::try_from(n).unwrap_or(u32::MAX))
}

/// Stories that it was said of, with what was said and when, the newest first.
pub fn newest(c: &mut dyn Conn, field: Field, limit: u32) -> Result<Vec<(StoryId, String, Time)>> {
    c.all(sql!("label/newest"), args![field.word(), i64::from(limit)], |row| {
        Ok((StoryId(row.get("story_id")?), row.get("value")?, row.get("at")?))
    })
}
