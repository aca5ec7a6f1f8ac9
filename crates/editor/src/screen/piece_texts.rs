//! The texts that a piece had, each with what differs from the one before.

use std::time::Instant;

use askama::Template;
use news::{Lang, PieceId, piece::AT_ONCE, revision::Draft};
use store::piece::{Kept, Text};

use crate::{
    Desk,
    failure::Failure,
    moment::{self, Moment},
    route::Answer,
    screen::{
        pieces::HERE,
        revisions::{Run, difference, soon},
        shell::Shell,
    },
    visit::Visit,
};

/// Texts of a page.
const TEXTS: usize = 20;

struct Item {
    what: &'static str,
    at: Option<Moment>,
    who: String,
    read: &'static str,
    hash: String,
    told: String,
    /// Whether that is for readers who have it, or would be.
    telling: &'static str,
    lang: Lang,
    /// Paragraphs of the difference; the whole text of the first.
    parts: Vec<Vec<Run>>,
    /// There is one before, and it says the same.
    is_same: bool,
}

#[derive(Template)]
#[template(path = "piece_texts.html")]
struct Page {
    shell: Shell,
    id: PieceId,
    /// It was not withdrawn.
    is_open: bool,
    items: Vec<Item>,
    older: Option<i64>,
}

/// The page.
pub fn page(desk: &Desk, visit: &Visit) -> Answer {
    let id: PieceId = visit.id()?;
    let before: Option<i64> = visit.asked("before").parse().ok();
    let (texts, is_open) = desk.store.read(|c| {
        let is_open = store::piece::by_id(c, id)?.is_some();
        Ok((store::piece::texts(c, id, before, TEXTS + 1)?, is_open))
    })?;
    let newest = texts.first().ok_or(Failure::NotFound)?;
    let title = format!("Former texts of “{}”", newest.piece.title);
    let deadline = soon();
    let item = |(n, text): (usize, &Text)| item(desk, visit, text, texts.get(n + 1), deadline);
    let items = texts.iter().enumerate().take(TEXTS).map(item).collect();
    let last = texts.get(TEXTS.saturating_sub(1)).filter(|_| texts.len() > TEXTS);
    let shell = Shell::new(desk, visit.seat.as_ref(), &title, HERE);
    super::page(&Page { shell, id, is_open, items, older: last.map(|text| text.n) })
}

fn item(desk: &Desk, visit: &Visit, text: &Text, before: Option<&Text>, deadline: Instant) -> Item {
    let (old, new) = (before.map(|text| draft(desk, text)), draft(desk, text));
    Item {
        what: match text.kept {
            Kept::Draft => "Kept as a draft",
            Kept::Out => "Let out",
            Kept::Dropped => "The newer text dropped for this one",
            Kept::Withdrawn => "Withdrawn",
        },
        at: text.at.map(|at| moment::short(at, visit.now, &desk.zone)),
        who: text.who.clone(),
        read: read(text, visit),
        hash: text.hash.hex().chars().take(12).collect(),
        told: text.told.clone(),
        telling: match text.kept {
            Kept::Out => "Readers are told:",
            _ => "For readers, if it goes out over what they have:",
        },
        lang: text.piece.lang.clone(),
        is_same: old.as_ref() == Some(&new),
        parts: difference(old.as_ref(), &new, deadline),
    }
}

/// Whether readers had it.
fn read(text: &Text, visit: &Visit) -> &'static str {
    match (text.was_read(visit.now), text.ended) {
        (true, None) => "readers have it",
        (true, Some(_)) => "readers had it",
        (false, None) if text.kept == Kept::Out => "not yet on the site",
        (false, _) if text.kept == Kept::Dropped => "the text that stayed",
        (false, _) if text.kept == Kept::Withdrawn => "",
        (false, _) => "not what readers had",
    }
}

/// All that a text says: its words, then who signs it, what it is and its picture, a paragraph a line.
fn draft(desk: &Desk, text: &Text) -> Draft {
    let p = &text.piece;
    let at_once = p.published == AT_ONCE;
    let appears = if at_once { "once let out".to_owned() } else { moment::full(p.published, &desk.zone).text };
    let lines = p.markdown.lines().filter(|line| !line.trim().is_empty());
    let mut paragraphs: Vec<String> = lines.map(str::to_owned).collect();
    paragraphs.push(if p.role.is_empty() { p.byline.clone() } else { format!("{}, {}", p.byline, p.role) });
    paragraphs.push(format!("{}, {}, {}, {appears}", p.kind.word(), p.sector.name(), p.lang));
    paragraphs.extend(text.picture.as_ref().map(|x| {
        let name: String = x.blob.hex().chars().take(12).collect();
        format!("Picture {name}: {} {} {}", x.alt, x.caption, x.credit)
    }));
    Draft { lang: p.lang.clone(), headline: p.title.clone(), summary: p.summary.clone(), paragraphs, marks: Vec::new() }
}
