//! By the command line, while the newsroom is served and written to.

use std::{
    process::Command,
    sync::atomic::{AtomicBool, Ordering},
    time::{Duration, Instant},
};

use store::Store;
use testkit::FeedServer;

use super::{back_up, names, newsroom, restore, take};
use crate::bad_input::{item, message, rss, run, served::Served, settings};

#[test]
fn what_was_acknowledged_before_is_in_it_however_much_is_written_meanwhile() {
    let (home, other) = (newsroom(), tempfile::tempdir().unwrap());
    let (store, stop) = (Store::open(home.path()).unwrap(), AtomicBool::new(false));
    let acted = |id: news::StoryId| {
        let order = desk::act::Order::new(id, "Ana", "a court order").unwrap();
        desk::transaction(&store, move |c| desk::act::kill(c, &order, "Withdrawn.", crate::now())).unwrap();
    };
    std::thread::scope(|scope| {
        let writer = scope.spawn(|| {
            let (mut n, mut longest) = (10, Duration::ZERO);
            while !stop.load(Ordering::Relaxed) {
                let began = Instant::now();
                let report = take(&store, n, if n % 7 == 0 { 120_000 } else { 10 });
                desk::step::attach::attach(&store, &Default::default(), &Default::default(), report, crate::now())
                    .unwrap();
                if let Some(story) = store.read(|c| store::story::of_report(c, report)).unwrap().filter(|_| n % 5 == 0)
                {
                    acted(story);
                }
                longest = longest.max(began.elapsed());
                n += 1;
            }
            (n, longest)
        });
        for round in 0..4 {
            std::thread::sleep(Duration::from_millis(150));
            let before = store.read(|c| store::report::recent(c, None, 100_000)).unwrap();
            let killed = store.read(|c| store::story::recent(c, Some(news::stage::Stage::Killed), 100_000)).unwrap();
            let file = other.path().join(format!("{round}.tar"));
            back_up(home.path(), &file).unwrap();
            let to = other.path().join(format!("{round}-home"));
            restore(&file, &to).unwrap();
            let after = Store::open(&to).unwrap();
            assert_eq!(after.check().unwrap(), Vec::<String>::new());
            for report in before {
                let kept = after.read(|c| store::report::by_id(c, report.id)).unwrap();
                assert_eq!(kept.map(|r| r.report.guid), Some(report.report.guid), "round {round}");
                assert!(after.blob(report.raw_hash).unwrap().is_some(), "round {round}: its bytes");
            }
            for story in killed {
                let kept = after.read(|c| store::story::by_id(c, story.id)).unwrap().unwrap();
                assert_eq!(kept.stage, news::stage::Stage::Killed, "round {round}: a kill came back to life");
            }
        }
        stop.store(true, Ordering::Relaxed);
        let (n, longest) = writer.join().unwrap();
        assert!(n > 30, "only {n} reports were written");
        assert!(longest < Duration::from_secs(3), "a write waited {longest:?}");
    });
}

#[test]
fn the_restored_pages_are_those_that_were_served() {
    let (folder, server) = (tempfile::tempdir().unwrap(), FeedServer::start().unwrap());
    let items: String = ["Porto Velmo", "Monte Alvar", "Kirvany"].iter().map(|p| item(p, p)).collect();
    server.set("/feed.xml", 200, "application/rss+xml", rss("Wire", &items).as_bytes());
    std::fs::create_dir(folder.path().join("room")).unwrap();
    let home = folder.path().join("room");
    std::fs::write(home.join("dateline.toml"), settings(true, &[("wire", &server.url("/feed.xml"))])).unwrap();
    let served = Served::start(&home);
    served.until("three stories are out", 20, |s| s.get("/feed.json").1.matches("\"date_published\"").count() == 3);
    let made = run(&["backup", "all.tgz", "--home", "room", "--log-format", "json"], folder.path());
    assert_eq!((made.code, made.err.as_str()), (Some(0), ""), "{}", made.out);
    assert!(made.out.contains("databases") && made.out.contains("read back and right"), "{}", made.out);
    let checked = run(&["backup", "--check", "all.tgz"], folder.path());
    assert_eq!(checked.code, Some(0), "{}", checked.err);
    let in_use = run(&["restore", "all.tgz", "--home", "room", "--force"], folder.path());
    assert_eq!(in_use.code, Some(1));
    assert!(in_use.err.contains("another Dateline serves"), "{}", in_use.err);
    let restored = run(&["restore", "all.tgz", "--home", "other"], folder.path());
    assert_eq!((restored.code, restored.err.as_str()), (Some(0), ""), "{}", restored.out);
    assert!(restored.out.contains("dateline serve --home"), "{}", restored.out);
    let again = Served::start(&folder.path().join("other"));
    let mut paths: Vec<String> =
        ["/", "/latest", "/feed.rss", "/feed.json", "/sitemap.xml", "/corrections"].map(String::from).into();
    for id in 1..=3 {
        paths.extend(["document", "evidence"].map(|p| format!("/article/{id}/{p}")));
        let (_, document) = served.get(&format!("/article/{id}/document"));
        assert!(document.contains("Library of"), "{document}");
    }
    for path in paths {
        let (before, after) = (served.get(&path), again.get(&path));
        assert_eq!((before.0, after.0), (200, 200), "{path}");
        assert!(before.1 == after.1, "{path} differs:\n{}\n---\n{}", before.1, after.1);
    }
    assert!(served.log().is_empty() && again.log().is_empty(), "{} {}", served.text(), again.text());
    assert_eq!(names(folder.path()), ["all.tgz", "other", "room"]);
}

