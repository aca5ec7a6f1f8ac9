//! What the lock files may hold.

use super::Findings;
use crate::tree::Tree;

/// One crypto provider, `ring`, and no C library of the system: these would come in by a careless feature.
const BANNED: [&str; 4] = ["aws-lc-sys", "aws-lc-rs", "openssl-sys", "native-tls"];

/// The one place that crates come from.
const CRATES_IO: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// Fails on banned crates, on crates from elsewhere than crates.io, and on addresses in a Node lock file.
pub fn check(tree: &Tree, found: &mut Findings) {
    for (at, line) in tree.text("Cargo.lock").unwrap_or_default().lines().enumerate() {
        let value = |key: &str| line.strip_prefix(key).and_then(|rest| rest.strip_prefix(" = \"")?.strip_suffix('"'));
        if let Some(name) = value("name").filter(|name| BANNED.contains(name)) {
            found.fail(
                "Cargo.lock",
                at + 1,
                format!("`{name}` is banned; `cargo tree -i {name}` says who wants it: turn off that feature"),
            );
        }
        if value("source").is_some_and(|source| source != CRATES_IO) {
            found.fail(
                "Cargo.lock",
                at + 1,
                "this crate does not come from crates.io; a fresh clone could not build it",
            );
        }
    }
    for (path, text) in tree.files().filter(|(path, _)| path.ends_with("package-lock.json")) {
        for (at, _) in text.lines().enumerate().filter(|(_, line)| line.trim_start().starts_with("\"resolved\"")) {
            let words =
                "an address of one registry; make the lock again with `npm install --omit-lockfile-registry-resolved`";
            found.fail(path, at + 1, words);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{super::said, check};

    #[test]
    fn banned_crates_foreign_sources_and_addresses_fail() {
        let lock = "[[package]]\nname = \"ring\"\nsource = \"registry+https://github.com/rust-lang/crates.io-index\"\n\
                    [[package]]\nname = \"openssl-sys\"\nsource = \"git+https://a.example/b\"\n";
        let node = "{\n  \"resolved\": \"https://a.example/b.tgz\"\n}";
        let lines = ["Cargo.lock:5", "Cargo.lock:6", "tests/browser/package-lock.json:2"];
        let found = said(check, &[("Cargo.lock", lock), ("tests/browser/package-lock.json", node)]);
        assert_eq!(found, lines.map(|line| (line.to_owned(), true)));
    }
}
