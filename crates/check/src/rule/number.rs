//! Numbers: value, unit, and what is counted.

use std::ops::Range;

use news::verdict::{Finding, Kind, Severity, Verdict};
use text::number::{Quantity, Unit};

use super::{Case, Place};
use crate::{disagree, reason};

/// How far a value said with `about` may be from the source's.
const ROUNDING: f64 = 0.05;

/// Compares every quantity of the sentence with those of the source sentences in which it should stand.
pub(crate) fn check(case: &Case<'_>) -> Vec<Finding> {
    case.sentence.numbers.iter().filter_map(|q| quantity(case, q)).chain(disagree::numbers(case)).collect()
}

/// A source quantity with its text.
pub(crate) type Found<'s> = (usize, &'s Quantity);

fn quantity(case: &Case<'_>, q: &Quantity) -> Option<Finding> {
    let at = case.tokens(&q.range);
    let spot = at.clone().find_map(|i| case.spot(i));
    let home = in_home(case, &at);
    let same = home
        .iter()
        .copied()
        .find(|(_, s)| same_value(q, s) && same_unit(&q.unit, &s.unit) && spot.is_none_or(|p| stands(case, p, s)));
    let same = same.or_else(|| home.iter().copied().find(|(_, s)| same_value(q, s) && same_unit(&q.unit, &s.unit)));
    if let Some((text, s)) = same {
        let ordered = spot.is_some_and(|p| p.ordered);
        return if ordered {
            hedge(case, q, text, s)
        } else {
            referent(case, q, s, &home).or_else(|| swapped(case, q, &at))
        };
    }
    if let Some((text, s)) = home.iter().copied().find(|(_, s)| same_value(q, s)) {
        return Some(case.contradicted(Kind::Number, &q.range, &Place { text, range: s.range.clone() }));
    }
    if home.iter().any(|(_, s)| rounded(q, s)) || disagree::supports(case, q) {
        return None;
    }
    Some(match rival(case, q, &at, &home) {
        Some((text, s)) => case.contradicted(Kind::Number, &q.range, &Place { text, range: s.range.clone() }),
        None => {
            let told = format!("No source gives {} here ({}).", reason::value(case.printed(&q.range)), case.agencies());
            case.missing(Kind::Number, &q.range, told)
        }
    })
}

fn in_home<'c>(case: &'c Case<'_>, at: &Range<usize>) -> Vec<Found<'c>> {
    let ids = case.home(at);
    ids.into_iter()
        .filter_map(|id| Some((id.text, case.sources.sentence(id)?)))
        .flat_map(|(text, s)| s.numbers.iter().map(move |q| (text, q)))
        .collect()
}

fn stands(case: &Case<'_>, spot: crate::align::Spot, s: &Quantity) -> bool {
    let token = case.sources.sentence(spot.sentence).and_then(|sentence| sentence.tokens.get(spot.token));
    token.is_some_and(|t| t.range.start < s.range.end && s.range.start < t.range.end)
}

/// Equal values; a hundredth of a thousandth is a matter of floating point.
pub(crate) fn same_value(a: &Quantity, b: &Quantity) -> bool {
    let near = |x: f64, y: f64| (x - y).abs() <= 1e-6 * x.abs().max(y.abs());
    near(a.low, b.low) && near(a.high, b.high)
}

/// Units that a shortened form may mix: a plain number and the unit it is of.
pub(crate) fn same_unit(a: &Unit, b: &Unit) -> bool {
    let bare = |u: &Unit| matches!(u, Unit::Count);
    match (a, b) {
        (Unit::Money(x), Unit::Money(y)) => x == y,
        (Unit::Measure(x), Unit::Measure(y)) => x == y,
        _ if bare(a) || bare(b) => bare(a) && bare(b),
        _ => a == b,
    }
}

/// `about 1,200` for 1,187; a source's own `about` does not allow another number.
fn rounded(q: &Quantity, s: &Quantity) -> bool {
    let near = |x: f64, y: f64| (x - y).abs() <= ROUNDING * y.abs();
    q.about && same_unit(&q.unit, &s.unit) && near(q.low, s.low) && near(q.high, s.high)
}

