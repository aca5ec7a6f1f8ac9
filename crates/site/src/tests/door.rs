//! The door as clients meet it: over a socket, with requests whole, cut, joined, slow and wrong.

use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
    time::{Duration, Instant},
};

use news::{StoryId, stage::Stage, story::Story};

use super::fixture::{Make, Newsroom};
use crate::door::{Door, Limits};

const READER: &str = "User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

fn open(room: &Newsroom, limits: Limits) -> Door {
    Door::open(SocketAddr::from(([127, 0, 0, 1], 0)), room.site.clone(), limits, None).unwrap()
}

fn connect(door: &Door) -> TcpStream {
    let stream = TcpStream::connect(door.address()).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    stream
}

/// One answer: its head in lower case, and its bytes.
fn answer(stream: &mut TcpStream) -> (String, Vec<u8>) {
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") {
        assert_eq!(stream.read(&mut byte).unwrap(), 1, "the answer broke off: {}", String::from_utf8_lossy(&head));
        head.push(byte[0]);
    }
    let head = String::from_utf8(head).unwrap().to_lowercase();
    let length = head.split("content-length: ").nth(1).and_then(|rest| rest.split("\r\n").next());
    let mut body = vec![0; length.map_or(0, |n| n.parse().unwrap())];
    stream.read_exact(&mut body).unwrap();
    (head, body)
}

fn ask(stream: &mut TcpStream, request: &str) -> (String, Vec<u8>) {
    stream.write_all(format!("{request}\r\nHost: a\r\n{READER}\r\n\r\n").as_bytes()).unwrap();
    answer(stream)
}

/// The rest of what is sent until the door closes.
fn rest(stream: &mut TcpStream) -> String {
    let mut all = Vec::new();
    stream.read_to_end(&mut all).unwrap();
    String::from_utf8_lossy(&all).into_owned()
}

#[test]
fn one_connection_asks_again_and_again_joined_or_in_pieces() {
    let room = Newsroom::full();
    let door = open(&room, Limits::default());
    let mut stream = connect(&door);
    let (head, first) = ask(&mut stream, "GET /latest HTTP/1.1");
    assert!(head.starts_with("http/1.1 200 ok\r\n") && head.contains("date: fri, 07 nov 2025 07:00:00 gmt"), "{head}");
    let (head, again) = ask(&mut stream, "GET /latest HTTP/1.1\r\nAccept-Encoding: gzip");
    assert!(head.contains("content-encoding: gzip") && again.len() < first.len() / 2, "{head}");
    // Three requests in one packet are three answers.
    let one = "GET /latest HTTP/1.1\r\nHost: a\r\n\r\n";
    stream.write_all(one.repeat(3).as_bytes()).unwrap();
    for _ in 0..3 {
        assert_eq!(answer(&mut stream).1, first);
    }
    // One request in many packets is one answer.
    for piece in one.as_bytes().chunks(5) {
        stream.write_all(piece).unwrap();
        std::thread::sleep(Duration::from_millis(2));
    }
    assert_eq!(answer(&mut stream).1, first);
    stream.write_all(b"HEAD /latest HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").unwrap();
    let head = rest(&mut stream).to_lowercase();
    assert!(head.contains(&format!("content-length: {}", first.len())) && head.ends_with("\r\n\r\n"), "{head}");
    door.close(Duration::from_secs(1));
}

#[test]
fn conditional_requests_are_answered_for_each_coding() {
    let room = Newsroom::full();
    let door = open(&room, Limits::default());
    let mut stream = connect(&door);
    let tag = |head: &str| head.split("etag: ").nth(1).unwrap().split("\r\n").next().unwrap().to_owned();
    let plain = tag(&ask(&mut stream, "GET / HTTP/1.1").0);
    let packed = tag(&ask(&mut stream, "GET / HTTP/1.1\r\nAccept-Encoding: gzip").0);
    assert_ne!(plain, packed);
    for (codings, has, status) in [
        ("", &plain, "304"),
        ("", &packed, "200"),
        ("Accept-Encoding: gzip\r\n", &packed, "304"),
        ("Accept-Encoding: gzip\r\n", &plain, "304"),
        ("Accept-Encoding: gzip\r\n", &"\"other\"".to_owned(), "200"),
    ] {
        let (head, body) = ask(&mut stream, &format!("GET / HTTP/1.1\r\n{codings}If-None-Match: W/\"x\", {has}"));
        assert!(head.starts_with(&format!("http/1.1 {status}")), "{codings:?} {has} {head}");
        assert_eq!(status == "304", body.is_empty());
        assert!(status == "200" || tag(&head) == *has, "it names the bytes that the reader has: {head}");
    }
    door.close(Duration::from_secs(1));
}

