//! One value said in two ways: `a fifth` and `20 percent`, `seven` where the source has two of nine, `nearly half` for 1.3 of 2.8
//! million.

use text::date::When;
use text::number::{Quantity, Unit};
use text::synonym::Kin;

use super::{bound, rounded, same_unit, same_value};
use crate::fact::{Sentence, SentenceId, Sort, Token};
use crate::rule::Case;

/// How far `33 percent` may be from `a third`.
const PER_CENT: f64 = 0.5;
/// Highest number that a reader counts out, `seven of the nine`.
const MOST: f64 = 100.0;
/// Numbers of the sources among which a ratio is looked for.
const MOST_NUMBERS: usize = 60;
/// How far a ratio may be from what is rounded to it, `nearly half`.
const RATIO: f64 = 0.1;

/// The same value of the same unit; a part of a whole may be told in per cent.
pub(crate) fn is_same(a: &Quantity, b: &Quantity) -> bool {
    (same_value(a, b) && same_unit(&a.unit, &b.unit)) || is_share(a, b) || is_share(b, a) || is_points(a, b)
}

/// `seven points` for seven percentage points.
fn is_points(q: &Quantity, s: &Quantity) -> bool {
    let point =
        |c: &String| c.starts_with("point") || c.starts_with("अंक") || c.starts_with("نقط") || c.starts_with("نقاط");
    s.unit == Unit::Points && q.unit == Unit::Count && q.counted.as_ref().is_some_and(point) && same_value(q, s)
}

/// One end of a span that a source gives, or a span both of whose ends it gives: `between 90 and 100` for `90 to 100`.
fn is_end(q: &Quantity, s: &Quantity, others: &[Quantity]) -> bool {
    let spans = |n: &Quantity| n.unit != Unit::Score && n.low < n.high;
    let ends =
        |span: &Quantity, n: &Quantity| same_unit(&span.unit, &n.unit) && (n.low == span.low || n.low == span.high);
    let plain = |n: &Quantity| n.low == n.high;
    let other = |end: f64| others.iter().any(|o| plain(o) && o.low == end);
    (spans(s) && plain(q) && ends(s, q)) || (spans(q) && plain(s) && ends(q, s) && other(q.low) && other(q.high))
}

/// `a` is a part in words, `b` the same in per cent.
fn is_share(a: &Quantity, b: &Quantity) -> bool {
    let part = a.unit == Unit::Count && a.low > 0.0 && a.low < 1.0;
    part && b.unit == Unit::Percent && (a.low * 100.0 - b.low).abs() <= PER_CENT && b.low == b.high
}

/// Whether a source near the draft sentence's own gives the number, or those from which a reader would work it out.
pub(crate) fn is_known(case: &Case<'_>, q: &Quantity) -> bool {
    let sentences = || case.nearby().into_iter().filter_map(|id| case.sources.sentence(id));
    let told = |s: &Quantity| {
        is_same(q, s) || is_counted_out(q, s) || is_one_less(case, q, s) || (near(q, s) && bound::on_side(case, q, s))
    };
    let years = |id| is_years(case, q, id) || is_result(case, q, id);
    if case.nearby().into_iter().any(years) {
        return true;
    }
    if sentences().any(|s| s.numbers.iter().any(|n| told(n) || is_end(q, n, &s.numbers))) || is_frame(case, q) {
        return true;
    }
    let year = q.unit == Unit::Measure("mo".into()) && (q.low - 12.0).abs() < f64::EPSILON;
    let a_year = |s: &Sentence| s.tokens.iter().any(|t| t.lower == "year" || t.lower == "annual");
    let readings = case.texts.iter().filter_map(|t| case.sources.readings.get(*t));
    let all: Vec<Quantity> =
        readings.flat_map(|r| &r.sentences).flat_map(|s| s.numbers.iter().cloned()).take(MOST_NUMBERS).collect();
    is_number_of_names(case, q)
        || is_singular(case, q)
        || sentences().any(|s| is_of_both(case, q, s))
        || sentences().any(|s| is_worked_out(q, &s.numbers))
        || sentences().any(|s| is_time_taken(case, q, s) || is_years_between(q, s))
        || is_told_apart(case, q)
        || (year && sentences().any(a_year))
        || sentences().any(|s| is_counted(case, q, &s.numbers))
        || is_ratio(case, q, &all)
}

