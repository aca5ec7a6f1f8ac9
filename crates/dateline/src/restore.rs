//! `restore`: a newsroom out of an archive. Everything is unpacked and checked beside its place first; what stood there
//! before is kept.

use std::{
    collections::BTreeMap,
    fs::File,
    io::{BufWriter, Write},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use news::Time;
use store::Store;

use crate::{
    archive::{self, Kind, Manifest, Member, Sink, Watch},
    backup::{self, Unfinished, is_newsroom, sync_file, sync_folder, verify_rows, whole_path},
};

/// Left by a server that has ended; no part of a newsroom.
const LOCK: &str = "serving.lock";

/// What was restored.
#[derive(Clone, Debug)]
pub struct Restored {
    /// Where to.
    pub home: PathBuf,
    /// What stood there before, and where it is now.
    pub kept: Option<PathBuf>,
    /// When the backup was made.
    pub made: Time,
    /// Members and their bytes, by what they are.
    pub parts: BTreeMap<Kind, (usize, u64)>,
    /// Rows of the main tables.
    pub rows: BTreeMap<String, u64>,
}

/// Restores the archive `file` to the folder `home`, which must not hold anything; with `force`, what it holds is moved
/// beside it. Nothing stands in `home` before all of the archive has been found right.
pub fn restore(file: &Path, home: &Path, force: bool, now: Time, watch: &dyn Watch) -> Result<Restored> {
    let home = whole_path(home)?;
    let occupied = occupied(&home, force)?;
    // Held until the old newsroom has been moved: nobody may begin to serve it meanwhile.
    let _nobody_serves = if occupied { Some(Store::serving(&home)?) } else { None };
    let inside = home.is_dir() && !occupied;
    let stage = if inside {
        Unfinished::beside(&home.join("newsroom"), "restoring")?
    } else {
        Unfinished::beside(&home, "restoring")?
    };
    let folder = stage.path().parent().unwrap_or(&home);
    std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::create_dir(stage.path()))
        .with_context(|| format!("{} cannot be made", stage.path().display()))?;
    let manifest = unpacked(file, stage.path(), watch).map_err(|e| full_disk(e, &home))?;
    let kept = match (occupied, inside) {
        (true, _) => Some(in_place_of(stage.path(), &home, now)?),
        (false, true) => into(stage.path(), &home).map(|()| None)?,
        (false, false) => moved(stage.path(), &home).map(|()| None)?,
    };
    let parts = backup::parts(&manifest);
    Ok(Restored { home, kept, made: manifest.made_ms, parts, rows: manifest.rows })
}

/// Whether there is anything in the way; refused unless it may be moved.
fn occupied(home: &Path, force: bool) -> Result<bool> {
    let entries = match std::fs::read_dir(home) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(error).with_context(|| format!("{} is no folder that can be read", home.display())),
    };
    let mut others = 0;
    for entry in entries {
        others += usize::from(entry?.file_name() != LOCK);
    }
    let shown = home.display();
    match (is_newsroom(home), others) {
        (_, 0) => Ok(false),
        (true, _) if !force => {
            bail!(
                "{shown} holds a newsroom already. --home DIR names another folder; --force moves that newsroom beside it and keeps it"
            )
        }
        (false, _) if !force => {
            bail!(
                "{shown} is not empty. --home DIR names another folder; --force moves what is in it beside it and keeps it"
            )
        }
        _ => Ok(true),
    }
}

/// Unpacks and checks everything, then syncs it.
fn unpacked(file: &Path, stage: &Path, watch: &dyn Watch) -> Result<Manifest> {
    let manifest = archive::read(file, &mut Files { stage, watch }, watch)?;
    watch.step("checking the databases", 0);
    verify_rows(file, stage, &manifest)?;
    for name in store::backup::DATABASES {
        sync_file(&stage.join(name))?;
    }
    sync_folders(stage)?;
    Ok(manifest)
}

/// Writes every member to its file, synced.
struct Files<'a> {
    stage: &'a Path,
    watch: &'a dyn Watch,
}

impl Sink for Files<'_> {
    fn begin(&mut self, manifest: &Manifest) -> Result<()> {
        self.watch.step("unpacking", manifest.bytes());
        Ok(())
    }

    fn member<'a>(&'a mut self, member: &Member) -> Result<Option<Box<dyn Write + 'a>>> {
        let path = self.stage.join(&member.name);
        let folder = path.parent().unwrap_or(self.stage);
        let made =
            std::fs::create_dir_all(folder).and_then(|()| File::options().write(true).create_new(true).open(&path));
        Ok(Some(Box::new(BufWriter::new(made.with_context(|| format!("{} cannot be made", path.display()))?))))
    }

    fn whole(&mut self, member: &Member) -> Result<()> {
        sync_file(&self.stage.join(&member.name))
    }
}

fn sync_folders(folder: &Path) -> Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            sync_folders(&entry.path())?;
        }
    }
    sync_folder(folder)
}

fn moved(from: &Path, to: &Path) -> Result<()> {
    std::fs::rename(from, to).with_context(|| format!("{} cannot be made", to.display()))?;
    sync_folder(to.parent().unwrap_or(Path::new("/")))
}

/// The old folder is kept under another name; when the new one cannot be put in its place it comes back.
fn in_place_of(stage: &Path, home: &Path, now: Time) -> Result<PathBuf> {
    let stamp = jiff::Timestamp::from_millisecond(now.ms()).unwrap_or_default();
    let stamp = stamp.strftime("%Y%m%dT%H%M%SZ").to_string();
    let name = home.file_name().context("the root folder cannot be a newsroom; name another with --home DIR")?;
    let kept = home.with_file_name(format!("{}.before-{stamp}", name.to_string_lossy()));
    if kept.exists() {
        bail!("{} is there already; nothing was changed. Try again in a second", kept.display());
    }
    std::fs::rename(home, &kept).with_context(|| {
        format!(
            "{} cannot be moved aside (a disk of its own, perhaps); nothing was changed. Move what is in it yourself",
            home.display()
        )
    })?;
    if let Err(error) = moved(stage, home) {
        std::fs::rename(&kept, home).with_context(|| format!("the old newsroom is in {}", kept.display()))?;
        return Err(error);
    }
    Ok(kept)
}

/// Into an empty folder, which may be a disk of its own: the newsroom's database comes last, so that half of it is none.
fn into(stage: &Path, home: &Path) -> Result<()> {
    let mut names: Vec<_> = std::fs::read_dir(stage)?.map(|e| Ok(e?.file_name())).collect::<Result<_>>()?;
    names.sort_by_key(|name| name == store::backup::DATABASES[0]);
    for name in names {
        std::fs::rename(stage.join(&name), home.join(&name))
            .with_context(|| format!("{} cannot be written", home.display()))?;
    }
    sync_folder(home)
}

fn full_disk(error: anyhow::Error, home: &Path) -> anyhow::Error {
    if backup::is_full_disk(&error) {
        return anyhow::anyhow!(
            "the disk of {} is full. Nothing was restored and nothing was left behind. Free some space, or name a folder \
             on another disk with --home DIR",
            home.display()
        );
    }
    error
}
