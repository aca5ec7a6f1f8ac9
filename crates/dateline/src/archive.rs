//! The archive that backups are kept in: a tar file, packed by gzip or not, whose first member says what else is in it.
//!
//! `manifest.json`, `manifest.sha256` (of the manifest), then every member in the manifest's order. It is read strictly:
//! nothing may stand in it that the manifest does not name, and every byte counts, so that damage is found wherever it is.

mod manifest;
mod read;
mod write;

use std::path::{Path, PathBuf};

pub use manifest::{FORMAT, Kind, Manifest, Member};
pub use read::{Sink, read};
pub use write::{Origin, write};

/// An archive that must not be used, with the place where that shows.
#[derive(Debug, thiserror::Error)]
#[error("{} cannot be used, at {member}: {what}", file.display())]
pub struct Bad {
    /// The archive.
    pub file: PathBuf,
    /// The member.
    pub member: String,
    /// What is wrong, and what to do.
    pub what: String,
}

/// What to do about an archive that is damaged.
const DAMAGED: &str = "The archive is damaged: take another one, or make a new one with `dateline backup`";

impl Bad {
    fn new(file: &Path, member: &str, what: impl Into<String>) -> Self {
        Self { file: file.to_owned(), member: member.to_owned(), what: what.into() }
    }

    /// Bytes are not what was written.
    pub fn damaged(file: &Path, member: &str, what: impl std::fmt::Display) -> Self {
        Self::new(file, member, format!("{what}. {DAMAGED}"))
    }
}

/// Follows the work: a step begins, some bytes of it are done.
pub trait Watch {
    /// A step of that many bytes begins.
    fn step(&self, words: &'static str, bytes: u64);
    /// So many more bytes of it are done.
    fn done(&self, bytes: u64);
}

/// Nobody watches.
pub struct Unwatched;

impl Watch for Unwatched {
    fn step(&self, _: &'static str, _: u64) {}
    fn done(&self, _: u64) {}
}
