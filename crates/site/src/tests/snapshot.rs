//! What the reader gets, kept as it is.

use super::fixture::Newsroom;

/// A line an element, the stylesheet and its hash left out, so that a change can be read.
fn normal(html: &str) -> String {
    let (before, rest) = html.split_once("<style>").unwrap();
    let (_, after) = rest.split_once("</style>").unwrap();
    let html = format!("{before}{after}").replace("><", ">\n<");
    html.lines().map(str::trim).filter(|l| !l.is_empty()).collect::<Vec<_>>().join("\n")
}

#[test]
fn pages() {
    let room = Newsroom::full();
    let story = room.get("/article/politics/1").header("location").to_owned();
    for (name, path) in [
        ("front", "/"),
        ("article", story.as_str()),
        ("country", "/country/fr"),
        ("edition", "/ar"),
        ("source", "/source/quayline-releases"),
        ("byline", "/byline/anneke-roelvaart"),
        ("desk", "/byline/desk"),
        ("archive", "/archive"),
        ("day", "/archive/2025/11/07"),
        ("feeds", "/feeds"),
        ("contact", "/contact"),
        ("piece", "/opinion/1-repair-the-pump"),
    ] {
        let mut got = room.get(path);
        if got.status == 301 {
            got = room.get(got.header("location"));
        }
        insta::assert_snapshot!(name, normal(&got.text()));
    }
    insta::assert_snapshot!("feed.rss", room.get("/opinion/feed.rss").text());
    insta::assert_snapshot!("document", room.get("/article/1/document").text());
}