/// The value stands in a sentence farther away, and a word beside it there is one beside it in the draft: `lost 8.4 billion` for
/// `a loss of 8.4 billion` two paragraphs before.
fn is_told_apart(case: &Case<'_>, q: &Quantity) -> bool {
    let readings = case.texts.iter().filter_map(|t| case.sources.readings.get(*t));
    // What is counted alone says little: five hundred people may have slept outdoors, not died.
    let counted = q.counted.as_deref().map_or(0, |c| case.sources.vocabulary.get(c));
    let own: Vec<&Token> = company(case.sentence, q).into_iter().filter(|t| counted == 0 || t.id != counted).collect();
    let beside = |s: &Sentence, n: &Quantity| {
        let theirs = company(s, n);
        own.iter().any(|a| theirs.iter().any(|b| case.is_akin(a, b, Kin::Near)))
    };
    // A number of the draft's own sentences beside the same word is the one that it may have been put in place of.
    let used = case.align.used().into_iter().filter_map(|id| case.sources.sentence(id));
    let rival = |s: &Sentence| s.numbers.iter().any(|n| same_unit(&q.unit, &n.unit) && !is_same(q, n) && beside(s, n));
    if used.into_iter().any(rival) {
        return false;
    }
    // What happened in another year is another matter: `a quake in 2007 killed 500`.
    let of_now = |s: &&Sentence| {
        let told = |d: &When| case.sentence.dates.iter().any(|own| own.first == d.first && own.last == d.last);
        let year = |d: &&When| d.first.zip(d.last).is_some_and(|(a, b)| b - a >= 364);
        s.dates.iter().filter(year).all(told)
    };
    let mut sentences = readings.flat_map(|r| &r.sentences).filter(of_now);
    sentences.any(|s| s.numbers.iter().any(|n| is_same(q, n) && beside(s, n)))
}

/// The plain words up to four tokens before and behind a number.
fn company<'s>(sentence: &'s Sentence, q: &Quantity) -> Vec<&'s Token> {
    const REACH: usize = 4;
    let first = sentence.tokens.partition_point(|t| t.range.end <= q.range.start);
    let last = sentence.tokens.partition_point(|t| t.range.start < q.range.end);
    let near = sentence.tokens.get(first.saturating_sub(REACH)..(last + REACH).min(sentence.tokens.len()));
    let bound =
        |t: &&Token| matches!(t.lower.as_str(), "more" | "less" | "fewer" | "least" | "most" | "nearly" | "around");
    near.unwrap_or_default().iter().filter(|t| t.sort == Sort::Word).filter(|t| !bound(t)).collect()
}

/// A span of years both of whose ends a source sentence has, whichever words stand between.
fn is_years(case: &Case<'_>, q: &Quantity, id: SentenceId) -> bool {
    const YEARS: std::ops::Range<f64> = 1_000.0..2_200.0;
    let span = q.unit == Unit::Count && q.low < q.high && YEARS.contains(&q.low) && YEARS.contains(&q.high);
    let Some(source) = case.sources.sentence(id).filter(|_| span) else { return false };
    let printed = case.sources.printed(id.text, &source.range);
    [q.low, q.high].iter().all(|year| printed.contains(&format!("{year:.0}")))
}

/// `3-1` where a source says the goals of both sides in words; one may be told without its number.
fn is_result(case: &Case<'_>, q: &Quantity, id: SentenceId) -> bool {
    let Some(source) = case.sources.sentence(id).filter(|_| q.unit == Unit::Score) else { return false };
    let told = |goals: f64| {
        source
            .numbers
            .iter()
            .any(|n| matches!(n.unit, Unit::Count | Unit::Ordinal) && n.low == n.high && n.low == goals)
    };
    let most = q.low.max(q.high);
    told(most) && (q.low + q.high - most <= 1.0 || told(q.low + q.high - most))
}

/// `Two friends, Steve and Carly`: as many as the draft names.
fn is_number_of_names(case: &Case<'_>, q: &Quantity) -> bool {
    const MOST: f64 = 6.0;
    let behind = case.sentence.names.iter().filter(|n| n.range.start >= q.range.end).count();
    q.unit == Unit::Count && q.low >= 2.0 && q.low <= MOST && behind as f64 == q.low
}

/// `two earlier accidents` for `the third accident`, `five previous races` for `six races`.
fn is_one_less(case: &Case<'_>, q: &Quantity, s: &Quantity) -> bool {
    let behind = case.text.get(q.range.end..case.sentence.range.end).unwrap_or_default().trim_start();
    let before = [
        "earlier",
        "previous",
        "other",
        "more",
        "prior",
        "rival",
        "companion",
        "opponent",
        "colleague",
        "team-mate",
        "teammate",
    ]
    .iter()
    .any(|w| behind.starts_with(w));
    let counts = |n: &Quantity| matches!(n.unit, Unit::Count | Unit::Ordinal) && n.low == n.high;
    before && counts(q) && counts(s) && q.low + 1.0 == s.low
}

/// `three attacks` for `the third attack`.
fn is_counted_out(q: &Quantity, s: &Quantity) -> bool {
    let ordinal = |n: &Quantity| n.unit == Unit::Ordinal;
    let count = |n: &Quantity| n.unit == Unit::Count;
    same_value(q, s) && ((ordinal(q) && count(s)) || (count(q) && ordinal(s)))
}

