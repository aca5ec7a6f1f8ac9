//! `cargo xtask test`: everything, step by step, and a plain account at the end.

mod browser;
mod outcome;
mod run;
mod sample;
pub(crate) mod step;
mod tally;

use std::{path::Path, time::Instant};

use anyhow::Result;
use clap::{
    Args,
    builder::{PossibleValue, PossibleValuesParser},
};

use outcome::{Done, Outcome};

/// What to run.
#[derive(Args)]
pub struct Order {
    /// Leave out the browser
    #[arg(long)]
    fast: bool,
    /// Steps to run; all of them when none is named
    #[arg(value_name = "STEP", value_parser = step_names())]
    steps: Vec<String>,
}

fn step_names() -> PossibleValuesParser {
    PossibleValuesParser::new(step::ALL.iter().map(|step| PossibleValue::new(step.name).help(step.about)))
}

/// Runs the steps that are asked for, one after the other, and prints the account; true when none failed.
pub fn command(root: &Path, order: &Order) -> Result<bool> {
    let wanted = |name: &str| order.steps.is_empty() || order.steps.iter().any(|s| s == name);
    let mut all = Vec::new();
    for step in step::ALL.iter().filter(|step| wanted(step.name)) {
        println!("\n== {}: {}", step.name, step.about);
        let begun = Instant::now();
        let outcome = if order.fast && step.name == step::BROWSER {
            Outcome::skipped("left out by --fast")
        } else {
            (step.run)(root).unwrap_or_else(|error| Outcome::failed(format!("{error:#}")))
        };
        all.push(Done { name: step.name, outcome, seconds: begun.elapsed().as_secs_f64() });
    }
    println!("\n{}", outcome::account(&all));
    Ok(!all.iter().any(|done| done.outcome.has_failed()))
}
