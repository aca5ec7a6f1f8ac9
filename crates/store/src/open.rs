//! The newsroom's store: two SQLite files and a folder of large blobs under one home.

use std::fs::{File, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::conn::Conn;
use crate::database::Database;
use crate::{Error, Result, migrate};

/// The newsroom's database and blobs. Cheap to clone; threads share it.
#[derive(Clone)]
pub struct Store {
    pub(crate) main: Arc<Database>,
    pub(crate) raw: Arc<Database>,
    pub(crate) blobs: Arc<Path>,
}

/// The right to serve a home, held by one process at a time and given back when it is dropped or the process ends.
#[derive(Debug)]
#[must_use = "the home is given back when this is dropped"]
pub struct Serving {
    _lock: File,
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Store({})", self.blobs.parent().unwrap_or(&self.blobs).display())
    }
}

impl Store {
    /// Opens (and makes, and migrates) the newsroom's store in the folder `home`: `newsroom.sqlite`, `raw.sqlite`, `blobs/`.
    ///
    /// Several processes may have one home open: a command waits its turn for some seconds behind the server's writes.
    pub fn open(home: &Path) -> Result<Store> {
        let blobs = home.join("blobs");
        std::fs::create_dir_all(&blobs).map_err(|e| Error::file(&blobs, e))?;
        Ok(Store {
            main: Arc::new(Database::open(&home.join("newsroom.sqlite"), migrate::NEWSROOM)?),
            raw: Arc::new(Database::open(&home.join("raw.sqlite"), migrate::RAW)?),
            blobs: blobs.into(),
        })
    }

    /// Takes the right to serve `home`; refused while another process holds it.
    pub fn serving(home: &Path) -> Result<Serving> {
        let path: PathBuf = home.join("serving.lock");
        let file = |e| Error::file(&path, e);
        std::fs::create_dir_all(home).map_err(file)?;
        let mut lock = File::options().read(true).write(true).create(true).truncate(false).open(&path).map_err(file)?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let mut pid = String::new();
                // Only a help to the reader of the message.
                let _ = lock.read_to_string(&mut pid);
                let by = pid.trim().parse::<u32>().map(|pid| format!(" (process {pid})")).unwrap_or_default();
                return Err(Error::InUse { home: home.to_owned(), by });
            }
            Err(TryLockError::Error(e)) => return Err(file(e)),
        }
        lock.set_len(0)
            .and_then(|()| lock.rewind())
            .and_then(|()| writeln!(lock, "{}", std::process::id()))
            .map_err(file)?;
        Ok(Serving { _lock: lock })
    }

    /// Runs `work` as one transaction; returns after the commit is on disk. An `Err` from `work`, or a panic, rolls back
    /// its own writes and nothing else. `work` runs on the writing thread: it must be short, and must not call `write`.
    pub fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut dyn Conn) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.main.write(work)
    }

    /// Runs `work` on a reading connection (one snapshot).
    pub fn read<T>(&self, work: impl FnOnce(&mut dyn Conn) -> Result<T>) -> Result<T> {
        self.main.read(work)
    }

    /// Reads both databases through and returns what is wrong with them, in words; empty when all is well.
    pub fn check(&self) -> Result<Vec<String>> {
        let mut found = Vec::new();
        for database in [&self.main, &self.raw] {
            let said =
                database.read(|c| c.all("PRAGMA integrity_check", &[], |row| row.get::<String>("integrity_check")))?;
            found.extend(said.into_iter().filter(|word| word != "ok"));
        }
        Ok(found)
    }
}
