//! Dates as feeds write them: ISO 8601 and RFC 3339 in every shortening, RFC 822 with named, wrong or missing zones and
//! two-digit years, `asctime`, and month names of a few languages.

use jiff::{
    civil::{Date, DateTime, Time as Clock},
    tz::{Offset, TimeZone},
};
use news::Time;

use crate::entry::Stamp;

/// Reads `said`; times without a zone are in `zone`, UTC when that is unknown.
pub(crate) fn stamp(said: &str, zone: Option<&str>) -> Stamp {
    let said = said.trim();
    Stamp { said: said.to_owned(), time: read(said, zone) }
}

/// What a time says about its zone.
enum Zone {
    Unsaid,
    Minutes(i32),
}

pub(crate) fn read(said: &str, zone: Option<&str>) -> Option<Time> {
    if said.len() > 100 {
        return None;
    }
    let said: String = said.split_whitespace().collect::<Vec<_>>().join(" ");
    let (date, clock, found) = iso(&said).or_else(|| words(&said)).or_else(|| slashes(&said))?;
    let local = DateTime::from_parts(date, clock);
    let at = match found {
        Zone::Minutes(m) => Offset::from_seconds(m.checked_mul(60)?).ok()?.to_timestamp(local).ok()?,
        Zone::Unsaid => {
            let tz = zone.and_then(|z| TimeZone::get(z).ok()).unwrap_or(TimeZone::UTC);
            tz.to_zoned(local).ok()?.timestamp()
        }
    };
    Some(Time(at.as_millisecond()))
}

fn midnight() -> Clock {
    Clock::midnight()
}

/// `2025-11-06T10:02:00Z`, `2025-11-06 10:02`, `20251106T100200+0100`, `2025-11`, `2025`, `2025-310`.
fn iso(said: &str) -> Option<(Date, Clock, Zone)> {
    let split = said.find(['T', 't', ' ']).unwrap_or(said.len());
    let date = iso_date(said.get(..split)?)?;
    let rest = said.get(split..)?.trim_start_matches(['T', 't', ' ']).trim();
    if rest.is_empty() {
        return Some((date, midnight(), Zone::Unsaid));
    }
    let end = rest.find(|c: char| !c.is_ascii_digit() && !matches!(c, ':' | '.' | ',')).unwrap_or(rest.len());
    let (clock, next_day) = clock(rest.get(..end)?)?;
    let date = if next_day { date.tomorrow().ok()? } else { date };
    let tail = rest.get(end..)?.trim();
    Some((date, clock, if tail.is_empty() { Zone::Unsaid } else { zone_of(tail)? }))
}

fn iso_date(text: &str) -> Option<Date> {
    let parts: Vec<&str> = text.split('-').collect();
    let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit()) && !s.is_empty();
    if !parts.iter().all(|p| digits(p)) {
        return None;
    }
    let num = |s: &str| s.parse::<i16>().ok();
    let small = |s: &str| s.parse::<i8>().ok();
    match *parts.as_slice() {
        [y] if y.len() == 4 => Date::new(num(y)?, 1, 1).ok(),
        [ymd] if ymd.len() == 8 => Date::new(num(ymd.get(..4)?)?, small(ymd.get(4..6)?)?, small(ymd.get(6..)?)?).ok(),
        [y, m] if y.len() == 4 && m.len() == 2 => Date::new(num(y)?, small(m)?, 1).ok(),
        [y, d] if y.len() == 4 && d.len() == 3 => {
            let first = Date::new(num(y)?, 1, 1).ok()?;
            first.checked_add(jiff::Span::new().days(i64::from(num(d)?) - 1)).ok()
        }
        [y, m, d] if y.len() == 4 => Date::new(num(y)?, small(m)?, small(d)?).ok(),
        [y, m, d] if y.len() == 2 && m.len() == 2 => Date::new(century(num(y)?), small(m)?, small(d)?).ok(),
        _ => None,
    }
}

