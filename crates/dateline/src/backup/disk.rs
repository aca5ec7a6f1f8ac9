//! Files that get their name when they are whole.

use std::{
    fs::File,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

/// A file or folder under way, beside what it is to become. It goes when this is dropped, unless it was renamed.
#[derive(Debug)]
pub(crate) struct Unfinished(PathBuf);

impl Unfinished {
    /// `.NAME.PID.WHAT` in the folder of `file`; nothing is made yet.
    pub fn beside(file: &Path, what: &str) -> Result<Self> {
        let name = file.file_name().with_context(|| format!("{} names no file", file.display()))?;
        let name = format!(".{}.{}.{what}", name.to_string_lossy(), std::process::id());
        Ok(Self(file.with_file_name(name)))
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Removes what is in the folder.
    pub fn empty(&self) -> Result<()> {
        std::fs::remove_dir_all(&self.0)
            .and_then(|()| std::fs::create_dir(&self.0))
            .with_context(|| format!("{} cannot be emptied", self.0.display()))
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        // It may be gone, or have its name by now.
        if self.0.is_dir() {
            std::fs::remove_dir_all(&self.0).ok();
        } else {
            std::fs::remove_file(&self.0).ok();
        }
    }
}

/// Makes a new file that only its owner may read.
pub(crate) fn private_file(path: &Path) -> Result<File> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).with_context(|| format!("{} cannot be made", path.display()))
}

/// A rename is lasting once its folder is on disk.
pub(crate) fn sync_folder(folder: &Path) -> Result<()> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    super::sync_file(folder)
}
