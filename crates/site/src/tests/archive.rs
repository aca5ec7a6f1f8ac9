//! The archive by day, in the house's zone.

use news::{StoryId, stage::Stage, story::Story};

use super::fixture::{Make, Newsroom};

#[test]
fn a_year_is_a_calendar_with_counts_and_a_day_is_a_list() {
    let room = Newsroom::full();
    // 01:01 in Paris is the day before in UTC.
    room.story(&Make { headline: "Night train stops at the border for an hour", ago_minutes: 419, ..Make::default() });
    room.story(&Make {
        headline: "Old bridge closed to lorries after inspection",
        ago_minutes: 3 * 1440,
        ..Make::default()
    });
    let html = room.get("/archive").text();
    for words in [
        "<caption>November 2025: 13 stories</caption>",
        "<span class=\"vh\">7 November 2025: 12 stories</span><span aria-hidden=\"true\">7 <small>12</small></span></a>",
        "<a href=\"/archive/2025/11/04\"><span class=\"vh\">4 November 2025: 1 story</span>",
        "<td>5</td>",
        "\"@type\":\"CollectionPage\"",
        "<link rel=\"canonical\" href=\"https://ledger.example/archive\">",
    ] {
        assert!(html.contains(words), "{words}\n{html}");
    }
    assert_eq!(html.matches("<caption>").count(), 1, "months without stories are left out");
    let day = room.get("/archive/2025/11/07").text();
    assert!(day.contains("<h1>Stories first published on 7 November 2025</h1>") && day.contains("Night train stops"));
    assert!(!day.contains("<h2><a href=\"/article/politics/13-"), "another day's story");
    assert!(day.contains("<a href=\"/archive/2025/11/04\" rel=\"prev\">Day before</a>") && !day.contains("Day after"));
    let day = room.get("/archive/2025/11/04").text();
    assert!(day.contains("<a href=\"/archive/2025/11/07\">Day after</a>") && day.contains("Old bridge closed"));
    let between = room.get("/archive/2025/11/05");
    assert!(between.status == 200 && between.text().contains("No story was first published on this day."));
    assert!(between.text().contains("content=\"noindex\""));
    assert!(room.get("/sitemap-pages.xml").text().contains("<loc>https://ledger.example/archive/2025</loc>"));
    room.change(StoryId(13), |s| Story { stage: Stage::Killed, ..s });
    assert!(!room.get("/archive").text().contains("2025/11/04"), "an unpublished story is not counted");
}

#[test]
fn a_day_goes_on_behind_a_link_and_wrong_addresses_are_unknown() {
    let room = Newsroom::new();
    for n in 0..35 {
        let headline = format!("Story number {n} of the long list of stories");
        room.story(&Make { headline: &headline, ago_minutes: n, picture: false, ..Make::default() });
    }
    let html = room.get("/archive/2025/11/07").text();
    let next = html.split("href=\"/archive/2025/11/07?before=").nth(1).and_then(|s| s.split('"').next()).unwrap();
    let rest = room.get(&format!("/archive/2025/11/07?before={next}")).text();
    assert_eq!((html.matches("<h2><a").count(), rest.matches("<h2><a").count()), (30, 5));
    let month = room.get("/archive/2025/11");
    assert_eq!((month.status, month.header("location")), (301, "/archive/2025#m11"));
    for path in [
        "/archive/2024",
        "/archive/2026",
        "/archive/25",
        "/archive/2025/13",
        "/archive/2025/1",
        "/archive/2025/11/31",
        "/archive/2025/11/7",
        "/archive/2025/11/08",
        "/archive/2025/11/06",
        "/archive/-999/01/01",
        "/archive/9999/12/31",
        "/archive/x",
        "/archive/2025/11/07/x",
        "/archive/",
    ] {
        assert_eq!(room.get(path).status, 404, "{path}");
    }
    assert!(Newsroom::new().get("/archive").text().contains("Nothing here yet."));
}
