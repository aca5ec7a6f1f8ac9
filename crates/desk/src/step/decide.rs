//! The house's policy until an editor decides: publish what is fully supported, hold the rest with the reason.

use news::{
    StoryId, Time,
    report::Signal,
    revision::Revision,
    stage::Stage,
    story::Story,
    verdict::{Severity, Verdict},
};
use store::{Conn, Store};

use crate::{Error, House, Result, act, drafter};

/// Who acts when nobody does.
pub const POLICY: &str = "policy";

/// Decides on a story's newest revision.
pub fn decide(store: &Store, house: &House, story: StoryId, now: Time) -> Result<()> {
    let house = house.clone();
    crate::transaction(store, move |c| decide_in(c, &house, story, now))
}

fn decide_in(c: &mut dyn Conn, house: &House, story: StoryId, now: Time) -> Result<()> {
    let record = store::story::by_id(c, story)?.ok_or(Error::NoStory(story))?;
    let revision = store::revision::latest(c, story)?.ok_or(Error::NoDraft(story))?;
    // A person's hold is lifted by a person; killed stays killed; what readers see already needs no decision.
    if record.stage == Stage::Killed
        || held_by_person(c, &record)?
        || record.live == Some(revision.id) && record.stage == Stage::Published
    {
        return Ok(());
    }
    match why_not(&revision) {
        None => release(c, house, &record, &revision, now),
        Some(reason) => keep_back(c, record, reason, now),
    }
}

fn held_by_person(c: &mut dyn Conn, record: &Story) -> Result<bool> {
    if record.stage != Stage::Held {
        return Ok(false);
    }
    let log = store::log::of(c, "story", record.id.0)?;
    Ok(log.iter().rev().find(|e| e.act == "hold").is_some_and(|e| e.who != POLICY && e.who != "wire"))
}

/// The reason for which a revision must not go out, naming the sentence and both values.
fn why_not(revision: &Revision) -> Option<String> {
    if revision.draft.headline.is_empty() {
        return Some("There is no headline.".into());
    }
    if revision.verdict == Verdict::Supported {
        return None;
    }
    let worst = revision.sentences.iter().filter(|s| s.verdict != Verdict::Supported).max_by_key(|s| s.verdict);
    let finding = worst.and_then(|s| s.findings.iter().find(|f| f.severity == Severity::Block));
    let more = revision.sentences.iter().filter(|s| s.verdict != Verdict::Supported).count().saturating_sub(1);
    let reason = finding.map_or_else(|| "A sentence has no support in the sources.".to_owned(), |f| f.reason.clone());
    Some(if more == 0 { reason } else { format!("{reason} (And {more} more sentences.)") })
}

fn release(c: &mut dyn Conn, house: &House, record: &Story, revision: &Revision, now: Time) -> Result<()> {
    let last_seen = record.updated;
    if house.index_single_source && record.noindex {
        store::story::update(c, &Story { noindex: false, ..record.clone() })?;
    }
    let by = if revision.drafter == drafter::NAME { "drafted by extraction" } else { "as drafted" };
    let reason = format!("every sentence is supported by the sources; {by}, not reviewed by an editor");
    act::publish(c, &act::Order::new(record.id, POLICY, &reason)?, now)?;
    // A correction on the wire is told to readers as one.
    if let Some(seen) = last_seen
        && let Some(agency) = corrected_since(c, record.id, seen, now)?
    {
        let what =
            if revision.note.is_empty() { "details of an earlier version were wrong" } else { revision.note.as_str() };
        let note = format!("{agency} corrected its report: {what}");
        act::correct(c, &act::Order::new(record.id, "wire", &note)?, now)?;
    }
    Ok(())
}

fn corrected_since(c: &mut dyn Conn, story: StoryId, since: Time, now: Time) -> Result<Option<String>> {
    let reports = store::report::of_story(c, story, now)?;
    let corrected =
        reports.into_iter().rev().find(|r| r.report.signal == Some(Signal::Correction) && r.received > since);
    Ok(corrected.map(|r| r.source_name))
}

/// A new story is held; one that readers see stays as it is, with the reason why its update waits.
fn keep_back(c: &mut dyn Conn, mut record: Story, reason: String, now: Time) -> Result<()> {
    let order = act::Order::new(record.id, POLICY, &reason)?;
    match record.stage {
        Stage::Drafted => act::hold(c, &order, now),
        Stage::Held | Stage::Published => {
            record.held_reason = reason;
            Ok(store::story::update(c, &record)?)
        }
        Stage::Killed => Ok(()),
    }
}
