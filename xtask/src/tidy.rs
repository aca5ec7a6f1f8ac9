//! `cargo xtask tidy`: the rules of the house that neither rustc nor clippy can know.

mod clock;
mod decision;
mod edge;
mod function;
mod guard;
mod heavy;
mod length;
mod lint;
mod lock;
mod map;
mod path;
mod readme;
mod sql;
mod word;

use std::{fmt, path::Path};

use anyhow::Result;

use crate::tree::Tree;

/// One place that breaks a rule.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// From the root.
    pub path: String,
    /// From 1; 0 when it is about the whole file.
    pub line: usize,
    /// Whether tidy fails.
    pub fails: bool,
    /// What is wrong and what to do, in a sentence.
    pub words: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = if self.fails { "error" } else { "warning" };
        match self.line {
            0 => write!(f, "{}: {kind}: {}", self.path, self.words),
            line => write!(f, "{}:{line}: {kind}: {}", self.path, self.words),
        }
    }
}

/// What the rules found, in the order in which they ran.
#[derive(Default)]
pub struct Findings(Vec<Finding>);

impl Findings {
    /// Notes something that must not stay.
    pub fn fail(&mut self, path: &str, line: usize, words: impl Into<String>) {
        self.0.push(Finding { path: path.into(), line, fails: true, words: words.into() });
    }

    /// Notes something to look at.
    pub fn warn(&mut self, path: &str, line: usize, words: impl Into<String>) {
        self.0.push(Finding { path: path.into(), line, fails: false, words: words.into() });
    }
}

/// Every rule. One rule, one file.
const RULES: [fn(&Tree, &mut Findings); 14] = [
    edge::check,
    heavy::check,
    sql::check,
    clock::check,
    guard::check,
    lint::check,
    length::check,
    function::check,
    word::check,
    path::check,
    lock::check,
    map::check,
    decision::check,
    readme::check,
];

/// All findings of a tree, by path and line.
pub fn findings(tree: &Tree) -> Vec<Finding> {
    let mut found = Findings::default();
    for rule in RULES {
        rule(tree, &mut found);
    }
    found.0.sort();
    found.0
}

/// Prints the findings; true when nothing fails.
pub fn command(root: &Path) -> Result<bool> {
    let tree = Tree::read(root)?;
    let found = findings(&tree);
    for finding in &found {
        println!("{finding}");
    }
    let errors = found.iter().filter(|f| f.fails).count();
    println!("tidy: {} files read, {errors} errors, {} warnings", tree.files().count(), found.len() - errors);
    Ok(errors == 0)
}

/// The line (from 1) of a byte offset.
fn line_at(text: &str, offset: usize) -> usize {
    text[..offset].bytes().filter(|b| *b == b'\n').count() + 1
}

/// Whether a path is a test's: in a `tests` folder, or a `tests.rs` beside what it tests.
fn is_test(path: &str) -> bool {
    path.split('/').any(|part| part == "tests" || part == "tests.rs")
}

/// What `rule` says of a small tree: `path:line` and whether it fails.
#[cfg(test)]
fn said(rule: fn(&Tree, &mut Findings), files: &[(&str, &str)]) -> Vec<(String, bool)> {
    let mut found = Findings::default();
    rule(&Tree::of(files), &mut found);
    found.0.into_iter().map(|f| (format!("{}:{}", f.path, f.line), f.fails)).collect()
}
