//! A story reworded from numbered evidence: the conversation, the schema of the answer, and reading it.

use news::Hash;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::{Message, Role};

/// The rules. A change of a word is a new file with the next number.
const PROMPT: &str = include_str!("../prompts/reword-1.txt");

/// Paragraphs beyond which an answer is not read: no story has so many.
const MOST_PARAGRAPHS: usize = 12;
/// Sentences of a part beyond which an answer is not read.
const MOST_LINES: usize = 12;
/// Characters of a sentence beyond which it is none.
const MOST_CHARACTERS: usize = 1200;

/// A sentence of a report with the number that the answer names it by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Numbered {
    /// Its number, from 1.
    pub n: usize,
    /// Whose report it stands in.
    pub agency: String,
    /// When that was sent, RFC 3339.
    pub sent: String,
    /// The sentence.
    pub text: String,
}

/// What is to be written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Task {
    /// BCP 47 tag of the story's language.
    pub language: String,
    /// Words that the paragraphs may have together.
    pub words: usize,
    /// Everything that may be said.
    pub evidence: Vec<Numbered>,
}

/// A sentence of an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct Line {
    /// The sentence.
    pub text: String,
    /// Numbers of the evidence that states it.
    #[serde(default)]
    pub rests_on: Vec<usize>,
}

/// An answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct Written {
    /// The headline.
    pub headline: Line,
    /// The summary's sentences.
    pub summary: Vec<Line>,
    /// Paragraphs of sentences.
    pub paragraphs: Vec<Vec<Line>>,
}

/// A sentence that does not hold, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Refused {
    /// The sentence.
    pub text: String,
    /// Why, in a sentence.
    pub reason: String,
}

/// The conversation that begins the task. The evidence goes as JSON: no sentence of it can end its own quotation.
pub fn begin(task: &Task) -> Vec<Message> {
    let task = serde_json::to_string(task).unwrap_or_default();
    vec![Message { role: Role::System, text: PROMPT.into() }, Message { role: Role::User, text: task }]
}

/// SHA-256 of a conversation: with the model's name it says what was asked.
pub fn hash(messages: &[Message]) -> Hash {
    let text: Vec<&str> = messages.iter().map(|m| m.text.as_str()).collect();
    Hash::of(text.join("\n\u{1e}\n").as_bytes())
}

/// What the conversation goes on with when sentences of an answer do not hold.
pub fn repair(answer: &str, refused: &[Refused]) -> [Message; 2] {
    let order = json!({
        "refused": refused,
        "order": "These sentences do not hold, for the reasons given. Give the whole answer again with each of them put right \
                  from the evidence or left out, and everything else unchanged.",
    });
    [Message { role: Role::Assistant, text: answer.to_owned() }, Message { role: Role::User, text: order.to_string() }]
}

/// The answer's JSON schema, within what strict modes of servers allow: every member required, no other members.
pub fn schema() -> Value {
    let line = json!({
        "type": "object", "additionalProperties": false, "required": ["text", "rests_on"],
        "properties": {"text": {"type": "string"}, "rests_on": {"type": "array", "items": {"type": "integer"}}},
    });
    json!({
        "type": "object", "additionalProperties": false, "required": ["headline", "summary", "paragraphs"],
        "properties": {
            "headline": line,
            "summary": {"type": "array", "items": line},
            "paragraphs": {"type": "array", "items": {"type": "array", "items": line}},
        },
    })
}

/// Reads an answer; models wrap JSON in talk and fences, so it is what stands between the first brace and the last.
///
/// # Errors
/// In words, what is wrong with it.
pub fn read(text: &str) -> Result<Written, String> {
    let (Some(from), Some(to)) = (text.find('{'), text.rfind('}')) else {
        return Err("there is no JSON in it".into());
    };
    let json = text.get(from..=to).ok_or("there is no JSON in it")?;
    let written: Written = serde_json::from_str(json).map_err(|e| format!("it is not of the asked form ({e})"))?;
    if let Some(fault) = fault(&written) {
        return Err(fault.into());
    }
    Ok(written)
}

fn fault(written: &Written) -> Option<&'static str> {
    let parts = || std::iter::once(&written.summary).chain(&written.paragraphs);
    let many = parts().any(|part| part.len() > MOST_LINES) || written.paragraphs.len() > MOST_PARAGRAPHS;
    let mut lines = parts().flatten().chain([&written.headline]);
    if many || lines.any(|line| line.text.chars().count() > MOST_CHARACTERS) {
        return Some("it is far longer than a story");
    }
    written.paragraphs.iter().all(Vec::is_empty).then_some("it has no paragraph")
}