/// A quarter of the year or a score that a source names anywhere: it is the frame of the whole report.
fn is_frame(case: &Case<'_>, q: &Quantity) -> bool {
    let quarter =
        |n: &Quantity| n.unit == Unit::Ordinal && n.counted.as_deref().is_some_and(|c| c.starts_with("quarter"));
    let mut readings = case.texts.iter().filter_map(|t| case.sources.readings.get(*t));
    let score = |n: &Quantity| n.unit == Unit::Score;
    let told = |n: &Quantity| same_value(q, n) && ((quarter(q) && quarter(n)) || (score(q) && score(n)));
    readings.any(|r| r.sentences.iter().flat_map(|s| &s.numbers).any(told))
}

/// Rounded, or a part in words beside a percentage: `more than four in five` for 83 percent.
fn near(q: &Quantity, s: &Quantity) -> bool {
    let share = Quantity { low: q.low * 100.0, high: q.high * 100.0, unit: Unit::Percent, ..q.clone() };
    rounded(q, s) || (q.unit == Unit::Count && q.low < 1.0 && rounded(&share, s))
}

/// The difference or the sum of two counts in one source sentence.
fn is_counted(case: &Case<'_>, q: &Quantity, numbers: &[Quantity]) -> bool {
    let whole = |n: &Quantity| n.unit == Unit::Count && n.low == n.high && n.low >= 1.0 && n.low.fract() == 0.0;
    // Larger ones only beside one of those that they come from: `of the 112 starters, 94 finished`.
    let told = |n: &Quantity| case.sentence.numbers.iter().any(|own| own.range != q.range && is_same(own, n));
    let small = |n: &Quantity| n.low <= MOST;
    whole(q)
        && pairs(numbers).any(|(a, b)| {
            let open = (small(q) && small(a) && small(b)) || told(a) || told(b);
            open && whole(a) && whole(b) && [(a.low - b.low).abs(), a.low + b.low].contains(&q.low)
        })
}

/// `one wing` for `its left wing`, where no source counts wings.
fn is_singular(case: &Case<'_>, q: &Quantity) -> bool {
    let readings = case.texts.iter().filter_map(|t| case.sources.readings.get(*t));
    let mut numbers = readings.flat_map(|r| &r.sentences).flat_map(|s| &s.numbers);
    let stands = || q.counted.as_deref().is_some_and(|c| case.sources.vocabulary.get(c) != 0);
    q.unit == Unit::Count && q.low == 1.0 && q.high == 1.0 && stands() && !numbers.any(|n| n.counted == q.counted)
}

/// `the two countries` where a sentence names two; `4 sur 5` where it has 4 and 5.
fn is_of_both(case: &Case<'_>, q: &Quantity, s: &Sentence) -> bool {
    const BOTH: [&str; 9] = ["countri", "side", "parti", "govern", "nation", "compani", "team", "pay", "camp"];
    let named = || s.names.len().max(s.places.len()) >= 2;
    let both = q.low == 2.0 && q.counted.as_deref().is_some_and(|c| BOTH.contains(&c)) && named();
    let parts: Vec<f64> =
        case.printed(&q.range).split(|c: char| !c.is_ascii_digit()).filter_map(|d| d.parse().ok()).collect();
    let split = q.low < 1.0 && parts.len() == 2;
    both || split && parts.iter().all(|p| s.numbers.iter().any(|n| n.low == *p))
}

/// `five percentage points` between 68 and 63 percent; two sums of money put together, `19 billion` of 8 and 11.
fn is_worked_out(q: &Quantity, numbers: &[Quantity]) -> bool {
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

/// `just under four hours` for `three hours and 52 minutes`.
fn is_time_taken(case: &Case<'_>, q: &Quantity, s: &Sentence) -> bool {
    let time = |n: &Quantity| n.unit == Unit::Measure("s".into());
    time(q)
        && s.numbers.windows(2).any(|two| {
            let [a, b] = two else { return false };
            let both = Quantity { low: a.low + b.low, high: a.high + b.high, ..a.clone() };
            time(a)
                && time(b)
                && a.low > b.low
                && (same_value(q, &both) || rounded(q, &both) && bound::on_side(case, q, &both))
        })
}

/// `over four years` for `between 2018 and 2022`.
fn is_years_between(q: &Quantity, s: &Sentence) -> bool {
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
fn is_ratio(case: &Case<'_>, q: &Quantity, numbers: &[Quantity]) -> bool {
    let part = q.unit == Unit::Count && q.low > 0.0 && q.low < 1.0 && q.low == q.high;
    let told = |n: &Quantity| case.sentence.numbers.iter().any(|own| is_same(own, n));
    part && pairs(numbers).any(|(a, b)| {
        let ratio = a.low.min(b.low) / a.low.max(b.low);
        let far = if q.about { RATIO * q.low } else { 1e-6 };
        same_unit(&a.unit, &b.unit) && (told(a) || told(b)) && (ratio - q.low).abs() <= far
    })
}

fn pairs(numbers: &[Quantity]) -> impl Iterator<Item = (&Quantity, &Quantity)> {
    numbers.iter().enumerate().flat_map(|(i, a)| numbers.iter().skip(i + 1).map(move |b| (a, b)))
}
