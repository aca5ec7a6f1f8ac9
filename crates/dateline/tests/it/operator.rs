//! A newsroom in an operator's hands: sources of one name, feeds that fail, secrets in addresses, stopping.

use std::{
    io::{BufRead, BufReader, Read, Write},
    path::Path,
    process::{Command, Output, Stdio},
    time::{Duration, Instant},
};

use testkit::FeedServer;

fn command(args: &[&str], folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    command.args(args).current_dir(folder).env_remove("DATELINE_HOME");
    command
}

fn run(args: &[&str], folder: &Path) -> (Option<i32>, String, String) {
    let Output { status, stdout, stderr } = command(args, folder).output().unwrap();
    (status.code(), String::from_utf8_lossy(&stdout).into_owned(), String::from_utf8_lossy(&stderr).into_owned())
}

fn feed(title: &str, guid: &str, place: &str) -> String {
    format!(
        r#"<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title><link>http://wire.example/</link><description>x</description>
        <item><guid>{guid}</guid><title>Library of {place} to open on Sundays, council says</title><pubDate>Mon, 23 Nov 2026 08:00:00 GMT</pubDate>
        <description>The library of {place} will open on Sundays from March, the council said on Monday.</description></item></channel></rss>"#
    )
}

fn room(folder: &Path, server: &FeedServer, paths: &[&str]) {
    let urls: Vec<String> = paths.iter().map(|p| server.url(p)).collect();
    let mut args = vec!["init", "room", "--allow-private"];
    args.extend(urls.iter().map(String::as_str));
    let (code, _, err) = run(&args, folder);
    assert_eq!(code, Some(0), "{err}");
}

fn sources(folder: &Path) -> Vec<serde_json::Value> {
    let (_, out, _) = run(&["wire", "list", "--json", "--home", "room"], folder);
    out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn feeds_of_one_name_are_sources_of_their_own() {
    let (folder, server) = (tempfile::tempdir().unwrap(), FeedServer::start().unwrap());
    let long = "The Porto Velmo and Surroundings Morning Courier and Advertiser";
    for (path, title) in [("/a", long), ("/b", long), ("/c", "Wire"), ("/d", "Wire")] {
        server.set(path, 200, "application/rss+xml", feed(title, path, "Porto Velmo").as_bytes());
    }
    room(folder.path(), &server, &["/a", "/b", "/a"]);
    for path in ["/c", "/d"] {
        let (code, _, err) = run(&["wire", "add", "--home", "room", &server.url(path)], folder.path());
        assert_eq!(code, Some(0), "{err}");
    }
    let (code, _, err) = run(&["wire", "add", "--home", "room", &server.url("/d")], folder.path());
    assert_eq!(code, Some(1));
    assert!(err.contains("is here already, as wire-2"), "{err}");
    assert_eq!(sources(folder.path()).len(), 4, "{:?}", sources(folder.path()));

    let twins = "[[source]]\nname = \"Wire\"\n[[source]]\nname = \"Wire\"\n";
    std::fs::write(folder.path().join("dateline.toml"), twins).unwrap();
    let (code, _, err) = run(&["config", "check"], folder.path());
    assert_eq!(code, Some(2));
    assert!(err.contains("line 4: source.name is \"Wire\""), "{err}");
}

#[test]
fn a_feed_that_fails_is_left_alone_for_as_long_as_it_asks() {
    let (folder, server) = (tempfile::tempdir().unwrap(), FeedServer::start().unwrap());
    server.set("/a", 200, "application/rss+xml", feed("Good", "a", "Porto Velmo").as_bytes());
    server.set("/b", 200, "application/rss+xml", feed("Bad", "b", "Monte Alvar").as_bytes());
    room(folder.path(), &server, &["/a", "/b"]);
    server.set("/a", 200, "application/rss+xml", feed("Good", "a", "Porto Velmo").as_bytes());
    for (status, body, said) in
        [(503, "", "503"), (404, "", "404"), (500, "", "500"), (200, "<html><body>Sorry</body></html>", "HTML page")]
    {
        server.set("/b", status, "text/html", body.as_bytes());
        let (code, out, err) = run(&["wire", "pull", "--once", "--json", "--home", "room"], folder.path());
        assert_eq!(code, Some(0), "one feed of two failed: {err}");
        assert!(out.lines().all(|l| serde_json::from_str::<serde_json::Value>(l).is_ok()), "{out}");
        let bad = sources(folder.path()).into_iter().find(|s| s["slug"] == "bad").unwrap();
        assert!(bad["last_error"].as_str().unwrap().contains(said), "{bad}");
        if status == 503 {
            let wait = bad["next_fetch"].as_i64().unwrap() - dateline::now().ms();
            assert!(wait > 7_000_000, "Retry-After is not kept: {wait} ms");
        }
    }
    assert_eq!(server.asked("/a"), 4, "each pull asks once");
    let bad = sources(folder.path()).into_iter().find(|s| s["slug"] == "bad").unwrap();
    assert_eq!(bad["failures"], 4);
}

#[test]
fn what_waits_from_an_earlier_pull_does_not_ask_a_feed_again() {
    let (folder, server) = (tempfile::tempdir().unwrap(), FeedServer::start().unwrap());
    server.set("/a", 200, "application/rss+xml", feed("Good", "a", "Porto Velmo").as_bytes());
    room(folder.path(), &server, &["/a"]);
    let config = dateline::config::Config::read(&folder.path().join("room/dateline.toml")).unwrap();
    let feeds = dateline::feeds::Feeds::new(&config.wire).unwrap();
    let store = store::Store::open(&folder.path().join("room")).unwrap();
    let source = store.read(store::source::list).unwrap()[0].id;
    let at = |minutes: i64| dateline::now().plus_ms(minutes * news::Time::MINUTE_MS);
    server.set("/a", 200, "application/rss+xml", feed("Good", "a", "Porto Velmo").as_bytes());
    feeds.pull(&store, source, at(0)).unwrap();
    feeds.pull_when_due(&store, source, at(5)).unwrap();
    assert_eq!(server.asked("/a"), 1, "asked before its time");
    feeds.pull_when_due(&store, source, at(11)).unwrap();
    assert_eq!(server.asked("/a"), 2);
}

#[test]
fn no_secret_of_an_address_is_printed() {
    let folder = tempfile::tempdir().unwrap();
    let address = "http://desk:hunter2@127.0.0.1:9/feed.xml?api_key=s3cret";
    std::fs::create_dir(folder.path().join("room")).unwrap();
    std::fs::write(folder.path().join("room/dateline.toml"), "[wire]\nallow_private = true\n").unwrap();
    let wrong = format!("[[source]]\nname = \"A\"\nfeed = \"{}\"\n", address.replace("http", "ftp"));
    std::fs::write(folder.path().join("dateline.toml"), wrong).unwrap();
    let plain = "http://127.0.0.1:9/feed.xml?api_key=s3cret";
    for args in [
        vec!["init", "new", address],
        vec!["init", "new", "--allow-private", plain],
        vec!["wire", "read", "--home", "room", "-vv", address, plain],
        vec!["wire", "add", "--home", "room", "-vv", address],
        vec!["wire", "add", "--home", "room", plain],
        vec!["config", "check"],
    ] {
        let (code, out, err) = run(&args, folder.path());
        assert_ne!(code, Some(0), "{args:?}");
        let said = format!("{out}{err}");
        assert!(!said.contains("hunter2") && !said.contains("s3cret"), "{args:?}: {said}");
    }
}

#[test]
fn a_reader_that_has_seen_enough_is_no_failure() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("feed.xml"), feed("Wire", "a", "Porto Velmo")).unwrap();
    let files = vec!["feed.xml"; 500];
    let mut args = vec!["wire", "read", "--json"];
    args.extend(files);
    let mut child = command(&args, folder.path()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    BufReader::with_capacity(64, child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let mut err = String::new();
    child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(0), "{err}");
    assert_eq!(err, "");
}

