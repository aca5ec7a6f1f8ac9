//! The sample day against what is expected of it.

use std::collections::BTreeMap;

use news::{StoryId, stage::Stage};
use serde::Deserialize;
use testkit::TestNewsroom;

use crate::now;

#[derive(Deserialize)]
struct Expected {
    event: Vec<Event>,
    apart: Vec<Apart>,
}

#[derive(Deserialize)]
struct Event {
    name: String,
    guids: Vec<String>,
    language: String,
    sector: String,
    filed_from: String,
    about: Vec<String>,
    sensitive: bool,
    fate: String,
    #[serde(default)]
    words: Vec<String>,
}

#[derive(Deserialize)]
struct Apart {
    events: Vec<String>,
}

fn expected() -> Expected {
    toml::from_str(include_str!("../../../../fixtures/newsday/expected.toml")).unwrap()
}

/// The sample day; its one embargoed report waits.
fn sample() -> TestNewsroom {
    let mut newsroom = TestNewsroom::sample(now()).unwrap();
    newsroom.may_wait = 1;
    newsroom
}

fn stories(newsroom: &TestNewsroom, event: &Event) -> Vec<StoryId> {
    let mut ids: Vec<StoryId> = event.guids.iter().filter_map(|g| newsroom.story_of(g).unwrap()).collect();
    ids.sort();
    ids.dedup();
    ids
}

#[test]
fn every_event_has_its_page_and_only_its_own_reports() {
    let (newsroom, expected) = (sample(), expected());
    let mut owner: BTreeMap<StoryId, &str> = BTreeMap::new();
    let mut split = Vec::new();
    let mut wrong = Vec::new();
    for event in expected.event.iter().filter(|e| e.fate != "embargoed") {
        let ids = stories(&newsroom, event);
        if ids.len() != 1 {
            split.push(format!("{}: {ids:?}", event.name));
        }
        for id in ids {
            if let Some(other) = owner.insert(id, &event.name) {
                wrong.push(format!("{other} and {} share a page", event.name));
            }
            let (story, _) = newsroom.story(id).unwrap();
            let stage = if event.fate == "killed" { Stage::Killed } else { Stage::Published };
            if story.stage != stage {
                wrong.push(format!("{}: {} ({})", event.name, story.stage.word(), story.held_reason));
            }
            if story.lang.primary() != event.language {
                wrong.push(format!("{}: language {}", event.name, story.lang));
            }
            if event.fate == "killed" {
                continue;
            }
            if story.sector.slug() != event.sector {
                wrong.push(format!("{}: sector {} ({})", event.name, story.sector, story.sector_reason));
            }
            let filed = story.filed_from.map(|c| c.code().to_owned()).unwrap_or_default();
            if filed != event.filed_from {
                wrong.push(format!("{}: filed from {filed}", event.name));
            }
            let about: Vec<&str> = story.about.iter().map(|c| c.code()).collect();
            if !event.about.iter().all(|c| about.contains(&c.as_str())) {
                wrong.push(format!("{}: about {about:?}, not {:?}", event.name, event.about));
            }
            if event.sensitive && !story.sensitive {
                wrong.push(format!("{}: not marked as sensitive", event.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(split.is_empty(), "split: {}", split.join("\n"));
    for pair in &expected.apart {
        let of = |name: &str| stories(&newsroom, expected.event.iter().find(|e| e.name == name).unwrap());
        assert!(
            of(&pair.events[0]).iter().all(|id| !of(&pair.events[1]).contains(id)),
            "{:?} are one page",
            pair.events
        );
    }
}

#[test]
fn embargoed_and_killed_words_stand_on_no_page() {
    let (newsroom, expected) = (sample(), expected());
    let mut paths: Vec<String> = [
        "/",
        "/latest",
        "/trending",
        "/shots",
        "/feed.rss",
        "/feed.atom",
        "/feed.json",
        "/sitemap.xml",
        "/news-sitemap.xml",
        "/sector/business",
        "/sector/health",
        "/country/poland",
        "/country/switzerland",
        "/corrections",
        "/countries",
        "/sector/business/feed.rss",
        "/trending/feed.json",
        "/corrections/feed.atom",
    ]
    .map(String::from)
    .to_vec();
    for event in &expected.event {
        for id in stories(&newsroom, event) {
            let (story, _) = newsroom.story(id).unwrap();
            paths.push(format!("/article/{}/{id}-{}", story.sector, percent(&story.slug)));
            paths.push(format!("/article/{id}/document"));
        }
    }
    let words: Vec<&String> = expected.event.iter().flat_map(|e| &e.words).collect();
    assert!(words.len() >= 6);
    for path in paths {
        let page = newsroom.get(&path).unwrap();
        for word in &words {
            assert!(!page.body.contains(word.as_str()), "{word} stands on {path}");
            assert!(
                !page.headers.iter().any(|(_, v)| v.contains(word.as_str())),
                "{word} stands in a header of {path}"
            );
        }
    }
}

fn percent(slug: &str) -> String {
    slug.bytes()
        .map(|b| if b.is_ascii_alphanumeric() || b == b'-' { (b as char).to_string() } else { format!("%{b:02X}") })
        .collect()
}

#[test]
fn the_killed_page_is_gone_and_the_corrected_one_says_so() {
    let (newsroom, expected) = (sample(), expected());
    let of = |fate: &str| expected.event.iter().find(|e| e.fate == fate).unwrap();
    let killed = stories(&newsroom, of("killed"))[0];
    assert_eq!(newsroom.get(&format!("/article/business/{killed}-anything")).unwrap().status, 410);
    let corrected = stories(&newsroom, of("corrected"))[0];
    let (story, revision) = newsroom.story(corrected).unwrap();
    let notes = newsroom.store().read(|c| store::correction::of_story(c, corrected)).unwrap();
    assert_eq!(notes.len(), 1, "{notes:?}");
    assert!(notes[0].note.contains("1.8 billion") && notes[0].note.contains("1.08 billion"), "{}", notes[0].note);
    let page = newsroom.get(&format!("/article/{}/{corrected}-{}", story.sector, story.slug)).unwrap();
    assert_eq!(page.status, 200);
    assert!(page.body.contains("1.08 billion"), "the corrected figure stands on the page");
    assert!(!revision.draft.paragraphs.join(" ").contains("1.8 billion"));
}

#[test]
fn drafts_have_the_length_and_shape_of_a_news_page() {
    let newsroom = sample();
    let stories = newsroom.store().read(|c| store::story::recent(c, Some(Stage::Published), 100)).unwrap();
    let mut out = String::new();
    let (mut good_summaries, mut good_headlines) = (0, 0);
    for story in &stories {
        let (_, revision) = newsroom.story(story.id).unwrap();
        let draft = &revision.draft;
        let (headline, summary) = (text::word::count(&draft.headline), text::word::count(&draft.summary));
        good_headlines += usize::from((6..=12).contains(&headline));
        good_summaries += usize::from((38..=52).contains(&summary));
        assert!((1..=6).contains(&draft.paragraphs.len()), "{}: {} paragraphs", story.headline, draft.paragraphs.len());
        out.push_str(&format!("{headline:>2} {summary:>2} {} {}\n", draft.paragraphs.len(), draft.headline));
    }
    assert!(good_headlines * 10 >= stories.len() * 8, "headlines of 6 to 12 words:\n{out}");
    assert!(good_summaries * 10 >= stories.len() * 8, "summaries of 40 to 50 words:\n{out}");
}
