//! From a report's arrival to its page in a reader's hands, at a running server, five reports a second.

use std::time::{Duration, Instant};

use anyhow::Result;
use news::{ReportId, stage::Stage};
use serde_json::{Value, json};
use store::Store;

use crate::{
    archive::newsroom,
    desk_at_work::DeskAtWork,
    figure::{median, percentile, say, short},
    http::{self, Client},
    served::Served,
};

/// Between two reports.
const EVERY: Duration = Duration::from_millis(200);
/// Between two looks.
const LOOK: Duration = Duration::from_millis(3);
/// How long the last ones may take.
const LAST: Duration = Duration::from_secs(30);

/// What was found.
pub struct Latency {
    /// The figures.
    pub figures: Value,
    /// Every report came to an end: its page was read, or an editor must look at it.
    pub right: bool,
}

/// A report whose page nobody has seen yet.
struct Waiting {
    report: ReportId,
    since: Instant,
}

/// Measures.
pub fn measure(seed: u64, seconds: u64) -> Result<Latency> {
    std::fs::create_dir_all(crate::home::folder())?;
    let home = tempfile::Builder::new().prefix("latency-").tempdir_in(crate::home::folder())?;
    newsroom::settings(home.path(), "")?;
    let mut desk = DeskAtWork::new(Store::open(home.path())?, seed)?;
    let served = Served::start(home.path(), None)?;
    let mut client = Client::new(served.address);
    let (mut waiting, mut seen_ms, mut held, mut handed) = (Vec::new(), Vec::new(), 0, 0);
    let begun = Instant::now();
    let until = Duration::from_secs(seconds);
    while begun.elapsed() < until || (!waiting.is_empty() && begun.elapsed() < until + LAST) {
        if begun.elapsed() < until && begun.elapsed() >= EVERY * handed {
            let since = Instant::now();
            let taken = desk.hand_in(dateline::now())?;
            waiting.extend(taken.new.into_iter().map(|report| Waiting { report, since }));
            handed += 1;
        }
        let mut left = Vec::new();
        for one in waiting {
            match look(&desk.store, &mut client, &one)? {
                Look::Seen => seen_ms.push(one.since.elapsed().as_secs_f64() * 1_000.0),
                Look::Held => held += 1,
                Look::NotYet => left.push(one),
            }
        }
        waiting = left;
        std::thread::sleep(LOOK);
    }
    served.stop()?;
    let (p50, p99) = (median(&seen_ms), percentile(&seen_ms, 0.99));
    say(&format!(
        "\n{handed} reports handed to a running server, five a second: {} seen, {held} held, {} lost",
        seen_ms.len(),
        waiting.len()
    ));
    say(&format!("from arrival to the page read: p50 {} ms, p99 {} ms", short(p50), short(p99)));
    let figures = json!({"reports": handed, "seen": seen_ms.len(), "held": held, "lost": waiting.len(), "p50_ms": p50, "p99_ms": p99});
    Ok(Latency { figures, right: waiting.is_empty() })
}

enum Look {
    Seen,
    Held,
    NotYet,
}

/// Whether the report's story is out, in a state made from the report or once all work on it is done, and can be read.
fn look(store: &Store, client: &mut Client, one: &Waiting) -> Result<Look> {
    let report = one.report;
    let (story, newest, idle) = store.read(|c| {
        let story = store::story::of_report(c, report)?;
        let story = story.map(|id| store::story::by_id(c, id)).transpose()?.flatten();
        let newest = story.as_ref().map(|s| store::revision::latest(c, s.id)).transpose()?.flatten();
        Ok((story, newest, store::job::waiting(c)? == 0))
    })?;
    let Some((story, newest)) = story.zip(newest) else { return Ok(Look::NotYet) };
    if story.stage == Stage::Held || (story.stage == Stage::Published && !story.held_reason.is_empty()) {
        return Ok(Look::Held);
    }
    // A copy that adds nothing is cited nowhere: its story is out when nothing is left to do.
    let cites = newest.sentences.iter().flat_map(|s| &s.citations).any(|c| c.report == report);
    if story.stage != Stage::Published || newest.published.is_none() || !(cites || idle) {
        return Ok(Look::NotYet);
    }
    let reply = client.get(&http::article(&story))?;
    Ok(if reply.status == 200 { Look::Seen } else { Look::NotYet })
}
