//! What stands beside a number: `more than` before it, `a day` behind it.

use std::ops::Range;

use news::verdict::{Finding, Kind};
use text::number::Quantity;

use super::{Case, Place};
use crate::reason;

/// Which side of the number the true value is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// `more than`, `at least`
    Over,
    /// `less than`, `at most`
    Under,
}

const OVER: [&str; 25] = [
    "exceed",
    "exceeds",
    "exceeded",
    "topped",
    "dépasser",
    "تتجاوز",
    "يتجاوز",
    "more than",
    "over",
    "at least",
    "above",
    "exceeding",
    "in excess of",
    "a little over",
    "no less than",
    "upwards of",
    "plus de",
    "au moins",
    "أكثر من",
    "ما يزيد على",
    "ما يزيد عن",
    "لا يقل عن",
    "से अधिक",
    "से ज्यादा",
    "no fewer than",
];
const UNDER: [&str; 14] = [
    "less than",
    "fewer than",
    "under",
    "below",
    "at most",
    "up to",
    "as much as",
    "as many as",
    "a maximum of",
    "not more than",
    "no more than",
    "moins de",
    "أقل من",
    "से कम",
];
/// Periods that a number may be counted by.
const PERIODS: [&str; 16] = [
    "second", "minute", "hour", "day", "night", "week", "month", "quarter", "year", "heure", "jour", "semaine", "mois",
    "an", "person", "head",
];

/// The bound right before a number.
pub(crate) fn side(text: &str, number: &Range<usize>) -> Option<Side> {
    let before = before(text, number)?;
    let found = |words: &[&str]| {
        let mut rests = words.iter().filter_map(|w| before.strip_suffix(w));
        rests.find(|rest| !rest.ends_with(char::is_alphanumeric)).map(str::trim_end)
    };
    let ends = |words: &[&str]| found(words).is_some();
    // `did not exceed 200`.
    let denied = |rest: &str| ["not", "n't", "n’t", "لا", "لم", "pas"].iter().any(|w| rest.ends_with(w));
    // Hindi says it behind the number.
    let behind = text.get(number.end..)?.trim_start();
    if ["से अधिक", "से ज्यादा", "के पार", "से ऊपर"].iter().any(|w| behind.starts_with(w))
    {
        return Some(Side::Over);
    }
    if behind.starts_with("से कम") {
        return Some(Side::Under);
    }
    // `no more than` ends in `more than`.
    if ends(&UNDER) && !before.ends_with("no fewer than") && !before.ends_with("no less than") {
        Some(Side::Under)
    } else {
        found(&OVER).map(|rest| if denied(rest) { Side::Under } else { Side::Over })
    }
}

/// The words right before a number, in lower case.
fn before(text: &str, number: &Range<usize>) -> Option<String> {
    /// Bytes of the longest bound and the word before it.
    const REACH: usize = 60;
    let mut from = number.start.saturating_sub(REACH);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    Some(text.get(from..number.start)?.trim_end_matches(|c: char| !c.is_alphanumeric()).to_lowercase())
}

/// The side that a rounded number is on: `nearly 200` is below 200 as well.
pub(crate) fn rounded_side(text: &str, number: &Range<usize>) -> Option<Side> {
    let nearly = || {
        let before = before(text, number)?;
        ["nearly", "almost", "just shy of", "close to", "presque"]
            .iter()
            .any(|w| before.ends_with(w))
            .then_some(Side::Under)
    };
    side(text, number).or_else(nearly)
}

