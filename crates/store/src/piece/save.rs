//! How the desk saves a piece: over the state that was seen, as a draft or on the site.

use news::piece::{AT_ONCE, NewPiece, Piece, PieceState};
use news::{Hash, PieceId, Time, story, story::Picture};

use super::{CHANGED, Kept, NO_STORY, WITHDRAWN, holder, newest, text};
use crate::conn::{args, sql};
use crate::{Conn, Error, Result, change};

/// A text that the desk saves.
#[derive(Clone, Copy, Debug)]
pub struct Save<'a> {
    /// The piece whose newest text still has that name; `None` for a new piece.
    pub over: Option<(PieceId, Hash)>,
    /// Its words.
    pub piece: &'a NewPiece,
    /// Its picture.
    pub picture: Option<&'a Picture>,
    /// The name of both.
    pub hash: Hash,
    /// Who changed it last.
    pub changed_by: &'a str,
    /// What readers are told of the change; empty for nothing.
    pub told: &'a str,
    /// When.
    pub now: Time,
}

/// What came of saving a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// It is saved under this id.
    As(PieceId),
    /// This other one of its kind has its slug.
    Taken(PieceId),
    /// It is no longer as it was.
    Changed,
    /// There is none of that id.
    Gone,
}

/// Keeps a text as a draft: in its piece while readers have none of it, else beside what they have.
pub fn keep(c: &mut dyn Conn, save: &Save<'_>) -> Result<Saved> {
    let id = match seen(c, save)? {
        Ok(Some(stored)) if stored.state == PieceState::Out => {
            put_beside(c, stored.id, save)?;
            stored.id
        }
        Ok(stored) => write(c, stored, save, save.piece.published, PieceState::Draft)?,
        Err(not) => return Ok(not),
    };
    text::add(c, id, save, save.piece.published, Kept::Draft)?;
    Ok(Saved::As(id))
}

/// Puts a text on the site in place of what readers had, and tells them why where there is something to tell. Its id stays,
/// its slug follows the title.
pub fn put_out(c: &mut dyn Conn, save: &Save<'_>) -> Result<Saved> {
    let stored = match seen(c, save)? {
        Ok(stored) => stored,
        Err(not) => return Ok(not),
    };
    let was_out = stored.as_ref().is_some_and(|p| p.state == PieceState::Out && p.piece.published <= save.now);
    let published = if save.piece.published == AT_ONCE { save.now } else { save.piece.published };
    let id = write(c, stored, save, published, PieceState::Out)?;
    c.execute(sql!("piece_draft/drop"), args![id])?;
    text::add(c, id, save, published, Kept::Out)?;
    if was_out && !save.told.is_empty() {
        c.execute(sql!("piece_change/add"), args![id, save.now, save.told])?;
    }
    // What was put right, or is off for a time, stands on no page any more, rails too.
    let void = was_out && (!save.told.is_empty() || published > save.now);
    change::add(c, NO_STORY, if void { WITHDRAWN } else { CHANGED }, save.now)?;
    Ok(Saved::As(id))
}

/// The piece that is saved over, while it is as it was seen; or why nothing is saved.
fn seen(c: &mut dyn Conn, save: &Save<'_>) -> Result<std::result::Result<Option<Piece>, Saved>> {
    let stored = match save.over {
        None => None,
        Some((id, seen)) => match newest(c, id)? {
            None => return Ok(Err(Saved::Gone)),
            Some(newest) if newest.hash() != seen => return Ok(Err(Saved::Changed)),
            Some(newest) => Some(newest.stored),
        },
    };
    let holder = holder(c, save.piece.kind, &story::slug(&save.piece.title))?;
    Ok(match holder.filter(|id| stored.as_ref().is_none_or(|own| own.id != *id)) {
        Some(other) => Err(Saved::Taken(other)),
        None => Ok(stored),
    })
}

/// Writes a text into its piece's row, or a new one.
fn write(
    c: &mut dyn Conn,
    stored: Option<Piece>,
    save: &Save<'_>,
    published: Time,
    state: PieceState,
) -> Result<PieceId> {
    let NewPiece { kind, title, byline, role, sector, lang, summary, markdown, .. } = save.piece;
    let (slug, kind, by, picture) = (story::slug(title), kind.word(), save.changed_by, json(save.picture)?);
    let first_out = (state == PieceState::Out).then_some(published);
    let Some(Piece { id, .. }) = stored else {
        return c.one(
            sql!("piece/add"),
            args![
                slug,
                save.hash,
                kind,
                title,
                byline,
                role,
                published,
                sector,
                lang,
                summary,
                markdown,
                state.word(),
                first_out,
                by,
                picture
            ],
            |row| row.get("id"),
        );
    };
    let before: Option<Time> = c.one(sql!("piece/first_out"), args![id], |row| row.get("first_out"))?;
    let first_out = before.filter(|at| *at <= save.now).or(first_out);
    c.execute(
        sql!("piece/update"),
        args![
            id,
            slug,
            save.hash,
            kind,
            title,
            byline,
            role,
            published,
            sector,
            lang,
            summary,
            markdown,
            state.word(),
            first_out,
            by,
            picture
        ],
    )?;
    Ok(id)
}

fn put_beside(c: &mut dyn Conn, id: PieceId, save: &Save<'_>) -> Result<()> {
    let NewPiece { kind, title, byline, role, published, sector, lang, summary, markdown } = save.piece;
    let (kind, picture) = (kind.word(), json(save.picture)?);
    c.execute(
        sql!("piece_draft/put"),
        args![
            id,
            save.hash,
            kind,
            title,
            byline,
            role,
            *published,
            sector,
            lang,
            summary,
            markdown,
            picture,
            save.told,
            save.changed_by,
            save.now
        ],
    )?;
    Ok(())
}

pub(super) fn json(picture: Option<&Picture>) -> Result<Option<String>> {
    picture.map(serde_json::to_string).transpose().map_err(Error::caller)
}
