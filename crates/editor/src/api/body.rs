//! What programs send.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use utoipa::ToSchema;

use crate::{failure::Failure, visit::Visit};

/// Characters of a fault that are told: it may quote what was sent.
const TOLD: usize = 400;

/// The body as what the address takes. A field that it does not know is a fault, and named.
pub fn read<T: DeserializeOwned>(visit: &Visit) -> Result<T, Failure> {
    let media = visit.media.split(';').next().unwrap_or_default().trim();
    if !media.eq_ignore_ascii_case("application/json") {
        return Err(Failure::NotJson);
    }
    // A list would pass for the fields in their order.
    if !visit.body.trim_ascii_start().starts_with(b"{") {
        return Err(Failure::Wrong("Send a JSON object.".into()));
    }
    serde_json::from_slice(&visit.body).map_err(|fault| {
        let told: String = fault.to_string().chars().take(TOLD).collect();
        Failure::Wrong(format!("This body cannot be used: {told}."))
    })
}

/// A text to be checked; nothing of it is kept.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    /// One line.
    #[serde(default)]
    pub headline: String,
    /// One paragraph.
    #[serde(default)]
    pub summary: String,
    /// The body, a paragraph each, in light Markdown: `*stressed*`, `**weighty**`, `[words](https://…)`; `## `, `> ` and `- ` begin a
    /// subheading, a quotation, an item.
    #[serde(default)]
    pub paragraphs: Vec<String>,
}

/// A text in place of the newest draft's.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewText {
    /// The revision that it was made from: `revision.id` of the story.
    pub base: i64,
    /// One line.
    pub headline: String,
    /// One paragraph.
    pub summary: String,
    /// The body, a paragraph each, in light Markdown: `*stressed*`, `**weighty**`, `[words](https://…)`; `## `, `> ` and `- ` begin a
    /// subheading, a quotation, an item.
    pub paragraphs: Vec<String>,
    /// Why, for the log.
    pub reason: String,
}

/// A field that was sent, be it as null.
fn given<'de, T: Deserialize<'de>, D: Deserializer<'de>>(sent: D) -> Result<Option<Option<T>>, D::Error> {
    Option::deserialize(sent).map(Some)
}

/// Where a story was filed.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Dateline {
    /// As printed: `Porto Velmo`; empty for none.
    pub place: String,
    /// The country's two letters; left out for none.
    #[serde(default)]
    pub country: Option<String>,
}

/// What a story has beside its text. What is left out stays as it is.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewTags {
    /// A sector's slug: `health`.
    #[serde(default)]
    pub sector: Option<String>,
    /// Countries by two letters, the main one first; an empty list for none.
    #[serde(default)]
    pub about: Option<Vec<String>>,
    /// Where it was filed.
    #[serde(default)]
    pub dateline: Option<Dateline>,
    /// The words of its address; empty for those of the headline. Earlier addresses lead to it.
    #[serde(default)]
    pub slug: Option<String>,
    /// The people whom a line under the headline names; empty for none.
    #[serde(default)]
    pub byline: Option<String>,
    /// `news`, `analysis` or `explainer`.
    #[serde(default)]
    pub genre: Option<String>,
    /// Nothing of it goes out before, as RFC 3339 with a zone; null lifts it.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    pub embargo: Option<Option<String>>,
    /// Editions by the word of their address: true puts it in, false keeps it out, null leaves it to its countries and sector.
    #[serde(default)]
    pub editions: std::collections::BTreeMap<String, Option<bool>>,
    /// What the machine is to find again, in place of what a person said: `sector`, `about`, `dateline`.
    #[serde(default)]
    pub again: Vec<String>,
    /// Why, for the log.
    pub reason: String,
}

/// An order that needs no text before it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Plain {
    /// The revision that was seen; where it is given and another is newer, the order is refused.
    #[serde(default)]
    pub base: Option<i64>,
    /// Why, for the log; where readers see a reason, for them too.
    pub reason: String,
}

/// An order that lets a text out.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Seen {
    /// The revision that was seen: no other goes out.
    pub base: i64,
    /// Why, for the log. Of a correction, what was wrong and what is right, for readers.
    pub reason: String,
}

/// An order that lets a text out at a time.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Timed {
    /// The revision that was seen: no other goes out.
    pub base: i64,
    /// Why, for the log.
    pub reason: String,
    /// When, as RFC 3339 with a zone: `2026-12-24T06:00:00Z`.
    pub at: String,
}

/// An order to take a story into another about the same event.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Merged {
    /// The revision that was seen; where it is given and another is newer, the order is refused.
    #[serde(default)]
    pub base: Option<i64>,
    /// Why, for the log.
    pub reason: String,
    /// The story that takes it.
    pub into: i64,
}

/// An order to keep two stories two.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Apart {
    /// The other story of the pair.
    pub other: i64,
    /// Why, for the log.
    pub reason: String,
}

/// An order to give some reports a story of their own.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Split {
    /// The revision that was seen; where it is given and another is newer, the order is refused.
    #[serde(default)]
    pub base: Option<i64>,
    /// Why, for the log.
    pub reason: String,
    /// The reports that leave: some of the story's, not all.
    pub reports: Vec<i64>,
}

/// One line: the store holds no control signs, and lines are the paragraphs' own.
fn line(text: &str) -> String {
    let plain: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A draft of what was sent, in the story's language.
pub fn draft(lang: news::Lang, headline: &str, summary: &str, paragraphs: &[String]) -> news::revision::Draft {
    let lines: Vec<String> = paragraphs.iter().map(|p| line(p)).collect();
    let (paragraphs, marks) = desk::markdown::read_each(lines.iter().map(String::as_str));
    news::revision::Draft { lang, headline: line(headline), summary: line(summary), paragraphs, marks }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_is_lines() {
        let sent = ["One\u{0}\r\n two ".to_owned(), " \n".to_owned()];
        let draft = draft(news::Lang::en(), "A\tb", "", &sent);
        assert_eq!((draft.headline.as_str(), draft.paragraphs.as_slice()), ("A b", &["One two".to_owned()][..]));
    }

    #[test]
    fn an_unknown_field_is_named() {
        let fault = serde_json::from_str::<Seen>(r#"{"base":1,"reason":"x","review":true}"#).unwrap_err().to_string();
        assert!(fault.contains("unknown field `review`"), "{fault}");
    }
}
