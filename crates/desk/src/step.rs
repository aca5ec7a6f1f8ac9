//! What the machine does to a story, one step a file, in this order:
//! attach -> draft -> verify -> tag -> illustrate -> decide. Each saves the next job with its result.
//!
//! What happens between attach and decide need not be on disk before the next step begins: nobody has seen it, and a power
//! cut that undoes it undoes its job being done too. Decide's commit waits for the disk, and takes all before it along.

pub mod attach;
pub mod brief;
pub mod copy;
pub mod decide;
pub mod draft;
pub mod illustrate;
pub mod note;
pub mod release;
pub mod reword;
pub mod sector;
pub mod tag;
pub mod verify;
pub mod withdraw;

use news::{
    StoryId, Time,
    job::Job,
    label::Involvement,
    report::StoredReport,
    revision::Revision,
    source::{NewSource, Treatment},
    story::Story,
};
use store::{Conn, Store};

use crate::{Error, Result};

/// The job of the step of that name, for `story redo ID STEP`.
pub fn job_of(step: &str, story: StoryId) -> Option<Job> {
    Some(match step {
        "draft" => Job::Draft { story },
        "reword" => Job::Reword { story },
        "verify" => Job::Verify { story },
        "tag" => Job::Tag { story },
        "illustrate" => Job::Illustrate { story },
        "decide" => Job::Decide { story },
        _ => return None,
    })
}

/// The job that a step of a story saves when it is done; `None` for the last one, and for what is no step of a story.
pub fn after(job: &Job) -> Option<Job> {
    match *job {
        Job::Draft { story } | Job::Reword { story } => Some(Job::Verify { story }),
        Job::Verify { story } => Some(Job::Tag { story }),
        Job::Tag { story } => Some(Job::Illustrate { story }),
        Job::Illustrate { story } => Some(Job::Decide { story }),
        Job::Decide { .. }
        | Job::Release { .. }
        | Job::Attach { .. }
        | Job::Pull { .. }
        | Job::Morning { .. }
        | Job::Mail { .. } => None,
    }
}

/// The steps that can be asked for again, in order.
pub const STEPS: [&str; 5] = ["draft", "verify", "tag", "illustrate", "decide"];

/// A report with its source's terms.
pub(crate) type WithTerms = (StoredReport, Option<NewSource>);

/// A story's usable reports, oldest first, each with its source's terms.
pub(crate) fn with_terms(c: &mut dyn Conn, story: StoryId, now: Time) -> store::Result<Vec<WithTerms>> {
    let reports = store::report::of_story(c, story, now)?.into_iter();
    let with = |report: StoredReport| {
        let terms = store::source::by_id(c, report.source)?.map(|s| s.terms);
        Ok((report, terms))
    };
    reports.map(with).collect()
}

/// How a report's source is used; `None` when it is no longer known.
fn treatment(c: &mut dyn Conn, report: &StoredReport) -> store::Result<Option<Treatment>> {
    Ok(store::source::by_id(c, report.source)?.map(|s| s.terms.treatment))
}

/// Those reports as evidence, each in its source's zone.
pub(crate) fn evidence_of<'a>(reports: impl IntoIterator<Item = &'a WithTerms>) -> Vec<check::Evidence> {
    let zone = |terms: &'a Option<NewSource>| terms.as_ref().and_then(|t| t.zone.as_deref());
    reports.into_iter().map(|(r, terms)| crate::evidence::of_report(r, zone(terms))).collect()
}

/// Whether a text is a person's own from its first word on.
pub(crate) fn is_own(revision: &Revision) -> bool {
    Involvement::of_drafter(&revision.drafter) == Involvement::None
}

/// A story with its newest revision and its usable reports with their terms, in one snapshot.
fn drafted(store: &Store, story: StoryId, now: Time) -> Result<(Story, Revision, Vec<WithTerms>)> {
    let (record, revision, reports) = store.read(|c| {
        let reports = with_terms(c, story, now)?;
        Ok((store::story::by_id(c, story)?, store::revision::latest(c, story)?, reports))
    })?;
    let record = record.ok_or(Error::NoStory(story))?;
    Ok((record, revision.ok_or(Error::NoDraft(story))?, reports))
}
