//! Opinion, blog and interview: people's own work.

use askama::Template;
use news::{PieceId, piece::PieceKind};

use crate::{
    address,
    failure::Failure,
    frame::{Frame, Share},
    json_ld, markdown,
    moment::{self, Moment},
    page::Page,
    rail::{self, PieceCard, Rail},
    site::{Answer, Ask},
    words::{self, Words},
};

/// Pieces of a list.
const PIECES: usize = 50;

#[derive(Template)]
#[template(path = "pieces.html", whitespace = "minimize")]
struct ListView {
    f: Frame,
    pieces: Vec<PieceCard>,
}

#[derive(Template)]
#[template(path = "piece.html", whitespace = "minimize")]
struct View {
    f: Frame,
    w: &'static Words,
    p: PieceCard,
    at: Moment,
    html: String,
    rail: Rail,
}

/// The list of a kind.
pub fn list(ask: &mut Ask<'_>, kind: &str) -> Answer {
    let kind = PieceKind::from_word(kind).ok_or(Failure::NotFound)?;
    let lang = ask.site.house.lang.clone();
    let f = Frame::list(ask, words::of(&lang).kind(kind), &address::pieces(kind))?;
    let mut pieces = store::piece::recent(ask.c, Some(kind), PIECES)?;
    pieces.retain(|p| p.piece.published <= ask.now);
    let pieces = pieces.iter().map(|p| PieceCard::of(ask, p, &lang)).collect();
    Ok(Page::rendered(&ListView { pieces, f })?)
}

/// A piece's page; another kind or slug than its own redirects to its own.
pub fn page(ask: &mut Ask<'_>, kind: &str, rest: &str) -> Answer {
    let (id, slug) = rest.split_once('-').unwrap_or((rest, ""));
    let id: PieceId = id.parse().map_err(|_| Failure::NotFound)?;
    let piece = store::piece::by_id(ask.c, id)?.filter(|p| p.piece.published <= ask.now).ok_or(Failure::NotFound)?;
    if kind != piece.piece.kind.word() || slug != piece.slug {
        return Err(Failure::Moved(address::piece(&piece)));
    }
    let lang = piece.piece.lang.clone();
    let mut f = Frame::new(ask, &lang, &piece.piece.title, &address::piece(&piece))?;
    f.description = piece.piece.summary.clone();
    let at = moment::full(piece.piece.published, &ask.zone, f.w);
    f.share = Share { kind: "article", published: at.iso.clone(), modified: at.iso.clone(), ..Share::default() };
    f.json_ld = json_ld::piece(&f, &piece, &at.iso);
    let p = PieceCard::of(ask, &piece, &lang);
    let rail = rail::rail(ask, &lang, None)?;
    Ok(Page::rendered(&View { w: f.w, p, at, html: markdown::html(&piece.piece.markdown), rail, f })?)
}
