//! Broken feed, one bad item: the good items are taken; the bad one is an oddity on the sources page with its bytes kept.

use news::source::Treatment;
use testkit::TestNewsroom;

use super::{item, logged, rss};
use crate::now;

/// A feed with two good items, `a` and `b`, and bytes of the bad one that must be kept.
fn feeds() -> Vec<(&'static str, String, &'static str)> {
    let (a, b) = (item("a", "Porto Velmo"), item("b", "Monte Alvar"));
    let json = |guid: &str, place: &str| {
        format!(
            r#"{{"id":"{guid}","title":"Library of {place} to open on Sundays, council says","date_published":"2026-11-23T08:00:00Z",
            "content_text":"The library of {place} will open on Sundays from March, the council of {place} said on Monday."}}"#
        )
    };
    let (ja, jb) = (json("a", "Porto Velmo"), json("b", "Monte Alvar"));
    let jsons = |bad: &str, end: &str| {
        format!(r#"{{"version":"https://jsonfeed.org/version/1.1","title":"Wire","items":[{ja},{bad}{jb}{end}"#)
    };
    vec![
        ("an item without words", rss("Wire", &format!("{a}<item><guid>bad-1</guid></item>{b}")), "bad-1"),
        ("an item whose end is missing", rss("Wire", &format!("{a}<item><title>bad-2{b}")), "bad-2"),
        (
            "an item with a comment that never ends",
            rss("Wire", &format!("{a}<item><title>bad-3 <!-- </title></item>{b}")),
            "bad-3",
        ),
        (
            "a feed that breaks off",
            format!("{}<item><title>bad-4", rss("Wire", &format!("{a}{b}")).split("</channel>").next().unwrap()),
            "bad-4",
        ),
        ("an item that is a number", jsons("424242,", "]}"), "424242"),
        ("an item without words, in JSON", jsons(r#"{"id":"bad-6"},"#, "]}"), "bad-6"),
    ]
}

#[test]
fn the_good_items_are_taken_and_the_bad_one_is_shown_and_kept() {
    for (what, feed, bad) in feeds() {
        let newsroom = TestNewsroom::new(now()).unwrap();
        let source = newsroom.source("wire", Treatment::Rewrite, 250).unwrap();
        let (taken, log) = logged(|| newsroom.take(source, feed.as_bytes(), now()).unwrap());
        assert_eq!(log, Vec::<serde_json::Value>::new(), "{what}: an oddity is no failure");
        assert_eq!(taken.new.len(), 2, "{what}: {:?}", taken.oddities);
        let home = newsroom.get("/").unwrap().body;
        assert!(home.contains("Porto Velmo") && home.contains("Monte Alvar"), "{what}");
        let kept = newsroom.store().read(|c| store::oddity::of_source(c, source, 100)).unwrap();
        let bytes = |o: &store::oddity::Kept| newsroom.store().blob(o.blob?).unwrap();
        let odd = kept.iter().find(|o| bytes(o).is_some_and(|b| String::from_utf8_lossy(&b).contains(bad)));
        let odd = odd.unwrap_or_else(|| panic!("{what}: the bytes of {bad} are not kept: {kept:?}"));
        let sources = newsroom.get("/sources").unwrap().body;
        assert!(sources.contains(&odd.what), "{what}: “{}” is not on the sources page", odd.what);
        // The same feed again is nothing new.
        assert!(newsroom.take(source, feed.as_bytes(), now()).unwrap().new.is_empty(), "{what}");
    }
}

#[test]
fn what_is_no_feed_at_all_is_an_error_that_says_what_it_looks_like() {
    let newsroom = TestNewsroom::new(now()).unwrap();
    let source = newsroom.source("wire", Treatment::Rewrite, 250).unwrap();
    newsroom.take(source, rss("Wire", &item("a", "Porto Velmo")).as_bytes(), now()).unwrap();
    for (bytes, says) in
        [("<html><body>Sorry</body></html>", "HTML page"), ("", "empty"), ("{\"error\":1}", "with error")]
    {
        let error = newsroom.take(source, bytes.as_bytes(), now()).unwrap_err();
        assert!(format!("{error:#}").contains(says), "{error:#}");
    }
    assert!(newsroom.get("/").unwrap().body.contains("Porto Velmo"), "what was taken before stays");
}
