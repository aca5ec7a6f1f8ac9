//! What an archive says about itself, and which names may stand in it.

use std::{
    collections::{BTreeMap, HashSet},
    path::{Component, Path},
};

use news::{Hash, Time};
use serde::{Deserialize, Serialize};

/// The manifest's own name; its hash is in `manifest.sha256`.
pub(super) const MANIFEST: &str = "manifest.json";
/// The manifest's hash.
pub(super) const SEAL: &str = "manifest.sha256";
/// The number of this layout. A newer one is refused.
pub const FORMAT: u64 = 1;
/// The folder of an operator's own pages.
const PAGES: &str = "pages";
/// What a logo's name may end with.
const PICTURES: [&str; 5] = ["svg", "png", "jpg", "jpeg", "webp"];
/// Longest name of a member, in bytes: what a tar header holds without extensions.
const LONGEST_NAME: usize = 100;

/// A file in the archive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Its path in the home, with `/` between its parts.
    pub name: String,
    /// Its size.
    pub bytes: u64,
    /// The hash of its bytes.
    pub sha256: Hash,
}

/// What an archive says about itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The number of the archive's layout.
    pub format: u64,
    /// The version that made it.
    pub dateline: String,
    /// The schema number of its newsroom.
    pub schema: i64,
    /// When the databases were copied.
    pub made_ms: Time,
    /// The masthead's picture, if it is in the archive.
    pub logo: Option<String>,
    /// Rows of the main tables.
    pub rows: BTreeMap<String, u64>,
    /// Every other member, in the order in which they stand.
    pub members: Vec<Member>,
}

/// What a member is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// `newsroom.sqlite` or `raw.sqlite`.
    Database,
    /// The settings.
    Settings,
    /// An operator's own page.
    Page,
    /// The masthead's picture.
    Logo,
    /// A large blob.
    Blob,
}

impl Kind {
    /// What a member of that name is; `None` for a name that must not stand in an archive: absolute, with `..`, with what
    /// some system reads as a separator, or unknown.
    pub fn of(name: &str, logo: Option<&str>) -> Option<Self> {
        match name {
            _ if !is_plain(name) => None,
            crate::config::FILE => Some(Self::Settings),
            _ if store::backup::DATABASES.contains(&name) => Some(Self::Database),
            _ if store::backup::blob_of_file(name).is_some() => Some(Self::Blob),
            _ if name.starts_with(&format!("{}/", store::backup::BLOBS)) => None,
            _ if name.strip_prefix(PAGES).is_some_and(|n| n.starts_with('/')) => Some(Self::Page),
            _ if logo == Some(name) && is_picture(name) => Some(Self::Logo),
            _ => None,
        }
    }
}

/// A relative path of ordinary parts, the same on every system.
fn is_plain(name: &str) -> bool {
    let parts = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
    let odd = |c: char| c.is_control() || matches!(c, '\\' | ':');
    let dotted = name.split('/').any(|part| part.is_empty() || part.starts_with('.'));
    parts && !dotted && name.len() <= LONGEST_NAME && !name.contains(odd)
}

fn is_picture(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, end)| PICTURES.contains(&end))
}

impl Manifest {
    /// Reads one and says why it cannot be used: another layout, a newer schema, a name that must not stand in an archive.
    pub(super) fn parse(bytes: &[u8]) -> Result<Self, String> {
        let unreadable = |e: serde_json::Error| format!("it is no manifest of Dateline ({e})");
        let value: serde_json::Value = serde_json::from_slice(bytes).map_err(unreadable)?;
        let by = value["dateline"].as_str().unwrap_or("unknown").to_owned();
        let newer = |what: &str, found: String, known: String| {
            format!(
                "it was made by a newer Dateline ({by}): {what} {found}, and this one knows {known}. Install that version or a later one"
            )
        };
        if let Some(format) = value["format"].as_u64().filter(|f| *f > FORMAT) {
            return Err(newer("layout", format.to_string(), FORMAT.to_string()));
        }
        if let Some(schema) = value["schema"].as_i64().filter(|s| *s > store::backup::schema()) {
            return Err(newer("schema", schema.to_string(), store::backup::schema().to_string()));
        }
        let manifest: Self = serde_json::from_value(value).map_err(unreadable)?;
        match manifest.fault() {
            None => Ok(manifest),
            Some(fault) => Err(fault),
        }
    }

    fn fault(&self) -> Option<String> {
        let mut seen = HashSet::new();
        let logo = self.logo.as_deref();
        for name in self.members.iter().map(|m| m.name.as_str()) {
            if Kind::of(name, logo).is_none() {
                return Some(format!("it names {name:?}, which has no place in a newsroom. Dateline did not make it"));
            }
            if !seen.insert(name) {
                return Some(format!("it names {name} twice. Dateline did not make it"));
            }
        }
        let lacking = store::backup::DATABASES.iter().find(|name| !seen.contains(*name));
        lacking.map(|name| format!("it lacks {name}. Dateline did not make it"))
    }

    /// Bytes of all members.
    pub fn bytes(&self) -> u64 {
        self.members.iter().fold(0, |sum, m| sum.saturating_add(m.bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_a_newsroom_may_stand_in_an_archive() {
        let blob = store::backup::blob_file(Hash::of(b"x"));
        for (name, kind) in [
            ("newsroom.sqlite", Kind::Database),
            ("dateline.toml", Kind::Settings),
            ("pages/about.md", Kind::Page),
            ("pages/en/été.md", Kind::Page),
            ("art/logo.svg", Kind::Logo),
            (&blob, Kind::Blob),
        ] {
            assert_eq!(Kind::of(name, Some("art/logo.svg")), Some(kind), "{name}");
        }
        for name in [
            "/etc/passwd",
            "../newsroom.sqlite",
            "pages/../../x.md",
            "pages/./x.md",
            "pages//x.md",
            "pages/",
            "pages",
            "pages/.hidden",
            "pages\\x.md",
            "pages/c:x.md",
            "pages/a\nb.md",
            "serving.lock",
            "newsroom.sqlite-wal",
            "blobs/x",
            "blobs/../x",
            "logo.svg",
            "manifest.json",
            "art/logo.sh",
            "",
            ".",
            "~/x",
        ] {
            assert_eq!(Kind::of(name, Some("art/logo.sh")), None, "{name}");
        }
    }
}
