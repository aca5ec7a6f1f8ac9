//! Opinion, blog and interview.

use news::piece::{NewPiece, Piece, PieceKind};
use news::{Hash, PieceId, story};

use crate::conn::{Row, args, sql};
use crate::{Conn, Result};

/// Adds a piece, or replaces the one with the same kind and slug; the slug is made from the title.
pub fn put(c: &mut dyn Conn, piece: &NewPiece, hash: Hash) -> Result<PieceId> {
    let NewPiece { kind, title, byline, role, published, sector, lang, summary, markdown } = piece;
    let slug = story::slug(title);
    c.one(
        sql!("piece/put"),
        args![slug, hash, kind.word(), title, byline, role, *published, sector, lang, summary, markdown],
        |row| row.get("id"),
    )
}

/// One by id.
pub fn by_id(c: &mut dyn Conn, id: PieceId) -> Result<Option<Piece>> {
    c.first(sql!("piece/by_id"), args![id], read)
}

/// Newest first, of a kind or of all.
pub fn recent(c: &mut dyn Conn, kind: Option<PieceKind>, limit: usize) -> Result<Vec<Piece>> {
    match kind {
        Some(kind) => c.all(sql!("piece/recent_of_kind"), args![kind.word(), limit], read),
        None => c.all(sql!("piece/recent"), args![limit], read),
    }
}

/// The names that pieces are signed with.
pub fn bylines(c: &mut dyn Conn) -> Result<Vec<String>> {
    c.all(sql!("piece/bylines"), args![], |row| row.get("byline"))
}

/// Of one name, newest first.
pub fn of_byline(c: &mut dyn Conn, byline: &str, limit: usize) -> Result<Vec<Piece>> {
    c.all(sql!("piece/of_byline"), args![byline, limit], read)
}

fn read(row: &Row<'_>) -> Result<Piece> {
    Ok(Piece {
        id: row.get("id")?,
        slug: row.get("slug")?,
        hash: row.get("hash")?,
        piece: NewPiece {
            kind: row.word("kind", PieceKind::from_word)?,
            title: row.get("title")?,
            byline: row.get("byline")?,
            role: row.get("role")?,
            published: row.get("published")?,
            sector: row.get("sector")?,
            lang: row.get("lang")?,
            summary: row.get("summary")?,
            markdown: row.get("markdown")?,
        },
    })
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

/// Saves a piece written at the desk: a new one, or over the one of that id while its hash is still that one. Its id stays, its
/// slug follows the title.
pub fn save(c: &mut dyn Conn, over: Option<(PieceId, Hash)>, piece: &NewPiece, hash: Hash) -> Result<Saved> {
    let NewPiece { kind, title, byline, role, published, sector, lang, summary, markdown } = piece;
    let slug = story::slug(title);
    let holder: Option<PieceId> = c.first(sql!("piece/by_slug"), args![kind.word(), &slug], |row| row.get("id"))?;
    if let Some(other) = holder.filter(|id| over.is_none_or(|(own, _)| own != *id)) {
        return Ok(Saved::Taken(other));
    }
    let Some((id, seen)) = over else { return Ok(Saved::As(put(c, piece, hash)?)) };
    let changed = c.execute(
        sql!("piece/update"),
        args![id, seen, slug, hash, kind.word(), title, byline, role, *published, sector, lang, summary, markdown],
    )?;
    Ok(match changed {
        0 if by_id(c, id)?.is_some() => Saved::Changed,
        0 => Saved::Gone,
        _ => Saved::As(id),
    })
}

/// Takes one off the site for good while its hash is still that one; what it was. Its id is never given again.
pub fn withdraw(c: &mut dyn Conn, id: PieceId, seen: Hash) -> Result<Option<Piece>> {
    let piece = by_id(c, id)?;
    let gone = c.execute(sql!("piece/withdraw"), args![id, seen])? > 0;
    Ok(piece.filter(|_| gone))
}
