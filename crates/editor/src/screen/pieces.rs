//! People's own work: opinion, blog and interview.

use askama::Template;
use news::piece::Piece;

use crate::{
    Desk,
    moment::{self, Moment},
    route::Answer,
    screen::shell::Shell,
    visit::Visit,
};

/// The place of the bar.
pub const HERE: &str = "/desk/pieces";
/// Pieces shown.
const SHOWN: usize = 200;

struct Line {
    stored: Piece,
    at: Moment,
    /// Its time has not come.
    waits: bool,
}

#[derive(Template)]
#[template(path = "pieces.html")]
struct Page {
    shell: Shell,
    lines: Vec<Line>,
}

/// The page: those first that appear last.
pub fn page(desk: &Desk, visit: &Visit) -> Answer {
    let pieces = desk.store.read(|c| store::piece::recent(c, None, SHOWN))?;
    let line = |stored: Piece| Line {
        at: moment::short(stored.piece.published, visit.now, &desk.zone),
        waits: stored.piece.published > visit.now,
        stored,
    };
    let shell = Shell::new(desk, visit.seat.as_ref(), "Pieces", HERE).done(visit.asked("done"));
    super::page(&Page { shell, lines: pieces.into_iter().map(line).collect() })
}
