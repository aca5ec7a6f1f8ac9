//! A story's reports as the check wants them.

mod against;

use std::{
    collections::VecDeque,
    ops::Range,
    sync::{Arc, Mutex, PoisonError},
};

use news::{Lang, StoryId, Time, report::StoredReport, revision::Draft};
use store::{Conn, Store};

pub use self::against::{Basis, CHARS, Checked, STORIES, Told, check_against, gather};
use crate::{House, Result, step::brief};

/// How many stories' evidence stays read: a story's draft is checked by a step right after the one that made it.
const KEPT: usize = 8;
/// Bytes of evidence beyond which it is not kept.
const KEPT_BYTES: usize = 100_000;

/// The evidence read last, newest first.
static LAST: Mutex<VecDeque<Arc<check::Sources>>> = Mutex::new(VecDeque::new());

/// Evidence, read; as it was read before, when it is the same to the letter.
pub fn read(evidence: Vec<check::Evidence>) -> Arc<check::Sources> {
    let last = || LAST.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = last().iter().find(|sources| sources.evidence() == evidence) {
        return known.clone();
    }
    let keep = evidence.iter().map(|e| e.text.len()).sum::<usize>() <= KEPT_BYTES;
    let sources = Arc::new(check::Sources::new(evidence));
    if keep {
        let mut last = last();
        last.truncate(KEPT - 1);
        last.push_front(sources.clone());
    }
    sources
}

/// The report as evidence, with its source's zone.
pub fn of_report(report: &StoredReport, zone: Option<&str>) -> check::Evidence {
    check::Evidence {
        report: report.id,
        agency: report.source_name.clone(),
        text: report.report.text.clone(),
        text_hash: report.text_hash,
        lang: report.report.lang.clone(),
        reference: report.reference(),
        zone: zone.unwrap_or("UTC").into(),
    }
}

/// The usable reports of a story, oldest first, as evidence.
pub fn of_story(store: &Store, story: StoryId, now: Time) -> Result<Vec<check::Evidence>> {
    Ok(store.read(|c| {
        let reports = store::report::of_story(c, story, now)?;
        reports.iter().map(|r| Ok(of_report(r, zone(c, r)?.as_deref()))).collect()
    })?)
}

/// What the check says of a text against everything that a story has.
pub fn check(store: &Store, house: &House, story: StoryId, draft: &Draft, now: Time) -> Result<check::Report> {
    let (reports, own) = store.read(|c| {
        let own = store::revision::latest(c, story)?.is_some_and(|r| crate::step::is_own(&r));
        Ok((crate::step::with_terms(c, story, now)?, own))
    })?;
    let evidence = crate::step::evidence_of(&reports);
    // What a person writes on briefs is no round-up.
    Ok(match !own && brief::is_round_up(&reports) {
        true => brief::check(&evidence, draft, now, &house.zone),
        false => read(evidence).check(draft, now, &house.zone),
    })
}

/// The whole sentences of a text in which these bytes of it stand.
pub fn sentences_at(text: &str, lang: &Lang, at: &Range<usize>) -> Option<Range<usize>> {
    let touches = |s: &Range<usize>| s.start < at.end && s.end > at.start;
    let mut touched = text::sentence::split(text, lang).into_iter().filter(touches);
    let first = touched.next()?;
    let end = touched.next_back().map_or(first.end, |last| last.end);
    Some(first.start..end)
}

fn zone(c: &mut dyn Conn, report: &StoredReport) -> store::Result<Option<String>> {
    Ok(store::source::by_id(c, report.source)?.and_then(|s| s.terms.zone))
}
