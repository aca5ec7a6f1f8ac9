//! One value said in two ways: `a fifth` and `20 percent`, `seven` where the source has two of nine, `nearly half` for 1.3 of 2.8
//! million.

use text::date::When;
use text::number::{Quantity, Unit};
use text::synonym::Kin;

use super::anothers::{is_anothers, is_other_multiple};
use super::derived::{
    is_apart, is_counted, is_ratio, is_share_of_counts, is_time_taken, is_worked_out, is_years_between,
};
use super::{is_rounded, same_unit, same_value};
use crate::fact::{Sentence, SentenceId, Sort, Token};
use crate::rule::Case;

/// How far `33 percent` may be from `a third`.
pub(super) const PER_CENT: f64 = 0.5;
/// Numbers of the sources among which a ratio is looked for.
pub(super) const MOST_NUMBERS: usize = 60;
/// From here on a report rarely has a number twice by chance.
const LARGE: f64 = 13.0;
/// A number up to this may stand in the place of another such.
const FEW: f64 = 12.0;

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

/// `two days` for `48 hours`, `three months` for `90 days`: one length of time in two units.
fn is_as_long(case: &Case<'_>, q: &Quantity, s: &Quantity) -> bool {
    const MONTH: f64 = 30.44;
    let days = |n: &Quantity| match &n.unit {
        Unit::Measure(m) if m == "s" => Some(n.low / 86_400.0),
        Unit::Measure(m) if m == "d" => Some(n.low),
        Unit::Measure(m) if m == "mo" => Some(n.low * MONTH),
        _ => None,
    };
    let single = q.low == q.high && s.low == s.high;
    let (Some(own), Some(theirs)) = (days(q), days(s)) else { return false };
    let day = |length: f64| Quantity { low: length, high: length, unit: Unit::Measure("d".into()), ..q.clone() };
    let months =
        matches!((&q.unit, &s.unit), (Unit::Measure(a), Unit::Measure(b)) if a != b && (a == "mo" || b == "mo"));
    single
        && q.unit != s.unit
        && ((own - theirs).abs() <= if months { 0.03 } else { 1e-6 } * theirs
            || is_rounded(case, &Quantity { about: q.about, ..day(own) }, &day(theirs)))
}

/// `un enfant de 4 ans` for one of `âgés de 4 et 78 ans`: an age, whose years stand behind the last of them only.
fn is_age(case: &Case<'_>, q: &Quantity, s: &Quantity) -> bool {
    // In English an age is read as a count.
    let years = !case.english && q.unit == Unit::Measure("mo".into()) && q.low == q.high && q.low % 12.0 == 0.0;
    years && s.unit == Unit::Count && s.low == s.high && s.low == q.low / 12.0 && s.low < 120.0
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
        is_same(q, s)
            || is_as_long(case, q, s)
            || is_age(case, q, s)
            || is_one_side(case, q, s)
            || is_counted_out(q, s)
            || is_one_less(case, q, s)
            || near(case, q, s)
    };
    if is_anothers(case, q) || is_other_multiple(case, q) {
        return false;
    }
    let years = |id| is_years(case, q, id) || is_result(case, q, id);
    if case.nearby().into_iter().any(years) {
        return true;
    }
    if sentences().any(|s| s.numbers.iter().any(|n| told(n) || is_end(q, n, &s.numbers))) || is_frame(case, q) {
        return true;
    }
    // `twelve months` for a year, `a hundred years` for a century.
    let named: &[&str] = match q.low as u32 {
        12 => &["year", "annual", "one-year", "yearlong"],
        120 => &["decade"],
        1200 => &["century"],
        _ => &[],
    };
    let year = q.unit == Unit::Measure("mo".into()) && q.low.fract() == 0.0;
    let a_year = |s: &Sentence| s.tokens.iter().any(|t| named.contains(&t.lower.as_str()));
    // `24 hours` for `a day`.
    let day = q.unit == Unit::Measure("s".into()) && q.low == 86_400.0;
    let a_day = |s: &Sentence| {
        s.tokens.windows(2).any(|w| matches!(w, [a, b] if matches!(a.lower.as_str(), "a" | "one") && b.lower == "day"))
    };
    let as_printed = |s: &SentenceId| is_year_as_printed(case, q, *s);
    if (day && sentences().any(a_day)) || case.nearby().iter().any(as_printed) {
        return true;
    }
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
        || is_share_of_counts(case, q)
        || is_apart(case, q, &all)
        || is_told_anywhere(case, q)
        || is_idle(case, q)
}

