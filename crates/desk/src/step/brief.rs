//! Which stories are round-ups: those of sources whose copy is used for briefs, many reports on one page; and a report that is
//! a round-up as its agency sent it.

use news::{StoryId, Time, report::StoredReport, source::Treatment, story::Story};
use store::Conn;

use super::WithTerms;
use crate::event;

/// Briefs of a round-up: it goes out with the first number, and takes no more after the second.
pub const BRIEFS: std::ops::RangeInclusive<usize> = 8..=12;
/// How long a round-up gathers.
const GATHERS_MS: i64 = 24 * Time::HOUR_MS;

/// Whether a story is told in briefs.
pub fn is_round_up(reports: &[WithTerms]) -> bool {
    let digest = |(r, _): &WithTerms| event::is_digest(&r.report.text, &r.report.lang);
    !reports.is_empty() && (reports.iter().all(gathered) || reports.iter().all(digest))
}

/// The report's source is used for round-ups.
fn gathered((_, terms): &WithTerms) -> bool {
    terms.as_ref().is_some_and(|t| t.treatment == Treatment::RoundUp)
}

/// The round-up that a report of such a source joins; `None` when a new one begins.
pub fn gathering(c: &mut dyn Conn, report: &StoredReport, now: Time) -> store::Result<Option<StoryId>> {
    let lang = news::Lang::new(report.report.lang.primary());
    store::story::gathering(c, &lang, now.plus_ms(-GATHERS_MS), *BRIEFS.end())
}

/// Why a round-up does not go out yet, in words.
pub fn too_few(c: &mut dyn Conn, story: &Story, briefs: usize, now: Time) -> store::Result<Option<String>> {
    let few = story.live.is_none() && briefs < *BRIEFS.start();
    if !few || !super::with_terms(c, story.id, now)?.iter().all(gathered) {
        return Ok(None);
    }
    let (least, most) = (BRIEFS.start(), BRIEFS.end());
    Ok(Some(format!("A round-up has {least} to {most} briefs; this one has {briefs}. It goes out with the next ones.")))
}
