//! A chat completion as servers send it. The fields that we need are the same everywhere; whatever else there is, is left.

use serde_json::Value;

use crate::{Answer, Failure};

/// Reads the body of an answer with status 200.
///
/// # Errors
/// [`Failure::Nonsense`] when it is no JSON, has no choice or no words in it, or the model declined.
pub fn read(body: &str) -> Result<Answer, Failure> {
    let nonsense = |what: &str| Failure::Nonsense(what.to_owned());
    let value: Value = serde_json::from_str(body).map_err(|_| nonsense("it is not JSON, or it breaks off"))?;
    let choice = value.pointer("/choices/0").ok_or_else(|| nonsense("it has no choice in it"))?;
    if let Some(words) = choice.pointer("/message/refusal").and_then(Value::as_str).filter(|w| !w.is_empty()) {
        return Err(Failure::Nonsense(format!("the model declined: {}", words.chars().take(120).collect::<String>())));
    }
    let text = choice.pointer("/message/content").and_then(content).ok_or_else(|| nonsense("it has no words in it"))?;
    let word = |name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default();
    let version = match (word("model"), word("system_fingerprint")) {
        (model, "") => model.to_owned(),
        (model, build) => format!("{model} ({build})"),
    };
    let tokens = |name: &str| value.pointer(&format!("/usage/{name}")).and_then(Value::as_u64);
    Ok(Answer {
        tokens_in: tokens("prompt_tokens").unwrap_or(0),
        // A server that does not count is not taken to be free: four bytes are about a token.
        tokens_out: tokens("completion_tokens").unwrap_or(text.len() as u64 / 4),
        text,
        version: version.chars().filter(|c| !c.is_control()).take(120).collect(),
        ms: 0,
        cut: choice.get("finish_reason").and_then(Value::as_str) == Some("length"),
    })
}

/// The words: a string, or the text parts of a list.
fn content(value: &Value) -> Option<String> {
    let words = match value {
        Value::String(words) => words.clone(),
        Value::Array(parts) => parts.iter().filter_map(|p| p.get("text")?.as_str()).collect(),
        _ => return None,
    };
    Some(words).filter(|w| !w.trim().is_empty())
}
