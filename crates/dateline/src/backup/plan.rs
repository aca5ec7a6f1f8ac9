//! What goes into an archive, looked at once: the databases first, so that all that their rows name is there to be found.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use news::{Hash, Time, hash::Hashing};
use store::{Store, backup};

use super::Watch;
use crate::{
    archive::{Kind, Manifest, Member, Origin},
    config::{Config, FILE},
};

/// Largest page or logo that is taken, in bytes: they are held in memory.
const MOST_SMALL_BYTES: u64 = 50 * 1024 * 1024;

/// The manifest, where its members come from, in its order, and what is left out and why.
pub fn plan(home: &Path, copies: &Path, now: Time, watch: &dyn Watch) -> Result<(Manifest, Vec<Origin>, Vec<String>)> {
    watch.step("copying the databases", 0);
    backup::copy(home, copies)?;
    let rows = rows(copies)?;
    let mut members = Vec::new();
    for name in backup::DATABASES {
        members.push(of_file(name, copies.join(name))?);
    }
    let mut left_out = Vec::new();
    let logo = logo(home, &mut left_out);
    members.extend(small(home, FILE, &mut left_out)?);
    if let Some(name) = &logo {
        members.extend(small(home, name, &mut left_out)?);
    }
    for name in files(home, "pages", &mut left_out)? {
        match Kind::of(&name, None) {
            Some(Kind::Page) => members.extend(small(home, &name, &mut left_out)?),
            _ => left_out.push(format!("{name}: its name is hidden, too long, or not possible on every system")),
        }
    }
    members.extend(blobs(home)?);
    let logo = logo.filter(|name| members.iter().any(|(m, _)| m.name == *name));
    let (members, origins) = members.into_iter().unzip();
    let (format, schema) = (crate::archive::FORMAT, backup::schema());
    let manifest =
        Manifest { format, dateline: env!("CARGO_PKG_VERSION").into(), schema, made_ms: now, logo, rows, members };
    Ok((manifest, origins, left_out))
}

/// Rows of the copies, which are brought to this binary's schema by that. Once they are closed all is in their files.
fn rows(copies: &Path) -> Result<BTreeMap<String, u64>> {
    let rows = Store::open(copies)?.read(backup::counts)?;
    for name in backup::DATABASES {
        let beside = copies.join(format!("{name}-wal"));
        if std::fs::metadata(&beside).is_ok_and(|m| m.len() > 0) {
            bail!("{} was not closed; please report this", beside.display());
        }
    }
    Ok(rows)
}

fn of_file(name: &str, path: PathBuf) -> Result<(Member, Origin)> {
    let context = || format!("{} cannot be read", path.display());
    let mut file = std::fs::File::open(&path).with_context(context)?;
    let mut hashing = Tally::default();
    std::io::copy(&mut file, &mut hashing).with_context(context)?;
    let member = Member { name: name.to_owned(), bytes: hashing.bytes, sha256: hashing.hash.done() };
    Ok((member, Origin::File(path)))
}

#[derive(Default)]
struct Tally {
    hash: Hashing,
    bytes: u64,
}

impl std::io::Write for Tally {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.hash.add(bytes);
        self.bytes += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// A file of the operator's, read now: it may be edited while the archive is written.
fn small(home: &Path, name: &str, left_out: &mut Vec<String>) -> Result<Option<(Member, Origin)>> {
    let path = home.join(name);
    let Ok(about) = std::fs::metadata(&path) else { return Ok(None) };
    if about.len() > MOST_SMALL_BYTES {
        left_out.push(format!("{name}: it is larger than {} MB", MOST_SMALL_BYTES / 1024 / 1024));
        return Ok(None);
    }
    let bytes = std::fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    let member = Member { name: name.to_owned(), bytes: bytes.len() as u64, sha256: Hash::of(&bytes) };
    Ok(Some((member, Origin::Bytes(bytes))))
}

/// The logo's name in the home, when it lies in it.
fn logo(home: &Path, left_out: &mut Vec<String>) -> Option<String> {
    // Wrong settings are no reason to have no backup; they are in it as they stand.
    let logo = Config::read(&home.join(FILE)).ok()?.house.logo?;
    let name = logo.to_string_lossy().into_owned();
    if Kind::of(&name, Some(&name)) == Some(Kind::Logo) {
        return Some(name);
    }
    left_out.push(format!("{name}: the logo lies outside the newsroom's folder, or is no picture"));
    None
}

/// Names of all files below a folder of the home, sorted. Links are not followed: they may lead anywhere.
fn files(home: &Path, folder: &str, left_out: &mut Vec<String>) -> Result<Vec<String>> {
    let (mut found, mut folders) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(folder) = folders.pop() {
        let Ok(entries) = std::fs::read_dir(home.join(&folder)) else { continue };
        for entry in entries {
            let entry = entry?;
            let (kind, name) = (entry.file_type()?, format!("{folder}/{}", entry.file_name().to_string_lossy()));
            match () {
                () if kind.is_dir() => folders.push(name),
                () if kind.is_file() => found.push(name),
                () => left_out.push(format!("{name}: it is a link or another thing that is no file")),
            }
        }
    }
    found.sort();
    Ok(found)
}

/// Blobs with files of their own. Their names are their hashes; unfinished ones are none yet.
fn blobs(home: &Path) -> Result<Vec<(Member, Origin)>> {
    let mut blobs = Vec::new();
    for name in files(home, backup::BLOBS, &mut Vec::new())? {
        if let Some(sha256) = backup::blob_of_file(&name) {
            let path = home.join(&name);
            let bytes = std::fs::metadata(&path).with_context(|| format!("{} cannot be read", path.display()))?.len();
            blobs.push((Member { name, bytes, sha256 }, Origin::File(path)));
        }
    }
    Ok(blobs)
}
