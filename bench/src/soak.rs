//! `soak`: a newsroom that works while all kinds of readers read it, for minutes or hours. Errors, memory and open files are
//! watched; a killed story must be gone at once.

mod reader;
mod watch;

use std::{
    sync::{Mutex, PoisonError, atomic::AtomicBool},
    time::{Duration, Instant},
};

use anyhow::Result;
use clap::Args;
use news::{StoryId, stage::Stage};
use store::Store;

use crate::{
    archive::{self, newsroom},
    desk_at_work::{Deed, DeskAtWork},
    figure::{self, say},
    http::{self, Client},
    process,
    served::Served,
};
use watch::Watch;

/// Stories that are there at the beginning.
const STORIES: usize = 300;
/// Between two deeds of the desk.
const DEED: Duration = Duration::from_millis(500);
/// Between two lines of the account.
const ACCOUNT: Duration = Duration::from_secs(10);
/// How often readers' lists of addresses are made anew.
const ADDRESSES: Duration = Duration::from_secs(2);
/// Memory may grow by so much over what it was after the first account: caches have a bound, leaks have none.
const GROWTH_BYTES: u64 = 192 * 1024 * 1024;
/// Open files may grow by so much: connections come and go.
const GROWTH_FILES: usize = 64;
/// How long a server may take to say that its pages show a kill.
const SHOWN_WITHIN: Duration = Duration::from_secs(2);
/// After so long a report that was handed in must be part of a story.
const SETTLE: Duration = Duration::from_secs(60);

