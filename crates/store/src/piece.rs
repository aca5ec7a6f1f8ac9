//! Opinion, blog and interview: what readers have, and the newer text that they do not have yet.

mod other_eyes;
mod save;
mod text;

use news::piece::{NewPiece, Piece, PieceKind, PieceState};
use news::{Hash, PieceId, StoryId, Time, story, story::Picture};

pub use self::other_eyes::{ForOther, for_other_eyes};
pub use self::save::{Save, Saved, keep, put_out};
pub use self::text::{Kept, Text, named, texts};
use crate::conn::{Row, args, sql};
use crate::list::picture;
use crate::{Conn, Error, Result, change};

/// The change row of what readers see of a piece, and that of one that nobody may see any more.
pub const CHANGED: &str = "piece";
/// See [`CHANGED`].
pub const WITHDRAWN: &str = "piece-withdrawn";
/// The story of a change that is no story's.
const NO_STORY: StoryId = StoryId(0);

/// Puts a file's piece on the site, or in place of the one with the same kind and slug; the slug is made from the title.
/// Refused where a draft or a newer text of that one waits at the desk: nobody would see what the file's went over.
pub fn put(c: &mut dyn Conn, piece: &NewPiece, hash: Hash, now: Time) -> Result<PieceId> {
    let NewPiece { kind, title, byline, role, published, sector, lang, summary, markdown } = piece;
    let slug = story::slug(title);
    if let Some(id) = holder(c, *kind, &slug)?
        && newest(c, id)?.is_some_and(|newest| newest.waits())
    {
        let why = format!("a newer text of piece {id} waits at the desk; let it out or drop it there first");
        return Err(Error::Refused(why));
    }
    let id = c.one(
        sql!("piece/put"),
        args![slug, hash, kind.word(), title, byline, role, *published, sector, lang, summary, markdown, now],
        |row| row.get("id"),
    )?;
    if let Some(newest) = newest(c, id)? {
        text::again(c, &newest, Kept::Out, "", now)?;
    }
    change::add(c, NO_STORY, CHANGED, now)?;
    Ok(id)
}

/// One by id, a draft or out; none that was withdrawn.
pub fn by_id(c: &mut dyn Conn, id: PieceId) -> Result<Option<Piece>> {
    c.first(sql!("piece/by_id"), args![id], read)
}

/// What readers can have, newest first, of a kind or of all.
pub fn recent(c: &mut dyn Conn, kind: Option<PieceKind>, now: Time, limit: usize) -> Result<Vec<Piece>> {
    match kind {
        Some(kind) => c.all(sql!("piece/recent_of_kind"), args![kind.word(), now, limit], read),
        None => c.all(sql!("piece/recent"), args![now, limit], read),
    }
}

/// Those of a state, last first.
pub fn of_state(c: &mut dyn Conn, state: PieceState, limit: usize) -> Result<Vec<Piece>> {
    match state {
        PieceState::Out => c.all(sql!("piece/out"), args![limit], read),
        aside => c.all(sql!("piece/of_state"), args![aside.word(), limit], read),
    }
}

/// Those on the site of which a newer text waits, the newest first.
pub fn waiting(c: &mut dyn Conn, limit: usize) -> Result<Vec<PieceId>> {
    c.all(sql!("piece_draft/waiting"), args![limit], |row| row.get("piece_id"))
}

/// The names that pieces on the site are signed with, those too whose time has not come.
pub fn bylines(c: &mut dyn Conn) -> Result<Vec<String>> {
    c.all(sql!("piece/bylines"), args![], |row| row.get("byline"))
}

/// What readers can have of one name, newest first.
pub fn of_byline(c: &mut dyn Conn, byline: &str, now: Time, limit: usize) -> Result<Vec<Piece>> {
    c.all(sql!("piece/of_byline"), args![byline, now, limit], read)
}

fn holder(c: &mut dyn Conn, kind: PieceKind, slug: &str) -> Result<Option<PieceId>> {
    c.first(sql!("piece/by_slug"), args![kind.word(), slug], |row| row.get("id"))
}

fn words(row: &Row<'_>) -> Result<NewPiece> {
    Ok(NewPiece {
        kind: row.word("kind", PieceKind::from_word)?,
        title: row.get("title")?,
        byline: row.get("byline")?,
        role: row.get("role")?,
        published: row.get("published")?,
        sector: row.get("sector")?,
        lang: row.get("lang")?,
        summary: row.get("summary")?,
        markdown: row.get("markdown")?,
    })
}

fn read(row: &Row<'_>) -> Result<Piece> {
    Ok(Piece {
        id: row.get("id")?,
        slug: row.get("slug")?,
        hash: row.get("hash")?,
        piece: words(row)?,
        state: row.word("state", PieceState::from_word)?,
        changed_by: row.get("changed_by")?,
        picture: picture(row)?,
    })
}

/// A text of a piece that readers do not have yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Newer {
    /// Its name.
    pub hash: Hash,
    /// Its words.
    pub piece: NewPiece,
    /// Its picture.
    pub picture: Option<Picture>,
    /// What readers are told of the change; empty for nothing.
    pub told: String,
    /// Who changed it last.
    pub changed_by: String,
}

/// A piece with its newest text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Newest {
    /// As it is: what readers have, or the draft of what they never had.
    pub stored: Piece,
    /// What waits beside what readers have.
    pub newer: Option<Newer>,
}

impl Newest {
    /// The newest words.
    pub fn piece(&self) -> &NewPiece {
        self.newer.as_ref().map_or(&self.stored.piece, |n| &n.piece)
    }

    /// Their name.
    pub fn hash(&self) -> Hash {
        self.newer.as_ref().map_or(self.stored.hash, |n| n.hash)
    }

