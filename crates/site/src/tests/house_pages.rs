//! Pages about the house: generated, or the operator's own.

use news::Lang;

use super::fixture::{Newsroom, house};
use crate::{House, HousePage};

fn own(name: &str, lang: &str, title: &str, markdown: &str) -> HousePage {
    HousePage { name: name.into(), lang: Lang::new(lang), title: title.into(), markdown: markdown.into() }
}

#[test]
fn an_own_page_stands_in_place_of_the_generated_one_and_new_ones_join_the_footer() {
    let pages = vec![
        own("about", "en", "Who we *are*", "Led by {responsible_editor}, {email}.\n\n<script>alert(1)</script>\n"),
        own("ethics", "en", "Our ethics", "# One\n\nWe take no gifts."),
        own("ethics", "ar", "أخلاقياتنا", "لا نقبل الهدايا."),
    ];
    let room = Newsroom::of(House { pages, ..house() });
    let about = room.get("/about").text();
    for words in [
        "<h1>Who we *are*</h1>",
        "Led by <a href=\"mailto:editor@ledger.example\">Ines Valcourt</a>, <a href=\"mailto:desk@ledger.example\">",
        "&lt;script&gt;alert(1)",
        "\"@type\":\"AboutPage\"",
        "<li><a href=\"/ethics\">Our ethics</a></li>",
    ] {
        assert!(about.contains(words), "{words}\n{about}");
    }
    assert!(!about.contains("We take reports from"), "nothing of the generated page is left");
    let ethics = room.get("/ethics").text();
    assert!(ethics.contains("<h1>Our ethics</h1>") && ethics.contains("<h2>One</h2>"));
    let arabic = room.get("/ar/ethics").text();
    assert!(arabic.contains("<html lang=\"ar\" dir=\"rtl\">") && arabic.contains("لا نقبل الهدايا."));
    assert!(arabic.contains("<link rel=\"canonical\" href=\"https://ledger.example/ar/ethics\">"));
    assert!(arabic.contains("<a href=\"/ar/ethics\">أخلاقياتنا</a>") && arabic.contains("href=\"/ar/privacy\""));
    // What the house wrote itself is not contradicted by what was written for it, in whatever language.
    let about = room.get("/ar/about").text();
    assert!(about.contains("Who we *are*") && about.contains("<html lang=\"en\""));
    assert!(about.contains("<link rel=\"canonical\" href=\"https://ledger.example/about\">"));
    let map = room.get("/sitemap-pages.xml").text();
    for path in ["/ethics", "/ar/ethics", "/ar/privacy", "/about"] {
        assert!(map.contains(&format!("<loc>https://ledger.example{path}</loc>")), "{path}");
    }
    assert!(!map.contains("/ar/about<") && !map.contains("/andes/about<"));
    assert!(room.get("/").text().contains("\"ethicsPolicy\":\"https://ledger.example/ethics\""));
    assert_eq!(room.get("/nothing").status, 404);
}

#[test]
fn generated_pages_leave_out_what_the_settings_leave_empty() {
    let room = Newsroom::of(House::default());
    for name in crate::PAGE_NAMES {
        let html = room.get(&format!("/{name}")).text();
        let main = html.split("<main id=\"main\">").nth(1).and_then(|s| s.split("</main>").next()).unwrap();
        assert!(!main.contains(['{', '}']), "{name}: {main}");
        assert!(!main.contains("<li></li>") && !main.contains(": </li>"), "{name}: {main}");
        assert_eq!(main.matches("<h1").count(), 1);
    }
    assert!(
        !room.get("/about").text().contains("Who answers for it")
            && !room.get("/privacy").text().contains("Who is responsible")
    );
    let room = Newsroom::full();
    assert!(room.get("/about").text().contains("<strong>This is a sample day.</strong>"));
    assert!(room.get("/ar/how-it-works").text().contains("<h1>كيف يُعَدّ الخبر ويُفحص</h1>"));
    let story = room.get("/article/politics/11").header("location").to_owned();
    assert!(room.get(&story).text().contains("<a href=\"/ar/how-it-works\">ماذا يعني هذا</a>"));
}

#[test]
fn the_house_says_that_a_model_words_its_stories_exactly_where_one_does() {
    for lang in ["en", "fr", "ar", "hi"].map(Lang::new) {
        let w = crate::words::of(&lang);
        let page = |name: &str, model: bool| {
            let page = crate::house_page::generated(name, &lang).unwrap();
            crate::house_page::fill(&page.markdown, &House { model, ..house() })
        };
        let (with, without) = (page("how-it-works", true), page("how-it-works", false));
        assert!(with.contains(w.label_model) && with.contains(w.label_software), "{lang}: {with}");
        assert!(without.contains(w.label_software) && !without.contains(w.label_model), "{lang}");
        // The policy has one row on drafting either way, and names AI in it only where there is a model.
        let (with, without) = (page("ai-policy", true), page("ai-policy", false));
        assert_eq!(with.lines().count(), without.lines().count(), "{lang}");
        let rows = with.lines().filter(|line| line.starts_with('|') && line.contains("AI") || line.contains("(IA)"));
        assert_eq!(rows.count(), 1, "{lang}: {with}");
        assert!(!without.contains(" AI ") && !without.contains("(IA)"), "{lang}: {without}");
    }
}
