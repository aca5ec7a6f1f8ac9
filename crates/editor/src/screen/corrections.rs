//! What was corrected in the open.

use askama::Template;
use store::correction::Correction;

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
    correction: Correction,
    headline: String,
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
        for correction in store::correction::recent(c, SHOWN)? {
            let headline = store::story::by_id(c, correction.story)?.map(|s| s.headline).unwrap_or_default();
            lines.push(Line { at: moment::short(correction.at, visit.now, &desk.zone), correction, headline });
        }
        Ok(lines)
    })?;
    super::page(&Page { shell: Shell::new(desk, visit.seat.as_ref(), "Corrections", "/desk/corrections"), lines })
}
