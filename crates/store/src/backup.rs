//! What a backup needs of the store: copies of its databases while others write, and what must be found in a copy.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::path::Path;

use news::{Hash, story::Picture};

use crate::conn::{args, sql};
use crate::sqlite::Sqlite;
use crate::table::TABLES;
use crate::{Conn, Error, Result, Store, migrate};

/// The databases of a home, in the order in which they are copied: what rows of the first name is in the second by then.
pub const DATABASES: [&str; 2] = ["newsroom.sqlite", "raw.sqlite"];
/// The folder of large blobs in a home.
pub const BLOBS: &str = "blobs";

/// The schema number of this binary's newsrooms.
pub fn schema() -> i64 {
    migrate::NEWSROOM.known()
}

/// Copies the databases of `home` into the folder `to`, each as it is at one moment, and syncs them. Writers are not held up;
/// what was acknowledged before the call is in the copy.
pub fn copy(home: &Path, to: &Path) -> Result<()> {
    for name in DATABASES {
        let path = to.join(name);
        Sqlite::copy(&home.join(name), &path)?;
        File::open(&path).and_then(|f| f.sync_all()).map_err(|e| Error::file(&path, e))?;
    }
    Ok(())
}

/// Rows of every table, by table.
pub fn counts(c: &mut dyn Conn) -> Result<BTreeMap<String, u64>> {
    TABLES.iter().map(|table| Ok((table.name.to_owned(), table.count(c)?))).collect()
}

/// The name of a large blob's file in its home: `blobs/ab/cdef…`.
pub fn blob_file(hash: Hash) -> String {
    let hex = hash.hex();
    let (folder, name) = hex.split_at(2);
    format!("{BLOBS}/{folder}/{name}")
}

/// The blob whose file has that name in its home.
pub fn blob_of_file(name: &str) -> Option<Hash> {
    let hex = name.strip_prefix(BLOBS)?.strip_prefix('/')?.replacen('/', "", 1);
    Hash::from_hex(&hex).filter(|hash| blob_file(*hash) == name)
}

/// Blobs that rows name and that are not rows themselves: each must have a file of its own.
pub fn blobs_in_files(store: &Store) -> Result<Vec<Hash>> {
    let named = store.read(|c| {
        let mut named: BTreeSet<Hash> =
            c.all(sql!("blob/named"), args![], |row| row.get("hash"))?.into_iter().collect();
        let pictures = c.all(sql!("story/pictures"), args![], |row| row.json::<Picture>("picture"))?;
        named.extend(pictures.iter().flat_map(Picture::blobs));
        let pictures = c.all(sql!("piece/pictures"), args![], |row| row.json::<Picture>("picture"))?;
        named.extend(pictures.iter().flat_map(Picture::blobs));
        Ok(named)
    })?;
    store.raw.read(|c| {
        let mut files = Vec::new();
        for hash in named {
            if c.first(sql!("blob/known"), args![hash], |_| Ok(()))?.is_none() {
                files.push(hash);
            }
        }
        Ok(files)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_large_blob_has_the_file_that_a_backup_looks_for() {
        let home = tempfile::tempdir().unwrap();
        let store = Store::open(home.path()).unwrap();
        let hash = store.put_blob(&[7; 200_000]).unwrap();
        let name = blob_file(hash);
        assert!(home.path().join(&name).is_file());
        assert_eq!(blob_of_file(&name), Some(hash));
        for other in
            ["blobs/../x", "blobs/ab/cd", &name.to_uppercase(), &format!("{name}/"), &name.replacen('/', "", 1)]
        {
            assert_eq!(blob_of_file(other), None, "{other}");
        }
    }
}
