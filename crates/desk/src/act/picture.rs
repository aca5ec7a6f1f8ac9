//! Change the words of a story's picture, or take it off.

use news::{
    RevisionId, Time,
    label::Involvement,
    revision::Revision,
    stage::{Act, Stage},
    story::{Picture, Story},
};
use store::Conn;

use super::{ByHand, Order, begin, by_hand, newest, record};
use crate::{Error, Result};

/// A picture's words as a person gives them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// For those who cannot see it; never empty.
    pub alt: String,
    /// Under it.
    pub caption: String,
    /// Whom to credit.
    pub credit: String,
}

/// Gives the picture of the revision `base` other words, or with `None` takes it off, as a new revision. Picture and alt text
/// are part of a revision's name, so that a review of the one before does not hold for it; caption and credit are not, and no
/// review is of them.
pub fn picture(
    c: &mut dyn Conn,
    order: &Order,
    base: RevisionId,
    words: Option<&Words>,
    now: Time,
) -> Result<RevisionId> {
    let mut story = begin(c, order, Act::Draft)?;
    let latest = newest(c, order.story, base)?;
    let Some(old) = latest.picture.as_ref() else { return Ok(latest.id) };
    let new = words.map(|words| with(old, words)).transpose()?;
    if new.as_ref() == Some(old) {
        return Ok(latest.id);
    }
    // The same text with the other picture: what the check said of it holds.
    let Revision { draft, note: told, verdict, sentences, .. } = &latest;
    let new = ByHand { draft, picture: new.as_ref(), note: told, verdict: *verdict, sentences };
    let id = by_hand(c, order, &latest, &new, now)?;
    note(c, &mut story, order)?;
    store::story::update(c, &story)?;
    record(c, order, "picture", now)?;
    Ok(id)
}

fn with(old: &Picture, words: &Words) -> Result<Picture> {
    let alt = text::clean::line(&words.alt);
    if alt.is_empty() {
        return Err(Error::NoAlt);
    }
    // A drawing's caption is its label, and burned into it.
    let drawn = old.involvement == Involvement::Procedural;
    let caption = if drawn { old.caption.clone() } else { text::clean::line(&words.caption) };
    let credit = text::clean::line(&words.credit);
    if credit.is_empty() && old.brought.is_some() {
        return Err(Error::NoCredit);
    }
    Ok(Picture { alt, caption, credit, ..old.clone() })
}

/// What readers see keeps its picture until the new revision goes out.
pub(super) fn note(c: &mut dyn Conn, story: &mut Story, order: &Order) -> Result<()> {
    if store::schedule::of_story(c, story.id)?.is_some() {
        story.held_reason = format!("{} changed the picture after it was scheduled: schedule it again.", order.who);
    } else if story.stage == Stage::Published {
        story.held_reason = format!("{} changed the picture; readers do not see it yet.", order.who);
    }
    Ok(())
}
