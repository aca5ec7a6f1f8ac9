//! The archive: a year as a calendar, a day as a list. Days are the house's zone's.

use std::collections::BTreeMap;

use askama::Template;
use jiff::{civil::Date, tz::TimeZone};
use news::Time;

use super::latest::{self, Listed};
use crate::{
    address,
    cache::tie::Tie,
    card::Card,
    failure::Failure,
    frame::{Frame, Item},
    json_ld, moment,
    page::Page,
    rail::Rail,
    site::{Answer, Ask},
    words::{self, Words},
};

/// A day of a calendar.
pub struct Day {
    /// Its number in the month.
    pub number: i8,
    /// Its page; `None` when it has no stories.
    pub url: Option<String>,
    /// How many.
    pub stories: u64,
    /// The whole in words, for those who hear it.
    pub label: String,
}

/// A month of a calendar.
pub struct Month {
    /// Its number.
    pub number: i8,
    /// Its name and year.
    pub name: String,
    /// How many stories, in words.
    pub stories: String,
    /// Weeks of seven days, Monday first.
    pub weeks: Vec<Vec<Option<Day>>>,
}

#[derive(Template)]
#[template(path = "archive.html", whitespace = "minimize")]
struct YearView {
    f: Frame,
    w: &'static Words,
    years: Vec<Item>,
    months: Vec<Month>,
}

#[derive(Template)]
#[template(path = "day.html", whitespace = "minimize")]
struct DayView {
    f: Frame,
    w: &'static Words,
    year_url: String,
    earlier: Option<String>,
    later: Option<String>,
    cards: Vec<Card>,
    next: Option<String>,
    rail: Rail,
}

/// A part of an address that is a number of exactly `digits` digits.
fn number(part: &str, digits: usize) -> Option<i16> {
    (part.len() == digits && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse().ok()).flatten()
}

/// The moment at which a day begins in a zone.
fn start(date: Date, zone: &TimeZone) -> Option<Time> {
    date.to_zoned(zone.clone()).ok().map(|z| Time(z.timestamp().as_millisecond()))
}

/// The years of the first and the last story.
pub fn years(ask: &mut Ask<'_>) -> Result<Option<(i16, i16)>, store::Error> {
    let (last, first) = store::list::day_around(ask.c, Time(i64::MAX), Time(i64::MIN))?;
    let year = |time| moment::date(time, &ask.zone).year();
    Ok(first.zip(last).map(|(first, last)| (year(first), year(last))))
}

/// The newest year that has stories; an empty page when none has.
pub fn newest(ask: &mut Ask<'_>) -> Answer {
    let last = years(ask)?.map_or_else(|| moment::date(ask.now, &ask.zone).year(), |(_, last)| last);
    show_year(ask, words::of(&ask.lang()).archive, "/archive", last)
}

/// A year between the first and the last story.
pub fn year(ask: &mut Ask<'_>, year: &str) -> Answer {
    let year = number(year, 4).ok_or(Failure::NotFound)?;
    if years(ask)?.is_none_or(|(first, last)| !(first..=last).contains(&year)) {
        return Err(Failure::NotFound);
    }
    let title = format!("{} {year}", words::of(&ask.lang()).archive);
    show_year(ask, &title, &address::year(year), year)
}

/// A month stands on its year's page.
pub fn month(year: &str, month: &str) -> Answer {
    let date = number(year, 4).zip(number(month, 2)).and_then(|(y, m)| Date::new(y, i8::try_from(m).ok()?, 1).ok());
    let date = date.ok_or(Failure::NotFound)?;
    Err(Failure::Moved(format!("{}#m{}", address::year(date.year()), date.month())))
}

fn show_year(ask: &mut Ask<'_>, title: &str, path: &str, year: i16) -> Answer {
    let lang = ask.lang();
    let mut f = Frame::new(ask, &lang, title, path)?;
    let counts = counts(ask, year)?;
    f.noindex = counts.is_empty();
    f.json_ld = json_ld::collection(&f);
    let months = (1..=12).filter_map(|month| calendar(year, month, &counts, f.w)).collect();
    let (first, last) = years(ask)?.unwrap_or((year, year));
    let item = |y: i16| Item { name: y.to_string(), url: address::year(y), here: y == year };
    let years = (first..=last).rev().map(item).collect();
    Ok(Page::rendered(&YearView { w: f.w, years, months, f })?)
}

