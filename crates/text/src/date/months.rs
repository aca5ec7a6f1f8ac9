//! Several months as one: `first nine months`, `between July and September`. A quarter is a number: it is told without its year
//! as often as with it.

use super::{
    lexicon::month,
    read::{Form, Read, Reader},
};

impl Reader<'_> {
    /// Months that begin at token `i`.
    pub(super) fn months(&self, i: usize) -> Read {
        let (from, to, first, next) = self.first_months(i).or_else(|| self.span(i))?;
        let lead = usize::from(matches!(self.lower(next), "of" | "de" | "du" | "," | "in"));
        let year = self.year(next + lead);
        Some((Form::Months { year, from, to }, first, if year.is_some() { next + lead + 1 } else { next }))
    }

    /// `first nine months`.
    fn first_months(&self, i: usize) -> Option<(u8, u8, usize, usize)> {
        const COUNTS: [&str; 11] =
            ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "12"];
        if self.lower(i + 1).starts_with("premier") && self.lower(i + 2) == "mois" {
            // `neuf premiers mois`
            let count = crate::number::small_word(self.lower(i), self.primary).or_else(|| self.small(i, 12))?;
            return (2..=12).contains(&count).then_some((1, count, i, i + 3));
        }
        if self.lower(i) != "first" || !self.lower(i + 2).starts_with("month") {
            return None;
        }
        let word = self.lower(i + 1);
        let in_words = COUNTS.iter().position(|w| *w == word).and_then(|n| u8::try_from(n + 2).ok());
        let count = in_words.or_else(|| self.small(i + 1, 12))?;
        Some((1, count, i, i + 3))
    }

    /// `between July and September`, `from January to June`.
    fn span(&self, i: usize) -> Option<(u8, u8, usize, usize)> {
        let joint = match self.lower(i) {
            "between" => "and",
            "from" => "to",
            "entre" => "et",
            "de" => "à",
            _ => return None,
        };
        let (from, to) = (month(self.lower(i + 1))?, month(self.lower(i + 3))?);
        // `from 3 March to 5 May` names days.
        let plain = self.small(i + 4, 31).is_none() && self.small(i + 2, 31).is_none();
        (self.lower(i + 2) == joint && from < to && plain).then_some((from, to, i + 1, i + 4))
    }
}
