//! Who may import whom.

use super::Findings;
use crate::tree::Tree;

/// The architecture in one table: a crate of ours, and the crates of ours that it may depend on. `None`: any.
const MAY_IMPORT: [(&str, Option<&[&str]>); 19] = [
    ("news", Some(&[])),
    ("text", Some(&["news"])),
    ("check", Some(&["news", "text"])),
    ("wire", Some(&["news", "text"])),
    ("fetch", Some(&["news"])),
    ("assist", Some(&["news"])),
    ("store", Some(&["news"])),
    ("search", Some(&["news", "text"])),
    ("art", Some(&["news"])),
    ("provenance", Some(&["news"])),
    ("desk", Some(&["news", "text", "check", "store", "assist"])),
    ("site", Some(&["news", "text", "store"])),
    ("editor", Some(&["news", "store", "desk"])),
    ("mail", Some(&["news", "store"])),
    ("dateline", None),
    ("testkit", None),
    ("eval", None),
    ("bench", None),
    ("xtask", Some(&[])),
];

/// One line of a manifest that names a crate.
pub struct Dependency {
    /// The crate's own name, whatever it is called here.
    pub name: String,
    /// Only for tests.
    pub dev: bool,
    /// Line of the manifest, 0 when not found.
    pub line: usize,
}

/// The part of a `Cargo.toml` that rules look at.
pub struct Manifest<'a> {
    /// Of the `Cargo.toml`.
    pub path: &'a str,
    /// The crate's name.
    pub name: String,
    /// All that it depends on, for every target.
    pub dependencies: Vec<Dependency>,
}

/// The manifests of all crates below the root; those that cannot be read are findings.
pub fn manifests<'a>(tree: &'a Tree, found: &mut Findings) -> Vec<Manifest<'a>> {
    let ours = tree.files().filter(|(path, _)| path.ends_with("/Cargo.toml") && !super::is_test(path));
    ours.filter_map(|(path, text)| match manifest(path, text) {
        Some(manifest) => Some(manifest),
        None => {
            found.fail(path, 0, "this is not a Cargo.toml with a [package] name; fix it or remove it");
            None
        }
    })
    .collect()
}

fn manifest<'a>(path: &'a str, text: &'a str) -> Option<Manifest<'a>> {
    let whole: toml::Table = text.parse().ok()?;
    let name = whole.get("package")?.get("name")?.as_str()?.to_owned();
    let mut dependencies = Vec::new();
    read_tables(&whole, text, &mut dependencies);
    for target in whole.get("target").and_then(toml::Value::as_table).into_iter().flat_map(|t| t.values()) {
        target.as_table().into_iter().for_each(|target| read_tables(target, text, &mut dependencies));
    }
    Some(Manifest { path, name, dependencies })
}

fn read_tables(part: &toml::Table, text: &str, out: &mut Vec<Dependency>) {
    for (table, dev) in [("dependencies", false), ("build-dependencies", false), ("dev-dependencies", true)] {
        for (key, value) in part.get(table).and_then(toml::Value::as_table).into_iter().flatten() {
            let name = value.get("package").and_then(toml::Value::as_str).unwrap_or(key);
            out.push(Dependency { name: name.into(), dev, line: line_of(text, table, key) });
        }
    }
}

/// The line of `key` in the table of that name.
fn line_of(text: &str, table: &str, key: &str) -> usize {
    let names_key = |line: &str| line.strip_prefix(key).is_some_and(|rest| rest.starts_with([' ', '.', '=']));
    let mut inside = false;
    for (at, line) in text.lines().enumerate() {
        if line.starts_with('[') {
            inside = line.trim_end_matches(']').ends_with(table) || line.contains(&format!("{table}.{key}"));
        }
        if inside && (names_key(line.trim_start()) || line.contains(&format!("{table}.{key}]"))) {
            return at + 1;
        }
    }
    0
}

/// Fails on every edge between crates of ours that the table does not have.
pub fn check(tree: &Tree, found: &mut Findings) {
    for manifest in manifests(tree, found) {
        let Some((_, may)) = MAY_IMPORT.iter().find(|(name, _)| *name == manifest.name) else {
            let words = format!(
                "`{}` is not in the table of who may import whom; add it to xtask/src/tidy/edge.rs",
                manifest.name
            );
            found.fail(manifest.path, 0, words);
            continue;
        };
        for dependency in &manifest.dependencies {
            if let Some(words) = refusal(&manifest.name, *may, dependency) {
                found.fail(manifest.path, dependency.line, words);
            }
        }
    }
}

/// Why this edge may not be; `None` when it may, or when the other crate is not ours.
fn refusal(from: &str, may: Option<&[&str]>, to: &Dependency) -> Option<String> {
    let to_name = to.name.as_str();
    let ours = MAY_IMPORT.iter().any(|(name, _)| *name == to_name);
    if !ours || (to_name == "testkit" && to.dev) || (to_name == from && to.dev) {
        return None;
    }
    match may {
        _ if to_name == "xtask" => Some("nothing may import `xtask`: it is a command".into()),
        _ if to_name == "testkit" => Some("`testkit` is for tests; move it to [dev-dependencies]".into()),
        None => None,
        Some(may) if may.contains(&to_name) => None,
        Some(may) => {
            let list = if may.is_empty() { "nothing of ours".into() } else { may.join(", ") };
            Some(format!(
                "`{from}` may not import `{to_name}` (it may import {list}); define a small trait in `{from}` and let `dateline` hand it in"
            ))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::said;
    use super::*;

    const HEAD: &str = "[package]\nname = ";

    fn one(name: &str, rest: &str) -> Vec<(String, bool)> {
        said(check, &[("crates/x/Cargo.toml", &format!("{HEAD}\"{name}\"\n{rest}"))])
    }

    #[test]
    fn an_edge_of_the_table_is_fine() {
        assert!(
            one("desk", "[dependencies]\nnews.workspace = true\nstore = { path = \"../store\" }\nserde = \"1\"")
                .is_empty()
        );
        assert!(
            one("dateline", "[dependencies]\nsite.workspace = true\n[dev-dependencies]\ntestkit.workspace = true")
                .is_empty()
        );
    }

    #[test]
    fn any_other_edge_fails_at_its_line() {
        let wrong = vec![("crates/x/Cargo.toml:4".to_owned(), true)];
        assert_eq!(one("site", "[dependencies]\ndesk.workspace = true"), wrong);
        assert_eq!(one("site", "[dev-dependencies]\ndesk.workspace = true"), wrong);
        assert_eq!(one("site", "[dependencies.desk]\nworkspace = true"), [("crates/x/Cargo.toml:3".to_owned(), true)]);
        assert_eq!(one("wire", "[target.'cfg(unix)'.dependencies]\ndesk.workspace = true"), wrong);
        assert_eq!(one("eval", "[dependencies]\nxtask.workspace = true"), wrong);
    }

    #[test]
    fn another_name_does_not_hide_it() {
        assert_eq!(
            one("news", "[dependencies]\nbase = { path = \"../text\", package = \"text\" }"),
            [("crates/x/Cargo.toml:4".to_owned(), true)]
        );
    }

    #[test]
    fn testkit_is_for_tests() {
        assert_eq!(
            one("eval", "[dependencies]\ntestkit.workspace = true"),
            [("crates/x/Cargo.toml:4".to_owned(), true)]
        );
        assert!(one("news", "[dev-dependencies]\ntestkit.workspace = true").is_empty());
    }

    #[test]
    fn a_crate_that_nobody_knows_fails() {
        assert_eq!(one("surprise", ""), [("crates/x/Cargo.toml:0".to_owned(), true)]);
    }
}
