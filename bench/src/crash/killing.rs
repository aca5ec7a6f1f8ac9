//! `dateline serve` is killed at random moments while reports, corrections and kills come in; each time it comes back, all
//! that was acknowledged must be there.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use news::{
    Lang, SourceId, Time,
    job::Job,
    source::{NewSource, Treatment},
    stage::Stage,
};
use store::Store;

use super::Outcome;
use crate::{
    archive::newsroom,
    audit::{self, Faults},
    chance::Chance,
    desk_at_work::DeskAtWork,
    feed,
    feed_server::FeedServer,
    home,
    http::Client,
    pipeline,
    served::Served,
};

/// Milliseconds that a server lives, from start to kill.
const LIFE_MS: (i64, i64) = (15, 700);
/// Milliseconds between two deeds of the desk.
const DEED_MS: i64 = 25;
/// Pages looked at after each kill.
const PAGES: usize = 6;
/// A job that a killed worker held is due again when its lease is over.
const LEASE_MS: i64 = 6 * Time::MINUTE_MS;
/// Leases after which jobs count as stuck.
const LEASES: usize = 120;
/// How long the last pull may take.
const PULLED_WITHIN: Duration = Duration::from_secs(30);

/// The source that the server pulls itself.
const PULLED: &str = "pulled-wire";

/// Kills the server so often.
pub fn run(database: Option<&str>, kills: u32, seed: u64) -> Result<Outcome> {
    let folder = tempfile::Builder::new().prefix("crash-").tempdir()?;
    newsroom::settings(folder.path(), &home::database_line(database))?;
    let mut desk = DeskAtWork::new(home::open(folder.path(), database)?, seed)?;
    let feeds = FeedServer::start()?;
    let pulled = add_feed(&desk.store, &feeds)?;
    let mut chance = Chance::of(seed, 9);
    let mut faults = Faults::default();
    let mut told: Vec<news::report::Report> = Vec::new();
    let bar = crate::progress::bar("kills", kills as usize);
    for kill in 0..kills {
        let served = Served::start(folder.path(), None).with_context(|| format!("after {kill} kills"))?;
        let mut client = Client::new(served.address);
        if kill > 0 {
            after_a_kill(&desk, &mut client, &mut faults)?;
        }
        tell_by_feed(&mut desk, &feeds, &mut told, pulled)?;
        let life = Duration::from_millis(chance.between(LIFE_MS.0, LIFE_MS.1).unsigned_abs());
        let begun = Instant::now();
        let killer = std::thread::spawn(move || {
            std::thread::sleep(life);
            served.kill();
        });
        while begun.elapsed() < life {
            // What is not acknowledged may be lost.
            desk.work(dateline::now()).ok();
            client.get("/").ok();
            std::thread::sleep(Duration::from_millis(chance.between(0, 2 * DEED_MS).unsigned_abs()));
        }
        killer.join().map_err(|_| anyhow::anyhow!("the killing thread stopped"))?;
        bar.inc(1);
    }
    bar.finish_and_clear();
    settle(folder.path(), &mut desk, pulled, &told, &mut faults)?;
    Ok(Outcome::Ran { blows: u64::from(kills), reports: desk.ledger.reports.len(), faults })
}

fn add_feed(store: &Store, feeds: &FeedServer) -> Result<SourceId> {
    let new = NewSource {
        slug: PULLED.into(),
        name: "Pulled Wire".into(),
        home: None,
        feed_url: Some(feeds.url()),
        treatment: Treatment::Rewrite,
        show_words: 200,
        lang: Lang::en(),
        zone: Some("UTC".into()),
        no_ai: false,
    };
    feeds.set(feed::rss("Pulled Wire", "en", []));
    Ok(store.write(move |c| store::source::put(c, &new, Time(0)))?)
}

/// One more item in the feed, which is due at once.
fn tell_by_feed(
    desk: &mut DeskAtWork,
    feeds: &FeedServer,
    told: &mut Vec<news::report::Report>,
    pulled: SourceId,
) -> Result<()> {
    let now = dateline::now();
    let (_, mut report) = desk.next_report(now);
    report.guid = format!("{PULLED}:{}", told.len());
    told.push(report);
    feeds.set(feed::rss("Pulled Wire", "en", told.iter()));
    pull_now(&desk.store, pulled, now)
}

fn pull_now(store: &Store, source: SourceId, now: Time) -> Result<()> {
    Ok(store.write(move |c| {
        store::source::fetched(c, source, None, None, now, now)?;
        store::job::add(c, &Job::Pull { source }, now, now)
    })?)
}

fn after_a_kill(desk: &DeskAtWork, client: &mut Client, faults: &mut Faults) -> Result<()> {
    audit::nothing_lost(&desk.store, &desk.ledger, faults)?;
    let stories = desk.store.read(|c| store::story::recent(c, Some(Stage::Published), PAGES))?;
    audit::pages_whole(client, &desk.store, &stories, faults)?;
    let newest = desk.ledger.killed.len().saturating_sub(PAGES);
    audit::killed_gone(client, &desk.ledger.killed[newest..], faults)
}

/// Lets everything come to its end, then looks at all of it.
fn settle(
    home: &std::path::Path,
    desk: &mut DeskAtWork,
    pulled: SourceId,
    told: &[news::report::Report],
    faults: &mut Faults,
) -> Result<()> {
    let served = Served::start(home, None)?;
    pull_now(&desk.store, pulled, dateline::now())?;
    let begun = Instant::now();
    let last = told.last().map(|r| r.guid.clone()).unwrap_or_default();
    let there = || desk.store.read(|c| store::report::by_guid(c, Some(pulled), &last)).map(|r| r.is_some());
    while !there()? && begun.elapsed() < PULLED_WITHIN {
        std::thread::sleep(Duration::from_millis(100));
    }
    served.stop()?;
    let guids = told.iter().map(|r| (PULLED.to_owned(), r.guid.clone()));
    desk.ledger.reports.extend(guids);
    finish_jobs(&desk.store)?;
    let served = Served::start(home, None)?;
    let mut client = Client::new(served.address);
    audit::nothing_lost(&desk.store, &desk.ledger, faults)?;
    audit::all_told_once(&desk.store, &desk.ledger, dateline::now(), faults)?;
    let stories = desk.store.read(|c| store::story::recent(c, Some(Stage::Published), 1_000_000))?;
    audit::pages_whole(&mut client, &desk.store, &stories, faults)?;
    audit::killed_gone(&mut client, &desk.ledger.killed, faults)?;
    served.stop()
}

/// Runs what is left, with a clock that goes on past the leases of workers that were killed.
pub fn finish_jobs(store: &Store) -> Result<()> {
    let room = pipeline::room(store.clone());
    let mut now = dateline::now();
    for _ in 0..LEASES {
        room.until_idle(now)?;
        if store.read(store::job::waiting)? == 0 {
            return Ok(());
        }
        now = now.plus_ms(LEASE_MS);
    }
    Ok(())
}
