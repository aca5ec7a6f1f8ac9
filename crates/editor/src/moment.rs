//! Times as the desk reads them, in the house's zone.

use std::ops::Range;

use jiff::{Timestamp, Zoned, civil::Date, tz::TimeZone};
use news::Time;

use crate::failure::Failure;

/// `<time datetime="iso">text</time>`.
#[derive(Clone, Debug, Default)]
pub struct Moment {
    /// RFC 3339.
    pub iso: String,
    /// For people.
    pub text: String,
}

/// The moment in the zone.
pub fn zoned(time: Time, zone: &TimeZone) -> Zoned {
    Timestamp::from_millisecond(time.ms()).unwrap_or(Timestamp::UNIX_EPOCH).to_zoned(zone.clone())
}

/// The time for today, else the day with the time.
pub fn short(time: Time, now: Time, zone: &TimeZone) -> Moment {
    let (at, today) = (zoned(time, zone), zoned(now, zone));
    let format = match (at.date() == today.date(), at.year() == today.year()) {
        (true, _) => "%H:%M",
        (_, true) => "%-d %b, %H:%M",
        _ => "%-d %b %Y, %H:%M",
    };
    Moment { iso: at.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(), text: at.strftime(format).to_string() }
}

/// Day, time and zone.
pub fn full(time: Time, zone: &TimeZone) -> Moment {
    let at = zoned(time, zone);
    Moment {
        iso: at.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
        text: at.strftime("%-d %B %Y, %H:%M %Z").to_string(),
    }
}

/// What a field of the kind `datetime-local` holds, in the house's zone; `None` when it is no time.
pub fn of_field(value: &str, zone: &TimeZone) -> Option<Time> {
    let local: jiff::civil::DateTime = value.trim().parse().ok()?;
    Some(Time(local.to_zoned(zone.clone()).ok()?.timestamp().as_millisecond()))
}

/// From the beginning of one day until the end of another, each as a field of the kind `date` holds it, in the house's zone;
/// all time on the side that is empty.
pub fn days(from: &str, to: &str, zone: &TimeZone) -> Result<Range<Time>, Failure> {
    let day = |text: &str| text.trim().parse::<Date>().ok();
    let begin = |day: Date| Some(Time(day.to_zoned(zone.clone()).ok()?.timestamp().as_millisecond()));
    let start = if from.trim().is_empty() { Some(Time(i64::MIN)) } else { day(from).and_then(begin) };
    let end = match to.trim().is_empty() {
        true => Some(Time(i64::MAX)),
        false => day(to).and_then(|day| day.tomorrow().ok()).and_then(begin),
    };
    let wrong = || Failure::Wrong("Give days as year, month and day, the earlier first: 2026-01-31.".into());
    let range = start.zip(end).filter(|(start, end)| start < end);
    range.map(|(start, end)| start..end).ok_or_else(wrong)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_begin_and_end_in_the_houses_zone() {
        let zone = TimeZone::get("Europe/Paris").unwrap();
        let told = |from, to| days(from, to, &zone).map(|r| (r.start.0, r.end.0)).ok();
        // Clocks were put back on the 25th: that day has 25 hours.
        let (start, end) = told("2026-10-25", "2026-10-25").unwrap();
        assert_eq!((end - start, start), (25 * Time::HOUR_MS, 1_792_879_200_000));
        assert_eq!(told("", " "), Some((i64::MIN, i64::MAX)));
        assert_eq!(told("2026-10-25", ""), Some((start, i64::MAX)));
        for wrong in ["2026-02-31", "yesterday", "9999-12-31x"] {
            assert!(told(wrong, "").is_none() && told("", wrong).is_none(), "{wrong}");
        }
    }
}
