//! Every correction, in the open.

use askama::Template;

use crate::{
    cache::tie::Tie,
    card::Card,
    frame::Frame,
    moment::{self, Moment},
    page::Page,
    site::{Answer, Ask},
    words::{self, Words},
};

/// Corrections of the page.
const CORRECTIONS: usize = 100;

struct Row {
    card: Card,
    at: Moment,
    note: String,
}

#[derive(Template)]
#[template(path = "corrections.html", whitespace = "minimize")]
struct View {
    f: Frame,
    w: &'static Words,
    rows: Vec<Row>,
}

/// The newest corrections of stories that are on the site.
pub fn page(ask: &mut Ask<'_>) -> Answer {
    let lang = ask.site.house.lang.clone();
    let f = Frame::list(ask, words::of(&lang).corrections, "/corrections")?;
    let mut rows = Vec::new();
    ask.lists(Tie::Corrections);
    for correction in store::correction::recent(ask.c, CORRECTIONS)? {
        let Some(card) = store::list::cards(ask.c, &[correction.story])?.pop() else { continue };
        let at = moment::full(correction.at, &ask.zone, f.w);
        rows.push(Row { card: Card::of(ask, card, &lang)?, at, note: correction.note });
    }
    Ok(Page::rendered(&View { w: f.w, rows, f })?)
}
