//! What pages promise.

use axum::{body::Body, http::Request};
use news::{StoryId, Time, source::Treatment, stage::Stage, story::Story};

use super::fixture::{Make, NOW, Newsroom};

const STORY: &str = "/article/politics/1-france-calls-sahel-states-russian-security-contract-a-failure";

/// Every kind of page of the full newsroom.
const PAGES: [&str; 39] = [
    "/",
    "/latest",
    "/trending",
    "/shots",
    "/corrections",
    "/sources",
    "/feeds",
    "/check",
    "/countries",
    "/opinion",
    "/blog",
    "/interview",
    "/opinion/1-repair-the-pump",
    "/sector/health",
    "/sector/lifestyle",
    "/about",
    "/how-it-works",
    "/corrections-policy",
    "/ai-policy",
    "/privacy",
    "/terms",
    "/disclaimer",
    "/contact",
    STORY,
    "/article/1/evidence",
    "/no-such-page",
    "/country/fr",
    "/ar",
    "/andes",
    "/ar/latest",
    "/andes/trending",
    "/andes/sector/health",
    "/archive",
    "/archive/2025/11/07",
    "/byline/desk",
    "/byline/anneke-roelvaart",
    "/source/calwick-press",
    "/ar/about",
    "/ar/ai-policy",
];

#[test]
fn every_page_has_one_heading_no_script_no_inline_style_and_a_policy() {
    let room = Newsroom::full();
    for path in PAGES {
        let mut got = room.get(path);
        if got.status == 301 {
            got = room.get(got.header("location"));
        }
        let html = got.text();
        assert_eq!(got.status, if path == "/no-such-page" { 404 } else { 200 }, "{path}");
        assert_eq!(html.matches("<h1").count(), 1, "{path}");
        assert_eq!(
            html.matches("<script").count(),
            html.matches("<script type=\"application/ld+json\">").count(),
            "{path}"
        );
        assert_eq!(html.matches("<style").count(), 1, "{path}");
        for wrong in [" style=", " onclick=", "javascript:", "src=\"http"] {
            assert!(!html.contains(wrong), "{path} has {wrong}");
        }
        let sample = if path.starts_with("/ar/") || path == "/ar" {
            "يوم نموذجي"
        } else {
            "Sample day: every person, body"
        };
        assert!(html.contains(sample), "{path}");
        assert!(html.contains("<main id=\"main\">") && html.contains("class=\"skip\""), "{path}");
        let policy = got.header("content-security-policy");
        assert!(
            policy.starts_with("default-src 'none'; style-src 'sha256-") && policy.contains("frame-ancestors 'none'"),
            "{path}: {policy}"
        );
        assert_eq!(got.header("x-content-type-options"), "nosniff");
        assert!(!html.contains("{{") && !html.contains("{}"), "{path} has an unfilled word");
    }
}

#[test]
fn no_link_of_any_page_is_dead() {
    let room = Newsroom::full();
    let mut seen: Vec<String> = PAGES.iter().map(|p| (*p).to_owned()).collect();
    let mut next = 0;
    while next < seen.len() {
        let path = seen[next].clone();
        next += 1;
        let html = room.get(&path).text();
        for link in html.split("href=\"").chain(html.split("src=\"")).skip(1).filter_map(|s| s.split('"').next()) {
            let link = link.split('#').next().unwrap_or_default().replace("&amp;", "&");
            let link = link.strip_prefix("https://ledger.example").unwrap_or(&link).to_owned();
            if link.starts_with('/') && !seen.contains(&link) {
                let status = room.get(&link).status;
                assert!([200, 301].contains(&status), "{link} on {path} answers {status}");
                seen.push(link);
            }
        }
    }
    assert!(seen.len() > 60, "{}", seen.len());
}

