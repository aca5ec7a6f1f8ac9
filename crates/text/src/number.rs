//! Numbers and quantities: digits of several scripts, number words, ranges, scores, money, measures in base units.

mod lexicon;
mod numeral;
mod share;
mod times;
pub(crate) mod unit;

use news::Lang;
use std::ops::Range;

use crate::lex::{Shape, Token, tokens};
use numeral::Numeral;

/// What is measured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A bare number or a count.
    Count,
    /// Per cent.
    Percent,
    /// Percentage points.
    Points,
    /// Money, by ISO 4217 code where the word tells it.
    Money(String),
    /// Base unit of a measure: m, kg, s, m2, l, m/s, W; days (`d`) and months (`mo`) stay apart because they do not convert.
    Measure(String),
    /// First, 1st.
    Ordinal,
    /// A result of a match: `low` is the first side's, `high` the second's, and neither is a bound.
    Score,
}

/// A number in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// Bytes of the text: digits or words with unit.
    pub range: Range<usize>,
    /// Value in the base unit (`4.2 bn` = 4.2e9); low end of a range.
    pub low: f64,
    /// Equal to `low` unless it is a range or a score.
    pub high: f64,
    /// What is measured.
    pub unit: Unit,
    /// `about`, `nearly`, `more than`: a rounded value is allowed.
    pub about: bool,
    /// Stem of the noun counted: `truck` in `1,200 fuel trucks`.
    pub counted: Option<String>,
}

/// Numbers of `text` in digits and in words, dates and times left out.
pub fn find(text: &str, lang: &Lang) -> Vec<Quantity> {
    let tokens = tokens(text);
    let taken = crate::date::taken(&tokens, lang);
    let mut reader = Reader { tokens: &tokens, lang, out: Vec::new() };
    let mut i = 0;
    while let Some(token) = tokens.get(i) {
        // A date is passed over as a whole; `taken` is in order.
        let at = taken.partition_point(|range| range.end <= token.start);
        let dated = taken.get(at).is_some_and(|range| range.start <= token.start);
        i = if dated { i + 1 } else { reader.read(i) };
    }
    reader.out
}

/// The value of one folded word from one to twelve, `neuf`.
pub(crate) fn small_word(lower: &str, primary: &str) -> Option<u8> {
    match lexicon::words(primary).get(lower)? {
        lexicon::Part::Small(v) if (1.0..=12.0).contains(v) => Some(*v as u8),
        _ => None,
    }
}

struct Reader<'t> {
    tokens: &'t [Token],
    lang: &'t Lang,
    out: Vec<Quantity>,
}

