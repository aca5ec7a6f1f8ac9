//! Every outlet that a machine's text stands on says so at first exposure, and the list of outlets is complete: an address that
//! the site's map has and this list has not fails here.

use news::{
    disclosure::{Review, Signed},
    stage::Stage,
};
use testkit::TestNewsroom;

use crate::now;

/// The map of the site.
const MAP: &str = include_str!("../../../site/src/pages.rs");

/// What an outlet shows of stories.
enum Shows {
    /// Machine-made words of a story, at this address: the label stands there.
    Story(&'static str),
    /// None, and why.
    Nothing(&'static str),
}

use Shows::{Nothing, Story};

/// By what answers in the map. `ID`, `SECTOR`, `COUNTRY`, `DAY` are the story's.
const OUTLETS: [(&str, Shows); 31] = [
    ("front::page", Story("/")),
    ("article::short", Nothing("leads to the article")),
    ("document::page", Story("/article/ID/document")),
    ("evidence::page", Story("/article/ID/evidence")),
    ("revision::page", Story("/article/ID/revision/1")),
    ("article::page", Story("/article/SECTOR/ID-SLUG")),
    ("sector::page", Story("/sector/SECTOR")),
    ("country::page", Story("/country/COUNTRY")),
    ("country::crossed", Story("/country/COUNTRY/SECTOR")),
    ("country::index", Nothing("counts only")),
    ("latest::page", Story("/latest")),
    ("trending::page", Story("/trending")),
    ("shots::page", Story("/shots")),
    ("name::page", Story("/name/NAME")),
    ("thread::page", Nothing("headlines of a running story, which the sample day has none of")),
    ("corrections::page", Nothing("the notes of corrections")),
    ("sources::page", Nothing("agencies")),
    ("source::page", Story("/source/SOURCE")),
    ("byline::page", Story("/byline/desk")),
    ("archive::newest", Nothing("leads to a day")),
    ("archive::year", Nothing("a calendar")),
    ("archive::month", Nothing("leads to a year")),
    ("archive::day", Story("/archive/DAY")),
    ("feeds::page", Nothing("addresses of feeds")),
    ("feeds::opml", Nothing("addresses of feeds")),
    ("check::form", Nothing("a form")),
    ("picture::page", Nothing("a picture: what says there that AI made it is tested in `outlet_pictures.rs`")),
    ("sitemap::page", Nothing("addresses for machines")),
    ("feed::page", Story("/feed.rss")),
    ("piece::list", Nothing("people's own work; its pictures are tested in `outlet_pictures.rs`")),
    ("plain::page", Nothing("pages about the house")),
];

/// What answers in the map, each once.
fn answers() -> Vec<String> {
    let calls = MAP.lines().filter_map(|line| line.split_once("=> ")).filter_map(|(_, call)| call.split_once('('));
    let own = ["picture::logo", "picture::favicon", "robots::page", "security_txt::page", "piece::page"];
    let mut all: Vec<String> = calls
        .map(|(call, _)| call.trim().to_owned())
        .filter(|c| c.contains("::") && !own.contains(&c.as_str()))
        .collect();
    all.retain(|c| !c.starts_with("Err") && !c.starts_with("Failure"));
    all.sort();
    all.dedup();
    all
}

#[test]
fn the_label_stands_on_every_outlet_until_a_person_has_reviewed() {
    let known: Vec<&str> = OUTLETS.iter().map(|(call, _)| *call).collect();
    let unknown: Vec<String> = answers().into_iter().filter(|c| !known.contains(&c.as_str())).collect();
    assert!(unknown.is_empty(), "{unknown:?} may show stories and are not in this list: say what they show");
    let mut newsroom = TestNewsroom::sample(now()).unwrap();
    newsroom.may_wait = 1;
    let stories = newsroom.store().read(|c| store::story::recent(c, Some(Stage::Published), 100)).unwrap();
    let english = |s: &&news::story::Story| s.lang.primary() == "en" && !s.about.is_empty();
    let story = stories.iter().filter(english).max_by_key(|s| s.updated).unwrap();
    let revision = newsroom.story(story.id).unwrap().1;
    let day = jiff::Timestamp::from_millisecond(story.first_published.unwrap().ms()).unwrap();
    let day = day.to_zoned(jiff::tz::TimeZone::get("UTC").unwrap()).strftime("%Y/%m/%d").to_string();
    let source = newsroom.store().read(|c| store::report::of_story(c, story.id, now())).unwrap()[0].source;
    let source = newsroom.store().read(|c| store::source::by_id(c, source)).unwrap().unwrap().terms.slug;
    let fill = |path: &str| {
        path.replace("ID", &story.id.to_string())
            .replace("SLUG", &story.slug)
            .replace("SECTOR", story.sector.slug())
            .replace("COUNTRY", text::place::country_slug(story.about[0]))
            .replace("DAY", &day)
            .replace("SOURCE", &source)
    };
    let article = newsroom.get(&fill("/article/SECTOR/ID-SLUG")).unwrap().body;
    let name = article.split("href=\"/name/").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
    for (call, shows) in &OUTLETS {
        let path = match shows {
            Story(path) if path.contains("NAME") && name.is_empty() => continue,
            Story(path) => fill(path).replace("NAME", name),
            Nothing(why) => {
                assert!(!why.is_empty());
                continue;
            }
        };
        let page = newsroom.get(&path).unwrap();
        assert_eq!(page.status, 200, "{call} {path}");
        let label = page.body.to_lowercase().find("by software").or_else(|| page.body.find("Agency copy"));
        let words = page.body.find(&revision.draft.headline.replace('\'', "&#39;"));
        assert!(label.is_some(), "{call} {path} has no label");
        assert!(
            words.is_some() || call.starts_with("trending"),
            "{call} {path} does not show the story: choose another address"
        );
    }
    // A person's review of this very revision is named in its place.
    let review = Review {
        who: "Ida Okafor".into(),
        role: "editor".into(),
        competence: "economics".into(),
        at: now(),
        revision: revision.hash,
        facts_checked: true,
        sources_checked: true,
        signed: Signed::WithSecondFactor,
        changes: String::new(),
        responsible: "Rosa Linden".into(),
        contact: "https://ledger.example/contact".into(),
        scope: String::new(),
    };
    let order = desk::act::Order::new(story.id, "Ida Okafor", "read").unwrap();
    newsroom.act(now(), move |c| desk::act::review(c, &order, news::PersonId(1), &review, now())).unwrap();
    let article = newsroom.get(&fill("/article/SECTOR/ID-SLUG")).unwrap().body;
    assert!(article.contains("facts and sources checked by Ida Okafor"), "{article}");
    let document = newsroom.get(&fill("/article/ID/document")).unwrap().body;
    assert!(document.contains("\"reviewed_by_editor\": true"), "{document}");
}
