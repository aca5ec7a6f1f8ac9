//! Fetching from a real server on this machine, and refusing what must be refused.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop where it is")]

mod server;

use std::{io::Write, sync::atomic::Ordering, time::Instant};

use fetch::{Answer, Ask, Fetcher, Refused, Settings};
use server::{Reply, Server, ok, redirect};

fn fetcher(change: impl FnOnce(&mut Settings)) -> Fetcher {
    let mut settings = Settings { allow_private: true, timeout_ms: 2_000, max_bytes: 100_000, ..Settings::default() };
    change(&mut settings);
    Fetcher::new(settings).unwrap()
}

async fn get(fetcher: &Fetcher, url: &str) -> Result<Answer, Refused> {
    fetcher.get(&Ask::url(url)).await
}

fn body(answer: Result<Answer, Refused>) -> (Vec<u8>, String) {
    match answer.unwrap() {
        Answer::Body { bytes, final_url, .. } => (bytes, final_url),
        Answer::NotModified => panic!("not modified"),
    }
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut out = flate2::write::GzEncoder::new(vec![], flate2::Compression::best());
    out.write_all(bytes).unwrap();
    out.finish().unwrap()
}

#[tokio::test]
async fn a_document_with_what_the_next_request_needs() {
    let headers = "Content-Type: text/xml; charset=utf-8\r\nLast-Modified: Thu, 06 Nov 2025 10:00:00 GMT\r\nRetry-After: 60\r\ntdm-reservation: 1\r\n";
    let server = Server::start([("/feed", Reply::Full("200 OK", headers.into(), b"<rss/>".to_vec()))]).await;
    let answer = get(&fetcher(|_| {}), &server.url("/feed")).await.unwrap();
    let want = Answer::Body {
        bytes: b"<rss/>".to_vec(),
        content_type: Some("text/xml; charset=utf-8".into()),
        etag: None,
        last_modified: Some("Thu, 06 Nov 2025 10:00:00 GMT".into()),
        final_url: server.url("/feed"),
        moved_to: None,
        retry_after_ms: Some(60_000),
        no_ai: true,
    };
    assert_eq!(answer, want);
    let request = server.seen.lock().unwrap().last().unwrap().to_ascii_lowercase();
    assert!(request.contains("user-agent: dateline/") && request.contains("application/atom+xml"), "{request}");
    assert!(!request.contains("referer"));
}

#[tokio::test]
async fn unchanged_is_told() {
    let server = Server::start([("/feed", Reply::Tagged("\"v1\"", b"news"))]).await;
    let fetcher = fetcher(|_| {});
    let first = fetcher.get(&Ask::url(&server.url("/feed"))).await.unwrap();
    assert!(matches!(&first, Answer::Body { etag: Some(tag), .. } if tag == "\"v1\""));
    let again =
        Ask { url: &server.url("/feed"), etag: Some("\"v1\""), last_modified: Some("bad\r\nX-Evil: 1"), accept: None };
    assert_eq!(fetcher.get(&again).await, Ok(Answer::NotModified));
    assert!(!server.seen.lock().unwrap().last().unwrap().contains("Evil"));
}

#[tokio::test]
async fn redirects_are_followed_and_each_hop_is_checked() {
    let permanent = Reply::Full("301 Moved", "Location: /new\r\n".into(), vec![]);
    let server = Server::start([
        ("/old", permanent),
        ("/new", ok("news")),
        ("/meta", redirect("http://169.254.169.254/latest/meta-data/")),
        ("/file", redirect("file:///etc/passwd")),
        ("/user", redirect("http://admin:admin@127.0.0.1/")),
        ("/mapped", redirect("http://[::ffff:169.254.169.254]/")),
        ("/loop", redirect("/loop")),
        ("/nowhere", redirect("http://")),
    ])
    .await;
    let fetcher = fetcher(|_| {});
    match get(&fetcher, &server.url("/old")).await.unwrap() {
        Answer::Body { bytes, moved_to, .. } => {
            assert_eq!((bytes.as_slice(), moved_to), (b"news".as_slice(), Some(server.url("/new"))));
        }
        Answer::NotModified => panic!(),
    }
    for bad in ["/meta", "/file", "/user", "/mapped"] {
        let refused = get(&fetcher, &server.url(bad)).await.unwrap_err();
        assert!(matches!(refused, Refused::Forbidden(_)), "{bad}: {refused}");
    }
    assert_eq!(get(&fetcher, &server.url("/loop")).await, Err(Refused::TooManyRedirects(5)));
    assert_eq!(server.requests("/loop"), 6);
    assert_eq!(get(&fetcher, &server.url("/nowhere")).await, Err(Refused::BadRedirect));
}

#[tokio::test]
async fn without_leave_this_machine_is_never_asked() {
    let server = Server::start([("/feed", ok("secret"))]).await;
    let fetcher = fetcher(|s| {
        s.allow_private = false;
        s.allow_ports = vec![];
    });
    let port = server.addr.port();
    for host in ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]", "127.0.0.1."] {
        let refused = get(&fetcher, &format!("http://{host}:{port}/feed")).await.unwrap_err();
        assert!(matches!(refused, Refused::Forbidden(_)), "{host}: {refused}");
    }
    assert_eq!(server.seen.lock().unwrap().len(), 0);
}

