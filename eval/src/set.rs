//! Finding sets and reading their lines.

use std::{
    fs::File,
    io::{BufRead, BufReader, Read},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use flate2::read::MultiGzDecoder;
use serde::de::DeserializeOwned;

/// The sets at `path`: the file itself, or every `.jsonl` and `.jsonl.gz` directly in the folder, by name.
pub fn files(path: &Path) -> Result<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    let entries = std::fs::read_dir(path).with_context(|| format!("cannot list {}", path.display()))?;
    let mut found: Vec<PathBuf> = entries.collect::<std::io::Result<Vec<_>>>()?.into_iter().map(|e| e.path()).collect();
    found.retain(|p| p.is_file() && [".jsonl", ".jsonl.gz"].iter().any(|end| p.to_string_lossy().ends_with(end)));
    found.sort();
    if found.is_empty() {
        bail!(
            "{} holds no .jsonl or .jsonl.gz file; give the folder that holds the sets of this stage",
            path.display()
        );
    }
    Ok(found)
}

/// The set's name: the file's name without `.jsonl` and `.gz`, or the folder's name.
pub fn name(path: &Path) -> String {
    let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_else(|| "set".into());
    name.trim_end_matches(".gz").trim_end_matches(".jsonl").to_owned()
}

/// The file's bytes, unpacked when its name ends in `.gz`.
pub fn bytes(path: &Path) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    open(path)?.read_to_end(&mut out).with_context(|| format!("cannot read {}", path.display()))?;
    Ok(out)
}

fn open(path: &Path) -> Result<Box<dyn Read>> {
    let file = File::open(path).with_context(|| format!("cannot open {}", path.display()))?;
    let packed = path.extension().is_some_and(|e| e == "gz");
    Ok(if packed { Box::new(MultiGzDecoder::new(file)) } else { Box::new(file) })
}

/// Every line of the file as a `T`; unknown keys and empty lines are passed over. A set without items is an error.
pub fn lines<T: DeserializeOwned>(path: &Path) -> Result<Vec<T>> {
    let mut out = Vec::new();
    for (number, line) in BufReader::new(open(path)?).lines().enumerate() {
        let line = line.with_context(|| format!("{}, line {}: not UTF-8, or cut short", path.display(), number + 1))?;
        if line.trim().is_empty() {
            continue;
        }
        let item = serde_json::from_str(&line);
        out.push(item.with_context(|| format!("{}, line {}: not an item of this stage", path.display(), number + 1))?);
    }
    if out.is_empty() {
        bail!("{} has no items; is it a set of this stage?", path.display());
    }
    Ok(out)
}
