//! An archive holds everything that a page shows, and all of it agrees.

use std::{path::Path, sync::Arc};

use anyhow::Result;
use axum::{body::Body, http::Request};
use bench::archive::{self, Order};
use http_body_util::BodyExt;
use news::{Time, stage::Stage, verdict::Part};
use store::Store;
use tower::ServiceExt;

const STORIES: usize = 200;

fn now() -> Time {
    Time(1_790_000_000_000)
}

fn fill(home: &Path) -> Result<Store> {
    let order = Order { stories: STORIES, home: home.to_owned(), database: None, seed: 5, now: now() };
    let filled = archive::fill(&order)?;
    assert!(filled.reports > STORIES && filled.bytes > 100_000);
    Ok(Store::open(home)?)
}

fn ask(store: &Store, path: &str) -> Result<(u16, String)> {
    let checker = Arc::new(dateline::checker::HouseChecker { zone: "UTC".into() });
    let views = Arc::new(site::ViewCounter::default());
    let house = Arc::new(site::House::default());
    let router = site::Site::new(house, store.clone(), Arc::new(now), checker, views)?.router();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let response = router.oneshot(Request::get(path).body(Body::empty())?).await?;
        let status = response.status().as_u16();
        let body = response.into_body().collect().await?.to_bytes();
        Ok((status, String::from_utf8(body.to_vec())?))
    })
}

#[test]
fn every_part_of_every_story_is_there_and_every_citation_holds() {
    let home = tempfile::tempdir().unwrap();
    let store = fill(home.path()).unwrap();
    let stories = store.read(|c| store::story::recent(c, None, STORIES + 1)).unwrap();
    assert_eq!(stories.len(), STORIES);
    let mut lengths = Vec::new();
    for story in stories.iter().filter(|s| s.stage == Stage::Published) {
        let (revisions, reports) = store
            .read(|c| Ok((store::revision::published(c, story.id)?, store::report::of_story(c, story.id, now())?)))
            .unwrap();
        assert!(!reports.is_empty() && reports.len() <= 4 && story.updated.is_some_and(|t| t <= now()));
        for revision in revisions {
            let revision = store.read(|c| store::revision::by_id(c, revision.id)).unwrap().unwrap();
            let draft = &revision.draft;
            let words = |s: &str| text::word::count(s);
            assert!((5..=12).contains(&words(&draft.headline)), "{}", draft.headline);
            assert!((38..=52).contains(&words(&draft.summary)), "{} {}", words(&draft.summary), draft.summary);
            let body: usize = draft.paragraphs.iter().map(|p| words(p)).sum();
            assert!((73..=166).contains(&body), "{body} {:?}", draft.paragraphs);
            lengths.push(body);
            for sentence in &revision.sentences {
                let part = match sentence.part {
                    Part::Headline => &draft.headline,
                    Part::Summary => &draft.summary,
                    Part::Body(n) => &draft.paragraphs[n],
                };
                let citation = &sentence.citations[0];
                let source = store.read(|c| store::report::text(c, citation.text_hash)).unwrap().unwrap();
                assert_eq!(part.get(sentence.range.clone()).unwrap(), source.get(citation.range.clone()).unwrap());
            }
        }
    }
    lengths.sort_unstable();
    let median = lengths[lengths.len() / 2];
    assert!((104..=124).contains(&median), "median body of {median} words");
}

#[test]
fn the_real_site_shows_it() {
    let home = tempfile::tempdir().unwrap();
    let store = fill(home.path()).unwrap();
    let stories = store.read(|c| store::story::recent(c, Some(Stage::Published), 30)).unwrap();
    let story = stories.iter().find(|s| s.lang == news::Lang::en() && s.picture.is_some()).unwrap();
    let (status, page) = ask(&store, &format!("/article/{}/{}-{}", story.sector, story.id, story.slug)).unwrap();
    assert_eq!(status, 200);
    for part in [story.headline.as_str(), "<details", "Meridian", "</html>"] {
        assert!(page.contains(part), "{part}");
    }
    for path in [
        "/",
        &format!("/sector/{}", story.sector),
        "/latest",
        "/feed.rss",
        "/feed.json",
        "/sitemap-0.xml",
        "/countries",
    ] {
        let (status, page) = ask(&store, path).unwrap();
        assert!(status == 200 && page.len() > 300, "{path}: {status}");
    }
    let (_, home) = ask(&store, "/").unwrap();
    assert!(stories.iter().take(5).any(|s| home.contains(&s.slug)));
    let picture = story.picture.as_ref().unwrap();
    let name: String = picture.blob.hex().chars().take(16).collect();
    assert_eq!(ask(&store, &format!("/picture/{}-{name}.svg", story.id)).unwrap().0, 200);
}

#[test]
fn the_same_seed_at_the_same_moment_gives_the_same_stories() {
    let (one, two) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let told = |store: Store| {
        let stories = store.read(|c| store::story::recent(c, None, STORIES)).unwrap();
        stories.iter().map(|s| format!("{:?}", s)).collect::<Vec<_>>()
    };
    assert_eq!(told(fill(one.path()).unwrap()), told(fill(two.path()).unwrap()));
}