#[test]
fn wrong_words_are_wrong_usage() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("dateline.toml"), "").unwrap();
    for args in [
        vec!["story", "hold", "1", "--reason", "  "],
        vec!["wire", "add", "http://wire.example/", "--treatment", "steal"],
        vec!["check", "--source", "dateline.toml", "--at", "yesterday", "dateline.toml"],
        vec!["story", "redo", "1", "dance"],
    ] {
        let (code, _, err) = run(&args, folder.path());
        assert_eq!(code, Some(2), "{args:?}: {err}");
    }
    assert_eq!(run(&["story", "show", "7"], folder.path()).0, Some(1));
    assert_eq!(run(&["story", "redo", "7", "draft"], folder.path()).0, Some(1));
}

#[cfg(unix)]
#[test]
fn a_server_told_to_stop_does_not_wait_for_a_reader_who_never_asks() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("dateline.toml"), "").unwrap();
    let mut child =
        command(&["serve", "--listen", "127.0.0.1:0"], folder.path()).stdout(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    let mut said = BufReader::new(child.stdout.take().unwrap());
    said.read_line(&mut line).unwrap();
    let address = line.trim().rsplit('/').next().unwrap().to_owned();
    let (code, _, err) = run(&["serve", "--listen", "127.0.0.1:0"], folder.path());
    assert_eq!(code, Some(1), "two servers on one folder");
    assert!(err.contains("another Dateline serves"), "{err}");
    let (code, out, err) = run(&["story", "list"], folder.path());
    assert_eq!((code, err.as_str()), (Some(0), ""), "other commands may run beside it: {out}");
    let mut reader = std::net::TcpStream::connect(address).unwrap();
    reader.write_all(b"GET / HTTP/1.1\r\nHost: x\r\n").unwrap();
    std::thread::sleep(Duration::from_millis(300));
    let told = Instant::now();
    assert!(Command::new("kill").args(["-TERM", &child.id().to_string()]).status().unwrap().success());
    while child.try_wait().unwrap().is_none() {
        if told.elapsed() > Duration::from_secs(20) {
            child.kill().unwrap();
            panic!("still serving 20 seconds after SIGTERM");
        }
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn a_feed_that_does_not_answer_holds_nothing_up() {
    let folder = tempfile::tempdir().unwrap();
    let silent = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let store = store::Store::open(folder.path()).unwrap();
    let settings = "[wire]\nallow_private = true\ntimeout_seconds = 3\n";
    let config = dateline::config::Config::parse(settings, "dateline.toml").unwrap();
    let source = |slug: &str, feed_url: Option<String>| news::source::NewSource {
        slug: slug.into(),
        name: slug.into(),
        home: None,
        feed_url,
        treatment: news::source::Treatment::Rewrite,
        show_words: 250,
        lang: news::Lang::und(),
        zone: None,
        no_ai: false,
    };
    let slow = source("slow", Some(format!("http://{}/feed.xml", silent.local_addr().unwrap())));
    let handed_in = source("handed-in", None);
    let put = move |c: &mut dyn store::Conn| {
        store::source::put(c, &slow, news::Time(0))?;
        store::source::put(c, &handed_in, news::Time(0))
    };
    let id = store.write(put).unwrap();
    let source = store.read(|c| store::source::by_id(c, id)).unwrap().unwrap();
    dateline::feeds::schedule_pulls(&store, dateline::now()).unwrap();
    let feeds = std::sync::Arc::new(dateline::feeds::Feeds::new(&config.wire).unwrap());
    let room = dateline::work::Room {
        store: store.clone(),
        house: desk::House {
            policy: news::policy::Policy {
                rules: vec![news::policy::Rule::everything("everything")],
                ..Default::default()
            },
            ..desk::House::default()
        },
        accent: "#a4243b".into(),
        pictures: feeds.clone(),
        events: Default::default(),
        sectors: Default::default(),
        feeds: Some(feeds),
        assist: None,
        morning: None,
    };
    let stop = std::sync::atomic::AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| room.work(&stop));
        std::thread::sleep(Duration::from_millis(500));
        let began = Instant::now();
        let bytes = feed("Wire", "a", "Porto Velmo");
        dateline::intake::take(&store, &source, bytes.as_bytes(), None, dateline::now()).unwrap();
        let out = || store.read(|c| store::story::recent(c, Some(news::stage::Stage::Published), 9)).unwrap().len();
        while out() == 0 && began.elapsed() < Duration::from_secs(10) {
            std::thread::sleep(Duration::from_millis(50));
        }
        stop.store(true, std::sync::atomic::Ordering::Relaxed);
        assert!(began.elapsed() < Duration::from_secs(2), "published after {:?}", began.elapsed());
    });
}

