//! Which format: the one switch.

use serde_json::value::RawValue;

use crate::{Unreadable, json};

/// The adapters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// RSS, RDF or Atom; the root decides.
    Xml,
    JsonFeed,
    Ninjs,
}

/// What the document is, or a sentence about what it looked like.
pub(crate) fn kind(text: &str) -> Result<Kind, Unreadable> {
    let head = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\0' || c == '\u{feff}');
    match head.chars().next() {
        None => Err(Unreadable::Empty),
        Some('{' | '[') => json_kind(head),
        Some('<') if looks_like_html(head) => {
            Err(Unreadable::NotAFeed("an HTML page; give the address of its feed".into()))
        }
        Some('<') => Ok(Kind::Xml),
        // A few servers print warnings before the document.
        Some(_) if prefix(head, 4000).contains("<?xml") || prefix(head, 4000).contains("<rss") => Ok(Kind::Xml),
        Some(_) if head.starts_with("%PDF") => Err(Unreadable::NotAFeed("a PDF".into())),
        Some(_) if head.starts_with("PK\u{3}\u{4}") => Err(Unreadable::NotAFeed("a ZIP archive".into())),
        Some(_) => Err(Unreadable::NotAFeed("plain text or a binary file".into())),
    }
}

/// At most `max` bytes of the start, cut at a character.
pub(crate) fn prefix(text: &str, max: usize) -> &str {
    let mut end = max.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

fn looks_like_html(head: &str) -> bool {
    let lower = prefix(head, 1500).to_ascii_lowercase();
    let feed = ["<rss", "<feed", "<rdf:rdf"].iter().any(|t| lower.contains(t));
    !feed && ["<!doctype html", "<html", "<head>", "<body"].iter().any(|t| lower.contains(t))
}

fn json_kind(head: &str) -> Result<Kind, Unreadable> {
    let start = prefix(head, 200_000);
    let members = json::members(head);
    let member = |name: &str| members.iter().find(|(k, _)| k.eq_ignore_ascii_case(name)).map(|(_, v)| *v);
    if member("version").is_some_and(|v| v.get().contains("jsonfeed.org")) || start.contains("jsonfeed.org/version") {
        return Ok(Kind::JsonFeed);
    }
    if has_no_items(head, &members) {
        return Ok(Kind::Ninjs);
    }
    let sample = json::items(head, &members).first().map_or(start, |v| v.get());
    let has = |name: &str| sample.contains(&format!("\"{name}\""));
    let ninjs = [
        "headline",
        "headlines",
        "bodies",
        "body_text",
        "body_html",
        "body_xhtml",
        "versioncreated",
        "versionCreated",
        "pubstatus",
        "pubStatus",
        "representationType",
        "representationtype",
        "type",
        "renditions",
        "descriptions",
        "eventDetails",
    ];
    if has("uri") && (start.contains("ninjs") || ninjs.iter().any(|n| has(n)) || only_uri(sample)) {
        return Ok(Kind::Ninjs);
    }
    if member("items").is_some() && ["content_html", "content_text", "url", "title", "id"].iter().any(|n| has(n)) {
        return Ok(Kind::JsonFeed);
    }
    Err(Unreadable::NotAFeed(other_json(&members)))
}

/// An agency that has nothing new sends an empty list.
fn has_no_items(head: &str, members: &[(String, &RawValue)]) -> bool {
    let list = members.iter().find(|(name, _)| name == "items").map_or(head, |(_, value)| value.get());
    serde_json::from_str::<Vec<&RawValue>>(list.trim_end_matches('\0')).is_ok_and(|items| items.is_empty())
}

/// A ninjs item needs nothing but its `uri`.
fn only_uri(sample: &str) -> bool {
    json::members(sample).iter().all(|(k, _)| k == "uri" || k == "standard" || k.starts_with('$'))
}

fn other_json(members: &[(String, &RawValue)]) -> String {
    // The sender chose these words; they end in a log and on a terminal.
    let names: Vec<String> = members.iter().take(4).map(|(k, _)| text::clean::line(prefix(k, 40))).collect();
    if names.is_empty() {
        "JSON of another kind".into()
    } else {
        format!("JSON of another kind (with {})", names.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_told_and_a_refusal_says_what_it_looked_like() {
        assert_eq!(kind(" \n<?xml version='1.0'?><rss/>"), Ok(Kind::Xml));
        assert_eq!(kind("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[]}"), Ok(Kind::JsonFeed));
        assert_eq!(kind("{\"uri\":\"x\",\"headline\":\"y\"}"), Ok(Kind::Ninjs));
        assert_eq!(kind("[{\"uri\":\"x\",\"pubStatus\":\"usable\"}]"), Ok(Kind::Ninjs));
        assert_eq!(
            (kind("[]"), kind(" [ ]\n"), kind("{\"items\":[]}")),
            (Ok(Kind::Ninjs), Ok(Kind::Ninjs), Ok(Kind::Ninjs))
        );
        assert_eq!(kind(" "), Err(Unreadable::Empty));
        let says = |t: &str| kind(t).map_or_else(|e| e.to_string(), |k| format!("{k:?}"));
        assert!(says("<!DOCTYPE html><html>").contains("HTML page"));
        assert!(says("{\"error\":1}").contains("JSON of another kind (with error)"));
        assert!(says("%PDF-1.7").contains("PDF"));
    }
}
