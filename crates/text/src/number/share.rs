//! Parts of a whole in words: `two-thirds of`, `nine tenths`, `half`, `four in five`, `un tiers`, `four hundredths of a second`.

use super::{Reader, Unit, lexicon, numeral, unit};

/// Highest numerator and denominator said in words.
const MOST: f64 = 20.0;

impl Reader<'_> {
    fn word(&self, i: usize) -> &str {
        self.tokens.get(i).map_or("", |t| t.lower.as_str())
    }

    /// Reads a part that begins at token `i`; returns the token to go on with.
    pub(super) fn share_in_words(&mut self, i: usize) -> Option<usize> {
        self.half(i).or_else(|| self.among(i)).or_else(|| self.parts(i))
    }

    /// `half of the money`, `half the money`, `la moitié`.
    fn half(&mut self, i: usize) -> Option<usize> {
        let (length, word) = if self.word(i) == "la" { (2, self.word(i + 1)) } else { (1, self.word(i)) };
        let whole = || is_whole(self.word(i + length));
        let part = (word == "half" && whole()) || (word == "moitié" && (length == 2 || whole()));
        part.then(|| self.part(i, i + length, 0.5))
    }

    /// `four in five`, `9 out of 10`.
    fn among(&mut self, i: usize) -> Option<usize> {
        let primary = self.lang.primary();
        let some = numeral::read(self.tokens, i, primary).filter(|n| n.next == i + 1 && n.value >= 1.0)?;
        // `un étudiant sur trois`, `one student in three`.
        let one = some.value == 1.0 && self.tokens.get(some.next).is_some_and(|t| t.is_word() && !t.capital);
        let named = one && matches!(self.word(some.next + 1), "sur" | "in") && self.word(some.next) != "out";
        let some = if named { numeral::Numeral { next: some.next + 1, ..some } } else { some };
        let joint = match (self.word(some.next), self.word(some.next + 1)) {
            ("out", "of") => 2,
            ("in", _) if matches!(primary, "en" | "und") => 1,
            ("sur", _) if primary == "fr" => 1,
            _ => return None,
        };
        let all = numeral::read(self.tokens, some.next + joint, primary).filter(|n| n.next == some.next + joint + 1)?;
        // `three in 2020`, `two in 12 months` count something else.
        let bare = unit::after(self.tokens, all.next).is_none();
        let share = some.value < all.value && all.value <= MOST && bare;
        share.then(|| self.part(i, all.next, some.value / all.value))
    }

    /// `a third of`, `two-thirds`, `by a fifth`, `four hundredths of a second`.
    fn parts(&mut self, i: usize) -> Option<usize> {
        let (many, next) = match self.word(i) {
            "a" | "one" | "un" => (1.0, i + 1),
            _ => {
                let some = numeral::read(self.tokens, i, self.lang.primary())?;
                (some.value, some.next)
            }
        };
        let hyphen = self.word(next) == "-";
        let at = next + usize::from(hyphen);
        let (over, plural) = lexicon::piece(self.word(at)).filter(|_| (1.0..=MOST).contains(&many))?;
        // `a quarter of a million`.
        if !plural && self.word(at + 1) == "of" && self.word(at + 2) == "a" {
            let scale = lexicon::words(self.lang.primary()).get(self.word(at + 3)).copied();
            if let Some(lexicon::Part::Scale(scale)) = scale {
                let value = many / over * scale;
                let whole = numeral::Numeral { value, next: at + 4, plain_digits: false };
                return Some(self.with_unit(i, &whole, value, whole.next));
            }
        }
        // `a third` alone may be an ordinal, `two quarters` a time.
        let by = i.checked_sub(1).is_some_and(|b| {
            matches!(self.word(b), "by" | "d'" | "nearly" | "almost" | "about" | "over" | "roughly" | "around")
                || matches!(
                    (b.checked_sub(1).map_or("", |c| self.word(c)), self.word(b)),
                    ("up", "to") | ("more" | "less", "than")
                )
        });
        let sure = plural && (over != 4.0 || hyphen || many == 3.0) || is_whole(self.word(at + 1)) || hyphen || by;
        if !sure || (many == 1.0 && plural) || (many > 1.0 && !plural) {
            return None;
        }
        let unit_at = at + 3;
        if matches!((self.word(at + 1), self.word(at + 2)), ("of", "a" | "one"))
            && let Some(after) = unit::after(self.tokens, unit_at)
        {
            self.push(i, after.next, (many / over * after.factor, many / over * after.factor), after.unit, None);
            return Some(after.next);
        }
        Some(self.part(i, at + 1, many / over))
    }

    fn part(&mut self, from: usize, next: usize, value: f64) -> usize {
        self.push(from, next, (value, value), Unit::Count, None);
        next
    }
}

/// What a part is of follows.
fn is_whole(word: &str) -> bool {
    matches!(word, "of" | "des" | "du" | "de" | "d'" | "the" | "its" | "their" | "his" | "her")
        || matches!(word, "as" | "fewer" | "more" | "less" | "lower" | "higher" | "smaller" | "larger")
}
