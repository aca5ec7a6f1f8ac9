//! Sayings of headlines: `Ministry: fuel prices fall`, `Fuel prices fall – ministry`.

use super::super::lexicon;
use super::words::is_close;
use super::{Reader, Saying, Strength};

impl Reader<'_> {
    /// `Ministry: prices fall` and `Prices fall - ministry`, in lines without a full stop.
    pub(super) fn headlines(&self, text: &str) -> Vec<Saying> {
        let mut out = Vec::new();
        let starts: Vec<usize> =
            (0..self.tokens.len()).filter(|i| self.tokens.get(*i).is_some_and(|t| t.line_start)).collect();
        for (n, &first) in starts.iter().enumerate() {
            let last = starts.get(n + 1).copied().unwrap_or(self.tokens.len());
            let stopped = last.checked_sub(1).is_some_and(|k| self.ends(k) || is_close(self.lower(k)));
            if stopped || last - first > 30 {
                continue;
            }
            out.extend(self.headline(first, last, text));
        }
        out
    }

    fn headline(&self, first: usize, last: usize, text: &str) -> Option<Saying> {
        let tight = |a: usize, b: usize| self.tokens.get(a..b).is_some_and(|ts| ts.iter().all(|t| t.is_word()));
        let colon = (first + 1..last.min(first + 6))
            .find(|k| self.lower(*k) == ":" && self.tokens.get(k + 1).is_some_and(|t| t.spaced));
        let spoken = |c: usize| (first..c).any(|k| lexicon::verb(self.lower(k), self.primary).is_some());
        if let Some(colon) = colon.filter(|c| tight(first, *c) && last - c > 3 && !spoken(*c)) {
            let mark = self.tokens.get(colon)?;
            return Some(Saying {
                verb: mark.start..mark.end,
                speaker: self.span(first, colon),
                strength: Strength::Neutral,
            });
        }
        let dash = (first + 3..last)
            .rev()
            .find(|k| matches!(self.lower(*k), "-" | "–" | "—") && self.tokens.get(*k).is_some_and(|t| t.spaced))?;
        let mark = self.tokens.get(dash).filter(|_| last - dash <= 5 && last - dash > 1 && tight(dash + 1, last))?;
        text.get(mark.end..)?.starts_with(char::is_whitespace).then(|| Saying {
            verb: mark.start..mark.end,
            speaker: self.span(dash + 1, last),
            strength: Strength::Neutral,
        })
    }
}
