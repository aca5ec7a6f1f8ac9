//! The lints of the house hold in every crate, and the stricter one where strangers' bytes come in.

use super::Findings;
use crate::tree::Tree;

/// Crates that read what strangers send or serve what strangers ask for: an index out of range there is an outage.
const FACE_THE_WORLD: [&str; 4] = ["wire", "fetch", "site", "editor"];

/// Fails on a crate that does not take the workspace's lints, and on one facing the world that lets indexing be.
pub fn check(tree: &Tree, found: &mut Findings) {
    for (path, text) in tree.files().filter(|(path, _)| path.ends_with("/Cargo.toml")) {
        let lints = text.parse::<toml::Table>().ok().and_then(|t| t.get("lints")?.get("workspace")?.as_bool());
        if lints != Some(true) {
            found.fail(path, 0, "the lints of the house are off here; add `[lints]` with `workspace = true`");
        }
    }
    for name in FACE_THE_WORLD {
        let path = format!("crates/{name}/src/lib.rs");
        if tree.text(&path).is_some_and(|text| !text.contains("deny(clippy::indexing_slicing")) {
            found.fail(
                &path,
                0,
                format!("`{name}` faces the world; add `#![deny(clippy::indexing_slicing)]` and use `get`"),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{super::said, check};

    #[test]
    fn lints_are_taken_over_and_indexing_is_denied_at_the_edge() {
        let good = [
            ("crates/a/Cargo.toml", "[lints]\nworkspace = true"),
            ("crates/wire/src/lib.rs", "#![deny(clippy::indexing_slicing)]"),
            ("crates/news/src/lib.rs", ""),
        ];
        assert!(said(check, &good).is_empty());
        let bad = [("crates/a/Cargo.toml", "[package]"), ("crates/site/src/lib.rs", "")];
        assert_eq!(
            said(check, &bad),
            [("crates/a/Cargo.toml:0".to_owned(), true), ("crates/site/src/lib.rs:0".to_owned(), true)]
        );
    }
}
