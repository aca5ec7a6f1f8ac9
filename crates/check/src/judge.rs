//! From what the rules found to a verdict a sentence.

use news::Time;
use news::revision::Draft;
use news::verdict::{Citation, Finding, Kind, Part, Sentence, Severity, Verdict};
use text::{date::Clock, synonym::Kin};

use crate::Sources;
use crate::align::{self, Alignment};
use crate::consistency;
use crate::fact::{Ids, Reading, Token};
use crate::feature::Word;
use crate::reason;
use crate::rule::{self, Case, Place};
use crate::settle::LAID;
use crate::weight::{ENOUGH, Measured, Weights};

/// Characters of a draft sentence that are checked; a longer one is not supported.
const LONGEST_SENTENCE: usize = 2_000;
/// Bytes of a draft's part that are read.
const LONGEST_PART: usize = 100_000;

/// Every sentence of headline, summary and body, in that order.
pub(crate) fn draft(sources: &Sources, draft: &Draft, now: Time, zone: &str) -> Vec<Sentence> {
    weighed(sources, draft, now, zone).into_iter().map(|(sentence, _)| sentence).collect()
}

/// The same with what the support of those that could be checked was weighed from.
pub(crate) fn weighed(sources: &Sources, draft: &Draft, now: Time, zone: &str) -> Vec<Weighed> {
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
    let read: Vec<(Part, &str, Reading)> = parts
        .into_iter()
        .chain(body)
        .map(|(part, text)| {
            let read = crate::fact::cut(text, LONGEST_PART);
            (part, text, Reading::of(read, &lang, &clock, Ids::Get(&sources.vocabulary)))
        })
        .collect();
    let body: Vec<&Reading> = read.iter().filter(|(p, ..)| matches!(p, Part::Body(_))).map(|(.., r)| r).collect();
    let mut out = Vec::new();
    for (part, text, reading) in &read {
        for n in 0..reading.sentences.len() {
            let Some(mut judged) = sentence(sources, &texts, *part, text, reading, n, &lang) else { continue };
            judged.0.findings.extend(consistency::unsaid(*part, text, reading, n, &body));
            out.push(judged);
        }
        let end = crate::fact::cut(text, LONGEST_PART).len();
        if end < text.len() {
            out.push((unread(*part, end..text.len(), "This part is too long to check."), None));
        }
    }
    out
}

/// A sentence with what its support was weighed from.
type Weighed = (Sentence, Option<Measured>);

fn sentence(
    sources: &Sources,
    texts: &[usize],
    part: Part,
    text: &str,
    reading: &Reading,
    n: usize,
    lang: &news::Lang,
) -> Option<Weighed> {
    let own = reading.sentences.get(n)?;
    let printed = text.get(own.range.clone()).unwrap_or_default();
    if printed.chars().count() > LONGEST_SENTENCE {
        return Some((
            unread(part, own.range.clone(), "This sentence is too long to check; make several of it."),
            None,
        ));
    }
    if texts.is_empty() {
        return Some((unread(part, own.range.clone(), "No report in the language of the draft says this."), None));
    }
    let align = align::align(sources, own, part, texts);
    let english = crate::fact::is_english(lang);
    let mut case = Case {
        sources,
        texts,
        text,
        reading,
        sentence: own,
        n,
        part,
        lang,
        english,
        align: &align,
        laid: align.coverage().1 >= LAID,
        kin: rule::KinOf::default(),
    };
    let share = crate::feature::copied(&case);
    let copied = share >= COPIED;
    case.laid |= share >= NEARLY && is_one_changed(own, &align);
    let mut findings: Vec<Finding> = rule::ALL.iter().flat_map(|check| check(&case)).collect();
    let words = crate::feature::words(&case);
    let told_otherwise =
        align.coverage().1 >= TOLD && findings.iter().any(|f| is_fault(f) && f.verdict == Verdict::Contradicted);
    let close = copied || is_short(own) || is_one_changed(own, &align);
    crate::settle::settle(&case, &words, close, &mut findings);
    let features = crate::feature::of(&case, &words, &findings);
    let mut measured = Measured { features, altered_copy: false };
    if let Some(clause) = crate::feature::invented(&case, &words)
        && !findings.iter().any(|f| f.severity == Severity::Block)
    {
        let told = format!("No source says {}.", reason::value(case.printed(&clause)));
        findings.push(case.missing(Kind::Support, &clause, told));
    }
    let excused = Measured { features: crate::feature::excused(&case, &words, features), altered_copy: false };
    if Weights::built_in().support(&excused) < ENOUGH && !findings.iter().any(|f| f.severity == Severity::Block) {
        findings.push(contrary(&case, &words).unwrap_or_else(|| little(&case, &words)));
    }
    let altered = findings.iter().any(is_fault) || (case.english && crate::feature::is_joined(&case, &words));
    // Somebody else, elsewhere, other words in quotation marks: that stands out in reworded sentences too.
    let other = |f: &Finding| is_fault(f) && matches!(f.kind, Kind::Name | Kind::Place | Kind::Quote);
    measured.altered_copy = told_otherwise || (copied && altered) || findings.iter().any(other);
    tidy(&mut findings);
    let worst = findings.iter().filter(|f| f.severity == Severity::Block).map(|f| f.verdict).max();
    let sentence = Sentence {
        part,
        range: own.range.clone(),
        verdict: worst.unwrap_or(Verdict::Supported),
        citations: citations(sources, &align),
        support: Weights::built_in().support(&measured),
        findings,
    };
    Some((sentence, Some(measured)))
}

