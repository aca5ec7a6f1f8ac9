//! XML bomb, external entity, 100 MB page, endless redirect, address inside our own network: refused within a second and
//! 50 MB, named in the source's log; the source backs off, the rest goes on.

use std::{path::Path, time::Instant};

use testkit::{FeedServer, feed_server::Answer};

use super::{Said, item, message, published, rss, run, served::Served, settings, source};

/// How long a refusal may take, and how much more memory than a feed that is taken. A debug build of ours on a machine that
/// runs other tests beside it is given three times as long.
const MOST_MS: u64 = if cfg!(debug_assertions) { 3_000 } else { 1_000 };
const MOST_BYTES: u64 = 50 * 1024 * 1024;
const MEGABYTE: usize = 1024 * 1024;

/// What a hostile server does, and the words that name it.
struct Hostile {
    what: &'static str,
    says: &'static str,
    server: FeedServer,
}

impl Hostile {
    fn new(what: &'static str, says: &'static str, set: impl FnOnce(&FeedServer)) -> Self {
        let server = FeedServer::start().unwrap();
        set(&server);
        Self { what, says, server }
    }

    fn url(&self) -> String {
        self.server.url("/feed.xml")
    }
}

fn body(bytes: Vec<u8>) -> impl FnOnce(&FeedServer) {
    move |s| s.set("/feed.xml", 200, "application/rss+xml", &bytes)
}

fn endless(body: &[u8], times: usize) -> impl FnOnce(&FeedServer) {
    let (content_type, headers, body) = ("text/html".into(), String::new(), body.to_vec());
    move |s| s.answer("/feed.xml", Answer { status: 200, content_type, headers, body, times })
}

fn laughs() -> Vec<u8> {
    let mut laughs = String::from("<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a0 \"ha\">");
    for n in 1..20 {
        laughs.push_str(&format!("<!ENTITY a{n} \"{}\">", format!("&a{};", n - 1).repeat(10)));
    }
    (laughs + "]><rss version='2.0'><channel><title>&a19;</title></channel></rss>").into_bytes()
}

fn around(declared: &str, title: &str) -> Vec<u8> {
    format!("<!DOCTYPE rss [{declared}]><rss version='2.0'><channel><title>{title}</title></channel></rss>")
        .into_bytes()
}

fn everything_hostile() -> Vec<Hostile> {
    let own = "entities of its own";
    let quadratic = || around(&format!("<!ENTITY a \"{}\">", "x".repeat(50_000)), &"&a;".repeat(50_000));
    vec![
        Hostile::new("a billion laughs", own, body(laughs())),
        Hostile::new("quadratic growth", own, body(quadratic())),
        Hostile::new("an entity from a file", own, body(around("<!ENTITY a SYSTEM 'file:///etc/passwd'>", "&a;"))),
        Hostile::new("an entity from a server", own, body(around("<!ENTITY a SYSTEM 'http://127.0.0.1:9/a'>", "&a;"))),
        Hostile::new(
            "a flood of elements",
            "300000 elements",
            body(format!("<rss><channel>{}", "<a/>".repeat(4_500_000)).into_bytes()),
        ),
        Hostile::new("nesting without end", "levels deep", body("<rss>".repeat(200_000).into_bytes())),
        Hostile::new("100 MB, and says so", "larger than", body(vec![b' '; 100 * MEGABYTE])),
        Hostile::new("100 MB, and does not say so", "larger than", endless(&vec![b'x'; MEGABYTE], 100)),
        Hostile::new("an answer without end", "larger than", endless(&vec![b' '; MEGABYTE], usize::MAX)),
        Hostile::new(
            "a page of 18 MB",
            "HTML page",
            endless(format!("<html>{}", "<p>Sorry ".repeat(MEGABYTE / 9)).as_bytes(), 18),
        ),
        Hostile::new("a redirect to itself", "redirected more than", |s| s.redirect("/feed.xml", "/feed.xml")),
        Hostile::new("a redirect to and fro", "redirected more than", |s| {
            s.redirect("/feed.xml", "/b");
            s.redirect("/b", "/feed.xml");
        }),
        Hostile::new("a redirect to a cloud's metadata", "link-local", |s| {
            s.redirect("/feed.xml", "http://169.254.169.254/latest")
        }),
        Hostile::new("a redirect to a file", "only http and https", |s| s.redirect("/feed.xml", "file:///etc/passwd")),
    ]
}

fn pull(folder: &Path) -> Said {
    run(&["wire", "pull", "--once", "--json", "--log-format", "json"], folder)
}

fn good() -> FeedServer {
    let good = FeedServer::start().unwrap();
    good.set("/feed.xml", 200, "application/rss+xml", rss("Good", &item("a", "Porto Velmo")).as_bytes());
    good
}

fn newsroom(sources: &[(&str, &str)], allow_private: bool) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("dateline.toml"), settings(allow_private, sources)).unwrap();
    folder
}

