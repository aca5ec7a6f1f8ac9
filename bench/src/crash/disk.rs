//! A home on a small disk that fills up: writes are refused with what to do, pages go on being served, and when there is
//! room again the work goes on.

use std::{
    path::Path,
    process::Command,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, ensure};
use news::stage::Stage;
use store::Store;

use super::{Outcome, killing};
use crate::{
    archive::newsroom,
    audit::{self, Faults},
    desk_at_work::DeskAtWork,
    http::Client,
    process,
    served::Served,
};

/// The disk's size.
const SIZE: &str = "size=24m";
/// Bytes that are freed when it is full.
const SPARE_BYTES: usize = 18 * 1024 * 1024;
/// Jobs that may wait before more is handed in: what is left when the disk is full must fit into the room that is made.
const WAITING: u64 = 10;
/// Deeds after which even a slow newsroom has filled the disk.
const DEEDS: usize = 20_000;
/// How long filling may take.
const FILLED_WITHIN: Duration = Duration::from_secs(120);
/// How long it may take until a new report is out after room was made: the pipeline looks again every few seconds.
const OUT_WITHIN: Duration = Duration::from_secs(60);

/// Fills it once.
pub fn run(seed: u64) -> Result<Outcome> {
    if !process::is_root() {
        return Ok(Outcome::Skipped("only root may mount a small disk".into()));
    }
    let folder = tempfile::Builder::new().prefix("crash-disk-").tempdir()?;
    let mounted = Mounted::new(folder.path())?;
    let (home, spare) = (folder.path().join("home"), folder.path().join("spare"));
    newsroom::settings(&home, "")?;
    std::fs::write(&spare, vec![1; SPARE_BYTES])?;
    let outcome = fill(&home, &spare, seed);
    drop(mounted);
    outcome
}

fn fill(home: &Path, spare: &Path, seed: u64) -> Result<Outcome> {
    let mut faults = Faults::default();
    let mut desk = DeskAtWork::new(Store::open(home)?, seed)?;
    let served = Served::start(home, None)?;
    let mut client = Client::new(served.address);
    let refused = until_refused(&mut desk, &served)?;
    if !refused.contains("full") || !refused.to_lowercase().contains("free some space") {
        faults.add("page broken", format!("a full disk is told as {refused:?}"));
    }
    pages(&mut client, &desk, &mut faults)?;
    std::fs::remove_file(spare)?;
    let begun = Instant::now();
    let new = loop {
        match desk.hand_in(dateline::now()) {
            Ok(taken) => break taken.new,
            Err(error) if begun.elapsed() > OUT_WITHIN => {
                faults.add("report lost", format!("with room again, writes are still refused: {error:#}"));
                break Vec::new();
            }
            Err(_) => std::thread::sleep(Duration::from_millis(200)),
        }
    };
    let out = || {
        desk.store.read(|c| Ok(new.first().map(|r| store::story::of_report(c, *r)).transpose()?.flatten().is_some()))
    };
    while !out()? && begun.elapsed() < OUT_WITHIN {
        std::thread::sleep(Duration::from_millis(200));
    }
    if !out()? {
        faults.add("report without story", "with room again, the pipeline does not go on");
    }
    pages(&mut client, &desk, &mut faults)?;
    served.stop()?;
    killing::finish_jobs(&desk.store)?;
    audit::nothing_lost(&desk.store, &desk.ledger, &mut faults)?;
    audit::all_told_once(&desk.store, &desk.ledger, dateline::now(), &mut faults)?;
    Ok(Outcome::Ran { blows: 1, reports: desk.ledger.reports.len(), faults })
}

/// Works until the disk is full; what was said then.
fn until_refused(desk: &mut DeskAtWork, served: &Served) -> Result<String> {
    let begun = Instant::now();
    for _ in 0..DEEDS {
        ensure!(begun.elapsed() < FILLED_WITHIN, "the disk did not fill up within {} s", FILLED_WITHIN.as_secs());
        if let Err(error) = desk.work(dateline::now()) {
            return Ok(format!("{error:#}"));
        }
        while desk.store.read(store::job::waiting)? > WAITING && begun.elapsed() < FILLED_WITHIN {
            // The server may find the disk full first; then nothing is worked on any more.
            if served.log().iter().any(|line| line.contains("full")) {
                break;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }
    anyhow::bail!("the disk did not fill up with {DEEDS} deeds")
}

fn pages(client: &mut Client, desk: &DeskAtWork, faults: &mut Faults) -> Result<()> {
    let front = client.get("/").context("the server does not answer on a full disk")?;
    if front.status != 200 {
        faults.add("page broken", format!("home answers {} on a full disk", front.status));
    }
    let stories = desk.store.read(|c| store::story::recent(c, Some(Stage::Published), 10))?;
    audit::pages_whole(client, &desk.store, &stories, faults)?;
    audit::killed_gone(client, &desk.ledger.killed, faults)
}

/// A small disk in memory, taken away when dropped.
struct Mounted<'a>(&'a Path);

impl<'a> Mounted<'a> {
    fn new(folder: &'a Path) -> Result<Self> {
        let done = Command::new("mount").args(["-t", "tmpfs", "-o", SIZE, "tmpfs"]).arg(folder).status();
        ensure!(
            done.context("cannot run mount")?.success(),
            "mount could not make a small disk at {}",
            folder.display()
        );
        Ok(Self(folder))
    }
}

impl Drop for Mounted<'_> {
    fn drop(&mut self) {
        // Lazily: a file that is still open somewhere must not keep it.
        Command::new("umount").arg("-l").arg(self.0).status().ok();
    }
}