/// Share of a sentence's words, by threes, that stand in a source as they are, from which the sentence is a copy.
const COPIED: f64 = 0.6;

/// Content words up to which a sentence whose words nearly all have their place is a copy.
const BRIEF: usize = 7;

/// Share of a sentence's weight that stands in the sentences used, from which a contradiction tells of an altered copy.
const TOLD: f64 = 0.7;

/// The same for a sentence in which one word may have been put in another's place.
const NEARLY: f64 = 0.5;

/// So few words that one more or less is another fact; who said it does not count.
fn is_short(sentence: &crate::fact::Sentence) -> bool {
    let said = |t: &Token| {
        let parts = sentence.sayings.iter().flat_map(|s| s.speaker.iter().chain([&s.verb]));
        parts.into_iter().any(|r| r.start < t.range.end && t.range.start < r.end)
    };
    sentence.tokens.iter().filter(|t| t.is_content() && !said(t)).count() <= BRIEF
}

/// A copy but for one word.
fn is_one_changed(sentence: &crate::fact::Sentence, align: &Alignment) -> bool {
    const LEAST: usize = 4;
    let content = sentence.tokens.iter().zip(&align.spots).filter(|(t, _)| t.is_content());
    let (all, placed) = content
        .fold((0, 0), |(all, placed), (_, spot)| (all + 1, placed + usize::from(spot.is_some_and(|s| s.ordered))));
    all >= LEAST && placed + 1 >= all
}

/// Who said it is asked of news; what was said may be true all the same.
fn is_fault(finding: &Finding) -> bool {
    finding.severity == Severity::Block && finding.kind != Kind::Attribution
}

/// Why a sentence without a single fault is not supported: the words that no source has anything like.
fn little(case: &Case<'_>, words: &[Word<'_>]) -> Finding {
    let unknown = words.iter().filter(|w| w.distance() > 3).map(|w| case.printed(&w.token.range));
    let unknown: Vec<String> = unknown.map(reason::value).collect();
    let unknown: Vec<&str> = unknown.iter().map(String::as_str).collect();
    let agencies = case.agencies();
    let told = if unknown.is_empty() {
        format!("Too little of this sentence stands in {agencies}.")
    } else {
        format!("Too little of this sentence stands in {agencies}; nothing like {} does.", reason::list(&unknown))
    };
    case.missing(Kind::Support, &case.sentence.range, told)
}

/// `will cost` where the source has `will save`: the word, and its contrary in the sentences used.
fn contrary(case: &Case<'_>, words: &[Word<'_>]) -> Option<Finding> {
    words.iter().filter(|w| w.is_contrary()).find_map(|word| {
        let kin = case.kin(&word.token.lower);
        let opposite = |t: &Token| kin.iter().any(|(id, k)| *k == Kin::Opposite && *id == t.id);
        case.nearby().into_iter().find_map(|id| {
            let theirs = case.sources.sentence(id)?.tokens.iter().find(|t| opposite(t))?;
            let place = Place { text: id.text, range: theirs.range.clone() };
            Some(case.contradicted(Kind::Direction, &word.token.range, &place))
        })
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
        let whole =
            |f: &Finding| f.kind == Kind::Sum || (matches!(f.kind, Kind::Attribution | Kind::Quote) && f.at.len() > 60);
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
