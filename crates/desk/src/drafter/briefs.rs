//! A round-up: a brief of each report, in the order in which they came, so that what readers saw stays where it was. The
//! headline is the first brief's; the summary names the ones after it.

use std::collections::BTreeMap;

use news::{SourceId, report::StoredReport, revision::Draft, verdict::Part};

use super::{Material, compress, headline};
use crate::{event, step::brief::BRIEFS};

/// Words of a brief at most, and at least where a source allows few words a page.
const BRIEF_WORDS: (usize, usize) = (60, 24);
/// Words of the summary at most.
const SUMMARY_WORDS: usize = 50;

/// The round-up.
pub fn briefs(material: &Material<'_>) -> Draft {
    let mut draft = Draft { lang: material.lang.clone(), ..Draft::default() };
    let mut used: BTreeMap<SourceId, usize> = BTreeMap::new();
    for (report, allowance) in &material.reports {
        let words = used.entry(report.source).or_default();
        let most = (*allowance as usize / BRIEFS.end()).clamp(BRIEF_WORDS.1, BRIEF_WORDS.0);
        for brief in of_report(material, report, most) {
            let count = text::word::count(&brief);
            if *words + count <= *allowance as usize && draft.paragraphs.len() < *BRIEFS.end() {
                *words += count;
                draft.paragraphs.push(brief);
            }
        }
    }
    draft.headline = first_headline(material, &draft);
    draft.summary = summary(material, &draft.headline);
    draft
}

/// The briefs that a report gives: one, or each of its own where it is a round-up already.
fn of_report(material: &Material<'_>, report: &StoredReport, most: usize) -> Vec<String> {
    let (headline, body) = report.report.text.split_once('\n').unwrap_or((&report.report.text, ""));
    let of = |paragraph: &str| brief(material, paragraph, most);
    if event::is_digest(&report.report.text, &report.report.lang) {
        return event::briefs(body).filter_map(of).collect();
    }
    body.lines().find_map(of).or_else(|| of(headline)).into_iter().collect()
}

/// A paragraph's first sentences up to `most` words, each supported; of a longer first one the longest form that fits.
fn brief(material: &Material<'_>, paragraph: &str, most: usize) -> Option<String> {
    let sentences = text::sentence::split(paragraph, material.lang).into_iter();
    let mut sentences = sentences.filter_map(|range| Some(compress::tidy(paragraph.get(range)?)));
    let usable = |s: &String| !text::rank::boilerplate(s, material.lang) && material.holds(Part::Body(0), s);
    let first = sentences.next().filter(|s| compress::stands_alone(s, material.lang))?;
    let forms = std::iter::once(first.clone()).chain(compress::forms(&first));
    let short = forms.filter(|f| text::word::count(f) <= most).find(usable);
    let mut out = short.or_else(|| Some(first).filter(|f| text::word::count(f) <= BRIEF_WORDS.0 && usable(f)))?;
    for next in sentences {
        if text::word::count(&out) + text::word::count(&next) > most || !usable(&next) {
            break;
        }
        out.push(' ');
        out.push_str(&next);
    }
    Some(out)
}

fn first_headline(material: &Material<'_>, draft: &Draft) -> String {
    let first = Material { reports: material.reports.iter().take(1).copied().collect(), ..*material };
    let body: Vec<Vec<String>> = draft.paragraphs.iter().take(1).map(|p| vec![p.clone()]).collect();
    headline::headline(&first, &body, &[])
}

/// The other reports' headlines, as sentences.
fn summary(material: &Material<'_>, headline: &str) -> String {
    let mut out = String::new();
    for (report, _) in &material.reports {
        let line = compress::tidy(&report.report.headline);
        let line = if line.ends_with(['.', '!', '?', '।', '؟']) { line } else { format!("{line}.") };
        let fits = text::word::count(&out) + text::word::count(&line) <= SUMMARY_WORDS;
        if fits && line.trim_end_matches('.') != headline && material.holds(Part::Summary, &line) {
            out.push_str(if out.is_empty() { "" } else { " " });
            out.push_str(&line);
        }
    }
    out
}
