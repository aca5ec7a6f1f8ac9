//! A file is read by a person in one sitting.

use super::{Findings, is_test};
use crate::{rust_text::without_tests, tree::Tree};

/// More lines than this and somebody should think of a second file.
const WARN_LINES: usize = 400;
/// More lines than this and it must be split.
const FAIL_LINES: usize = 600;

/// Looks at Rust files outside tests and outside folders called `data`; unit tests at the end of a file do not count.
pub fn check(tree: &Tree, found: &mut Findings) {
    let counts = |path: &str| path.ends_with(".rs") && !is_test(path) && !path.split('/').any(|part| part == "data");
    for (path, text) in tree.files().filter(|(path, _)| counts(path)) {
        let lines = without_tests(text).lines().count();
        if lines > FAIL_LINES {
            found.fail(
                path,
                0,
                format!("{lines} lines without its tests, {FAIL_LINES} at most; one act, one file: split it"),
            );
        } else if lines > WARN_LINES {
            found.warn(
                path,
                0,
                format!("{lines} lines without its tests, rarely over {WARN_LINES}; does it do one thing?"),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{super::said, check};

    #[test]
    fn long_files_warn_then_fail_and_tests_do_not_count() {
        let (long, longer) = ("//\n".repeat(401), "//\n".repeat(601));
        let with_tests = format!("fn a() {{}}\n#[cfg(test)]\nmod tests {{\n{longer}}}\n");
        let files = [
            ("a/long.rs", &*long),
            ("a/longer.rs", &longer),
            ("a/tests/it.rs", &longer),
            ("a/data/b.rs", &longer),
            ("a/c.rs", &with_tests),
        ];
        assert_eq!(said(check, &files), [("a/long.rs:0".to_owned(), false), ("a/longer.rs:0".to_owned(), true)]);
    }
}
