//! Newsrooms on PostgreSQL: one, and several processes' worth of them on one database.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::Path,
    process::{Child, ChildStdout, Command, Output, Stdio},
    time::{Duration, Instant},
};

use dateline::sample::Sample;
use news::{StoryId, stage::Stage};
use testkit::{FeedServer, Postgres, TestNewsroom};

use crate::now;

/// The sample day done by one room.
fn alone(newsroom: &mut TestNewsroom) {
    Sample::new(now()).unwrap().run(&newsroom.room, |_| ()).unwrap();
    newsroom.may_wait = 1;
}

#[test]
fn the_sample_day_has_the_same_pages_on_postgresql() {
    let Some(database) = Postgres::start().unwrap() else { return };
    let mut shared = TestNewsroom::on(now(), database.store().unwrap()).unwrap();
    alone(&mut shared);
    let mut own = TestNewsroom::sample(now()).unwrap();
    own.may_wait = 1;
    let stories = own.store().read(|c| store::story::recent(c, Some(Stage::Published), 3)).unwrap();
    let mut paths = vec!["/".to_owned(), "/sources".into(), "/countries".into(), "/feed.atom".into()];
    paths.extend(stories.iter().map(|s| format!("/article/{}/{}-{}", s.sector, s.id, s.slug)));
    for path in paths {
        let (one, two) = (own.get(&path).unwrap(), shared.get(&path).unwrap());
        assert_eq!((one.status, one.body == two.body), (two.status, true), "{path} differs");
    }
}

/// The reports of each page, by guid, with the page's stage.
fn pages(newsroom: &TestNewsroom) -> BTreeSet<(Vec<String>, &'static str)> {
    let mut pages: BTreeMap<StoryId, Vec<String>> = BTreeMap::new();
    for report in newsroom.store().read(|c| store::report::recent(c, None, 10_000)).unwrap() {
        let story = newsroom.store().read(|c| store::story::of_report(c, report.id)).unwrap();
        if let Some(story) = story {
            pages.entry(story).or_default().push(report.report.guid);
        }
    }
    let stage = |id| newsroom.story(id).unwrap().0.stage.word();
    let sorted = |mut guids: Vec<String>| {
        guids.sort();
        guids
    };
    pages.into_iter().map(|(id, guids)| (sorted(guids), stage(id))).collect()
}

#[test]
fn rooms_that_work_together_make_the_pages_that_one_makes() {
    let Some(database) = Postgres::start().unwrap() else { return };
    let mut rooms = [0; 2].map(|_| TestNewsroom::on(now(), database.store().unwrap()).unwrap());
    let work = |at: news::Time| {
        let due = |store: &store::Store| store.read(store::job::next_due).unwrap().is_some_and(|due| due <= at);
        std::thread::scope(|threads| {
            for newsroom in rooms.iter().chain(&rooms) {
                // A turn that finds nothing may find another's job done a moment later.
                threads.spawn(move || {
                    while due(newsroom.store()) {
                        newsroom.room.until_idle(at).unwrap();
                    }
                });
            }
        });
        Ok(())
    };
    Sample::new(now()).unwrap().run_by(rooms[0].store(), work, |_| ()).unwrap();
    let mut own = TestNewsroom::sample(now()).unwrap();
    own.may_wait = 1;
    assert_eq!(pages(&rooms[0]), pages(&own));
    for newsroom in &mut rooms {
        newsroom.may_wait = 1;
    }
}

fn dateline(args: &[&str], folder: &Path) -> (Option<i32>, String, String) {
    let Output { status, stdout, stderr } = command(args, folder).output().unwrap();
    (status.code(), String::from_utf8_lossy(&stdout).into_owned(), String::from_utf8_lossy(&stderr).into_owned())
}

fn command(args: &[&str], folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    command.args(args).current_dir(folder).env_remove("DATELINE_HOME").env_remove("DATELINE_DATABASE");
    command
}