/// A dropped `about` is shown, no more.
fn hedge(case: &Case<'_>, q: &Quantity, text: usize, s: &Quantity) -> Option<Finding> {
    if q.about || !s.about {
        return None;
    }
    let place = Place { text, range: s.range.clone() };
    let told = format!(
        "{} rounds or bounds this number; the draft gives {} as exact.",
        case.agency(text),
        reason::value(case.printed(&q.range))
    );
    Some(case.finding(Kind::Number, (Severity::Warn, Verdict::NotFound), &q.range, Some(&place), told))
}

/// The value stands there, out of order: then it must count the same thing.
fn referent(case: &Case<'_>, q: &Quantity, same: &Quantity, home: &[Found<'_>]) -> Option<Finding> {
    let counted = q.counted.as_ref()?;
    if same.counted.as_ref().is_none_or(|c| c == counted) {
        return None;
    }
    let rival = home
        .iter()
        .find(|(_, s)| s.counted.as_ref() == Some(counted) && !same_value(q, s) && same_unit(&q.unit, &s.unit));
    match rival {
        Some((text, s)) => {
            Some(case.contradicted(Kind::Number, &q.range, &Place { text: *text, range: s.range.clone() }))
        }
        None => {
            let told = format!("The sources count something else with {}.", reason::value(case.printed(&q.range)));
            Some(case.missing(Kind::Number, &q.range, told))
        }
    }
}

/// Two numbers of one unit that changed places: `to £120m from £92m` for `to £92m from £120m`.
fn swapped(case: &Case<'_>, q: &Quantity, at: &Range<usize>) -> Option<Finding> {
    let i = at.start;
    let spot = case.spot(i)?;
    let source = case.sources.sentence(spot.sentence)?;
    let lead =
        |tokens: &[crate::fact::Token], k: usize| k.checked_sub(1).and_then(|b| tokens.get(b)).map(|t| t.lower.clone());
    // It took its own preposition along: `from 4 to 6` for `to 6 from 4` says the same.
    if lead(&case.sentence.tokens, i) == lead(&source.tokens, spot.token) {
        return None;
    }
    case.sentence.numbers.iter().filter(|r| r.range != q.range && same_unit(&r.unit, &q.unit)).find_map(|r| {
        let k = case.tokens(&r.range).start;
        let other = case.spot(k).filter(|s| s.ordered && s.sentence == spot.sentence)?;
        let token = source.tokens.get(other.token)?;
        let place = Place { text: spot.sentence.text, range: token.range.clone() };
        ((k < i) != (other.token < spot.token)).then(|| case.contradicted(Kind::Number, &q.range, &place))
    })
}

/// The source's number in the same place: in the gap, then of the same noun, then of the same unit.
fn rival<'c>(case: &Case<'_>, q: &Quantity, at: &Range<usize>, home: &[Found<'c>]) -> Option<Found<'c>> {
    let unused =
        |s: &Quantity| !case.sentence.numbers.iter().any(|own| same_value(own, s) && same_unit(&own.unit, &s.unit));
    let gap = case.gap(at).and_then(|(id, gap)| {
        let tokens = case.sources.sentence(id)?.tokens.get(gap)?;
        Some((id.text, tokens.first()?.range.start..tokens.last()?.range.end))
    });
    let in_gap = |(text, s): &&Found<'c>| {
        gap.as_ref().is_some_and(|(t, r)| t == text && r.start <= s.range.start && s.range.end <= r.end)
    };
    let counted = |(_, s): &&Found<'c>| q.counted.is_some() && s.counted == q.counted;
    let unit = |(_, s): &&Found<'c>| same_unit(&q.unit, &s.unit);
    let free: Vec<Found<'c>> = home.iter().copied().filter(|(_, s)| unused(s)).collect();
    let pick = free.iter().find(|f| in_gap(f) && unit(f)).or_else(|| free.iter().find(|f| in_gap(f)));
    pick.or_else(|| free.iter().find(|f| counted(f) && unit(f))).or_else(|| free.iter().find(unit)).copied()
}
