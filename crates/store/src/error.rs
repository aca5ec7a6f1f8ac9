//! What went wrong, in a sentence that says what to do.

use std::path::PathBuf;

/// What went wrong, and what to do about it. Nothing of the failed transaction is kept.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The database said no for a reason that is ours: wrong SQL, a broken rule of a table.
    #[error("{0}")]
    Database(String),
    /// Another program holds the database.
    #[error(
        "the database {} is held by another program for too long. Nothing was saved. Close other Dateline commands and \
         database tools that have it open, then try again",
        path.display()
    )]
    Locked {
        /// Which file, or host and database.
        path: PathBuf,
    },
    /// No room.
    #[error(
        "the disk of {} is full. Nothing was saved; what was saved before is safe. Free some space, then try again",
        path.display()
    )]
    Full {
        /// Which file.
        path: PathBuf,
    },
    /// No permission to write.
    #[error(
        "{} cannot be written. Give the user that runs Dateline write permission on the file and its folder, or choose \
         another folder with --home",
        path.display()
    )]
    ReadOnly {
        /// Which file or folder.
        path: PathBuf,
    },
    /// The bytes on disk are not what was written.
    #[error(
        "{} is damaged ({detail}). Stop Dateline, keep a copy of the whole folder, and put the newest backup in its place",
        path.display()
    )]
    Corrupt {
        /// Which file.
        path: PathBuf,
        /// What was seen.
        detail: String,
    },
    /// The database server cannot be reached, or stopped answering. Nothing of the closure was saved.
    #[error(
        "the database at {host} does not answer ({why}). Dateline keeps serving what it has and tries again; check that \
         PostgreSQL runs and that store.database is right"
    )]
    Away {
        /// Host, port and database name; never user or password.
        host: String,
        /// What was seen.
        why: String,
    },
    /// The connection was lost between the order to commit and its answer.
    #[error(
        "the database at {host} stopped answering while it saved ({why}): it is not known whether this was saved. Look \
         before you do it again"
    )]
    Unknown {
        /// Host, port and database name.
        host: String,
        /// What was seen.
        why: String,
    },
    /// A database address that cannot be used.
    #[error("{0}")]
    Address(String),
    /// Made by a newer Dateline.
    #[error(
        "{} was made by a newer Dateline (schema {found}; this one knows {known}). Install that version or a later one, or \
         choose another folder with --home; nothing was changed",
        path.display()
    )]
    Newer {
        /// Which file.
        path: PathBuf,
        /// Its schema number.
        found: i64,
        /// The newest that this binary knows.
        known: i64,
    },
    /// Another process serves this home.
    #[error(
        "another Dateline serves {} already{by}. Stop it first, or choose another folder with --home; commands that do not \
         serve may run beside it",
        home.display()
    )]
    InUse {
        /// The home folder.
        home: PathBuf,
        /// ` (process 123)` when known.
        by: String,
    },
    /// There is no such row.
    #[error("there is no {what} {id} in this newsroom")]
    Missing {
        /// `story`, `revision`, …
        what: &'static str,
        /// Its id.
        id: i64,
    },
    /// The store's own rules forbid it.
    #[error("{0}")]
    Refused(String),
    /// A stored value that this version cannot read.
    #[error("a stored value cannot be read: {0}. It was written by another version of Dateline or changed by hand")]
    Unreadable(String),
    /// The closure panicked; only its own writes were rolled back.
    #[error("a fault in Dateline stopped this write and nothing of it was saved: {0}. Please report it")]
    Panicked(String),
    /// The whole group of writes was rolled back by a fault in one of them.
    #[error("a write that was saved together with this one failed, so nothing was saved: {0}")]
    RolledBack(String),
    /// A file or folder could not be used.
    #[error("{} cannot be used: {source}. Check that the folder exists, is writable and has room", path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The caller's own error, to roll back with: `Err(Error::caller(refusal))`.
    #[error("{0}")]
    Caller(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// A store function's answer.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// Whether the store as a whole cannot be used just now, rather than one row of it.
    pub fn is_away(&self) -> bool {
        !matches!(
            self,
            Self::Unreadable(_) | Self::Missing { .. } | Self::Refused(_) | Self::Caller(_) | Self::Panicked(_)
        )
    }

    /// Wraps the caller's own error, so that a closure can roll back with it.
    pub fn caller(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::Caller(error.into())
    }

    /// The same fault for another of those whom it hit. Most faults cannot be copied: those become their words.
    pub(crate) fn again(&self) -> Self {
        match self {
            Self::Away { host, why } => Self::Away { host: host.clone(), why: why.clone() },
            Self::Unknown { host, why } => Self::Unknown { host: host.clone(), why: why.clone() },
            Self::Locked { path } => Self::Locked { path: path.clone() },
            Self::Full { path } => Self::Full { path: path.clone() },
            other => Self::Database(other.to_string()),
        }
    }

    /// An input-output error with its path: full disks and missing permission get their own sentences.
    pub(crate) fn file(path: &std::path::Path, source: std::io::Error) -> Self {
        use std::io::ErrorKind::{PermissionDenied, QuotaExceeded, ReadOnlyFilesystem, StorageFull};
        let path = path.to_owned();
        match source.kind() {
            StorageFull | QuotaExceeded => Self::Full { path },
            PermissionDenied | ReadOnlyFilesystem => Self::ReadOnly { path },
            _ => Self::File { path, source },
        }
    }
}
