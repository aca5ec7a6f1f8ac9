//! Check the newest revision against the story's reports; keep verdict, citations and findings.

use news::{StoryId, Time, job::Job, stage::Stage};
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
            store::story::update(c, &record)?;
            if record.stage == Stage::Published && record.live == Some(revision.id) {
                // Readers see what it rests on.
                store::change::add(c, story, "check", now)?;
            }
        }
        store::job::add(c, &Job::Tag { story }, now, now)
    })?)
}
