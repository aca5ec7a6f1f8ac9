//! The value of a numeral in digits, in words, or in digits with a scale word (`4.2 bn`, `1,40,000`, `deux mille`).

use super::lexicon::{self, Part};
use crate::lex::{Shape, Token};

/// A value with the token after it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Numeral {
    /// The value.
    pub value: f64,
    /// Index of the token after it.
    pub next: usize,
    /// Written in digits, without a scale and without a separator.
    pub plain_digits: bool,
}

/// Languages that write a comma for decimals and a point for thousands.
fn comma_decimal(primary: &str) -> bool {
    matches!(
        primary,
        "fr" | "de"
            | "es"
            | "it"
            | "pt"
            | "nl"
            | "pl"
            | "ru"
            | "uk"
            | "tr"
            | "sv"
            | "da"
            | "nb"
            | "no"
            | "fi"
            | "id"
            | "vi"
            | "cs"
    )
}

/// The value of digits with separators, read as the language writes them.
pub(crate) fn digits(raw: &str, primary: &str) -> Option<f64> {
    let (points, commas) = (raw.matches('.').count(), raw.matches(',').count());
    let last_group = raw.rsplit(['.', ',']).next().map_or(0, str::len);
    let decimal = match (points, commas) {
        (0, 0) => None,
        (p, c) if p > 0 && c > 0 => raw.chars().rev().find(|c| matches!(c, '.' | ',')),
        (1, 0) if last_group == 3 && comma_decimal(primary) => None,
        (1, 0) => Some('.'),
        (0, 1) if last_group == 3 && !comma_decimal(primary) => None,
        (0, 1) => Some(','),
        _ => None,
    };
    let plain: String = raw
        .chars()
        .filter_map(|c| match c {
            _ if c.is_ascii_digit() => Some(c),
            _ if Some(c) == decimal => Some('.'),
            _ => None,
        })
        .collect();
    // A second decimal point (`1.2,3.4`) leaves something that is no number.
    plain.parse().ok()
}

fn vulgar(c: &str) -> Option<f64> {
    Some(match c {
        "½" => 0.5,
        "¼" => 0.25,
        "¾" => 0.75,
        "⅓" => 1.0 / 3.0,
        "⅔" => 2.0 / 3.0,
        _ => return None,
    })
}

/// Reads a numeral that begins at token `i`.
pub(crate) fn read(tokens: &[Token], i: usize, primary: &str) -> Option<Numeral> {
    let first = tokens.get(i)?;
    match first.shape {
        Shape::Digits => in_digits(tokens, i, primary),
        Shape::Mark => {
            let value = vulgar(&first.lower)?;
            Some(Numeral { value, next: i + 1, plain_digits: false })
        }
        Shape::Word => in_words(tokens, i, primary),
    }
}

fn in_digits(tokens: &[Token], i: usize, primary: &str) -> Option<Numeral> {
    let first = tokens.get(i)?;
    let mut value = digits(&first.lower, primary)?;
    let mut next = i + 1;
    let mut plain = first.lower.len() == first.end - first.start || !first.lower.contains(['.', ',']);
    // French writes groups of three behind a plain space too.
    while primary == "fr" && first.lower.len() <= 3 && next < i + 4 {
        let Some(group) = tokens.get(next) else { break };
        if group.shape != Shape::Digits || group.lower.len() != 3 || group.line_start {
            break;
        }
        value = value * 1000.0 + digits(&group.lower, primary)?;
        next += 1;
        plain = false;
    }
    if let Some(part) = tokens.get(next).filter(|t| !t.spaced).and_then(|t| vulgar(&t.lower)) {
        value += part;
        next += 1;
        plain = false;
    }
    if let Some((over, after)) = fraction(tokens, next) {
        return Some(Numeral { value: value / over, next: after, plain_digits: false });
    }
    while let Some(scale) = scale_at(tokens, next, primary) {
        value *= scale;
        next += 1;
        plain = false;
    }
    Some(Numeral { value, next, plain_digits: plain && !first.lower.contains(['.', ',']) })
}

/// `/2` after `1`.
fn fraction(tokens: &[Token], slash: usize) -> Option<(f64, usize)> {
    let over = tokens.get(slash + 1)?;
    let tight = !tokens.get(slash)?.spaced && !over.spaced && tokens.get(slash)?.is_mark('/');
    let again = tokens.get(slash + 2).is_some_and(|t| t.is_mark('/'));
    let value: f64 = if tight && !again && over.lower.len() <= 2 { over.lower.parse().ok()? } else { return None };
    (value > 1.0).then_some((value, slash + 2))
}

/// A scale word or letter behind digits.
fn scale_at(tokens: &[Token], i: usize, primary: &str) -> Option<f64> {
    let token = tokens.get(i)?;
    if !token.is_word() || token.line_start {
        return None;
    }
    if !token.spaced {
        match token.lower.as_str() {
            "k" => return Some(1e3),
            "bn" | "b" => return Some(1e9),
            "tn" => return Some(1e12),
            "m" if money_around(tokens, i) => return Some(1e6),
            _ => {}
        }
    }
    match lexicon::words(primary).get(&token.lower) {
        Some(Part::Scale(scale)) => Some(*scale),
        Some(Part::Hundred) if primary != "fr" && token.spaced => Some(100.0),
        _ => None,
    }
}

/// `m` is million, not metre, where money is spoken of: `£92m`, `840m cedis`.
fn money_around(tokens: &[Token], m: usize) -> bool {
    let sign = m.checked_sub(2).and_then(|at| tokens.get(at));
    sign.is_some_and(|t| super::unit::is_sign(&t.lower) || super::unit::currency(&t.lower).is_some())
        || tokens.get(m + 1).is_some_and(|t| super::unit::currency(&t.lower).is_some())
}

