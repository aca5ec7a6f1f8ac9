//! Stories that are likely about one event: the middle band, for a person to say.

use news::{ReportId, StoryId, Time};

use crate::conn::{args, sql};
use crate::{Conn, Result};

/// Two stories that are likely about one event.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// The newer story.
    pub story: StoryId,
    /// The one that it may belong to.
    pub other: StoryId,
    /// The report that suggested it.
    pub report: ReportId,
    /// How likely.
    pub score: f64,
    /// Why, in words.
    pub why: String,
    /// When.
    pub at: Time,
}

/// What a person said of a suggestion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// They are one event and one page now.
    Merged,
    /// They are two events.
    Apart,
}

/// Keeps a suggestion; one that was made, or answered, is not made again.
pub fn put(c: &mut dyn Conn, s: &Suggestion) -> Result<()> {
    c.execute(sql!("suggestion/put"), args![s.story, s.other, s.report, s.score, &s.why, s.at])?;
    Ok(())
}

/// Those that nobody has answered, newest first, of stories that live.
pub fn open(c: &mut dyn Conn, limit: usize) -> Result<Vec<Suggestion>> {
    c.all(sql!("suggestion/open"), args![limit], |row| {
        Ok(Suggestion {
            story: row.get("story_id")?,
            other: row.get("other_id")?,
            report: row.get("report_id")?,
            score: row.get("score")?,
            why: row.get("why")?,
            at: row.get("at")?,
        })
    })
}

/// Answers the suggestion about two stories, whichever way round it was made; whether there was one.
pub fn settle(c: &mut dyn Conn, one: StoryId, two: StoryId, said: Said) -> Result<bool> {
    let state = match said {
        Said::Merged => "merged",
        Said::Apart => "apart",
    };
    Ok(c.execute(sql!("suggestion/settle"), args![one, two, state])? > 0)
}
