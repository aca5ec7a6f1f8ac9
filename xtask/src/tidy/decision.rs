//! Records of decisions are numbered without gaps and have the three parts.

use super::Findings;
use crate::tree::Tree;

const FOLDER: &str = "docs/decisions/";

/// Every record says these, as headings or at the start of a paragraph.
const PARTS: [&str; 3] = ["Context", "Choice", "Consequence"];

/// Fails on wrong names, doubled or missing numbers, and on a part left out.
pub fn check(tree: &Tree, found: &mut Findings) {
    let mut expected = 1;
    for (path, text) in tree.files().filter(|(path, _)| path.starts_with(FOLDER)) {
        let name = &path[FOLDER.len()..];
        match number(name) {
            None => found.fail(path, 0, "a record is called `0001-what-was-chosen.md`; rename it"),
            Some(n) if n != expected => {
                found.fail(path, 0, format!("the next number is {expected:04}; numbers have no gaps and no doubles"));
                expected = n + 1;
            }
            Some(n) => expected = n + 1,
        }
        for part in PARTS.iter().filter(|part| !text.contains(*part)) {
            found.fail(path, 0, format!("the record has no \"{part}\"; half a page: context, choice, consequence"));
        }
    }
}

fn number(name: &str) -> Option<u32> {
    let (digits, rest) = name.split_once('-')?;
    (digits.len() == 4 && rest.ends_with(".md")).then(|| digits.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::{super::said, check};

    #[test]
    fn gaps_doubles_wrong_names_and_missing_parts_fail() {
        let whole = "## Context\n## Choice\n## Consequence\n";
        let files = [
            ("docs/decisions/0001-a.md", whole),
            ("docs/decisions/0002-b.md", "## Context\n## Choice\n"),
            ("docs/decisions/0004-c.md", whole),
            ("docs/decisions/notes.md", whole),
        ];
        let lines = ["docs/decisions/0002-b.md:0", "docs/decisions/0004-c.md:0", "docs/decisions/notes.md:0"];
        assert_eq!(said(check, &files), lines.map(|line| (line.to_owned(), true)));
    }
}
