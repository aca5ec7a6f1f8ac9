//! Which findings stand.
//!
//! The rules compare a draft with the source words in the same place. Where a draft is copied or cut, that is exact. Where it
//! says the same in other words there is often no such place, and a rule that finds a fact elsewhere has found rewording, not a
//! fault: such a finding becomes a remark. What no source has at all, and what a rule reads from the small words, stays.

pub(crate) mod denial;
mod voice;

use std::ops::Range;

use news::verdict::{Finding, Kind, Severity, Verdict};

use crate::fact::{Sentence, Token};
use crate::feature::Word;
use crate::rule::{self, Case};

/// Share of a sentence's weight that stands in the sentences used, from which every word has its place there.
pub(crate) const LAID: f64 = 0.72;
/// Words in a row that no source has anything like: a clause of the draft's own. Kin words are known in English only.
const CLAUSE: usize = 3;
const FOREIGN_CLAUSE: usize = 5;
/// In a sentence of so few words, the share that no source has anything like from which each of them counts.
const SHORT: usize = 6;
const MUCH: f64 = 0.25;
/// Share of a sentence's words that the sources must have, themselves or kin.
const LEAST_KIN: f64 = 0.4;
const LEAST_FOREIGN: f64 = 0.35;

/// Lowers or drops the findings that reworded sentences bring with them; `close`: the sentence is a source's, or nearly.
pub(crate) fn settle(case: &Case<'_>, words: &[Word<'_>], close: bool, findings: &mut Vec<Finding>) {
    for finding in findings.iter_mut().filter(|f| f.severity == Severity::Block) {
        let about = About::new(case, words, finding);
        // Of a sentence that is joined or turned round much is found in another place than its own.
        let elsewhere = match finding.kind {
            Kind::Support | Kind::Negation => true,
            Kind::Attribution => finding.at.len() < case.sentence.range.len(),
            Kind::Number | Kind::Date => finding.verdict == Verdict::NotFound,
            Kind::Name => finding.verdict == Verdict::NotFound && !is_led(case, &about.range),
            _ => false,
        };
        let exact = case.laid && (close || !elsewhere);
        let excused = || is_lone_word(case, finding, &about) || is_derived(case, finding, &about);
        let stays = if exact { !excused() } else { stands(case, words, finding, &about) };
        if !stays {
            finding.severity = Severity::Warn;
        }
    }
    // That a word stands in no source is no remark where other words say the same.
    findings.retain(|f| f.kind != Kind::Support || f.severity == Severity::Block);
}

/// What a finding is about.
struct About<'w, 't> {
    /// Bytes of the part.
    range: Range<usize>,
    /// The content words in them.
    words: Vec<&'w Word<'t>>,
}

impl<'w, 't> About<'w, 't> {
    fn new(case: &Case<'_>, words: &'w [Word<'t>], finding: &Finding) -> Self {
        let start = case.sentence.range.start;
        let range = start + finding.at.start..start + finding.at.end;
        let inside = |w: &&Word<'_>| w.token.range.start < range.end && range.start < w.token.range.end;
        Self { words: words.iter().filter(inside).collect(), range }
    }
}

/// One plain word more than the source has, in the place of none: `also improves`.
fn is_lone_word(case: &Case<'_>, finding: &Finding, about: &About<'_, '_>) -> bool {
    let added = finding.kind == Kind::Support && finding.source.is_none() && about.range != case.sentence.range;
    added && matches!(about.words.as_slice(), [word] if !word.number && !word.name)
}

fn stands(case: &Case<'_>, words: &[Word<'_>], finding: &Finding, about: &About<'_, '_>) -> bool {
    let unknown = |w: &&Word<'_>| !w.found && w.distance() > 1;
    let over = |r: &Range<usize>| r.start < about.range.end && about.range.start < r.end;
    match finding.kind {
        Kind::Support if about.range == case.sentence.range => has_too_little(case, words),
        Kind::Support => is_clause(case, words, about),
        Kind::Negation => {
            denial::stands(case, finding, &about.range)
                || rule::asserted::check(case).iter().any(|f| f.at == finding.at)
        }
        Kind::Attribution => voice::stands(case, finding),
        Kind::Speaker => voice::is_other(case, about.words.as_slice(), finding, &about.range),
        Kind::Number => {
            let mut numbers = case.sentence.numbers.iter().filter(|q| over(&q.range)).peekable();
            // What it is counted by, `a month` for `a year`.
            let rate = numbers.peek().is_none() && rule::bound::is_rate(finding);
            let unknown = numbers.any(|q| !rule::number::is_known(case, q));
            rate || unknown || rule::quantifier::is_widened(case, &about.range)
        }
        Kind::Date => case.sentence.dates.iter().any(|w| over(&w.range) && !rule::date::is_known(case, w)),
        // Another trade than the source's, be it one that somebody else has there.
        Kind::Name if is_role(case, finding, about) || is_swapped(case, finding, about) => true,
        Kind::Place if is_noun(case, &about.range) && is_swapped(case, finding, about) => true,
        // The same place, as a region in one and as its city in the other.
        Kind::Place if finding.source.as_deref().is_some_and(|s| holds(s, &finding.draft)) => {
            !finding.source.as_deref().is_some_and(is_quarter)
        }
        Kind::Name | Kind::Place => about.words.iter().any(unknown),
        _ => true,
    }
}

fn holds(source: &str, draft: &str) -> bool {
    crate::fact::fold(source).contains(crate::fact::fold(draft).as_str())
}

