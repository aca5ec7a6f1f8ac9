//! Every correction, in the open.

use askama::Template;
use news::Lang;
use store::correction::Of;

use crate::{
    cache::tie::Tie,
    card::Card,
    failure::Failure,
    frame::Frame,
    moment::{self, Moment},
    page::Page,
    rail::PieceCard,
    site::{Answer, Ask},
    words::{self, Words},
};

/// Corrections of the page.
const CORRECTIONS: usize = 100;

struct Row {
    head: Head,
    at: Moment,
    note: String,
}

/// What was put right.
struct Head {
    url: String,
    headline: String,
    lang: String,
    dir: &'static str,
}

#[derive(Template)]
#[template(path = "corrections.html", whitespace = "minimize")]
struct View {
    f: Frame,
    w: &'static Words,
    rows: Vec<Row>,
}

/// What readers were told last of stories and pieces that are on the site.
pub fn page(ask: &mut Ask<'_>) -> Answer {
    let lang = ask.site.house.lang.clone();
    let f = Frame::list(ask, words::of(&lang).corrections, "/corrections")?;
    let mut rows = Vec::new();
    ask.lists(Tie::Corrections);
    ask.shows_pieces();
    for told in store::correction::told(ask.c, ask.now, CORRECTIONS)? {
        let Some(head) = head(ask, told.of, &lang)? else { continue };
        rows.push(Row { head, at: moment::full(told.at, &ask.zone, f.w), note: told.note });
    }
    Ok(Page::rendered(&View { w: f.w, rows, f })?)
}

fn head(ask: &mut Ask<'_>, of: Of, page: &Lang) -> Result<Option<Head>, Failure> {
    match of {
        Of::Story(id) => {
            let Some(card) = store::list::cards(ask.c, &[id])?.pop() else { return Ok(None) };
            let Card { url, headline, lang, dir, .. } = Card::of(ask, card, page)?;
            Ok(Some(Head { url, headline, lang, dir }))
        }
        Of::Piece(id) => {
            let Some(piece) = store::piece::by_id(ask.c, id)? else { return Ok(None) };
            let PieceCard { url, title, lang, dir, .. } = PieceCard::of(ask, &piece, page);
            Ok(Some(Head { url, headline: title, lang, dir }))
        }
    }
}
