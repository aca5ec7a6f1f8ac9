//! The files of the repository as rules see them: relative paths and text, no disk.

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Context, Result};

/// Larger files are data, not something that a person wrote; rules see only their path.
const TEXT_MAX_BYTES: u64 = 1_000_000;

/// Every file that belongs to the repository.
#[derive(Default)]
pub struct Tree {
    /// Path from the root, with `/`, to the text; empty text for binary and very large files.
    files: BTreeMap<String, String>,
}

impl Tree {
    /// Reads the tree below `root`, leaving out what `.gitignore` names, `.git`, build output and fetched Node packages.
    pub fn read(root: &Path) -> Result<Self> {
        let ignored = Ignored::of(&fs::read_to_string(root.join(".gitignore")).unwrap_or_default());
        let mut tree = Self::default();
        tree.walk(root, "", &ignored)?;
        Ok(tree)
    }

    fn walk(&mut self, root: &Path, folder: &str, ignored: &Ignored) -> Result<()> {
        let place = root.join(folder);
        for entry in fs::read_dir(&place).with_context(|| format!("cannot list {}", place.display()))? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = if folder.is_empty() { name.clone() } else { format!("{folder}/{name}") };
            let kind = entry.file_type()?;
            if ignored.has(&path, &name) || kind.is_symlink() {
                continue;
            }
            if kind.is_dir() {
                self.walk(root, &path, ignored)?;
            } else {
                let text = read_text(&entry.path()).with_context(|| format!("cannot read {path}"))?;
                self.files.insert(path, text);
            }
        }
        Ok(())
    }

    /// A tree made in a test.
    #[cfg(test)]
    pub fn of(files: &[(&str, &str)]) -> Self {
        Self { files: files.iter().map(|(path, text)| ((*path).into(), (*text).into())).collect() }
    }

    /// All files, by path.
    pub fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// The text of one file.
    pub fn text(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(String::as_str)
    }

    /// Whether there is a file or folder of that path.
    pub fn has(&self, path: &str) -> bool {
        let path = path.trim_end_matches('/');
        let below = format!("{path}/");
        self.files.contains_key(path)
            || self.files.range(below.clone()..).next().is_some_and(|(p, _)| p.starts_with(&below))
    }
}

fn read_text(path: &Path) -> Result<String> {
    if fs::metadata(path)?.len() > TEXT_MAX_BYTES {
        return Ok(String::new());
    }
    let bytes = fs::read(path)?;
    Ok(if bytes.contains(&0) { String::new() } else { String::from_utf8(bytes).unwrap_or_default() })
}

/// The simple part of `.gitignore` that we use: `/path` from the root, and `*.ending` anywhere.
struct Ignored {
    paths: Vec<String>,
    endings: Vec<String>,
}

impl Ignored {
    fn of(text: &str) -> Self {
        let lines = || text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        Self {
            paths: lines().filter_map(|l| l.strip_prefix('/')).map(|l| l.trim_end_matches('/').to_owned()).collect(),
            endings: lines().filter_map(|l| l.strip_prefix('*')).map(str::to_owned).collect(),
        }
    }

    fn has(&self, path: &str, name: &str) -> bool {
        matches!(name, ".git" | "target" | "node_modules")
            || self.paths.iter().any(|p| p == path)
            || self.endings.iter().any(|e| name.ends_with(e))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_is_ours_and_leaves_the_rest() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let write = |path: &str, bytes: &[u8]| -> Result<()> {
            let place = folder.path().join(path);
            fs::create_dir_all(place.parent().expect("a file is in a folder"))?;
            Ok(fs::write(place, bytes)?)
        };
        write(".gitignore", b"/newsroom\n*.snap.new\n")?;
        write("src/a.rs", b"fn a() {}")?;
        write("src/a.snap.new", b"x")?;
        write("newsroom/b.db", b"x")?;
        write("target/c", b"x")?;
        write("picture.jpg", b"\xff\x00")?;
        let tree = Tree::read(folder.path())?;
        let paths: Vec<&str> = tree.files().map(|(path, _)| path).collect();
        assert_eq!(paths, [".gitignore", "picture.jpg", "src/a.rs"]);
        assert_eq!(tree.text("picture.jpg"), Some(""));
        assert!(tree.has("src") && tree.has("src/") && !tree.has("sr"));
        Ok(())
    }
}
