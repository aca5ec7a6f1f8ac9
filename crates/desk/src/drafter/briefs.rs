//! A round-up: a brief of each report, in the order in which they came. The headline is the first brief's; the summary names the
//! ones after it.

use news::{report::StoredReport, revision::Draft, verdict::Part};
use text::near::Print;

use super::{Material, compress, headline};
use crate::{
    event,
    step::{brief::BRIEFS, copy},
};

/// Words of a brief at most, and those that each later brief of the same source is sure of.
const BRIEF_WORDS: usize = 60;
const KEPT_WORDS: usize = 24;
/// Words of the summary at most.
const SUMMARY_WORDS: usize = 50;

/// The round-up.
pub fn briefs(material: &Material<'_>) -> Draft {
    let mut draft = Draft { lang: material.lang.clone(), ..Draft::default() };
    let (mut told, mut seen): (Vec<&StoredReport>, Vec<(&StoredReport, Print)>) = (Vec::new(), Vec::new());
    for (nth, (report, allowance)) in material.reports.iter().enumerate() {
        // Two agencies' copies of one item are one brief.
        let print = Print::of(&report.report.text, &report.report.lang);
        if seen.iter().any(|(other, known)| known.copy(&print).is_some() && one_item(other, report)) {
            continue;
        }
        seen.push((report, print));
        let sources = own_sources(material, report);
        let own = alone(material, report, &sources);
        for brief in of_report(&own, report, longest(material, nth, &draft, &told)) {
            let used = used(&draft, &told, report) + text::word::count(&brief);
            if used <= *allowance as usize && draft.paragraphs.len() < *BRIEFS.end() {
                draft.paragraphs.push(brief);
                told.push(report);
            }
        }
    }
    if let Some(first) = told.first() {
        draft.headline = first_headline(material, first, &draft);
    }
    draft.summary = summary(material, &told);
    draft
}

/// Whether two texts that read alike are no form filled in twice (two crashes, two results).
fn one_item(a: &StoredReport, b: &StoredReport) -> bool {
    let feature = |r: &StoredReport| event::feature(&r.report.text, &r.report.lang);
    !copy::filled_in_twice(&feature(a), &feature(b))
}

/// Words of that source on the page so far.
fn used(draft: &Draft, told: &[&StoredReport], report: &StoredReport) -> usize {
    let own = told.iter().zip(&draft.paragraphs).filter(|(by, _)| by.source == report.source);
    own.map(|(_, brief)| text::word::count(brief)).sum()
}

/// How long the next brief may be, so that its source's later ones still find room.
fn longest(material: &Material<'_>, nth: usize, draft: &Draft, told: &[&StoredReport]) -> usize {
    let Some((report, allowance)) = material.reports.get(nth) else { return 0 };
    let later = material.reports.iter().skip(nth + 1).filter(|(r, _)| r.source == report.source).count();
    let kept = KEPT_WORDS * later.min(BRIEFS.start().saturating_sub(told.len() + 1));
    (*allowance as usize).saturating_sub(used(draft, told, report) + kept).min(BRIEF_WORDS)
}

/// Evidence of that report alone.
fn own_sources(material: &Material<'_>, report: &StoredReport) -> check::Sources {
    let own = material.sources.evidence().iter().filter(|e| e.report == report.id);
    check::Sources::new(own.cloned().collect())
}

/// The material of one report, checked against itself.
fn alone<'a>(material: &Material<'a>, report: &'a StoredReport, sources: &'a check::Sources) -> Material<'a> {
    Material { reports: vec![(report, 0)], sources, ..*material }
}

/// The briefs that a report gives: one, or each of its own where it is a round-up already.
fn of_report(own: &Material<'_>, report: &StoredReport, most: usize) -> Vec<String> {
    let report = &report.report;
    let (headline, body) = report.text.split_once('\n').unwrap_or((&report.text, ""));
    if event::is_digest(&report.text, &report.lang) {
        return event::briefs(body).filter_map(|p| brief(own, p, BRIEF_WORDS)).collect();
    }
    body.lines().find_map(|p| brief(own, p, most)).or_else(|| brief(own, headline, most)).into_iter().collect()
}

/// A paragraph's first sentences up to `most` words, each supported; of a longer first one the longest form that fits.
fn brief(own: &Material<'_>, paragraph: &str, most: usize) -> Option<String> {
    let sentences = text::sentence::split(paragraph, own.lang).into_iter();
    let mut sentences = sentences.filter_map(|range| Some(compress::tidy(paragraph.get(range)?)));
    let usable = |s: &String| !text::rank::boilerplate(s, own.lang) && own.holds(Part::Body(0), s);
    let first = sentences.next().filter(|s| compress::stands_alone(s, own.lang))?;
    let forms = std::iter::once(first.clone()).chain(compress::forms(&first));
    let mut out = forms.filter(|f| text::word::count(f) <= most).find(usable)?;
    for next in sentences {
        if text::word::count(&out) + text::word::count(&next) > most.min(BRIEF_WORDS / 2) || !usable(&next) {
            break;
        }
        out.push(' ');
        out.push_str(&next);
    }
    Some(out)
}

fn first_headline(material: &Material<'_>, first: &StoredReport, draft: &Draft) -> String {
    let sources = own_sources(material, first);
    let first = alone(material, first, &sources);
    let body: Vec<Vec<String>> = draft.paragraphs.iter().take(1).map(|p| vec![p.clone()]).collect();
    headline::headline(&first, &body, &[])
}

/// The headlines of the briefs after the first, as sentences.
fn summary(material: &Material<'_>, told: &[&StoredReport]) -> String {
    let mut out = String::new();
    let mut last = told.first().map(|r| r.id);
    for report in told.iter().skip(1) {
        if last.replace(report.id) == Some(report.id) {
            continue;
        }
        let line = compress::tidy(&report.report.headline);
        let line = if line.ends_with(['.', '!', '?', '।', '؟']) { line } else { format!("{line}.") };
        let sources = own_sources(material, report);
        let fits = text::word::count(&out) + text::word::count(&line) <= SUMMARY_WORDS;
        if fits && alone(material, report, &sources).holds(Part::Summary, &line) {
            out.push_str(if out.is_empty() { "" } else { " " });
            out.push_str(&line);
        }
    }
    out
}
