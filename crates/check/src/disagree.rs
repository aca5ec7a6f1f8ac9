//! Sources that differ from one another in a number: shown, never picked silently.

use news::verdict::{Finding, Kind, Severity, Verdict};
use text::number::Quantity;

use crate::align::Window;
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
    q.counted.as_ref()?;
    let of_noun = |s: &&Quantity| s.counted == q.counted && crate::rule::same_unit(&q.unit, &s.unit);
    let windows: Vec<&Window> = case.align.windows.iter().chain(rivals(case)).collect();
    let says = |w: &&&Window| quantities(case, w).any(|s| same(q, s));
    let denies = |w: &&&Window| !quantities(case, w).any(|s| same(q, s));
    let mine = windows.iter().find(says)?;
    let (other, value) = windows.iter().filter(denies).find_map(|w| Some((w, quantities(case, w).find(of_noun)?)))?;
    let copied = case.sources.copies.get(mine.text) == case.sources.copies.get(other.text);
    // A value that the sentence gives too, or one of another order of magnitude, fills another slot: a rise in points is not
    // the level in points.
    let told_too = case.sentence.numbers.iter().any(|n| same(n, value));
    let (low, high) = (q.low.abs().min(value.low.abs()), q.low.abs().max(value.low.abs()));
    if copied || told_too || high > low * FAR {
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
