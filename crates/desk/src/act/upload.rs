//! Put a picture that a person brought in beside a story.

use news::{RevisionId, Time, job::Job, revision::Revision, stage::Act, story::Picture};
use store::Conn;

use super::{ByHand, Order, begin, by_hand, newest, picture::note, record};
use crate::{Error, Result};

/// Gives the revision `base` this picture in place of its own, as a new revision. How it was made need not be known
/// yet: until it is, the revision does not go out.
pub fn upload(c: &mut dyn Conn, order: &Order, base: RevisionId, picture: &Picture, now: Time) -> Result<RevisionId> {
    let mut story = begin(c, order, Act::Draft)?;
    let latest = newest(c, order.story, base)?;
    let picture = with_words(picture)?;
    if story.sensitive && picture.is_ai() && !picture.decide().duty.blocks() {
        return Err(Error::AiOnSensitive);
    }
    if latest.picture.as_ref() == Some(&picture) {
        return Ok(latest.id);
    }
    // The same text with another picture: what the check said of it holds.
    let Revision { draft, note: told, verdict, sentences, .. } = &latest;
    let new = ByHand { draft, picture: Some(&picture), note: told, verdict: *verdict, sentences };
    let id = by_hand(c, order, &latest, &new, now)?;
    note(c, &mut story, order)?;
    store::story::update(c, &story)?;
    record(c, order, "picture", now)?;
    Ok(id)
}

/// The picture with its words on one line each; refused without those that it cannot do without.
fn with_words(picture: &Picture) -> Result<Picture> {
    let line = |words: &str| text::clean::line(words);
    let (alt, credit) = (line(&picture.alt), line(&picture.credit));
    match (alt.is_empty(), credit.is_empty()) {
        (true, _) => Err(Error::NoAlt),
        (_, true) => Err(Error::NoCredit),
        _ => Ok(Picture { alt, credit, caption: line(&picture.caption), ..picture.clone() }),
    }
}

/// Whether the revision's picture may go out: how it was made is on record, and a picture that a person brought in
/// beside deaths, arrests or named people is none of AI's.
pub(crate) fn may_go_out(c: &mut dyn Conn, revision: &Revision) -> Result<()> {
    let Some(picture) = &revision.picture else { return Ok(()) };
    if picture.decide().duty.blocks() {
        return Err(Error::PictureNotOnRecord);
    }
    if picture.brought.is_some() && picture.is_ai() {
        // Before the text is tagged nobody knows what it is about.
        if store::job::is_pending(c, &Job::Tag { story: revision.story })? {
            return Err(Error::NotChecked);
        }
        let story = store::story::by_id(c, revision.story)?.ok_or(Error::NoStory(revision.story))?;
        if story.sensitive {
            return Err(Error::AiOnSensitive);
        }
    }
    Ok(())
}
