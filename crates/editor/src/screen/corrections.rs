//! What was corrected in the open, in stories and in pieces.

use askama::Template;
use store::correction::{Of, Told};

use crate::{
    Desk,
    moment::{self, Moment},
    route::Answer,
    screen::shell::Shell,
    visit::Visit,
};

/// Corrections shown.
const SHOWN: usize = 200;

struct Line {
    at: Moment,
    told: Told,
    headline: String,
    url: String,
}

#[derive(Template)]
#[template(path = "corrections.html")]
struct Page {
    shell: Shell,
    lines: Vec<Line>,
}

/// The page.
pub fn page(desk: &Desk, visit: &Visit) -> Answer {
    let lines = desk.store.read(|c| {
        let mut lines = Vec::new();
        for told in store::correction::told(c, visit.now, SHOWN)? {
            let (headline, url) = match told.of {
                Of::Story(id) => (store::story::by_id(c, id)?.map(|s| s.headline), format!("/desk/story/{id}")),
                Of::Piece(id) => (store::piece::by_id(c, id)?.map(|p| p.piece.title), format!("/desk/pieces/{id}")),
            };
            let at = moment::short(told.at, visit.now, &desk.zone);
            lines.push(Line { at, told, headline: headline.unwrap_or_default(), url });
        }
        Ok(lines)
    })?;
    super::page(&Page { shell: Shell::new(desk, visit.seat.as_ref(), "Corrections", "/desk/corrections"), lines })
}
