//! Which stories are round-ups: those of sources whose copy is used for briefs, many reports on one page; and a report that is
//! a round-up as its agency sent it. Each brief is checked against its own report: what another event counts is no
//! disagreement and no support.

use std::ops::Range;

use check::{Evidence, Sources};
use news::{
    StoryId, Time,
    report::StoredReport,
    revision::Draft,
    source::Treatment,
    story::Story,
    verdict::{Part, Sentence, Verdict},
};
use store::{Conn, story::Gathering};

use super::WithTerms;
use crate::event;

/// Briefs of a round-up: it goes out with the first number, and takes no more after the second.
pub const BRIEFS: std::ops::RangeInclusive<usize> = 8..=12;
/// Why a report of such a source is tied to its story: it marks the story as a round-up that gathers.
pub const WHY: &str = "a brief of this round-up";
/// How long one that is out takes more, and how long one that is not out yet waits for them.
const GATHERS_MS: (i64, i64) = (24 * Time::HOUR_MS, 7 * 24 * Time::HOUR_MS);
/// How the reason begins for which one waits.
const TOO_FEW: &str = "A round-up has";

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
    let (out, waiting) = (now.plus_ms(-GATHERS_MS.0), now.plus_ms(-GATHERS_MS.1));
    let asked = Gathering { why: WHY, lang: &lang, held_for: TOO_FEW, waiting, out, most: *BRIEFS.end() };
    store::story::gathering(c, &asked)
}

/// Why a round-up does not go out yet, in words.
pub fn too_few(
    c: &mut dyn Conn,
    story: &Story,
    briefs: usize,
    reports: &[StoredReport],
) -> store::Result<Option<String>> {
    if story.live.is_some() || briefs >= *BRIEFS.start() {
        return Ok(None);
    }
    for report in reports {
        if super::treatment(c, report)? != Some(Treatment::RoundUp) {
            return Ok(None);
        }
    }
    let (least, most) = (BRIEFS.start(), BRIEFS.end());
    Ok(Some(format!("{TOO_FEW} {least} to {most} briefs; this one has {briefs}. It goes out with the next ones.")))
}

/// Checks a round-up: each sentence of headline and summary, and each brief, against the one report that supports it best.
pub fn check(evidence: &[Evidence], draft: &Draft, now: Time, zone: &str) -> check::Report {
    let sources: Vec<Sources> = evidence.iter().map(|e| Sources::new(vec![e.clone()])).collect();
    let mut sentences: Vec<Sentence> = Vec::new();
    for (part, range) in pieces(draft) {
        let of = |draft: &Draft| sources.iter().map(|s| s.check(draft, now, zone)).collect::<Vec<_>>();
        let reports = of(&alone(draft, part, &range));
        let Some(best) = reports.into_iter().min_by_key(|r| r.verdict) else { continue };
        sentences.extend(best.sentences.into_iter().map(|s| Sentence {
            part,
            range: s.range.start + range.start..s.range.end + range.start,
            ..s
        }));
    }
    let verdict = sentences.iter().map(|s| s.verdict).max().unwrap_or(Verdict::NotFound);
    check::Report { verdict, sentences }
}

/// What is checked by itself, in order.
fn pieces(draft: &Draft) -> Vec<(Part, Range<usize>)> {
    let mut out = vec![(Part::Headline, 0..draft.headline.len())];
    out.extend(text::sentence::split(&draft.summary, &draft.lang).into_iter().map(|range| (Part::Summary, range)));
    out.extend(draft.paragraphs.iter().enumerate().map(|(n, p)| (Part::Body(n), 0..p.len())));
    out.retain(|(_, range)| !range.is_empty());
    out
}

/// That piece as a draft of its own.
fn alone(draft: &Draft, part: Part, range: &Range<usize>) -> Draft {
    let words = draft.part(part).get(range.clone()).unwrap_or_default().to_owned();
    let mut out = Draft { lang: draft.lang.clone(), ..Draft::default() };
    match part {
        Part::Headline => out.headline = words,
        Part::Summary => out.summary = words,
        Part::Body(_) => out.paragraphs = vec![words],
    }
    out
}
