//! The texts that a piece had: each is kept as it was saved, let out, dropped or withdrawn.

use news::piece::NewPiece;
use news::{Hash, PieceId, Time, story::Picture};

use super::save::{Save, json};
use super::{Newest, words};
use crate::conn::{Row, args, sql};
use crate::list::picture;
use crate::{Conn, Result};

/// The time of what nobody wrote down.
const UNKNOWN: Time = Time(0);
/// Hex digits by which the log names a text.
const DIGITS: usize = 12;

/// What became of a piece with a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// It was saved as a draft.
    Draft,
    /// It was let out.
    Out,
    /// A newer text was dropped for it.
    Dropped,
    /// The piece was withdrawn with it.
    Withdrawn,
}

impl Kept {
    /// The word in the store.
    pub fn word(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Out => "out",
            Self::Dropped => "dropped",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The one of that word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Draft, Self::Out, Self::Dropped, Self::Withdrawn].into_iter().find(|k| k.word() == word)
    }
}

/// A text that a piece had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// Rising from one text of a piece to its next.
    pub n: i64,
    /// Its name.
    pub hash: Hash,
    /// When; `None` where nobody wrote it down.
    pub at: Option<Time>,
    /// Who did it; of what was let out, who wrote it. Empty where a file gave it.
    pub who: String,
    /// What became of it.
    pub kept: Kept,
    /// Its words.
    pub piece: NewPiece,
    /// Its picture.
    pub picture: Option<Picture>,
    /// What readers were to be told of the change.
    pub told: String,
    /// When another took its place, or none did any more.
    pub ended: Option<Time>,
}

impl Text {
    /// Readers have it, or had it.
    pub fn was_read(&self, now: Time) -> bool {
        let from = self.at.unwrap_or(UNKNOWN).max(self.piece.published);
        self.kept == Kept::Out && from <= now && self.ended.is_none_or(|ended| from < ended)
    }
}

/// The texts of a piece before a number, the last first.
pub fn texts(c: &mut dyn Conn, id: PieceId, before: Option<i64>, limit: usize) -> Result<Vec<Text>> {
    c.all(sql!("piece_text/of_piece"), args![id, before.unwrap_or(i64::MAX), limit], read)
}

/// A reason for the log that names the text which it is about.
pub fn named(reason: &str, hash: Hash) -> String {
    format!("{reason} (text {})", hash.hex().chars().take(DIGITS).collect::<String>())
}

/// Keeps a text as it was saved.
pub(super) fn add(c: &mut dyn Conn, id: PieceId, save: &Save<'_>, published: Time, kept: Kept) -> Result<()> {
    let NewPiece { kind, title, byline, role, sector, lang, summary, markdown, .. } = save.piece;
    let (kind, picture) = (kind.word(), json(save.picture)?);
    c.execute(
        sql!("piece_text/add"),
        args![
            id,
            save.hash,
            save.now,
            save.changed_by,
            kept.word(),
            kind,
            title,
            byline,
            role,
            published,
            sector,
            lang,
            summary,
            markdown,
            picture,
            save.told
        ],
    )?;
    Ok(())
}

/// Keeps the newest text of a piece once more, with what became of it.
pub(super) fn again(c: &mut dyn Conn, newest: &Newest, kept: Kept, by: &str, now: Time) -> Result<()> {
    let (piece, picture, hash, told) = (newest.piece(), newest.picture(), newest.hash(), newest.told());
    let save = Save { over: None, piece, picture, hash, changed_by: by, told, now };
    add(c, newest.stored.id, &save, piece.published, kept)
}

fn read(row: &Row<'_>) -> Result<Text> {
    let at: Time = row.get("at")?;
    Ok(Text {
        n: row.get("id")?,
        hash: row.get("hash")?,
        at: (at != UNKNOWN).then_some(at),
        who: row.get("who")?,
        kept: row.word("state", Kept::from_word)?,
        piece: words(row)?,
        picture: picture(row)?,
        told: row.get("told")?,
        ended: row.get("ended")?,
    })
}
