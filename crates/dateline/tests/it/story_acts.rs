//! Acts on stories, addresses and pieces from a terminal, each with a name and a reason in the log.

use std::{path::Path, process::Command};

use desk::act::{self, Order};
use news::{Country, PieceId, StoryId, source::Treatment, stage::Stage, story::Genre};
use store::Store;
use testkit::{FeedServer, TestNewsroom};

use crate::{now, one_event::rss};

const FERRY: (&str, &str, &str) = (
    "ferry",
    "Skelby to open a second ferry, harbour master says",
    "<p>LISBON, Nov 23 (PVW) - The port of Skelby will open a second ferry from Thursday, harbour master Tove Lind said on \
     Monday.</p><p>The crossing takes 40 minutes, Lind told reporters.</p>",
);
const BARLEY: (&str, &str, &str) = (
    "barley",
    "Seed bank sends barley to island farms",
    "<p>OSLO, Nov 23 (PVW) - The seed bank of Ossendale sent 312 kinds of barley to island farms on Monday, director Ruvim Askel \
     said.</p><p>Farmers will sow them in spring, Askel told reporters.</p>",
);

/// A newsroom in a folder with one held story.
struct Terminal {
    folder: tempfile::TempDir,
    story: StoryId,
}

fn run(folder: &Path, args: &[&str]) -> (Option<i32>, String) {
    let done = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(args)
        .args(["--home", "room"])
        .current_dir(folder)
        .env_remove("DATELINE_HOME")
        .env("USER", "ida")
        .output()
        .unwrap();
    (done.status.code(), [done.stdout, done.stderr].map(|said| String::from_utf8_lossy(&said).into_owned()).concat())
}

impl Terminal {
    fn new() -> Self {
        let (folder, server) = (tempfile::tempdir().unwrap(), FeedServer::start().unwrap());
        server.set("/feed.xml", 200, "application/rss+xml", &rss(&[FERRY]));
        let done = Command::new(env!("CARGO_BIN_EXE_dateline"))
            .args(["init", "room", "--allow-private", &server.url("/feed.xml")])
            .current_dir(folder.path())
            .output()
            .unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        let settings = folder.path().join("room/dateline.toml");
        let text = std::fs::read_to_string(&settings).unwrap().replace("zone = \"UTC\"", "zone = \"Europe/Paris\"");
        std::fs::write(&settings, text).unwrap();
        let (code, said) = run(folder.path(), &["wire", "pull", "--once"]);
        assert_eq!(code, Some(0), "{said}");
        let (_, list) = run(folder.path(), &["story", "list", "--json"]);
        let story: serde_json::Value = serde_json::from_str(list.lines().next().unwrap()).unwrap();
        let story = StoryId(story["id"].as_i64().unwrap());
        Self { folder, story }
    }

    fn run(&self, args: &[&str]) -> (Option<i32>, String) {
        run(self.folder.path(), args)
    }

    /// `story ACT NUMBER --reason "a test" MORE`, done.
    fn story(&self, act: &str, more: &[&str]) -> String {
        let (code, said) = self.try_story(act, more);
        assert_eq!(code, Some(0), "{act}: {said}");
        said
    }

    fn try_story(&self, act: &str, more: &[&str]) -> (Option<i32>, String) {
        let id = self.story.to_string();
        self.run(&[&["story", act, &id, "--reason", "a test"][..], more].concat())
    }

    fn store(&self) -> Store {
        Store::open(&self.folder.path().join("room")).unwrap()
    }

    fn stored(&self) -> news::story::Story {
        self.store().read(|c| store::story::by_id(c, self.story)).unwrap().unwrap()
    }
}