/// `more than two` where the source has `two`.
pub(crate) fn bounded(case: &Case<'_>, q: &Quantity, text: usize, s: &Quantity) -> Option<Finding> {
    let own = side(case.text, &q.range)?;
    let theirs = side(case.sources.evidence.get(text).map_or("", |e| e.text.as_str()), &s.range);
    if theirs == Some(own) {
        return None;
    }
    let place = Place { text, range: s.range.clone() };
    let bound = match own {
        Side::Over => "more than",
        Side::Under => "less than",
    };
    let told = format!(
        "The draft says {bound} {}; {} says {}.",
        reason::value(case.printed(&q.range)),
        case.agency(text),
        reason::value(case.source(&place))
    );
    Some(case.finding(
        Kind::Number,
        (news::verdict::Severity::Block, news::verdict::Verdict::Contradicted),
        &q.range,
        Some(&place),
        told,
    ))
}

/// Whether a rounded value lies on the side that the draft claims.
pub(crate) fn on_side(case: &Case<'_>, q: &Quantity, s: &Quantity) -> bool {
    match rounded_side(case.text, &q.range) {
        Some(Side::Over) => s.high >= q.low,
        Some(Side::Under) => s.low <= q.high,
        None => true,
    }
}

/// `five tonnes a year` where the source has `five tonnes a day`.
pub(crate) fn rated(case: &Case<'_>, q: &Quantity, text: usize, s: &Quantity) -> Option<Finding> {
    let own = rate(case.text, &q.range, case.sentence.range.end)?;
    let all = case.sources.evidence.get(text).map_or("", |e| e.text.as_str());
    let readings = case.sources.readings.get(text)?;
    let end =
        readings.sentences.iter().find(|t| t.range.start <= s.range.start && s.range.end <= t.range.end)?.range.end;
    let theirs = rate(all, &s.range, end);
    let word = |text: &str, range: &Range<usize>| text.get(range.clone()).unwrap_or_default().to_lowercase();
    match theirs {
        Some(other) if word(all, &other) == word(case.text, &own) => None,
        Some(other) => Some(case.contradicted(Kind::Number, &own, &Place { text, range: other })),
        // The source may say it in another way, `daily`; a noun that it has elsewhere was put there.
        None if !is_moved(case, &own) => None,
        None => {
            let told = format!("No source counts this by the {}.", word(case.text, &own));
            Some(case.missing(Kind::Number, &own, told))
        }
    }
}

/// What [`rated`] found: a noun for a noun, each alone.
pub(crate) fn is_rate(finding: &Finding) -> bool {
    let noun = |w: &str| w.chars().all(|c| c.is_lowercase());
    let quantity = super::quantifier::is_one(&finding.draft);
    noun(&finding.draft) && finding.source.as_deref().is_some_and(noun) && !quantity
}

/// The word stands in the source sentence, and not in the draft's order.
fn is_moved(case: &Case<'_>, range: &Range<usize>) -> bool {
    case.tokens(range).any(|i| case.spot(i).is_some_and(|s| !s.ordered))
}

/// The noun of `a day`, `per head`, `each year` within six words behind a number, no other number between.
fn rate(text: &str, number: &Range<usize>, end: usize) -> Option<Range<usize>> {
    const REACH: usize = 7;
    let rest = text.get(number.end..end)?;
    let mut words = Vec::new();
    let mut at = number.end;
    for word in rest.split_inclusive(|c: char| !c.is_alphanumeric()).take(REACH * 2) {
        let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        if !bare.is_empty() {
            words.push(at..at + bare.len());
        }
        at += word.len();
        if word.ends_with([',', ';', '.', '(']) || bare.starts_with(|c: char| c.is_ascii_digit()) || words.len() > REACH
        {
            break;
        }
    }
    let lower = |r: &Range<usize>| text.get(r.clone()).unwrap_or_default().to_lowercase();
    words.windows(2).find_map(|pair| {
        let [lead, noun] = pair else { return None };
        let by = matches!(lower(lead).as_str(), "per" | "par")
            || (matches!(lower(lead).as_str(), "a" | "an" | "each" | "every")
                && PERIODS.contains(&lower(noun).as_str()));
        (by && !matches!(lower(noun).as_str(), "cent" | "capita")).then(|| noun.clone())
    })
}
