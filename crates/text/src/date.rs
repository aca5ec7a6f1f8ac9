//! (stub) Dates and times.
use news::{Lang, Time};
use std::ops::Range;
/// What relative words count from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clock { /// the text's own time
    pub reference: Time, /// IANA zone, UTC when unknown
    pub zone: String }
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
/// Dates and times of `text`.
pub fn find(text: &str, lang: &Lang, clock: &Clock) -> Vec<When> { let _ = (text, lang, clock); vec![] }
