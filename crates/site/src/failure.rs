//! Why a reader does not get the page asked for.

/// Why there is no page.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// No such page, or a story that readers may not see.
    #[error("no such page")]
    NotFound,
    /// The story was withdrawn with a notice.
    #[error("withdrawn")]
    Gone {
        /// The notice; names no word of the story.
        notice: String,
    },
    /// The piece was withdrawn.
    #[error("withdrawn")]
    PieceGone {
        /// The language of the piece, in which the notice speaks.
        lang: news::Lang,
    },
    /// It stands at that address of this site.
    #[error("moved to {0}")]
    Moved(String),
    /// The form cannot be read; the sentence says what to change.
    #[error("{0}")]
    BadForm(String),
    /// The form is larger than any that is read.
    #[error("too large")]
    TooLarge {
        /// The most that is read.
        most_bytes: usize,
    },
    /// The form took too long to arrive.
    #[error("too slow")]
    Slow,
    /// Too many requests from one client.
    #[error("too many requests")]
    TooMany {
        /// When the next one is welcome.
        wait_seconds: u64,
    },
    /// All hands are busy with other readers' requests.
    #[error("busy")]
    Busy,
    /// A check broke off.
    #[error("a check broke off: {0}")]
    Check(#[from] tokio::task::JoinError),
    /// The store did not answer.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// A template did not render.
    #[error(transparent)]
    Template(#[from] askama::Error),
    /// A document did not serialise.
    #[error(transparent)]
    Document(#[from] serde_json::Error),
}