/// How long.
#[derive(Args, Clone, Debug)]
pub struct Order {
    /// Minutes; fractions are allowed
    #[arg(long, default_value_t = 10.0)]
    minutes: f64,
    /// Seed of readers and desk
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

/// What readers ask for at the moment.
#[derive(Default)]
pub struct Addresses {
    /// Pages that must answer 200.
    live: Vec<String>,
    /// Stories that readers try to fool.
    stories: Vec<StoryId>,
    /// Pages that must answer 410.
    killed: Vec<String>,
}

/// Runs it; false on any error, a killed page served, or growth beyond its bound.
pub fn run(order: &Order) -> Result<bool> {
    std::fs::create_dir_all(crate::home::folder())?;
    let home = tempfile::Builder::new().prefix("soak-").tempdir_in(crate::home::folder())?;
    let archive = archive::Order {
        stories: STORIES,
        home: home.path().to_owned(),
        database: None,
        seed: order.seed,
        now: dateline::now(),
    };
    archive::fill(&archive)?;
    newsroom::settings(home.path(), "")?;
    let store = Store::open(home.path())?;
    let mut desk = DeskAtWork::new(store.clone(), order.seed + 1)?;
    let mut served = Served::start(home.path(), None)?;
    let addresses = Mutex::new(Addresses::default());
    refresh(&store, &addresses)?;
    let (watch, stop) = (Watch::default(), AtomicBool::new(false));
    let time = Duration::from_secs_f64((order.minutes * 60.0).clamp(2.0, 7.0 * 86_400.0));
    let grown = std::thread::scope(|scope| -> Result<Grown> {
        let (address, addresses, watch, stop) = (served.address, &addresses, &watch, &stop);
        for (n, kind) in reader::KINDS.into_iter().enumerate() {
            let seed = order.seed + n as u64;
            scope.spawn(move || reader::read(kind, address, seed, addresses, watch, stop));
        }
        let grown = work(&mut desk, &store, &mut served, addresses, watch, time);
        stop.store(true, std::sync::atomic::Ordering::Relaxed);
        grown
    })?;
    let settled = settled(&store, &desk)?;
    let ended = served.ended();
    served.stop()?;
    Ok(account(&watch, &grown, &settled, ended))
}

/// Memory and open files over the run.
struct Grown {
    begun_bytes: u64,
    most_bytes: u64,
    last_bytes: u64,
    begun_files: usize,
    last_files: usize,
}

/// The desk works, and every now and then what was seen is told.
fn work(
    desk: &mut DeskAtWork,
    store: &Store,
    served: &mut Served,
    addresses: &Mutex<Addresses>,
    watch: &Watch,
    time: Duration,
) -> Result<Grown> {
    let pid = served.pid();
    let mut client = Client::new(served.address);
    let mut grown: Option<Grown> = None;
    let begun = Instant::now();
    let (mut told, mut refreshed) = (begun, begun);
    while begun.elapsed() < time && !served.ended() {
        match desk.work(dateline::now()) {
            Ok(Deed::Kill) => after_a_kill(desk, &mut client, addresses, watch),
            Ok(deed) => watch.deed(deed),
            Err(error) => watch.error(format!("desk: {error:#}")),
        }
        if refreshed.elapsed() > ADDRESSES {
            refresh(store, addresses)?;
            refreshed = Instant::now();
        }
        let over = begun.elapsed() + DEED >= time;
        if told.elapsed() > ACCOUNT || over {
            told = Instant::now();
            let (bytes, files) = (process::memory_bytes(pid)?, process::open_files(pid)?);
            let grown = grown.get_or_insert(Grown {
                begun_bytes: bytes,
                most_bytes: bytes,
                last_bytes: bytes,
                begun_files: files,
                last_files: files,
            });
            grown.most_bytes = grown.most_bytes.max(bytes);
            (grown.last_bytes, grown.last_files) = (bytes, files);
            say(&watch.line(begun.elapsed(), bytes, files));
        }
        std::thread::sleep(DEED);
    }
    grown.ok_or_else(|| anyhow::anyhow!("the server ended before the first account"))
}

/// A kill that was acknowledged is asked for at once, and by readers from now on.
fn after_a_kill(desk: &DeskAtWork, client: &mut Client, addresses: &Mutex<Addresses>, watch: &Watch) {
    watch.deed(Deed::Kill);
    let Some((story, address)) = desk.ledger.killed.last().cloned() else { return };
    match desk.until_shown(SHOWN_WITHIN) {
        Ok(true) => {}
        Ok(false) => watch.error(format!("the kill of {story} was not confirmed within {} s", SHOWN_WITHIN.as_secs())),
        Err(error) => watch.error(format!("kill: {error:#}")),
    }
    match client.get(&address) {
        Ok(reply) if reply.status == 410 => {}
        Ok(reply) => watch.killed_served(format!("{address} answers {} after its kill was acknowledged", reply.status)),
        Err(error) => watch.error(format!("kill: {:?}", error.kind())),
    }
    let mut addresses = addresses.lock().unwrap_or_else(PoisonError::into_inner);
    addresses.live.retain(|live| *live != address);
    addresses.stories.retain(|id| *id != story);
    addresses.killed.push(address);
}

/// The newest published stories; their sector and words may have changed since.
fn refresh(store: &Store, addresses: &Mutex<Addresses>) -> Result<()> {
    let stories = store.read(|c| store::story::recent(c, Some(Stage::Published), 200))?;
    let mut addresses = addresses.lock().unwrap_or_else(PoisonError::into_inner);
    addresses.live = stories.iter().map(http::article).collect();
    addresses.stories = stories.iter().map(|s| s.id).collect();
    Ok(())
}

/// Reports that are part of no story a good while after the end.
fn settled(store: &Store, desk: &DeskAtWork) -> Result<crate::audit::Faults> {
    let begun = Instant::now();
    while store.read(store::job::waiting)? > 0 && begun.elapsed() < SETTLE {
        std::thread::sleep(Duration::from_millis(200));
    }
    let mut faults = crate::audit::Faults::default();
    crate::audit::nothing_lost(store, &desk.ledger, &mut faults)?;
    crate::audit::all_told_once(store, &desk.ledger, dateline::now(), &mut faults)?;
    Ok(faults)
}

fn account(watch: &Watch, grown: &Grown, faults: &crate::audit::Faults, ended: bool) -> bool {
    say("");
    for (kind, count) in watch.counts() {
        say(&format!("{count:>10}  {kind}"));
    }
    let megabytes = |bytes: u64| figure::short(bytes as f64 / 1e6);
    let (begun, last, most) = (megabytes(grown.begun_bytes), megabytes(grown.last_bytes), megabytes(grown.most_bytes));
    say(&format!("memory: {begun} MB at first, {last} at the end, {most} at most"));
    say(&format!("open files: {} at first, {} at the end", grown.begun_files, grown.last_files));
    let leaks =
        grown.last_bytes > grown.begun_bytes + GROWTH_BYTES || grown.last_files > grown.begun_files + GROWTH_FILES;
    if leaks {
        say("memory or open files grew beyond their bound");
    }
    if ended {
        say("the server ended by itself");
    }
    watch.failures().iter().chain(&faults.told()).for_each(|line| say(line));
    let errors = watch.failures().len() + faults.count();
    say(if errors == 0 && !leaks && !ended { "no errors" } else { "NOT clean, see above" });
    errors == 0 && !leaks && !ended
}