#[test]
fn the_article_has_every_block() {
    let room = Newsroom::full();
    let html = room.get(STORY).text();
    let label = html.find("Written by software from the sources below; not reviewed by an editor").unwrap();
    assert!(label < html.find("<h1").unwrap(), "the label stands above the headline");
    for block in [
        "<b><a href=\"/byline/desk\">The Test Ledger desk</a></b><span>Paris</span>",
        "Updated: <time datetime=\"2025-11-07T07:30:00+01:00\">7 November 2025, 07:30 CET</time>",
        "Created: <time",
        "Responsible editor: <a href=\"mailto:editor@ledger.example\">Ines Valcourt</a>",
        "<span class=\"pl burnt\" aria-hidden=\"true\">Drawn by software</span><figcaption>Drawn by software.</figcaption>",
        "<dt>Filed from:</dt>",
        "<dt>About:</dt>",
        "href=\"#s1\"",
        "id=\"s1\"",
        "<blockquote lang=\"en\"",
        "(With reports from Calwick Press)",
        ">Sources</h2>",
        "Update history",
        "This story rests on one source.",
        "Try to fool it",
        "<textarea",
        ">Related</h2>",
        ">Trending</h2>",
        "Opinion, blog, interview",
        ">Shots</h2>",
        ">Latest</h2>",
        "Connect with us on",
        "LinkedIn",
        ">RSS</a>",
        ">Sectors</h2>",
        "desk@ledger.example",
        "<bdi class=\"nb\">+33 1 99 00 12 34</bdi>",
        ">Disclaimer</a>",
        ">Terms of use</a>",
        ">Privacy policy</a>",
        "© 2025 <bdi>Ledger Society</bdi>",
        "<meta name=\"ai-disclosure\" content=\"procedural\">",
        "\"@type\":\"NewsArticle\"",
        "og:image",
        "/article/1/document",
        "AlgorithmicMediaDigitalSource",
        "\"isBasedOn\":[\"https://agency.example/reports/77404\"]",
    ] {
        assert!(html.contains(block), "{block}\n{html}");
    }
    assert!(
        html.matches("\"@type\":\"Person\",\"name\":\"Ines Valcourt\"").count() == 1 || html.contains("\"editor\":{")
    );
}

#[test]
fn a_page_of_600_words_is_14_kilobytes_packed() {
    let room = Newsroom::full();
    // Words that do not repeat, so that packing is not flattered.
    let mut seed = 7_u64;
    let mut word = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let letters = "etaoinshrdlucmfwypvbgk".as_bytes();
        (0..3 + (seed >> 60) % 6).map(|i| letters[((seed >> (i * 7)) % 22) as usize] as char).collect::<String>()
    };
    let mut sentence = || {
        let words: Vec<String> = (0..18).map(|_| word()).collect();
        format!("The {}.", words.join(" "))
    };
    let paragraphs: Vec<String> = (0..6).map(|_| format!("{} {}", sentence(), sentence())).collect();
    let paragraphs: Vec<&str> = paragraphs.iter().map(String::as_str).collect();
    let id = room.story(&Make {
        headline: "A long story of two hundred words in six paragraphs",
        paragraphs: &paragraphs,
        ..Make::default()
    });
    let path = room.get(&format!("/article/politics/{id}")).header("location").to_owned();
    let request = Request::get(&path).header("accept-encoding", "gzip").body(Body::empty()).unwrap();
    let got = room.ask(request);
    assert_eq!(got.header("content-encoding"), "gzip");
    assert!(got.bytes.len() <= 14 * 1024, "{} bytes packed", got.bytes.len());
}

#[test]
fn a_wrong_sector_or_slug_redirects_and_an_unpublished_story_is_unknown() {
    let room = Newsroom::full();
    for path in ["/article/1", "/article/health/1-france", "/article/politics/1", "/article/politics/1-x%22%3E"] {
        let got = room.get(path);
        assert_eq!((got.status, got.header("location")), (301, STORY), "{path}");
    }
    room.change(StoryId(1), |s| Story { stage: Stage::Held, ..s });
    let held = room.get(STORY);
    assert_eq!(held.status, 404);
    assert!(!held.text().contains("Sahel state"), "a held story leaks");
    assert_eq!(room.get("/article/politics/999-x").status, 404);
    assert_eq!(room.get("/article/politics/x").status, 404);
    assert_eq!(room.get("/article/1/document").status, 404);
}

