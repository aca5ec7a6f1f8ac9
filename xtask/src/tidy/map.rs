//! The map is true: every crate is in ARCHITECTURE.md, and every path there exists.

use super::{Findings, edge};
use crate::tree::Tree;

const MAP: &str = "ARCHITECTURE.md";

/// Endings by which a word in backticks is taken for a file.
const FILE_ENDINGS: [&str; 9] = [".rs", ".toml", ".md", ".sql", ".html", ".mjs", ".json", ".tsv", ".svg"];

/// First folders by which a word in backticks is taken for a path.
const FOLDERS: [&str; 9] =
    ["crates/", "eval/", "xtask/", "fixtures/", "docs/", "tests/", ".ci/", ".cargo/", "prompts/"];

/// Fails when the map is missing, leaves out a crate, or names a file, folder or Rust item that is not there.
pub fn check(tree: &Tree, found: &mut Findings) {
    let Some(text) = tree.text(MAP) else {
        found.fail(MAP, 0, "it is missing; it holds the code map, the invariants and the walk-throughs");
        return;
    };
    for manifest in edge::manifests(tree, &mut Findings::default()) {
        if !lists(text, &manifest.name) {
            found.fail(
                MAP,
                0,
                format!(
                    "the code map leaves out `{}`; add a line that begins with `{}/`",
                    manifest.name, manifest.name
                ),
            );
        }
    }
    for (at, line) in text.lines().enumerate() {
        for word in line.split('`').skip(1).step_by(2) {
            if looks_like_path(word) && !exists(tree, word) {
                found.fail(MAP, at + 1, format!("`{word}` is not in the tree; correct the path"));
            } else if names_missing_item(tree, word) {
                found.fail(MAP, at + 1, format!("`{word}` is not in that crate; correct the name"));
            }
        }
    }
}

/// Whether a line of the map is about the crate: `check/` at its start, or `crates/check` anywhere.
fn lists(text: &str, name: &str) -> bool {
    let starts = |line: &str| {
        line.trim_start_matches([' ', '-', '*', '|', '`', '├', '└', '─', '│'])
            .strip_prefix(name)
            .is_some_and(|rest| rest.starts_with(['/', '`']))
    };
    text.contains(&format!("crates/{name}")) || text.lines().any(starts)
}

fn looks_like_path(word: &str) -> bool {
    // `sql/NOUN/VERB.sql` stands for many.
    let pattern = word.contains('/')
        && word.split(['/', '.']).any(|part| part.len() > 1 && part.chars().all(|c| c.is_ascii_uppercase()));
    let plain =
        !pattern && !word.contains(|c: char| c.is_whitespace() || "<>{}*?=$…:()".contains(c)) && !word.starts_with('/');
    plain
        && (FOLDERS.iter().any(|f| word.starts_with(f))
            || (FILE_ENDINGS.iter().any(|e| word.ends_with(e)) && !word.starts_with('.')))
}

/// As written, below `crates/`, with the `src/` that a reader does not need, or as the end of some file's path.
fn exists(tree: &Tree, word: &str) -> bool {
    let word = word.trim_end_matches('/').split('#').next().unwrap_or(word);
    let in_source = word.split_once('/').map(|(name, rest)| format!("crates/{name}/src/{rest}"));
    let end = format!("/{word}");
    tree.has(word)
        || tree.has(&format!("crates/{word}"))
        || in_source.is_some_and(|path| tree.has(&path))
        || tree.files().any(|(path, _)| path.ends_with(&end))
}

/// Whether the word is a Rust path into a crate of ours (`desk::act::kill`) whose last name no file of that crate has.
fn names_missing_item(tree: &Tree, word: &str) -> bool {
    let names: Vec<&str> = word.trim_end_matches("()").split("::").collect();
    let [crate_name, .., item] = names[..] else { return false };
    let plain = names.iter().all(|name| !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_'));
    let folder = format!("crates/{crate_name}/src/");
    let mut sources = tree.files().filter(|(path, _)| path.starts_with(&folder)).peekable();
    plain
        && sources.peek().is_some()
        && !sources.any(|(path, text)| path.ends_with(&format!("/{item}.rs")) || has_word(text, item))
}

fn has_word(text: &str, word: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').any(|w| w == word)
}

#[cfg(test)]
mod tests {
    use super::{super::said, check};

    const DESK: [(&str, &str); 2] =
        [("crates/desk/Cargo.toml", "[package]\nname = \"desk\""), ("crates/desk/src/act/kill.rs", "pub fn kill() {}")];

    fn with(map: &str) -> Vec<(String, bool)> {
        said(check, &[DESK[0], DESK[1], ("ARCHITECTURE.md", map)])
    }

    #[test]
    fn a_true_map_is_quiet() {
        assert!(with("  desk/  acts\n\nA kill is `desk::act::kill` in `desk/act/kill.rs`, `crates/desk/src/act`, `kill.rs`; `/feed.json` is a page.").is_empty());
    }

    #[test]
    fn a_crate_left_out_and_a_wrong_path_fail() {
        assert_eq!(with("nothing"), [("ARCHITECTURE.md:0".to_owned(), true)]);
        let wrong = with("desk/\n`crates/desk/src/act/save.rs`\n`desk::act::save`");
        assert_eq!(wrong, [("ARCHITECTURE.md:2".to_owned(), true), ("ARCHITECTURE.md:3".to_owned(), true)]);
        assert_eq!(said(check, &[]), [("ARCHITECTURE.md:0".to_owned(), true)]);
    }
}
