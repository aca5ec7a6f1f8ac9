//! `once a day`, `twice`: how often, in a word of its own; `several hundred`: about how many.

use super::{Reader, Unit, numeral::Numeral};

/// What `once` is counted over: without one of these it tells when, or what was.
const SPANS: [&str; 12] =
    ["hour", "day", "night", "week", "fortnight", "month", "quarter", "season", "year", "decade", "century", "game"];

impl Reader<'_> {
    /// `twice a week` is two times, as `three times` is three. `Twice as large` and `twice the size` compare and count nothing.
    pub(super) fn times(&mut self, i: usize) -> Option<usize> {
        let word = |k: usize| self.tokens.get(k).map_or("", |t| t.lower.as_str());
        let compares = matches!(word(i + 1), "as" | "the" | "that" | "what" | "its" | "their" | "his" | "her" | "-");
        let span = matches!(word(i + 1), "a" | "an" | "per" | "every" | "each" | "this" | "last" | "that")
            && SPANS.contains(&word(i + 2));
        let times = match word(i) {
            "once" if span => 1.0,
            "twice" if !compares => 2.0,
            "thrice" if !compares => 3.0,
            _ => return None,
        };
        if self.lang.primary() != "en" {
            return None;
        }
        let counted = Some(crate::word::stem("times", self.lang));
        self.push(i, i + 1, (times, times), Unit::Count, counted);
        Some(i + 1)
    }

    /// `several hundred`, `tens of millions`: from twice the word to just below the next one.
    pub(super) fn vague(&self, i: usize, first: &Numeral) -> Option<(f64, f64)> {
        const NEXT: f64 = 9.99;
        let word = |back: usize| i.checked_sub(back).and_then(|k| self.tokens.get(k)).map_or("", |t| t.lower.as_str());
        let multiple = [1e2, 1e3, 1e6, 1e9].contains(&first.value) && first.next == i + 1;
        let times = match (word(2), word(1)) {
            (_, "several" | "few" | "many") => 1.0,
            ("tens", "of") => 10.0,
            ("hundreds", "of") => 100.0,
            _ => return None,
        };
        (multiple && self.lang.primary() == "en").then_some((2.0 * times * first.value, NEXT * times * first.value))
    }
}
