//! The newsroom's store: two SQLite files and a folder of large blobs under one home, or one PostgreSQL database.

use std::fs::{File, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::conn::Conn;
use crate::database::Database;
use crate::fault::{Fault, behind};
use crate::postgres::Address;
use crate::session::Place;
use crate::{Error, Result, migrate};

/// The newsroom's database and blobs. Cheap to clone; threads share it.
#[derive(Clone)]
pub struct Store {
    pub(crate) main: Arc<Database>,
    pub(crate) raw: Arc<Database>,
    /// Where large blobs have files of their own; `None` where all are rows.
    pub(crate) blobs: Option<Arc<Path>>,
    pub(crate) fault: Option<Fault>,
}

/// The right to serve a home, held by one process at a time and given back when it is dropped or the process ends.
#[derive(Debug)]
#[must_use = "the home is given back when this is dropped"]
pub struct Serving {
    _lock: File,
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Store({})", self.label().display())
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
            main: Arc::new(Database::open(Place::Sqlite(home.join("newsroom.sqlite")), &migrate::NEWSROOM)?),
            raw: Arc::new(Database::open(Place::Sqlite(home.join("raw.sqlite")), &migrate::RAW)?),
            blobs: Some(blobs.into()),
            fault: None,
        })
    }

    /// Opens (and makes, and migrates) the newsroom's store in the PostgreSQL database at `url`
    /// (`postgres://user:password@host:port/database`), in the first schema of its `search_path`. Blobs are rows, too.
    ///
    /// Any number of processes, on any number of machines, may have it open and write. The address is in no error, log or
    /// `Debug`: it may hold a password.
    pub fn connect(url: &str) -> Result<Store> {
        let place = Place::Postgres(Arc::new(Address::parse(url)?));
        Ok(Store {
            main: Arc::new(Database::open(place.clone(), &migrate::NEWSROOM)?),
            raw: Arc::new(Database::open(place, &migrate::RAW_SHARED)?),
            blobs: None,
            fault: None,
        })
    }

    /// Whether `url` could be an address for [`Store::connect`]; nothing is asked of the network.
    pub fn address(url: &str) -> Result<()> {
        Address::parse(url).map(drop)
    }

    /// [`Store::connect`] when there is an address, else [`Store::open`].
    pub fn at(database: Option<&str>, home: &Path) -> Result<Store> {
        database.map_or_else(|| Self::open(home), Self::connect)
    }

    /// The database in a sentence: its path, or its host, port and name.
    pub fn label(&self) -> &Path {
        self.main.place().label()
    }

    /// Whether several processes may serve from it at once.
    pub fn is_shared(&self) -> bool {
        matches!(self.main.place(), Place::Postgres(_))
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
        let fault = self.fault.clone();
        self.main.write(true, move |c| behind(fault, c, work))
    }

    /// As [`Store::write`], but answers without waiting for the disk. A process that ends, in whatever way, loses nothing of
    /// it; a power cut may undo it, together with all that was written after it, and the next [`Store::write`] puts it on
    /// disk too. For what the machine notes about its own work: which job is whose, which is done. Such a note lost, the job
    /// runs again.
    pub fn write_unsynced<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut dyn Conn) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let fault = self.fault.clone();
        self.main.write(false, move |c| behind(fault, c, work))
    }

    /// Runs `work` on a reading connection (one snapshot).
    ///
    /// It blocks the thread until the database has answered: call it from a plain thread or a blocking one
    /// (`spawn_blocking`), never from an asynchronous task, which would hold up every other one of its thread.
    pub fn read<T>(&self, work: impl FnOnce(&mut dyn Conn) -> Result<T>) -> Result<T> {
        let fault = self.fault.clone();
        self.main.read(|c| behind(fault, c, work))
    }

    /// Calls `listener` on the writing thread of this store (and its clones) after each commit that appended to the log of
    /// changes, before those who wrote are answered: what it drops is gone when a kill is acknowledged. Writes of other
    /// processes are not heard. It may read, and must not write. Listeners stay as long as the store, and one that
    /// holds the store keeps it open.
    pub fn on_change(&self, listener: impl Fn() + Send + Sync + 'static) {
        self.main.listeners().add(Arc::new(listener));
    }

    /// Reads the databases through and returns what is wrong with them, in words; empty when all is well.
    pub fn check(&self) -> Result<Vec<String>> {
        let mut found = Vec::new();
        for database in [&self.main, &self.raw] {
            match database.place() {
                Place::Sqlite(_) => found.extend(integrity(database)?),
                // The server keeps watch over its own files; what can be wrong is what is in it.
                Place::Postgres(_) => {
                    let (has, knows) = (database.read(|c| database.set().found(c))?, database.set().known());
                    if has != knows {
                        found.push(format!("the schema has number {has}; this Dateline knows {knows}"));
                    }
                }
            }
        }
        Ok(found)
    }
}

/// What SQLite finds wrong with a file.
fn integrity(database: &Database) -> Result<Vec<String>> {
    let said = database.read(|c| c.all("PRAGMA integrity_check", &[], |row| row.get::<String>("integrity_check")))?;
    Ok(said.into_iter().filter(|word| word != "ok").collect())
}
