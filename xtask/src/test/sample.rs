//! The sample site, served by the binary on a free port, in a home that is removed afterwards.

use std::{
    io::{BufRead, BufReader, Read},
    path::Path,
    process::{Child, Command, Stdio},
    sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail, ensure};
use tempfile::TempDir;

use super::step::cargo;

/// A debug build on a busy machine takes its time over the sample day.
const READY_WITHIN: Duration = Duration::from_secs(300);
const STOPS_WITHIN: Duration = Duration::from_secs(10);

/// The line that says where; the address stands behind it.
const SERVING: &str = "Dateline is serving ";
/// The line that says that every story of the sample day has been made.
const READY: &str = "Sample day ready: ";

/// A running server. It is killed when it is dropped without being stopped.
pub struct Sample {
    /// `http://127.0.0.1:PORT`, without a slash at the end.
    pub address: String,
    /// The binary that serves it.
    pub binary: String,
    server: Child,
    home: TempDir,
}

impl Sample {
    /// Builds the binary as the tests built it, starts it, and waits until every story is there.
    pub fn start(root: &Path) -> Result<Self> {
        let binary = build(root)?;
        let home = tempfile::Builder::new().prefix("sample-home-").tempdir_in(root.join("target"))?;
        let mut command = Command::new(&binary);
        // The sample newsroom lives in the system's temporary folder, which is ours here: what it leaves is seen, and goes.
        command.current_dir(home.path()).env("TMPDIR", home.path()).args([
            "serve",
            "--sample",
            "--listen",
            "127.0.0.1:0",
        ]);
        let server = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
        let server = server.context("cannot start dateline")?;
        let mut sample = Self { address: String::new(), binary, server, home };
        let (sender, lines) = channel();
        forward(sample.server.stdout.take(), sender.clone());
        forward(sample.server.stderr.take(), sender);
        sample.address = wait_until_ready(&lines)?;
        // The rest of the log is shown as it comes, and never fills the pipe.
        thread::spawn(move || lines.iter().for_each(|line| println!("  dateline: {line}")));
        Ok(sample)
    }

    /// Asks it to stop, as a service manager would, and says what was wrong with that, if anything.
    pub fn stop(mut self) -> Result<Option<String>> {
        if let Some(status) = self.server.try_wait()? {
            return Ok(Some(format!("the server ended by itself ({status})")));
        }
        let asked = Command::new("kill")
            .args(["-TERM", &self.server.id().to_string()])
            .status()
            .context("cannot run `kill`")?;
        ensure!(asked.success(), "`kill` did not reach the server");
        let begun = Instant::now();
        while self.server.try_wait()?.is_none() {
            if begun.elapsed() > STOPS_WITHIN {
                return Ok(Some("the server did not stop within ten seconds of SIGTERM".into()));
            }
            thread::sleep(Duration::from_millis(50));
        }
        let left_behind = std::fs::read_dir(self.home.path())?.next().is_some();
        Ok(left_behind.then(|| "the server left files behind after SIGTERM".into()))
    }
}

impl Drop for Sample {
    fn drop(&mut self) {
        // Both fail only when it is gone already.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// The path of the built binary, as Cargo says it.
fn build(root: &Path) -> Result<String> {
    let words = ["build", "--package", "dateline", "--message-format", "json-render-diagnostics"];
    let out = cargo(root, &words).stderr(Stdio::inherit()).output().context("cannot run cargo")?;
    ensure!(out.status.success(), "dateline does not build");
    let messages = String::from_utf8_lossy(&out.stdout).into_owned();
    let mut binaries = messages.lines().filter_map(|line| {
        let message: serde_json::Value = serde_json::from_str(line).ok()?;
        (message["target"]["name"] == "dateline").then(|| message["executable"].as_str().map(str::to_owned)).flatten()
    });
    binaries.next_back().context("cargo built no binary `dateline`")
}

/// Sends each line on, until the stream or the receiver ends.
fn forward(stream: Option<impl Read + Send + 'static>, to: Sender<String>) {
    let Some(stream) = stream else { return };
    thread::spawn(move || {
        let lines = BufReader::new(stream).split(b'\n').map_while(Result::ok);
        let mut lines = lines.map(|line| String::from_utf8_lossy(&line).trim_end().to_owned());
        lines.all(|line| to.send(line).is_ok());
    });
}

/// The address, once the server listens and the sample day is over.
fn wait_until_ready(lines: &Receiver<String>) -> Result<String> {
    let begun = Instant::now();
    let (mut address, mut ready) = (None, false);
    loop {
        let line = match lines.recv_timeout(READY_WITHIN.saturating_sub(begun.elapsed())) {
            Ok(line) => line,
            Err(RecvTimeoutError::Timeout) => {
                bail!("the sample site was not ready within {} s", READY_WITHIN.as_secs())
            }
            Err(RecvTimeoutError::Disconnected) => {
                bail!("dateline stopped before it was ready; its last words are above")
            }
        };
        println!("  dateline: {line}");
        address = address.or_else(|| address_in(&line));
        ready |= line.contains(READY);
        if let (Some(address), true) = (&address, ready) {
            return Ok(address.clone());
        }
    }
}

/// `http://127.0.0.1:PORT` of the line that says it.
fn address_in(line: &str) -> Option<String> {
    let (_, rest) = line.split_once(SERVING)?;
    let address = rest.split_whitespace().next()?.trim_end_matches(['/', '.', ',']);
    address.starts_with("http://").then(|| address.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_for_both_lines_in_either_order() -> Result<()> {
        for order in [
            ["Dateline is serving http://127.0.0.1:4711/", "Sample day ready: 21 stories"],
            ["Sample day ready: 21 stories", "Dateline is serving http://127.0.0.1:4711"],
        ] {
            let (sender, lines) = channel();
            order.iter().try_for_each(|line| sender.send((*line).to_owned()))?;
            assert_eq!(wait_until_ready(&lines)?, "http://127.0.0.1:4711");
        }
        Ok(())
    }

    #[test]
    fn a_server_that_ends_early_is_an_error() -> Result<()> {
        let (sender, lines) = channel();
        sender.send("error: the port is taken".to_owned())?;
        drop(sender);
        assert!(wait_until_ready(&lines).is_err());
        Ok(())
    }
}
