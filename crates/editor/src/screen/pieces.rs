//! People's own work: opinion, blog and interview.

use askama::Template;
use news::piece::{AT_ONCE, Piece, PieceState};
use store::piece::Withdrawn;

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
/// Withdrawn ones shown.
const GONE: usize = 50;

struct Line {
    stored: Piece,
    /// `None` where it appears once it is let out.
    at: Option<Moment>,
    /// Where it stands, in words; empty where readers have its newest text.
    stands: &'static str,
}

struct Gone {
    was: Withdrawn,
    at: Moment,
}

#[derive(Template)]
#[template(path = "pieces.html")]
struct Page {
    shell: Shell,
    lines: Vec<Line>,
    gone: Vec<Gone>,
}

/// The page: drafts, then those first that appear last, then what was withdrawn.
pub fn page(desk: &Desk, visit: &Visit) -> Answer {
    let (drafts, out, waiting, gone) = desk.store.read(|c| {
        Ok((
            store::piece::of_state(c, PieceState::Draft, SHOWN)?,
            store::piece::of_state(c, PieceState::Out, SHOWN)?,
            store::piece::waiting(c, SHOWN)?,
            store::piece::gone(c, GONE)?,
        ))
    })?;
    let line = |stored: Piece| Line {
        at: at(desk, visit, &stored),
        stands: match stored.state {
            PieceState::Draft => "draft",
            _ if waiting.contains(&stored.id) => "a newer text waits",
            _ if stored.piece.published > visit.now => "not yet",
            _ => "",
        },
        stored,
    };
    let gone = gone.into_iter().map(|was| Gone { at: moment::short(was.at, visit.now, &desk.zone), was });
    let shell = Shell::new(desk, visit.seat.as_ref(), "Pieces", HERE).done(visit.asked("done"));
    super::page(&Page { shell, lines: drafts.into_iter().chain(out).map(line).collect(), gone: gone.collect() })
}

fn at(desk: &Desk, visit: &Visit, stored: &Piece) -> Option<Moment> {
    let published = stored.piece.published;
    (published != AT_ONCE).then(|| moment::short(published, visit.now, &desk.zone))
}
