//! What a model was asked for a story, what it cost, and what became of it.

use crate::{Hash, RevisionId, StoryId, Time};

/// What became of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It became a revision.
    Used,
    /// Sentences of it did not hold and were sent back.
    SentBack,
    /// It did not hold in the end; the default drafter's text stands.
    NotUsed,
    /// There was none: away, refused, cut off, nonsense.
    Failed,
}

impl Outcome {
    /// The word used in store and screens.
    pub fn word(self) -> &'static str {
        match self {
            Self::Used => "used",
            Self::SentBack => "sent back",
            Self::NotUsed => "not used",
            Self::Failed => "failed",
        }
    }

    /// The outcome of that word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Used, Self::SentBack, Self::NotUsed, Self::Failed].into_iter().find(|o| o.word() == word)
    }
}

/// One question to a model.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// For which story.
    pub story: StoryId,
    /// What its answer became.
    pub revision: Option<RevisionId>,
    /// When.
    pub at: Time,
    /// The model as the settings name it.
    pub model: String,
    /// The model as it names itself.
    pub version: String,
    /// SHA-256 of what it was asked, rules and evidence.
    pub prompt: Hash,
    /// Tokens of the question.
    pub tokens_in: u64,
    /// Tokens of the answer.
    pub tokens_out: u64,
    /// In millionths of the currency that the settings give prices in.
    pub cost_micros: u64,
    /// How long it took.
    pub ms: u64,
    /// What became of it.
    pub outcome: Outcome,
    /// Why it was sent back, not used or failed; empty when it was used.
    pub reason: String,
}
