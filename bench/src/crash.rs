//! `crash`: every statement of a small day fails in turn; the server is killed under load; PostgreSQL cuts its connections;
//! the disk fills up. After each, nothing that was acknowledged may be missing, doubled or half there.

mod connections;
mod disk;
mod killing;
mod postgres;
mod statements;

use std::time::Instant;

use anyhow::Result;
use clap::{Args, ValueEnum};

use crate::{
    audit::{Faults, KINDS},
    figure::{self, say},
};

/// What to do.
#[derive(Args, Clone, Debug)]
pub struct Order {
    /// How often the server is killed on each database
    #[arg(long, default_value_t = 200)]
    kills: u32,
    /// Only these parts
    #[arg(long, value_delimiter = ',')]
    part: Vec<Part>,
    /// Seed of the load and of the moments
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Restart the PostgreSQL server too, where we may; others who use it are cut off
    #[arg(long)]
    restart_postgres: bool,
}

/// A part of the run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Part {
    /// Statements that fail in turn.
    Statements,
    /// Kills of a server on SQLite.
    Kills,
    /// Kills of a server on PostgreSQL.
    Postgres,
    /// PostgreSQL's connections cut.
    Connections,
    /// A disk that fills up.
    Disk,
}

const ALL: [Part; 5] = [Part::Statements, Part::Kills, Part::Postgres, Part::Connections, Part::Disk];

/// Kills below which a run is a short one, for every day.
const SHORT_BELOW: u32 = 50;

/// What became of a part.
pub enum Outcome {
    /// It was run: how often it was tormented, how many reports were acknowledged, what was wrong.
    Ran {
        /// Failures, kills or cuts.
        blows: u64,
        /// Acknowledged reports.
        reports: usize,
        /// What was wrong.
        faults: Faults,
    },
    /// It could not be run here, and why.
    Skipped(String),
}

impl Part {
    fn run(self, order: &Order) -> Result<Outcome> {
        let (kills, seed) = (order.kills, order.seed);
        match self {
            Self::Statements => statements::run(kills < SHORT_BELOW),
            Self::Kills => killing::run(None, kills, seed),
            Self::Postgres => postgres::with_database("kills", |url| killing::run(Some(url), kills, seed)),
            Self::Connections => {
                postgres::with_database("cuts", |url| connections::run(url, kills, seed, order.restart_postgres))
            }
            Self::Disk => disk::run(seed),
        }
    }
}

/// A part that ended with an error.
fn stopped(error: anyhow::Error) -> Outcome {
    let mut faults = Faults::default();
    faults.add("stopped", format!("{error:#}"));
    Outcome::Ran { blows: 0, reports: 0, faults }
}

/// Runs the parts and prints a table; false when anything was lost.
pub fn run(order: &Order) -> Result<bool> {
    let wanted = |part: &Part| order.part.is_empty() || order.part.contains(part);
    let (mut rows, mut faults, mut skipped) = (Vec::new(), Vec::new(), Vec::new());
    for part in ALL.into_iter().filter(wanted) {
        let name = part.to_possible_value().map(|v| v.get_name().to_owned()).unwrap_or_default();
        say(&format!("== {name}"));
        let begun = Instant::now();
        // A part that could not go on is a fault of that part; the others are run all the same.
        match part.run(order).unwrap_or_else(stopped) {
            Outcome::Ran { blows, reports, faults: found } => {
                say(&format!("{blows} blows, {reports} reports acknowledged, {} faults", found.count()));
                let mut row = vec![name.clone(), blows.to_string(), reports.to_string()];
                row.extend(KINDS.map(|kind| found.0.get(kind).map_or(0, Vec::len).to_string()));
                rows.push(row);
                faults.extend(found.told().into_iter().map(|told| format!("{name}: {told}")));
            }
            Outcome::Skipped(why) => {
                say(&format!("skipped: {why}"));
                skipped.push(format!("{name}: skipped, {why}"));
            }
        }
        say(&format!("{:.0} s", begun.elapsed().as_secs_f64()));
    }
    let mut head = vec!["part", "blows", "reports"];
    head.extend(KINDS);
    say(&format!("\n{}", figure::table(&head, &rows)));
    skipped.iter().chain(&faults).for_each(|line| say(line));
    Ok(faults.is_empty())
}