#[test]
fn a_killed_story_answers_410_with_the_notice_and_none_of_its_words() {
    let room = Newsroom::full();
    let picture = room
        .get(STORY)
        .text()
        .split("src=\"/picture/")
        .nth(1)
        .and_then(|s| s.split('"').next())
        .map(|s| format!("/picture/{s}"))
        .unwrap();
    let shown = room.get(&picture);
    assert_eq!((shown.status, shown.header("cache-control")), (200, "no-cache"));
    let etag = shown.header("etag").to_owned();
    let asked = Request::get(&picture).header("if-none-match", &etag).body(Body::empty()).unwrap();
    assert_eq!(room.ask(asked).status, 304);
    room.change(StoryId(1), |s| Story {
        stage: Stage::Killed,
        kill_notice: "Withdrawn: the agency withdrew its report.".into(),
        ..s
    });
    for path in
        [STORY, "/article/politics/1-anything", "/article/1/document", "/article/1/evidence", "/article/1/revision/1"]
    {
        let got = room.get(path);
        assert_eq!(got.status, 410, "{path}");
        let html = got.text();
        assert!(html.contains("Withdrawn: the agency withdrew its report."));
        for word in ["Sahel", "Maubrac", "security-contract", "France calls"] {
            assert!(!html.contains(word), "{path} still says {word}");
        }
    }
    assert_eq!(room.get(&picture).status, 404, "its picture is gone");
    let asked = Request::get(&picture).header("if-none-match", &etag).body(Body::empty()).unwrap();
    assert_eq!(room.ask(asked).status, 404, "from readers' own caches too");
    for list in ["/", "/latest", "/trending", "/shots", "/feed.rss", "/sitemap-0.xml", "/news-sitemap.xml"] {
        assert!(!room.get(list).text().contains("France calls Sahel"), "{list} still names it");
    }
}

#[test]
fn a_reader_who_has_the_page_gets_304_until_something_is_published() {
    let room = Newsroom::full();
    let etag = room.get("/").header("etag").to_owned();
    let again = |etag: &str| room.ask(Request::get("/").header("if-none-match", etag).body(Body::empty()).unwrap());
    let got = again(&etag);
    assert_eq!((got.status, got.bytes.len()), (304, 0));
    assert_eq!(got.header("etag"), etag);
    room.story(&Make {
        headline: "Something new has happened in the capital today",
        ago_minutes: 1,
        ..Make::default()
    });
    assert_eq!(again(&etag).status, 200);
    let head = room.ask(Request::head("/").body(Body::empty()).unwrap());
    assert_eq!((head.status, head.bytes.len()), (200, 0));
    assert!(head.header("content-length").parse::<usize>().unwrap() > 1000);
    assert_eq!(room.ask(Request::delete("/").body(Body::empty()).unwrap()).status, 405);
}

#[test]
fn hostile_words_stay_words() {
    let room = Newsroom::new();
    let hostile = "</script><img src=x onerror=alert(1)> \"'><b>{{7*7}}";
    room.story(&Make {
        headline: hostile,
        place: "<i>Paris</i>",
        paragraphs: &["<script>alert(1)</script> said so.", "]]> &amp; more."],
        ..Make::default()
    });
    let path = room.get("/article/politics/1").header("location").to_owned();
    for page in [path.as_str(), "/", "/latest", "/shots", "/feed.rss", "/feed.atom", "/article/1/evidence"] {
        let html = room.get(page).text();
        for wrong in ["<img src=x", "<script>alert", "<i>Paris", "<b>{{"] {
            assert!(!html.contains(wrong), "{page} lets {wrong} through");
        }
    }
}

