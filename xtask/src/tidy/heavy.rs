//! Crates that are heavy, or that open a door, have one home.

use super::{Findings, edge};
use crate::tree::Tree;

/// A library, its home among our crates, and why it lives nowhere else.
const HOMES: [(&str, &[&str], &str); 12] = [
    (
        "reqwest",
        &["fetch", "assist"],
        "only these open connections to addresses that others chose, behind the address guard",
    ),
    (
        "hyper-util",
        &["fetch", "assist"],
        "only these open connections to addresses that others chose, behind the address guard",
    ),
    ("rusqlite", &["store"], "only the store speaks SQL"),
    ("postgres", &["store"], "only the store speaks SQL"),
    ("tokio-postgres", &["store"], "only the store speaks SQL"),
    ("object_store", &["store"], "only the store keeps bytes"),
    ("tantivy", &["search"], "it is heavy, and tests of other crates must not link it"),
    ("c2pa", &["provenance"], "it is heavy, and tests of other crates must not link it"),
    ("resvg", &["art"], "it is heavy, and tests of other crates must not link it"),
    ("image", &["art"], "it is heavy, and tests of other crates must not link it"),
    ("askama", &["site", "editor", "mail"], "pages are made in the crates that own them"),
    ("lettre", &["mail"], "only this sends mail"),
];

/// Fails on a heavy library away from its home.
pub fn check(tree: &Tree, found: &mut Findings) {
    // A manifest that cannot be read is reported once, by the rule on edges.
    for manifest in edge::manifests(tree, &mut Findings::default()) {
        for dependency in &manifest.dependencies {
            let Some((name, homes, why)) = HOMES.iter().find(|(name, ..)| *name == dependency.name) else { continue };
            if !homes.contains(&manifest.name.as_str()) {
                let words =
                    format!("`{name}` lives in {} only: {why}. Ask that crate for what you need", homes.join(", "));
                found.fail(manifest.path, dependency.line, words);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{super::said, check};

    #[test]
    fn a_heavy_library_stays_at_home() {
        let at = |name: &str| {
            let text = format!("[package]\nname = \"{name}\"\n[dependencies]\nreqwest.workspace = true\n");
            said(check, &[("crates/x/Cargo.toml", &text)])
        };
        assert!(at("fetch").is_empty());
        assert_eq!(at("site"), [("crates/x/Cargo.toml:4".to_owned(), true)]);
    }
}
