//! Check the newest revision against the story's reports; keep verdict, citations and findings.

use news::{StoryId, Time, job::Job, stage::Stage, verdict::Verdict};
use store::Store;

use crate::{Error, House, Result, evidence};

/// Checks a story's newest revision.
pub fn verify(store: &Store, house: &House, story: StoryId, now: Time) -> Result<()> {
    let revision = store.read(|c| store::revision::latest(c, story))?.ok_or(Error::NoDraft(story))?;
    let report = evidence::check(store, house, story, &revision.draft, now)?;
    Ok(store.write_unsynced(move |c| {
        store::revision::set_check(c, revision.id, report.verdict, &report.sentences)?;
        if let Some(mut record) = store::story::by_id(c, story)? {
            record.verdict = Some(report.verdict);
            let live = record.stage == Stage::Published && record.live == Some(revision.id);
            if live && report.verdict != Verdict::Supported && record.held_reason.is_empty() {
                record.held_reason = "What a sentence of this page rested on is gone: look at it.".into();
            }
            store::story::update(c, &record)?;
            if live {
                // Readers see what it rests on.
                store::change::add(c, story, "check", now)?;
            }
        }
        store::job::add(c, &Job::Tag { story }, now, now)
    })?)
}
