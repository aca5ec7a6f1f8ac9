//! Opinion, blog and interview: people's own work under their own names.

use serde::{Deserialize, Serialize};

use crate::{Hash, Lang, PieceId, Sector, Time, story::Picture};

/// When a piece appears that has no time of its own yet: at the moment at which it is let out.
pub const AT_ONCE: Time = Time(0);

/// The type of work, shown to readers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PieceKind {
    /// An argument.
    Opinion,
    /// Notes of a person.
    Blog,
    /// A talk with a person.
    Interview,
}

impl PieceKind {
    /// The word in URLs and store.
    pub fn word(self) -> &'static str {
        match self {
            Self::Opinion => "opinion",
            Self::Blog => "blog",
            Self::Interview => "interview",
        }
    }

    /// The kind of that word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Opinion, Self::Blog, Self::Interview].into_iter().find(|k| k.word() == word)
    }
}

/// Where a piece stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PieceState {
    /// Its people write it; readers have nothing of it.
    Draft,
    /// On the site once its time has come.
    Out,
    /// Taken off for good.
    Withdrawn,
}

impl PieceState {
    /// The word in the store.
    pub fn word(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Out => "out",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The state of that word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Draft, Self::Out, Self::Withdrawn].into_iter().find(|s| s.word() == word)
    }
}

/// A piece as its Markdown file gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPiece {
    /// Its type of work.
    pub kind: PieceKind,
    /// Headline.
    pub title: String,
    /// The person's name.
    pub byline: String,
    /// Who that is: `economist in Nairobi`.
    pub role: String,
    /// When it appears.
    pub published: Time,
    /// Subject area.
    pub sector: Sector,
    /// Language.
    pub lang: Lang,
    /// Two or three sentences.
    pub summary: String,
    /// The body as Markdown; raw HTML in it is never passed on.
    pub markdown: String,
}

/// A piece as stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its id.
    pub id: PieceId,
    /// URL part made from the title.
    pub slug: String,
    /// The name of this state of it: SHA-256 of the file it came from, or of what the desk saved.
    pub hash: Hash,
    /// Its words.
    pub piece: NewPiece,
    /// Where it stands.
    pub state: PieceState,
    /// Who changed it last; empty where a file gave it.
    pub changed_by: String,
    /// Its picture.
    pub picture: Option<Picture>,
}

impl Piece {
    /// Readers have it.
    pub fn is_seen(&self, now: Time) -> bool {
        self.state == PieceState::Out && self.piece.published <= now
    }
}
