//! Readers of all kinds: browsers that keep their connection, crawlers that do not, slow ones, those who ask for heads only,
//! those who have the page already, feed readers, and those who fill in forms.

use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use super::{Addresses, watch::Watch};
use crate::{
    chance::Chance,
    http::{BROWSER, CRAWLER, Client, Reply},
};

/// A kind of reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Keeps its connection, takes gzip.
    Browser,
    /// A new connection for each page, no packing.
    Short,
    /// Sends its request a few bytes at a time and reads as slowly.
    Slow,
    /// HEAD.
    Head,
    /// Asks whether what it has is still good.
    Conditional,
    /// Feeds and sitemaps.
    Feed,
    /// Tries to fool the check.
    Form,
    /// Asks for what was killed.
    Killed,
}

/// All readers of a run.
pub const KINDS: [Kind; 10] = [
    Kind::Browser,
    Kind::Browser,
    Kind::Browser,
    Kind::Short,
    Kind::Slow,
    Kind::Head,
    Kind::Conditional,
    Kind::Feed,
    Kind::Form,
    Kind::Killed,
];

/// Lists that every reader may ask for.
const LISTS: [&str; 8] =
    ["/", "/latest", "/trending", "/sector/politics", "/country/france", "/corrections", "/sources", "/shots"];
const FEEDS: [&str; 6] =
    ["/feed.rss", "/feed.atom", "/feed.json", "/sitemap.xml", "/news-sitemap.xml", "/sector/business/feed.rss"];

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Self::Browser => "browser",
            Self::Short => "short connection",
            Self::Slow => "slow client",
            Self::Head => "head",
            Self::Conditional => "conditional",
            Self::Feed => "feed",
            Self::Form => "form",
            Self::Killed => "killed page",
        }
    }

    /// Between two questions.
    fn pause(self) -> Duration {
        Duration::from_millis(match self {
            Self::Browser | Self::Short | Self::Head => 5,
            Self::Conditional | Self::Feed | Self::Killed => 50,
            Self::Slow => 100,
            Self::Form => 2_000,
        })
    }
}

/// Reads until told to stop.
pub fn read(kind: Kind, server: SocketAddr, seed: u64, addresses: &Mutex<Addresses>, watch: &Watch, stop: &AtomicBool) {
    let mut chance = Chance::of(seed, 31);
    let mut client = Client::new(server);
    let mut known: Option<(String, String)> = None;
    while !stop.load(Ordering::Relaxed) {
        if kind == Kind::Short {
            client = Client::new(server);
        }
        let Some(path) = choose(kind, &mut chance, addresses) else {
            std::thread::sleep(kind.pause());
            continue;
        };
        let asked = match kind {
            Kind::Slow => slowly(server, &path),
            Kind::Conditional => again(&mut client, &path, &mut known),
            _ => ask(kind, &mut client, &path),
        };
        match asked {
            Ok(reply) if allowed(kind, reply.status) && whole(kind, &reply) => {
                watch.answered(kind.name(), reply.status)
            }
            Ok(reply) => {
                watch.error(format!("{}: {path} answers {} with {} bytes", kind.name(), reply.status, reply.body.len()))
            }
            // The server is being stopped.
            Err(_) if stop.load(Ordering::Relaxed) => return,
            Err(error) => watch.error(format!("{}: {path}: {error}", kind.name())),
        }
        std::thread::sleep(kind.pause());
    }
}

fn choose(kind: Kind, chance: &mut Chance, addresses: &Mutex<Addresses>) -> Option<String> {
    let addresses = addresses.lock().unwrap_or_else(PoisonError::into_inner);
    match kind {
        Kind::Feed => chance.pick(&FEEDS).map(|p| (*p).to_owned()),
        Kind::Killed => chance.pick(&addresses.killed).cloned(),
        Kind::Form => chance.pick(&addresses.stories).map(|id| format!("/article/{id}/try")),
        _ if chance.happens(0.3) => chance.pick(&LISTS).map(|p| (*p).to_owned()),
        // Most readers come for few stories.
        _ => addresses.live.get(chance.zipf(addresses.live.len())).cloned(),
    }
}

fn ask(kind: Kind, client: &mut Client, path: &str) -> std::io::Result<Reply> {
    let agent = ("user-agent", BROWSER);
    match kind {
        Kind::Head => client.ask("HEAD", path, &[agent], &[]),
        Kind::Short => client.ask("GET", path, &[("user-agent", CRAWLER), ("connection", "close")], &[]),
        Kind::Form => {
            let headers = [agent, ("content-type", "application/x-www-form-urlencoded")];
            client.ask("POST", path, &headers, b"text=The+mayor+said+12+people+were+hurt+on+Monday.")
        }
        _ => client.ask("GET", path, &[agent, ("accept-encoding", "gzip")], &[]),
    }
}

/// Asks for a page that it has with the page's own name.
fn again(client: &mut Client, path: &str, known: &mut Option<(String, String)>) -> std::io::Result<Reply> {
    let Some((path, etag)) = known.take() else {
        let reply = client.ask("GET", path, &[("user-agent", BROWSER)], &[])?;
        *known = reply.header("etag").map(|etag| (path.to_owned(), etag.to_owned()));
        return Ok(reply);
    };
    client.ask("GET", &path, &[("user-agent", BROWSER), ("if-none-match", &etag)], &[])
}

/// A second or two for one page.
fn slowly(server: SocketAddr, path: &str) -> std::io::Result<Reply> {
    let mut stream = TcpStream::connect(server)?;
    stream.set_read_timeout(Some(Duration::from_secs(15)))?;
    let request =
        format!("GET {path} HTTP/1.1\r\nhost: {server}\r\nuser-agent: {BROWSER}\r\nconnection: close\r\n\r\n");
    for part in request.as_bytes().chunks(12) {
        stream.write_all(part)?;
        std::thread::sleep(Duration::from_millis(40));
    }
    let (mut bytes, mut buffer) = (Vec::new(), [0; 4_096]);
    loop {
        let read = stream.read(&mut buffer)?;
        if read == 0 {
            break;
        }
        bytes.extend_from_slice(&buffer[..read]);
        std::thread::sleep(Duration::from_millis(20));
    }
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let status = text.split(' ').nth(1).and_then(|s| s.parse().ok()).unwrap_or(0);
    let body = text.split_once("\r\n\r\n").map(|(_, body)| body.as_bytes().to_vec()).unwrap_or_default();
    Ok(Reply { status, headers: Vec::new(), body })
}

/// A story may be corrected (and its address change), held or killed between the choice and the question.
fn allowed(kind: Kind, status: u16) -> bool {
    match kind {
        Kind::Killed => status == 410,
        Kind::Conditional => matches!(status, 200 | 301 | 304 | 404 | 410),
        Kind::Form => matches!(status, 200 | 404 | 410 | 429),
        Kind::Feed => status == 200,
        _ => matches!(status, 200 | 301 | 404 | 410),
    }
}

fn whole(kind: Kind, reply: &Reply) -> bool {
    match kind {
        Kind::Short | Kind::Slow if reply.status == 200 => reply.body.trim_ascii_end().ends_with(b"</html>"),
        _ => true,
    }
}
