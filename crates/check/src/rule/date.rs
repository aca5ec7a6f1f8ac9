//! Dates: the same day, month or year, however it is said.

use std::ops::Range;

use news::verdict::{Finding, Kind, Severity, Verdict};
use text::date::When;

use super::{Case, Place};
use crate::fact::{Sort, Token};
use crate::reason;

/// Compares every date of the sentence with those of the source sentences in which it should stand.
pub(crate) fn check(case: &Case<'_>) -> Vec<Finding> {
    let out: Vec<Finding> = case.sentence.dates.iter().filter_map(|w| when(case, w)).collect();
    if !out.is_empty() {
        return out;
    }
    case.sentence.dates.windows(2).find_map(|pair| swapped(case, pair.first()?, pair.last()?)).into_iter().collect()
}

/// Two dates that changed places, each away from the words it stood with.
fn swapped(case: &Case<'_>, a: &When, b: &When) -> Option<Finding> {
    let (i, k) = (case.tokens(&a.range).start, case.tokens(&b.range).start);
    let (first, second) = (case.spot(i)?, case.spot(k)?);
    let source = case.sources.sentence(first.sentence).filter(|_| first.sentence == second.sentence)?;
    let own = &case.sentence.tokens;
    let kept = |i: usize, k: usize| super::number::keeps_company(own, i, &source.tokens, k);
    // Each still stands with its number: `64 percent last year, down from 91 percent in 2019`.
    let with_number = |tokens: &[Token], text: &str, at: usize| {
        let date = tokens.get(at)?.range.clone();
        let apart = |t: &Token| {
            let between = text.get(t.range.end.min(date.end)..t.range.start.max(date.start)).unwrap_or_default();
            (between.contains(','), t.range.start > date.start, between.len())
        };
        tokens.iter().filter(|t| t.sort == Sort::Number).min_by_key(|t| apart(t)).map(|t| t.id)
    };
    let theirs = case.sources.evidence.get(first.sentence.text).map_or("", |e| e.text.as_str());
    let paired = |i: usize, k: usize| {
        let number = with_number(own, case.text, i);
        number.is_some() && number == with_number(&source.tokens, theirs, k)
    };
    if paired(i, first.token) && paired(k, second.token) {
        return None;
    }
    let words_before = own.get(..i)?.iter().any(|t| t.sort == Sort::Word);
    if second.token >= first.token || !words_before || kept(i, first.token) || kept(k, second.token) {
        return None;
    }
    let place = Place { text: first.sentence.text, range: source.tokens.get(second.token)?.range.clone() };
    Some(case.contradicted(Kind::Date, &a.range, &place))
}

fn when(case: &Case<'_>, w: &When) -> Option<Finding> {
    let at = case.tokens(&w.range);
    let ids = case.home(&at);
    let home: Vec<(usize, &When)> = ids
        .iter()
        .filter_map(|id| Some((id.text, case.sources.sentence(*id)?)))
        .flat_map(|(text, s)| s.dates.iter().map(move |d| (text, d)))
        .collect();
    if home.iter().any(|(_, s)| fits(w, s) || is_month_of(case, w, s)) {
        return None;
    }
    if let Some((text, s)) = home.iter().find(|(text, s)| same_words(case, w, *text, s)) {
        return Some(shifted(case, w, *text, s));
    }
    // A source that tells the same matter elsewhere may give the day.
    let others = case.align.windows.iter().chain(case.align.others.iter().filter(|o| o.score >= 0.5));
    let told_elsewhere = others
        .filter_map(|o| case.sources.readings.get(o.text)?.sentences.get(o.first..=o.last))
        .flatten()
        .any(|s| s.dates.iter().any(|d| fits(w, d)));
    if told_elsewhere {
        return None;
    }
    Some(match rival(case, w, &at, &home) {
        Some((text, s)) => case.contradicted(Kind::Date, &w.range, &Place { text, range: s.range.clone() }),
        None => {
            let told = format!("No source gives {} here ({}).", reason::value(case.printed(&w.range)), case.agencies());
            case.missing(Kind::Date, &w.range, told)
        }
    })
}

/// Whether a source near the draft sentence's own gives the date, or the day from which it is counted: `two days later`.
pub(crate) fn is_known(case: &Case<'_>, w: &When) -> bool {
    let sentences = || case.nearby().into_iter().filter_map(|id| case.sources.sentence(id));
    sentences().any(|s| {
        let spans = || s.numbers.iter().filter(|q| q.unit == text::number::Unit::Measure("d".into())).map(|q| q.low);
        s.dates.iter().any(|d| fits(w, d) || is_month_of(case, w, d) || spans().any(|days| is_counted(w, d, days)))
            || s.numbers.iter().any(|q| is_quarter(w, q))
            || (is_year(w) && is_year_before(s))
    })
}

