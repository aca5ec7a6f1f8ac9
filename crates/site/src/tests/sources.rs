//! What a source's page says.

use news::source::Treatment;

use super::fixture::{Make, Newsroom};

#[test]
fn a_source_has_a_page_with_its_terms_its_state_and_what_rests_on_it() {
    let room = Newsroom::full();
    let html = room.get("/source/calwick-press").text();
    for words in [
        "<h1>Calwick Press</h1>",
        "<a href=\"https://agency.example/\" rel=\"noopener\">",
        "drafted by software, checked against the copy.",
        "up to 250 words a page",
        "handed in, no feed",
        "in order",
        "France calls Sahel",
        "href=\"/source/calwick-press/feed.rss\"",
        "\"@type\":\"CollectionPage\"",
    ] {
        assert!(html.contains(words), "{words}\n{html}");
    }
    let press = room.get("/source/quayline-releases").text();
    assert!(press.contains("press releases, labelled so") && press.contains("<h2><a href=\"/article/business/4-"));
    assert_eq!(press.matches("<h2><a href=\"/article").count(), 1);
    assert!(room.get("/sources").text().contains("<a href=\"/source/quayline-releases\">Quayline Releases</a>"));
    let story = room.get("/article/1").header("location").to_owned();
    assert!(room.get(&story).text().contains("<b><a href=\"/source/calwick-press\">Calwick Press</a></b>"));
    let feed: serde_json::Value =
        serde_json::from_slice(&room.get("/source/quayline-releases/feed.json").bytes).unwrap();
    assert_eq!(feed["items"].as_array().unwrap().len(), 1);
}

#[test]
fn a_failing_feed_is_told_and_an_unknown_source_is_unknown() {
    let room = Newsroom::new();
    let agency = room.source("Quiet Agency", Treatment::LinkOnly, 40);
    room.store
        .write(move |c| {
            let now = super::fixture::NOW;
            store::source::failed(c, agency, "it <b>answers</b> 500", now, now)?;
            store::source::failed(c, agency, "it <b>answers</b> 500", now, now)
        })
        .unwrap();
    let html = room.get("/source/quiet-agency").text();
    assert!(html.contains("Failed 2 times in a row:</span> <bdi>it &#60;b&#62;answers"), "{html}");
    assert!(html.contains("a link only") && html.contains("content=\"noindex\""));
    for path in ["/source/nobody", "/source/", "/source/quiet-agency/x", "/source/nobody/feed.rss", "/source"] {
        assert_eq!(room.get(path).status, 404, "{path}");
    }
    room.story(&Make::default());
}
