//! Writing an archive.

use std::{
    fs::File,
    io::{self, Read, Write},
    path::PathBuf,
};

use super::{
    Manifest, Watch,
    manifest::{MANIFEST, SEAL},
};

/// Where a member's bytes come from.
#[derive(Debug)]
pub enum Origin {
    /// Small ones, read already.
    Bytes(Vec<u8>),
    /// A file that does not change.
    File(PathBuf),
}

impl Origin {
    fn open(&self) -> io::Result<Box<dyn Read + '_>> {
        Ok(match self {
            Self::Bytes(bytes) => Box::new(bytes.as_slice()),
            Self::File(path) => Box::new(File::open(path)?),
        })
    }
}

/// Writes the manifest, its hash and its members, whose origins stand in the same order.
pub fn write<W: Write>(to: W, manifest: &Manifest, origins: &[Origin], watch: &dyn Watch) -> io::Result<W> {
    let mut tar = tar::Builder::new(to);
    let written = serde_json::to_vec_pretty(manifest)?;
    let seal = news::Hash::of(&written).hex();
    append(&mut tar, manifest, MANIFEST, written.len() as u64, &mut written.as_slice())?;
    append(&mut tar, manifest, SEAL, seal.len() as u64, &mut seal.as_bytes())?;
    for (member, origin) in manifest.members.iter().zip(origins) {
        let mut from = Counted { from: origin.open()?.take(member.bytes), read: 0, watch };
        append(&mut tar, manifest, &member.name, member.bytes, &mut from)?;
        if from.read != member.bytes {
            return Err(io::Error::other(format!("{} became shorter while it was copied", member.name)));
        }
    }
    tar.into_inner()
}

fn append<W: Write>(
    tar: &mut tar::Builder<W>,
    manifest: &Manifest,
    name: &str,
    bytes: u64,
    from: &mut dyn Read,
) -> io::Result<()> {
    let mut header = tar::Header::new_ustar();
    header.set_path(name)?;
    header.set_size(bytes);
    header.set_mode(0o600);
    header.set_mtime(u64::try_from(manifest.made_ms.ms() / 1000).unwrap_or(0));
    header.set_entry_type(tar::EntryType::Regular);
    header.set_cksum();
    tar.append(&header, from)
}

/// Counts what was read and tells whoever watches.
struct Counted<'a, R> {
    from: R,
    read: u64,
    watch: &'a dyn Watch,
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let n = self.from.read(into)?;
        self.read += n as u64;
        self.watch.done(n as u64);
        Ok(n)
    }
}