/// `10`, `10:02`, `1002`, `10:02:00`, `100200`, `10:02:00.123`; `true` for 24:00, which is the next day's midnight.
fn clock(text: &str) -> Option<(Clock, bool)> {
    let whole = text.split(['.', ',']).next()?;
    let parts: Vec<&str> = match (whole.contains(':'), whole.len()) {
        (true, _) => whole.split(':').collect(),
        (false, 4) => vec![whole.get(..2)?, whole.get(2..)?],
        (false, 6) => vec![whole.get(..2)?, whole.get(2..4)?, whole.get(4..)?],
        (false, _) => vec![whole],
    };
    let part = |i: usize| parts.get(i).map_or(Some(0), |p| p.parse::<i8>().ok());
    let (h, m, s) = (part(0)?, part(1)?, part(2)?);
    if parts.len() > 3 {
        return None;
    }
    if h == 24 {
        return (m == 0 && s == 0).then(|| (midnight(), true));
    }
    // A leap second is told as the second before it.
    Clock::new(h, m, s.min(59), 0).ok().filter(|_| s <= 60).map(|c| (c, false))
}

fn century(year: i16) -> i16 {
    if year < 70 { 2000 + year } else { 1900 + year }
}

/// `Thu, 06 Nov 2025 15:39:00 GMT`, `Sun Jan 4 16:29:06 PST 2004`, `6 nov. 2025 15:39`, `Nov 6, 2025, 3:39 pm`.
fn words(said: &str) -> Option<(Date, Clock, Zone)> {
    let (mut day, mut month, mut year, mut time, mut zone, mut pm) = (None, None, None, None, Zone::Unsaid, None);
    let spaced = spread(said);
    for token in spaced.split([' ', ',']).filter(|t| !t.is_empty()) {
        let number =
            token.trim_end_matches('.').parse::<i16>().ok().filter(|_| token.starts_with(|c: char| c.is_ascii_digit()));
        match (token, number) {
            (t, None) if t.contains(':') && t.starts_with(|c: char| c.is_ascii_digit()) => {
                let end = t.find(|c: char| !c.is_ascii_digit() && !matches!(c, ':' | '.')).unwrap_or(t.len());
                time = Some(clock(t.get(..end)?)?);
                match t.get(end..)?.to_ascii_lowercase().as_str() {
                    "" => {}
                    "am" => pm = Some(false),
                    "pm" => pm = Some(true),
                    tail => zone = zone_of(tail).unwrap_or(Zone::Unsaid),
                }
            }
            (_, Some(n)) if day.is_none() && (1..=31).contains(&n) && token.len() <= 3 => day = Some(n),
            (_, Some(n)) if year.is_none() && token.len() == 4 => year = Some(n),
            (_, Some(n)) if year.is_none() && token.len() == 2 => year = Some(century(n)),
            (_, Some(n)) if year.is_none() && token.len() == 3 => year = Some(1900 + n),
            (t, _) if month.is_none() && month_of(t).is_some() => month = month_of(t),
            (t, _) if t.eq_ignore_ascii_case("am") || t.eq_ignore_ascii_case("pm") => {
                pm = Some(t.eq_ignore_ascii_case("pm"))
            }
            (t, _) if time.is_some() || t.starts_with(['+', '-']) => zone = zone_of(t).unwrap_or(zone),
            _ => {}
        }
    }
    let date = Date::new(year?, month?, i8::try_from(day?).ok()?).ok()?;
    let (clock, next_day) = time.unwrap_or((midnight(), false));
    let clock = match pm {
        Some(true) if clock.hour() < 12 => clock.checked_add(jiff::Span::new().hours(12)).ok()?,
        Some(false) if clock.hour() == 12 => clock.checked_sub(jiff::Span::new().hours(12)).ok()?,
        _ => clock,
    };
    Some((if next_day { date.tomorrow().ok()? } else { date }, clock, zone))
}

