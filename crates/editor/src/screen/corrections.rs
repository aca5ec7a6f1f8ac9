//! What was corrected in the open, in stories and in pieces.

use askama::Template;
use news::person::Role;
use store::correction::{Of, Told};

use crate::{
    Desk,
    field::encode,
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
    let edits = visit.seat()?.person.role >= Role::Editor;
    let lines = desk.store.read(|c| {
        let mut lines = Vec::new();
        for told in store::correction::told(c, visit.now, SHOWN)? {
            let (headline, url) = match told.of {
                Of::Story(id) => (store::story::by_id(c, id)?.map(|s| s.headline), format!("/desk/story/{id}")),
                Of::Piece(id) => {
                    let piece = store::piece::by_id(c, id)?;
                    // Pieces are editors' at the desk; their readers' page is everybody's.
                    let url = match &piece {
                        Some(p) if !edits => format!("/{}/{id}-{}", p.piece.kind.word(), encode(&p.slug)),
                        _ => format!("/desk/pieces/{id}"),
                    };
                    (piece.map(|p| p.piece.title), url)
                }
            };
            let at = moment::short(told.at, visit.now, &desk.zone);
            lines.push(Line { at, told, headline: headline.unwrap_or_default(), url });
        }
        Ok(lines)
    })?;
    super::page(&Page { shell: Shell::new(desk, visit.seat.as_ref(), "Corrections", "/desk/corrections"), lines })
}
