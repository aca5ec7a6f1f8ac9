//! Whole documents of every format, invented for this folder, and what is read out of them; then what nobody should send.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop where it is")]

mod bad_middle;
mod hostile;
mod mutated;

use news::{Lang, Time};
use wire::{Feed, Hints, Unreadable};

/// Thursday 6 November 2025, 12:00 UTC.
pub const RECEIVED: Time = Time(1_762_430_400_000);

/// Reads a document as if it came from one address at one moment.
pub fn read(bytes: &[u8]) -> Result<Feed, Unreadable> {
    let lang = Lang::und();
    wire::read(
        bytes,
        &Hints {
            content_type: None,
            url: Some("https://feeds.example/all"),
            lang: &lang,
            zone: Some("Europe/Paris"),
            received: RECEIVED,
        },
    )
}

/// What an editor would want to see of a feed, in plain words.
fn told(bytes: &[u8]) -> String {
    let feed = read(bytes).unwrap();
    let mut out = format!("{} “{}” {} {:?}\n", feed.format, feed.title, feed.lang, feed.home);
    for odd in &feed.oddities {
        out.push_str(&format!("odd {:?}: {}\n", odd.item, odd.what));
    }
    for r in &feed.reports {
        let mut fields = serde_json::to_value(r).unwrap();
        let fields = fields.as_object_mut().unwrap();
        fields.remove("text");
        fields.retain(|_, v| !(v.is_null() || v == &serde_json::json!([]) || v == &serde_json::json!(false)));
        let raw = String::from_utf8_lossy(&r.raw);
        let (first, last) = (raw.chars().take(8).collect::<String>(), raw.chars().rev().take(8).collect::<String>());
        let last: String = last.chars().rev().collect();
        out.push_str(&format!(
            "\n{}\nraw: {first}…{last}\n{}\n",
            serde_json::to_string_pretty(fields).unwrap(),
            r.text
        ));
    }
    out
}

#[test]
fn rss() {
    insta::assert_snapshot!(told(include_bytes!("fixtures/agency.rss.xml")));
}

#[test]
fn atom() {
    insta::assert_snapshot!(told(include_bytes!("fixtures/agency.atom.xml")));
}

#[test]
fn json_feed() {
    insta::assert_snapshot!(told(include_bytes!("fixtures/agency.feed.json")));
}

#[test]
fn ninjs_1() {
    insta::assert_snapshot!(told(include_bytes!("fixtures/item.ninjs1.json")));
}

#[test]
fn ninjs_3() {
    insta::assert_snapshot!(told(include_bytes!("fixtures/items.ninjs3.json")));
}

#[test]
fn rdf_and_old_rss() {
    let rdf = br#"<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel rdf:about="https://old.example/"><title>Old</title><link>https://old.example/</link></channel>
        <item rdf:about="https://old.example/1"><title>Mill burns</title><link>https://old.example/1</link><dc:date>2025-11-06</dc:date></item></rdf:RDF>"#;
    let feed = read(rdf).unwrap();
    assert_eq!((feed.format, feed.title.as_str(), feed.reports.len()), ("rdf", "Old", 1));
    assert_eq!(feed.reports[0].guid, "https://old.example/1");
    // Midnight in Paris, the source's zone.
    assert_eq!(feed.reports[0].published, Some(Time(1_762_383_600_000)));
    for version in ["0.90", "0.91", "0.92", "0.93", "0.94", "2.0", "2.01", "9"] {
        let rss = format!("<rss version='{version}'><channel><item><title>Mill burns</title></item></channel></rss>");
        assert_eq!(read(rss.as_bytes()).unwrap().reports[0].headline, "Mill burns", "{version}");
    }
}

#[test]
fn a_feed_that_breaks_off_gives_the_items_before_the_break() {
    let whole = include_str!("fixtures/agency.rss.xml");
    let cut = whole.find("Next year").unwrap();
    let feed = read(&whole.as_bytes()[..cut]).unwrap();
    assert_eq!(feed.reports.len(), 2);
    assert!(feed.oddities.iter().any(|o| o.what.contains("breaks off")), "{:?}", feed.oddities);
    let whole = include_str!("fixtures/agency.feed.json");
    let cut = whole.find("Upper Ovenby").unwrap();
    let feed = read(&whole.as_bytes()[..cut]).unwrap();
    assert_eq!(feed.reports.len(), 1);
    assert!(feed.oddities.iter().any(|o| o.what.contains("breaks off")), "{:?}", feed.oddities);
}

#[test]
fn the_same_item_gets_the_same_guid_and_text_every_time() {
    let bytes = include_bytes!("fixtures/agency.rss.xml");
    let (a, b) = (read(bytes).unwrap(), read(bytes).unwrap());
    assert_eq!(a, b);
    assert!(a.reports.last().unwrap().guid.starts_with("sha256:"));
}
