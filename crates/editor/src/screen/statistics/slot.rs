//! The stretches of time that views are told by.

use jiff::{Span, Zoned, tz::TimeZone};
use news::Time;

use crate::moment;

/// Hours of a day.
const HOURS: i64 = 24;

/// A stretch of time: one bar.
pub struct Slot {
    /// When it begins; it ends where the next one does.
    pub from: Time,
    /// `Tue 24 Nov`.
    pub name: String,
    /// The same as short as it stands under a bar.
    pub short: String,
}

/// The hours of a day, or days of the house's zone; the running one is last.
pub fn slots(days: i64, now: Time, zone: &TimeZone) -> Vec<Slot> {
    let slot = |at: &Zoned, name: &str, short: &str| Slot {
        from: Time(at.timestamp().as_millisecond()),
        name: at.strftime(name).to_string(),
        short: at.strftime(short).to_string(),
    };
    if days == 1 {
        // Views are counted by whole hours of UTC.
        let hour = now.plus_ms(-now.ms().rem_euclid(Time::HOUR_MS));
        let starts = (0..HOURS).rev().map(|ago| moment::zoned(hour.plus_ms(-ago * Time::HOUR_MS), zone));
        return starts.map(|at| slot(&at, "%a %H:%M", "%H:%M")).collect();
    }
    let today = moment::zoned(now, zone).date();
    let starts = (0..days).rev().map(|ago| today.saturating_sub(Span::new().days(ago)).to_zoned(zone.clone()));
    starts.filter_map(Result::ok).map(|at| slot(&at, "%a %-d %b", "%-d %b")).collect()
}

/// Each slot with the views of the hours that begin in it.
pub fn fill(slots: Vec<Slot>, hours: &[(Time, u64)]) -> Vec<(Slot, u64)> {
    let ends: Vec<Time> = slots.iter().skip(1).map(|slot| slot.from).chain([Time(i64::MAX)]).collect();
    let filled = |(slot, end): (Slot, Time)| {
        let inside = hours.iter().filter(|(hour, _)| (slot.from..end).contains(hour));
        let views = inside.map(|(_, views)| views).sum();
        (slot, views)
    };
    slots.into_iter().zip(ends).map(filled).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_the_zones_own_and_hours_count_where_they_begin() {
        let zone = TimeZone::get("Europe/Paris").unwrap();
        // 01:53 in Paris, two days after summer time ended there.
        let now = Time(1_793_062_400_000);
        let week = slots(7, now, &zone);
        assert_eq!((week.len(), week[0].name.as_str(), week[6].short.as_str()), (7, "Wed 21 Oct", "27 Oct"));
        let lengths: Vec<i64> = week.windows(2).map(|w| (w[1].from.0 - w[0].from.0) / Time::HOUR_MS).collect();
        assert_eq!(lengths, [24, 24, 24, 24, 25, 24]);
        let last = week[6].from;
        let filled = fill(week, &[(last.plus_ms(-Time::HOUR_MS), 3), (last, 4), (last.plus_ms(Time::HOUR_MS), 5)]);
        assert_eq!((filled[5].1, filled[6].1), (3, 9));
        let day = slots(1, now, &zone);
        assert_eq!((day.len(), day[0].short.as_str(), day[23].name.as_str()), (24, "02:00", "Tue 01:00"));
    }
}
