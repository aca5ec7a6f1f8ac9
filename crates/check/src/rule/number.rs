//! Numbers: value, unit, and what is counted.

mod anothers;
mod derived;
mod equal;

use std::ops::Range;

use news::verdict::{Finding, Kind, Severity, Verdict};
use text::number::{Quantity, Unit};
use text::synonym::Kin;

use super::{Case, Place, bound};
use crate::fact::{Sentence, Sort, Token};
use crate::{disagree, reason};

pub(crate) use equal::{is_known, is_same};

/// How far a value said with `about` may be from the source's.
const ROUNDING: f64 = 0.05;

/// Compares every quantity of the sentence with those of the source sentences in which it should stand.
pub(crate) fn check(case: &Case<'_>) -> Vec<Finding> {
    let own = case.sentence.numbers.iter();
    own.clone()
        .filter_map(|q| quantity(case, q))
        .chain(own.filter_map(|q| other_people(case, q)))
        .chain(disagree::numbers(case))
        .collect()
}

/// `four officers were held` in a reworded sentence where the source has four demonstrators, and officers elsewhere.
fn other_people(case: &Case<'_>, q: &Quantity) -> Option<Finding> {
    let own = counted_at(case.sentence, q).filter(|_| !case.laid && case.english && q.unit == Unit::Count)?;
    let akin = |t: &Token| case.is_akin(own, t, Kin::Kind);
    case.align.used().into_iter().find_map(|id| {
        let source = case.sources.sentence(id)?;
        let mut same = source.numbers.iter().filter(|s| same_value(q, s) && same_unit(&q.unit, &s.unit));
        let (one, None) = (same.next()?, same.next()) else { return None };
        let theirs = counted_at(source, one).filter(|t| !akin(t))?;
        // `two patent applications` are two patents asked for.
        let between = |t: &&Token| q.range.end <= t.range.start && t.range.end <= own.range.start;
        if case.sentence.tokens.iter().filter(between).any(|t| t.same(theirs)) {
            return None;
        }
        let elsewhere = source.tokens.iter().any(|t| own.same(t));
        let at = q.range.start..own.range.end;
        let place = Place { text: id.text, range: one.range.start..theirs.range.end };
        elsewhere.then(|| case.contradicted(Kind::Relation, &at, &place))
    })
}

/// The noun that a number counts, as a token: the first plural of the plain words right behind it.
fn counted_at<'s>(sentence: &'s Sentence, q: &Quantity) -> Option<&'s Token> {
    /// Words of `fuel truck drivers`.
    const MOST: usize = 3;
    let first = sentence.tokens.partition_point(|t| t.range.start < q.range.end);
    let behind = sentence.tokens.get(first..)?.iter().take(MOST);
    let plural = |t: &&Token| t.lower.ends_with('s') || t.lower == "people";
    behind.take_while(|t| t.sort == Sort::Word && !t.capital).find(plural)
}

/// A source quantity with its text.
pub(crate) type Found<'s> = (usize, &'s Quantity);

