//! Numbers that a reader works out of those of the source: what two are apart or come to, a part of a whole, a time taken.

use text::number::{Quantity, Unit};

use super::equal::{MOST_NUMBERS, PER_CENT, is_same};
use super::{bound, is_rounded, same_unit, same_value};
use crate::fact::{Sentence, Token};
use crate::rule::Case;

/// Highest number that a reader counts out, `seven of the nine`.
const MOST: f64 = 100.0;
/// How far a ratio may be from what is rounded to it, `nearly half`.
const RATIO: f64 = 0.1;
/// The same where the draft has neither of the two numbers.
const CLOSE: f64 = 0.02;

/// The difference or the sum of two counts in one source sentence.
pub(super) fn is_counted(case: &Case<'_>, q: &Quantity, numbers: &[Quantity]) -> bool {
    let whole = |n: &Quantity| n.unit == Unit::Count && n.low == n.high && n.low >= 1.0 && n.low.fract() == 0.0;
    // Larger ones only beside one of those that they come from: `of the 112 starters, 94 finished`.
    let told = |n: &Quantity| case.sentence.numbers.iter().any(|own| own.range != q.range && is_same(own, n));
    let small = |n: &Quantity| n.low <= MOST;
    whole(q)
        && pairs(numbers).any(|(a, b)| {
            // Of neither of them: only as what is left, `the other 12`.
            let open = (small(q) && small(a) && small(b) && is_left(case, q)) || told(a) || told(b);
            open && whole(a) && whole(b) && [(a.low - b.low).abs(), a.low + b.low].contains(&q.low)
        })
}

/// What is told is the rest, or the whole: `the other 12`, `12 were not`, `seven in all`.
fn is_left(case: &Case<'_>, q: &Quantity) -> bool {
    const REST: [&str; 22] = [
        "other",
        "others",
        "rest",
        "remaining",
        "left",
        "only",
        "not",
        "no",
        "none",
        "without",
        "against",
        "all",
        "both",
        "total",
        "altogether",
        "together",
        "combined",
        "fewer",
        "more",
        "less",
        "apart",
        "dropped",
    ];
    /// Tokens on either side.
    const NEAR: usize = 8;
    let at = case.tokens(&q.range);
    let near = at.start.saturating_sub(NEAR)..(at.end + NEAR).min(case.sentence.tokens.len());
    let near = case.sentence.tokens.get(near).unwrap_or_default();
    !case.english || near.iter().any(|t| REST.contains(&t.lower.as_str()))
}

/// `five percentage points` between 68 and 63 percent; two sums of money put together, `19 billion` of 8 and 11.
pub(super) fn is_worked_out(q: &Quantity, numbers: &[Quantity]) -> bool {
    let near = |a: f64, b: f64| (a - b).abs() <= 1e-6 * a.abs().max(b.abs()).max(1.0);
    let plain = |n: &Quantity| n.low == n.high;
    let money = |n: &Quantity| matches!(n.unit, Unit::Money(_));
    let large = q.unit == Unit::Count && q.low >= 1e6;
    plain(q)
        && pairs(numbers).filter(|(a, b)| plain(a) && plain(b) && a.unit == b.unit).any(|(a, b)| {
            let (apart, both) = ((a.low - b.low).abs(), a.low + b.low);
            let points = a.unit == Unit::Percent && (q.unit == Unit::Points || q.counted.as_deref() == Some("point"));
            let sums = money(a) && (q.unit == a.unit || large);
            (points && near(q.low, apart)) || (sums && (near(q.low, both) || near(q.low, apart)))
        })
}

/// `just under four hours` for `three hours and 52 minutes`, `four and a half years` for four years and six months.
pub(super) fn is_time_taken(case: &Case<'_>, q: &Quantity, s: &Sentence) -> bool {
    let time = |n: &Quantity| n.unit == q.unit && matches!(&n.unit, Unit::Measure(m) if m == "s" || m == "mo");
    time(q)
        && s.numbers.windows(2).any(|two| {
            let [a, b] = two else { return false };
            let both = Quantity { low: a.low + b.low, high: a.high + b.high, ..a.clone() };
            time(a) && time(b) && a.low > b.low && (same_value(q, &both) || is_rounded(case, q, &both))
        })
}

/// `over four years` for `between 2018 and 2022`.
pub(super) fn is_years_between(q: &Quantity, s: &Sentence) -> bool {
    const DAYS: f64 = 365.25;
    let years: Vec<f64> = s
        .dates
        .iter()
        .filter_map(|d| d.first.zip(d.last))
        .filter(|(a, b)| b - a >= 364)
        .map(|(a, _)| f64::from(a))
        .collect();
    let apart = |a: &f64, b: &f64| (((a - b).abs() / DAYS).round() * 12.0 - q.low).abs() < 1e-9;
    q.unit == Unit::Measure("mo".into()) && years.iter().any(|a| years.iter().any(|b| a != b && apart(a, b)))
}

