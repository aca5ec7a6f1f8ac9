//! What readers read and what the desk did, over a day, a week or a month.

mod plot;
mod slot;

use std::collections::BTreeMap;

use askama::Template;
use news::{Time, edition::Edition};
use store::{
    log::Acts,
    view::{MostRead, Shelf},
};

use crate::{
    Desk,
    moment::{self, Moment},
    route::Answer,
    screen::shell::Shell,
    visit::Visit,
};
use plot::Plot;

/// Stories shown of those that were read.
const MOST_READ: usize = 20;
/// What may be asked for: days, as they stand in an address, and in words.
const SPANS: [(&str, i64, &str); 3] = [("1", 1, "24 hours"), ("7", 7, "7 days"), ("30", 30, "30 days")];
/// What is shown where none of them is asked for.
const USUAL: (&str, i64, &str) = ("7", 7, "7 days");
/// Acts as the log names them, as the screen does, and whether by them a story is let out.
const ACTS: [(&str, &str, bool); 5] = [
    ("publish", "Went out", true),
    ("update", "Updated", true),
    ("correct", "Corrected in the open", false),
    ("kill", "Withdrawn", false),
    ("hold", "Held", false),
];

struct Tab {
    days: &'static str,
    name: &'static str,
    here: bool,
}

/// A part of all views.
struct Share {
    name: String,
    views: String,
    percent: u64,
}

struct Read {
    story: MostRead,
    headline: String,
    views: String,
}

/// What was done to how many stories; where it lets them out, to how many by a person and by the policy.
struct Did {
    name: &'static str,
    stories: String,
    by: Option<(String, String)>,
}

#[derive(Template)]
#[template(path = "statistics.html")]
struct Page {
    shell: Shell,
    tabs: Vec<Tab>,
    span: &'static str,
    since: Moment,
    zone: String,
    by_hour: bool,
    told: String,
    plot: Option<Plot>,
    read: Vec<Read>,
    sectors: Vec<Share>,
    /// In the order of the settings; a story counts in each that has it.
    editions: Vec<Share>,
    langs: Vec<Share>,
    /// Other sites from which readers came.
    hosts: Vec<Share>,
    did: Vec<Did>,
    /// Minutes within which half of the new stories went out.
    minutes: Option<i64>,
}

/// The page.
pub fn page(desk: &Desk, visit: &Visit) -> Answer {
    let (_, days, span) = SPANS.into_iter().find(|(word, ..)| *word == visit.asked("days")).unwrap_or(USUAL);
    let slots = slot::slots(days, visit.now, &desk.zone);
    let since = slots.first().map_or(visit.now, |slot| slot.from);
    let (hours, read, shelves, hosts, acts, wait_ms) = desk.store.read(|c| {
        Ok((
            store::view::by_hour(c, since)?,
            store::view::top(c, since, MOST_READ)?,
            store::view::by_shelf(c, since)?,
            store::referrer::top(c, since, MOST_READ)?,
            store::log::acts_since(c, since, desk::step::decide::POLICY)?,
            store::story::median_ms_to_out(c, since)?,
        ))
    })?;
    let total: u64 = hours.iter().map(|(_, views)| views).sum();
    let told = format!("{} in {span}", counted(total, "view"));
    super::page(&Page {
        shell: Shell::new(desk, visit.seat.as_ref(), "Statistics", "/desk/statistics"),
        tabs: SPANS.map(|(days, _, name)| Tab { days, name, here: name == span }).into(),
        span,
        since: moment::short(since, visit.now, &desk.zone),
        zone: desk.house.zone.clone(),
        by_hour: days == 1,
        plot: Plot::new(&told, &slot::fill(slots, &hours)),
        told,
        read: read.into_iter().map(most_read).collect(),
        sectors: shares(shelves.iter().map(|s| (s.sector.name(), s.views))),
        editions: editions(&desk.arrangement()?.editions, &shelves),
        langs: shares(shelves.iter().map(|s| (s.lang.tag(), s.views))),
        hosts: shares(hosts.iter().map(|(host, views)| (host.as_str(), *views))),
        did: did(&acts),
        minutes: wait_ms.map(|ms| (ms.max(1) + Time::MINUTE_MS - 1) / Time::MINUTE_MS),
    })
}

fn most_read(story: MostRead) -> Read {
    let headline = if story.headline.is_empty() { format!("Story {}", story.id) } else { story.headline.clone() };
    Read { headline, views: number(story.views), story }
}

/// Views added up by name, most first.
fn shares<'a>(parts: impl Iterator<Item = (&'a str, u64)>) -> Vec<Share> {
    let mut sums = BTreeMap::new();
    for (name, views) in parts {
        *sums.entry(name).or_insert(0_u64) += views;
    }
    let all = sums.values().sum::<u64>();
    let mut sums: Vec<_> = sums.into_iter().collect();
    sums.sort_by_key(|(_, views)| std::cmp::Reverse(*views));
    sums.into_iter().map(|(name, views)| share(name, views, all)).collect()
}

fn share(name: &str, views: u64, all: u64) -> Share {
    let percent = (views as f64 * 100.0 / all.max(1) as f64).round() as u64;
    Share { name: name.into(), views: number(views), percent }
}

/// Views of each edition's stories, of all views.
fn editions(editions: &[Edition], shelves: &[Shelf]) -> Vec<Share> {
    let all = shelves.iter().map(|s| s.views).sum::<u64>();
    let views = |e: &Edition| shelves.iter().filter(|s| e.holds(&s.standing())).map(|s| s.views).sum::<u64>();
    editions.iter().map(|e| share(&e.name, views(e), all)).collect()
}

/// In the order of [`ACTS`]; nothing when nothing was done.
fn did(acts: &[Acts]) -> Vec<Did> {
    if acts.is_empty() {
        return Vec::new();
    }
    let of = |(word, name, lets_out): (&str, &'static str, bool)| {
        let (all, policy, people) = match acts.iter().find(|a| a.act == word) {
            Some(a) => (a.stories, a.by_it, a.by_others),
            None => (0, 0, 0),
        };
        Did { name, stories: number(all), by: lets_out.then(|| (number(people), number(policy))) }
    };
    ACTS.map(of).into()
}

/// `1 view`, `1,204 views`.
fn counted(n: u64, what: &str) -> String {
    format!("{} {what}{}", number(n), if n == 1 { "" } else { "s" })
}

/// With a comma between thousands.
fn number(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_as_people_write_them() {
        assert_eq!([7, 100, 1_204, 1_234_567].map(number), ["7", "100", "1,204", "1,234,567"]);
        assert_eq!((counted(1, "view"), counted(0, "view")), ("1 view".into(), "0 views".into()));
        let parts = shares([("a", 1), ("b", 5), ("a", 2)].into_iter());
        assert_eq!(parts.iter().map(|s| (s.name.as_str(), s.percent)).collect::<Vec<_>>(), [("b", 63), ("a", 38)]);
        assert!(shares(std::iter::empty()).is_empty());
    }
}
