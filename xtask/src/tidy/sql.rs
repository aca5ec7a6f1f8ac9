//! SQL lives in the store.

use super::{Findings, line_at};
use crate::{
    rust_text::{Keep, blank},
    tree::Tree,
};

/// Two words in upper case that stand in this order on one line of a statement; the second may be empty.
const STATEMENTS: [(&str, &str); 9] = [
    ("SELECT ", " FROM "),
    ("INSERT INTO ", ""),
    ("UPDATE ", " SET "),
    ("DELETE FROM ", ""),
    ("CREATE TABLE ", ""),
    ("CREATE INDEX ", ""),
    ("ALTER TABLE ", ""),
    ("DROP TABLE ", ""),
    ("PRAGMA ", ""),
];

/// Fails on a statement, or a file of statements, outside `crates/store`. This crate is left out: it has the words above.
pub fn check(tree: &Tree, found: &mut Findings) {
    let elsewhere = |path: &str| !path.starts_with("crates/store/") && !path.starts_with("xtask/");
    for (path, text) in tree.files().filter(|(path, _)| elsewhere(path)) {
        if path.ends_with(".sql") {
            found.fail(path, 0, "SQL files live in crates/store/sql; move it there");
        }
        if path.ends_with(".rs") {
            let shown = blank(text, Keep::CodeAndStrings);
            for offset in statements(&shown) {
                let words = "SQL outside crates/store; add a function there and call it";
                found.fail(path, line_at(&shown, offset), words);
            }
        }
    }
}

/// Where the lines begin that hold a statement.
fn statements(text: &str) -> Vec<usize> {
    let holds = |line: &str| {
        STATEMENTS
            .iter()
            .any(|(first, second)| line.split_once(first).is_some_and(|(_, rest)| format!(" {rest}").contains(second)))
    };
    let mut at = 0;
    let mut out = Vec::new();
    for line in text.split_inclusive('\n') {
        if holds(line) {
            out.push(at);
        }
        at += line.len();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{super::said, check};

    #[test]
    fn a_statement_outside_the_store_fails() {
        let code = "fn a() {}\nconst Q: &str = \"SELECT id FROM story WHERE id = ?1\";\n";
        assert_eq!(said(check, &[("crates/site/src/a.rs", code)]), [("crates/site/src/a.rs:2".to_owned(), true)]);
        assert!(said(check, &[("crates/store/src/a.rs", code)]).is_empty());
        assert_eq!(said(check, &[("crates/site/sql/a.sql", "")]), [("crates/site/sql/a.sql:0".to_owned(), true)]);
    }

    #[test]
    fn words_of_english_and_comments_are_no_statement() {
        let code = "// SELECT a FROM b\nlet s = \"Select a story from the list\"; let u = \"UPDATE 1- Toll rises\";\n";
        assert!(said(check, &[("crates/site/src/a.rs", code)]).is_empty());
    }
}