#[test]
fn no_page_shows_more_words_of_a_source_than_its_licence() {
    let room = Newsroom::new();
    let none = room.source("Silent Agency", Treatment::Rewrite, 0);
    let few = room.source("Sparing Agency", Treatment::Rewrite, 12);
    room.story(&Make { source: none, ..Make::default() });
    room.story(&Make { source: few, ..Make::default() });
    let html = room.get(STORY).text();
    assert!(!html.contains("<blockquote") && html.contains("allows a link only"));
    let path = STORY.replace("/1-", "/2-");
    let html = room.get(&path).text();
    let shown: usize = html
        .split("<blockquote")
        .skip(1)
        .map(|b| b.split('>').nth(1).unwrap().split('<').next().unwrap())
        .collect::<std::collections::BTreeSet<_>>()
        .iter()
        .map(|q| q.replace(['…', '“', '”'], "").split_whitespace().count())
        .sum();
    assert!((1..=12).contains(&shown), "{shown} words");
    let feed = room.get("/feed.json").text();
    let feed: serde_json::Value = serde_json::from_str(&feed).unwrap();
    let summary = |n: usize| feed["items"][n]["summary"].as_str().unwrap().replace('…', "").split_whitespace().count();
    let mut counts = [summary(0), summary(1)];
    counts.sort_unstable();
    assert_eq!(counts, [0, 12]);
    let document: serde_json::Value = serde_json::from_str(&room.get("/article/1/document").text()).unwrap();
    assert_eq!(document["sentences"][0]["citations"][0]["words"], "");
}

#[test]
fn the_document_is_stable() {
    let room = Newsroom::full();
    let first = room.get("/article/1/document").bytes;
    room.now.store(NOW.ms() + Time::HOUR_MS, std::sync::atomic::Ordering::Relaxed);
    assert_eq!(room.get("/article/1/document").bytes, first);
    let document: serde_json::Value = serde_json::from_slice(&first).unwrap();
    assert_eq!(document["label"]["involvement"], "procedural");
    assert_eq!(document["revision"]["sha256"].as_str().unwrap().len(), 64);
    assert!(document["sentences"].as_array().unwrap().len() > 8);
}

#[test]
fn an_arabic_story_is_arabic_from_end_to_end() {
    let room = Newsroom::full();
    let path = room.get("/article/politics/11").header("location").to_owned();
    let html = room.get(&path).text();
    assert!(html.contains("<html lang=\"ar\" dir=\"rtl\">"));
    for words in ["كتبه برنامج من المصادر أدناه", "أُرسل من", "المصادر", "يوم نموذجي", "نوفمبر 2025، "]
    {
        assert!(html.contains(words), "{words}");
    }
    assert!(html.contains("lang=\"en\" dir=\"ltr\""), "English headlines in the rail say so");
    assert!(
        html.contains("data-block=\"shots\""),
        "the rail has a shot, in another language if there is no Arabic one"
    );
    assert!(room.get("/").text().contains("lang=\"ar\" dir=\"rtl\""));
}

#[test]
fn reading_is_counted_and_asking_for_the_head_is_not() {
    let room = Newsroom::full();
    room.get(STORY);
    room.get(STORY);
    room.get("/");
    let bot = Request::get(STORY).header("user-agent", "Googlebot/2.1").body(Body::empty()).unwrap();
    room.ask(bot);
    room.ask(Request::head(STORY).header("user-agent", "Mozilla/5.0").body(Body::empty()).unwrap());
    assert_eq!(room.views.drain(), vec![(StoryId(1), 2)]);
}

#[test]
fn an_empty_newsroom_has_a_front_page() {
    let room = Newsroom::new();
    let got = room.get("/");
    assert_eq!(got.status, 200);
    assert!(got.text().contains("Nothing has been published yet."));
    for path in [
        "/latest",
        "/trending",
        "/shots",
        "/corrections",
        "/countries",
        "/feed.rss",
        "/sitemap.xml",
        "/news-sitemap.xml",
    ] {
        assert_eq!(room.get(path).status, 200, "{path}");
    }
}