fn is_year(w: &When) -> bool {
    w.relative && w.first.zip(w.last).is_some_and(|(a, b)| b - a >= 364)
}

/// `a year earlier`, `the year before`, `the previous year`: told as `last year`.
fn is_year_before(s: &crate::fact::Sentence) -> bool {
    s.tokens.windows(2).any(|two| {
        let [a, b] = two else { return false };
        (a.lower == "year" && matches!(b.lower.as_str(), "earlier" | "before" | "ago"))
            || (b.lower == "year" && matches!(a.lower.as_str(), "previous" | "preceding" | "prior"))
    })
}

/// `between July and September` for `the third quarter`.
fn is_quarter(w: &When, q: &text::number::Quantity) -> bool {
    let Some((first, last)) = w.first.zip(w.last) else { return false };
    let quarter =
        q.unit == text::number::Unit::Ordinal && q.counted.as_deref().is_some_and(|c| c.starts_with("quarter"));
    // Days into a year, leap or not, on which a quarter begins.
    let into = f64::from(first).rem_euclid(365.2425);
    quarter && (88..=92).contains(&(last - first)) && (into / 91.31).round() + 1.0 == q.low
}

/// A day that lies so many days before or behind another.
fn is_counted(w: &When, from: &When, days: f64) -> bool {
    w.first.zip(from.first).is_some_and(|(a, b)| f64::from((a - b).abs()) == days) && w.first == w.last
}

/// The same days, or the draft's month or year for the source's day in it.
fn fits(w: &When, s: &When) -> bool {
    match (w.first.zip(w.last), s.first.zip(s.last)) {
        (Some((from, to)), Some((first, last))) => {
            from <= first && last <= to && (to - from == last - first || to - from >= 27)
        }
        (None, None) => w.minute == s.minute,
        _ => false,
    }
}

/// A month told without its year, `in mid-January`, for the source's day in it: which year it is both leave to the reader.
fn is_month_of(case: &Case<'_>, w: &When, s: &When) -> bool {
    const YEARS: [i32; 4] = [-366, -365, 365, 366];
    let (Some((from, to)), Some((first, last))) = (w.first.zip(w.last), s.first.zip(s.last)) else { return false };
    let bare = (27..31).contains(&(to - from)) && !case.printed(&w.range).contains(|c: char| c.is_ascii_digit());
    bare && last - first < 31 && YEARS.iter().any(|days| from + days <= first && last <= to + days)
}

fn same_words(case: &Case<'_>, w: &When, text: usize, s: &When) -> bool {
    crate::fact::fold(case.printed(&w.range)) == crate::fact::fold(case.sources.printed(text, &s.range))
}

/// The source's own words, which mean another day by now: shown to the editor.
fn shifted(case: &Case<'_>, w: &When, text: usize, s: &When) -> Finding {
    let told = format!(
        "{} is counted from the day of the report of {}; readers count it from today.",
        reason::value(case.printed(&w.range)),
        case.agency(text)
    );
    case.finding(
        Kind::Date,
        (Severity::Warn, Verdict::NotFound),
        &w.range,
        Some(&Place { text, range: s.range.clone() }),
        told,
    )
}

/// Day, month, year or time of day.
fn size(w: &When) -> u8 {
    match w.first.zip(w.last) {
        None => 0,
        Some((a, b)) if b - a < 7 => 1,
        Some((a, b)) if b - a < 32 => 2,
        Some(_) => 3,
    }
}

/// The source's date in the same place: in the gap, then one of the same size that the draft does not use.
fn rival<'s>(case: &Case<'_>, w: &When, at: &Range<usize>, home: &[(usize, &'s When)]) -> Option<(usize, &'s When)> {
    let unused: Vec<(usize, &When)> =
        home.iter().copied().filter(|(_, s)| !case.sentence.dates.iter().any(|own| fits(own, s))).collect();
    let gap = case.gap(at).and_then(|(id, gap)| {
        let tokens = case.sources.sentence(id)?.tokens.get(gap)?;
        Some(tokens.first()?.range.start..tokens.last()?.range.end)
    });
    let in_gap = |s: &When| gap.as_ref().is_some_and(|g| g.start <= s.range.start && s.range.end <= g.end);
    let pick = unused.iter().find(|(_, s)| in_gap(s) && (s.minute.is_some() == w.minute.is_some()));
    pick.or_else(|| unused.iter().find(|(_, s)| size(s) == size(w)))
        .or_else(|| unused.iter().find(|(_, s)| s.minute.is_some() == w.minute.is_some()))
        .copied()
}
