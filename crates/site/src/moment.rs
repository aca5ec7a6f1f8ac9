//! Times as readers, machines and feeds want them, in the house's zone.

use jiff::{Timestamp, Zoned, civil::Date, tz::TimeZone};
use news::Time;

use crate::words::Words;

/// A time for a page: `<time datetime="iso">text</time>`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Moment {
    /// RFC 3339 with the zone's offset, to the second.
    pub iso: String,
    /// For people.
    pub text: String,
}

fn zoned(time: Time, zone: &TimeZone) -> Zoned {
    Timestamp::from_millisecond(time.ms()).unwrap_or(Timestamp::UNIX_EPOCH).to_zoned(zone.clone())
}

/// RFC 3339 with the zone's offset, to the second: `2025-11-07T00:11:00+01:00`.
pub fn iso(time: Time, zone: &TimeZone) -> String {
    zoned(time, zone).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

/// RFC 822, for RSS: `Fri, 07 Nov 2025 00:11:00 +0100`.
pub fn rfc822(time: Time, zone: &TimeZone) -> String {
    zoned(time, zone).strftime("%a, %d %b %Y %H:%M:%S %z").to_string()
}

/// Day and time with the zone's name: `7 November 2025, 00:11 CET`.
pub fn full(time: Time, zone: &TimeZone, words: &Words) -> Moment {
    let z = zoned(time, zone);
    let comma = if words.tag == "ar" { "،" } else { "," };
    Moment { iso: iso(time, zone), text: format!("{}{comma} {}", day_of(&z, words), z.strftime("%H:%M %Z")) }
}

/// The day alone: `7 November 2025`.
pub fn day(time: Time, zone: &TimeZone, words: &Words) -> Moment {
    let z = zoned(time, zone);
    Moment { iso: z.strftime("%Y-%m-%d").to_string(), text: day_of(&z, words) }
}

/// As short as it can be told: the time for today, else day and month, with the year when it is another.
pub fn short(time: Time, now: Time, zone: &TimeZone, words: &Words) -> Moment {
    let (z, today) = (zoned(time, zone), zoned(now, zone));
    let month = words.months_short.get(z.month() as usize - 1).copied().unwrap_or_default();
    let text = if z.date() == today.date() {
        z.strftime("%H:%M").to_string()
    } else if z.year() == today.year() {
        format!("{} {month}", z.day())
    } else {
        day_of(&z, words)
    };
    Moment { iso: iso(time, zone), text }
}

fn day_of(z: &Zoned, words: &Words) -> String {
    date_text(z.date(), words)
}

/// The day in a zone.
pub fn date(time: Time, zone: &TimeZone) -> Date {
    zoned(time, zone).date()
}

/// A day for people: `7 November 2025`.
pub fn date_text(date: Date, words: &Words) -> String {
    let month = words.months.get(date.month() as usize - 1).copied().unwrap_or_default();
    format!("{} {month} {}", date.day(), date.year())
}

/// The year, for the © line.
pub fn year(time: Time, zone: &TimeZone) -> i16 {
    zoned(time, zone).year()
}

#[cfg(test)]
mod tests {
    use super::*;
    use news::Lang;

    #[test]
    fn one_moment_for_people_machines_and_feeds() {
        let zone = TimeZone::get("Asia/Kolkata").unwrap();
        let time = Time(1_762_454_460_000);
        let words = crate::words::of(&Lang::en());
        let moment = full(time, &zone, words);
        assert_eq!(moment.iso, "2025-11-07T00:11:00+05:30");
        assert_eq!(moment.text, "7 November 2025, 00:11 IST");
        assert_eq!(rfc822(time, &zone), "Fri, 07 Nov 2025 00:11:00 +0530");
        assert_eq!(short(time, time, &zone, words).text, "00:11");
        assert_eq!(short(time, time.plus_ms(2 * Time::DAY_MS), &zone, words).text, "7 Nov");
        assert_eq!(full(time, &zone, crate::words::of(&Lang::new("ar"))).text, "7 نوفمبر 2025، 00:11 IST");
    }
}
