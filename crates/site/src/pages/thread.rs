//! A running story: its events over weeks, newest first, each with its own page.

use askama::Template;
use news::StoryId;

use crate::{
    address,
    card::Card,
    failure::Failure,
    frame::Frame,
    page::Page,
    site::{Answer, Ask},
    words::Words,
};

/// Events of the page.
const EVENTS: usize = 100;

#[derive(Template)]
#[template(path = "thread.html", whitespace = "minimize")]
struct View {
    f: Frame,
    w: &'static Words,
    title: String,
    cards: Vec<Card>,
}

/// The thread that begins with a story. A story on its own is no thread; one within a thread leads to its beginning.
pub fn page(ask: &mut Ask<'_>, id: StoryId) -> Answer {
    ask.ties.own(id);
    let head = store::thread::head(ask.c, id)?;
    if head != id {
        return Err(Failure::Moved(address::thread(head)));
    }
    let found = store::thread::cards(ask.c, head, EVENTS)?;
    let [newest, _, ..] = &found[..] else { return Err(Failure::NotFound) };
    let (title, lang) = (newest.headline.clone(), newest.lang.clone());
    found.iter().for_each(|card| ask.ties.own(card.id));
    let cards = Card::all(ask, found, &lang)?;
    let f = Frame::new(ask, &lang, &title, &address::thread(head))?;
    Ok(Page::rendered(&View { w: f.w, title, cards, f })?)
}
