//! While the desk publishes once a second: how long readers of other pages wait, and when they see what was published.

use std::{
    net::SocketAddr,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use desk::act::Order;
use news::story::Story;
use serde_json::{Value, json};
use store::Store;

use super::Setting;
use crate::{
    figure::{median, percentile, say, short},
    home,
    http::{self, Client},
    served::Served,
    wrk::{self, Answered, Load},
};

/// How long a publication may take to be seen.
const SEEN_WITHIN: Duration = Duration::from_secs(10);
/// Between two looks whether it can be seen.
const LOOK: Duration = Duration::from_millis(1);
/// Stories that are on nobody's first page before they are published anew.
const BEYOND_THE_FRONT: usize = 300;

/// What was found.
pub struct Publishing {
    /// The figures.
    pub figures: Value,
    /// Every publication was seen in time.
    pub right: bool,
}

/// Milliseconds from acknowledgement to sight.
#[derive(Default)]
struct Seen {
    article_ms: Vec<f64>,
    home_ms: Vec<f64>,
}

/// Measures hits in quiet and while publishing.
pub fn measure(setting: &Setting) -> Result<Publishing> {
    let served = Served::start(&setting.home, setting.server_core)?;
    let store = home::open(&setting.home, None)?;
    let beyond = BEYOND_THE_FRONT.min(setting.stories.len() / 2);
    let read = &setting.stories[beyond / 2];
    let load = Load {
        url: format!("http://{}{}", served.address, http::article(read)),
        headers: vec![("Accept-Encoding", "gzip"), ("User-Agent", http::CRAWLER)],
        seconds: setting.publish_seconds,
        walk: None,
    };
    let quiet = wrk::run(&load, setting.reader_core)?;
    let (busy, seen) = std::thread::scope(|scope| -> Result<(Answered, Seen)> {
        let reader = scope.spawn(|| wrk::run(&load, setting.reader_core));
        let seen = publish(&store, served.address, &setting.stories[beyond..], setting.publish_seconds)?;
        Ok((reader.join().map_err(|_| anyhow::anyhow!("the readers' thread stopped"))??, seen))
    })?;
    served.stop()?;
    let ratio = busy.p99_ms / quiet.p99_ms.max(0.001);
    let both = |times: &[f64]| (median(times), percentile(times, 0.99));
    let (article, front) = (both(&seen.article_ms), both(&seen.home_ms));
    say(&format!("\nwhile publishing once a second, {} times", seen.article_ms.len()));
    say(&format!(
        "p99 of a hit: {} ms, in quiet {} ms, ratio {}",
        short(busy.p99_ms),
        short(quiet.p99_ms),
        short(ratio)
    ));
    say(&format!(
        "seen on its page after {} ms (p99 {}), on home after {} ms (p99 {})",
        short(article.0),
        short(article.1),
        short(front.0),
        short(front.1)
    ));
    let figures = json!({
        "acts": seen.article_ms.len(), "quiet_p50_ms": quiet.p50_ms, "quiet_p99_ms": quiet.p99_ms, "busy_p50_ms": busy.p50_ms,
        "busy_p99_ms": busy.p99_ms, "p99_ratio": ratio, "article_p50_ms": article.0, "article_p99_ms": article.1,
        "home_p50_ms": front.0, "home_p99_ms": front.1,
    });
    Ok(Publishing { figures, right: busy.errors == 0 && quiet.errors == 0 })
}

/// Corrects a story a second through the desk, in a process that is not the server's, and looks until it can be seen.
fn publish(store: &Store, server: SocketAddr, stories: &[Story], seconds: u64) -> Result<Seen> {
    let (mut article, mut front) = (Client::new(server), Client::new(server));
    let mut seen = Seen::default();
    let begun = Instant::now();
    for (n, story) in stories.iter().enumerate() {
        let next = Duration::from_secs(n as u64);
        if next >= Duration::from_secs(seconds) {
            break;
        }
        std::thread::sleep(next.saturating_sub(begun.elapsed()));
        let note = format!("Corrected in measurement {n} at {}.", dateline::now().ms());
        let order = Order::new(story.id, "Desk", &note)?;
        desk::transaction(store, move |c| desk::act::correct(c, &order, dateline::now()))?;
        let acknowledged = Instant::now();
        seen.article_ms.push(until(&mut article, &http::article(story), &note, acknowledged)?);
        seen.home_ms.push(until(&mut front, "/", &format!("/{}-", story.id), acknowledged)?);
    }
    Ok(seen)
}

/// Looks at a page until it has the words; milliseconds since `from`.
fn until(client: &mut Client, path: &str, words: &str, from: Instant) -> Result<f64> {
    while from.elapsed() < SEEN_WITHIN {
        let reply = client.get(path).with_context(|| format!("{path} was not answered"))?;
        if reply.text().contains(words) {
            return Ok(from.elapsed().as_secs_f64() * 1_000.0);
        }
        std::thread::sleep(LOOK);
    }
    bail!("{path} does not show {words:?} within {} s of its publication", SEEN_WITHIN.as_secs())
}
