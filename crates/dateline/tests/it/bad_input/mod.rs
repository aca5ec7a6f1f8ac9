//! What bad input gets: one file a row of the promise, each with the answer, the log line, and what survives.
//!
//! | input | tests |
//! | --- | --- |
//! | broken feed, one bad item | `broken_feed` |
//! | XML bomb, external entity, 100 MB page, endless redirect, address inside our own network | `hostile_feed` |
//! | DOCTYPE, entities of the document's own | `doctype` |
//! | wrong charset, mojibake, no date, a date in the future | `charset_and_date` |
//! | an embargoed, withheld or cancelled item | `taken_back`; also `stays_down`, `wire_signals` |
//! | a story with an unsupported sentence | `unsupported`; also `liar` |
//! | disk full, database locked, killed at any moment | `store_is_away`, `killed`; also `crash` in the store's tests |
//! | wrong config | `wrong_config` |
//! | a model endpoint that is down | none yet: there is no such endpoint yet |
//! | any failure: one line, no secret in it | `log_line` |
//! | sets of hostile strings, where `DATELINE_DATA` names their folder | `corpus` |

mod broken_feed;
mod charset_and_date;
mod corpus;
mod doctype;
mod hostile_feed;
mod killed;
mod log_line;
pub mod served;
mod store_is_away;
mod taken_back;
mod unsupported;
mod wrong_config;

use std::{
    io::Read,
    path::Path,
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex},
};

use tracing_subscriber::fmt::MakeWriter;

/// The binary, untouched by the caller's settings.
pub fn command(args: &[&str], folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    for setting in ["DATELINE_HOME", "DATELINE_LOG", "DATELINE_LOG_FORMAT"] {
        command.env_remove(setting);
    }
    command.args(args).current_dir(folder).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// What a command said, and the most memory that it had.
pub struct Said {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
    pub peak_bytes: u64,
}

impl Said {
    /// Standard error as the log lines that it must consist of.
    pub fn log(&self) -> Vec<serde_json::Value> {
        lines(&self.err)
    }
}

/// Log lines in JSON; anything else is no log line.
pub fn lines(text: &str) -> Vec<serde_json::Value> {
    let line = |l: &str| serde_json::from_str(l).unwrap_or_else(|e| panic!("{e}: {l:?} is no log line"));
    text.lines().filter(|l| !l.is_empty()).map(line).collect()
}

/// The message of a log line.
pub fn message(line: &serde_json::Value) -> &str {
    line["fields"]["message"].as_str().unwrap_or_default()
}

/// Runs a command to its end.
pub fn run(args: &[&str], folder: &Path) -> Said {
    let mut child = command(args, folder).spawn().unwrap();
    let out = reading(child.stdout.take().unwrap());
    let err = reading(child.stderr.take().unwrap());
    let mut peak_bytes = 0;
    let code = loop {
        peak_bytes = peak_bytes.max(peak(&child));
        if let Some(status) = child.try_wait().unwrap() {
            break status.code();
        }
        std::thread::sleep(std::time::Duration::from_millis(3));
    };
    Said { code, out: out.join().unwrap(), err: err.join().unwrap(), peak_bytes }
}

fn reading(mut from: impl Read + Send + 'static) -> std::thread::JoinHandle<String> {
    std::thread::spawn(move || {
        let mut text = Vec::new();
        from.read_to_end(&mut text).unwrap();
        String::from_utf8_lossy(&text).into_owned()
    })
}

/// The most memory that a running process has had, in bytes; 0 where the system does not say.
fn peak(child: &Child) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
    let line = status.lines().find_map(|l| l.strip_prefix("VmHWM:"));
    line.and_then(|l| l.trim().trim_end_matches(" kB").parse::<u64>().ok()).unwrap_or(0) * 1024
}

/// The log lines of what this thread does in `work`.
pub fn logged<T>(work: impl FnOnce() -> T) -> (T, Vec<serde_json::Value>) {
    let kept = Kept::default();
    let log = tracing_subscriber::fmt().json().with_writer(kept.clone()).with_max_level(tracing::Level::WARN).finish();
    let answer = tracing::subscriber::with_default(log, work);
    let text = String::from_utf8(kept.0.lock().unwrap().clone()).unwrap();
    (answer, lines(&text))
}

#[derive(Clone, Default)]
struct Kept(Arc<Mutex<Vec<u8>>>);

impl std::io::Write for Kept {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Kept {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

/// A feed around items.
pub fn rss(title: &str, items: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>{title}</title><link>http://wire.example/</link>\
         <description>Copy</description>{items}</channel></rss>"
    )
}

/// An item that makes a page of its own: events in different places with different people.
pub fn item(guid: &str, place: &str) -> String {
    format!(
        "<item><guid>{guid}</guid><title>Library of {place} to open on Sundays, council says</title>\
         <pubDate>Mon, 23 Nov 2026 08:00:00 GMT</pubDate><description>The library of {place} will open on Sundays from March, \
         the council of {place} said on Monday. Some 240 readers had asked for it, the council said.</description></item>"
    )
}

/// A newsroom's settings with these sources: name, which is the slug too, and feed. What is supported goes out by itself.
pub fn settings(allow_private: bool, sources: &[(&str, &str)]) -> String {
    let mut out = format!("[wire]\nallow_private = {allow_private}\n{}", testkit::GOES_OUT);
    for (name, feed) in sources {
        out.push_str(&format!("\n[[source]]\nname = \"{name}\"\nslug = \"{name}\"\nfeed = \"{feed}\"\n"));
    }
    out
}

/// The sources as `wire list --json` tells them.
pub fn source(folder: &Path, slug: &str) -> serde_json::Value {
    let list = run(&["wire", "list", "--json"], folder);
    let all = lines(&list.out);
    all.into_iter().find(|s| s["slug"] == slug).unwrap_or_else(|| panic!("no source {slug}: {}", list.err))
}

/// The published stories' headlines.
pub fn published(folder: &Path) -> Vec<String> {
    let list = run(&["story", "list", "--stage", "published", "--json"], folder);
    lines(&list.out).iter().map(|s| s["headline"].as_str().unwrap().to_owned()).collect()
}
