//! Sources that differ from one another in a number: shown, never picked silently.

use news::verdict::{Finding, Kind, Severity, Verdict};
use std::ops::Range;

use text::number::{Quantity, Unit};

use crate::align::Window;
use crate::fact::{Sentence, Sort, Token};
use crate::reason;
use crate::rule::{Case, Place};

/// A window that says enough of the sentence to be about the same thing.
const SAME_MATTER: f64 = 0.3;

/// Values further apart than this are not two answers to one question.
const FAR: f64 = 5.0;

/// Numbers of the sentence for which another source gives another value of the same noun and unit.
pub(crate) fn numbers(case: &Case<'_>) -> Vec<Finding> {
    case.sentence.numbers.iter().filter_map(|q| other_value(case, q)).collect()
}

/// Whether another source that tells the same matter gives this value for the same noun.
pub(crate) fn supports(case: &Case<'_>, q: &Quantity) -> bool {
    q.counted.is_some() && rivals(case).flat_map(|w| quantities(case, w)).any(|s| same(q, s) && s.counted == q.counted)
}

fn other_value(case: &Case<'_>, q: &Quantity) -> Option<Finding> {
    let mark = label(case.sentence, q);
    if q.counted.is_none() && mark.is_none() {
        return None;
    }
    let same_slot = |s: &Placed<'_>| {
        let marked = || mark.zip(label(s.1, s.2)).is_some_and(|(a, b)| a.same(b));
        crate::rule::same_unit(&q.unit, &s.2.unit)
            && (marked() || (q.counted.is_some() && s.2.counted == q.counted && same_matter(case, q, s)))
    };
    let windows: Vec<&Window> = case.align.windows.iter().chain(rivals(case)).collect();
    let says = |w: &&&Window| quantities(case, w).any(|s| same(q, s));
    let denies = |w: &&&Window| !quantities(case, w).any(|s| same(q, s));
    let mine = windows.iter().find(says)?;
    // An agency's later report follows its earlier one; it does not disagree with it.
    let agency = |w: &Window| case.sources.evidence.get(w.text).map(|e| e.agency.as_str()).filter(|a| !a.is_empty());
    // One that took over another's copy and changed the figure says something else all the same.
    let independent = |w: &&&Window| match (agency(mine), agency(w)) {
        (Some(one), Some(other)) => one != other,
        _ => case.sources.copies.get(mine.text) != case.sources.copies.get(w.text),
    };
    let (other, value) = windows
        .iter()
        .filter(denies)
        .filter(independent)
        .find_map(|w| Some((w, placed(case, w).find(same_slot)?.2)))?;
    // A value that the sentence gives too, or one of another order of magnitude, fills another slot: a rise in points is not
    // the level in points.
    let told_too = case.sentence.numbers.iter().any(|n| same(n, value));
    let (low, high) = (q.low.abs().min(value.low.abs()), q.low.abs().max(value.low.abs()));
    if told_too || high > low * FAR {
        return None;
    }
    let place = Place { text: other.text, range: value.range.clone() };
    let told = format!(
        "The sources differ: {} says {}, {} says {}.",
        case.agency(mine.text),
        reason::value(case.printed(&q.range)),
        case.agency(other.text),
        reason::value(case.source(&place))
    );
    Some(case.finding(Kind::Number, (Severity::Warn, Verdict::Contradicted), &q.range, Some(&place), told))
}

/// The word that a number with a decimal is the value of: `magnitude` in `a magnitude of 6.1`.
fn label<'s>(sentence: &'s Sentence, q: &Quantity) -> Option<&'s Token> {
    if q.unit != Unit::Count || q.low.fract() == 0.0 {
        return None;
    }
    let at = sentence.tokens.partition_point(|t| t.range.end <= q.range.start);
    let before = sentence.tokens.get(at.saturating_sub(2)..at)?.iter().rev();
    before.into_iter().find(|t| !matches!(t.lower.as_str(), "of" | "de" | "at")).filter(|t| t.sort == Sort::Word)
}

/// A quantity of a window, with its text and sentence.
type Placed<'c> = (usize, &'c Sentence, &'c Quantity);

/// Besides what is counted, both numbers have a word close by in common: `damaged 340 houses`, `210 houses were damaged`.
fn same_matter(case: &Case<'_>, q: &Quantity, (_, sentence, value): &Placed<'_>) -> bool {
    let noun = case.sources.vocabulary.get(q.counted.as_deref().unwrap_or_default());
    let own = company(case.sentence, &q.range);
    let theirs = company(sentence, &value.range);
    own.iter().filter(|t| t.id != noun).any(|t| theirs.iter().any(|o| t.same(o)))
}

/// The plain words up to five tokens before and behind a number.
fn company<'s>(sentence: &'s Sentence, number: &Range<usize>) -> Vec<&'s Token> {
    const REACH: usize = 5;
    let at = sentence.tokens.partition_point(|t| t.range.end <= number.start);
    let near = sentence.tokens.get(at.saturating_sub(REACH)..(at + REACH + 1).min(sentence.tokens.len()));
    near.unwrap_or_default().iter().filter(|t| t.sort == Sort::Word).collect()
}

fn placed<'c>(case: &'c Case<'_>, window: &Window) -> impl Iterator<Item = Placed<'c>> + use<'c> {
    let text = window.text;
    let reading = case.sources.readings.get(text);
    let sentences = reading.and_then(|r| r.sentences.get(window.first..=window.last)).unwrap_or_default();
    sentences.iter().flat_map(move |s| s.numbers.iter().map(move |q| (text, s, q)))
}

fn rivals<'c>(case: &'c Case<'_>) -> impl Iterator<Item = &'c Window> {
    case.align.others.iter().filter(|w| w.score >= SAME_MATTER)
}

fn quantities<'c>(case: &'c Case<'_>, window: &Window) -> impl Iterator<Item = &'c Quantity> + use<'c> {
    let reading = case.sources.readings.get(window.text);
    let sentences = reading.and_then(|r| r.sentences.get(window.first..=window.last)).unwrap_or_default();
    sentences.iter().flat_map(|s| &s.numbers)
}

fn same(a: &Quantity, b: &Quantity) -> bool {
    crate::rule::same_value(a, b) && crate::rule::same_unit(&a.unit, &b.unit)
}
