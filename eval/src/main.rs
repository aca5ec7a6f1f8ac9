//! Measures the newsroom's judgement on labelled sets: `eval STAGE PATH… [--json]`. A set is a file of JSON lines (plain or
//! `.gz`) or a folder; the schemas and the metrics' definitions stand with the sets.

mod anchor;
mod figures;
mod floors;
mod measure;
mod progress;
mod set;
mod stage;

use std::{io::Write, path::PathBuf, process::ExitCode};

use clap::Parser;

/// Exit code for wrong usage, as clap uses it.
const WRONG_USAGE: u8 = 2;

/// Measure the newsroom on labelled sets.
///
/// Examples:
///   eval check data/check             every set of the folder, and their mean
///   eval learn data/check             how the check does on sets it has not learned from
///   eval summary data/summary --json  one JSON line a set
///   eval feeds data/feeds             feeds with what they must give
///   eval floors                       our own small sets against eval/floors.toml
#[derive(Parser)]
#[command(name = "eval", version, verbatim_doc_comment)]
struct Args {
    /// What to measure.
    #[arg(value_enum)]
    stage: stage::Stage,
    /// Sets: files of JSON lines (`.jsonl`, `.jsonl.gz`) or folders of them. `floors` takes none.
    paths: Vec<PathBuf>,
    /// Print one JSON line a set instead of a table.
    #[arg(long)]
    json: bool,
    /// With `learn`: the file to write the weights to, crates/check/weights.txt.
    #[arg(long, value_name = "FILE")]
    write: Option<PathBuf>,
    /// Also list on stderr every item that went wrong.
    #[arg(long)]
    misses: bool,
}

fn main() -> ExitCode {
    let args = Args::parse();
    let wrong = match (args.stage, &args.paths[..]) {
        (stage::Stage::Floors, [_, ..]) => Some("`floors` runs on our own sets and takes no path".to_owned()),
        (stage::Stage::Floors, []) => None,
        (stage, []) => Some(format!("give the sets to measure: eval {} PATH…", stage.name())),
        (_, paths) => paths.iter().find(|p| !p.exists()).map(|p| {
            format!("{} is not there; give a .jsonl or .jsonl.gz file, or the folder that holds them", p.display())
        }),
    };
    if let Some(wrong) = wrong {
        return fail(&wrong, WRONG_USAGE);
    }
    match run(&args) {
        Ok(met) if met => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => fail(&format!("{error:#}"), 1),
    }
}

/// Measures and prints; false when a figure is below its floor.
fn run(args: &Args) -> anyhow::Result<bool> {
    let (figures, below) = match args.stage {
        stage::Stage::Floors => floors::measure()?,
        stage => (stage.run(&args.paths, args.write.as_deref())?, Vec::new()),
    };
    let text = if args.json { figures::json_lines(&figures)? } else { figures::table(&figures) };
    std::io::stdout().lock().write_all(text.as_bytes())?;
    let mut err = std::io::stderr().lock();
    for line in figures.iter().flat_map(|f| &f.misses).filter(|_| args.misses) {
        writeln!(err, "{line}")?;
    }
    for line in &below {
        writeln!(err, "below its floor: {line}")?;
    }
    Ok(below.is_empty())
}

fn fail(message: &str, code: u8) -> ExitCode {
    // Nothing is left to do when even stderr is closed.
    let _ = writeln!(std::io::stderr(), "eval: {message}");
    ExitCode::from(code)
}

#[cfg(test)]
mod tests;