#[test]
fn a_story_goes_from_hand_to_hand_and_out_at_its_time() {
    let room = Terminal::new();
    room.story("claim", &["--who", "Ida Okafor"]);
    assert_eq!(room.store().read(|c| store::claim::of_story(c, room.story)).unwrap().as_deref(), Some("Ida Okafor"));
    room.story("release", &[]);
    assert_eq!(room.store().read(|c| store::claim::of_story(c, room.story)).unwrap(), None);
    room.story("submit", &[]);
    assert_eq!(room.stored().stage, Stage::Review);
    let (code, said) = room.try_story("submit", &[]);
    assert!(code == Some(1) && said.contains("in review already"), "{said}");
    room.story("send-back", &[]);
    assert_eq!(room.stored().stage, Stage::Drafted);

    let said = room.story("schedule", &["--at", "2099-12-24T06:00"]);
    assert!(said.contains("scheduled for 2099-12-24 06:00 (Europe/Paris)"), "{said}");
    let at = |room: &Terminal| room.store().read(|c| store::schedule::of_story(c, room.story)).unwrap().unwrap();
    let first = at(&room);
    assert_eq!((room.stored().stage, first.who.as_str()), (Stage::Scheduled, "ida"));
    room.story("schedule", &["--at", "2099-12-24T05:00:00Z"]);
    assert_eq!(at(&room).at, first.at, "the same moment");
    let (code, said) = room.try_story("schedule", &["--at", "2001-01-01T06:00"]);
    assert!(code == Some(1) && said.contains("that time is over"), "{said}");
    let (code, said) = room.try_story("schedule", &["--at", "tomorrow"]);
    assert!(code == Some(2) && said.contains("a day with a time"), "{said}");

    let log = room.store().read(|c| store::log::of(c, "story", room.story.0)).unwrap();
    for done in ["claim", "release", "submit", "send back", "schedule"] {
        let kept = log.iter().find(|e| e.act == done).unwrap();
        assert_eq!(kept.reason, "a test", "{done}");
    }
    let (code, said) = room.run(&["story", "release", "999", "--reason", "a test"]);
    assert!(code == Some(1) && said.contains("there is no story 999"), "{said}");
    let number = room.story.to_string();
    assert_eq!(room.run(&["story", "claim", &number]).0, Some(2), "no reason, no act");
    assert_eq!(room.run(&["story", "review", &number, "--reason", "x"]).0, Some(2), "no review from a terminal");
}

#[test]
fn a_story_gets_its_particulars() {
    let room = Terminal::new();
    let (code, said) = room.try_story("tag", &[]);
    assert!(code == Some(1) && said.contains("say what is to be set"), "{said}");
    room.story("tag", &["--place", "Skelby", "--filed-from", "no", "--byline", "Joss Pellinger"]);
    let story = room.stored();
    assert_eq!((story.dateline_place.as_str(), story.filed_from), ("Skelby", Country::new("NO")));
    assert_eq!(story.byline, "Joss Pellinger");
    // The country stays when the place alone is said.
    room.story("tag", &["--place", "Ossen", "--byline", "", "--genre", "explainer", "--slug", "A second ferry!"]);
    let story = room.stored();
    assert_eq!((story.dateline_place.as_str(), story.filed_from), ("Ossen", Country::new("NO")));
    assert_eq!((story.byline.as_str(), story.genre, story.slug.as_str()), ("", Genre::Explainer, "a-second-ferry"));
    room.story("tag", &["--filed-from", "none"]);
    assert_eq!(room.stored().filed_from, None);

    room.story("tag", &["--embargo", "2099-12-24T06:00"]);
    assert!(room.stored().embargo.is_some());
    let (code, said) = room.try_story("publish", &[]);
    assert!(code == Some(1) && said.contains("embargo until 24 December 2099, 05:00 UTC"), "{said}");
    room.story("tag", &["--no-embargo"]);
    assert_eq!(room.stored().embargo, None);
    let both = ["--no-embargo", "--embargo", "2099-12-24T06:00"];
    for wrong in [&["--filed-from", "QQ"][..], &["--genre", "poem"], &["--embargo", "2099-12-24"], &both] {
        assert_eq!(room.try_story("tag", wrong).0, Some(2), "{wrong:?}");
    }
}