    /// The picture that goes with them.
    pub fn picture(&self) -> Option<&Picture> {
        self.newer.as_ref().map_or(self.stored.picture.as_ref(), |n| n.picture.as_ref())
    }

    /// What readers are to be told of the change.
    pub fn told(&self) -> &str {
        self.newer.as_ref().map_or("", |n| n.told.as_str())
    }

    /// Who changed it last; empty where a file gave it.
    pub fn changed_by(&self) -> &str {
        self.newer.as_ref().map_or(self.stored.changed_by.as_str(), |n| n.changed_by.as_str())
    }

    /// Readers do not have the newest text.
    pub fn waits(&self) -> bool {
        self.newer.is_some() || self.stored.state == PieceState::Draft
    }
}

/// The newest text of a piece that was not withdrawn.
pub fn newest(c: &mut dyn Conn, id: PieceId) -> Result<Option<Newest>> {
    let Some(stored) = by_id(c, id)? else { return Ok(None) };
    Ok(Some(Newest { stored, newer: newer(c, id)? }))
}

fn newer(c: &mut dyn Conn, id: PieceId) -> Result<Option<Newer>> {
    c.first(sql!("piece_draft/of_piece"), args![id], |row| {
        Ok(Newer {
            hash: row.get("hash")?,
            piece: words(row)?,
            picture: picture(row)?,
            told: row.get("told")?,
            changed_by: row.get("changed_by")?,
        })
    })
}

/// Drops what waits beside what readers have, while it is still that; whether it was. It stays among the texts that were.
pub fn drop_newer(c: &mut dyn Conn, id: PieceId, seen: Hash, by: &str, now: Time) -> Result<bool> {
    let Some(Newest { stored, newer: Some(newer) }) = newest(c, id)? else { return Ok(false) };
    if newer.hash != seen {
        return Ok(false);
    }
    c.execute(sql!("piece_draft/drop"), args![id])?;
    text::again(c, &Newest { stored, newer: None }, Kept::Dropped, by, now)?;
    Ok(true)
}

/// A piece that was taken off the site for good, or was never let out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawn {
    /// As it was last; its slug is no title's.
    pub stored: Piece,
    /// Who did it.
    pub by: String,
    /// Why, for the desk.
    pub why: String,
    /// When.
    pub at: Time,
    /// Readers could see it: its address says that it is gone.
    pub was_seen: bool,
    /// The newer text that waited beside it.
    pub newer: Option<Newer>,
}

/// Takes one off the site for good while its newest text is still that one; what it was. Its text is kept for the desk, its
/// id is never given again, its title is free.
pub fn withdraw(c: &mut dyn Conn, id: PieceId, seen: Hash, by: &str, why: &str, now: Time) -> Result<Option<Piece>> {
    let Some(newest) = newest(c, id)?.filter(|newest| newest.hash() == seen) else { return Ok(None) };
    c.execute(sql!("piece/withdraw"), args![id, by, why, now])?;
    // What is taken from readers is what they had, whatever waited beside it.
    let had = Newest { stored: newest.stored.clone(), newer: None };
    text::again(c, &had, Kept::Withdrawn, by, now)?;
    change::add(c, NO_STORY, WITHDRAWN, now)?;
    Ok(Some(newest.stored))
}

/// One that was withdrawn.
pub fn withdrawn(c: &mut dyn Conn, id: PieceId) -> Result<Option<Withdrawn>> {
    let found = c.first(sql!("piece/withdrawn"), args![id], read_withdrawn)?;
    found.map(|w| with_newer(c, w)).transpose()
}

/// Those that were withdrawn, the last first.
pub fn gone(c: &mut dyn Conn, limit: usize) -> Result<Vec<Withdrawn>> {
    let found = c.all(sql!("piece/gone"), args![limit], read_withdrawn)?;
    found.into_iter().map(|w| with_newer(c, w)).collect()
}

fn with_newer(c: &mut dyn Conn, withdrawn: Withdrawn) -> Result<Withdrawn> {
    let newer = newer(c, withdrawn.stored.id)?;
    Ok(Withdrawn { newer, ..withdrawn })
}

fn read_withdrawn(row: &Row<'_>) -> Result<Withdrawn> {
    let (at, first_out): (Time, Option<Time>) = (row.get("withdrawn_at")?, row.get("first_out")?);
    Ok(Withdrawn {
        stored: read(row)?,
        by: row.get("withdrawn_by")?,
        why: row.get("withdrawn_why")?,
        at,
        was_seen: first_out.is_some_and(|first| first <= at),
        newer: None,
    })
}

/// A piece that readers had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EverOut {
    /// As they have it, or had it last.
    pub piece: Piece,
    /// When they first could see it.
    pub first_out: Time,
    /// When it was withdrawn; `None` when it was not.
    pub withdrawn: Option<Time>,
}

/// Those after piece `after` that came on the site before that moment, by id; those too that were withdrawn since.
pub fn ever_out(c: &mut dyn Conn, after: PieceId, before: Time, limit: usize) -> Result<Vec<EverOut>> {
    c.all(sql!("piece/ever_out"), args![after, before, limit], |row| {
        Ok(EverOut { piece: read(row)?, first_out: row.get("first_out")?, withdrawn: row.get("withdrawn_at")? })
    })
}

/// What readers were told of a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// When.
    pub at: Time,
    /// In the desk's words.
    pub told: String,
}

/// What readers were told of a piece's changes, the last first.
pub fn told(c: &mut dyn Conn, id: PieceId) -> Result<Vec<Told>> {
    c.all(sql!("piece_change/of_piece"), args![id], |row| Ok(Told { at: row.get("at")?, told: row.get("told")? }))
}
