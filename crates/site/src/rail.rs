//! What stands beside a story: trending, opinion, shots, latest.

use std::sync::Arc;

use news::{Lang, StoryId, piece::Piece};

use crate::{
    address,
    card::{Card, Pic},
    moment::{self, Moment},
    site::Ask,
    words,
};

/// Entries of the trending list beside a page.
pub const TRENDING: usize = 4;
/// Stories by score that are looked at for an edition's list: one that few read must not look through the whole house.
const RANKED: usize = 500;
/// Pieces beside a page.
pub const PIECES: usize = 4;
/// Newest stories beside a page.
pub const LATEST: usize = 5;
/// Words of a shot.
pub const SHOT_WORDS: usize = 60;

/// A person's piece as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PieceCard {
    /// Type of work.
    pub kind: &'static str,
    /// Path of that type's list.
    pub kind_url: String,
    /// Path.
    pub url: String,
    /// Headline.
    pub title: String,
    /// Who.
    pub byline: String,
    /// That person's page.
    pub byline_url: String,
    /// Who that is.
    pub role: String,
    /// A few sentences.
    pub summary: String,
    /// Its language, when it is not the page's; else empty.
    pub lang: String,
    /// Direction of that language.
    pub dir: &'static str,
    /// When.
    pub at: Moment,
    /// Its picture.
    pub picture: Option<Pic>,
}

/// What stands beside a story.
pub struct Rail {
    /// Most read, best first.
    pub trending: Vec<Arc<Card>>,
    /// Opinion, blog, interview.
    pub pieces: Vec<Arc<PieceCard>>,
    /// One story in short.
    pub shots: Vec<Arc<Card>>,
    /// Newest.
    pub latest: Vec<Arc<Card>>,
}

impl PieceCard {
    /// A card for a page in `page_lang`.
    pub fn of(ask: &Ask<'_>, piece: &Piece, page_lang: &Lang) -> Self {
        let w = words::of(page_lang);
        let p = &piece.piece;
        let picture = |x| Pic::of(address::piece_pictures(piece.id), x, words::of(&p.lang));
        Self {
            kind: w.kind(p.kind),
            kind_url: address::pieces(p.kind),
            url: address::piece(piece),
            title: p.title.clone(),
            byline: p.byline.clone(),
            byline_url: address::byline(&news::story::slug(&p.byline)),
            role: p.role.clone(),
            summary: p.summary.clone(),
            lang: if p.lang.primary() == page_lang.primary() { String::new() } else { p.lang.tag().into() },
            dir: p.lang.dir(),
            at: moment::short(p.published, ask.now, &ask.zone, w),
            picture: piece.picture.as_ref().map(picture),
        }
    }
}

/// The trending stories of the edition or the house with their scores, best first.
pub fn trending(ask: &mut Ask<'_>, limit: usize) -> Result<Vec<(store::list::Card, f64)>, store::Error> {
    let Some(edition) = ask.edition else { return store::view::trending(ask.c, None, ask.now, limit) };
    let mut found = store::view::trending(ask.c, Some(&edition.lang), ask.now, RANKED)?;
    found.retain(|(card, _)| edition.holds(&card.standing()));
    found.truncate(limit);
    Ok(found)
}

/// The rail of a page in `lang`, without the story that the page shows.
pub fn rail(ask: &mut Ask<'_>, lang: &Lang, here: Option<StoryId>) -> Result<Rail, store::Error> {
    let beside = ask.beside_page(lang)?;
    let newest: Vec<&Arc<Card>> = beside.newest.iter().filter(|card| Some(card.id) != here).collect();
    // One that the list of the newest does not show; in the page's language if there is one.
    let candidates = || newest.iter().skip(LATEST).chain(&newest);
    let shot = candidates().find(|card| card.lang.is_empty()).or_else(|| candidates().next());
    Ok(Rail {
        trending: beside.trending_without(here),
        pieces: beside.pieces.clone(),
        shots: shot.map(|card| Arc::clone(card)).into_iter().collect(),
        latest: newest.into_iter().take(LATEST).cloned().collect(),
    })
}

/// The newest pieces that have appeared, of every kind.
pub fn pieces(ask: &mut Ask<'_>, limit: usize) -> Result<Vec<Piece>, store::Error> {
    ask.shows_pieces();
    store::piece::recent(ask.c, None, ask.now, limit)
}
