//! Who wrote: people, and the desk's software, which is said plainly.

use super::fixture::{Make, Newsroom};

#[test]
fn a_person_has_a_page_of_pieces_and_stories_with_a_feed() {
    let room = Newsroom::full();
    room.redraft(
        &Make { headline: "Bridge reopens after two years of repairs", ago_minutes: 5, ..Make::default() },
        "Anneke Roelvaart",
    );
    let html = room.get("/byline/anneke-roelvaart").text();
    for words in [
        "<h1>Anneke Roelvaart</h1>",
        "<p>Writer</p>",
        "Repair the pump",
        "The man who listens to bridges",
        "Bridge reopens after two years",
        "\"@type\":\"ProfilePage\"",
        "\"jobTitle\":\"Writer\"",
        "href=\"/byline/anneke-roelvaart/feed.rss\"",
    ] {
        assert!(html.contains(words), "{words}\n{html}");
    }
    assert!(
        !html.contains("France calls Sahel state’s Russian security contract a failure</a></h2>"),
        "not the software's"
    );
    let feed: serde_json::Value =
        serde_json::from_slice(&room.get("/byline/anneke-roelvaart/feed.json").bytes).unwrap();
    assert_eq!(feed["items"].as_array().unwrap().len(), 4);
    assert_eq!(feed["items"][0]["title"], "Bridge reopens after two years of repairs");
    assert_eq!(feed["items"][0]["_ai_disclosure"]["involvement"], "none");
    assert!(
        room.get("/opinion/1-repair-the-pump")
            .text()
            .contains("<a href=\"/byline/anneke-roelvaart\">Anneke Roelvaart</a>")
    );
}

#[test]
fn a_story_by_a_person_says_so() {
    let room = Newsroom::full();
    let id = room.redraft(&Make { headline: "Ministry names a new envoy", ..Make::default() }, "Anneke Roelvaart");
    let path = room.get(&format!("/article/{id}")).header("location").to_owned();
    let html = room.get(&path).text();
    assert!(html.contains("<b><a href=\"/byline/anneke-roelvaart\">Anneke Roelvaart</a></b>"));
    assert!(html.contains(
        "\"@type\":\"Person\",\"name\":\"Anneke Roelvaart\",\"url\":\"https://ledger.example/byline/anneke-roelvaart\""
    ));
}

#[test]
fn the_desks_page_says_that_software_wrote() {
    let room = Newsroom::full();
    let html = room.get("/byline/desk").text();
    assert!(
        html.contains("<h1>The Test Ledger desk</h1>")
            && html.contains("No person stands behind this byline. Software drew")
    );
    assert!(html.contains("\"mainEntity\":{\"@type\":\"Organization\"") && html.contains("France calls Sahel"));
    let feed: serde_json::Value = serde_json::from_slice(&room.get("/byline/desk/feed.json").bytes).unwrap();
    assert_eq!(feed["items"].as_array().unwrap().len(), 11);
}

#[test]
fn nobody_has_a_page_before_anything_of_theirs_has_appeared() {
    let room = Newsroom::full();
    for path in
        ["/byline/nobody", "/byline/extract", "/byline/extract/feed.rss", "/byline/", "/byline/desk/x", "/byline"]
    {
        assert_eq!(room.get(path).status, 404, "{path}");
    }
    let room = Newsroom::new();
    room.piece_at("Soon", "Late Writer", super::fixture::NOW.plus_ms(1000));
    assert_eq!(room.get("/byline/late-writer").status, 404);
    assert!(!room.get("/feeds").text().contains("Late Writer"));
}
