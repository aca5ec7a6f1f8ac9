//! A moment as it is typed at a terminal.

use anyhow::{Context, Result};
use jiff::{Timestamp, civil::DateTime, tz::TimeZone};
use news::Time;

/// With a zone of its own, or as the house's clocks show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    /// `2026-12-24T06:00:00Z`.
    Moment(Time),
    /// `2026-12-24T06:00`.
    Local(DateTime),
}

/// A day with a time; a day alone would be midnight, which hardly anybody means.
pub fn at(typed: &str) -> Result<At, String> {
    let typed = typed.trim();
    if let Ok(moment) = typed.parse::<Timestamp>() {
        return Ok(At::Moment(Time(moment.as_millisecond())));
    }
    let local = typed.parse().ok().filter(|_| typed.contains(':'));
    local.map(At::Local).ok_or_else(|| {
        "a day with a time is allowed: 2026-12-24T06:00 as the house's clocks show it, or 2026-12-24T06:00:00Z".into()
    })
}

impl At {
    /// The moment, in the house's zone where it has none of its own.
    pub fn in_zone(self, zone: &str) -> Result<Time> {
        match self {
            Self::Moment(time) => Ok(time),
            Self::Local(local) => {
                let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
                let zoned = local.to_zoned(zone).with_context(|| format!("{local} is no time in the house's zone"))?;
                Ok(Time(zoned.timestamp().as_millisecond()))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::at;

    #[test]
    fn a_time_without_a_zone_is_the_houses() {
        let ms = |typed: &str, zone| at(typed).unwrap().in_zone(zone).unwrap().ms();
        assert_eq!(ms("2026-12-24T06:00", "Europe/Paris"), ms("2026-12-24T05:00:00Z", "Asia/Kolkata"));
        assert_eq!(ms("2026-12-24T06:00+02:00", "Europe/Paris"), ms("2026-12-24 04:00", "UTC"));
        for other in ["", "tomorrow", "2026-12-24", "06:00", "2026-13-24T06:00", "2026-12-24T25:00"] {
            assert!(at(other).is_err(), "{other:?}");
        }
    }
}
