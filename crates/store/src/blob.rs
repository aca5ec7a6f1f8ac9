//! Raw bytes by SHA-256. In a home: small ones in a database file, large ones each in a file of its own. On PostgreSQL:
//! all in a table, so that every machine has them.

use std::fs::File;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use news::Hash;

use crate::conn::{args, sql};
use crate::{Error, Result, Store};

/// From this size on, a file of its own is quicker than a row.
const OWN_FILE_BYTES: usize = 100_000;

/// Names read at once.
const NAMES: usize = 5000;

/// Makes the names of unfinished files differ within the process.
static UNFINISHED: AtomicU64 = AtomicU64::new(0);

impl Store {
    /// Keeps `bytes`; safe to call twice. On disk before it returns. May be called inside [`Store::write`].
    pub fn put_blob(&self, bytes: &[u8]) -> Result<Hash> {
        let hash = Hash::of(bytes);
        match &self.blobs {
            Some(blobs) if bytes.len() >= OWN_FILE_BYTES => {
                self.ask(sql!("blob/put"))?;
                put_file(blobs, hash, bytes)?;
            }
            _ => self.put_row(hash, bytes)?,
        }
        Ok(hash)
    }

    /// Keeps many in one transaction, each by its name, which the caller knows to be right.
    pub(crate) fn put_blobs(&self, blobs: Vec<(Hash, Vec<u8>)>) -> Result<()> {
        let mut rows = Vec::with_capacity(blobs.len());
        for (hash, bytes) in blobs {
            match &self.blobs {
                Some(folder) if bytes.len() >= OWN_FILE_BYTES => put_file(folder, hash, &bytes)?,
                _ => rows.push((hash, bytes)),
            }
        }
        self.raw.write(true, move |c| {
            rows.iter()
                .try_for_each(|(hash, bytes)| c.execute(sql!("blob/put"), args![*hash, bytes.as_slice()]).map(drop))
        })
    }

    /// The names of all blobs, in order.
    pub fn blob_names(&self) -> Result<Vec<Hash>> {
        let mut names = self.blobs.as_ref().map_or_else(|| Ok(Vec::new()), |folder| file_names(folder))?;
        let mut last = String::new();
        loop {
            let some: Vec<Hash> =
                self.raw.read(|c| c.all(sql!("blob/names"), args![&last, NAMES], |row| row.get("hash")))?;
            let Some(newest) = some.last() else { break };
            last = newest.hex();
            names.extend(some);
        }
        names.sort_unstable();
        names.dedup();
        Ok(names)
    }

    fn put_row(&self, hash: Hash, bytes: &[u8]) -> Result<()> {
        self.ask(sql!("blob/known"))?;
        if !self.raw.read(|c| Ok(c.first(sql!("blob/known"), args![hash], |_| Ok(()))?.is_some()))? {
            self.ask(sql!("blob/put"))?;
            let bytes = bytes.to_vec();
            self.raw.write(true, move |c| c.execute(sql!("blob/put"), args![hash, bytes.as_slice()]))?;
        }
        Ok(())
    }

    /// The bytes of that name; `None` when they were never kept. Bytes that are no longer those of their name are an error.
    pub fn blob(&self, hash: Hash) -> Result<Option<Vec<u8>>> {
        self.ask(sql!("blob/get"))?;
        let row: Option<Vec<u8>> = self.raw.read(|c| c.first(sql!("blob/get"), args![hash], |row| row.get("bytes")))?;
        let path = self.blobs.as_ref().map(|blobs| file_of(blobs, hash));
        let bytes = match (row, &path) {
            (Some(bytes), _) => bytes,
            (None, None) => return Ok(None),
            (None, Some(path)) => match std::fs::read(path) {
                Ok(bytes) => bytes,
                Err(e) if e.kind() == ErrorKind::NotFound => return Ok(None),
                Err(e) => return Err(Error::file(path, e)),
            },
        };
        if Hash::of(&bytes) != hash {
            let path = path.unwrap_or_else(|| self.raw.place().label().to_owned());
            return Err(Error::Corrupt { path, detail: format!("the bytes of {hash} are not those of its name") });
        }
        Ok(Some(bytes))
    }
}

/// The names of the blobs that have files; unfinished files have none.
fn file_names(blobs: &Path) -> Result<Vec<Hash>> {
    let list = |folder: &Path| -> Result<Vec<PathBuf>> {
        let entries = std::fs::read_dir(folder).map_err(|e| Error::file(folder, e))?;
        entries.map(|entry| entry.map(|e| e.path()).map_err(|e| Error::file(folder, e))).collect()
    };
    let word = |path: &Path| path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
    let mut names = Vec::new();
    for folder in list(blobs)?.into_iter().filter(|path| path.is_dir()) {
        let first = word(&folder);
        names.extend(list(&folder)?.iter().filter_map(|file| Hash::from_hex(&format!("{first}{}", word(file)))));
    }
    Ok(names)
}

/// `blobs/ab/cdef…`.
fn file_of(blobs: &Path, hash: Hash) -> PathBuf {
    let hex = hash.hex();
    let (folder, name) = hex.split_at(2);
    blobs.join(folder).join(name)
}

/// Writes beside, syncs, renames, and syncs the folder: the name exists only with all its bytes behind it.
fn put_file(blobs: &Path, hash: Hash, bytes: &[u8]) -> Result<()> {
    let path = file_of(blobs, hash);
    let folder = path.parent().unwrap_or(blobs);
    let made = !folder.exists();
    std::fs::create_dir_all(folder).map_err(|e| Error::file(folder, e))?;
    let whole = std::fs::metadata(&path).is_ok_and(|m| m.len() == bytes.len() as u64);
    if !whole {
        write_beside(folder, &path, bytes)?;
    }
    // Also when the file was there: the thread that renamed it may not have come to this line yet.
    sync_folder(folder)?;
    if made { sync_folder(blobs) } else { Ok(()) }
}

fn write_beside(folder: &Path, path: &Path, bytes: &[u8]) -> Result<()> {
    let unfinished = folder.join(format!(".{}-{}", std::process::id(), UNFINISHED.fetch_add(1, Ordering::Relaxed)));
    let write = || {
        let mut file = File::create(&unfinished)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        std::fs::rename(&unfinished, path)
    };
    write().map_err(|e| {
        let _ = std::fs::remove_file(&unfinished);
        Error::file(path, e)
    })
}

/// A rename is lasting once its folder is on disk.
fn sync_folder(folder: &Path) -> Result<()> {
    File::open(folder).and_then(|f| f.sync_all()).map_err(|e| Error::file(folder, e))
}