const FEED: &str = r#"<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title><link>http://wire.example/</link>
<description>x</description><item><guid>g</guid><title>Library of Porto Velmo to open on Sundays, council says</title>
<pubDate>Mon, 23 Nov 2026 08:00:00 GMT</pubDate><description>The library of Porto Velmo will open on Sundays from March, the council
said on Monday.</description></item></channel></rss>"#;

/// A newsroom in `room` with one story.
fn newsroom(folder: &Path) {
    let server = FeedServer::start().unwrap();
    server.set("/feed.xml", 200, "application/rss+xml", FEED.as_bytes());
    let (code, _, err) = dateline(&["init", "room", "--allow-private", &server.url("/feed.xml")], folder);
    assert_eq!(code, Some(0), "{err}");
    let file = folder.join("room/dateline.toml");
    let settings = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, settings + testkit::GOES_OUT).unwrap();
    let (code, out, err) = dateline(&["wire", "pull", "--once", "--home", "room"], folder);
    assert_eq!(code, Some(0), "{out}{err}");
}

/// A server that is stopped with the test; somebody listens to what it says until then.
struct Served {
    child: Child,
    /// `127.0.0.1:8080`.
    address: String,
    _said: BufReader<ChildStdout>,
}

impl Served {
    /// Status and body of a page.
    fn get(&self, path: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.write_all(format!("GET {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").as_bytes()).unwrap();
        let mut got = String::new();
        stream.read_to_string(&mut got).unwrap();
        (got[9..12].parse().unwrap(), got)
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

fn serve(folder: &Path) -> Served {
    let mut child = command(&["serve", "--home", "room", "--listen", "127.0.0.1:0"], folder)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = BufReader::new(child.stdout.take().unwrap());
    let mut line = String::new();
    said.read_line(&mut line).unwrap();
    assert!(line.contains("is serving"), "{line}");
    let address = line.trim().rsplit("http://").next().unwrap().to_owned();
    Served { child, address, _said: said }
}

#[test]
fn a_newsroom_moves_to_postgresql_and_two_servers_share_it() {
    let Some(database) = Postgres::start().unwrap() else { return };
    let folder = tempfile::tempdir().unwrap();
    newsroom(folder.path());
    let copy = ["db", "copy", "--from", "room/newsroom.sqlite", "--to", database.url()];
    let (code, out, err) = dateline(&copy, folder.path());
    assert_eq!(code, Some(0), "{out}{err}");
    assert!(out.contains("Both sides are the same") && !out.contains("DIFFERS"), "{out}");
    let (code, _, err) = dateline(&copy, folder.path());
    assert_eq!(code, Some(1));
    assert!(err.contains("is not empty") && err.contains("new database"), "{err}");

    let file = folder.path().join("room/dateline.toml");
    let settings = std::fs::read_to_string(&file).unwrap();
    let list = |folder: &Path| dateline(&["story", "list", "--json", "--home", "room"], folder).1;
    let before = list(folder.path());
    std::fs::write(&file, format!("{settings}\n[store]\ndatabase = \"{}\"\n", database.url())).unwrap();
    assert_eq!(list(folder.path()), before);
    let (code, out, err) = dateline(&["db", "check", "--blobs", "--home", "room"], folder.path());
    assert_eq!(code, Some(0), "{out}{err}");
    assert!(out.contains("story") && out.contains("is well"), "{out}");

    let servers = [serve(folder.path()), serve(folder.path())];
    let store = database.store().unwrap();
    let living = || store.read(|c| store::server::living(c, dateline::now())).unwrap().len();
    let begun = Instant::now();
    while living() < servers.len() {
        assert!(begun.elapsed() < Duration::from_secs(10), "{} servers live", living());
        std::thread::sleep(Duration::from_millis(50));
    }
    let (code, _, err) = dateline(&["db", "copy", "--from", database.url(), "--to", "back"], folder.path());
    assert_eq!(code, Some(1));
    assert!(err.contains("stop it first"), "{err}");
    let (code, out, err) = dateline(&["story", "hold", "1", "--reason", "doubt", "--home", "room"], folder.path());
    assert_eq!((code, out.as_str(), err.as_str()), (Some(0), "story 1 is held.\n", ""));
    let headline = "Library of Porto Velmo";
    for server in &servers {
        // Acknowledged: it is gone from both.
        assert_eq!(server.get("/article/1").0, 404);
        assert!(!server.get("/").1.contains(headline));
    }
    // What one process publishes, each server shows within a second.
    let (code, _, err) = dateline(&["story", "publish", "1", "--reason", "sure", "--home", "room"], folder.path());
    let begun = Instant::now();
    assert_eq!(code, Some(0), "{err}");
    for server in &servers {
        while !server.get("/").1.contains(headline) {
            assert!(begun.elapsed() < Duration::from_secs(1), "{} does not show it", server.address);
            std::thread::sleep(Duration::from_millis(10));
        }
        assert_eq!(server.get("/article/1").0, 301);
    }
}

#[test]
fn a_kill_says_which_server_has_not_taken_it_down_yet() {
    let folder = tempfile::tempdir().unwrap();
    newsroom(folder.path());
    let store = store::Store::open(&folder.path().join("room")).unwrap();
    store.write(|c| store::server::beat(c, "slow", "alpha (process 7)", 0, dateline::now())).unwrap();
    let (code, out, err) = dateline(&["story", "kill", "1", "--reason", "wrong", "--home", "room"], folder.path());
    assert_eq!((code, out.as_str()), (Some(0), "story 1 is killed.\n"));
    assert!(err.starts_with("warning:") && err.contains("alpha (process 7)"), "{err}");
    // Its pages catch up while the command waits.
    let (store, begun) = (&store, Instant::now());
    std::thread::scope(|threads| {
        threads.spawn(move || {
            std::thread::sleep(Duration::from_millis(600));
            store.write(|c| store::server::beat(c, "slow", "alpha (process 7)", i64::MAX, dateline::now())).unwrap();
        });
        let correct = ["story", "kill", "1", "--reason", "again", "--home", "room"];
        let (_, _, err) = dateline(&correct, folder.path());
        assert!(!err.starts_with("warning:"), "{err} after {:?}", begun.elapsed());
    });
}

#[test]
fn the_databases_password_is_shown_nowhere() {
    let folder = tempfile::tempdir().unwrap();
    let address = "postgres://ann:s3cret@127.0.0.1:9/news";
    std::fs::write(folder.path().join("dateline.toml"), format!("[store]\ndatabase = \"{address}\"\n")).unwrap();
    for args in [
        vec!["config", "print"],
        vec!["config", "check"],
        vec!["story", "list", "-vv"],
        vec!["serve", "-vv", "--listen", "127.0.0.1:0"],
        vec!["db", "copy", "-vv", "--from", address, "--to", "x"],
        vec!["db", "copy", "--from", "postgres://ann:s3cret/@127.0.0.1:9/news", "--to", "x"],
    ] {
        let (code, out, err) = dateline(&args, folder.path());
        assert!(!out.contains("s3cret") && !err.contains("s3cret"), "{args:?}: {out}{err}");
        assert_eq!(code == Some(0), args[0] == "config", "{args:?}: {err}");
        if args[0] == "story" {
            assert!(err.contains("127.0.0.1:9/news does not answer"), "{err}");
        }
    }
    let mut command = command(&["story", "list"], folder.path());
    let Output { status, stderr, .. } = command.env("DATELINE_DATABASE", "mysql://ann:s3cret@x/y").output().unwrap();
    let err = String::from_utf8_lossy(&stderr);
    assert_eq!(status.code(), Some(2), "{err}");
    assert!(err.contains("DATELINE_DATABASE") && !err.contains("s3cret"), "{err}");
}