/// `06-Nov-2025` and `6/Nov/2025` spread to words; the minus of an offset stays.
fn spread(said: &str) -> String {
    let chars: Vec<char> = said.chars().collect();
    let letter = |i: Option<usize>| i.and_then(|i| chars.get(i)).is_some_and(|c| c.is_alphabetic());
    let joins = |i: usize| {
        // After a day and before a month, or after a month: never in front of an offset, which follows a time or a zone.
        (letter(Some(i + 1)) && i > 0 && !letter(Some(i - 1)))
            || (letter(i.checked_sub(1)) && i < 14 && !said.contains(&format!("GMT{}", chars.get(i).unwrap_or(&' '))))
    };
    chars.iter().enumerate().map(|(i, c)| if matches!(c, '-' | '/') && joins(i) { ' ' } else { *c }).collect()
}

/// `11/06/2025 15:39`, told apart only when one part cannot be a month; else month first, as the senders of such dates write.
fn slashes(said: &str) -> Option<(Date, Clock, Zone)> {
    let (date, rest) = said.split_once(' ').unwrap_or((said, ""));
    let parts: Vec<&str> = date.split(['/', '.']).collect();
    let &[a, b, c] = parts.as_slice() else { return None };
    let (a, b, c): (i16, i16, i16) = (a.parse().ok()?, b.parse().ok()?, c.parse().ok()?);
    let (year, month, day) = match () {
        () if a > 31 => (a, b, c),
        () if date.contains('.') || a > 12 => (c, b, a),
        () => (c, a, b),
    };
    let year = if year < 100 { century(year) } else { year };
    let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    let mut tokens = rest.split(' ').filter(|t| !t.is_empty());
    let clock = tokens.next().map_or(Some((midnight(), false)), clock)?.0;
    Some((date, clock, tokens.next().and_then(zone_of).unwrap_or(Zone::Unsaid)))
}

fn month_of(word: &str) -> Option<i8> {
    // Beginnings of month names in English, French, German, Spanish, Portuguese, Italian and Dutch.
    const STEMS: [(&str, i8); 30] = [
        ("jan", 1),
        ("ene", 1),
        ("gen", 1),
        ("feb", 2),
        ("fév", 2),
        ("fev", 2),
        ("mar", 3),
        ("mär", 3),
        ("mrt", 3),
        ("maa", 3),
        ("apr", 4),
        ("avr", 4),
        ("abr", 4),
        ("may", 5),
        ("mai", 5),
        ("mag", 5),
        ("mei", 5),
        ("juin", 6),
        ("jun", 6),
        ("giu", 6),
        ("juil", 7),
        ("jul", 7),
        ("lug", 7),
        ("aug", 8),
        ("aoû", 8),
        ("ago", 8),
        ("sep", 9),
        ("set", 9),
        ("okt", 10),
        ("ott", 10),
    ];
    const LATE: [(&str, i8); 6] = [("oct", 10), ("out", 10), ("nov", 11), ("dec", 12), ("déc", 12), ("dez", 12)];
    let lower = word.to_lowercase();
    let known = STEMS.iter().chain(&LATE).chain(&[("dic", 12)]).find(|(stem, _)| lower.starts_with(stem));
    // `mardi`, `maandag`, `martes` and `Sept` apart: weekdays that begin like months.
    let weekday = ["mardi", "martes", "maandag", "martedì", "marted"].iter().any(|w| lower.starts_with(w));
    known.filter(|_| !weekday).map(|(_, m)| *m)
}

/// `Z`, `+01:00`, `-0500`, `+1`, `GMT+2`, `EST`; `None` for what nobody knows.
fn zone_of(text: &str) -> Option<Zone> {
    let text = text.trim().trim_matches(['(', ')']);
    let upper = text.split(' ').next()?.to_ascii_uppercase();
    let offset =
        upper.strip_prefix("GMT").or_else(|| upper.strip_prefix("UTC")).filter(|t| !t.is_empty()).unwrap_or(&upper);
    if let Some(sign) = offset.chars().next().filter(|c| matches!(c, '+' | '-')) {
        let digits: String = offset.chars().filter(char::is_ascii_digit).collect();
        let (h, m) = match digits.len() {
            1 | 2 => (digits.parse::<i32>().ok()?, 0),
            3 => (digits.get(..1)?.parse().ok()?, digits.get(1..)?.parse().ok()?),
            4.. => (digits.get(..2)?.parse().ok()?, digits.get(2..4)?.parse().ok()?),
            _ => return None,
        };
        let minutes = h * 60 + m;
        return (minutes <= 14 * 60 && m < 60).then_some(Zone::Minutes(if sign == '-' { -minutes } else { minutes }));
    }
    named(&upper).map(Zone::Minutes)
}

