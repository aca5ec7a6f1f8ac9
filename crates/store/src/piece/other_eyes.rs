//! What waits for a second pair of eyes, where the house wants four.

use news::{Lang, PieceId};

use crate::conn::{args, sql};
use crate::{Conn, Result};

/// A text that readers do not have, changed last by somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForOther {
    /// Of which piece.
    pub id: PieceId,
    /// Its headline.
    pub title: String,
    /// Its language.
    pub lang: Lang,
    /// Who may not let it out.
    pub changed_by: String,
}

/// The texts that others than this person changed last, the newest piece first.
pub fn for_other_eyes(c: &mut dyn Conn, who: &str, limit: usize) -> Result<Vec<ForOther>> {
    c.all(sql!("piece/for_other_eyes"), args![who, limit], |row| {
        Ok(ForOther {
            id: row.get("id")?,
            title: row.get("title")?,
            lang: row.get("lang")?,
            changed_by: row.get("changed_by")?,
        })
    })
}