#[test]
fn an_address_leads_elsewhere_until_that_is_taken_back() {
    let room = Terminal::new();
    let story = room.story.to_string();
    let why = ["--reason", "as the old site had it", "--who", "Ida Okafor"];
    let redirect = |args: &[&str]| room.run(&[&["redirect"][..], args, &why[..]].concat());
    let (code, said) = redirect(&["put", "/2019/05/ferry", &story]);
    assert_eq!(code, Some(0), "{said}");
    let led = |room: &Terminal| room.store().read(|c| store::redirect::of_path(c, "/2019/05/ferry")).unwrap();
    assert_eq!(led(&room), Some(format!("/article/{story}")));
    for (address, target, said) in [
        ("https://elsewhere.example/", "/latest", "begins with a slash"),
        ("/desk/in", "/latest", "lead nowhere else"),
        ("/old", "999", "there is no story 999"),
        ("/old", "/2019/05/ferry", "leads on in its turn"),
    ] {
        let (code, words) = redirect(&["put", address, target]);
        assert!(code == Some(1) && words.contains(said), "{address}: {words}");
    }
    let (_, list) = room.run(&["redirect", "list"]);
    assert!(list.contains("/2019/05/ferry") && list.contains("Ida Okafor"), "{list}");
    assert_eq!(redirect(&["drop", "/2019/05/ferry"]).0, Some(0));
    assert_eq!((led(&room), redirect(&["drop", "/2019/05/ferry"]).0), (None, Some(1)));
    let log = room.store().read(|c| store::log::of(c, "redirect", 0)).unwrap();
    assert!(log.len() == 2 && log.iter().all(|e| e.who == "Ida Okafor" && e.reason.contains("as the old site")));
}

#[test]
fn a_piece_is_withdrawn_once() {
    let room = Terminal::new();
    let file = "+++\ntitle = \"On rivers\"\nkind = \"blog\"\nbyline = \"Ann\"\nsector = \"other\"\ndate = 2025-11-06T09:00:00Z\n\
        language = \"en\"\nsummary = \"They rise.\"\n+++\nText.\n";
    std::fs::write(room.folder.path().join("rivers.md"), file).unwrap();
    let (code, said) = room.run(&["piece", "add", "rivers.md"]);
    assert_eq!(code, Some(0), "{said}");
    let id = said.strip_prefix("piece ").and_then(|rest| rest.split(':').next()).unwrap().to_owned();
    let withdraw = || room.run(&["piece", "withdraw", &id, "--reason", "not hers", "--who", "Bo"]);
    let (code, said) = withdraw();
    assert_eq!(code, Some(0), "{said}");
    let number: PieceId = id.parse().unwrap();
    let gone = room.store().read(|c| store::piece::withdrawn(c, number)).unwrap().unwrap();
    assert_eq!((gone.by.as_str(), gone.why.as_str(), gone.was_seen), ("Bo", "not hers", true));
    let log = room.store().read(|c| store::log::of(c, "piece", number.0)).unwrap();
    let last = log.last().unwrap();
    let why = "“On rivers” by Ann: not hers (text ";
    assert!(last.act == "withdraw" && last.reason.starts_with(why), "{}", last.reason);
    let (code, said) = withdraw();
    assert!(code == Some(1) && said.contains("withdrawn before"), "{said}");
}

#[test]
fn a_page_that_readers_have_is_not_merged_into_one_that_they_cannot_have() {
    let newsroom = TestNewsroom::new(now()).unwrap();
    let wire = newsroom.source("one", Treatment::Rewrite, 250).unwrap();
    newsroom.take(wire, &rss(&[FERRY, BARLEY]), now()).unwrap();
    let (ferry, barley) = (newsroom.story_of("ferry").unwrap().unwrap(), newsroom.story_of("barley").unwrap().unwrap());
    let hold = Order::new(barley, "Ida", "to be looked at").unwrap();
    newsroom.act(now(), move |c| act::hold(c, &hold, now())).unwrap();
    let merge = |from: StoryId, into: StoryId| {
        let order = Order::new(from, "Ida", "one event").unwrap();
        newsroom.act(now(), move |c| act::merge(c, &order, into, now()))
    };
    let refused = merge(ferry, barley).unwrap_err();
    assert!(refused.to_string().contains(&format!("cannot have story {barley} yet")), "{refused}");
    assert_eq!(newsroom.story(ferry).unwrap().0.stage, Stage::Published);
    merge(barley, ferry).unwrap();
    assert_eq!(newsroom.story(barley).unwrap().0.stage, Stage::Merged);
}