fn quantity(case: &Case<'_>, q: &Quantity) -> Option<Finding> {
    let at = case.tokens(&q.range);
    let spot = at.clone().find_map(|i| case.spot(i));
    let home = in_home(case, &at);
    let same = home.iter().copied().find(|(_, s)| is_same(q, s) && spot.is_none_or(|p| stands(case, p, s)));
    let same = same.or_else(|| home.iter().copied().find(|(_, s)| is_same(q, s)));
    if let Some((text, s)) = same {
        let ordered = spot.is_some_and(|p| p.ordered);
        let moved = if ordered {
            other_noun(case, q, s, &home)
        } else {
            referent(case, q, s, &home).or_else(|| swapped(case, q, s, &at))
        };
        let beside = || bound::bounded(case, q, text, s).or_else(|| bound::rated(case, q, text, s));
        return moved.or_else(beside).or_else(|| if ordered { hedge(case, q, text, s) } else { None });
    }
    if home.iter().any(|(_, s)| equal::is_one_side(case, q, s)) {
        return None;
    }
    if let Some((text, s)) = home.iter().copied().find(|(_, s)| same_value(q, s)) {
        if unit_before(case, q, &s.unit) || is_money_told_before(case, q, s) {
            return None;
        }
        return Some(case.contradicted(Kind::Number, &q.range, &Place { text, range: s.range.clone() }));
    }
    if home.iter().any(|(_, s)| equal::is_told_by(case, q, s)) || disagree::supports(case, q) {
        return None;
    }
    let mut told = case.home(&at).into_iter().filter_map(|id| case.sources.sentence(id));
    let worked_out = |s: &Sentence| derived::is_apart(case, q, &s.numbers) || derived::is_time_taken(case, q, s);
    if told.any(worked_out) || is_age_told_before(case, q) {
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

/// `to 153.62 yen from 152.90`: the bare end of a span is in the unit of the other end.
fn unit_before(case: &Case<'_>, q: &Quantity, unit: &Unit) -> bool {
    let i = case.tokens(&q.range).start;
    let lead = i.checked_sub(1).and_then(|b| case.sentence.tokens.get(b)).map_or("", |t| t.lower.as_str());
    let before = i.checked_sub(2).and_then(|b| case.sentence.tokens.get(b));
    let other = before.and_then(|t| {
        case.sentence.numbers.iter().find(|n| n.range.start <= t.range.start && t.range.end <= n.range.end)
    });
    let span = matches!(lead, "from" | "to") && other.is_some_and(|n| same_unit(&n.unit, unit));
    // `lost 8.4 billion shillings, after making 2.1 billion`, `of 3,000 pounds where it should have held 190,000`.
    let after = case.text.get(q.range.end..).unwrap_or_default();
    let last = after.is_empty() || after.starts_with(['.', ',', ';', ':']);
    let large = |n: &Quantity| n.low.abs() >= if last { 1e3 } else { 1e6 };
    let mut earlier = case.sentence.numbers.iter().filter(|n| n.range.end <= q.range.start);
    let shared = match unit {
        Unit::Money(_) => large(q) && earlier.any(|n| n.unit == *unit && large(n)),
        // `70 percent of the early shift, the union of 85`.
        Unit::Percent => last && earlier.any(|n| n.unit == *unit),
        _ => false,
    };
    // `465 euros, 12 more than before`.
    let behind = case.text.get(q.range.end..case.sentence.range.end).unwrap_or_default().trim_start().to_lowercase();
    let beyond = ["more", "less", "de plus", "de moins"].iter().any(|w| behind.starts_with(w))
        && case.sentence.numbers.iter().any(|n| n.range.end <= q.range.start && n.unit == *unit);
    q.unit == Unit::Count && (span || shared || beyond)
}

/// `the 66-year-old` for `Murosaki, 66, said`: an age belongs to the person, wherever it was told.
fn is_age_told_before(case: &Case<'_>, q: &Quantity) -> bool {
    let printed = case.printed(&q.range);
    if !(printed.ends_with("year-old") || printed.ends_with("year-olds")) {
        return false;
    }
    let persons: Vec<&str> = case.sentence.names.iter().map(|n| case.printed(&n.range)).collect();
    let texts = case.texts.iter().filter_map(|t| Some((*t, case.sources.readings.get(*t)?)));
    let mut numbers = texts.flat_map(|(t, r)| r.sentences.iter().flat_map(|s| &s.numbers).map(move |n| (t, n)));
    numbers.any(|(text, n)| {
        let all = case.sources.evidence.get(text).map_or("", |e| e.text.as_str());
        let before = all.get(..n.range.start).and_then(|b| b.strip_suffix(", "));
        let behind = all.get(n.range.end..).is_some_and(|b| b.starts_with([',', '.']));
        // Whose age it is: the word before the comma, the last of a name.
        let whose = before.and_then(|b| b.rsplit(char::is_whitespace).next()).filter(|_| behind);
        let same = |whose: &str| persons.is_empty() || persons.iter().any(|p| p.ends_with(whose));
        n.unit == Unit::Count && same_value(q, n) && whose.is_some_and(same)
    })
}

/// `$64 million` for `64 million so far`, where the source tells its money in dollars around it.
fn is_money_told_before(case: &Case<'_>, q: &Quantity, s: &Quantity) -> bool {
    let sums = case.nearby().into_iter().filter_map(|id| case.sources.sentence(id)).flat_map(|t| &t.numbers);
    matches!(q.unit, Unit::Money(_)) && s.unit == Unit::Count && sums.into_iter().any(|n| n.unit == q.unit)
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

/// How far it may be with `more than`, `nearly` and other words that say on which side the true value is.
const BOUND: f64 = 0.12;

/// `about 1,200` for 1,187; a source's own `about` does not allow another number.
pub(crate) fn rounded(q: &Quantity, s: &Quantity) -> bool {
    let near = |x: f64, y: f64| (x - y).abs() <= ROUNDING * y.abs();
    q.about && same_unit(&q.unit, &s.unit) && near(q.low, s.low) && near(q.high, s.high)
}

/// `more than 200` for 212, `just under three hours` for 2 hours and 51 minutes: a round number on the side that the draft says.
fn is_bounded(case: &Case<'_>, q: &Quantity, s: &Quantity) -> bool {
    is_near(q, s) && is_round(case.printed(&q.range)) && bound::rounded_side(case.text, &q.range).is_some()
}

/// `some 10,000` for 9,500: the draft's number is the source's to as many digits as the draft gives.
fn is_in_round_numbers(q: &Quantity, s: &Quantity) -> bool {
    let scale = 10_f64.powf(q.low.abs().log10().floor() + 1.0 - digits(q.low) as f64);
    q.about && digits(q.low) <= 2 && is_near(q, s) && ((s.low / scale).round() * scale - q.low).abs() <= 1e-6 * q.low
}

/// Two single values of one unit, not far apart.
fn is_near(q: &Quantity, s: &Quantity) -> bool {
    q.low == q.high && q.low > 0.0 && same_unit(&q.unit, &s.unit) && (q.low - s.low).abs() <= BOUND * s.low.abs()
}

/// One or two digits and zeros, `1,200`, or a number in words.
fn is_round(printed: &str) -> bool {
    let digits: String = printed.chars().filter(char::is_ascii_digit).collect();
    digits.trim_end_matches('0').len() <= 2
}

/// Digits of a number that are told: two of 1,200.
fn digits(value: f64) -> usize {
    let told = format!("{value:e}");
    told.split('e').next().unwrap_or_default().chars().filter(char::is_ascii_digit).count()
}

/// Whether the draft's number is the source's, rounded as the draft says.
pub(crate) fn is_rounded(case: &Case<'_>, q: &Quantity, s: &Quantity) -> bool {
    (rounded(q, s) || is_bounded(case, q, s) || is_in_round_numbers(q, s)) && bound::on_side(case, q, s)
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

/// The value stands there in order, under another noun, while the source counts the draft's noun with another number.
fn other_noun(case: &Case<'_>, q: &Quantity, same: &Quantity, home: &[Found<'_>]) -> Option<Finding> {
    let (own, theirs) = (q.counted.as_ref()?, same.counted.as_ref()?);
    let id = case.sources.vocabulary.get(theirs);
    // The draft has the source's noun too: it was only read as counted by another number.
    if own == theirs || case.sentence.tokens.iter().any(|t| t.id == id) {
        return None;
    }
    let rival =
        home.iter().find(|(_, s)| s.counted.as_ref() == Some(own) && !same_value(q, s) && same_unit(&q.unit, &s.unit));
    rival.map(|(text, s)| case.contradicted(Kind::Number, &q.range, &Place { text: *text, range: s.range.clone() }))
}

/// Two numbers of one unit that changed places: `to £120m from £92m` for `to £92m from £120m`.
fn swapped(case: &Case<'_>, q: &Quantity, same: &Quantity, at: &Range<usize>) -> Option<Finding> {
    let i = at.start;
    let spot = case.spot(i)?;
    let source = case.sources.sentence(spot.sentence)?;
    if (q.counted.is_some() && q.counted == same.counted)
        || goes_on_alike(&case.sentence.tokens, i, &source.tokens, spot.token)
        || keeps_company(&case.sentence.tokens, i, &source.tokens, spot.token)
    {
        return None;
    }
    // `40 km (25 miles)` is one value twice.
    let beside = |r: &Quantity| r.range.end.min(q.range.end)..r.range.start.max(q.range.start);
    let twice = |r: &Quantity| (r.low - q.low).abs() <= 0.02 * q.low.abs() && case.printed(&beside(r)).trim() == "(";
    // `seven of the 12` says which is the part, wherever the source has them.
    let part = |r: &Quantity| {
        let (a, b) = if r.range.start < q.range.start { (r, q) } else { (q, r) };
        let between = case.printed(&(a.range.end..b.range.start)).to_lowercase();
        a.low < b.low && matches!(between.trim(), "of" | "of the" | "of its" | "of their" | "of all" | "out of" | "des")
    };
    let others = case.sentence.numbers.iter();
    let others = others.filter(|r| r.range != q.range && same_unit(&r.unit, &q.unit) && !twice(r) && !part(r));
    others.into_iter().find_map(|r| {
        let k = case.tokens(&r.range).start;
        let other = case.spot(k).filter(|s| s.sentence == spot.sentence && s.token != spot.token)?;
        let token = source.tokens.get(other.token)?;
        let place = Place { text: spot.sentence.text, range: token.range.clone() };
        let kept = other.ordered && is_span(&case.sentence.tokens, k, &source.tokens, other.token);
        (!kept && (k < i) != (other.token < spot.token)).then(|| case.contradicted(Kind::Number, &q.range, &place))
    })
}

/// `14 of the works`: the next telling word behind the number is the same.
fn goes_on_alike(draft: &[Token], i: usize, source: &[Token], k: usize) -> bool {
    const REACH: usize = 4;
    let next = |tokens: &[Token], at: usize| {
        let behind = tokens.get(at + 1..(at + 1 + REACH).min(tokens.len()))?.iter();
        behind.into_iter().find(|t| t.is_content()).filter(|t| t.sort == Sort::Word).cloned()
    };
    next(draft, i).zip(next(source, k)).is_some_and(|(a, b)| a.same(&b))
}

/// The number took its company along: its own `from` or `to`, or the same word and the same name before it.
pub(super) fn keeps_company(draft: &[Token], i: usize, source: &[Token], k: usize) -> bool {
    if is_span(draft, i, source, k) {
        return true;
    }
    // Up to three plain words before it, none from beyond another number.
    let words = |tokens: &[Token], at: usize| -> Vec<Token> {
        let before = tokens.get(..at).unwrap_or_default().iter().rev().take_while(|t| t.sort != Sort::Number);
        before.filter(|t| t.sort == Sort::Word).take(3).cloned().collect()
    };
    let name = |tokens: &[Token], at: usize| {
        // The first word of a sentence has its capital from there.
        let named = |(n, t): &(usize, &Token)| t.is_content() && (t.sort == Sort::Place || (t.capital && *n > 0));
        tokens.get(..at)?.iter().enumerate().rev().find(named).map(|(_, t)| t.clone())
    };
    let theirs = words(source, k);
    let same_word = words(draft, i).iter().any(|w| theirs.iter().any(|t| w.same(t)));
    let same_name = match (name(draft, i), name(source, k)) {
        (Some(a), Some(b)) => a.same(&b),
        (a, b) => a.is_none() && b.is_none(),
    };
    same_word && same_name
}

/// `from 4`, `to 6` in both: which end of the span it is stays the same.
fn is_span(draft: &[Token], i: usize, source: &[Token], k: usize) -> bool {
    let lead = |tokens: &[Token], k: usize| k.checked_sub(1).and_then(|b| tokens.get(b)).map(|t| t.lower.clone());
    lead(draft, i).is_some_and(|own| matches!(own.as_str(), "from" | "to" | "de" | "à") && lead(source, k) == Some(own))
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
