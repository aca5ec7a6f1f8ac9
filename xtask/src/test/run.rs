//! Runs a command, shows what it prints as it comes, and keeps it.

use std::{
    io::{BufRead, BufReader, IsTerminal, Read},
    process::{Command, Stdio},
    sync::Mutex,
    thread,
};

use anyhow::{Context, Result};

use super::{outcome::Outcome, tally::Tally};

/// What a command left behind.
pub struct Ran {
    /// Whether it ended with 0.
    pub ok: bool,
    /// All that it printed, both streams.
    pub lines: Vec<String>,
}

impl Ran {
    /// As a step's outcome, with the counts that it printed; `failed` says what a failure means.
    pub fn outcome(&self, failed: &str) -> Outcome {
        let tally = Tally::read(&self.lines);
        if self.ok { Outcome::Passed(tally) } else { Outcome::Failed(failed.into(), tally) }
    }
}

/// Runs to the end. An error means that it could not be started.
pub fn run(command: &mut Command) -> Result<Ran> {
    let name = command.get_program().to_string_lossy().into_owned();
    if std::io::stdout().is_terminal() {
        command.env("CARGO_TERM_COLOR", "always");
    }
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start `{name}`; is it installed?"))?;
    let (out, err) = (child.stdout.take(), child.stderr.take());
    let lines = Mutex::new(Vec::new());
    thread::scope(|scope| {
        scope.spawn(|| show(out, &lines));
        scope.spawn(|| show(err, &lines));
    });
    let ok = child.wait().with_context(|| format!("lost `{name}`"))?.success();
    Ok(Ran { ok, lines: lines.into_inner().unwrap_or_default() })
}

/// Prints and keeps every line until the stream ends.
fn show(stream: Option<impl Read>, lines: &Mutex<Vec<String>>) {
    let Some(stream) = stream else { return };
    for line in BufReader::new(stream).split(b'\n').map_while(Result::ok) {
        let line = String::from_utf8_lossy(&line).trim_end().to_owned();
        println!("{line}");
        if let Ok(mut lines) = lines.lock() {
            lines.push(line);
        }
    }
}

/// Whether a program answers to `--version`, and with what.
pub fn version(program: &str, flags: &[&str]) -> Option<String> {
    let out = Command::new(program).args(flags).stderr(Stdio::null()).output().ok()?;
    out.status.success().then(|| String::from_utf8_lossy(&out.stdout).trim().to_owned())
}
