//! `cargo xtask`: what the house does to itself. It uses nothing of ours, so it can judge a tree that does not compile.
#![expect(clippy::print_stdout, reason = "a command whose product is what it prints")]

mod bench;
mod known;
mod licence;
mod likeness;
mod rust_text;
mod test;
mod tidy;
mod towns;
mod tree;
mod wordnet;

use std::{path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand};

/// The house's own chores.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", disable_help_subcommand = true)]
struct Cli {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Reads the tree and says which rules of the house it breaks. Builds nothing, takes a second.
    Tidy,
    /// Runs everything: tidy, format, lints, tests, doc tests, licences, evaluation floors, and a browser on the sample site.
    Test(test::Order),
    /// Fills a newsroom's folder with invented stories: --stories N [--home DIR] [--database URL] [--seed S].
    Archive(bench::Order),
    /// Measures: pages | scale | pipeline | report.
    Bench(bench::Order),
    /// Hours of mixed readers on a newsroom that works: --minutes M.
    Soak(bench::Order),
    /// Kills, cuts, fills up and fails the newsroom, and looks whether anything was lost: [--kills N].
    Crash(bench::Order),
    /// Makes the table of synonyms anew from WordNet's dictionary files: [--dict DIR].
    Wordnet(wordnet::Order),
    /// Makes the table of words that keep the same company anew from word vectors: FILE.
    Likeness(likeness::Order),
    /// Makes the list of stolen passwords anew: LIST.
    Known(known::Order),
    /// Makes the table of towns anew from GeoNames' files: DIR.
    Towns(towns::Order),
}

fn main() -> ExitCode {
    let done = match Cli::parse().chore {
        Chore::Tidy => tidy::command(&root()),
        Chore::Test(order) => test::command(&root(), &order),
        Chore::Archive(order) => bench::command(&root(), "archive", &order),
        Chore::Bench(order) => bench::command(&root(), "bench", &order),
        Chore::Soak(order) => bench::command(&root(), "soak", &order),
        Chore::Crash(order) => bench::command(&root(), "crash", &order),
        Chore::Wordnet(order) => wordnet::command(&root(), &order),
        Chore::Likeness(order) => likeness::command(&root(), &order),
        Chore::Known(order) => known::command(&root(), &order),
        Chore::Towns(order) => towns::command(&root(), &order),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            println!("cargo xtask could not go on: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// The workspace's folder: the one above this crate's. Cargo sets the variable when it runs us; the constant serves a
/// binary that is started by hand.
fn root() -> PathBuf {
    let here =
        std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    here.parent().map_or(here.clone(), PathBuf::from)
}
