//! Where the time goes: the same stream, each step timed by its own.

use std::time::Instant;

use anyhow::{Context, Result};
use news::{
    Time,
    job::{Claimed, Job},
};
use serde_json::{Value, json};

use super::{Bench, LATER_MS};
use crate::{
    archive::world::World,
    figure::{self, say, short},
    stream::Arrival,
};

/// Long enough for any step.
const LEASE_MS: i64 = 5 * Time::MINUTE_MS;
/// Who takes the jobs.
const WORKER: &str = "bench";

/// Seconds and runs of each kind, most seconds first.
pub fn measure(world: &World, arrivals: &[Arrival]) -> Result<Vec<Value>> {
    let bench = Bench::new(world)?;
    let mut spent: Vec<(&'static str, f64, u64)> = Vec::new();
    let mut add = |name: &'static str, begun: Instant| {
        let seconds = begun.elapsed().as_secs_f64();
        match spent.iter_mut().find(|(n, ..)| *n == name) {
            Some((_, total, runs)) => (*total, *runs) = (*total + seconds, *runs + 1),
            None => spent.push((name, seconds, 1)),
        }
    };
    for arrival in arrivals {
        let begun = Instant::now();
        bench.take(arrival)?;
        add("take", begun);
        let now = arrival.at.plus_ms(LATER_MS);
        let mut next = None;
        loop {
            let begun = Instant::now();
            let claim = || bench.room.store.write_unsynced(move |c| store::job::claim(c, WORKER, now, LEASE_MS, 1));
            let Some(job) = next.take().map_or_else(|| Ok(claim()?.into_iter().next()), |job| anyhow::Ok(Some(job)))?
            else {
                break;
            };
            add("claim and done", begun);
            let begun = Instant::now();
            step(&bench, &job, now).with_context(|| format!("{:?} failed", job.job))?;
            add(job.job.name(), begun);
            let begun = Instant::now();
            next = bench.room.store.write_unsynced(move |c| match desk::step::after(&job.job) {
                Some(next) => store::job::done_and_next(c, job.id, &next, WORKER, now, LEASE_MS),
                None => store::job::done(c, job.id).map(|()| None),
            })?;
            add("claim and done", begun);
        }
    }
    spent.sort_by(|a, b| b.1.total_cmp(&a.1));
    let all: f64 = spent.iter().map(|(_, seconds, _)| seconds).sum();
    let rows: Vec<Vec<String>> = spent
        .iter()
        .map(|(name, seconds, runs)| {
            let each_ms = seconds * 1_000.0 / *runs as f64;
            vec![(*name).to_owned(), runs.to_string(), short(each_ms), format!("{:.0}%", seconds / all * 100.0)]
        })
        .collect();
    say("\nwhere the time goes");
    say(&figure::table(&["step", "runs", "ms each", "of all"], &rows));
    Ok(spent.iter().map(|(name, seconds, runs)| json!({"step": name, "seconds": seconds, "runs": runs})).collect())
}

fn step(bench: &Bench, claimed: &Claimed, now: Time) -> Result<()> {
    let room = &bench.room;
    match claimed.job {
        Job::Attach { report } => {
            desk::step::attach::attach(&room.store, &room.house, &room.events, report, now)?;
        }
        Job::Draft { story } => desk::step::draft::draft(&room.store, &room.house, story, now)?,
        Job::Verify { story } => desk::step::verify::verify(&room.store, &room.house, story, now)?,
        Job::Tag { story } => desk::step::tag::tag(&room.store, &room.house, &room.sectors, story, now)?,
        Job::Illustrate { story } => {
            dateline::picture::illustrate(&room.store, room.pictures.as_ref(), &room.accent, story, now)?;
        }
        Job::Decide { story } => desk::step::decide::decide(&room.store, &room.house, story, now)?,
        // Feeds are not asked here.
        _ => {}
    }
    Ok(())
}