#[test]
fn a_form_goes_to_the_router_and_its_connection_ends() {
    let room = Newsroom::full();
    let door = open(&room, Limits::default());
    let mut stream = connect(&door);
    ask(&mut stream, "GET /check HTTP/1.1");
    let form = "draft=The+river+rose.&source1=The+river+rose.";
    stream
        .write_all(
            format!("POST /check HTTP/1.1\r\nHost: a\r\nContent-Length: {}\r\n\r\n{form}", form.len()).as_bytes(),
        )
        .unwrap();
    let got = rest(&mut stream);
    assert!(got.starts_with("HTTP/1.1 200 OK") && got.contains("Every sentence is supported"), "{got}");
    assert!(got.to_lowercase().contains("connection: close"));
    door.close(Duration::from_secs(1));
}

#[test]
fn what_is_no_request_is_refused_and_closed() {
    let room = Newsroom::full();
    let door = open(&room, Limits::default());
    for (bytes, status) in [
        ("GET / HTTP/1.1\r\n\r\n".to_owned(), "400"),
        ("\u{16}\u{3}\u{1}TLS hello".to_owned(), "400"),
        (format!("GET / HTTP/1.1\r\nHost: a\r\nx: {}\r\n\r\n", "y".repeat(20_000)), "431"),
        ("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_owned(), "505"),
    ] {
        let mut stream = connect(&door);
        // The door may close before all of it is sent.
        stream.write_all(bytes.as_bytes()).ok();
        let mut start = [0; 12];
        stream.read_exact(&mut start).unwrap();
        assert_eq!(String::from_utf8_lossy(&start[9..]), status, "{bytes:?}");
    }
    assert!(ask(&mut connect(&door), "GET /nowhere HTTP/1.1").0.starts_with("http/1.1 404"));
    assert!(ask(&mut connect(&door), "GET /healthz HTTP/1.1").0.starts_with("http/1.1 200"));
    door.close(Duration::from_secs(1));
}

#[test]
fn slow_clients_and_crowds_lose_their_places() {
    let room = Newsroom::full();
    let limits = Limits {
        connections_per_client: 2,
        head_time: Duration::from_millis(200),
        idle_time: Duration::from_millis(400),
        ..Limits::default()
    };
    let door = open(&room, limits);
    let (mut slow, mut idle) = (connect(&door), connect(&door));
    slow.write_all(b"GET / HT").unwrap();
    std::thread::sleep(Duration::from_millis(50));
    let crowd = rest(&mut connect(&door));
    assert!(crowd.starts_with("HTTP/1.1 503") && crowd.contains("retry-after"), "{crowd}");
    let began = Instant::now();
    // A byte now and then does not prolong it.
    while began.elapsed() < Duration::from_millis(600) && slow.write_all(b"x").is_ok() {
        std::thread::sleep(Duration::from_millis(40));
    }
    assert!(rest(&mut idle).is_empty());
    let mut next = connect(&door);
    assert!(ask(&mut next, "GET / HTTP/1.1").0.starts_with("http/1.1 200"), "places are given back");
    door.close(Duration::from_secs(1));
}

#[test]
fn a_closing_door_finishes_what_it_has_begun() {
    let room = Newsroom::full();
    let door = open(&room, Limits::default());
    let mut stream = connect(&door);
    ask(&mut stream, "GET / HTTP/1.1");
    assert!(room.site.is_ready());
    let began = Instant::now();
    door.close(Duration::from_secs(5));
    assert!(began.elapsed() < Duration::from_secs(2), "an idle connection does not keep it open");
    assert!(!room.site.is_ready());
    assert!(TcpStream::connect(door.address()).is_err(), "nobody listens any more");
}

#[test]
fn a_kill_is_followed_before_it_is_acknowledged_and_a_publish_at_once() {
    let room = Newsroom::full();
    let door = open(&room, Limits::default());
    let mut stream = connect(&door);
    let path = room.url(StoryId(1));
    let get = format!("GET {path} HTTP/1.1");
    let other = format!("GET {} HTTP/1.1", room.url(StoryId(2)));
    for request in [&get, &other, "GET / HTTP/1.1"] {
        assert!(ask(&mut stream, request).0.starts_with("http/1.1 200"), "{request}");
    }
    let headline = "A dam breaks above Velmora";
    let new = room.story(&Make { headline, ago_minutes: 0, ..Make::default() });
    assert!(String::from_utf8(ask(&mut stream, "GET / HTTP/1.1").1).unwrap().contains(headline));
    room.change(new, |s| Story { stage: Stage::Killed, kill_notice: "Withdrawn by the desk.".into(), ..s });
    for request in ["GET / HTTP/1.1", &get, &other, "GET /latest HTTP/1.1", "GET /feed.rss HTTP/1.1"] {
        let (_, body) = ask(&mut stream, request);
        assert!(!String::from_utf8(body).unwrap().contains(headline), "{request} still shows it");
    }
    let (head, body) = ask(&mut stream, &format!("GET {} HTTP/1.1", room.url(new)));
    assert!(head.starts_with("http/1.1 410") && String::from_utf8(body).unwrap().contains("Withdrawn by the desk."));
    door.close(Duration::from_secs(1));
}

#[test]
fn what_was_withdrawn_is_not_shown_when_the_store_goes_away_afterwards() {
    let room = Newsroom::full();
    let door = open(&room, Limits::default());
    let mut stream = connect(&door);
    let headline = "A dam breaks above Velmora";
    let new = room.story(&Make { headline, ago_minutes: 0, ..Make::default() });
    let slug = news::story::slug(headline);
    let paths = ["/", "/latest", "/sitemap-0.xml", "/news-sitemap.xml", "/feed.json", "/article/1"];
    for path in paths {
        ask(&mut stream, &format!("GET {path} HTTP/1.1"));
    }
    room.change(new, |s| Story { stage: Stage::Killed, ..s });
    room.break_store();
    for path in paths {
        let (head, body) = ask(&mut stream, &format!("GET {path} HTTP/1.1"));
        let body = String::from_utf8(body).unwrap();
        assert!(!body.contains(headline) && !body.contains(&slug), "{path} {head}");
    }
    door.close(Duration::from_secs(1));
}

#[test]
fn a_kill_that_cannot_be_followed_takes_every_page_down_before_it_is_acknowledged() {
    let room = Newsroom::full();
    let door = open(&room, Limits::default());
    let mut stream = connect(&door);
    let get = format!("GET {} HTTP/1.1", room.url(StoryId(1)));
    ask(&mut stream, &get);
    // The commit succeeds; the statements by which it is followed fail.
    room.break_reads();
    room.change(StoryId(1), |s| Story { stage: Stage::Killed, ..s });
    assert!(ask(&mut stream, &get).0.starts_with("http/1.1 410"));
    room.mend_store();
    assert!(ask(&mut stream, &get).0.starts_with("http/1.1 410"));
    door.close(Duration::from_secs(1));
}

#[test]
fn rows_that_cannot_be_read_keep_no_killed_story_up() {
    let room = Newsroom::full();
    let door = open(&room, Limits::default());
    let mut stream = connect(&door);
    let get = format!("GET {} HTTP/1.1", room.url(StoryId(1)));
    ask(&mut stream, &get);
    room.change(StoryId(1), |s| Story { stage: Stage::Killed, ..s });
    room.spoil_stories(true);
    room.change_nothing(StoryId(2));
    assert!(ask(&mut stream, &get).0.starts_with("http/1.1 500"), "a fault of one page, and nothing old");
    assert!(room.site.is_ready(), "and not of the store");
    room.spoil_stories(false);
    room.change_nothing(StoryId(2));
    assert!(ask(&mut stream, &get).0.starts_with("http/1.1 410"));
    door.close(Duration::from_secs(1));
}

#[test]
fn while_the_store_is_away_what_is_finished_is_shown() {
    let room = Newsroom::full();
    let door = open(&room, Limits::default());
    let mut stream = connect(&door);
    let (_, before) = ask(&mut stream, "GET / HTTP/1.1");
    room.break_store();
    room.pass(Duration::from_secs(120));
    let (head, during) = ask(&mut stream, "GET / HTTP/1.1");
    assert!(head.starts_with("http/1.1 200") && during == before, "its rail is old, and it is shown");
    let (head, _) = ask(&mut stream, "GET /latest HTTP/1.1");
    assert!(head.starts_with("http/1.1 503") && head.contains("retry-after: 10"), "{head}");
    assert!(ask(&mut stream, "GET /readyz HTTP/1.1").0.starts_with("http/1.1 503"));
    room.pass(Duration::from_secs(2 * 3600));
    assert!(ask(&mut stream, "GET / HTTP/1.1").0.starts_with("http/1.1 503"), "but not for ever");
    room.mend_store();
    assert!(ask(&mut stream, "GET / HTTP/1.1").0.starts_with("http/1.1 200"));
    door.close(Duration::from_secs(1));
}
