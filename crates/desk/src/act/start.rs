//! Begin a story of one's own.

use news::{
    Lang, StoryId, Time,
    label::{EXTRACT, MODEL},
    revision::Draft,
    story::Genre,
    verdict::Verdict,
};
use store::Conn;

use super::{Order, record};
use crate::{Error, Result};

/// What a person begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beginning {
    /// Headline.
    pub headline: String,
    /// Language.
    pub lang: Lang,
    /// What kind of text it will be.
    pub genre: Genre,
}

/// Makes a story whose first revision is a person's headline; the rest is written at the desk, with sources put under it. `who`
/// has it in hand from the start.
pub fn start(c: &mut dyn Conn, who: &str, reason: &str, begin: &Beginning, now: Time) -> Result<StoryId> {
    let headline = text::clean::line(&begin.headline);
    if headline.is_empty() {
        return Err(Error::NoHeadline);
    }
    // Their text would pass for a machine's.
    if [EXTRACT, MODEL].contains(&who) {
        return Err(Error::NotAPerson);
    }
    let id = store::story::insert(c, &begin.lang, &headline, now)?;
    let draft = Draft { lang: begin.lang.clone(), headline, ..Draft::default() };
    let hash = draft.hash(&[]);
    let new = store::revision::New { story: id, draft: &draft, hash, drafter: who, editor: "", note: "" };
    let revision = store::revision::add(c, &new, now)?;
    store::revision::set_picture(c, revision, None, hash)?;
    store::revision::set_check(c, revision, Verdict::NotFound, &[])?;
    let mut story = store::story::by_id(c, id)?.ok_or(Error::NoStory(id))?;
    story.genre = begin.genre;
    store::story::update(c, &story)?;
    store::claim::put(c, id, who, now)?;
    record(c, &Order::new(id, who, reason)?, "start", now)?;
    Ok(id)
}
