//! Turns a written form into days, with the clock's day.

use std::ops::Range;

use jiff::{Timestamp, ToSpan, civil::Date, tz::TimeZone};

use super::{
    Clock, When,
    read::{Form, Found},
};

/// The clock's day in its own zone; UTC when the zone is unknown.
pub(crate) fn today(clock: &Clock) -> Date {
    let zone = if clock.zone == "UTC" || clock.zone.is_empty() {
        TimeZone::UTC
    } else {
        TimeZone::get(&clock.zone).unwrap_or(TimeZone::UTC)
    };
    let moment = Timestamp::from_millisecond(clock.reference.ms()).unwrap_or(Timestamp::UNIX_EPOCH);
    zone.to_datetime(moment).date()
}

/// The days of a form; `None` when there is no such day (`31 April`).
pub(crate) fn when(found: &Found, range: Range<usize>, today: Date) -> Option<When> {
    if let Form::Minute(minute) = found.form {
        return Some(When { range, first: None, last: None, minute: Some(minute), relative: false });
    }
    let (first, last, relative) = span(found.form, today)?;
    Some(When { range, first: Some(days(first)?), last: Some(days(last)?), minute: None, relative })
}

/// Days since 1970.
fn days(date: Date) -> Option<i32> {
    date.since((jiff::Unit::Day, Date::constant(1970, 1, 1))).ok().map(|span| span.get_days())
}

fn span(form: Form, today: Date) -> Option<(Date, Date, bool)> {
    Some(match form {
        Form::Day { year, month, day, to } => {
            let first = year.map_or_else(|| nearest(today, month, day), |y| date(y, month, day))?;
            let last = date(first.year(), month, to).filter(|l| *l >= first).unwrap_or(first);
            (first, last, false)
        }
        Form::Month { year, month } => {
            // Without a year: the last such month that has begun.
            let year = year.unwrap_or(if month as i8 > today.month() { today.year() - 1 } else { today.year() });
            let first = date(year, month, 1)?;
            (first, first.last_of_month(), false)
        }
        Form::Months { year, from, to } => {
            let year = year.unwrap_or(if from as i8 > today.month() { today.year() - 1 } else { today.year() });
            (date(year, from, 1)?, date(year, to, 1)?.last_of_month(), false)
        }
        Form::Year(from, to) => (date(from, 1, 1)?, date(to, 12, 31)?, false),
        Form::Weekday(day, shift) => {
            let back = (today.weekday().to_monday_one_offset() - day as i8).rem_euclid(7);
            let days = match shift {
                1 => 7 - i64::from(back),
                -1 if back == 0 => -7,
                _ => -i64::from(back),
            };
            let first = today.checked_add(days.days()).ok()?;
            (first, first, true)
        }
        Form::Relative(unit, count) => relative(unit, count, today)?,
        Form::Minute(_) => return None,
    })
}

fn relative(unit: char, count: i64, today: Date) -> Option<(Date, Date, bool)> {
    let (first, last) = match unit {
        'y' => {
            let year = today.year().checked_add(i16::try_from(count).ok()?)?;
            (date(year, 1, 1)?, date(year, 12, 31)?)
        }
        'm' => {
            let day = today.first_of_month().checked_add(count.months()).ok()?;
            (day, day.last_of_month())
        }
        'w' => {
            let into = i64::from(today.weekday().to_monday_zero_offset());
            let monday = today.checked_add((count * 7 - into).days()).ok()?;
            (monday, monday.checked_add(6.days()).ok()?)
        }
        _ => {
            let day = today.checked_add(count.days()).ok()?;
            (day, day)
        }
    };
    Some((first, last, true))
}

fn date(year: i16, month: u8, day: u8) -> Option<Date> {
    Date::new(year, month as i8, day as i8).ok()
}

/// That day of the year which comes nearest to today.
fn nearest(today: Date, month: u8, day: u8) -> Option<Date> {
    let apart = |d: &Date| days(*d).zip(days(today)).map_or(i32::MAX, |(a, b)| (a - b).abs());
    (-1..=1).filter_map(|k| date(today.year().checked_add(k)?, month, day)).min_by_key(apart)
}