#[test]
fn a_full_disk_leaves_no_half_archive_and_says_what_to_do() {
    let folder = newsroom();
    let small = tempfile::tempdir().unwrap();
    let mount = Command::new("mount").args(["-t", "tmpfs", "-o", "size=300k", "tmpfs"]).arg(small.path()).output();
    if !mount.is_ok_and(|o| o.status.success()) {
        eprintln!("skipped: a small disk cannot be mounted here; root can");
        return;
    }
    let file = small.path().join("all.tar");
    let made = run(&["backup", &file.to_string_lossy(), "--log-format", "json"], folder.path());
    let left = names(small.path());
    let home = small.path().join("home");
    let other = folder.path().join("all.tar");
    back_up(folder.path(), &other).unwrap();
    let restored = run(
        &["restore", &other.to_string_lossy(), "--home", &home.to_string_lossy(), "--log-format", "json"],
        folder.path(),
    );
    let left_then = names(small.path());
    Command::new("umount").arg("-l").arg(small.path()).output().unwrap();
    for said in [&made, &restored] {
        assert_eq!(said.code, Some(1), "{}", said.out);
        let log = said.log();
        assert_eq!(log.len(), 1, "{log:?}");
        let words = message(&log[0]);
        assert!(
            words.contains("is full") && words.contains("Free some space") && words.contains("othing was"),
            "{words}"
        );
    }
    assert_eq!((left, left_then), (Vec::<String>::new(), Vec::<String>::new()));
}

#[test]
fn a_newsroom_on_postgresql_goes_into_the_same_archive_and_back_to_either() {
    let (Some(from), Some(to)) = (testkit::Postgres::start().unwrap(), testkit::Postgres::start().unwrap()) else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let room = folder.path().join("room");
    std::fs::create_dir(&room).unwrap();
    std::fs::write(room.join("dateline.toml"), format!("[store]\ndatabase = \"{}\"\n", from.url())).unwrap();
    let served = Served::start(&room);
    let store = from.store().unwrap();
    for n in 0..3 {
        take(&store, n, if n == 1 { 150_000 } else { 10 });
    }
    let made = run(&["backup", "all.tar", "--home", "room"], folder.path());
    assert_eq!(made.code, Some(0), "{}", made.err);
    drop(served);
    let counts = |s: &Store| s.read(store::backup::counts).unwrap()["report"];
    let own = run(&["restore", "all.tar", "--home", "own"], folder.path());
    assert_eq!(own.code, Some(0), "{}", own.err);
    assert!(own.out.contains("restored to this folder, but store.database"), "{}", own.out);
    assert_eq!(counts(&Store::open(&folder.path().join("own")).unwrap()), 3);
    let shared = run(&["restore", "all.tar", "--home", "shared", "--database", to.url()], folder.path());
    assert_eq!(shared.code, Some(0), "{}", shared.err);
    assert_eq!(names(&folder.path().join("shared")), ["dateline.toml"]);
    let after = to.store().unwrap();
    assert_eq!(counts(&after), 3);
    for report in store.read(|c| store::report::recent(c, None, 10)).unwrap() {
        assert_eq!(after.blob(report.raw_hash).unwrap(), store.blob(report.raw_hash).unwrap());
    }
    let again = run(&["restore", "all.tar", "--home", "again", "--database", to.url()], folder.path());
    assert_eq!(again.code, Some(1), "a database that has something in it is not written into");
    assert!(!folder.path().join("again").exists(), "{}", again.err);
}

#[test]
fn what_is_no_newsroom_and_a_database_that_is_away_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let none = run(&["backup", "all.tar"], folder.path());
    assert_eq!(none.code, Some(2));
    assert!(none.err.contains("is no newsroom"), "{}", none.err);
    let away = "[store]\ndatabase = \"postgres://desk:hunter2@127.0.0.1:9/news\"\n";
    std::fs::write(folder.path().join("dateline.toml"), away).unwrap();
    let other = run(&["backup", "all.tar", "--log-format", "json"], folder.path());
    assert_eq!(other.code, Some(1));
    assert_eq!(other.log().len(), 1, "{}", other.err);
    assert!(other.err.contains("does not answer") && !other.err.contains("hunter2"), "{}", other.err);
    assert_eq!(names(folder.path()), ["dateline.toml"]);
}