#[test]
fn a_dropped_source_is_asked_no_more() {
    let (folder, server) = (tempfile::tempdir().unwrap(), FeedServer::start().unwrap());
    server.set("/a.xml", 200, "application/rss+xml", feed("Wire A", "a-1", "Velmo").as_bytes());
    room(folder.path(), &server, &["/a.xml"]);
    let (code, _, err) = run(&["wire", "drop", "wire-a", "--home", "room"], folder.path());
    assert_eq!(code, Some(1));
    assert!(err.contains("dateline.toml"), "{err}");
    let file = folder.path().join("room/dateline.toml");
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, text.split("[[source]]").next().unwrap()).unwrap();
    let (code, out, err) = run(&["wire", "drop", "wire-a", "--home", "room"], folder.path());
    assert_eq!(code, Some(0), "{err}");
    assert!(out.contains("asked no more"), "{out}");
    assert!(sources(folder.path()).iter().all(|s| s["feed"].is_null()));
    assert_eq!(run(&["wire", "drop", "nobody", "--home", "room"], folder.path()).0, Some(1));
}

/// No picture can be had without a fault.
struct Broken;

impl dateline::picture::Pictures for Broken {
    fn get(&self, _: &str) -> anyhow::Result<Vec<u8>> {
        panic!("a picture that nobody can bear")
    }
}

#[test]
fn a_job_that_panics_is_tried_again_and_takes_nobody_with_it() {
    let mut newsroom = testkit::TestNewsroom::with_pictures(crate::now(), std::sync::Arc::new(Broken)).unwrap();
    let source = newsroom.source("wire", news::source::Treatment::Rewrite, 250).unwrap();
    let item = r#"{"uri":"urn:a","type":"text","versioncreated":"2026-11-23T08:00:00Z","language":"en","headline":"Library of Porto Velmo to open on Sundays, council says",
        "body_text":"PORTO VELMO, Nov 23 - The library of Porto Velmo will open on Sundays from March, the council said on Monday.",
        "renditions":{"r":{"href":"https://wire.example/a.jpg","mimetype":"image/jpeg"}},
        "associations":{"featured":{"type":"picture","uri":"urn:p","headline":"The library","renditions":{"r":{"href":"https://wire.example/a.jpg","mimetype":"image/jpeg","width":800,"height":600}}}}}"#;
    newsroom.take(source, item.as_bytes(), crate::now()).unwrap();
    let parked = newsroom.store().read(store::job::parked).unwrap();
    let waiting = newsroom.store().read(store::job::waiting).unwrap();
    assert_eq!((parked.len(), waiting), (0, 1), "it waits for its next try");
    newsroom.may_wait = 1;
}