/// The sentences used count the same noun, and with another number that the draft has not: that one should stand there.
fn is_counted_otherwise(case: &Case<'_>, q: &Quantity) -> bool {
    let told = |n: &Quantity| case.sentence.numbers.iter().any(|own| is_same(own, n));
    let other = |n: &Quantity| q.counted.is_some() && n.counted == q.counted && n.unit == q.unit && !told(n);
    let mut used = case.align.used().into_iter().filter_map(|id| case.sources.sentence(id));
    used.any(|s| s.numbers.iter().any(other))
}

/// A number that is hardly there by chance, `$5.52` or `1,187`, in any sentence that shares a word with the draft's: a sentence
/// in other words may be drawn from far apart.
fn is_told_anywhere(case: &Case<'_>, q: &Quantity) -> bool {
    let telling = q.low >= LARGE || q.low.fract() != 0.0 || matches!(q.unit, Unit::Money(_) | Unit::Percent);
    let word = |t: &&Token| t.sort == Sort::Word;
    let shares = |s: &Sentence| {
        case.sentence.tokens.iter().filter(word).any(|own| s.tokens.iter().any(|t| case.is_akin(own, t, Kin::Kind)))
    };
    let readings = case.texts.iter().filter_map(|t| case.sources.readings.get(*t));
    telling
        && !has_rival(case, q)
        && !is_counted_otherwise(case, q)
        && readings
            .flat_map(|r| &r.sentences)
            .filter(|s| is_of_now(case, s))
            .any(|s| s.numbers.iter().any(|n| is_same(q, n) || near(case, q, n)) && shares(s))
}

/// `two women`, `the second half`, `faster than the first`: a small number in words that the draft counts out itself, where no
/// source counts anything of the kind and the sentences used have no other small number that it may have taken the place of.
fn is_idle(case: &Case<'_>, q: &Quantity) -> bool {
    let small = |n: &Quantity| matches!(n.unit, Unit::Count | Unit::Ordinal) && n.low <= FEW && n.low == n.high;
    let in_words = !case.printed(&q.range).contains(|c: char| c.is_numeric());
    let told = |n: &Quantity| case.sentence.numbers.iter().any(|own| is_same(own, n));
    let same_noun = |n: &Quantity| q.counted.is_some() && n.counted == q.counted && n.unit == q.unit;
    let readings = case.texts.iter().filter_map(|t| case.sources.readings.get(*t));
    let counted = readings.flat_map(|r| &r.sentences).any(|s| s.numbers.iter().any(same_noun));
    let mut used = case.align.used().into_iter().filter_map(|id| case.sources.sentence(id));
    let rival = used.any(|s| s.numbers.iter().any(|n| small(n) && n.unit == q.unit && !told(n)));
    // Two of them are at least told of as several.
    let several =
        |s: &Sentence| s.names.len().max(s.places.len()) >= 2 || s.tokens.iter().any(|t| is_plural_of(case, t, q));
    let two = || case.align.used().into_iter().filter_map(|id| case.sources.sentence(id)).any(several);
    let tiny = small(q) && (q.low == 1.0 || q.low == 2.0 && (q.unit == Unit::Ordinal || two()));
    tiny && in_words && !counted && !rival
}

/// The value stands in a sentence farther away, and a word beside it there is one beside it in the draft: `lost 8.4 billion` for
/// `a loss of 8.4 billion` two paragraphs before.
fn is_told_apart(case: &Case<'_>, q: &Quantity) -> bool {
    let readings = case.texts.iter().filter_map(|t| case.sources.readings.get(*t));
    let mut sentences = readings.flat_map(|r| &r.sentences).filter(|s| is_of_now(case, s));
    let told = |s: &Sentence| s.numbers.iter().any(|n| is_same(q, n) && is_in_company(case, q, s, n));
    !has_rival(case, q) && sentences.any(told)
}

/// A word beside the draft's number stands beside the source's too, or one akin to it.
fn is_in_company(case: &Case<'_>, q: &Quantity, s: &Sentence, n: &Quantity) -> bool {
    // What is counted alone says little: five hundred people may have slept outdoors, not died.
    let counted = q.counted.as_deref().map_or(0, |c| case.sources.vocabulary.get(c));
    let mut own = company(case.sentence, q).into_iter().filter(|t| counted == 0 || t.id != counted);
    let theirs = company(s, n);
    own.any(|a| theirs.iter().any(|b| case.is_akin(a, b, Kin::Near)))
}

