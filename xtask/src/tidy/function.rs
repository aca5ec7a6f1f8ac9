//! A function fits on a screen.

use super::{Findings, is_test};
use crate::{
    rust_text::{Keep, blank, without_tests},
    tree::Tree,
};

/// From the line of `fn` to its closing brace, both counted.
const WARN_LINES: usize = 60;

/// Warns of long functions outside tests.
pub fn check(tree: &Tree, found: &mut Findings) {
    for (path, text) in tree.files().filter(|(path, _)| path.ends_with(".rs") && !is_test(path)) {
        let code = blank(without_tests(text), Keep::Code);
        let lines: Vec<&str> = code.lines().collect();
        for (at, line) in lines.iter().enumerate().filter(|(_, line)| starts_function(line)) {
            let length = length(&lines[at..], line);
            if length > WARN_LINES {
                found.warn(path, at + 1, format!("a function of {length} lines, rarely over 45; give its parts names"));
            }
        }
    }
}

fn starts_function(line: &str) -> bool {
    let before = line.split_once("fn ").map(|(before, _)| before);
    before.is_some_and(|b| {
        b.split_whitespace()
            .all(|w| w.starts_with("pub") || ["async", "const", "unsafe", "crate)", "super)"].contains(&w))
    })
}

/// Lines up to the closing brace that stands as far in as `head` does: rustfmt puts it there.
fn length(lines: &[&str], head: &str) -> usize {
    let indent = &head[..head.len() - head.trim_start().len()];
    let closing = format!("{indent}}}");
    let ends = |line: &str| {
        line.trim_end() == closing || (line == head && (line.contains('}') || line.trim_end().ends_with(';')))
    };
    lines.iter().position(|line| ends(line)).map_or(0, |last| last + 1)
}

#[cfg(test)]
mod tests {
    use super::{super::said, check};

    #[test]
    fn long_functions_warn_and_short_ones_do_not() {
        let body = "    a();\n".repeat(59);
        let text = format!("fn one() {{ a() }}\ntrait T {{\n    fn two();\n}}\npub fn three() {{\n{body}}}\n");
        assert_eq!(said(check, &[("a.rs", &text)]), [("a.rs:5".to_owned(), false)]);
        assert!(said(check, &[("tests/a.rs", &text)]).is_empty());
    }
}
