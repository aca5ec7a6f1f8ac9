//! An embargoed, withheld or cancelled item never leaks to page, feed, card, sitemap; a kill takes down what came from it.

use std::collections::{BTreeMap, VecDeque};

use news::{Time, source::Treatment, stage::Stage};
use testkit::{Page, TestNewsroom};

use super::logged;
use crate::now;

/// Pages asked for at most: the whole of these small sites is fewer.
const MOST_PAGES: usize = 600;
/// Where a crawl begins: what readers, feed readers and search engines know without a link.
const KNOWN: [&str; 12] = [
    "/",
    "/latest",
    "/trending",
    "/shots",
    "/corrections",
    "/sources",
    "/countries",
    "/feeds",
    "/sitemap.xml",
    "/news-sitemap.xml",
    "/robots.txt",
    "/feed.rss",
];

fn item(guid: &str, version: u32, extra: &str, place: &str) -> Vec<u8> {
    format!(
        r#"{{"uri":"{guid}","type":"text","version":"{version}","versionCreated":"2026-11-23T08:00:00Z",{extra}"language":"en",
        "headlines":[{{"value":"Harbour of {place} to close for a week, mayor of Lisbon says"}}],"located":"Lisbon",
        "bodies":[{{"contentType":"text/plain","value":"The harbour of {place} will close for a week from Monday, the mayor of Lisbon said on Friday.\n\nSome 240 boats must leave the basin of {place} by Sunday evening, the mayor told reporters.\n\nThe work in {place} costs 3.1 million euros, the council said."}}]}}"#
    )
    .replace('\n', "\\n")
    .replace(",\\n", ",\n")
    .into_bytes()
}

/// Every page that can be reached, by its address. Whoever follows links and asks what machines ask finds no more.
fn crawl(newsroom: &TestNewsroom, more: &[String]) -> BTreeMap<String, Page> {
    let mut waiting: VecDeque<String> = KNOWN.iter().map(|p| (*p).to_owned()).chain(more.iter().cloned()).collect();
    let mut found = BTreeMap::new();
    while let Some(path) = waiting.pop_front() {
        if found.contains_key(&path) || found.len() >= MOST_PAGES {
            continue;
        }
        let page = newsroom.get(&path).unwrap();
        waiting.extend(links(&page));
        found.insert(path, page);
    }
    assert!(found.len() < MOST_PAGES, "the crawl was cut off");
    found
}

/// The addresses of this site in a page, a feed or a header.
fn links(page: &Page) -> Vec<String> {
    let base = site::House::default().base_url;
    let headers = page.headers.iter().map(|(_, v)| v.as_str());
    let words = headers.chain([page.body.as_str()]).flat_map(|t| t.split(['"', '\'', '<', '>', ' ', ',', '\n', '\\']));
    let path = |w: &str| {
        let w = w.replace("&amp;", "&").replace("&#38;", "&");
        let w = w.strip_prefix(base.as_str()).unwrap_or(&w).to_owned();
        (w.starts_with('/') && !w.starts_with("//")).then(|| w.split('#').next().unwrap_or_default().to_owned())
    };
    words.filter_map(path).filter(|p| !p.is_empty()).collect()
}

/// A newsroom whose stories search engines may have, so that they stand in its sitemaps.
fn indexed() -> TestNewsroom {
    let mut newsroom = TestNewsroom::new(now()).unwrap();
    std::sync::Arc::get_mut(&mut newsroom.room).unwrap().house.index_single_source = true;
    newsroom
}

#[track_caller]
fn nowhere(pages: &BTreeMap<String, Page>, word: &str) {
    for (path, page) in pages {
        // What a reader put into an address is not told back either.
        assert!(!page.body.contains(word), "{word} stands on {path}");
        assert!(!page.headers.iter().any(|(_, v)| v.contains(word)), "{word} stands in a header of {path}");
    }
}