/// What happened in another year is another matter: `a quake in 2007 killed 500`.
fn is_of_now(case: &Case<'_>, s: &Sentence) -> bool {
    let told = |d: &When| case.sentence.dates.iter().any(|own| own.first == d.first && own.last == d.last);
    let year = |d: &&When| d.first.zip(d.last).is_some_and(|(a, b)| b - a >= 364);
    s.dates.iter().filter(year).all(told)
}

/// A number of the draft's own sentences beside the same word is the one that it may have been put in place of.
fn has_rival(case: &Case<'_>, q: &Quantity) -> bool {
    let mut used = case.align.used().into_iter().filter_map(|id| case.sources.sentence(id));
    let rival =
        |s: &Sentence, n: &Quantity| same_unit(&q.unit, &n.unit) && !is_same(q, n) && is_in_company(case, q, s, n);
    used.any(|s| s.numbers.iter().any(|n| rival(s, n)))
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

/// A year read as a number, `in the 2020 vote`, whose digits stand in a source sentence close by.
fn is_year_as_printed(case: &Case<'_>, q: &Quantity, id: SentenceId) -> bool {
    let year = q.unit == Unit::Count && q.low == q.high && q.low.fract() == 0.0 && (1_000.0..2_200.0).contains(&q.low);
    let Some(source) = case.sources.sentence(id).filter(|_| year) else { return false };
    let printed = case.sources.printed(id.text, &source.range);
    printed.split(|c: char| !c.is_ascii_digit()).any(|digits| digits == format!("{:.0}", q.low))
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

fn is_plural_of(case: &Case<'_>, token: &Token, q: &Quantity) -> bool {
    let counted = q.counted.as_deref().map_or(0, |c| case.sources.vocabulary.get(c));
    counted != 0 && token.id == counted && (token.lower.ends_with('s') || token.lower == "people")
}

/// `six of the nine` for a vote of 6-3: who was for it is told first, and who was against it second. Of a match the sides are goals.
pub(super) fn is_one_side(case: &Case<'_>, q: &Quantity, s: &Quantity) -> bool {
    const AGAINST: [&str; 5] = ["against", "oppos", "dissent", "object", "disagree"];
    /// Tokens in which a side stands with its number.
    const NEAR: usize = 5;
    let vote = |t: &Token| t.lower.starts_with("vot") || t.lower.starts_with("ballot");
    let its = |n: &Quantity| n.range == s.range && n.unit == Unit::Score;
    let voted = |t: &Sentence| t.numbers.iter().any(its) && t.tokens.iter().any(vote);
    let at = case.tokens(&q.range);
    let beside = case.sentence.tokens.get(at.end..(at.end + NEAR).min(case.sentence.tokens.len())).unwrap_or_default();
    let against = beside.iter().any(|t| AGAINST.iter().any(|w| t.lower.starts_with(w)));
    let side = if against { s.high } else { s.low };
    s.unit == Unit::Score
        && q.unit == Unit::Count
        && q.low == q.high
        && q.low == side
        && case.nearby().into_iter().filter_map(|id| case.sources.sentence(id)).any(voted)
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
fn near(case: &Case<'_>, q: &Quantity, s: &Quantity) -> bool {
    let share = Quantity { low: q.low * 100.0, high: q.high * 100.0, unit: Unit::Percent, ..q.clone() };
    is_rounded(case, q, s)
        || is_magnitude(case, q, s)
        || (q.unit == Unit::Count && q.low < 1.0 && is_rounded(case, &share, s))
}

/// The same said otherwise: rounded, in another unit, or as a part.
pub(super) fn is_told_by(case: &Case<'_>, q: &Quantity, s: &Quantity) -> bool {
    near(case, q, s) || is_as_long(case, q, s)
}

/// `several hundred` for 400: a magnitude in words that holds the source's number, of the same thing.
fn is_magnitude(case: &Case<'_>, q: &Quantity, s: &Quantity) -> bool {
    const MAGNITUDES: [&str; 4] = ["hundred", "thousand", "million", "billion"];
    let printed = case.printed(&q.range).to_lowercase();
    let vague = q.low < q.high && MAGNITUDES.iter().any(|w| printed.starts_with(w));
    let counted = q.counted.is_none() || s.counted.is_none() || q.counted == s.counted || q.unit != Unit::Count;
    vague && counted && same_unit(&q.unit, &s.unit) && q.low <= s.low && s.high <= q.high
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
