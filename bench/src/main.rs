//! `bench`: what `cargo xtask archive|bench|soak|crash` builds and runs.

use std::{io::Write, path::PathBuf, process::ExitCode};

use anyhow::Result;
use clap::{Parser, Subcommand};

/// Measures and torments the newsroom. Traffic goes to 127.0.0.1 only.
#[derive(Parser)]
#[command(name = "bench", disable_help_subcommand = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Fill a newsroom's folder with invented stories
    Archive(Archive),
    /// Measure, print a table, and keep the figures in target/bench
    #[command(subcommand)]
    Bench(Measure),
    /// Kill, cut, fill up and fail the newsroom, and look whether anything was lost; exit code 1 when it was
    Crash(bench::crash::Order),
    /// Mixed readers on a newsroom that works; exit code 1 on errors, a killed page served, or growth
    Soak(bench::soak::Order),
}

#[derive(Subcommand)]
enum Measure {
    /// Pages from the cache beside nginx, pages made anew, pages while publishing
    Pages(bench::pages::Order),
    /// What pages cost in archives of several sizes
    Scale(bench::scale::Order),
    /// Sentences that the check judges in a second
    Check(bench::check::Order),
    /// Reports that Attach places in a second
    Attach(bench::attach::Order),
    /// The editors' queue, a story's screen, and the check while typing
    Desk(bench::desk::Order),
    /// From wire bytes to published pages
    Pipeline(bench::pipeline::Order),
    /// Write the tables of docs/performance.md from the figures in target/bench
    Report,
}

#[derive(clap::Args)]
struct Archive {
    /// How many
    #[arg(long)]
    stories: usize,
    /// The newsroom's folder; target/bench/archive-N when left out
    #[arg(long, value_name = "DIR")]
    home: Option<PathBuf>,
    /// PostgreSQL instead of files: postgres://user@127.0.0.1/name
    #[arg(long, value_name = "URL")]
    database: Option<String>,
    /// The same seed at the same moment gives the same archive
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

fn main() -> ExitCode {
    match run(Cli::parse().command) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            // If even stderr is gone there is nobody left to tell.
            writeln!(std::io::stderr().lock(), "bench: {error:#}").ok();
            ExitCode::FAILURE
        }
    }
}

/// False when something was measured that must not be.
fn run(command: Command) -> Result<bool> {
    match command {
        Command::Archive(archive) => archive_command(&archive),
        Command::Soak(order) => bench::soak::run(&order),
        Command::Crash(order) => bench::crash::run(&order),
        Command::Bench(Measure::Pages(order)) => bench::pages::run(&order),
        Command::Bench(Measure::Scale(order)) => bench::scale::run(&order),
        Command::Bench(Measure::Attach(order)) => bench::attach::run(&order),
        Command::Bench(Measure::Desk(order)) => bench::desk::run(&order),
        Command::Bench(Measure::Pipeline(order)) => bench::pipeline::run(&order),
        Command::Bench(Measure::Check(order)) => bench::check::run(&order),
        Command::Bench(Measure::Report) => bench::report::run(),
    }
}

fn archive_command(archive: &Archive) -> Result<bool> {
    let order = bench::archive::Order {
        stories: archive.stories,
        home: archive.home.clone().unwrap_or_else(|| bench::home::archive(archive.stories)),
        database: archive.database.clone(),
        seed: archive.seed,
        now: dateline::now(),
    };
    let filled = bench::archive::fill(&order)?;
    let (stories, seconds) = (filled.stories as f64, filled.seconds);
    let mut out = std::io::stdout().lock();
    let size = match order.database {
        None => format!("{:.0} bytes on disk a story, in {}", filled.bytes as f64 / stories, order.home.display()),
        Some(_) => format!("in the database; its settings are in {}", order.home.display()),
    };
    let rate = stories / seconds;
    writeln!(
        out,
        "{} stories and {} reports in {seconds:.1} s: {rate:.0} stories a second, {size}",
        filled.stories, filled.reports
    )?;
    Ok(true)
}
