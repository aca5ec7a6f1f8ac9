//! Put a story's newest revision on the site.

use news::{
    Time,
    report::StoredReport,
    revision::Revision,
    stage::{Act, Stage},
    story::Story,
    verdict::{Sentence, Verdict},
};
use store::Conn;

use super::{Order, begin, correct, put_out, record, upload};
use crate::{
    Error, Result,
    step::{decide, withdraw::WIRE},
};

/// Publishes the newest revision: the first time as a new page, later as an update of it. Refused while a sentence of it has
/// neither a source that supports it nor a person who signed for it.
pub fn publish(c: &mut dyn Conn, order: &Order, now: Time) -> Result<()> {
    let mut story = begin(c, order, Act::Publish)?;
    let revision = store::revision::latest(c, order.story)?.ok_or(Error::NoDraft(order.story))?;
    let before = store::story::by_id(c, order.story)?.ok_or(Error::NoStory(order.story))?;
    let reports = store::report::of_story(c, order.story, now)?;
    in_time(&before, now)?;
    fit(c, &revision, &reports)?;
    let notice = decide::notice(c, &before, &revision, &reports, now)?;
    if before.stage == Stage::Published && before.live == Some(revision.id) {
        return Ok(());
    }
    // Whoever had it in hand is done.
    store::claim::release(c, order.story)?;
    let what = if story.first_published.is_some() { "update" } else { "publish" };
    if story.live != Some(revision.id) {
        put_out(c, &mut story, revision, now)?;
    }
    story.first_published = story.first_published.or(Some(now));
    story.updated = Some(now);
    story.held_reason.clear();
    store::schedule::drop(c, order.story)?;
    store::story::update(c, &story)?;
    store::change::add(c, order.story, what, now)?;
    record(c, order, what, now)?;
    match notice {
        // Whoever lets it out: what an agency took back or corrected is told to those who read the page before.
        Some(notice) => correct(c, &Order::new(order.story, WIRE, &notice)?, now),
        None => Ok(()),
    }
}

/// Whether every sentence of a revision is supported or signed for, its picture may be seen, and no embargo runs.
pub fn may_go_out(c: &mut dyn Conn, revision: &Revision, now: Time) -> Result<()> {
    let story = store::story::by_id(c, revision.story)?.ok_or(Error::NoStory(revision.story))?;
    in_time(&story, now)?;
    let reports = store::report::of_story(c, revision.story, now)?;
    fit(c, revision, &reports)
}

/// Whether the desk's embargo is over.
fn in_time(story: &Story, now: Time) -> Result<()> {
    match story.embargo.filter(|until| *until > now) {
        Some(until) => Err(Error::Embargo { until }),
        None => Ok(()),
    }
}

fn fit(c: &mut dyn Conn, revision: &Revision, reports: &[StoredReport]) -> Result<()> {
    if revision.draft.headline.trim().is_empty() {
        return Err(Error::NoHeadline);
    }
    if revision.sentences.is_empty() {
        return Err(Error::NotChecked);
    }
    upload::may_go_out(c, revision)?;
    match open_among(c, revision, reports)?.len() {
        0 => Ok(()),
        sentences => Err(Error::Unsupported { sentences }),
    }
}

/// The sentences that nothing stands under: no source supports them, or none of those that did may still be used, and nobody
/// signed for them.
pub fn open_sentences<'r>(c: &mut dyn Conn, revision: &'r Revision, now: Time) -> store::Result<Vec<&'r Sentence>> {
    let reports = store::report::of_story(c, revision.story, now)?;
    open_among(c, revision, &reports)
}

fn open_among<'r>(
    c: &mut dyn Conn,
    revision: &'r Revision,
    reports: &[StoredReport],
) -> store::Result<Vec<&'r Sentence>> {
    let usable = |s: &Sentence| {
        s.citations.is_empty() || s.citations.iter().any(|c| reports.iter().any(|r| r.text_hash == c.text_hash))
    };
    let supported = |s: &&Sentence| s.verdict == Verdict::Supported && usable(s);
    let mut open: Vec<&Sentence> = revision.sentences.iter().filter(|s| !supported(s)).collect();
    if !open.is_empty() {
        let signed = store::signature::of_story(c, revision.story)?;
        open.retain(|s| signed.iter().all(|known| known.words != revision.draft.words(s)));
    }
    Ok(open)
}
