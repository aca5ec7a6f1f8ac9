//! Opinion, blog and interview: people's own work.

use askama::Template;
use news::{PieceId, piece::PieceKind};

use super::{article::Note, label};
use crate::{
    address,
    card::Pic,
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
    /// What readers were told of its changes, the last first.
    changes: Vec<Note>,
    rail: Rail,
}

/// The list of a kind.
pub fn list(ask: &mut Ask<'_>, kind: &str) -> Answer {
    let kind = PieceKind::from_word(kind).ok_or(Failure::NotFound)?;
    let lang = ask.site.house.lang.clone();
    let f = Frame::list(ask, words::of(&lang).kind(kind), &address::pieces(kind))?;
    ask.shows_pieces();
    let pieces = store::piece::recent(ask.c, Some(kind), ask.now, PIECES)?;
    let pieces = pieces.iter().map(|p| PieceCard::of(ask, p, &lang)).collect();
    Ok(Page::rendered(&ListView { pieces, f })?)
}

/// A piece's page; another kind or slug than its own redirects to its own.
pub fn page(ask: &mut Ask<'_>, kind: &str, rest: &str) -> Answer {
    let (id, slug) = rest.split_once('-').unwrap_or((rest, ""));
    let id: PieceId = id.parse().map_err(|_| Failure::NotFound)?;
    ask.shows_pieces();
    let Some(piece) = store::piece::by_id(ask.c, id)?.filter(|p| p.is_seen(ask.now)) else {
        return Err(missing(ask, id)?);
    };
    if kind != piece.piece.kind.word() || slug != piece.slug {
        return Err(Failure::Moved(address::piece(&piece)));
    }
    let lang = piece.piece.lang.clone();
    let mut f = Frame::new(ask, &lang, &piece.piece.title, &address::piece(&piece))?;
    f.description = piece.piece.summary.clone();
    let at = moment::full(piece.piece.published, &ask.zone, f.w);
    let changes = changes(ask, id, f.w)?;
    let p = PieceCard::of(ask, &piece, &lang);
    let alt = piece.picture.as_ref().map(|x| label::alt(f.w, x)).unwrap_or_default();
    f.share = share(&f, p.picture.as_ref(), alt, &at, &changes);
    f.json_ld = json_ld::piece(&f, &piece, p.picture.as_ref(), &changes);
    let rail = rail::rail(ask, &lang, None)?;
    Ok(Page::rendered(&View { w: f.w, p, at, html: markdown::html(&piece.piece.markdown), changes, rail, f })?)
}

/// Why there is no page. What readers never saw must not tell that it was ever there.
fn missing(ask: &mut Ask<'_>, id: PieceId) -> Result<Failure, Failure> {
    let withdrawn = store::piece::withdrawn(ask.c, id)?.filter(|w| w.was_seen);
    Ok(withdrawn.map_or(Failure::NotFound, |w| Failure::PieceGone { lang: w.stored.piece.lang }))
}

fn changes(ask: &mut Ask<'_>, id: PieceId, w: &Words) -> Result<Vec<Note>, Failure> {
    let told = store::piece::told(ask.c, id)?;
    Ok(told.into_iter().map(|t| Note { at: moment::full(t.at, &ask.zone, w), text: t.told }).collect())
}

fn share(f: &Frame, picture: Option<&Pic>, image_alt: String, at: &Moment, changes: &[Note]) -> Share {
    Share {
        kind: "article",
        image: picture.map(|p| f.house.absolute(&p.src)).unwrap_or_default(),
        image_alt,
        image_width: picture.map_or(0, |p| p.width),
        image_height: picture.map_or(0, |p| p.height),
        published: at.iso.clone(),
        modified: changes.first().map_or(&at.iso, |last| &last.at.iso).clone(),
        ..Share::default()
    }
}