/// `nearly half` where the sources have 1.3 and 2.8 million, and the draft one of them.
pub(super) fn is_ratio(case: &Case<'_>, q: &Quantity, numbers: &[Quantity]) -> bool {
    let part = q.unit == Unit::Count && q.low > 0.0 && q.low < 1.0 && q.low == q.high;
    let told = |n: &Quantity| case.sentence.numbers.iter().any(|own| is_same(own, n));
    let fits = |a: &Quantity, b: &Quantity, about: f64| {
        let ratio = a.low.min(b.low) / a.low.max(b.low);
        let far = if q.about { about * q.low } else { 1e-6 };
        let part = Quantity { low: ratio, high: ratio, ..q.clone() };
        // `6.2 million New Zealand dollars of a 17 million dollar project`.
        let sums = matches!((&a.unit, &b.unit), (Unit::Money(_), Unit::Money(_)));
        (sums || same_unit(&a.unit, &b.unit)) && (ratio - q.low).abs() <= far && bound::on_side(case, q, &part)
    };
    // `a quarter of the staff` where one sentence has 180 of 720: there the two belong together.
    let mut sentences = case.nearby().into_iter().filter_map(|id| case.sources.sentence(id));
    part && (pairs(numbers).any(|(a, b)| (told(a) || told(b)) && fits(a, b, RATIO))
        || sentences.any(|s| pairs(&s.numbers).any(|(a, b)| fits(a, b, CLOSE))))
}

/// `four years less than was asked for`, `by a margin of five`: what two numbers of the report are apart, told as such.
pub(super) fn is_apart(case: &Case<'_>, q: &Quantity, numbers: &[Quantity]) -> bool {
    const TOLD: [&str; 26] = [
        "less",
        "more",
        "fewer",
        "lower",
        "higher",
        "below",
        "above",
        "short",
        "margin",
        "gap",
        "difference",
        "lead",
        "ahead",
        "behind",
        "cheaper",
        "longer",
        "shorter",
        "moins",
        "plus",
        "inférieure",
        "inférieur",
        "supérieure",
        "supérieur",
        "écart",
        "बढ़त",
        "فارق",
    ];
    // Right beside the number, `a margin of five`, `five votes fewer`: farther away it is of something else.
    const BESIDE: usize = 4;
    let at = case.tokens(&q.range);
    let beside = at.start.saturating_sub(BESIDE)..(at.end + BESIDE).min(case.sentence.tokens.len());
    let near = case.sentence.tokens.get(beside).unwrap_or_default();
    // `more than five` bounds a number, `five more` compares it.
    let bounds = |t: &Token| matches!(t.lower.as_str(), "than" | "de" | "que");
    let told = near.iter().enumerate().any(|(k, t)| {
        TOLD.contains(&t.lower.as_str())
            && (near.get(k + 1).is_none_or(|next| !bounds(next)) || t.range.start > q.range.end)
    });
    let plain = |n: &Quantity| n.low == n.high;
    // `5 billion more` of sums in yen.
    let of_money = |n: &Quantity| matches!(n.unit, Unit::Money(_)) && q.unit == Unit::Count && q.low >= 1e6;
    let fits = |n: &Quantity| plain(n) && (same_unit(&n.unit, &q.unit) || of_money(n));
    let apart = |a: &Quantity, b: &Quantity| {
        let alike = a.unit == b.unit || of_money(a) != of_money(b);
        fits(a) && fits(b) && alike && {
            let far = Quantity { low: (a.low - b.low).abs(), high: (a.low - b.low).abs(), ..q.clone() };
            far.low > 0.0 && ((far.low - q.low).abs() <= 1e-6 * far.low.max(1.0) || is_rounded(case, q, &far))
        }
    };
    let score = |n: &Quantity| n.unit == Unit::Score && q.unit == Unit::Count && (n.high - n.low).abs() == q.low;
    told && plain(q) && (pairs(numbers).any(|(a, b)| apart(a, b)) || numbers.iter().any(score))
}

/// `60 percent of the seats` for 42 of 70.
pub(super) fn is_share_of_counts(case: &Case<'_>, q: &Quantity) -> bool {
    let count = |n: &Quantity| n.unit == Unit::Count && n.low == n.high && n.low >= 1.0;
    let fits = |(a, b): (&Quantity, &Quantity)| {
        let share = 100.0 * a.low.min(b.low) / a.low.max(b.low);
        let far = if q.low.fract() == 0.0 { PER_CENT } else { PER_CENT / 10.0 };
        count(a) && count(b) && (share - q.low).abs() <= far
    };
    let mut sentences = case.nearby().into_iter().filter_map(|id| case.sources.sentence(id));
    q.unit == Unit::Percent && q.low == q.high && sentences.any(|s| pairs(&s.numbers).any(fits))
}

/// Every two of the first numbers of a sentence; a table of figures has too many to be worked out.
pub(super) fn pairs(numbers: &[Quantity]) -> impl Iterator<Item = (&Quantity, &Quantity)> {
    let numbers = numbers.get(..numbers.len().min(MOST_NUMBERS)).unwrap_or_default();
    numbers.iter().enumerate().flat_map(|(i, a)| numbers.iter().skip(i + 1).map(move |b| (a, b)))
}