/// A share, a sum of money or a length that no source has and that a reader works out of those that it has. Of plain counts too many
/// may be worked out: six of nine for and three against.
fn is_derived(case: &Case<'_>, finding: &Finding, about: &About<'_, '_>) -> bool {
    let over = |r: &Range<usize>| r.start < about.range.end && about.range.start < r.end;
    let readings = || case.texts.iter().filter_map(|t| case.sources.readings.get(*t)).flat_map(|r| &r.sentences);
    let told = |q: &text::number::Quantity| readings().any(|s| s.numbers.iter().any(|n| rule::same_value(q, n)));
    let mut numbers = case.sentence.numbers.iter().filter(|q| over(&q.range)).peekable();
    // What the source has in its place is the fact, unless a difference is told: `fell by $76 million`.
    let before = case.text.get(..about.range.start).unwrap_or_default().trim_end();
    let open = finding.verdict == Verdict::NotFound || before.ends_with(" by");
    finding.kind == Kind::Number
        && numbers.peek().is_some()
        && numbers.all(|q| {
            (open && q.unit != text::number::Unit::Count || q.low < 1.0)
                && !told(q)
                && rule::number::is_known(case, q)
                && !rule::quantifier::is_widened(case, &q.range)
        })
}

/// `in Bodo`, `at Hornakova`: a name behind a small word is no subject that the source calls `the operator` there.
fn is_led(case: &Case<'_>, at: &Range<usize>) -> bool {
    let lead = case.text.get(..at.start).unwrap_or_default().trim_end().rsplit(' ').next().unwrap_or_default();
    matches!(
        lead.to_lowercase().as_str(),
        "in" | "at" | "near" | "from" | "of" | "to" | "with" | "for" | "by" | "against"
    )
}

/// `the Fenside district` is Fenside; `the Kharvin region` is not Kharvin.
fn is_quarter(place: &str) -> bool {
    let last = place.rsplit(' ').next().unwrap_or_default().to_lowercase();
    matches!(last.as_str(), "district" | "neighbourhood" | "neighborhood" | "quarter" | "suburb" | "area")
}

fn is_role(case: &Case<'_>, finding: &Finding, about: &About<'_, '_>) -> bool {
    let role = case.sentence.names.iter().any(|n| n.role.as_ref() == Some(&about.range));
    role && finding.verdict == Verdict::Contradicted
}

/// A place by its own name: `the Swedish rider` may be told of anybody who was named as a Swede.
fn is_noun(case: &Case<'_>, at: &Range<usize>) -> bool {
    let over = |r: &Range<usize>| r.start < at.end && at.start < r.end;
    !case.sentence.places.iter().any(|p| over(&p.range) && p.class == text::place::Class::Demonym)
}

/// A name that the source has elsewhere in the place of another: none of its words stands in the sentences used, nor may one of
/// them mean it by a pronoun.
fn is_swapped(case: &Case<'_>, finding: &Finding, about: &About<'_, '_>) -> bool {
    let used: Vec<&Sentence> = case.align.used().into_iter().filter_map(|id| case.sources.sentence(id)).collect();
    let has = |s: &Sentence| about.words.iter().any(|w| s.tokens.iter().any(|t| w.token.same(t)));
    let person = |t: &Token| {
        rule::name::is_pronoun(&t.lower)
            || matches!(
                t.lower.as_str(),
                "i" | "we" | "my" | "our" | "me" | "us" | "you" | "his" | "her" | "their" | "who"
            )
    };
    let meant = |s: &Sentence| s.tokens.iter().any(person) || s.tokens.first().is_some_and(|t| t.lower == "the");
    // `GAAP`, `EPS`: a term rather than a name.
    let term = case.sentence.names.iter().any(|n| n.acronym && n.range == about.range);
    finding.verdict == Verdict::Contradicted
        && !term
        && !about.words.is_empty()
        && !case.has_antecedent()
        && !used.iter().any(|s| has(s) || meant(s))
}

/// A fact that no source has, much of a short sentence, or several words in a row that no source has anything like.
fn is_clause(case: &Case<'_>, words: &[Word<'_>], about: &About<'_, '_>) -> bool {
    let unlike = |w: &&Word<'_>| w.distance() > 3;
    let fact = about.words.iter().any(|w| (w.number || w.name) && w.distance() > 1 && case.english);
    let count = words.iter().filter(unlike).count();
    let much = case.english && words.len() <= SHORT && count as f64 >= MUCH * words.len() as f64;
    let longest = about.words.chunk_by(|a, b| unlike(a) && unlike(b)).filter(|run| run.iter().all(unlike));
    fact || much || longest.map(<[_]>::len).max() >= Some(if case.english { CLAUSE } else { FOREIGN_CLAUSE })
}

/// Too little of the sentence stands in the sources, be it in other words.
fn has_too_little(case: &Case<'_>, words: &[Word<'_>]) -> bool {
    /// A word made from the source's, or near in meaning.
    const NEAR: u8 = 2;
    let least = if case.english { LEAST_KIN } else { LEAST_FOREIGN };
    // A figure or a date tells twice as much as a word.
    let worth = |w: &&Word<'_>| if w.number { 2.0 } else { 1.0 };
    let all: f64 = words.iter().map(|w| worth(&w)).sum();
    words.iter().filter(|w| w.distance() <= NEAR).map(|w| worth(&w)).sum::<f64>() < least * all
}
