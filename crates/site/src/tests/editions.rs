//! An edition is the house seen by one audience.

use super::fixture::{Make, Newsroom};

fn headlines(html: &str) -> Vec<String> {
    let list = html.split("<ul class=\"list\"").nth(1).and_then(|s| s.split("</ul>").next()).unwrap_or_default();
    list.split("<h2").skip(1).filter_map(|s| s.split("\">").nth(1)?.split("</a>").next()).map(str::to_owned).collect()
}

#[test]
fn an_edition_has_its_own_home_lists_menu_language_and_zone() {
    let room = Newsroom::full();
    let home = room.get("/ar").text();
    assert!(home.contains("<html lang=\"ar\" dir=\"rtl\">") && home.contains("الطبعة العربية"));
    assert!(home.contains("فرنسا تصف") && !home.contains("France calls Sahel"), "its stories and no others");
    assert!(home.contains("href=\"/ar/latest\"") && home.contains("href=\"/ar/sector/politics\""));
    assert!(!home.contains("href=\"/ar/sector/health\""), "only sectors that have stories in it");
    let andes = room.get("/andes/latest").text();
    assert_eq!(headlines(&andes).len(), 7, "health and headlines of Peru, not its business");
    assert!(!andes.contains("Port crane maker") && andes.contains("Earthquake of magnitude"));
    // 04:40 in Paris is 22:40 of the day before in Lima.
    assert!(andes.contains("2025-11-06T22:40:00-05:00"), "{andes}");
    assert_eq!(room.get("/andes/sector/headlines").status, 200);
    assert_eq!(
        headlines(&room.get("/andes/sector/headlines").text()),
        ["Earthquake of magnitude 6.1 shakes southern Peru"]
    );
    let trending = room.get("/andes/trending").text();
    assert!(trending.contains("Earthquake of magnitude") && !trending.contains("France calls"), "trending of its own");
}

#[test]
fn homes_name_each_other_and_addresses_have_one_form() {
    let room = Newsroom::full();
    let alternates = |path: &str| {
        let html = room.get(path).text();
        let links = html.split("<link rel=\"alternate\" hreflang=\"").skip(1);
        links.filter_map(|s| s.split("\">").next()).map(str::to_owned).collect::<Vec<_>>()
    };
    let expected: Vec<String> = [("x-default", ""), ("en", ""), ("ar", "ar")]
        .map(|(lang, path)| format!("{lang}\" href=\"https://ledger.example/{path}"))
        .into();
    for path in ["/", "/ar", "/andes"] {
        assert_eq!(alternates(path), expected, "{path}: of two in one language the first");
    }
    let slash = room.get("/ar/");
    assert_eq!((slash.status, slash.header("location")), (301, "/ar"));
    assert!(room.get("/ar").text().contains("<link rel=\"canonical\" href=\"https://ledger.example/ar\">"));
    for path in
        ["/ar/nothing", "/ar/article/1", "/ar/latest/x", "/ar/ar", "/ar/country/fr/feed.rss", "/andes/sector/%22"]
    {
        assert_eq!(room.get(path).status, 404, "{path}");
    }
    assert!(room.get("/latest").text().contains("<a href=\"/andes\" lang=\"en\" hreflang=\"en\">Andes edition</a>"));
    assert!(room.get("/sitemap-pages.xml").text().contains("<loc>https://ledger.example/andes/sector/health</loc>"));
}

#[test]
fn an_editions_feeds_hold_its_stories_in_its_language() {
    let room = Newsroom::full();
    for (path, items) in
        [("/ar", 1), ("/ar/latest", 1), ("/andes", 7), ("/andes/trending", 1), ("/andes/sector/health", 6)]
    {
        let feed: serde_json::Value = serde_json::from_slice(&room.get(&format!("{path}/feed.json")).bytes).unwrap();
        assert_eq!(feed["items"].as_array().unwrap().len(), items, "{path}");
        assert_eq!(feed["home_page_url"], format!("https://ledger.example{path}"));
        assert_eq!(room.get(&format!("{path}/feed.rss")).status, 200);
    }
    let feed: serde_json::Value = serde_json::from_slice(&room.get("/ar/feed.json").bytes).unwrap();
    assert_eq!(
        (feed["language"].as_str(), feed["title"].as_str()),
        (Some("ar"), Some("The Test Ledger: الطبعة العربية, آخر الأخبار"))
    );
}

#[test]
fn an_edition_without_stories_is_no_page_for_search_engines_and_its_lists_go_on() {
    let room = Newsroom::new();
    let got = room.get("/andes");
    assert!(got.status == 200 && got.text().contains("<meta name=\"robots\" content=\"noindex\">"));
    for n in 0..35 {
        let headline = format!("Story number {n} of the long list of stories");
        let make = Make { about: &["PE", "BO"], sector: "health", ago_minutes: n, picture: false, ..Make::default() };
        room.story(&Make { headline: &headline, ..make });
    }
    let html = room.get("/andes/latest").text();
    assert_eq!(headlines(&html).len(), 30);
    let next = html.split("href=\"/andes/latest?before=").nth(1).and_then(|s| s.split('"').next()).unwrap();
    let rest = room.get(&format!("/andes/latest?before={next}")).text();
    assert_eq!(headlines(&rest).len(), 5);
    assert!(rest.contains("content=\"noindex\""));
}

#[test]
fn what_the_desk_arranges_readers_find_at_once() {
    use news::{
        Lang, Sector,
        edition::{Arranged, Edition, Link},
    };
    let room = Newsroom::full();
    let menu =
        |html: &str| html.split("data-block=\"menu\"").nth(1).unwrap().split("</nav>").next().unwrap().to_owned();
    let before = room.get("/").text();
    assert!(menu(&before).contains("/sector/health") && !before.contains("Iberia"));
    assert_eq!(room.get("/iberia").status, 404);
    let edition = Edition {
        slug: "iberia".into(),
        name: "Iberia".into(),
        lang: Lang::en(),
        zone: "Europe/Lisbon".into(),
        countries: vec![],
        sectors: vec![],
    };
    let politics = Sector::new("politics").unwrap();
    let over = Arranged {
        editions: Some(vec![edition]),
        menu: Some(vec![Link { name: "Shop".into(), url: "https://shop.example/".into() }]),
        sectors: Some(vec![politics]),
    };
    room.store.write(move |c| store::arranged::set(c, &over, super::fixture::NOW)).unwrap();
    let after = room.get("/").text();
    assert!(after.contains("Iberia") && room.get("/iberia").status == 200);
    assert_eq!(room.get("/ar").status, 404, "the settings' editions are not used");
    let nav = menu(&after);
    assert!(nav.contains("https://shop.example/") && nav.contains("/sector/politics"), "{nav}");
    assert!(!nav.contains("/sector/health") && after.contains("/sector/health"), "the footer has it: {nav}");
    room.store.write(|c| store::arranged::set(c, &Arranged::default(), super::fixture::NOW)).unwrap();
    assert_eq!(room.get("/ar").status, 200);
    assert_eq!(room.get("/iberia").status, 404);
}
