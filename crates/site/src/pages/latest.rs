//! Lists by time, newest first, with the next page behind a link.

use askama::Template;
use news::{StoryId, Time};
use store::list::Filter;

use crate::{
    card::Card,
    frame::Frame,
    json_ld,
    page::Page,
    rail::{self, Rail},
    site::{Answer, Ask},
    words::Words,
};

/// Stories of one page.
pub const PAGE: usize = 30;

#[derive(Template)]
#[template(path = "list.html", whitespace = "minimize")]
struct View {
    f: Frame,
    w: &'static Words,
    cards: Vec<Card>,
    next: Option<String>,
    rail: Rail,
}

/// Everything, newest first.
pub fn page(ask: &mut Ask<'_>) -> Answer {
    let filter = Filter { before: before(ask), ..ask.filter() };
    let cards = ask.latest(&filter, PAGE + 1)?;
    let title = crate::words::of(&ask.lang()).latest;
    let mut f = Frame::list(ask, title, "/latest")?;
    // The feed of everything stands at the root.
    f.feeds.remove(0);
    list(ask, f, cards)
}

/// Where the next page starts: `?before={milliseconds}-{id}`; what cannot be read starts at the top.
pub fn before(ask: &Ask<'_>) -> Option<(Time, StoryId)> {
    let value = ask.value("before")?;
    let (time, id) = value.split_once('-')?;
    Some((Time(time.parse().ok()?), StoryId(id.parse().ok()?)))
}

/// The cards of a page, with where the next one starts and what stands beside it.
pub struct Listed {
    /// At most [`PAGE`].
    pub cards: Vec<Card>,
    /// The next page; `None` on the last.
    pub next: Option<String>,
    /// What stands beside them.
    pub rail: Rail,
}

/// A page of `cards`, which hold one more than a page when there is a next one; `at` is the moment that they are in order of.
/// Empty lists and later pages are not for search engines.
pub fn listed(
    ask: &mut Ask<'_>,
    f: &mut Frame,
    mut cards: Vec<store::list::Card>,
    at: fn(&store::list::Card) -> Time,
) -> Result<Listed, store::Error> {
    let more = cards.len() > PAGE;
    cards.truncate(PAGE);
    let path = f.canonical.strip_prefix(&f.house.base_url).unwrap_or("/").to_owned();
    let next = cards.last().filter(|_| more).map(|c| format!("{path}?before={}-{}", at(c).ms(), c.id));
    f.noindex = before(ask).is_some() || cards.is_empty();
    let lang = news::Lang::new(&f.lang);
    Ok(Listed { cards: Card::all(ask, cards, &lang)?, next, rail: rail::rail(ask, &lang, None)? })
}

/// A list page of `cards` by their last change.
pub fn list(ask: &mut Ask<'_>, mut f: Frame, cards: Vec<store::list::Card>) -> Answer {
    f.json_ld = json_ld::collection(&f);
    let Listed { cards, next, rail } = listed(ask, &mut f, cards, |card| card.updated)?;
    Ok(Page::rendered(&View { w: f.w, cards, next, rail, f })?)
}
