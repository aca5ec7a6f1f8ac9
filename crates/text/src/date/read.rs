//! Reads the written form of a date, without a clock.

use news::Lang;

use super::lexicon::{is_doubtful, leads_year, month, relatives, weekday};
use crate::lex::{Shape, Token};

/// The written form.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Form {
    /// `6 November`, `Nov 6-8, 2025`.
    Day { year: Option<i16>, month: u8, day: u8, to: u8 },
    /// `in August`, `August 2020`.
    Month { year: Option<i16>, month: u8 },
    /// `first nine months`, `between July and September`: first and last month.
    Months { year: Option<i16>, from: u8, to: u8 },
    /// `in 2023`; the last year of `the 1990s`.
    Year(i16, i16),
    /// Monday 1 to Sunday 7; -1 for `last`, 1 for `next`.
    Weekday(u8, i8),
    /// Days, weeks, months or years from the clock.
    Relative(char, i64),
    /// Minutes after midnight.
    Minute(u16),
}

/// A form with its tokens.
pub(crate) struct Found {
    /// What was read.
    pub form: Form,
    /// First token.
    pub from: usize,
    /// Token after the last.
    pub next: usize,
}

/// All dates and times, left to right.
pub(crate) fn all(tokens: &[Token], lang: &Lang) -> Vec<Found> {
    let reader = Reader {
        tokens,
        primary: lang.primary(),
        month_first: !matches!(lang.tag(), "en-gb" | "en-au" | "en-in") && lang.primary() == "en",
    };
    let mut out = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        match reader.at(i) {
            Some((form, from, next)) => {
                out.push(Found { form, from, next });
                i = next.max(i + 1);
            }
            None => i += 1,
        }
    }
    out
}

pub(super) struct Reader<'t> {
    tokens: &'t [Token],
    pub(super) primary: &'t str,
    month_first: bool,
}

/// A form, its first token, the token behind its last.
pub(super) type Read = Option<(Form, usize, usize)>;

