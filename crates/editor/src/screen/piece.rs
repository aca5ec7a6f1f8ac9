//! The form in which a piece is written or changed, and how its text reads.

use askama::Template;
use news::{
    Lang, PieceId, Sector, Time,
    piece::{NewPiece, Piece, PieceKind},
};

use crate::{
    Desk,
    failure::Failure,
    field::encode,
    moment,
    route::Answer,
    screen::{
        pieces::HERE,
        preview::{Block, blocks},
        shell::Shell,
    },
    visit::Visit,
};

/// What a piece can be, with its name.
const KINDS: [(PieceKind, &str); 3] =
    [(PieceKind::Opinion, "Opinion"), (PieceKind::Blog, "Blog"), (PieceKind::Interview, "Interview")];

/// What the form holds.
#[derive(Default)]
pub struct Fields {
    /// The piece that it changes; empty for a new one.
    pub id: String,
    /// The state that it was made from, by its hash; empty for a new one.
    pub base: String,
    /// The word of its kind.
    pub kind: String,
    /// Headline.
    pub title: String,
    /// The name of who wrote it.
    pub byline: String,
    /// Who that is.
    pub role: String,
    /// The slug of its sector.
    pub sector: String,
    /// The tag of its language.
    pub lang: String,
    /// When it appears, in the house's zone.
    pub at: String,
    /// Two or three sentences.
    pub summary: String,
    /// The text as Markdown.
    pub body: String,
    /// The fields that will not do.
    pub wrong: Vec<&'static str>,
}

#[derive(Template)]
#[template(path = "piece.html")]
struct Page {
    shell: Shell,
    kinds: Vec<(&'static str, &'static str, bool)>,
    sectors: Vec<(bool, Sector)>,
    langs: Vec<(bool, Lang)>,
    lang: Lang,
    zone: String,
    /// Its page, when readers have one.
    url: Option<String>,
    /// What somebody else saved meanwhile.
    theirs: Option<Piece>,
    preview: Vec<Block>,
    fields: Fields,
}

impl Fields {
    /// As a form was sent.
    pub fn sent(visit: &Visit) -> Self {
        let line = |name: &str| visit.field(name).split_whitespace().collect::<Vec<_>>().join(" ");
        Self {
            id: line("id"),
            base: line("base"),
            kind: line("kind"),
            title: line("title"),
            byline: line("byline"),
            role: line("role"),
            sector: line("sector"),
            lang: line("lang"),
            at: line("at"),
            summary: line("summary"),
            body: visit.field("body").trim_matches('\n').into(),
            wrong: Vec::new(),
        }
    }

    fn of(desk: &Desk, stored: &Piece) -> Self {
        let NewPiece { kind, title, byline, role, published, sector, lang, summary, markdown } = stored.piece.clone();
        Self {
            id: stored.id.to_string(),
            base: stored.hash.hex(),
            kind: kind.word().into(),
            title,
            byline,
            role,
            sector: sector.slug().into(),
            lang: lang.tag().into(),
            at: local(desk, published),
            summary,
            body: markdown,
            wrong: Vec::new(),
        }
    }

    fn is_wrong(&self, name: &str) -> bool {
        self.wrong.contains(&name)
    }
}

/// A time as a field of the kind `datetime-local` holds it: to the minute, in the house's zone.
pub fn local(desk: &Desk, time: Time) -> String {
    moment::full(time, &desk.zone).iso.chars().take("2026-01-31T09:30".len()).collect()
}

/// The sectors that it may have: the house's, and its own where that is another.
pub fn sectors(stored: Option<&Piece>) -> Vec<Sector> {
    let mut sectors: Vec<Sector> = news::sector::DEFAULT.iter().filter_map(|(slug, ..)| Sector::new(slug)).collect();
    let own = stored.map(|p| p.piece.sector.clone()).filter(|own| !sectors.contains(own));
    sectors.extend(own);
    sectors
}

/// The languages that it may be in: those that the house publishes in, and its own where that is another.
pub fn langs(desk: &Desk, stored: Option<&Piece>) -> Vec<Lang> {
    let mut langs = desk.house.desk.langs.clone();
    let own = stored.map(|p| p.piece.lang.clone()).filter(|own| !langs.contains(own));
    langs.extend(own);
    langs
}

/// An empty form, in the name of whoever opens it.
pub fn new(desk: &Desk, visit: &Visit) -> Answer {
    let byline = visit.seat()?.person.name.clone();
    let lang = desk.house.desk.langs.first().map(ToString::to_string).unwrap_or_default();
    show(desk, visit, "", Some(Fields { byline, lang, ..Fields::default() }), None)
}

/// The form of a stored piece.
pub fn page(desk: &Desk, visit: &Visit) -> Answer {
    show(desk, visit, visit.part(0), None, None)
}

/// The form as it was sent, to see how it reads.
pub fn look(desk: &Desk, visit: &Visit, sent: Fields) -> Answer {
    show(desk, visit, visit.field("id"), Some(sent), None)
}

/// The form with why it was not done: as it was sent, or as stored where no text was.
pub fn refused(desk: &Desk, visit: &Visit, sent: Option<Fields>, failure: &Failure) -> Answer {
    Ok(show(desk, visit, visit.field("id"), sent, Some(failure))?.with_status(failure.status()))
}

fn show(desk: &Desk, visit: &Visit, id: &str, sent: Option<Fields>, failure: Option<&Failure>) -> Answer {
    let stored = match id.trim().parse::<PieceId>() {
        Ok(id) => desk.store.read(|c| store::piece::by_id(c, id))?,
        Err(_) => None,
    };
    let base = stored.as_ref().map(|p| p.hash.hex()).unwrap_or_default();
    let theirs = stored.as_ref().filter(|_| sent.as_ref().is_some_and(|sent| sent.base != base)).cloned();
    let fields = match (sent, &stored) {
        // Whoever saves over the newer text has seen it on this page; what was withdrawn meanwhile is a new piece.
        (Some(sent), stored) => {
            Fields { id: stored.as_ref().map(|p| p.id.to_string()).unwrap_or_default(), base, ..sent }
        }
        (None, Some(stored)) => Fields::of(desk, stored),
        (None, None) => return Err(Failure::NotFound),
    };
    let title = stored.as_ref().map_or("Something new", |p| p.piece.title.as_str());
    let shell = Shell::new(desk, visit.seat.as_ref(), title, HERE).done(visit.asked("done"));
    let public = stored.as_ref().filter(|p| p.piece.published <= visit.now);
    super::page(&Page {
        shell: match failure {
            Some(failure) => shell.refused(failure.words()),
            None => shell,
        },
        kinds: KINDS.map(|(kind, name)| (kind.word(), name, kind.word() == fields.kind)).into(),
        sectors: sectors(stored.as_ref()).into_iter().map(|s| (s.slug() == fields.sector, s)).collect(),
        langs: langs(desk, stored.as_ref()).into_iter().map(|l| (l.tag() == fields.lang, l)).collect(),
        lang: Lang::new(&fields.lang),
        zone: desk.house.zone.clone(),
        url: public.map(|p| format!("/{}/{}-{}", p.piece.kind.word(), p.id, encode(&p.slug))),
        theirs,
        preview: blocks(&fields.body),
        fields,
    })
}
