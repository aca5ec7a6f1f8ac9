//! Killed at any moment: nothing acknowledged is lost, nothing is published twice.

use std::{collections::BTreeMap, time::Duration};

use store::Store;
use testkit::FeedServer;

use super::{item, rss, served::Served, settings};

const PLACES: [&str; 24] = [
    "Porto Velmo",
    "Monte Alvar",
    "Kirvany",
    "Osthaven",
    "Lundmark",
    "Brelova",
    "Quintaro",
    "Sandrey",
    "Tollmere",
    "Varnstad",
    "Wexcombe",
    "Yarrowby",
    "Zellhorn",
    "Ardmoor",
    "Bexley Cross",
    "Cantabra",
    "Drumlin",
    "Elverum Bay",
    "Fontanar",
    "Grenholm",
    "Halvar",
    "Istrana",
    "Jorvale",
    "Kestrel Point",
];
const ROUNDS: u64 = 6;

#[test]
fn a_newsroom_killed_again_and_again_publishes_everything_once() {
    let server = FeedServer::start().unwrap();
    let items: String = PLACES.iter().enumerate().map(|(n, place)| item(&format!("g-{n}"), place)).collect();
    server.set("/feed.xml", 200, "application/rss+xml", rss("Wire", &items).as_bytes());
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("dateline.toml"), settings(true, &[("wire", &server.url("/feed.xml"))])).unwrap();
    let mut acknowledged = BTreeMap::<String, i64>::new();
    for round in 0..ROUNDS {
        let served = Served::start(folder.path());
        // Moments spread without a pattern, the same in every run.
        std::thread::sleep(Duration::from_millis(80 + ((round * 0x9e37_79b9) >> 3) % 400));
        served.kill();
        let store = Store::open(folder.path()).unwrap();
        assert_eq!(store.check().unwrap(), Vec::<String>::new(), "round {round}");
        let now = reports(&store);
        acknowledged.iter().for_each(|(guid, id)| assert_eq!(now.get(guid), Some(id), "round {round}: {guid} is lost"));
        acknowledged = now;
    }
    let served = Served::start(folder.path());
    let store = Store::open(folder.path()).unwrap();
    let waiting = || store.read(store::job::waiting).unwrap();
    // One job always waits: the next question to the feed.
    served.until("all is worked through", 60, |_| waiting() <= 1 && reports(&store).len() == PLACES.len());
    let stories = store.read(|c| store::story::recent(c, None, 1000)).unwrap();
    assert_eq!(stories.len(), PLACES.len(), "a page an event");
    for story in stories {
        assert_eq!(story.stage, news::stage::Stage::Published, "{}: {}", story.headline, story.held_reason);
        let log = store.read(|c| store::log::of(c, "story", story.id.0)).unwrap();
        assert_eq!(log.iter().filter(|e| e.act == "publish").count(), 1, "{log:?}");
    }
    let changes = store.read(|c| store::change::after(c, 0, 10_000)).unwrap();
    let out = changes.iter().filter(|c| c.what == "publish").count();
    assert_eq!(out, PLACES.len(), "nothing is published twice: {changes:?}");
    assert!(served.log().is_empty(), "{}", served.text());
}

fn reports(store: &Store) -> BTreeMap<String, i64> {
    let all = store.read(|c| store::report::recent(c, None, 1000)).unwrap();
    all.into_iter().map(|r| (r.report.guid, r.id.0)).collect()
}
