//! `dateline serve` on a home, as its users run it.

use std::{
    io::{BufRead, BufReader, Read},
    net::SocketAddr,
    path::Path,
    process::Stdio,
    sync::{Arc, Mutex, PoisonError, mpsc::channel},
    time::Duration,
};

use anyhow::{Context, Result};

use crate::process::{self, Running};

/// How long it may take until it serves.
const READY_WITHIN: Duration = Duration::from_secs(60);
/// The line that says where; the address stands behind it.
const SERVING: &str = "Dateline is serving http://";
/// Lines of its log that are kept.
const LOG_LINES: usize = 2_000;

/// A running server.
pub struct Served {
    /// Where it listens.
    pub address: SocketAddr,
    process: Running,
    log: Arc<Mutex<Vec<String>>>,
}

impl Served {
    /// Serves `home` at a free port of 127.0.0.1, on one core where one is named.
    pub fn start(home: &Path, core: Option<usize>) -> Result<Self> {
        let mut command = process::on_core(core, &process::ours("dateline")?);
        command.args(["serve", "--listen", "127.0.0.1:0", "--home"]).arg(home);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut process = Running::start(&mut command)?;
        let log = Arc::new(Mutex::new(Vec::new()));
        let (told, said) = channel();
        let (out, err) = (process.child().stdout.take(), process.child().stderr.take());
        let keep = log.clone();
        std::thread::spawn(move || {
            lines(out, |line| {
                if let Some(address) = line.strip_prefix(SERVING).and_then(|a| a.trim().parse().ok()) {
                    // Nobody waits for a second address.
                    told.send(address).ok();
                }
                push(&keep, line);
            })
        });
        let keep = log.clone();
        std::thread::spawn(move || lines(err, |line| push(&keep, line)));
        let address = said.recv_timeout(READY_WITHIN);
        let address = address.ok().with_context(|| format!("dateline serve did not start: {}", last_words(&log)))?;
        Ok(Self { address, process, log })
    }

    /// Its process.
    pub fn pid(&self) -> u32 {
        self.process.pid()
    }

    /// Ends it in the middle of whatever it does.
    pub fn kill(mut self) {
        self.process.kill();
    }

    /// Asks it to stop; views that it has counted are written then.
    pub fn stop(mut self) -> Result<()> {
        self.process.stop(Duration::from_secs(20)).map(drop)
    }

    /// Whether it has ended by itself.
    pub fn ended(&mut self) -> bool {
        self.process.ended()
    }

    /// The lines that it printed, the newest last.
    pub fn log(&self) -> Vec<String> {
        self.log.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

fn lines(stream: Option<impl Read>, mut each: impl FnMut(String)) {
    let Some(stream) = stream else { return };
    BufReader::new(stream).lines().map_while(Result::ok).for_each(&mut each);
}

fn push(log: &Mutex<Vec<String>>, line: String) {
    let mut log = log.lock().unwrap_or_else(PoisonError::into_inner);
    if log.len() >= LOG_LINES {
        log.remove(0);
    }
    log.push(line);
}

fn last_words(log: &Mutex<Vec<String>>) -> String {
    let log = log.lock().unwrap_or_else(PoisonError::into_inner);
    log.last().cloned().unwrap_or_else(|| "it said nothing".into())
}