/// Minutes east of Greenwich. `IST` and the like are left out: nobody knows which one is meant.
fn named(name: &str) -> Option<i32> {
    let hours = match name {
        "Z" | "UT" | "UTC" | "GMT" | "WET" => 0,
        "EST" | "CDT" | "ET" => -5,
        "EDT" | "AST" => -4,
        "CST" | "MDT" | "CT" => -6,
        "MST" | "PDT" | "MT" => -7,
        "PST" | "PT" | "AKDT" => -8,
        "AKST" => -9,
        "HST" => -10,
        "BRT" | "ART" => -3,
        "BST" | "CET" | "MEZ" | "MET" | "WEST" | "WAT" => 1,
        "CEST" | "MESZ" | "EET" | "CAT" | "SAST" => 2,
        "EEST" | "MSK" | "EAT" | "TRT" => 3,
        "GST" => 4,
        "PKT" => 5,
        "WIB" => 7,
        "HKT" | "SGT" | "AWST" | "PHT" => 8,
        "JST" | "KST" => 9,
        "AEST" => 10,
        "AEDT" => 11,
        "NZST" => 12,
        "NZDT" => 13,
        _ => return None,
    };
    Some(hours * 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utc(said: &str, zone: Option<&str>) -> String {
        read(said, zone).map_or_else(
            || "none".into(),
            |t| jiff::Timestamp::from_millisecond(t.ms()).map_or("bad".into(), |t| t.to_string()),
        )
    }

    #[test]
    fn every_variety_seen_in_feeds() {
        for (said, want) in [
            ("Thu, 06 Nov 2025 15:39:00 GMT", "2025-11-06T15:39:00Z"),
            ("Thu, 06 Nov 2025 08:55:00 +0100", "2025-11-06T07:55:00Z"),
            ("Thu, 6 Nov 25 08:55 EST", "2025-11-06T13:55:00Z"),
            ("Thu, 6 Nov 2025 08:55:00 CDT", "2025-11-06T13:55:00Z"),
            ("Sun Jan 4 16:29:06 PST 2004", "2004-01-05T00:29:06Z"),
            ("06-Nov-2025 10:00:00 +00:00", "2025-11-06T10:00:00Z"),
            ("Thu, 06 Nov 2025 10:00:00 GMT+2", "2025-11-06T08:00:00Z"),
            ("Thu, 06 Nov 2025 10:00:00 Z", "2025-11-06T10:00:00Z"),
            ("Thu, 06 Nov 2025 10:00:00 BLAH", "2025-11-06T10:00:00Z"),
            ("Nov 6, 2025 3:39 pm", "2025-11-06T15:39:00Z"),
            ("jeudi 6 nov. 2025 15:39", "2025-11-06T15:39:00Z"),
            ("2025-11-06T10:02:00Z", "2025-11-06T10:02:00Z"),
            ("2025-11-06T10:02:00.123+01:00", "2025-11-06T09:02:00Z"),
            ("2025-11-06 10:02:00 +0100", "2025-11-06T09:02:00Z"),
            ("20251106T100200Z", "2025-11-06T10:02:00Z"),
            ("2025-11", "2025-11-01T00:00:00Z"),
            ("2025-11-06T24:00:00Z", "2025-11-07T00:00:00Z"),
            ("11/06/2025 15:39", "2025-11-06T15:39:00Z"),
            ("06.11.2025 15:39", "2025-11-06T15:39:00Z"),
            ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"),
            ("yesterday", "none"),
            ("", "none"),
            ("2025-02-30", "none"),
        ] {
            assert_eq!(utc(said, None), want, "{said}");
        }
        assert_eq!(utc("2025-11-06T10:00", Some("Europe/Paris")), "2025-11-06T09:00:00Z");
        assert_eq!(utc("2025-11-06T10:00", Some("Nowhere/Land")), "2025-11-06T10:00:00Z");
    }
}
