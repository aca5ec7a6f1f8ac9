//! A round-up: a brief of each report, in the order in which they came. The headline is the first brief's; the summary names the
//! ones after it.

use news::{
    report::StoredReport,
    revision::Draft,
    verdict::{Part, Verdict},
};
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
        let own = One { material, report, sources: own_sources(material, report) };
        for brief in own.briefs(longest(material, nth, &draft, &told)) {
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

fn own_sources(material: &Material<'_>, report: &StoredReport) -> check::Sources {
    let own = material.sources.evidence().iter().filter(|e| e.report == report.id);
    check::Sources::new(own.cloned().collect())
}

/// A report and itself as the only evidence.
struct One<'a> {
    material: &'a Material<'a>,
    report: &'a StoredReport,
    sources: check::Sources,
}

impl One<'_> {
    /// The briefs that the report gives: one, or each of its own where it is a round-up already.
    fn briefs(&self, most: usize) -> Vec<String> {
        let report = &self.report.report;
        let (headline, body) = report.text.split_once('\n').unwrap_or((&report.text, ""));
        if event::is_digest(&report.text, &report.lang) {
            return event::briefs(body).filter_map(|p| self.brief(p, BRIEF_WORDS)).collect();
        }
        let brief = body.lines().find_map(|p| self.brief(p, most)).or_else(|| self.brief(headline, most));
        brief.into_iter().collect()
    }

    /// A paragraph's first sentences up to `most` words, each supported; of a longer first one the longest form that fits.
    fn brief(&self, paragraph: &str, most: usize) -> Option<String> {
        let lang = self.material.lang;
        let sentences = text::sentence::split(paragraph, lang).into_iter();
        let mut sentences = sentences.filter_map(|range| Some(compress::tidy(paragraph.get(range)?)));
        let usable = |s: &String| !text::rank::boilerplate(s, lang) && self.holds(Part::Body(0), s);
        let first = sentences.next().filter(|s| compress::stands_alone(s, lang))?;
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

    fn holds(&self, part: Part, line: &str) -> bool {
        let mut draft = Draft { lang: self.material.lang.clone(), ..Draft::default() };
        match part {
            Part::Headline => draft.headline = line.into(),
            Part::Summary => draft.summary = line.into(),
            Part::Body(_) => draft.paragraphs.push(line.into()),
        }
        self.sources.check(&draft, self.material.now, self.material.zone).verdict == Verdict::Supported
    }
}

fn first_headline(material: &Material<'_>, first: &StoredReport, draft: &Draft) -> String {
    let sources = own_sources(material, first);
    let first = Material { reports: vec![(first, 0)], sources: &sources, ..*material };
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
        let own = One { material, report, sources: own_sources(material, report) };
        let fits = text::word::count(&out) + text::word::count(&line) <= SUMMARY_WORDS;
        if fits && own.holds(Part::Summary, &line) {
            out.push_str(if out.is_empty() { "" } else { " " });
            out.push_str(&line);
        }
    }
    out
}
