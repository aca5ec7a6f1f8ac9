//! What is on record of each text and each picture that readers could see in some period: stories, text by text, then
//! pieces.

use std::ops::Range;

use news::{
    Hash, PieceId, RevisionId, StoryId, Time,
    disclosure::{Decision, Review, Text},
    label::Involvement,
    story::{self, Picture},
};
use store::{
    Conn,
    piece::{EverOut, Text as PieceText},
    revision::Out,
};

use super::span::{GOES_ON, meet, spans};
use crate::{Desk, failure::Failure, field::encode};

/// Texts read at once.
const STEP: usize = 500;
/// Texts of one piece.
const TEXTS: usize = 10_000;

/// What a row is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A revision's words, or a piece's.
    Text,
    /// The picture beside them.
    Picture,
}

impl Kind {
    /// The word in the file.
    pub fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Picture => "picture",
        }
    }
}

/// A text or a picture.
#[derive(Clone)]
pub struct Row {
    /// Which of both.
    pub kind: Kind,
    /// The story that it is of.
    pub story: Option<StoryId>,
    /// Or the piece.
    pub piece: Option<PieceId>,
    /// Where readers found it.
    pub url: String,
    /// Its headline then.
    pub headline: String,
    /// The name of the text.
    pub hash: String,
    /// When readers first saw it.
    pub published: Time,
    /// A machine's part, or that it is not on record.
    pub involvement: &'static str,
    /// Whether it must carry a label, and why.
    pub decision: Decision,
    /// The review of that text.
    pub review: Option<Review>,
    /// How a person who brought a picture in said that it was made; empty where none did.
    pub making: &'static str,
    /// IPTC Digital Source Type of a picture.
    pub source_type: String,
    /// Whom a picture is credited to.
    pub credit: String,
    /// When it was on the site.
    pub spans: Vec<Range<Time>>,
}

impl Row {
    /// What its label says; empty where it bears none. The site words it in the language of the page: here is the word
    /// that it does so by.
    pub fn label(&self) -> &'static str {
        if self.decision.duty.shows_label() { self.involvement } else { "" }
    }
}

/// Hands over each of them.
pub fn each(
    desk: &Desk,
    period: &Range<Time>,
    now: Time,
    take: &mut dyn FnMut(Row) -> Result<(), Failure>,
) -> Result<(), Failure> {
    // What is not out yet was seen by nobody.
    let before = period.end.min(now.plus_ms(1));
    let mut last = RevisionId(0);
    loop {
        let (rows, end) = desk.store.read(|c| {
            let out = store::revision::out(c, last, before, STEP)?;
            let mut rows = Vec::new();
            for text in &out {
                rows.extend(of_story(c, desk, text, period, now)?);
            }
            Ok((rows, out.last().map(|text| text.revision.id)))
        })?;
        rows.into_iter().try_for_each(&mut *take)?;
        let Some(end) = end else { break };
        last = end;
    }
    let mut last = PieceId(0);
    loop {
        let out = desk.store.read(|c| store::piece::ever_out(c, last, before, STEP))?;
        let Some(end) = out.last().map(|piece| piece.piece.id) else { return Ok(()) };
        for piece in &out {
            let texts = desk.store.read(|c| store::piece::texts(c, piece.piece.id, None, TEXTS))?;
            let read = texts.iter().rev().filter(|text| text.was_read(now));
            read.flat_map(|text| of_piece(desk, piece, text, period, now)).try_for_each(&mut *take)?;
        }
        last = end;
    }
}

fn of_story(c: &mut dyn Conn, desk: &Desk, out: &Out, period: &Range<Time>, now: Time) -> store::Result<Vec<Row>> {
    let revision = &out.revision;
    if out.replaced.is_some_and(|end| end <= period.start) {
        return Ok(Vec::new());
    }
    let log = store::log::of(c, "story", revision.story.0)?;
    let spans = spans(out.published, out.replaced, &log);
    if !meet(&spans, period) {
        return Ok(Vec::new());
    }
    let Some(story) = store::story::by_id(c, revision.story)? else { return Ok(Vec::new()) };
    let review = store::review::of_revision(c, revision)?.map(|r| r.review);
    let text = Row {
        kind: Kind::Text,
        story: Some(story.id),
        piece: None,
        url: format!("{}/article/{}/{}-{}", desk.house.base_url, story.sector, story.id, story.slug),
        headline: revision.draft.headline.clone(),
        hash: revision.hash.hex(),
        published: out.published,
        involvement: Involvement::of_drafter(&revision.drafter).word(),
        decision: desk::act::review::text(revision, review.as_ref(), now).decide(),
        review,
        making: "",
        source_type: String::new(),
        credit: String::new(),
        spans,
    };
    Ok(with_picture(text, revision.picture.as_ref()))
}

fn of_piece(desk: &Desk, out: &EverOut, text: &PieceText, period: &Range<Time>, now: Time) -> Vec<Row> {
    let EverOut { piece, first_out, withdrawn } = out;
    let from = text.at.map_or(*first_out, |at| at.max(text.piece.published));
    let span = from..text.ended.or(*withdrawn).unwrap_or(GOES_ON);
    let spans: Vec<Range<Time>> = Some(span).filter(|span| !span.is_empty()).into_iter().collect();
    if !meet(&spans, period) {
        return Vec::new();
    }
    let (kind, id) = (text.piece.kind.word(), piece.id);
    let row = Row {
        kind: Kind::Text,
        story: None,
        piece: Some(id),
        // One that was withdrawn has given its slug back.
        url: format!("{}/{kind}/{id}-{}", desk.house.base_url, encode(&story::slug(&text.piece.title))),
        headline: text.piece.title.clone(),
        hash: text.hash.hex(),
        published: from,
        involvement: Involvement::None.word(),
        decision: by_a_person(text.hash, now).decide(),
        review: None,
        making: "",
        source_type: String::new(),
        credit: String::new(),
        spans,
    };
    with_picture(row, text.picture.as_ref())
}

/// A piece's text as the label's rule asks about it: it is its people's own work.
fn by_a_person(hash: Hash, now: Time) -> Text<'static> {
    Text {
        involvement: Some(Involvement::None),
        published: true,
        informs: true,
        public_interest: true,
        review: None,
        hash,
        machine_after: None,
        now,
    }
}

/// The row of a text and that of the picture beside it. No review lifts a picture's label.
fn with_picture(text: Row, picture: Option<&Picture>) -> Vec<Row> {
    let beside = picture.map(|picture| {
        let making = picture.brought.as_ref().map(|b| b.making);
        let involvement = making.map_or(Some(picture.involvement), |m| m.involvement());
        Row {
            kind: Kind::Picture,
            involvement: involvement.map_or("not on record", Involvement::word),
            decision: picture.decide(),
            review: None,
            making: making.map_or("", |m| m.word()),
            source_type: picture.digital_source_type.clone(),
            credit: picture.credit.clone(),
            ..text.clone()
        }
    });
    [text].into_iter().chain(beside).collect()
}
