//! A story's reports as the check wants them.

use news::{StoryId, Time, report::StoredReport};
use store::{Conn, Store};

use crate::Result;

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

fn zone(c: &mut dyn Conn, report: &StoredReport) -> store::Result<Option<String>> {
    Ok(store::source::by_id(c, report.source)?.and_then(|s| s.terms.zone))
}
