//! A newsroom's folder, or its database elsewhere.

use std::path::Path;

use anyhow::Result;
use store::Store;

/// Opens the store of a newsroom.
pub fn open(home: &Path, database: Option<&str>) -> Result<Store> {
    Ok(Store::at(database, home)?)
}

/// The lines of dateline.toml that name the database; empty where there is none.
pub fn database_line(database: Option<&str>) -> String {
    database.map(|url| format!("[store]\ndatabase = \"{url}\"\n\n")).unwrap_or_default()
}

/// Bytes of all files in a folder.
pub fn bytes(folder: &Path) -> u64 {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .map(|entry| match entry.metadata() {
            Ok(meta) if meta.is_dir() => bytes(&entry.path()),
            Ok(meta) => meta.len(),
            Err(_) => 0,
        })
        .sum()
}

/// Where figures and archives are kept: `target/bench` of the workspace.
pub fn folder() -> std::path::PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| "target".into(), std::path::PathBuf::from);
    target.join("bench")
}

/// The folder of an archive of so many stories.
pub fn archive(stories: usize) -> std::path::PathBuf {
    folder().join(format!("archive-{stories}"))
}