impl Reader<'_> {
    /// Reads what begins at token `i`; returns the token to go on with.
    fn read(&mut self, i: usize) -> usize {
        let primary = self.lang.primary();
        if let Some(next) = self.ordinal(i).or_else(|| self.share_in_words(i)).or_else(|| self.times(i)) {
            return next;
        }
        let Some(first) = numeral::read(self.tokens, i, primary) else { return i + 1 };
        if self.is_idle(i, &first) {
            return first.next.max(i + 1);
        }
        if let Some((low, high)) = self.vague(i, &first) {
            return self.with_unit(i, &Numeral { value: low, ..first }, high, first.next);
        }
        let second = self.range_end(&first);
        let (high, next, score) = match second {
            Some((n, score)) => (n.value, n.next, score),
            None => (first.value, first.next, false),
        };
        if score {
            self.push(i, next, (first.value, high), Unit::Score, None);
            return next;
        }
        self.with_unit(i, &first, high, next)
    }

    fn with_unit(&mut self, i: usize, first: &Numeral, high: f64, next: usize) -> usize {
        let before = i.checked_sub(1).and_then(|at| self.tokens.get(at));
        let sign = before.and_then(|t| {
            unit::currency(&t.lower).filter(|_| unit::is_sign(&t.lower) || t.lower.len() == 3 || t.is("rs"))
        });
        if let Some(code) = sign {
            let code = self.sign_country(i).unwrap_or(code);
            self.push(i - 1, next, (first.value, high), Unit::Money(code.into()), None);
            return next;
        }
        // The low end of `5 to 6 million` or `10-15%` is in the same unit, the same scale when it is the smaller one.
        let scale = if high > first.value && high / first.value.max(1.0) >= 1e3 { scale_of(high) } else { 1.0 };
        let low = if scale > 1.0 && next > first.next { first.value * scale } else { first.value };
        if self.is_million(next, high) {
            let counted = self.counted(next + 1, high * 1e6);
            self.push(i, next + 1, (low * 1e6, high * 1e6), Unit::Count, counted);
            return next + 1;
        }
        if let Some(next) = self.age_end(next) {
            self.push(i, next, (low, high), Unit::Count, None);
            return next;
        }
        match unit::after(self.tokens, next).or_else(|| self.unit_over_adjective(next)) {
            Some(after) => {
                let counted = matches!(after.unit, Unit::Measure(_)).then(|| self.counted(after.next, high)).flatten();
                self.push(i, after.next, (low * after.factor, high * after.factor), after.unit, counted);
                after.next
            }
            None => {
                let counted = self.counted(next, high);
                self.push(i, next, (low, high), Unit::Count, counted);
                next
            }
        }
    }

    /// `148 rain-soaked kilometres`: a length, a weight or an area with one word before it.
    fn unit_over_adjective(&self, next: usize) -> Option<unit::After> {
        let word = |k: usize| self.tokens.get(k).filter(|t| t.is_word() && !t.capital && !t.line_start);
        let hyphen = self.tokens.get(next + 1).is_some_and(|t| t.is_mark('-'));
        let at = if hyphen { next + 3 } else { next + 1 };
        let plain =
            word(next).is_some_and(|t| !crate::word::is_stop(&t.lower, self.lang.primary())) && word(at - 1).is_some();
        let long = word(at).is_some_and(|t| t.lower.len() > 4);
        let after = unit::after(self.tokens, at).filter(|_| plain && long)?;
        matches!(&after.unit, Unit::Measure(m) if matches!(m.as_str(), "m" | "m2" | "kg" | "l")).then_some(after)
    }

    /// `1.7m children`: an `m` tight at the number and before a plural is a million, unless it is a running distance.
    fn is_million(&self, i: usize, value: f64) -> bool {
        let tight = self.tokens.get(i).is_some_and(|t| t.lower == "m" && !t.spaced);
        let noun = self.tokens.get(i + 1).filter(|t| t.spaced && t.is_word() && !t.capital && !t.line_start);
        let plural = noun.is_some_and(|t| {
            matches!(t.lower.as_str(), "people" | "men" | "women" | "children")
                || (t.lower.ends_with('s') && t.lower.len() > 4 && !t.lower.ends_with("ss"))
        });
        let distance = [50.0, 60.0, 100.0, 110.0, 200.0, 400.0, 800.0, 1500.0].contains(&value);
        matches!(self.lang.primary(), "en" | "und") && tight && plural && !distance
    }

    /// Behind the number of `58-year-old`, `six years old`: an age is told as a bare number as well, `Amsel, 58`.
    fn age_end(&self, i: usize) -> Option<usize> {
        let words: Vec<&str> = self.tokens.get(i..)?.iter().take(4).map(|t| t.lower.as_str()).collect();
        match words.as_slice() {
            ["-", "year", "-", "old" | "olds" | "old's", ..] => Some(i + 4),
            ["year" | "years", "old", ..] => Some(i + 2),
            ["عاما" | "سنه" | "سنوات" | "اعوام", ..] if self.is_aged(i) => Some(i + 1),
            _ => None,
        }
    }

    /// `يبلغ من العمر 55 عاما`, `البالغ 55 عاما`: right before the number stands that it is an age.
    fn is_aged(&self, unit: usize) -> bool {
        let before = self.tokens.get(unit.saturating_sub(5)..unit).unwrap_or_default();
        before.iter().any(|t| {
            t.lower.contains("عمر")
                || matches!(t.lower.as_str(), "البالغ" | "البالغه" | "يبلغ" | "ويبلغ" | "تبلغ" | "وتبلغ")
        })
    }

    /// `A$5`, `US$5`, `HK$5`: letters right before the sign.
    fn sign_country(&self, i: usize) -> Option<&'static str> {
        let letters = self.tokens.get(i.checked_sub(2)?)?;
        let sign = self.tokens.get(i - 1)?;
        (!sign.spaced && letters.is_word())
            .then(|| unit::currency(&format!("{}{}", letters.lower, sign.lower)))
            .flatten()
    }

    fn push(&mut self, from: usize, next: usize, (low, high): (f64, f64), unit: Unit, counted: Option<String>) {
        let (Some(first), Some(last)) = (self.tokens.get(from), self.tokens.get(next.saturating_sub(1))) else {
            return;
        };
        let about = self.about(from);
        self.out.push(Quantity { range: first.start..last.end, low, high, unit, about, counted });
    }

    /// Whether one of the three words before rounds or bounds it.
    fn about(&self, from: usize) -> bool {
        let before = self.tokens.get(from.saturating_sub(3)..from).unwrap_or_default();
        let close = before.iter().rev().take_while(|t| t.is_word());
        close.into_iter().any(|t| lexicon::is_about(&t.lower))
    }

    /// `1st`, `third`, `2e`, `الثالث`; `Q3` is the third quarter.
    fn ordinal(&mut self, i: usize) -> Option<usize> {
        let token = self.tokens.get(i)?;
        let suffix = self.tokens.get(i + 1).filter(|t| !t.spaced && t.is_word()).map_or("", |t| t.lower.as_str());
        let whole = lexicon::quarter(&token.lower).map(|q| (q, i + 1));
        if let Some((quarter, next)) =
            whole.or_else(|| lexicon::quarter(&format!("{}{suffix}", token.lower)).map(|q| (q, i + 2)))
        {
            let counted = Some(crate::word::stem("quarter", self.lang));
            self.push(i, next, (quarter, quarter), Unit::Ordinal, counted);
            return Some(next);
        }
        let (value, next) = match token.shape {
            Shape::Digits
                if matches!(
                    suffix,
                    "st" | "nd" | "rd" | "th" | "er" | "ère" | "re" | "e" | "ème" | "वां" | "वीं" | "वें"
                ) =>
            {
                (numeral::digits(&token.lower, self.lang.primary())?, i + 2)
            }
            Shape::Word if !self.is_duration_second(i) => (lexicon::ordinal(&token.lower)?, i + 1),
            _ => return None,
        };
        if let Some(next) = self.arabic_age(next, value) {
            return Some(next);
        }
        // `second-quarter sales` are sales of the second quarter.
        let joined = self.tokens.get(next).is_some_and(|t| t.is_mark('-') && !t.spaced);
        let noun = self.tokens.get(next + 1).filter(|t| joined && t.is_word() && !t.spaced);
        let counted = noun.map(|t| crate::word::stem(&t.lower, self.lang)).or_else(|| self.counted(next, value));
        self.push(i, next, (value, value), Unit::Ordinal, counted);
        Some(next)
    }

    /// `الخامسة والخمسين من عمره`: the fifty-fifth year of a life is an age.
    fn arabic_age(&mut self, next: usize, ones: f64) -> Option<usize> {
        let word = |k: usize| self.tokens.get(k).map_or("", |t| t.lower.as_str());
        let and = word(next).strip_prefix('و').map(|w| w.strip_prefix("ال").unwrap_or(w));
        let tens = and.and_then(|w| lexicon::words("ar").get(w)).copied();
        let (value, next) = match tens {
            Some(lexicon::Part::Small(tens)) if tens >= 20.0 => (ones + tens, next + 1),
            _ => (ones, next),
        };
        let of_age = word(next) == "من" && word(next + 1).starts_with("عمر") || word(next).starts_with("عمر");
        if self.lang.primary() != "ar" || !of_age {
            return None;
        }
        self.push(next - 1 - usize::from(tens.is_some()), next, (value, value), Unit::Count, None);
        Some(next)
    }

    /// `a second`, `per second`: time, not order.
    fn is_duration_second(&self, i: usize) -> bool {
        let before = i.checked_sub(1).and_then(|at| self.tokens.get(at)).map_or("", |t| t.lower.as_str());
        self.tokens.get(i).is_some_and(|t| t.is("second")) && matches!(before, "per" | "one")
    }

    /// Words that look like numbers and are not: the article `un`, the pronoun `one`, Hindi `एक` as an article.
    fn is_idle(&self, i: usize, numeral: &Numeral) -> bool {
        let Some(token) = self.tokens.get(i) else { return true };
        if self.is_of_a_name(i) || self.is_year_before_order(numeral) {
            return true;
        }
        if !token.is_word() || numeral.next != i + 1 {
            return false;
        }
        let next = self.tokens.get(i + 1).map_or("", |t| t.lower.as_str());
        match token.lower.as_str() {
            // `أحد` is eleven's "one" or "one of".
            "un" | "une" | "एक" | "mil" | "احد" | "احدي" => true,
            "one" => {
                i.checked_sub(1).and_then(|at| self.tokens.get(at)).is_some_and(|t| t.is("no"))
                    || matches!(next, "of" | "another" | "day" | "thing" | "-")
                    || !self.tokens.get(i + 1).is_some_and(Token::is_word)
            }
            "sept" | "once" => (next == "." && token.is("sept")) || (token.is("once") && self.lang.primary() != "es"),
            "عشر" | "ست" => next.is_empty(),
            "million" | "millions" | "billions" | "milliers" => false,
            _ => false,
        }
    }

    /// `COVID-19`, `F-16`: digits tight at a name are part of it.
    fn is_of_a_name(&self, i: usize) -> bool {
        let [Some(name), Some(hyphen)] = [2, 1].map(|back| i.checked_sub(back).and_then(|k| self.tokens.get(k))) else {
            return false;
        };
        let tight = |k: usize| self.tokens.get(k).is_some_and(|t| !t.spaced);
        let named = name.is_word() && (name.capital || name.is("covid"));
        hyphen.is_mark('-') && tight(i) && tight(i - 1) && named
    }

    /// `fiscal 2022 second quarter`: the year of a quarter, no span of time.
    fn is_year_before_order(&self, numeral: &Numeral) -> bool {
        let behind = |k: usize| self.tokens.get(numeral.next + k);
        let year = numeral.plain_digits && (1900.0..2100.0).contains(&numeral.value);
        year && behind(0).is_some_and(|t| t.is("second")) && !behind(1).is_some_and(|t| t.is_mark('-'))
    }

    /// The second number of `10-15`, `10 to 15`, `between 10 and 15`, or of a score; true for a score.
    fn range_end(&self, first: &Numeral) -> Option<(Numeral, bool)> {
        let joint = self.tokens.get(first.next)?;
        let after = self.tokens.get(first.next + 1)?;
        let primary = self.lang.primary();
        let dash = matches!(joint.lower.as_str(), "-" | "–" | "—" | "‑");
        if dash && !joint.spaced && !after.spaced && after.shape == Shape::Digits {
            let second = numeral::read(self.tokens, first.next + 1, primary)?;
            return Some((second, self.is_score(first, &second)));
        }
        // `fell by $76 million to $124 million` tells how far and where to.
        let from = self.tokens.get(first.next.saturating_sub(5)..first.next).unwrap_or_default();
        if joint.is("to") && from.iter().any(|t| t.is("by")) && unit::is_sign(&after.lower) {
            return None;
        }
        let word = matches!(joint.lower.as_str(), "to" | "à" | "से" | "الي" | "bis" | "a");
        let between = matches!(joint.lower.as_str(), "and" | "et") && self.said_between(first);
        if (word || between) && (after.shape == Shape::Digits || primary != "und") {
            let start = if unit::is_sign(&after.lower) { first.next + 2 } else { first.next + 1 };
            let second = numeral::read(self.tokens, start, primary)?;
            return (second.value > first.value || between).then_some((second, false));
        }
        None
    }

    fn said_between(&self, first: &Numeral) -> bool {
        let before = self.tokens.get(first.next.saturating_sub(4)..first.next).unwrap_or_default();
        before.iter().any(|t| matches!(t.lower.as_str(), "between" | "entre" | "zwischen"))
    }

    /// Two small numbers tight at a hyphen are a score unless the second is larger and something is counted behind it.
    fn is_score(&self, first: &Numeral, second: &Numeral) -> bool {
        if !first.plain_digits || !second.plain_digits || first.value > 199.0 || second.value > 199.0 {
            return false;
        }
        let behind = self.tokens.get(second.next);
        let unit = unit::after(self.tokens, second.next).is_some();
        let noun =
            behind.is_some_and(|t| t.is_word() && !t.capital && !crate::word::is_stop(&t.lower, self.lang.primary()));
        let year_old = behind.is_some_and(|t| t.is_mark('-'));
        first.value >= second.value || !(unit || noun || year_old)
    }

    /// Stem of the noun counted: the first word behind that looks like a plural, else the first that is no function word.
    fn counted(&self, from: usize, value: f64) -> Option<String> {
        let words: Vec<&Token> = self
            .tokens
            .get(from..(from + 5).min(self.tokens.len()))?
            .iter()
            .take_while(|t| {
                (t.is_word() || t.is_mark('-') || matches!(t.lower.as_str(), "d'" | "de" | "of" | "more" | "other"))
                    && !t.line_start
            })
            .filter(|t| {
                t.is_word() && !matches!(t.lower.as_str(), "d'" | "de" | "of" | "more" | "other" | "autres" | "من")
            })
            .take(3)
            .collect();
        let primary = self.lang.primary();
        let first = words.first()?;
        if crate::word::is_stop(&first.lower, primary) {
            return None;
        }
        let cased = matches!(primary, "en" | "und" | "fr" | "es" | "pt");
        let plural = |t: &&&Token| {
            matches!(t.lower.as_str(), "people" | "men" | "women" | "children" | "police")
                || (t.lower.ends_with('s') && t.lower.len() > 3)
        };
        let open = words.iter().take_while(|t| !crate::word::is_stop(&t.lower, primary));
        let noun = if cased && value != 1.0 { open.into_iter().find(plural).unwrap_or(first) } else { first };
        let lower = noun.lower.trim_end_matches("'s");
        Some(crate::word::stem(lower, self.lang))
    }
}

/// The power of a thousand in a value: 1e6 for 6 million.
fn scale_of(value: f64) -> f64 {
    [1e12, 1e9, 1e6, 1e3].into_iter().find(|s| value >= *s).unwrap_or(1.0)
}

#[cfg(test)]
mod tests;