#[test]
fn each_is_refused_at_once_and_named_and_the_rest_goes_on() {
    let good = good();
    let alone = pull(newsroom(&[("good", &good.url("/feed.xml"))], true).path());
    assert_eq!((alone.code, alone.err.as_str()), (Some(0), ""));
    for hostile in everything_hostile() {
        let what = hostile.what;
        let folder = newsroom(&[("bad", &hostile.url()), ("good", &good.url("/feed.xml"))], true);
        let said = pull(folder.path());
        assert_eq!(said.code, Some(0), "{what}: {}", said.err);
        let log = said.log();
        assert_eq!(log.len(), 1, "{what}: one line for one failure: {log:?}");
        let fields = &log[0]["fields"];
        assert!(message(&log[0]).contains(hostile.says), "{what}: {}", log[0]);
        assert_eq!((&fields["source"], &fields["failures"]), (&"bad".into(), &1.into()), "{what}: {fields}");
        let ms = fields["ms"].as_u64().unwrap();
        assert!(ms < MOST_MS, "{what}: {ms} ms");
        let more = said.peak_bytes.saturating_sub(alone.peak_bytes);
        assert!(more < MOST_BYTES, "{what}: {} MB more than a good feed", more / 1_000_000);
        let bad = source(folder.path(), "bad");
        assert!(bad["last_error"].as_str().unwrap().contains(hostile.says), "{what}: {bad}");
        assert!(bad["next_fetch"].as_i64().unwrap() > dateline::now().ms() + 60_000, "{what}: backs off: {bad}");
        assert_eq!(published(folder.path()).len(), 1, "{what}: the good feed's story");
    }
}

#[test]
fn while_serving_nothing_of_it_is_felt() {
    let (good, all) = (good(), everything_hostile());
    let names: Vec<String> = (0..all.len()).map(|n| format!("bad-{n}")).collect();
    let urls: Vec<String> = all.iter().map(Hostile::url).collect();
    let mut sources: Vec<(&str, &str)> =
        names.iter().map(String::as_str).zip(urls.iter().map(String::as_str)).collect();
    let url = good.url("/feed.xml");
    sources.push(("good", &url));
    let folder = newsroom(&sources, true);
    let served = Served::start(folder.path());
    let failed = |s: &Served| s.log().iter().filter(|l| message(l).starts_with("feed failed")).count();
    served.until("all refused and the good feed's story published", 30, |s| {
        let began = Instant::now();
        let (status, home) = s.get("/");
        assert_eq!(status, 200);
        assert!(began.elapsed().as_millis() < 2_000, "the home page took {:?}", began.elapsed());
        failed(s) >= all.len() && home.contains("Porto Velmo")
    });
    let log = served.log();
    assert_eq!(log.len(), all.len(), "one line a failure: {log:?}");
    let sources = served.get("/sources").1;
    for hostile in &all {
        assert!(sources.contains(hostile.says), "{}: not on the sources page", hostile.what);
    }
}

#[test]
fn our_own_network_is_never_asked() {
    let inside = FeedServer::start().unwrap();
    inside.set("/feed.xml", 200, "application/rss+xml", rss("Inside", &item("a", "Porto Velmo")).as_bytes());
    let by_port = inside.url("/feed.xml");
    let urls = [
        &by_port,
        "http://127.0.0.1/f",
        "http://localhost/f",
        "http://10.1.2.3/f",
        "http://[::1]/f",
        "http://2130706433/f",
        "http://intranet/f",
    ];
    let names: Vec<String> = (0..urls.len()).map(|n| format!("inside-{n}")).collect();
    let sources: Vec<(&str, &str)> = names.iter().map(String::as_str).zip(urls).collect();
    let folder = newsroom(&sources, false);
    let said = pull(folder.path());
    assert_eq!(said.code, Some(1), "no feed could be asked");
    assert_eq!(said.log().len(), urls.len(), "{}", said.err);
    for line in said.log() {
        let words = message(&line);
        assert!(words.contains("not asked") || words.contains("may be asked"), "{words}");
        assert!(line["fields"]["ms"].as_u64().unwrap() < MOST_MS, "{line}");
    }
    assert_eq!(inside.asked("/feed.xml") + inside.asked("/robots.txt"), 0);
}

#[test]
fn a_source_that_fails_again_is_left_alone_longer() {
    let hostile = Hostile::new("a billion laughs", "entities", body(laughs()));
    let folder = newsroom(&[("bad", &hostile.url())], true);
    let text = settings(true, &[("bad", &hostile.url())]).replace("[wire]", "[wire]\nevery_minutes = 1");
    std::fs::write(folder.path().join("dateline.toml"), text).unwrap();
    let wait = || {
        let began = dateline::now().ms();
        pull(folder.path());
        source(folder.path(), "bad")["next_fetch"].as_i64().unwrap() - began
    };
    let waits: Vec<i64> = (0..5).map(|_| wait()).collect();
    assert!(waits[4] > waits[0] * 2, "{waits:?}");
}
