//! The day in cards of sixty words or fewer.

use askama::Template;
use store::list::Filter;

use crate::{
    card::Card,
    frame::Frame,
    licence,
    page::Page,
    rail::SHOT_WORDS,
    site::{Answer, Ask},
    words::{self, Words},
};

/// Cards of the page.
const CARDS: usize = 30;

#[derive(Template)]
#[template(path = "shots.html", whitespace = "minimize")]
struct View {
    f: Frame,
    w: &'static Words,
    cards: Vec<Card>,
}

/// The newest stories, short.
pub fn page(ask: &mut Ask<'_>) -> Answer {
    let lang = ask.site.house.lang.clone();
    let f = Frame::new(ask, &lang, words::of(&lang).shots, "/shots")?;
    let newest = ask.latest(&Filter::default(), CARDS)?;
    let mut cards = Card::all(ask, newest, &lang)?;
    for card in &mut cards {
        card.summary = licence::cut(&card.summary, SHOT_WORDS).0;
    }
    Ok(Page::rendered(&View { w: f.w, cards, f })?)
}
