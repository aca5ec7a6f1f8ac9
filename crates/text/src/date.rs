//! Dates and times: absolute ones, and relative ones counted from a clock.

mod lexicon;
mod months;
mod read;
mod resolve;

use news::{Lang, Time};
use std::ops::Range;

use crate::lex::{Token, tokens};

/// What relative words count from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clock {
    /// The text's own time.
    pub reference: Time,
    /// IANA zone, UTC when unknown.
    pub zone: String,
}

/// A day, month, year, weekday or time of day in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// First day meant, as days since 1970 in the clock's zone; `None` for a time of day alone.
    pub first: Option<i32>,
    /// Last day meant (equal to `first` for a day; a month's or year's last day).
    pub last: Option<i32>,
    /// Minutes after midnight, for a time of day.
    pub minute: Option<u16>,
    /// Said relative to the clock (`on Thursday`, `last year`, `yesterday`).
    pub relative: bool,
}

/// Dates and times of `text`. A weekday is the nearest such day before or on the clock's day unless `next` is said; a day and
/// month without a year is the nearest such day.
pub fn find(text: &str, lang: &Lang, clock: &Clock) -> Vec<When> {
    let tokens = tokens(text);
    let found = read::all(&tokens, lang);
    if found.is_empty() {
        return Vec::new();
    }
    let today = resolve::today(clock);
    found.into_iter().filter_map(|f| resolve::when(&f, range(&tokens, &f)?, today)).collect()
}

/// Byte ranges of dates and times, so that their digits are not read as quantities.
pub(crate) fn taken(tokens: &[Token], lang: &Lang) -> Vec<Range<usize>> {
    read::all(tokens, lang).iter().filter_map(|f| range(tokens, f)).collect()
}

/// Whether a folded word is a month's or weekday's name, which has a capital in English and is no one's name.
pub(crate) fn is_calendar_word(lower: &str) -> bool {
    let bare = lower.trim_end_matches("'s");
    (lexicon::weekday(bare).is_some() || lexicon::month(bare).is_some())
        && !matches!(bare, "sun" | "sat" | "mar" | "jan" | "mai" | "juan")
}

fn range(tokens: &[Token], found: &read::Found) -> Option<Range<usize>> {
    let last = tokens.get(found.next.checked_sub(1)?)?;
    Some(tokens.get(found.from)?.start..last.end)
}

#[cfg(test)]
mod tests;
