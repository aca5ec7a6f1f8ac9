//! The only crate that calls models: any endpoint that speaks OpenAI's chat completions, hosted or on the own machine.
//!
//! A model gets words and gives words. It has no tools, nothing that it says is fetched or run, and what it may cost in
//! time, tokens and money is settled before it is asked. Whether what it says is true is for others to find out.

#![deny(clippy::indexing_slicing, clippy::string_slice)]

mod answer;
mod endpoint;
mod key;
mod recorded;
pub mod reword;

use std::time::Duration;

pub use answer::read as read_answer;
pub use endpoint::{Endpoint, Form, Settings};
pub use key::Key;
pub use recorded::Recorded;
use serde_json::Value;

/// Something that writes what it is asked for.
pub trait Model: Send + Sync {
    /// What it is called in the settings.
    fn name(&self) -> &str;

    /// Asks once.
    ///
    /// # Errors
    /// [`Failure`], each with a sentence for people.
    fn ask(&self, ask: &Ask) -> Result<Answer, Failure>;
}

/// Who says a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The house's rules.
    System,
    /// The task.
    User,
    /// What the model answered before.
    Assistant,
}

/// A part of a conversation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Who says it.
    pub role: Role,
    /// What.
    pub text: String,
}

/// A question to a model.
#[derive(Clone, Debug, PartialEq)]
pub struct Ask {
    /// The conversation so far.
    pub messages: Vec<Message>,
    /// JSON schema of the answer.
    pub schema: Value,
    /// Tokens that the answer may have.
    pub answer_tokens: u32,
    /// For the whole answer.
    pub within: Duration,
}

/// What a model said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// Its words.
    pub text: String,
    /// Which model it says it is, with its build where it tells: `llama-3.1-8b (fp_44709d6fcb)`.
    pub version: String,
    /// Tokens of the question.
    pub tokens_in: u64,
    /// Tokens of the answer.
    pub tokens_out: u64,
    /// Milliseconds from asking to the last byte.
    pub ms: u64,
    /// It stopped because it had no more tokens to spend: what it says has no end.
    pub cut: bool,
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// Nobody answers there, or not in time: it may pass.
    #[error("the model's endpoint does not answer: {0}")]
    Away(String),
    /// The endpoint says no.
    #[error("the model's endpoint refused with status {status}: {words}")]
    Refused {
        /// HTTP status.
        status: u16,
        /// The first words of what it said.
        words: String,
    },
    /// It answered something that is no answer.
    #[error("the model's endpoint sent no usable answer: {0}")]
    Nonsense(String),
}

impl Failure {
    /// Whether asking again later may help: it is away, busy or faulty. A wrong key or address needs a person.
    pub fn may_pass(&self) -> bool {
        match self {
            Self::Away(_) => true,
            Self::Refused { status, .. } => matches!(status, 408 | 425 | 429 | 500..=599),
            Self::Nonsense(_) => false,
        }
    }
}
