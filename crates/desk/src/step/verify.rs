//! Check the newest revision against the story's reports; keep verdict, citations and findings.

use news::{StoryId, Time, job::Job};
use store::Store;

use super::brief;
use crate::{Error, House, Result, evidence};

/// Checks a story's newest revision.
pub fn verify(store: &Store, house: &House, story: StoryId, now: Time) -> Result<()> {
    let revision = store.read(|c| store::revision::latest(c, story))?.ok_or(Error::NoDraft(story))?;
    let reports = store.read(|c| super::with_terms(c, story, now))?;
    let evidence = super::evidence_of(&reports);
    let report = match brief::is_round_up(&reports) {
        true => brief::check(&evidence, &revision.draft, now, &house.zone),
        false => evidence::read(evidence).check(&revision.draft, now, &house.zone),
    };
    Ok(store.write_unsynced(move |c| {
        store::revision::set_check(c, revision.id, report.verdict, &report.sentences)?;
        if let Some(mut record) = store::story::by_id(c, story)? {
            record.verdict = Some(report.verdict);
            store::story::update(c, &record)?;
        }
        store::job::add(c, &Job::Tag { story }, now, now)
    })?)
}