#[tokio::test]
async fn a_name_that_resolves_nowhere_is_told() {
    let fetcher = fetcher(|s| s.allow_private = false);
    let refused = get(&fetcher, "http://no-such-host.invalid/").await.unwrap_err();
    assert!(matches!(&refused, Refused::UnknownHost(h) if h == "no-such-host.invalid"), "{refused:?}");
}

#[tokio::test]
async fn a_bomb_is_stopped_at_the_limit() {
    let bomb = gzip(&vec![b'0'; 50_000_000]);
    assert!(bomb.len() < 100_000);
    let small = gzip(b"news");
    let server = Server::start([
        ("/bomb", Reply::Full("200 OK", "Content-Encoding: gzip\r\n".into(), bomb)),
        ("/small", Reply::Full("200 OK", "Content-Encoding: gzip\r\n".into(), small)),
        ("/broken", Reply::Full("200 OK", "Content-Encoding: gzip\r\n".into(), b"no gzip".to_vec())),
        ("/large", Reply::Full("200 OK", String::new(), vec![b'x'; 200_000])),
    ])
    .await;
    let fetcher = fetcher(|_| {});
    let started = Instant::now();
    assert_eq!(get(&fetcher, &server.url("/bomb")).await, Err(Refused::TooLarge(100_000)));
    assert!(started.elapsed().as_millis() < 1_000);
    assert_eq!(body(get(&fetcher, &server.url("/small")).await).0, b"news");
    assert_eq!(get(&fetcher, &server.url("/large")).await, Err(Refused::TooLarge(100_000)));
    assert!(matches!(get(&fetcher, &server.url("/broken")).await, Err(Refused::Broken(_))));
}

#[tokio::test]
async fn a_slow_body_is_stopped_by_the_clock() {
    let server = Server::start([("/slow", Reply::Drip)]).await;
    let started = Instant::now();
    let refused = get(&fetcher(|s| s.timeout_ms = 300), &server.url("/slow")).await;
    assert_eq!(refused, Err(Refused::TooSlow(300)));
    assert!(started.elapsed().as_millis() < 1_500);
}

#[tokio::test]
async fn robots_are_obeyed_asked_once_and_failing_ones_mean_later() {
    let rules = "User-agent: *\nDisallow: /\n\nUser-agent: Dateline\nDisallow: /private/\n";
    let server = Server::start([
        ("/robots.txt", ok(rules)),
        ("/feed", ok("news")),
        ("/private/feed", ok("x")),
        ("/to", redirect("/private/feed")),
    ])
    .await;
    let fetcher_ = fetcher(|_| {});
    assert_eq!(body(get(&fetcher_, &server.url("/feed")).await).0, b"news");
    assert!(matches!(get(&fetcher_, &server.url("/private/feed")).await, Err(Refused::Robots(_))));
    assert!(matches!(get(&fetcher_, &server.url("/to")).await, Err(Refused::Robots(_))));
    assert_eq!((server.requests("/robots.txt"), server.requests("/private/feed")), (1, 0));

    let failing =
        Server::start([("/robots.txt", Reply::Full("503 Busy", String::new(), vec![])), ("/feed", ok("news"))]).await;
    assert!(matches!(get(&fetcher_, &failing.url("/feed")).await, Err(Refused::RobotsLater(_))));
    assert_eq!(body(get(&fetcher(|s| s.respect_robots = false), &failing.url("/feed")).await).0, b"news");

    let endless = Server::start([
        ("/robots.txt", Reply::Full("200 OK", String::new(), vec![b'#'; 2_000_000])),
        ("/feed", ok("news")),
    ])
    .await;
    assert_eq!(body(get(&fetcher_, &endless.url("/feed")).await).0, b"news");
}

#[tokio::test]
async fn statuses_and_dead_servers_are_told_in_sentences() {
    let busy = Reply::Full("429 Slow Down", "Retry-After: 90\r\n".into(), vec![]);
    let server = Server::start([("/busy", busy), ("/gone", Reply::Full("410 Gone", String::new(), vec![]))]).await;
    let fetcher = fetcher(|_| {});
    let refused = get(&fetcher, &server.url("/busy")).await.unwrap_err();
    assert_eq!(refused, Refused::Status { code: 429, retry_after_ms: Some(90_000) });
    assert_eq!(refused.retry_after_ms(), Some(90_000));
    assert_eq!(get(&fetcher, &server.url("/gone")).await, Err(Refused::Gone));
    assert!(matches!(get(&fetcher, &server.url("/none")).await, Err(Refused::Status { code: 404, .. })));
    assert!(matches!(get(&fetcher, "http://127.0.0.1:1/feed").await, Err(Refused::Unreachable(_))));
    assert!(matches!(get(&fetcher, "not a url").await, Err(Refused::NotAnAddress(_))));
    assert!(matches!(get(&fetcher, "ftp://a.example.com/").await, Err(Refused::Forbidden(_))));
}

#[tokio::test]
async fn one_request_at_a_time_to_a_host() {
    let server = Server::start([("/a", ok("a")), ("/b", ok("b")), ("/c", ok("c"))]).await;
    let fetcher = fetcher(|_| {});
    let urls = ["/a", "/b", "/c", "/a", "/b"].map(|p| server.url(p));
    let tasks: Vec<_> = urls
        .into_iter()
        .map(|url| {
            let fetcher = fetcher.clone();
            tokio::spawn(async move { fetcher.get(&Ask::url(&url)).await })
        })
        .collect();
    for task in tasks {
        assert!(task.await.unwrap().is_ok());
    }
    assert_eq!(server.most_at_once.load(Ordering::SeqCst), 1);
}
