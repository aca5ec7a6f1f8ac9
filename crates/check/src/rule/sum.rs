//! Parts and their whole in one sentence: regional counts that come to more than the total they are said to be of.

use news::verdict::{Finding, Kind, Severity, Verdict};
use text::number::{Quantity, Unit};

use super::{Case, Place};
use crate::fact::Sort;
use crate::reason;

/// Words between a part's number and its place.
const NEAR: usize = 3;

/// `Of the 120 confirmed cases 80 are in Lerma and 60 in Brev`: parts in places do not overlap, so they cannot exceed the whole.
/// A source that says so itself is shown, no more.
pub(crate) fn check(case: &Case<'_>) -> Vec<Finding> {
    let numbers = &case.sentence.numbers;
    let Some((at, whole)) = numbers.iter().enumerate().find(|(_, q)| is_count(q)) else { return Vec::new() };
    let parts: Vec<&Quantity> =
        numbers.iter().skip(at + 1).filter(|q| is_count(q) && q.low < whole.low && is_in_place(case, q)).collect();
    let sum: f64 = parts.iter().map(|q| q.low).sum();
    if parts.len() < 2 || sum <= whole.low || !is_of(case, whole) {
        return Vec::new();
    }
    let told = format!(
        "{} come to {sum}, more than the {} that they are said to be of.",
        reason::list(&parts.iter().map(|q| case.printed(&q.range)).collect::<Vec<_>>()),
        case.printed(&whole.range)
    );
    let own = source(case, whole, &parts);
    let severity = if own.is_some() { Severity::Warn } else { Severity::Block };
    vec![case.finding(Kind::Sum, (severity, Verdict::Contradicted), &whole.range, own.as_ref(), told)]
}

fn is_count(q: &Quantity) -> bool {
    q.unit == Unit::Count && q.low == q.high && q.low >= 1.0
}

/// `of the 120`, `including`, a colon: what follows are parts of it.
fn is_of(case: &Case<'_>, whole: &Quantity) -> bool {
    let before =
        case.text.get(case.sentence.range.start..whole.range.start).unwrap_or_default().trim_end().to_lowercase();
    let behind = case.text.get(whole.range.end..case.sentence.range.end).unwrap_or_default().to_lowercase();
    let of = ["of", "of the", "of its", "sur", "sur les", "among the"].iter().any(|w| before.ends_with(w));
    of || [", including ", ", of which ", ", of whom ", ", of them ", ": ", ", dont "]
        .iter()
        .any(|w| behind.contains(w))
}

/// A place or a name stands right behind the number: `80 in Lerma`, `80 cases in the Lerma region`.
fn is_in_place(case: &Case<'_>, q: &Quantity) -> bool {
    let first = case.tokens(&q.range).end;
    let behind = case.sentence.tokens.iter().skip(first).take(NEAR + 1);
    let mut led = false;
    for token in behind {
        led |= matches!(token.lower.as_str(), "in" | "from" | "at" | "à" | "dans" | "en" | "في" | "में");
        if token.sort == Sort::Number {
            return false;
        }
        if led && (token.sort == Sort::Place || token.capital) {
            return true;
        }
    }
    false
}

/// Where one source sentence has the whole and all its parts.
fn source(case: &Case<'_>, whole: &Quantity, parts: &[&Quantity]) -> Option<Place> {
    case.align.used().into_iter().find_map(|id| {
        let sentence = case.sources.sentence(id)?;
        let find = |q: &Quantity| sentence.numbers.iter().find(|s| super::same_value(q, s));
        let own = find(whole)?;
        parts.iter().all(|q| find(q).is_some()).then(|| Place { text: id.text, range: own.range.clone() })
    })
}