impl Reader<'_> {
    fn at(&self, i: usize) -> Read {
        match self.tokens.get(i)?.shape {
            Shape::Digits => {
                self.time(i).or_else(|| self.numeric(i)).or_else(|| self.day_first(i)).or_else(|| self.year_alone(i))
            }
            Shape::Word => self
                .months(i)
                .or_else(|| self.relative(i))
                .or_else(|| self.month_word(i))
                .or_else(|| self.weekday_word(i)),
            Shape::Mark => None,
        }
    }

    pub(super) fn lower(&self, i: usize) -> &str {
        self.tokens.get(i).map_or("", |t| t.lower.as_str())
    }

    fn before(&self, i: usize) -> &str {
        i.checked_sub(1).map_or("", |at| self.lower(at))
    }

    fn tight(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|t| !t.spaced)
    }

    pub(super) fn small(&self, i: usize, max: u8) -> Option<u8> {
        let token = self.tokens.get(i).filter(|t| t.shape == Shape::Digits && t.lower.len() <= 2)?;
        token.lower.parse().ok().filter(|n| (1..=max).contains(n))
    }

    pub(super) fn year(&self, i: usize) -> Option<i16> {
        let token = self.tokens.get(i).filter(|t| t.shape == Shape::Digits && t.lower.len() == 4)?;
        token.lower.parse().ok().filter(|y| (1000..=2999).contains(y))
    }

    /// `12:15 GMT`, `5 p.m.`, `5.30pm`, `17h30`, `17 h`.
    fn time(&self, i: usize) -> Read {
        let token = self.tokens.get(i)?;
        let (hour, mut minute, mut next) = match token.lower.split_once('.') {
            Some((h, m)) if m.len() == 2 => (h.parse::<u16>().ok()?, m.parse::<u16>().ok()?, i + 1),
            Some(_) => return None,
            None => (token.lower.parse::<u16>().ok()?, 0, i + 1),
        };
        let mut sure = false;
        if self.lower(next) == ":" && self.tight(next) && self.tight(next + 1) && self.lower(next + 1).len() == 2 {
            minute = self.lower(next + 1).parse().ok()?;
            next += 2;
            sure = true;
        } else if let Some(rest) =
            self.lower(next).strip_prefix('h').filter(|r| r.is_empty() || r.parse::<u16>().is_ok())
        {
            // `10h` in French; in other languages only with minutes.
            if self.primary == "fr" || !rest.is_empty() {
                minute = if rest.is_empty() {
                    self.small(next + 1, 59).filter(|_| self.tight(next + 1)).unwrap_or(0).into()
                } else {
                    rest.parse().ok()?
                };
                next += 1 + usize::from(rest.is_empty() && minute > 0);
                sure = true;
            }
        }
        let (half, after) = self.half_of_day(next);
        if hour > 24 || minute > 59 || !(sure || half.is_some()) {
            return None;
        }
        let hour = match half {
            Some(true) if hour < 12 => hour + 12,
            Some(false) if hour == 12 => 0,
            _ => hour,
        };
        let zone =
            usize::from(matches!(self.lower(after), "gmt" | "utc" | "cet" | "bst" | "ist" | "est" | "edt" | "h"));
        Some((Form::Minute(hour * 60 + minute), i, after + zone))
    }

    /// `a.m.` (false) or `p.m.` (true) and the token after it.
    fn half_of_day(&self, i: usize) -> (Option<bool>, usize) {
        let dotted = self.lower(i + 1) == "." && self.lower(i + 2) == "m" && self.tight(i + 2);
        match self.lower(i) {
            "pm" => (Some(true), i + 1),
            "am" => (Some(false), i + 1),
            half @ ("p" | "a") if dotted => {
                (Some(half == "p"), i + 3 + usize::from(self.lower(i + 3) == "." && self.tight(i + 3)))
            }
            _ => (None, i),
        }
    }

    /// `2025-11-06`, `06/11/2025`, `6.11.2025`.
    fn numeric(&self, i: usize) -> Read {
        let token = self.tokens.get(i)?;
        let parts: Vec<&str> = token.lower.split('.').collect();
        if let [d, m, y] = parts.as_slice() {
            return self.ordered([d, m, y], i, i + 1, false);
        }
        let (a, b) = (self.lower(i + 1), self.lower(i + 3));
        if a != b || !matches!(a, "-" | "/") || !(1..5).all(|k| self.tight(i + k)) {
            return None;
        }
        self.ordered([self.lower(i), self.lower(i + 2), self.lower(i + 4)], i, i + 5, a == "/" && self.month_first)
    }

    fn ordered(&self, [a, b, c]: [&str; 3], from: usize, next: usize, month_first: bool) -> Read {
        let n = |s: &str| s.parse::<i16>().ok();
        let (year, x, y) =
            if a.len() == 4 { (n(a)?, n(b)?, n(c)?) } else { (n(c).filter(|_| c.len() == 4)?, n(b)?, n(a)?) };
        // x is the month and y the day, unless that cannot be or the house writes the month first.
        let swap = x > 12 || (month_first && a.len() != 4 && y <= 12);
        let (month, day) = if swap { (y, x) } else { (x, y) };
        let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
        ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some((
            Form::Day { year: Some(year), month, day, to: day },
            from,
            next,
        ))
    }

    /// `6 November 2025`, `1er août`, `6-8 November`.
    fn day_first(&self, i: usize) -> Read {
        let day = self.small(i, 31)?;
        let mut next = i + 1;
        let mut to = day;
        if matches!(self.lower(next), "-" | "–") && self.tight(next) {
            to = self.small(next + 1, 31).filter(|t| *t > day)?;
            next += 2;
        }
        next += usize::from(self.tight(next) && matches!(self.lower(next), "st" | "nd" | "rd" | "th" | "er" | "e"));
        next += usize::from(matches!(self.lower(next), "of" | "de" | "." | "من"));
        let month = month(self.lower(next)).filter(|_| self.month_fits(next))?;
        next += 1;
        next += usize::from(self.lower(next) == "." && self.year(next + 1).is_some());
        next += usize::from(matches!(self.lower(next), "de" | "," | "من") && self.year(next + 1).is_some());
        let year = self.year(next);
        Some((Form::Day { year, month, day, to }, i, next + usize::from(year.is_some())))
    }

    /// A doubtful month name (`may`, `mars`) needs its capital in English.
    fn month_fits(&self, i: usize) -> bool {
        !is_doubtful(self.lower(i)) || self.primary != "en" || self.tokens.get(i).is_some_and(|t| t.capital)
    }

    /// `Nov. 6, 2025`, `November 6-8`, `August 2020`, `in August`.
    fn month_word(&self, i: usize) -> Read {
        let month = month(self.lower(i)).filter(|_| self.month_fits(i))?;
        let mut next = i + 1;
        next +=
            usize::from(self.lower(next) == "." && self.tokens.get(next + 1).is_some_and(|t| t.shape == Shape::Digits));
        if let Some(day) = self.small(next, 31) {
            return Some(self.month_then_day(month, day, i, next + 1));
        }
        let lead = usize::from(matches!(self.lower(next), "de" | "," | "of") && self.year(next + 1).is_some());
        if let Some(year) = self.year(next + lead) {
            return Some((Form::Month { year: Some(year), month }, i, next + lead + 1));
        }
        let led = matches!(
            self.before(i),
            "in" | "since"
                | "of"
                | "by"
                | "until"
                | "till"
                | "last"
                | "next"
                | "this"
                | "late"
                | "early"
                | "mid"
                | "from"
                | "to"
                | "en"
                | "depuis"
                | "de"
                | "fin"
                | "début"
                | "في"
                | "منذ"
                | "شهر"
        );
        // `before March`; `after May` may be after what somebody of that name did.
        let timed = self.lower(i) != "may"
            && matches!(self.before(i), "before" | "after" | "during" | "through" | "between" | "avant" | "après");
        (led || timed || !is_doubtful(self.lower(i))).then_some((Form::Month { year: None, month }, i, i + 1))
    }

    fn month_then_day(&self, month: u8, day: u8, from: usize, mut next: usize) -> (Form, usize, usize) {
        let mut to = day;
        if matches!(self.lower(next), "-" | "–")
            && self.tight(next)
            && let Some(end) = self.small(next + 1, 31).filter(|t| *t > day)
        {
            to = end;
            next += 2;
        }
        next += usize::from(self.tight(next) && matches!(self.lower(next), "st" | "nd" | "rd" | "th"));
        let comma = usize::from(self.lower(next) == ",");
        let year = self.year(next + comma);
        (Form::Day { year, month, day, to }, from, if year.is_some() { next + comma + 1 } else { next })
    }

    fn year_alone(&self, i: usize) -> Read {
        let year = self.year(i).filter(|y| (1800..=2099).contains(y))?;
        if self.lower(i + 1) == "s" && self.tight(i + 1) {
            return Some((Form::Year(year, year + 9), i, i + 2));
        }
        let next = self.tokens.get(i + 1);
        let noun = next.is_some_and(|t| {
            t.is_word() && !t.line_start && !t.capital && !crate::word::is_stop(&t.lower, self.primary)
        });
        let counts = noun
            && next.is_some_and(|t| {
                t.lower.ends_with('s') || t.is("people") || !matches!(self.primary, "en" | "fr" | "und")
            });
        let unit =
            crate::number::unit::after(self.tokens, i + 1).is_some() || crate::number::unit::is_sign(self.before(i));
        let strong = leads_year(self.before(i));
        (!unit && (strong || (!counts && year >= 1900))).then_some((Form::Year(year, year), i, i + 1))
    }

    fn weekday_word(&self, i: usize) -> Read {
        let day = weekday(self.lower(i))?;
        if is_doubtful(self.lower(i)) {
            let dated = matches!(self.lower(i + 1), "," | ".")
                || month(self.lower(i + 1)).is_some()
                || self.small(i + 1, 31).is_some();
            if !dated || self.before(i) == "the" || !self.tokens.get(i).is_some_and(|t| t.capital) {
                return None;
            }
        }
        let next = matches!(self.before(i), "next" | "अगले")
            || matches!(self.lower(i + 1), "prochain" | "prochaine" | "المقبل" | "القادم");
        let last =
            matches!(self.before(i), "last" | "पिछले") || matches!(self.lower(i + 1), "dernier" | "dernière" | "الماضي");
        let ahead = usize::from(matches!(self.before(i), "next" | "last" | "अगले" | "पिछले"));
        let behind = usize::from((next || last) && ahead == 0);
        let shift = if next { 1 } else { -i8::from(last) };
        Some((Form::Weekday(day, shift), i - ahead, i + 1 + behind))
    }

    fn relative(&self, i: usize) -> Read {
        let hit = relatives(self.lower(i)).iter().find(|(phrase, ..)| {
            (0..phrase.len()).all(|k| {
                let word = self.lower(i + k);
                let wanted = phrase.get(k).map_or("", String::as_str);
                word == wanted || (k + 1 == phrase.len() && word.strip_suffix("'s") == Some(wanted))
            })
        });
        let (phrase, unit, count) = hit?;
        // `last year's` is one token with its possessive.
        Some((Form::Relative(*unit, *count), i, i + phrase.len()))
    }
}
