//! Who wrote: a person's pieces and stories, or what the desk's software wrote, which is said plainly.

use askama::Template;
use news::{
    StoryId, Time,
    label::{EXTRACT, MODEL},
    piece::Piece,
    story::slug,
};
use store::list::Filter;

use super::latest::{self, Listed};
use crate::{
    address,
    card::Card,
    failure::Failure,
    frame::Frame,
    json_ld,
    page::Page,
    rail::{PieceCard, Rail},
    site::{Answer, Ask},
    words::{self, Words},
};

/// The address of the desk's own byline.
pub const DESK: &str = "desk";
/// The same of what a model worded.
const DESK_AI: &str = "desk-ai";
/// Pieces of a person's page.
const PIECES: usize = 50;

#[derive(Template)]
#[template(path = "byline.html", whitespace = "minimize")]
struct View {
    f: Frame,
    w: &'static Words,
    lead: String,
    desk: bool,
    pieces: Vec<PieceCard>,
    cards: Vec<Card>,
    next: Option<String>,
    rail: Rail,
}

/// Whose byline it is.
pub struct Byline {
    /// As readers see it.
    pub name: String,
    /// As the store has it in a revision's drafter; nothing for one who wrote pieces only.
    pub drafter: Option<String>,
    /// The name as pieces are signed with it.
    pub signed: Option<String>,
}

impl Byline {
    /// Its stories, older than `before`.
    pub fn filter(&self, before: Option<(Time, StoryId)>) -> Option<Filter> {
        self.drafter.clone().map(|drafter| Filter { drafter: Some(drafter), before, ..Filter::default() })
    }

    /// Its pieces that have appeared, newest first.
    pub fn pieces(&self, ask: &mut Ask<'_>, limit: usize) -> Result<Vec<Piece>, store::Error> {
        let Some(signed) = &self.signed else { return Ok(Vec::new()) };
        store::piece::of_byline(ask.c, signed, ask.now, limit)
    }
}

/// The drafter behind a byline of the desk's.
fn machine(part: &str) -> Option<&'static str> {
    match part {
        DESK => Some(EXTRACT),
        DESK_AI => Some(MODEL),
        _ => None,
    }
}

/// The URL part of a drafter's byline.
pub fn part(drafter: &str) -> String {
    match drafter {
        EXTRACT => DESK.into(),
        MODEL => DESK_AI.into(),
        person => slug(person),
    }
}

/// A drafter as readers see it: the desk's name for a machine, else the person's.
pub fn signed(w: &Words, house: &str, drafter: &str) -> String {
    match drafter {
        EXTRACT => words::fill(w.desk, house),
        MODEL => words::fill(w.desk_ai, house),
        person => person.to_owned(),
    }
}

/// The byline of a URL part: the desk's, else that of a person who has something on the site.
pub fn byline(ask: &mut Ask<'_>, part: &str) -> Result<Byline, Failure> {
    if let Some(drafter) = machine(part) {
        let name = signed(words::of(&ask.lang()), &ask.site.house.name, drafter);
        return Ok(Byline { name, drafter: Some(drafter.into()), signed: None });
    }
    ask.shows_pieces();
    let here = |name: &String| ![EXTRACT, MODEL].contains(&name.as_str()) && slug(name) == part;
    let drafter = store::list::drafters(ask.c)?.into_iter().find(here);
    let signed = store::piece::bylines(ask.c)?.into_iter().find(here);
    let name = signed.clone().or_else(|| drafter.clone()).ok_or(Failure::NotFound)?;
    let byline = Byline { name, drafter, signed };
    // A piece that has not appeared yet must not tell who writes it.
    if byline.drafter.is_none() && byline.pieces(ask, PIECES)?.is_empty() {
        return Err(Failure::NotFound);
    }
    Ok(byline)
}

/// The bylines that have something on the site, people by name, then the desk: (name, path).
pub fn all(ask: &mut Ask<'_>) -> Result<Vec<(String, String)>, Failure> {
    ask.shows_pieces();
    let mut names = store::list::drafters(ask.c)?;
    let with_ai = names.iter().any(|name| name == MODEL);
    names.extend(store::piece::bylines(ask.c)?);
    names.retain(|name| ![EXTRACT, MODEL].contains(&name.as_str()));
    names.sort();
    let mut parts: Vec<String> = names.iter().map(|name| slug(name)).collect();
    parts.dedup();
    parts.push(DESK.to_owned());
    parts.extend(with_ai.then(|| DESK_AI.to_owned()));
    let mut out = Vec::new();
    for part in parts {
        match byline(ask, &part) {
            Ok(byline) => out.push((byline.name, address::byline(&part))),
            Err(Failure::NotFound) => {}
            Err(other) => return Err(other),
        }
    }
    Ok(out)
}

/// The page of a byline.
pub fn page(ask: &mut Ask<'_>, part: &str) -> Answer {
    let byline = byline(ask, part)?;
    let (lang, before, desk) = (ask.lang(), latest::before(ask), machine(part).is_some());
    let mut f = Frame::list(ask, &byline.name, &address::byline(part))?;
    let cards = match byline.filter(before) {
        Some(filter) => ask.latest(&filter, latest::PAGE + 1)?,
        None => Vec::new(),
    };
    let pieces = if before.is_none() { byline.pieces(ask, PIECES)? } else { Vec::new() };
    let role = pieces.first().map(|p| p.piece.role.clone()).unwrap_or_default();
    let Listed { cards, next, rail } = latest::listed(ask, &mut f, cards, |card| card.updated)?;
    f.noindex &= pieces.is_empty();
    f.json_ld = json_ld::profile(&f, desk, &role);
    let lead = match machine(part) {
        Some(MODEL) => f.w.desk_ai_lead.to_owned(),
        Some(_) => f.w.desk_lead.to_owned(),
        None => role,
    };
    let pieces = pieces.iter().map(|p| PieceCard::of(ask, p, &lang)).collect();
    Ok(Page::rendered(&View { w: f.w, lead, desk, pieces, cards, next, rail, f })?)
}