#[test]
fn lists_go_on_behind_a_link_until_they_end() {
    let room = Newsroom::new();
    for n in 0..65 {
        let headline = format!("Story number {n} of the long list of stories");
        room.story(&Make { headline: &headline, ago_minutes: n, picture: false, ..Make::default() });
    }
    let (mut path, mut found) = ("/sector/politics".to_owned(), std::collections::BTreeSet::new());
    for _ in 0..3 {
        let html = room.get(&path).text();
        let list = html.split("<ul class=\"list\"").nth(1).unwrap().split("</ul>").next().unwrap();
        found.extend(list.split("Story number ").skip(1).filter_map(|s| s.split(' ').next()).map(str::to_owned));
        match html
            .split("rel=\"next\"")
            .next()
            .and_then(|s| s.rsplit("href=\"").next())
            .filter(|_| html.contains("rel=\"next\""))
        {
            Some(next) => path = next.split('"').next().unwrap().to_owned(),
            None => break,
        }
    }
    assert_eq!(found.len(), 65);
}

#[test]
fn agency_copy_as_sent_is_not_said_to_be_written_by_software() {
    let room = Newsroom::new();
    let source = room.source("Plain Agency", Treatment::PassThrough, 500);
    let id = room.story(&Make { source, ..Make::default() });
    let path = room.get(&format!("/article/politics/{id}")).header("location").to_owned();
    let html = room.get(&path).text();
    assert!(html.contains("Agency copy as sent, with a summary picked by software; not reviewed by an editor"));
    assert!(!html.contains("Written by software from the sources below"));
    for list in ["/latest", "/feed.rss", "/feed.json"] {
        let text = room.get(list).text();
        assert!(text.contains("Agency copy") && !text.contains("Written by software"), "{list}");
    }
}

#[test]
fn a_country_is_crossed_with_the_sectors_of_its_stories() {
    let room = Newsroom::full();
    let index = room.get("/countries").text();
    let slug = index.split("href=\"/country/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let mut found = 0;
    for (sector, ..) in news::sector::DEFAULT {
        let page = room.get(&format!("/country/{slug}/{sector}"));
        let feed = room.get(&format!("/country/{slug}/{sector}/feed.rss"));
        assert_eq!(page.status, feed.status, "{sector}");
        assert!(page.status == 200 || page.status == 404, "{sector}: {}", page.status);
        found += usize::from(page.status == 200);
    }
    assert!(found > 0, "no sector of {slug} has a page");
    assert_eq!(room.get(&format!("/country/{slug}/no%20sector")).status, 404);
    assert_eq!(room.get("/country/atlantis/politics").status, 404);
}

#[test]
fn an_address_of_no_page_leads_where_the_desk_lets_it() {
    let room = Newsroom::full();
    assert_eq!(room.get("/2019/05/library").status, 404);
    let redirect = store::redirect::Redirect {
        path: "/2019/05/library".into(),
        target: "/latest".into(),
        who: "Ida".into(),
        at: NOW,
    };
    room.store.write(move |c| store::redirect::put(c, &redirect)).unwrap();
    let led = room.get("/2019/05/library");
    assert_eq!((led.status, led.header("location")), (301, "/latest"), "the page that said there is none is void");
    // What has a page, or was withdrawn, is taken by none.
    let shadow = store::redirect::Redirect { path: "/sources".into(), target: "/".into(), who: "Ida".into(), at: NOW };
    room.store.write(move |c| store::redirect::put(c, &shadow)).unwrap();
    assert_eq!(room.get("/sources").status, 200);
    room.store.write(|c| store::redirect::drop(c, "/2019/05/library", NOW)).unwrap();
    assert_eq!(room.get("/2019/05/library").status, 404);
}

#[test]
fn a_page_names_its_kind_and_the_people_beside_the_desk() {
    let room = Newsroom::new();
    let id = room.story(&Make::default());
    room.change(id, |s| Story { byline: "Jo <Bell>".into(), genre: news::story::Genre::Analysis, ..s });
    let page = room.get(&room.url(id)).text();
    assert!(page.contains("<span>With Jo &#60;Bell&#62;</span>") && page.contains("<span>Analysis</span>"), "{page}");
    assert!(page.contains("\"@type\":\"AnalysisNewsArticle\"") && page.contains("Jo \\u003cBell\\u003e"), "{page}");
}
