//! A person's words in place of the newest draft's, as a new revision.

use news::{
    RevisionId, Time,
    mark::{self, Manner},
    revision::Draft,
    stage::{Act, Stage},
};
use store::{Conn, Store};

use super::{ByHand, Order, begin, by_hand, newest, record};
use crate::{Error, House, Result, evidence, step};

/// Saves a person's text over the revision `base`, checked against the story's sources in the same breath. Refused when
/// a newer revision stands: whoever edits sees both first. Nothing is added when not a letter is changed.
///
/// A machine's draft that a person edits remains a machine's for its label; a review lifts that.
pub fn edit(
    store: &Store,
    house: &House,
    order: &Order,
    base: RevisionId,
    mut draft: Draft,
    now: Time,
) -> Result<RevisionId> {
    tidy(&mut draft);
    if draft.headline.is_empty() {
        return Err(Error::NoHeadline);
    }
    let links = draft.marks.iter().filter_map(|m| if let Manner::Link(to) = &m.manner { Some(to) } else { None });
    if let Some(bad) = links.into_iter().find(|to| !mark::may_lead(to)) {
        return Err(Error::Link(bad.clone()));
    }
    let report = evidence::check(store, house, order.story, &draft, now)?;
    let order = order.clone();
    crate::transaction(store, move |c| save(c, &order, base, &draft, &report, now))
}

fn save(
    c: &mut dyn Conn,
    order: &Order,
    base: RevisionId,
    draft: &Draft,
    report: &check::Report,
    now: Time,
) -> Result<RevisionId> {
    let mut story = begin(c, order, Act::Draft)?;
    let latest = newest(c, order.story, base)?;
    if latest.draft == *draft {
        return Ok(latest.id);
    }
    // What an agency sent may look so; what somebody has just written is a slip.
    let half = |draft: &Draft| draft.paragraphs.iter().find(|p| p.contains("](")).cloned();
    if let Some(words) = half(draft).filter(|_| half(&latest.draft).is_none()) {
        return Err(Error::HalfLink(words.chars().take(80).collect()));
    }
    let live = story.live.map_or(Ok(None), |id| store::revision::by_id(c, id))?;
    let note = live.map(|live| step::note::note(&live.draft, draft, &order.who)).unwrap_or_default();
    let (picture, verdict) = (latest.picture.as_ref(), report.verdict);
    let new = ByHand { draft, picture, note: &note, verdict, sentences: &report.sentences };
    let id = by_hand(c, order, &latest, &new, now)?;
    story.verdict = Some(report.verdict);
    if store::schedule::of_story(c, order.story)?.is_some() {
        story.held_reason = format!("{} changed the text after it was scheduled: schedule it again.", order.who);
    } else if story.stage == Stage::Published {
        story.held_reason = format!("{} edited this; readers do not see it yet.", order.who);
    } else if story.live.is_none() {
        // Lists of what is not out yet know it by its newest words.
        story.headline = draft.headline.clone();
    }
    store::story::update(c, &story)?;
    record(c, order, "edit", now)?;
    Ok(id)
}

/// One line each, no blank ones.
fn tidy(draft: &mut Draft) {
    draft.headline = text::clean::line(&draft.headline);
    draft.summary = text::clean::line(&draft.summary);
    for (n, paragraph) in draft.paragraphs.iter_mut().enumerate() {
        let clean = text::clean::line(paragraph);
        if clean != *paragraph {
            // Its marks would stand on other words.
            draft.marks.retain(|m| m.paragraph != n);
            *paragraph = clean;
        }
    }
    draft.retain_paragraphs(|p| !p.is_empty());
    draft.marks = crate::markdown::sayable(draft);
}
