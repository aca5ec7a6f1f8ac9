//! README opens the door: the two commands that everybody needs stand there.

use super::Findings;
use crate::tree::Tree;

/// What a newcomer types first, word for word.
const COMMANDS: [&str; 2] = ["cargo run --release -- serve --sample", "cargo xtask test"];

/// Fails when README is missing or lacks one of the commands.
pub fn check(tree: &Tree, found: &mut Findings) {
    let text = tree.text("README.md").unwrap_or_default();
    for command in COMMANDS.iter().filter(|command| !text.contains(*command)) {
        found.fail("README.md", 0, format!("it does not name `{command}`; a newcomer needs the two commands"));
    }
}

#[cfg(test)]
mod tests {
    use super::{super::said, check};

    #[test]
    fn both_commands_must_be_named() {
        assert!(
            said(check, &[("README.md", "`cargo run --release -- serve --sample` and `cargo xtask test`")]).is_empty()
        );
        assert_eq!(said(check, &[("README.md", "`cargo xtask test`")]), [("README.md:0".to_owned(), true)]);
        assert_eq!(said(check, &[]).len(), 2);
    }
}
