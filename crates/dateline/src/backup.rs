//! `backup`: the whole newsroom in one file, made while it is served, and read back before it gets its name.

mod disk;
mod plan;
mod verify;

use std::{
    collections::BTreeMap,
    fs::File,
    io::Write,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use flate2::{Compression, write::GzEncoder};
use news::Time;

pub use crate::archive::{Kind, Unwatched, Watch};
pub(crate) use disk::{Unfinished, sync_folder};
pub(crate) use verify::rows as verify_rows;
pub use verify::verify;

use crate::archive::{self, Manifest, Origin};

/// What was made.
#[derive(Clone, Debug)]
pub struct Made {
    /// Members and their bytes, by what they are.
    pub parts: BTreeMap<Kind, (usize, u64)>,
    /// Rows of the main tables.
    pub rows: BTreeMap<String, u64>,
    /// Bytes of the archive.
    pub bytes: u64,
    /// What of the newsroom is not in it, and why.
    pub left_out: Vec<String>,
}

/// Writes the newsroom in `home` into the archive `file`, packed when its name ends in `.gz` or `.tgz`. Everything that was
/// acknowledged before the call is in it. The name exists only once the archive has been read back and found right.
pub fn make(home: &Path, file: &Path, force: bool, now: Time, watch: &dyn Watch) -> Result<Made> {
    not_there(file, force)?;
    let part = Unfinished::beside(file, "part")?;
    let copies = Unfinished::beside(file, "copies")?;
    let explained = |error| full_disk(error, file);
    std::fs::create_dir(copies.path()).map_err(anyhow::Error::from).map_err(explained)?;
    let (manifest, origins, left_out) = plan::plan(home, copies.path(), now, watch).map_err(explained)?;
    write(part.path(), packed(file), &manifest, &origins, watch).map_err(explained)?;
    // The copies go before the archive's own are unpacked: the disk need not hold both.
    copies.empty()?;
    let read =
        verify::read(part.path(), copies.path(), watch).map_err(explained).map_err(|e| named(e, part.path(), file))?;
    not_there(file, force)?;
    std::fs::rename(part.path(), file).with_context(|| format!("{} cannot be written", file.display()))?;
    sync_folder(file.parent().unwrap_or(Path::new("")))?;
    Ok(Made { parts: parts(&read), bytes: std::fs::metadata(file)?.len(), rows: read.rows, left_out })
}

/// Members and their bytes, by what they are.
pub(crate) fn parts(manifest: &Manifest) -> BTreeMap<Kind, (usize, u64)> {
    let mut parts = BTreeMap::new();
    for member in &manifest.members {
        if let Some(kind) = Kind::of(&member.name, manifest.logo.as_deref()) {
            let (members, bytes) = parts.entry(kind).or_insert((0, 0_u64));
            *members += 1;
            *bytes = bytes.saturating_add(member.bytes);
        }
    }
    parts
}

fn not_there(file: &Path, force: bool) -> Result<()> {
    if file.is_dir() {
        bail!("{} is a folder; name a file", file.display());
    }
    if file.exists() && !force {
        bail!("{} is there already; name another file, or --force puts the new one in its place", file.display());
    }
    Ok(())
}

fn packed(file: &Path) -> bool {
    file.extension().is_some_and(|e| e.eq_ignore_ascii_case("gz") || e.eq_ignore_ascii_case("tgz"))
}

/// Writes and syncs. Only its owner may read it: settings may hold secrets, and copy under embargo is in the databases.
fn write(part: &Path, packed: bool, manifest: &Manifest, origins: &[Origin], watch: &dyn Watch) -> Result<()> {
    watch.step("writing", manifest.bytes());
    let file = std::io::BufWriter::with_capacity(1 << 20, disk::private_file(part)?);
    let file = if packed {
        let packer = GzEncoder::new(file, Compression::default());
        archive::write(packer, manifest, origins, watch)?.finish()?
    } else {
        archive::write(file, manifest, origins, watch)?
    };
    let mut file = file.into_inner().map_err(std::io::IntoInnerError::into_error)?;
    file.flush()?;
    Ok(file.sync_all()?)
}

/// A full disk in words; the unfinished files are gone by the time that they are read.
fn full_disk(error: anyhow::Error, file: &Path) -> anyhow::Error {
    if !is_full_disk(&error) {
        return error;
    }
    let folder = file.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    anyhow::anyhow!(
        "the disk of {} is full: a backup needs room for the archive and for a copy of the databases. Nothing was left \
         behind. Free some space, or name a file on another disk",
        folder.display()
    )
}

/// Whether anything on the way said that the disk is full, or that a file may not grow.
pub(crate) fn is_full_disk(error: &anyhow::Error) -> bool {
    use std::io::ErrorKind::{FileTooLarge, QuotaExceeded, StorageFull};
    error.chain().any(|cause| {
        let kind = cause.downcast_ref::<std::io::Error>().map(std::io::Error::kind);
        matches!(kind, Some(StorageFull | QuotaExceeded | FileTooLarge))
            || matches!(cause.downcast_ref::<store::Error>(), Some(store::Error::Full { .. }))
    })
}

/// The archive by the name that was asked for.
fn named(error: anyhow::Error, part: &Path, file: &Path) -> anyhow::Error {
    match error.downcast::<archive::Bad>() {
        Ok(bad) => archive::Bad { file: if bad.file == part { file.to_owned() } else { bad.file }, ..bad }.into(),
        Err(error) => error,
    }
}

/// The database that the settings name, as they stand: a backup must not fail because of another setting.
pub(crate) fn database(home: &Path) -> Option<String> {
    let text = std::fs::read_to_string(home.join(crate::config::FILE)).ok()?;
    let settings: toml::Table = text.parse().ok()?;
    Some(settings.get("store")?.get("database")?.as_str()?.to_owned())
}

/// What a home must have to be one.
pub(crate) fn is_newsroom(home: &Path) -> bool {
    store::backup::DATABASES.iter().chain([&crate::config::FILE]).any(|name| home.join(name).exists())
}

/// The file's path with its folder made plain, so that it can be renamed wherever we stand.
pub(crate) fn whole_path(path: &Path) -> Result<PathBuf> {
    std::path::absolute(path).with_context(|| format!("{} is no path", path.display()))
}

/// Opens a file to sync it.
pub(crate) fn sync_file(path: &Path) -> Result<()> {
    File::open(path).and_then(|f| f.sync_all()).with_context(|| format!("{} cannot be synced", path.display()))
}
