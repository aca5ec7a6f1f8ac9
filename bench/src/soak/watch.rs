//! What readers and desk saw: answers by kind, errors with the first few in words.

use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use crate::desk_at_work::Deed;

/// Errors of a kind that are kept in words.
const KEPT: usize = 5;

#[derive(Default)]
struct Seen {
    counts: BTreeMap<String, u64>,
    errors: u64,
    words: Vec<String>,
    killed: Vec<String>,
}

/// Shared by all.
#[derive(Default)]
pub struct Watch(Mutex<Seen>);

impl Watch {
    fn with<T>(&self, work: impl FnOnce(&mut Seen) -> T) -> T {
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// An answer that was as it must be.
    pub fn answered(&self, kind: &str, status: u16) {
        self.with(|seen| *seen.counts.entry(format!("{kind}, {status}")).or_default() += 1);
    }

    /// Something that the desk did.
    pub fn deed(&self, deed: Deed) {
        self.with(|seen| *seen.counts.entry(format!("desk: {deed:?}").to_lowercase()).or_default() += 1);
    }

    /// An answer or a connection that was not as it must be.
    pub fn error(&self, what: String) {
        self.with(|seen| {
            seen.errors += 1;
            if seen.words.len() < KEPT {
                seen.words.push(what);
            }
        });
    }

    /// A killed story that was still to be read.
    pub fn killed_served(&self, what: String) {
        self.with(|seen| seen.killed.push(what));
    }

    /// One line of account.
    pub fn line(&self, after: Duration, bytes: u64, files: usize) -> String {
        self.with(|seen| {
            let answers: u64 = seen.counts.iter().filter(|(kind, _)| !kind.starts_with("desk")).map(|(_, n)| n).sum();
            format!(
                "{:>6.0} s  {answers:>9} answers  {} errors  {} killed served  {} MB  {files} files",
                after.as_secs_f64(),
                seen.errors,
                seen.killed.len(),
                bytes / 1_000_000
            )
        })
    }

    /// All counts by kind.
    pub fn counts(&self) -> Vec<(String, u64)> {
        self.with(|seen| seen.counts.iter().map(|(kind, n)| (kind.clone(), *n)).collect())
    }

    /// What went wrong, in words; as many lines as there were errors at most.
    pub fn failures(&self) -> Vec<String> {
        self.with(|seen| {
            let more = seen.errors.saturating_sub(seen.words.len() as u64);
            let mut lines: Vec<String> = seen.words.iter().map(|w| format!("error: {w}")).collect();
            lines.extend((more > 0).then(|| format!("error: and {more} more")));
            lines.extend(seen.killed.iter().map(|w| format!("killed page served: {w}")));
            lines
        })
    }
}
