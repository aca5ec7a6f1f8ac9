//! The form that brings a piece's picture in, and what is on record of the one that it has.

use askama::Template;
use news::{PieceId, picture::Making, piece::PieceState};

use crate::{
    Desk,
    failure::Failure,
    route::Answer,
    screen::{
        picture::bytes,
        pieces::HERE,
        shell::Shell,
        upload::{Picture, shown},
    },
    visit::Visit,
};

#[derive(Template)]
#[template(path = "piece_picture.html")]
struct Page {
    shell: Shell,
    id: PieceId,
    base: String,
    picture: Option<Picture>,
    making: Vec<(&'static str, &'static str, bool)>,
    /// The words that were sent with a picture that was not taken.
    alt: String,
    caption: String,
    credit: String,
    rights: String,
    /// It is on the site.
    is_out: bool,
    /// Its newest text is a draft.
    waits: bool,
}

/// The page.
pub fn page(desk: &Desk, visit: &Visit) -> Answer {
    show(desk, visit, None)
}

/// The page with why a picture was not taken, and the words that were sent with it.
pub fn refused(desk: &Desk, visit: &Visit, failure: &Failure) -> Answer {
    Ok(show(desk, visit, Some(failure))?.with_status(failure.status()))
}

/// The newest text's picture for those at the desk, whether readers have it or not.
pub fn image(desk: &Desk, visit: &Visit) -> Answer {
    let id: PieceId = visit.id()?;
    let newest = desk.store.read(|c| store::piece::newest(c, id))?.ok_or(Failure::NotFound)?;
    bytes(desk, newest.picture().ok_or(Failure::NotFound)?)
}

fn show(desk: &Desk, visit: &Visit, failure: Option<&Failure>) -> Answer {
    let id: PieceId = visit.id()?;
    let newest = desk.store.read(|c| store::piece::newest(c, id))?.ok_or(Failure::NotFound)?;
    let shell = Shell::new(desk, visit.seat.as_ref(), &newest.piece().title, HERE).done(visit.asked("done"));
    let field = |name: &str| visit.field(name).to_owned();
    super::page(&Page {
        shell: match failure {
            Some(failure) => shell.refused(failure.words()),
            None => shell,
        },
        id,
        base: newest.hash().hex(),
        picture: newest.picture().cloned().map(shown),
        making: Making::ALL
            .into_iter()
            .filter(|m| *m != Making::Unknown)
            .map(|m| (m.word(), m.name(), m.word() == visit.field("making")))
            .collect(),
        alt: field("alt"),
        caption: field("caption"),
        credit: field("credit"),
        rights: field("rights"),
        is_out: newest.stored.state == PieceState::Out,
        waits: newest.waits(),
    })
}
