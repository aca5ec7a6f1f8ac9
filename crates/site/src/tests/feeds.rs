//! Feeds, sitemaps and the small files are valid.

use quick_xml::{Reader, events::Event};

use super::fixture::Newsroom;

/// Element names with how often they occur; panics on XML that is not well formed.
fn elements(xml: &str) -> std::collections::BTreeMap<String, usize> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let (mut found, mut open) = (std::collections::BTreeMap::new(), 0_i32);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(e) => {
                open += 1;
                *found.entry(e.name().as_ref().to_owned()).or_insert(0) += 1;
            }
            Event::Empty(e) => *found.entry(e.name().as_ref().to_owned()).or_insert(0) += 1,
            Event::End(_) => open -= 1,
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(open, 0);
    found
}

const LISTS: [&str; 14] = [
    "",
    "/sector/health",
    "/country/fr",
    "/country/fr/filed",
    "/trending",
    "/opinion",
    "/blog",
    "/interview",
    "/corrections",
    "/source/calwick-press",
    "/byline/desk",
    "/byline/anneke-roelvaart",
    "/ar",
    "/andes/sector/health",
];

#[test]
fn every_list_has_three_valid_feeds() {
    let room = Newsroom::full();
    for list in LISTS {
        let got = room.get(&format!("{list}/feed.rss"));
        assert_eq!((got.status, got.header("content-type")), (200, "application/rss+xml; charset=utf-8"), "{list}");
        let rss = elements(&got.text());
        let items = rss.get("item").copied().unwrap_or(0);
        assert_eq!(rss.get("title").copied(), Some(items + 1), "{list}");
        for required in ["guid", "pubDate", "dc:creator", "description"] {
            assert!(rss.get(required).copied().unwrap_or(0) >= items, "{list} {required}");
        }
        assert_eq!(rss["atom:link"], 1);
        assert!(got.text().contains(&format!("href=\"https://ledger.example{list}/feed.rss\"")));

        let got = room.get(&format!("{list}/feed.atom"));
        let atom = elements(&got.text());
        assert_eq!(atom.get("entry").copied().unwrap_or(0), items);
        assert_eq!((atom["id"], atom["updated"], atom["title"]), (items + 1, items + 1, items + 1), "{list}");

        let got = room.get(&format!("{list}/feed.json"));
        assert_eq!(got.header("content-type"), "application/feed+json; charset=utf-8");
        let json: serde_json::Value = serde_json::from_slice(&got.bytes).unwrap();
        assert_eq!(json["version"], "https://jsonfeed.org/version/1.1");
        assert_eq!(json["items"].as_array().unwrap().len(), items);
        for item in json["items"].as_array().unwrap() {
            assert!(
                item["id"].is_string()
                    && item["content_text"].is_string()
                    && item["_ai_disclosure"]["involvement"].is_string()
            );
        }
    }
    let rss = room.get("/sector/health/feed.rss").text();
    assert!(rss.contains("<category domain=\"ai-disclosure\">procedural</category>"));
    assert!(rss.contains("Written by software. The French foreign ministry"));
    assert_eq!(room.get("/nothing/feed.rss").status, 404);
}

#[test]
fn sitemaps_robots_and_security_txt() {
    let room = Newsroom::full();
    assert_eq!(elements(&room.get("/sitemap.xml").text())["sitemap"], 2);
    assert_eq!(elements(&room.get("/sitemap-0.xml").text())["loc"], 11);
    assert!(elements(&room.get("/sitemap-pages.xml").text())["loc"] > 20);
    let news = elements(&room.get("/news-sitemap.xml").text());
    assert_eq!((news["news:news"], news["news:publication_date"]), (11, 11));
    assert!(room.get("/robots.txt").text().contains("Sitemap: https://ledger.example/sitemap.xml"));
    let security = room.get("/.well-known/security.txt").text();
    assert!(
        security.starts_with("Contact: mailto:security@ledger.example\nExpires: 2026-05-06T00:00:00Z\n"),
        "{security}"
    );
    assert_eq!(room.get("/favicon.svg").header("content-type"), "image/svg+xml");
    assert!(room.get("/favicon.svg").header("content-security-policy").contains("sandbox"));
    assert_eq!(room.get("/logo").status, 404);
}

#[test]
fn every_list_stands_in_the_index_of_feeds_and_in_opml() {
    let room = Newsroom::full();
    let (html, opml) = (room.get("/feeds").text(), room.get("/feeds.opml"));
    assert_eq!(opml.header("content-type"), "text/x-opml; charset=utf-8");
    let (opml, found) = (opml.text(), elements(&opml.text()));
    assert_eq!(html.matches(".rss\" aria-label=").count(), opml.matches("type=\"rss\"").count());
    assert!(found["outline"] > 25, "{found:?}");
    for list in LISTS {
        if list.starts_with("/country/fr") {
            continue; // It has no story yet.
        }
        assert!(html.contains(&format!("href=\"{list}/feed.rss\" aria-label")), "{list}");
        let home = if list.is_empty() { "/" } else { list.trim_end_matches("/filed") };
        let outline =
            format!("xmlUrl=\"https://ledger.example{list}/feed.rss\" htmlUrl=\"https://ledger.example{home}\"");
        assert!(opml.contains(&outline), "{list}\n{opml}");
    }
    for title in ["The whole site", "Editions", "Sectors", "Countries", "Sources", "Bylines"] {
        assert!(
            html.contains(&format!(">{title}</h2>")) && opml.contains(&format!("<outline text=\"{title}\">")),
            "{title}"
        );
    }
}
