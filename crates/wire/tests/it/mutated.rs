//! Arbitrary and damaged bytes: nothing panics, and what comes out is always clean.

use proptest::prelude::*;

use crate::read;

const FEEDS: [&[u8]; 5] = [
    include_bytes!("fixtures/agency.rss.xml"),
    include_bytes!("fixtures/agency.atom.xml"),
    include_bytes!("fixtures/agency.feed.json"),
    include_bytes!("fixtures/item.ninjs1.json"),
    include_bytes!("fixtures/items.ninjs3.json"),
];

/// What holds of every report, whatever it was made of.
fn sound(bytes: &[u8]) -> Result<(), TestCaseError> {
    let Ok(feed) = read(bytes) else { return Ok(()) };
    for r in &feed.reports {
        prop_assert!(!r.guid.is_empty());
        prop_assert_eq!(Some(r.headline.as_str()), r.text.lines().next());
        prop_assert!(r.published.is_some());
        for line in r.text.lines() {
            prop_assert_eq!(text::clean::line(line), line);
        }
        prop_assert!(!r.text.to_lowercase().contains("<script"));
        prop_assert!(r.pictures.iter().all(|p| p.url.starts_with("http") || p.url.starts_with('/')));
        prop_assert!(r.url.as_deref().is_none_or(|u| u.starts_with("http")));
    }
    Ok(())
}

/// One damage: cut, overwrite, insert or swap.
fn damaged(mut bytes: Vec<u8>, kind: u8, at: usize, with: &[u8]) -> Vec<u8> {
    let at = at % bytes.len().max(1);
    let end = (at + with.len()).min(bytes.len());
    match kind % 4 {
        0 => bytes.truncate(at),
        1 => bytes.splice(at..end, with.iter().copied()).for_each(drop),
        2 => bytes.splice(at..at, with.iter().copied()).for_each(drop),
        _ => bytes.drain(at..end).for_each(drop),
    }
    bytes
}

fn fragment() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        proptest::collection::vec(any::<u8>(), 1..12),
        prop::sample::select(vec![
            "<",
            ">",
            "&",
            "\"",
            "</item>",
            "<item>",
            "<![CDATA[",
            "]]>",
            "<!--",
            "<!DOCTYPE x [",
            "&#xD800;",
            "&#0;",
            "\\u0000",
            "{",
            "]",
            "<p",
            "é",
            "\u{feff}",
            "—",
            "(",
            " - "
        ])
        .prop_map(|s: &str| s.as_bytes().to_vec()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        sound(&bytes)?;
    }

    #[test]
    fn arbitrary_bodies(body in "\\PC{0,200}", title in "\\PC{0,60}") {
        let json = serde_json::json!({ "version": "https://jsonfeed.org/version/1.1", "items": [{ "id": "1", "title": title, "content_html": body }] });
        sound(json.to_string().as_bytes())?;
        let rss = format!("<rss><channel><item><title><![CDATA[{title}]]></title><description>{body}</description></item></channel></rss>");
        sound(rss.as_bytes())?;
    }

    #[test]
    fn damaged_feeds(feed in 0..FEEDS.len(), wounds in proptest::collection::vec((any::<u8>(), any::<usize>(), fragment()), 1..6)) {
        let mut bytes = FEEDS[feed].to_vec();
        for (kind, at, with) in wounds {
            bytes = damaged(bytes, kind, at, &with);
        }
        sound(&bytes)?;
    }

    /// Reading what was read changes nothing more.
    #[test]
    fn cleaning_twice_is_cleaning_once(body in "[a-zA-Zé<>&;/ .\n\"“]{0,200}") {
        let text_of = |body: &str| {
            let json = serde_json::json!({ "version": "https://jsonfeed.org/version/1.1", "items": [{ "id": "1", "title": "T", "content_text": body }] });
            read(json.to_string().as_bytes()).unwrap().reports.first().map(|r| r.text.clone()).unwrap_or_default()
        };
        let once = text_of(&body);
        let lines: Vec<&str> = once.lines().skip(1).collect();
        prop_assert_eq!(text_of(&lines.join("\n\n")), once);
    }
}
