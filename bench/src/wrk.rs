//! Load by `wrk`, one thread on one core.

use std::{
    path::{Path, PathBuf},
    process::Stdio,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, ensure};

use crate::process;

/// Connections that wrk keeps.
pub const CONNECTIONS: usize = 64;

/// What to ask, and how.
#[derive(Clone, Debug)]
pub struct Load {
    /// `http://127.0.0.1:PORT/path`.
    pub url: String,
    /// Request headers.
    pub headers: Vec<(&'static str, &'static str)>,
    /// How long.
    pub seconds: u64,
    /// A script that walks addresses, with the file of them.
    pub walk: Option<(PathBuf, PathBuf)>,
}

/// What came of it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Answered {
    /// Answers in full.
    pub requests: u64,
    /// Seconds that it took.
    pub seconds: f64,
    /// Milliseconds that half of the answers took at most.
    pub p50_ms: f64,
    /// Milliseconds that 99 of 100 answers took at most.
    pub p99_ms: f64,
    /// Broken connections and answers other than 2xx and 3xx.
    pub errors: u64,
}

/// Runs wrk on `core`.
pub fn run(load: &Load, core: Option<usize>) -> Result<Answered> {
    let mut command = process::on_core(core, &process::tool("wrk", "wrk")?);
    command.args([
        "-t1",
        &format!("-c{CONNECTIONS}"),
        &format!("-d{}s", load.seconds),
        "--timeout",
        "10s",
        "--latency",
    ]);
    for (name, value) in &load.headers {
        command.arg("-H").arg(format!("{name}: {value}"));
    }
    if let Some((script, _)) = &load.walk {
        command.arg("-s").arg(script);
    }
    command.arg(&load.url);
    if let Some((_, addresses)) = &load.walk {
        command.arg("--").arg(addresses);
    }
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let child = command.spawn().context("cannot run wrk")?;
    if let Some((_, addresses)) = &load.walk {
        stop_when_walked(child.id(), &mark(addresses), Duration::from_secs(load.seconds))?;
    }
    let out = child.wait_with_output().context("wrk was lost")?;
    let said = String::from_utf8_lossy(&out.stdout).into_owned();
    ensure!(out.status.success(), "wrk failed: {said}{}", String::from_utf8_lossy(&out.stderr));
    read(&said).with_context(|| format!("wrk said something else than expected: {said}"))
}

/// Where the script says that the last address was answered.
fn mark(addresses: &Path) -> PathBuf {
    let mut mark = addresses.as_os_str().to_owned();
    mark.push(".done");
    mark.into()
}

/// Interrupts wrk, which then tells its account, once every address was answered or its time is nearly over.
fn stop_when_walked(pid: u32, mark: &Path, within: Duration) -> Result<()> {
    let begun = Instant::now();
    while begun.elapsed() < within.mul_f64(0.9) {
        if mark.exists() {
            std::fs::remove_file(mark)?;
            return process::signal("INT", pid);
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    Ok(())
}

/// Writes the script that asks each address of a file once and then stops.
pub fn walk_script(folder: &Path, addresses: &[String]) -> Result<(PathBuf, PathBuf)> {
    let (script, list) = (folder.join("walk.lua"), folder.join("addresses.txt"));
    std::fs::write(&script, include_str!("../data/walk.lua"))?;
    std::fs::write(&list, addresses.join("\n"))?;
    Ok((script, list))
}

fn read(said: &str) -> Option<Answered> {
    let mut out = Answered::default();
    for line in said.lines().map(str::trim) {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words[..] {
            ["50%", time] => out.p50_ms = milliseconds(time)?,
            ["99%", time] => out.p99_ms = milliseconds(time)?,
            [requests, "requests", "in", time, ..] => {
                out.requests = requests.parse().ok()?;
                out.seconds = milliseconds(time.trim_end_matches(','))? / 1000.0;
            }
            ["Socket", "errors:", ..] => {
                out.errors += words.iter().filter_map(|w| w.trim_end_matches(',').parse::<u64>().ok()).sum::<u64>();
            }
            ["Non-2xx", .., count] => out.errors += count.parse::<u64>().ok()?,
            _ => {}
        }
    }
    (out.requests > 0).then_some(out)
}

/// `870.00us`, `1.20ms`, `4.00s`, `1.10m`.
fn milliseconds(time: &str) -> Option<f64> {
    let at = time.find(|c: char| c.is_alphabetic())?;
    let (number, unit) = time.split_at(at);
    let factor = match unit {
        "us" => 0.001,
        "ms" => 1.0,
        "s" => 1_000.0,
        "m" => 60_000.0,
        _ => return None,
    };
    Some(number.parse::<f64>().ok()? * factor)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn its_account_is_read() {
        let said = "Running 4s test @ http://127.0.0.1:1/\n  1 threads and 64 connections\n  Latency Distribution\n     50%  \
            870.00us\n     75%    1.10ms\n     90%    2.00ms\n     99%    4.20ms\n  120000 requests in 4.10s, 1.00GB read\n  \
            Socket errors: connect 0, read 1, write 0, timeout 2\n  Non-2xx or 3xx responses: 3\nRequests/sec: 30000.00\n";
        let want = Answered { requests: 120_000, seconds: 4.1, p50_ms: 0.87, p99_ms: 4.2, errors: 6 };
        assert_eq!(read(said), Some(want));
    }
}
