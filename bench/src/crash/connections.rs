//! PostgreSQL cuts every connection while the newsroom works, and is restarted where we may.

use std::{
    process::Command,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, ensure};
use news::stage::Stage;

use super::{Outcome, killing, postgres};
use crate::{
    archive::newsroom,
    audit::{self, Faults},
    desk_at_work::DeskAtWork,
    home,
    http::Client,
    process,
    served::Served,
};

/// Between two cuts.
const BETWEEN: Duration = Duration::from_millis(400);
/// Cuts at most, however many kills are asked for.
const CUTS: u32 = 40;

/// Cuts so often.
pub fn run(url: &str, cuts: u32, seed: u64, restart: bool) -> Result<Outcome> {
    let folder = tempfile::Builder::new().prefix("crash-").tempdir()?;
    newsroom::settings(folder.path(), &home::database_line(Some(url)))?;
    let mut desk = DeskAtWork::new(home::open(folder.path(), Some(url))?, seed)?;
    let mut served = Served::start(folder.path(), None)?;
    let mut faults = Faults::default();
    let name = url.rsplit('/').next().unwrap_or_default();
    let cut = format!(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}' and pid <> pg_backend_pid()"
    );
    let mut blows = 0;
    for _ in 0..cuts.min(CUTS) {
        work_for(&mut desk, BETWEEN);
        postgres::order("postgres", &cut)?;
        blows += 1;
    }
    if restart && process::is_root() {
        restart_server()?;
        blows += 1;
    }
    work_for(&mut desk, BETWEEN * 5);
    if served.ended() {
        faults.add(
            "page broken",
            format!("the server ended by itself: {}", served.log().last().cloned().unwrap_or_default()),
        );
    } else {
        let mut client = Client::new(served.address);
        let stories = desk.store.read(|c| store::story::recent(c, Some(Stage::Published), 50))?;
        audit::pages_whole(&mut client, &desk.store, &stories, &mut faults)?;
        audit::killed_gone(&mut client, &desk.ledger.killed, &mut faults)?;
        served.stop()?;
    }
    killing::finish_jobs(&desk.store)?;
    audit::nothing_lost(&desk.store, &desk.ledger, &mut faults)?;
    audit::all_told_once(&desk.store, &desk.ledger, dateline::now(), &mut faults)?;
    Ok(Outcome::Ran { blows, reports: desk.ledger.reports.len(), faults })
}

fn work_for(desk: &mut DeskAtWork, time: Duration) {
    let begun = Instant::now();
    while begun.elapsed() < time {
        // What is not acknowledged may be lost.
        desk.work(dateline::now()).ok();
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// By Debian's own command; every cluster that it lists.
fn restart_server() -> Result<()> {
    let tool = process::tool("pg_ctlcluster", "postgresql-common")?;
    let list = Command::new(process::tool("pg_lsclusters", "postgresql-common")?).arg("-h").output()?;
    for line in String::from_utf8_lossy(&list.stdout).lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        if let [version, cluster, port, ..] = words[..]
            && port == "5432"
        {
            let done =
                Command::new(&tool).args([version, cluster, "restart"]).status().context("cannot run pg_ctlcluster")?;
            ensure!(done.success(), "pg_ctlcluster could not restart {version} {cluster}");
        }
    }
    Ok(())
}
