//! From what the rules found to a verdict a sentence.

use news::Time;
use news::revision::Draft;
use news::verdict::{Citation, Finding, Kind, Part, Sentence, Severity, Verdict};
use text::date::Clock;

use crate::Sources;
use crate::align::{self, Alignment};
use crate::fact::{Ids, Reading};
use crate::rule::{self, Case};

/// Characters of a draft sentence that are checked; a longer one is not supported.
const LONGEST_SENTENCE: usize = 2_000;
/// Bytes of a draft's part that are read.
const LONGEST_PART: usize = 100_000;
/// What a finding leaves of the support of a sentence.
const WRONG_NUMBER: f64 = 0.3;
const CONTRADICTED: f64 = 0.38;
const UNKNOWN: f64 = 0.9;
const MISSING: f64 = 0.75;
const WARNED: f64 = 0.97;

/// Every sentence of headline, summary and body, in that order.
pub(crate) fn draft(sources: &Sources, draft: &Draft, now: Time, zone: &str) -> Vec<Sentence> {
    let lang = if draft.lang.is_und() { text::detect::lang(&draft.paragraphs.join("\n")) } else { draft.lang.clone() };
    let texts: Vec<usize> = (0..sources.evidence.len())
        .filter(|i| {
            sources
                .evidence
                .get(*i)
                .is_some_and(|e| lang.is_und() || e.lang.is_und() || e.lang.primary() == lang.primary())
        })
        .collect();
    let clock = Clock { reference: now, zone: zone.to_owned() };
    let parts = [(Part::Headline, draft.headline.as_str()), (Part::Summary, draft.summary.as_str())];
    let body = draft.paragraphs.iter().enumerate().map(|(n, p)| (Part::Body(n), p.as_str()));
    let mut out = Vec::new();
    for (part, text) in parts.into_iter().chain(body) {
        let read = crate::fact::cut(text, LONGEST_PART);
        let reading = Reading::of(read, &lang, &clock, Ids::Get(&sources.vocabulary));
        out.extend((0..reading.sentences.len()).filter_map(|n| sentence(sources, &texts, part, text, &reading, n)));
        if read.len() < text.len() {
            out.push(unread(part, read.len()..text.len(), "This part is too long to check."));
        }
    }
    out
}

fn sentence(
    sources: &Sources,
    texts: &[usize],
    part: Part,
    text: &str,
    reading: &Reading,
    n: usize,
) -> Option<Sentence> {
    let own = reading.sentences.get(n)?;
    let printed = text.get(own.range.clone()).unwrap_or_default();
    if printed.chars().count() > LONGEST_SENTENCE {
        return Some(unread(part, own.range.clone(), "This sentence is too long to check; make several of it."));
    }
    if texts.is_empty() {
        return Some(unread(part, own.range.clone(), "No report in the language of the draft says this."));
    }
    let align = align::align(sources, own, part, texts);
    let case = Case { sources, texts, text, reading, sentence: own, n, part, align: &align };
    let mut findings: Vec<Finding> = rule::ALL.iter().flat_map(|check| check(&case)).collect();
    tidy(&mut findings);
    let worst = findings.iter().filter(|f| f.severity == Severity::Block).map(|f| f.verdict).max();
    Some(Sentence {
        part,
        range: own.range.clone(),
        verdict: worst.unwrap_or(Verdict::Supported),
        citations: citations(sources, &align),
        support: support(&align, &findings),
        findings,
    })
}

/// A sentence that could not be checked is not supported.
fn unread(part: Part, range: std::ops::Range<usize>, why: &str) -> Sentence {
    let finding = Finding {
        kind: Kind::Support,
        severity: Severity::Block,
        verdict: Verdict::NotFound,
        at: 0..range.len(),
        draft: String::new(),
        source: None,
        citation: None,
        reason: why.into(),
    };
    Sentence { part, range, verdict: Verdict::NotFound, citations: Vec::new(), findings: vec![finding], support: 0.0 }
}

/// Worst first; of two findings about the same words the more telling one stays.
fn tidy(findings: &mut Vec<Finding>) {
    // A contradiction outranks what is missing, a kind of fact outranks `no source says this`.
    findings.sort_by_key(|f| (std::cmp::Reverse((f.severity, f.verdict)), f.kind == Kind::Support, f.at.start));
    let mut kept: Vec<Finding> = Vec::new();
    for finding in findings.drain(..) {
        let whole = |f: &Finding| matches!(f.kind, Kind::Attribution | Kind::Quote) && f.at.len() > 60;
        let over =
            |k: &Finding| k.at.start < finding.at.end && finding.at.start < k.at.end && !whole(k) && !whole(&finding);
        if finding.severity == Severity::Warn || !kept.iter().any(|k| k.severity == Severity::Block && over(k)) {
            kept.push(finding);
        }
    }
    *findings = kept;
}

/// The spans used, those with most of the sentence first; sentences in a row are one citation.
fn citations(sources: &Sources, align: &Alignment) -> Vec<Citation> {
    let used = align.used();
    let mut out: Vec<(usize, Citation)> = Vec::new();
    for window in &align.windows {
        let inside: Vec<usize> = (window.first..=window.last)
            .filter(|n| used.iter().any(|id| id.text == window.text && id.n == *n))
            .collect();
        let (Some(first), Some(last)) = (inside.first(), inside.last()) else { continue };
        let Some(evidence) = sources.evidence.get(window.text) else { continue };
        let Some(sentences) = sources.readings.get(window.text).and_then(|r| r.sentences.get(*first..=*last)) else {
            continue;
        };
        let (Some(a), Some(b)) = (sentences.first(), sentences.last()) else { continue };
        let words = align
            .spots
            .iter()
            .flatten()
            .filter(|s| s.sentence.text == window.text && inside.contains(&s.sentence.n))
            .count();
        let citation =
            Citation { report: evidence.report, text_hash: evidence.text_hash, range: a.range.start..b.range.end };
        if !out.iter().any(|(_, c)| *c == citation) {
            out.push((words, citation));
        }
    }
    out.sort_by_key(|(words, _)| std::cmp::Reverse(*words));
    out.into_iter().map(|(_, c)| c).collect()
}

/// How much of the sentence the sources have in its order and in its best window, lowered by what contradicts it or is
/// missing. What no source has has lowered the coverage already, so it counts once. The factors are where a
/// coordinate search over the labelled sets that may be learned from (frank-xsum, xsumfaith, summedits) stands still.
fn support(align: &Alignment, findings: &[Finding]) -> f64 {
    let (ordered, _) = align.coverage();
    let best = align.windows.first().map_or(0.0, |w| w.score);
    let base = (0.5 * ordered + 0.5 * best).sqrt();
    let factor = |f: &Finding| match (f.severity, f.verdict, f.kind) {
        (Severity::Warn, ..) => WARNED,
        (_, Verdict::Contradicted, Kind::Number) => WRONG_NUMBER,
        (_, Verdict::Contradicted, _) => CONTRADICTED,
        (_, _, Kind::Attribution | Kind::LegalStatus) => 1.0,
        (_, _, Kind::Support | Kind::Name | Kind::Speaker) => UNKNOWN,
        _ => MISSING,
    };
    (base * findings.iter().map(factor).product::<f64>()).clamp(0.0, 1.0)
}
