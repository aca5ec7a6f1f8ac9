//! Reading an archive back: every byte by its hash, the databases by SQLite's own check, the rows by their number, the blobs
//! that rows name by their being there.

use std::{
    collections::HashSet,
    fs::File,
    io::{BufWriter, Write},
    path::Path,
};

use anyhow::{Context, Result};
use store::{Store, backup};

use super::{Unfinished, Watch};
use crate::archive::{self, Bad, Kind, Manifest, Member, Sink};

/// Reads an archive through. Room for its databases is needed beside it.
pub fn verify(file: &Path, watch: &dyn Watch) -> Result<()> {
    let copies = Unfinished::beside(file, "copies")?;
    std::fs::create_dir(copies.path()).with_context(|| format!("{} cannot be made", copies.path().display()))?;
    read(file, copies.path(), watch).map(drop)
}

/// The same, with the empty folder for the databases given.
pub fn read(file: &Path, copies: &Path, watch: &dyn Watch) -> Result<Manifest> {
    let manifest = archive::read(file, &mut Databases { copies, watch }, watch)?;
    watch.step("checking the databases", 0);
    rows(file, copies, &manifest)?;
    Ok(manifest)
}

/// Unpacks the databases, lets the rest go by.
struct Databases<'a> {
    copies: &'a Path,
    watch: &'a dyn Watch,
}

impl Sink for Databases<'_> {
    fn begin(&mut self, manifest: &Manifest) -> Result<()> {
        self.watch.step("reading back", manifest.bytes());
        Ok(())
    }

    fn member<'a>(&'a mut self, member: &Member) -> Result<Option<Box<dyn Write + 'a>>> {
        if Kind::of(&member.name, None) != Some(Kind::Database) {
            return Ok(None);
        }
        let path = self.copies.join(&member.name);
        let file = File::create(&path).with_context(|| format!("{} cannot be made", path.display()))?;
        Ok(Some(Box::new(BufWriter::new(file))))
    }

    fn whole(&mut self, _: &Member) -> Result<()> {
        Ok(())
    }
}

/// Checks the newsroom whose databases are in `home` against its manifest.
pub(crate) fn rows(file: &Path, home: &Path, manifest: &Manifest) -> Result<()> {
    let store = Store::open(home).map_err(|e| Bad::damaged(file, "newsroom.sqlite", e))?;
    if let Some(fault) = store.check()?.first() {
        return Err(Bad::damaged(file, "its databases", format!("SQLite finds a fault ({fault})")).into());
    }
    let counts = store.read(backup::counts)?;
    for (table, said) in &manifest.rows {
        let has = counts.get(table).copied().unwrap_or(0);
        if has != *said {
            let what = format!("{table} has {has} rows, and the manifest says {said}");
            return Err(Bad::damaged(file, "newsroom.sqlite", what).into());
        }
    }
    let there: HashSet<&str> = manifest.members.iter().map(|m| m.name.as_str()).collect();
    let lost = backup::blobs_in_files(&store)?.into_iter().map(backup::blob_file).find(|b| !there.contains(b.as_str()));
    match lost {
        None => Ok(()),
        Some(name) => Err(Bad::damaged(file, &name, "rows name it, and it is not there").into()),
    }
}
