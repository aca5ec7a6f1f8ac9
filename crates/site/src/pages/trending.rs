//! What is read, with the formula and its numbers.

use askama::Template;

use crate::{
    card::Card,
    frame::Frame,
    page::Page,
    rail,
    site::{Answer, Ask},
    words::{self, Words},
};

/// Stories of the list.
const STORIES: usize = 20;

struct Row {
    card: Card,
    score: String,
}

#[derive(Template)]
#[template(path = "trending.html", whitespace = "minimize")]
struct View {
    f: Frame,
    w: &'static Words,
    rows: Vec<Row>,
    half_life: f64,
    told: String,
    rail: rail::Rail,
}

/// The trending list. Each headline stands once.
pub fn page(ask: &mut Ask<'_>) -> Answer {
    let lang = ask.lang();
    let half_life = ask.site.house.trending_half_life_hours;
    let title = words::of(&lang).trending;
    let f = Frame::list(ask, title, "/trending")?;
    let mut rows = Vec::new();
    for (card, score) in rail::trending(ask, STORIES)? {
        rows.push(Row { card: Card::of(ask, card, &lang)?, score: words::fill(f.w.score, &format!("{score:.1}")) });
    }
    let mut rail = rail::rail(ask, &lang, None)?;
    rail.trending.clear();
    let told = f.w.trending_half(f.w.hours(half_life));
    Ok(Page::rendered(&View { rail, w: f.w, rows, half_life, told, f })?)
}
