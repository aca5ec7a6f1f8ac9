//! Words: none that mean nothing, none left for later, and the trade's own where there is one.

use super::{Findings, line_at};
use crate::{
    rust_text::{Keep, blank, without_tests},
    tree::Tree,
};

/// File, folder and module names that say nothing of what is inside.
const EMPTY_NAMES: [&str; 8] = ["util", "utils", "helper", "helpers", "common", "manager", "managers", "misc"];

/// Marks of unfinished work. The last is a comment's word, written in two halves so that this file has it not.
const UNFINISHED: [&str; 3] = ["todo!(", "unimplemented!(", concat!("FIX", "ME")];

/// A part of a name that another word of the trade stands for.
const TRADE: [(&str, &str); 12] = [
    ("provider", "source"),
    ("ingest", "wire, or the act's own verb"),
    ("raw_item", "report"),
    ("article_obj", "story"),
    ("cluster", "story"),
    ("claim_ref", "citation"),
    ("author_txt", "byline"),
    ("category", "sector"),
    ("soft_delete", "kill or hold"),
    ("handler_impl", "the step's own name"),
    ("manager", "step or act"),
    ("admin", "editor"),
];

/// Names of types that another word of the trade stands for, when the type is called just that.
const TRADE_TYPES: [(&str, &str); 7] = [
    ("Content", "Story or Report"),
    ("Post", "Report"),
    ("Version", "Revision"),
    ("Snapshot", "Revision"),
    ("Score", "Verdict"),
    ("Mode", "Treatment"),
    ("Location", "Dateline or Place"),
];

/// What opens the definition of a name.
const DEFINES: [&str; 9] = ["fn ", "struct ", "enum ", "trait ", "mod ", "type ", "const ", "static ", "union "];

/// Fails on empty names and unfinished work; warns of words that are not the trade's.
pub fn check(tree: &Tree, found: &mut Findings) {
    for (path, text) in tree.files() {
        check_names(path, found);
        if path.ends_with(".rs") {
            check_unfinished(path, text, found);
            check_definitions(path, text, found);
        }
    }
}

fn check_names(path: &str, found: &mut Findings) {
    let source = [".rs", ".mjs", ".js", ".html", ".sql"].iter().any(|ending| path.ends_with(ending));
    let empty =
        path.split('/').map(|part| part.split('.').next().unwrap_or(part)).find(|name| EMPTY_NAMES.contains(name));
    if let Some(name) = empty.filter(|_| source) {
        found.fail(path, 0, format!("`{name}` says nothing of what is inside; name it by what it does"));
    }
}

fn check_unfinished(path: &str, text: &str, found: &mut Findings) {
    let code = blank(text, Keep::Code);
    for mark in UNFINISHED {
        // The word of comments is looked for in comments too, the macros in code alone.
        let place = if mark.ends_with('(') { code.as_str() } else { text };
        for (offset, _) in place.match_indices(mark) {
            let words = format!("`{}` is unfinished work; finish it or take it out", mark.trim_end_matches("!("));
            found.fail(path, line_at(place, offset), words);
        }
    }
}

fn check_definitions(path: &str, text: &str, found: &mut Findings) {
    let code = blank(without_tests(text), Keep::Code);
    for (at, line) in code.lines().enumerate() {
        let Some(name) = defined(line) else { continue };
        if EMPTY_NAMES.contains(&name) && line.contains("mod ") {
            found.fail(
                path,
                at + 1,
                format!("a module `{name}` says nothing of what is inside; name it by what it does"),
            );
        } else if let Some(better) = better_word(name) {
            found.warn(
                path,
                at + 1,
                format!("`{name}`: the trade's word is {better}; see the words in ARCHITECTURE.md"),
            );
        }
    }
}

/// The name that a line of code defines.
fn defined(line: &str) -> Option<&str> {
    let rest = DEFINES.iter().find_map(|word| {
        let (before, rest) = line.split_once(word)?;
        before.chars().all(|c| c.is_alphanumeric() || " ()_".contains(c)).then_some(rest)
    })?;
    rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().filter(|name| !name.is_empty())
}

fn better_word(name: &str) -> Option<&'static str> {
    let parts = format!("_{}_", snake(name));
    let inside = TRADE.iter().find(|(word, _)| parts.contains(&format!("_{word}_")));
    inside.or_else(|| TRADE_TYPES.iter().find(|(word, _)| *word == name)).map(|(_, better)| *better)
}

/// `FeedProvider` as `feed_provider`.
fn snake(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars() {
        if c.is_uppercase() && !out.is_empty() && !out.ends_with('_') {
            out.push('_');
        }
        out.extend(c.to_lowercase());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{super::said, check};

    #[test]
    fn empty_names_fail() {
        assert_eq!(said(check, &[("crates/a/src/utils.rs", "")]), [("crates/a/src/utils.rs:0".to_owned(), true)]);
        assert_eq!(said(check, &[("crates/a/src/common/b.rs", "")]), [("crates/a/src/common/b.rs:0".to_owned(), true)]);
        assert_eq!(
            said(check, &[("crates/a/src/b.rs", "\npub mod helpers {")]),
            [("crates/a/src/b.rs:2".to_owned(), true)]
        );
    }

    #[test]
    fn unfinished_work_fails_in_code_and_one_word_in_comments_too() {
        let comment = format!("// {}{}: later\n", "FIX", "ME");
        let files = [
            ("a.rs", "fn a() {\n    todo!(\"b\")\n}\n"),
            ("b.rs", comment.as_str()),
            ("c.rs", "// todo!() is denied\n"),
        ];
        assert_eq!(said(check, &files), [("a.rs:2".to_owned(), true), ("b.rs:1".to_owned(), true)]);
    }

    #[test]
    fn words_that_are_not_the_trades_warn_where_they_are_defined() {
        let code = "pub struct FeedProvider;\nuse other::Provider;\npub(crate) fn ingest_all() {}\nstruct Post;\nstruct Postman;\n";
        assert_eq!(
            said(check, &[("a.rs", code)]),
            [("a.rs:1".to_owned(), false), ("a.rs:3".to_owned(), false), ("a.rs:4".to_owned(), false)]
        );
    }
}
