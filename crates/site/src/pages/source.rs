//! One source: on what terms its copy is used, how its feed is doing, and what rests on it.

use askama::Template;
use store::list::Filter;

use super::{
    latest::{self, Listed},
    sources::{self, Row},
};
use crate::{
    address,
    card::Card,
    failure::Failure,
    frame::Frame,
    json_ld,
    page::Page,
    rail::Rail,
    site::{Answer, Ask},
    words::Words,
};

#[derive(Template)]
#[template(path = "source.html", whitespace = "minimize")]
struct View {
    f: Frame,
    w: &'static Words,
    row: Row,
    cards: Vec<Card>,
    next: Option<String>,
    rail: Rail,
}

/// The page of a source.
pub fn page(ask: &mut Ask<'_>, slug: &str) -> Answer {
    let source = store::source::by_slug(ask.c, slug)?.ok_or(Failure::NotFound)?;
    let mut f = Frame::list(ask, &source.terms.name, &address::source(slug))?;
    let filter = Filter { source: Some(source.id), before: latest::before(ask), ..Filter::default() };
    let cards = ask.latest(&filter, latest::PAGE + 1)?;
    let row = sources::row(ask, source, f.w)?;
    f.json_ld = json_ld::collection(&f);
    let Listed { cards, next, rail } = latest::listed(ask, &mut f, cards, |card| card.updated)?;
    Ok(Page::rendered(&View { w: f.w, row, cards, next, rail, f })?)
}
