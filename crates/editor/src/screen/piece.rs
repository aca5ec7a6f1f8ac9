//! The form in which a piece is written or changed, and how its text reads.

use askama::Template;
use news::{
    Lang, PieceId, Sector, Time,
    piece::{AT_ONCE, NewPiece, PieceKind, PieceState},
};
use store::piece::Newest;

use crate::{
    Desk,
    failure::Failure,
    field::encode,
    moment,
    route::Answer,
    screen::{
        piece_check::Shown,
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
    /// What readers are told of the change.
    pub told: String,
    /// The stories that it is to be checked against; not stored.
    pub stories: String,
    /// Another text that it is to be checked against; not stored.
    pub words: String,
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
    /// It is on the site.
    is_out: bool,
    /// Its newest text is a draft.
    waits: bool,
    /// Who changed it last; empty where a file gave it.
    changed_by: String,
    four_eyes: bool,
    /// What somebody else saved meanwhile.
    theirs: Option<NewPiece>,
    preview: Vec<Block>,
    /// What the check says of it, where that was asked.
    checked: Option<Shown>,
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
            told: line("told"),
            stories: line("stories"),
            words: visit.field("words").trim_matches('\n').into(),
            wrong: Vec::new(),
        }
    }

    fn of(desk: &Desk, newest: &Newest) -> Self {
        let NewPiece { kind, title, byline, role, published, sector, lang, summary, markdown } = newest.piece().clone();
        Self {
            id: newest.stored.id.to_string(),
            base: newest.hash().hex(),
            kind: kind.word().into(),
            title,
            byline,
            role,
            sector: sector.slug().into(),
            lang: lang.tag().into(),
            at: local(desk, published),
            summary,
            body: markdown,
            told: newest.told().into(),
            stories: String::new(),
            words: String::new(),
            wrong: Vec::new(),
        }
    }

    fn is_wrong(&self, name: &str) -> bool {
        self.wrong.contains(&name)
    }
}

/// A time as a field of the kind `datetime-local` holds it: to the minute, in the house's zone; empty for at once.
pub fn local(desk: &Desk, time: Time) -> String {
    if time == AT_ONCE {
        return String::new();
    }
    moment::full(time, &desk.zone).iso.chars().take("2026-01-31T09:30".len()).collect()
}

/// The sectors that it may have: the house's, and its own where that is another.
pub fn sectors(stored: Option<&NewPiece>) -> Vec<Sector> {
    let mut sectors: Vec<Sector> = news::sector::DEFAULT.iter().filter_map(|(slug, ..)| Sector::new(slug)).collect();
    let own = stored.map(|p| p.sector.clone()).filter(|own| !sectors.contains(own));
    sectors.extend(own);
    sectors
}

/// The languages that it may be in: those that the house publishes in, and its own where that is another.
pub fn langs(desk: &Desk, stored: Option<&NewPiece>) -> store::Result<Vec<Lang>> {
    let mut langs = desk.languages()?;
    let own = stored.map(|p| p.lang.clone()).filter(|own| !langs.contains(own));
    langs.extend(own);
    Ok(langs)
}

/// An empty form, in the name of whoever opens it.
pub fn new(desk: &Desk, visit: &Visit) -> Answer {
    let byline = visit.seat()?.person.name.clone();
    let lang = desk.house.desk.langs.first().map(ToString::to_string).unwrap_or_default();
    show(desk, visit, "", Some(Fields { byline, lang, ..Fields::default() }), None, None)
}

/// The form of a stored piece.
pub fn page(desk: &Desk, visit: &Visit) -> Answer {
    show(desk, visit, visit.part(0), None, None, None)
}

/// The form as it was sent, to see how it reads.
pub fn look(desk: &Desk, visit: &Visit, sent: Fields) -> Answer {
    show(desk, visit, visit.field("id"), Some(sent), None, None)
}

/// The form as it was sent, with what the check says of its text.
pub fn checked(desk: &Desk, visit: &Visit, sent: Fields, checked: Shown) -> Answer {
    show(desk, visit, visit.field("id"), Some(sent), None, Some(checked))
}

/// The form with why it was not done: as it was sent, or as stored where no text was.
pub fn refused(desk: &Desk, visit: &Visit, sent: Option<Fields>, failure: &Failure) -> Answer {
    Ok(show(desk, visit, visit.field("id"), sent, Some(failure), None)?.with_status(failure.status()))
}

fn show(
    desk: &Desk,
    visit: &Visit,
    id: &str,
    sent: Option<Fields>,
    failure: Option<&Failure>,
    checked: Option<Shown>,
) -> Answer {
    let newest = match id.trim().parse::<PieceId>() {
        Ok(id) => desk.store.read(|c| store::piece::newest(c, id))?,
        Err(_) => None,
    };
    let piece = newest.as_ref().map(Newest::piece);
    let base = newest.as_ref().map(|n| n.hash().hex()).unwrap_or_default();
    let theirs = piece.filter(|_| sent.as_ref().is_some_and(|sent| sent.base != base)).cloned();
    let fields = match (sent, &newest) {
        // Whoever saves over the newer text has seen it on this page; what was withdrawn meanwhile is a new piece.
        (Some(sent), newest) => {
            Fields { id: newest.as_ref().map(|n| n.stored.id.to_string()).unwrap_or_default(), base, ..sent }
        }
        (None, Some(newest)) => Fields::of(desk, newest),
        (None, None) => return Err(Failure::NotFound),
    };
    let title = piece.map_or("Something new", |p| p.title.as_str());
    let shell = Shell::new(desk, visit.seat.as_ref(), title, HERE).done(visit.asked("done"));
    let public = newest.as_ref().map(|n| &n.stored).filter(|p| p.is_seen(visit.now));
    super::page(&Page {
        shell: match failure {
            Some(failure) => shell.refused(failure.words()),
            None => shell,
        },
        kinds: KINDS.map(|(kind, name)| (kind.word(), name, kind.word() == fields.kind)).into(),
        sectors: sectors(piece).into_iter().map(|s| (s.slug() == fields.sector, s)).collect(),
        langs: langs(desk, piece)?.into_iter().map(|l| (l.tag() == fields.lang, l)).collect(),
        lang: Lang::new(&fields.lang),
        zone: desk.house.zone.clone(),
        url: public.map(|p| format!("/{}/{}-{}", p.piece.kind.word(), p.id, encode(&p.slug))),
        is_out: newest.as_ref().is_some_and(|n| n.stored.state == PieceState::Out),
        waits: newest.as_ref().is_some_and(Newest::waits),
        changed_by: newest.as_ref().map(|n| n.changed_by().to_owned()).unwrap_or_default(),
        four_eyes: desk.house.four_eyes,
        theirs,
        preview: blocks(&fields.body),
        checked,
        fields,
    })
}
