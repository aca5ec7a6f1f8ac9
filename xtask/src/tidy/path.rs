//! No path of one person's machine in the tree.

use super::{Findings, is_test, line_at};
use crate::{rust_text::without_tests, tree::Tree};

/// Folders that are somebody's, or some machine's. In two halves so that this file does not name them itself.
const MACHINE: [&str; 3] = [concat!("/wo", "rk/"), concat!("/ro", "ot/"), concat!("/tm", "p/")];

/// Fails on an absolute path into such a folder, outside tests. Part of a longer path or address is none.
pub fn check(tree: &Tree, found: &mut Findings) {
    for (path, text) in tree.files().filter(|(path, _)| !is_test(path)) {
        let text = if path.ends_with(".rs") { without_tests(text) } else { text };
        for folder in MACHINE {
            for (offset, _) in text.match_indices(folder).filter(|(offset, _)| begins(&text[..*offset])) {
                let words =
                    format!("`{folder}…` is a place on one machine; take it from a setting, or say it in words");
                found.fail(path, line_at(text, offset), words);
            }
        }
    }
}

/// Whether a path can begin after this text: not inside a longer path, a name or an address.
fn begins(before: &str) -> bool {
    !before.ends_with(|c: char| c.is_alphanumeric() || "._-~*}/".contains(c))
}

#[cfg(test)]
mod tests {
    use super::{super::said, check};

    #[test]
    fn machine_paths_fail_and_addresses_do_not() {
        let bad = format!("see `{}x`\n", concat!("/wo", "rk/"));
        let good = format!("https://a.example{}1 and \"target{}x\"", concat!("/wo", "rk/"), concat!("/tm", "p/"));
        let files = [("a.md", bad.as_str()), ("b.md", &good), ("tests/c.mjs", &bad)];
        assert_eq!(said(check, &files), [("a.md:1".to_owned(), true)]);
    }
}
