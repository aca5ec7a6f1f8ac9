//! Times as the desk reads them, in the house's zone.

use jiff::{Timestamp, Zoned, tz::TimeZone};
use news::Time;

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
