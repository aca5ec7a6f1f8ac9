//! The real binary, serving.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::Path,
    process::Child,
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use super::{command, lines};

/// A newsroom that is served by a process of its own, which ends with the test.
pub struct Served {
    child: Child,
    address: String,
    log: Arc<Mutex<String>>,
}

impl Served {
    /// Serves `folder` on a free port.
    pub fn start(folder: &Path) -> Self {
        Self::spawned(command(&["serve", "--listen", "127.0.0.1:0", "--log-format", "json"], folder))
    }

    /// The same by a command made elsewhere.
    pub fn spawned(mut command: std::process::Command) -> Self {
        let mut child = command.spawn().unwrap();
        let log = Arc::<Mutex<String>>::default();
        let (kept, err) = (log.clone(), BufReader::new(child.stderr.take().unwrap()));
        std::thread::spawn(move || {
            for line in err.lines().map_while(Result::ok) {
                kept.lock().unwrap().push_str(&(line + "\n"));
            }
        });
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        out.read_line(&mut line).unwrap();
        let address = line.trim().rsplit('/').next().unwrap().to_owned();
        assert!(address.contains(':'), "{line:?} {}", log.lock().unwrap());
        std::thread::spawn(move || std::io::copy(&mut out, &mut std::io::sink()).ok());
        Self { child, address, log }
    }

    /// Its log so far.
    pub fn log(&self) -> Vec<serde_json::Value> {
        lines(&self.text())
    }

    /// The same as it stands.
    pub fn text(&self) -> String {
        self.log.lock().unwrap().clone()
    }

    /// Status and body of a page.
    pub fn get(&self, path: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: x\r\nUser-Agent: Mozilla/5.0\r\nConnection: close\r\n\r\n")
            .unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let status = answer.split(' ').nth(1).and_then(|s| s.parse().ok()).unwrap_or(0);
        (status, answer.split_once("\r\n\r\n").map(|(_, body)| body.to_owned()).unwrap_or_default())
    }

    /// Waits until `done`, at most so many seconds.
    #[track_caller]
    pub fn until(&self, what: &str, seconds: u64, done: impl Fn(&Self) -> bool) {
        let began = Instant::now();
        while !done(self) {
            assert!(began.elapsed() < Duration::from_secs(seconds), "{what}: not in {seconds} s. Log: {}", self.text());
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// Ends it without a word.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}