#[test]
fn what_may_not_go_out_stands_nowhere() {
    let mut newsroom = indexed();
    newsroom.may_wait = 1;
    let source = newsroom.source("wire", Treatment::Rewrite, 250).unwrap();
    let (_, log) = logged(|| {
        newsroom.take(source, &item("u:1", 1, "", "Porto Velmo"), now()).unwrap();
        newsroom
            .take(source, &item("u:2", 1, r#""embargoedUntil":"2026-11-24T18:00:00Z","#, "Zanzuela"), now())
            .unwrap();
        newsroom.take(source, &item("u:3", 1, r#""pubStatus":"withheld","#, "Brakwater"), now()).unwrap();
        newsroom.take(source, &item("u:4", 1, r#""pubStatus":"canceled","#, "Quorvane"), now()).unwrap();
        newsroom
            .take(source, &item("u:5", 1, r#""edNote":"EMBARGO until the minister has spoken","#, "Hesselby"), now())
            .unwrap();
    });
    assert!(log.is_empty(), "none of it is a failure: {log:?}");
    let pages = crawl(&newsroom, &(1..9).map(|n| format!("/article/{n}/document")).collect::<Vec<_>>());
    assert!(
        pages["/"].body.contains("Velmo") && pages["/sitemap-0.xml"].body.contains("velmo"),
        "what may go out is out"
    );
    assert!(pages.len() > 20, "{:?}", pages.keys());
    ["Zanzuela", "Brakwater", "Quorvane", "Hesselby", "zanzuela", "brakwater", "quorvane", "hesselby"]
        .iter()
        .for_each(|w| nowhere(&pages, w));
}

#[test]
fn a_kill_takes_down_all_that_came_of_it() {
    let newsroom = indexed();
    let source = newsroom.source("wire", Treatment::Rewrite, 250).unwrap();
    newsroom.take(source, &item("u:1", 1, "", "Zanzuela"), now()).unwrap();
    newsroom.take(source, &item("u:2", 1, "", "Porto Velmo"), now().plus_ms(Time::MINUTE_MS)).unwrap();
    let id = newsroom.story_of("u:1").unwrap().unwrap();
    let own: Vec<String> =
        ["document", "evidence", "revision/1", "try"].iter().map(|p| format!("/article/{id}/{p}")).collect();
    let before = crawl(&newsroom, &own);
    let telling: Vec<&String> =
        before.iter().filter(|(_, p)| p.body.contains("Zanzuela")).map(|(path, _)| path).collect();
    for list in ["/", "/latest", "/feed.rss", "/sitemap-0.xml"] {
        assert!(
            before[list].body.to_lowercase().contains("zanzuela"),
            "{list} did not tell of it: the test shows nothing"
        );
    }
    let related = before.iter().any(|(path, p)| path.contains("porto-velmo") && p.body.contains("Zanzuela"));
    assert!(related, "the other page does not tell of it: {telling:?}");
    let pictures: Vec<&String> = before.keys().filter(|p| p.starts_with(&format!("/picture/{id}-"))).collect();
    assert!(!pictures.is_empty(), "it had no picture: {:?}", before.keys());

    newsroom.take(source, &item("u:1", 2, r#""pubStatus":"canceled","#, "Zanzuela"), now()).unwrap();
    assert_eq!(newsroom.story(id).unwrap().0.stage, Stage::Killed);
    let after = crawl(&newsroom, &before.keys().cloned().collect::<Vec<_>>());
    nowhere(&after, "Zanzuela");
    for path in before.keys().filter(|p| p.contains(&format!("/{id}-")) && p.starts_with("/article/")) {
        assert_eq!(after[path].status, 410, "{path}");
    }
    for picture in pictures {
        assert!(matches!(after[picture].status, 404 | 410), "{picture}: {}", after[picture].status);
    }
    for page in own {
        assert!(matches!(after[&page].status, 301 | 404 | 410), "{page}: {}", after[&page].status);
    }
    let form = newsroom.post(&format!("/article/{id}/try"), "text=Some+240+boats").unwrap();
    assert!(form.status >= 400 && !form.body.contains("Zanzuela"), "{}", form.status);
    assert!(after["/"].body.contains("Velmo"), "the rest stays");
}