/// Stories by the day of the year on which readers first saw them.
fn counts(ask: &mut Ask<'_>, year: i16) -> Result<BTreeMap<Date, u64>, Failure> {
    let bound = |year: i16| Date::new(year, 1, 1).ok().and_then(|date| start(date, &ask.zone));
    let (from, to) = bound(year).zip(bound(year.saturating_add(1))).ok_or(Failure::NotFound)?;
    let mut counts = BTreeMap::new();
    ask.lists(Tie::All);
    for (quarter, stories) in store::list::published_quarters(ask.c, from, to)? {
        *counts.entry(moment::date(quarter, &ask.zone)).or_insert(0) += stories;
    }
    Ok(counts)
}

/// A month in weeks; `None` when it has no stories.
fn calendar(year: i16, month: i8, counts: &BTreeMap<Date, u64>, w: &Words) -> Option<Month> {
    let first = Date::new(year, month, 1).ok()?;
    let stories: u64 = counts.range(first..=first.last_of_month()).map(|(_, stories)| stories).sum();
    if stories == 0 {
        return None;
    }
    let day = |number: i8| {
        let date = Date::new(year, month, number).ok()?;
        let stories = counts.get(&date).copied().unwrap_or(0);
        let label = format!("{}: {}", moment::date_text(date, w), w.stories(stories));
        Some(Day { number, url: (stories > 0).then(|| address::day(date)), stories, label })
    };
    let before = usize::try_from(first.weekday().to_monday_zero_offset()).unwrap_or(0);
    let mut days: Vec<Option<Day>> = std::iter::repeat_with(|| None).take(before).collect();
    days.extend((1..=first.days_in_month()).map(day));
    days.resize_with(days.len().next_multiple_of(7), || None);
    let mut weeks: Vec<Vec<Option<Day>>> = Vec::new();
    while !days.is_empty() {
        weeks.push(days.drain(..7.min(days.len())).collect());
    }
    let name = w.months.get(usize::try_from(month - 1).ok()?).copied().unwrap_or_default();
    Some(Month { number: month, name: format!("{name} {year}"), stories: w.stories(stories), weeks })
}

/// The stories that readers first saw on a day, newest first. A day before the first story or after the last has no page.
pub fn day(ask: &mut Ask<'_>, year: &str, month: &str, day: &str) -> Answer {
    let parts = number(year, 4).zip(number(month, 2)).zip(number(day, 2));
    let date = parts.and_then(|((y, m), d)| Date::new(y, i8::try_from(m).ok()?, i8::try_from(d).ok()?).ok());
    let date = date.ok_or(Failure::NotFound)?;
    let bounds = start(date, &ask.zone).zip(date.tomorrow().ok().and_then(|d| start(d, &ask.zone)));
    let (from, to) = bounds.ok_or(Failure::NotFound)?;
    let before = latest::before(ask);
    ask.lists(Tie::All);
    let cards = store::list::first_published(ask.c, (from, to), before, latest::PAGE + 1)?;
    let (earlier, later) = store::list::day_around(ask.c, from, to)?;
    if cards.is_empty() && (earlier.is_none() || later.is_none()) {
        return Err(Failure::NotFound);
    }
    let lang = ask.lang();
    let w = words::of(&lang);
    let mut f = Frame::new(ask, &lang, &words::fill(w.first_seen, &moment::date_text(date, w)), &address::day(date))?;
    f.json_ld = json_ld::collection(&f);
    let url = |time: Option<Time>| time.map(|t| address::day(moment::date(t, &ask.zone)));
    let (earlier, later) = (url(earlier), url(later));
    let Listed { cards, next, rail } = latest::listed(ask, &mut f, cards, |card| card.first_published)?;
    let year_url = format!("{}#m{}", address::year(date.year()), date.month());
    Ok(Page::rendered(&DayView { w, year_url, earlier, later, cards, next, rail, f })?)
}
