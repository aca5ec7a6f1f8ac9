//! Disk full, database locked: nothing acknowledged is lost, nothing is published twice; it says what to do; readers get
//! their pages; and it goes on by itself.

use std::{
    path::{Path, PathBuf},
    process::Command,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use news::source::NewSource;
use testkit::FeedServer;

use super::{item, message, rss, served::Served, settings};

fn feed(server: &FeedServer, items: &[(&str, &str)]) {
    let items: String = items.iter().map(|(guid, place)| item(guid, place)).collect();
    server.set("/feed.xml", 200, "application/rss+xml", rss("Wire", &items).as_bytes());
}

/// A newsroom that asks its feed every minute, with one story on the site.
fn serving(home: &Path, server: &FeedServer) -> Served {
    feed(server, &[("a", "Porto Velmo")]);
    std::fs::write(home.join("dateline.toml"), settings(true, &[("wire", &server.url("/feed.xml"))])).unwrap();
    let served = Served::start(home);
    served.until("the first story is out", 20, |s| s.get("/").1.contains("Porto Velmo"));
    served
}

/// Hands in two more stories' reports as `wire pull` does, as soon as the store lets it.
fn pull(home: &Path) -> super::Said {
    super::run(&["wire", "pull", "--once", "--json", "--log-format", "json"], home)
}

/// Each story once, each published once.
fn each_once(home: &Path, stories: usize) {
    let store = store::Store::open(home).unwrap();
    assert_eq!(store.check().unwrap(), Vec::<String>::new());
    let all = store.read(|c| store::story::recent(c, None, 100)).unwrap();
    assert_eq!(all.len(), stories, "{all:?}");
    let changes = store.read(|c| store::change::after(c, 0, 100)).unwrap();
    assert_eq!(changes.len(), stories, "{changes:?}");
}

#[test]
fn a_locked_database_is_waited_for_and_said_once_a_try() {
    let (folder, server) = (tempfile::tempdir().unwrap(), FeedServer::start().unwrap());
    let home = folder.path();
    let served = serving(home, &server);
    feed(&server, &[("a", "Porto Velmo"), ("b", "Monte Alvar")]);
    let Some(mut lock) = Locked::take(&home.join("newsroom.sqlite")) else { return };
    let said = pull(home);
    assert_eq!(said.code, Some(1), "{}", said.err);
    let log = said.log();
    assert_eq!(log.len(), 1, "one line: {log:?}");
    assert!(message(&log[0]).contains("held by another program"), "{log:?}");
    assert!(message(&log[0]).contains("Close other Dateline commands"), "what to do: {log:?}");
    assert!(served.get("/").1.contains("Porto Velmo"), "readers get their pages");
    lock.release();
    let said = pull(home);
    assert_eq!(said.code, Some(0), "{}", said.err);
    served.until("the second story is out", 30, |s| s.get("/").1.contains("Monte Alvar"));
    assert!(super::source(home, "wire")["last_error"].is_null(), "the feed is not to blame");
    each_once(home, 2);
}

/// A write lock held by a process of its own: the `sqlite3` of Python, which every Debian has; a skip line when not.
struct Locked(std::process::Child);

impl Locked {
    fn take(file: &Path) -> Option<Self> {
        let script = "import sqlite3,sys; c=sqlite3.connect(sys.argv[1],isolation_level=None); c.execute('BEGIN IMMEDIATE'); \
                      print('held',flush=True); sys.stdin.read()";
        let mut command = Command::new("python3");
        command.args(["-c", script]).arg(file);
        command.stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::piped());
        let Ok(mut child) = command.spawn() else {
            eprintln!("skipped: python3 is not here to hold the lock");
            return None;
        };
        let mut line = String::new();
        std::io::BufRead::read_line(&mut std::io::BufReader::new(child.stdout.take().unwrap()), &mut line).unwrap();
        assert_eq!(line.trim(), "held");
        Some(Self(child))
    }

    fn release(&mut self) {
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

impl Drop for Locked {
    fn drop(&mut self) {
        self.release();
    }
}

#[test]
fn a_full_disk_is_said_and_what_waits_goes_on_when_there_is_room() {
    let Some(disk) = SmallDisk::mount() else { return };
    let (home, server) = (disk.0.path(), FeedServer::start().unwrap());
    let served = serving(home, &server);
    feed(&server, &[("a", "Porto Velmo"), ("b", "Monte Alvar")]);
    let ballast = home.join("ballast");
    disk.fill(&ballast);
    let said = pull(home);
    assert_eq!(said.code, Some(1), "{} {}", said.out, said.err);
    let log = said.log();
    assert_eq!(log.len(), 1, "one line: {log:?}");
    assert!(message(&log[0]).contains("is full") && message(&log[0]).contains("Free some space"), "{log:?}");
    assert!(served.get("/").1.contains("Porto Velmo"), "readers get their pages");
    std::fs::remove_file(&ballast).unwrap();
    let said = pull(home);
    assert_eq!(said.code, Some(0), "{}", said.err);
    served.until("the second story is out", 30, |s| s.get("/").1.contains("Monte Alvar"));
    each_once(home, 2);
}

#[test]
fn a_worker_waits_for_room_and_blames_no_job() {
    let Some(disk) = SmallDisk::mount() else { return };
    let (home, stop) = (disk.0.path(), AtomicBool::new(false));
    let store = store::Store::open(home).unwrap();
    let new = NewSource { slug: "wire".into(), name: "wire".into(), ..handed_in() };
    let source = store.write(move |c| store::source::put(c, &new, dateline::now())).unwrap();
    let source = store.read(|c| store::source::by_id(c, source)).unwrap().unwrap();
    let take = |guid, place| {
        let feed = rss("Wire", &item(guid, place));
        dateline::intake::take(&store, &source, feed.as_bytes(), None, dateline::now()).unwrap();
    };
    let feeds = Arc::new(dateline::feeds::Feeds::new(&dateline::config::Wire::default()).unwrap());
    let house = desk::House { zone: "UTC".into(), index_single_source: false };
    let room =
        dateline::work::Room { store: store.clone(), house, accent: "#a4243b".into(), pictures: feeds, feeds: None };
    take("a", "Porto Velmo");
    disk.fill(&home.join("ballast"));
    let log = std::thread::scope(|scope| {
        let worker = scope.spawn(|| super::logged(|| room.work(&stop)).1);
        std::thread::sleep(Duration::from_secs(2));
        std::fs::remove_file(home.join("ballast")).unwrap();
        let out = || store.read(|c| store::story::recent(c, Some(news::stage::Stage::Published), 9)).unwrap().len();
        let began = Instant::now();
        while out() == 0 && began.elapsed() < Duration::from_secs(20) {
            std::thread::sleep(Duration::from_millis(50));
        }
        stop.store(true, Ordering::Relaxed);
        worker.join().unwrap()
    });
    assert!((1..=2).contains(&log.len()), "one line a try: {log:?}");
    assert!(log.iter().all(|l| message(l).contains("is full") && l["level"] == "ERROR"), "{log:?}");
    each_once(home, 1);
    assert!(store.read(store::job::parked).unwrap().is_empty());
}

fn handed_in() -> NewSource {
    NewSource {
        slug: String::new(),
        name: String::new(),
        home: None,
        feed_url: None,
        treatment: news::source::Treatment::Rewrite,
        show_words: 250,
        lang: news::Lang::und(),
        zone: None,
        no_ai: false,
    }
}

/// A disk of a few megabytes; mounting needs root, so others get a skip line.
struct SmallDisk(tempfile::TempDir);

impl SmallDisk {
    fn mount() -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let mount = Command::new("mount").args(["-t", "tmpfs", "-o", "size=8m", "tmpfs"]).arg(folder.path()).output();
        if mount.is_ok_and(|o| o.status.success()) {
            return Some(Self(folder));
        }
        eprintln!("skipped: a small disk cannot be mounted here; root can");
        None
    }

    /// Writes until nothing more fits.
    fn fill(&self, ballast: &PathBuf) {
        let mut file = std::fs::File::create(ballast).unwrap();
        let piece = [0; 4096];
        while std::io::Write::write_all(&mut file, &piece).is_ok() {}
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        Command::new("umount").arg("-l").arg(self.0.path()).output().ok();
    }
}
