//! The form in which somebody begins a story of their own.

use askama::Template;
use news::{Lang, story::Genre};

use crate::{Desk, failure::Failure, route::Answer, screen::about::GENRES, screen::shell::Shell, visit::Visit};

#[derive(Template)]
#[template(path = "start.html")]
struct Page {
    shell: Shell,
    headline: String,
    genres: Vec<(&'static str, &'static str, bool)>,
    langs: Vec<(Lang, bool)>,
}

/// The form.
pub fn page(desk: &Desk, visit: &Visit) -> Answer {
    let shell = Shell::new(desk, visit.seat.as_ref(), "A story of your own", "/desk");
    show(desk, visit, shell)
}

/// The form as it was sent, with why it was not done.
pub fn refused(desk: &Desk, visit: &Visit, failure: &Failure) -> Answer {
    let shell = Shell::new(desk, visit.seat.as_ref(), "A story of your own", "/desk").refused(failure.words());
    Ok(show(desk, visit, shell)?.with_status(failure.status()))
}

fn show(desk: &Desk, visit: &Visit, shell: Shell) -> Answer {
    let genre = Genre::from_word(visit.field("genre")).unwrap_or_default();
    let chosen = visit.field("lang");
    super::page(&Page {
        shell,
        headline: visit.field("headline").to_owned(),
        genres: GENRES.map(|(g, name)| (g.word(), name, g == genre)).into(),
        langs: desk.languages()?.into_iter().map(|l| (l.clone(), l.tag() == chosen)).collect(),
    })
}
