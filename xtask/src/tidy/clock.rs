//! One place asks the machine's clock; everybody else is told.

use super::{Findings, is_test, line_at};
use crate::{
    rust_text::{Keep, blank, without_tests},
    tree::Tree,
};

/// What asks for the time of day. `Instant` measures how long something takes and is no time of day.
const CLOCKS: [&str; 5] = ["SystemTime::now(", "Timestamp::now(", "Zoned::now(", "Utc::now(", "Local::now("];

/// Where `now` is made.
const HOME: &str = "crates/dateline/src/lib.rs";

/// Fails on a look at the clock in a crate of the product, outside tests and outside [`HOME`].
pub fn check(tree: &Tree, found: &mut Findings) {
    let ours = |path: &str| path.starts_with("crates/") && path.ends_with(".rs") && path != HOME && !is_test(path);
    for (path, text) in tree.files().filter(|(path, _)| ours(path)) {
        let code = blank(without_tests(text), Keep::Code);
        for (offset, clock) in CLOCKS.iter().flat_map(|clock| code.match_indices(clock)) {
            let words =
                format!("`{clock})` looks at the clock; take `now` as an argument, so that a test can say when it is");
            found.fail(path, line_at(&code, offset), words);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{super::said, check};

    #[test]
    fn only_the_binary_looks_at_the_clock() {
        let code = "\nlet now = jiff::Timestamp::now();\n#[cfg(test)]\nmod tests { fn a() { SystemTime::now(); } }";
        let files =
            [("crates/desk/src/a.rs", code), ("crates/dateline/src/lib.rs", code), ("crates/desk/tests/a.rs", code)];
        assert_eq!(said(check, &files), [("crates/desk/src/a.rs:2".to_owned(), true)]);
    }
}
