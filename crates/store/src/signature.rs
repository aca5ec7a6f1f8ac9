//! Sentences that no source supports and for which a named person answers.

use news::{Hash, StoryId, Time};

use crate::conn::{args, sql};
use crate::{Conn, Result};

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// In which story.
    pub story: StoryId,
    /// The sentence, to the letter: another sentence is not signed.
    pub words: String,
    /// Who answers for it.
    pub who: String,
    /// How they know; readers see it.
    pub reason: String,
    /// When.
    pub at: Time,
}

/// Keeps one; signing again replaces name and reason.
pub fn put(c: &mut dyn Conn, s: &Signature) -> Result<()> {
    let hash = Hash::of(s.words.as_bytes());
    c.execute(sql!("signature/put"), args![s.story, hash, &s.words, &s.who, &s.reason, s.at])?;
    Ok(())
}

/// A story's, oldest first.
pub fn of_story(c: &mut dyn Conn, story: StoryId) -> Result<Vec<Signature>> {
    c.all(sql!("signature/of_story"), args![story], |row| {
        Ok(Signature {
            story: row.get("story_id")?,
            words: row.get("words")?,
            who: row.get("who")?,
            reason: row.get("reason")?,
            at: row.get("at")?,
        })
    })
}

/// Takes one back; whether there was one.
pub fn drop(c: &mut dyn Conn, story: StoryId, words: &str) -> Result<bool> {
    Ok(c.execute(sql!("signature/drop"), args![story, Hash::of(words.as_bytes())])? > 0)
}