/// State of a numeral in words: `total` of the closed groups and the `group` being read.
#[derive(Default)]
struct Words {
    total: f64,
    group: f64,
    last_scale: f64,
    any: bool,
}

impl Words {
    /// Takes a part, or refuses it as the start of another number.
    fn take(&mut self, part: Part, primary: &str) -> bool {
        let rest = self.group % 100.0;
        match part {
            Part::Small(v) => {
                let fits = if self.group == 0.0 || rest == 0.0 {
                    !(self.any && self.group == 0.0 && self.last_scale == 0.0)
                } else if primary == "fr" && v == 20.0 && rest == 4.0 {
                    self.group += 76.0;
                    return true;
                } else if primary == "fr" && rest == 10.0 {
                    // `dix-sept`
                    (7.0..10.0).contains(&v)
                } else if primary == "fr" && matches!(rest as u32, 60 | 80) {
                    v < 20.0
                } else if primary == "ar" {
                    (rest < 10.0 && v >= 10.0) && (v % 10.0 == 0.0)
                } else {
                    rest >= 20.0 && rest % 10.0 == 0.0 && v < 10.0 && primary != "hi"
                };
                if fits {
                    self.group += v;
                }
                fits
            }
            Part::Hundred if rest > 0.0 && self.group < 100.0 => {
                self.group *= 100.0;
                true
            }
            Part::Hundred if self.group == 0.0 => {
                self.group = 100.0;
                true
            }
            Part::Hundreds(v) if self.group == 0.0 => {
                self.group = v;
                true
            }
            Part::Scale(s) if self.last_scale == 0.0 || s < self.last_scale => {
                self.total += self.group.max(1.0) * s;
                (self.group, self.last_scale) = (0.0, s);
                true
            }
            // `five hundred thousand million` is read by multiplying what is there.
            Part::Scale(s) if self.group == 0.0 && s > self.last_scale => {
                self.total *= s;
                self.last_scale = s;
                true
            }
            Part::Dual(v) if self.group == 0.0 && self.last_scale == 0.0 => {
                self.total += v;
                self.last_scale = v / 2.0;
                true
            }
            _ => false,
        }
    }
}

fn in_words(tokens: &[Token], start: usize, primary: &str) -> Option<Numeral> {
    let table = lexicon::words(primary);
    let mut words = Words::default();
    let (mut i, mut next) = (start, start);
    // `a dozen`, `a million`, `half a million`.
    if primary == "en" || primary == "und" {
        let token = tokens.get(i)?;
        let half = token.is("half") && tokens.get(i + 1).is_some_and(|t| t.is("a"));
        let at = if half { i + 2 } else { i + 1 };
        if half || token.is("a") || token.is("an") {
            let multiple = match table.get(&tokens.get(at)?.lower)? {
                Part::Scale(s) => *s,
                Part::Hundred => 100.0,
                _ => return None,
            };
            return Some(Numeral {
                value: if half { multiple / 2.0 } else { multiple },
                next: at + 1,
                plain_digits: false,
            });
        }
    }
    while let Some(token) = tokens.get(i).filter(|t| i == start || !t.line_start) {
        let part = table.get(&token.lower).or_else(|| joined(table, &token.lower, primary, words.any));
        if let Some(part) = part {
            if !words.take(*part, primary) {
                break;
            }
            words.any = true;
            i += 1;
            next = i;
        } else if words.any && is_joint(token, tokens.get(i + 1), primary, words.group) {
            i += 1;
        } else {
            break;
        }
    }
    let value = words.total + words.group;
    // `four and a half years`.
    let half = words.any
        && matches!(primary, "en" | "und")
        && ["and", "a", "half"].iter().enumerate().all(|(k, w)| tokens.get(next + k).is_some_and(|t| t.is(w)));
    if half {
        let scale = tokens.get(next + 3).and_then(|t| table.get(&t.lower));
        let Some(Part::Scale(scale)) = scale else {
            return Some(Numeral { value: value + 0.5, next: next + 3, plain_digits: false });
        };
        return Some(Numeral { value: (value + 0.5) * scale, next: next + 4, plain_digits: false });
    }
    words.any.then_some(Numeral { value, next, plain_digits: false })
}

/// Arabic writes small words as letters in front: `وعشرون` "and twenty", `بثلاثة` "by three".
fn joined<'t>(
    table: &'t std::collections::HashMap<String, Part>,
    lower: &str,
    primary: &str,
    any: bool,
) -> Option<&'t Part> {
    /// Characters of a number word that can be told from another word behind `ب`.
    const LEAST: usize = 4;
    let sure = |rest: &&str| rest.chars().count() >= LEAST;
    let rest = if any { lower.strip_prefix('و') } else { lower.strip_prefix(['ب', 'و', 'ل']).filter(sure) };
    table.get(rest.filter(|_| primary == "ar")?)
}

/// A hyphen inside a number in words, or `and` after a hundred.
fn is_joint(token: &Token, after: Option<&Token>, primary: &str, group: f64) -> bool {
    let Some(after) = after else { return false };
    if token.is_mark('-') {
        return !token.spaced && !after.spaced && after.is_word() && lexicon::words(primary).contains_key(&after.lower);
    }
    let small = matches!(lexicon::words(primary).get(&after.lower), Some(Part::Small(_)));
    let and = match primary {
        "en" | "und" => token.is("and") && group >= 100.0,
        "fr" => token.is("et") && group % 100.0 >= 20.0,
        "es" => token.is("y") && group % 100.0 >= 20.0,
        _ => false,
    };
    and && small
}
