//! Licences of everything that we link, held against the list in deny.toml. `cargo deny` does the same and more; this
//! runs where it is not installed.

use std::{path::Path, process::Command};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

/// One sentence for each crate whose licence the list does not allow, and how many crates were looked at.
pub fn refused(root: &Path) -> Result<(Vec<String>, usize)> {
    let allowed = allowed(&std::fs::read_to_string(root.join("deny.toml")).context("cannot read deny.toml")?)?;
    let metadata = metadata(root)?;
    let packages = metadata["packages"].as_array().context("cargo metadata lists no packages")?;
    let foreign = packages.iter().filter(|package| !package["source"].is_null());
    let sentences = foreign.clone().filter_map(|package| refusal(package, &allowed)).collect();
    Ok((sentences, foreign.count()))
}

fn metadata(root: &Path) -> Result<Value> {
    let host = Command::new("rustc").arg("-vV").output().context("cannot run rustc")?;
    let host = String::from_utf8_lossy(&host.stdout).lines().find_map(|l| l.strip_prefix("host: ").map(str::to_owned));
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(root).args(["metadata", "--format-version", "1", "--locked", "--filter-platform"]);
    let out = cargo.arg(host.context("rustc -vV names no host")?).output().context("cannot run cargo metadata")?;
    ensure!(out.status.success(), "cargo metadata failed: {}", String::from_utf8_lossy(&out.stderr).trim());
    serde_json::from_slice(&out.stdout).context("cargo metadata answered no JSON")
}

/// `licenses.allow` of deny.toml.
fn allowed(deny: &str) -> Result<Vec<String>> {
    let deny: toml::Table = deny.parse().context("deny.toml is not TOML")?;
    let list = deny.get("licenses").and_then(|l| l.get("allow")).and_then(toml::Value::as_array);
    Ok(list
        .context("deny.toml has no [licenses] allow")?
        .iter()
        .filter_map(|v| v.as_str().map(str::to_owned))
        .collect())
}

fn refusal(package: &Value, allowed: &[String]) -> Option<String> {
    let name = package["name"].as_str().unwrap_or("?");
    match package["license"].as_str() {
        Some(expression) if Spdx::new(expression).holds(allowed) => None,
        Some(expression) => {
            Some(format!("`{name}` is under {expression}, which deny.toml does not allow; do without it"))
        }
        None => Some(format!("`{name}` names no licence; read its licence file before using it")),
    }
}

/// An SPDX expression as it stands in manifests: `MIT OR Apache-2.0`, `(A OR B) AND C`, `A WITH x`, and the old `A/B`.
struct Spdx {
    /// Words, last first.
    rest: Vec<String>,
}

impl Spdx {
    fn new(expression: &str) -> Self {
        let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
        Self { rest: spaced.split_whitespace().rev().map(str::to_owned).collect() }
    }

    /// Whether one may choose so that every licence that then applies is allowed.
    fn holds(mut self, allowed: &[String]) -> bool {
        self.any(allowed) && self.rest.is_empty()
    }

    fn any(&mut self, allowed: &[String]) -> bool {
        let mut held = self.all(allowed);
        while self.takes("OR") {
            held |= self.all(allowed);
        }
        held
    }

    fn all(&mut self, allowed: &[String]) -> bool {
        let mut held = self.one(allowed);
        while self.takes("AND") {
            held &= self.one(allowed);
        }
        held
    }

    fn one(&mut self, allowed: &[String]) -> bool {
        if self.takes("(") {
            let held = self.any(allowed);
            return self.takes(")") && held;
        }
        let Some(mut licence) = self.rest.pop() else { return false };
        if self.takes("WITH") {
            licence = format!("{licence} WITH {}", self.rest.pop().unwrap_or_default());
        }
        // An exception only ever adds freedom, so that the licence alone will do.
        allowed
            .iter()
            .any(|a| *a == licence || licence.strip_prefix(a.as_str()).is_some_and(|rest| rest.starts_with(" WITH ")))
    }

    fn takes(&mut self, word: &str) -> bool {
        let next = self.rest.last().is_some_and(|w| w == word);
        if next {
            self.rest.pop();
        }
        next
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_are_read_as_spdx_says() {
        let allowed: Vec<String> = ["MIT", "Apache-2.0", "Unicode-3.0"].map(str::to_owned).into();
        let holds = |expression: &str| Spdx::new(expression).holds(&allowed);
        for good in [
            "MIT",
            "GPL-3.0 OR MIT",
            "MIT/GPL-2.0",
            "(MIT OR Apache-2.0) AND Unicode-3.0",
            "Apache-2.0 WITH LLVM-exception",
            "MIT AND (GPL-3.0 OR Apache-2.0)",
        ] {
            assert!(holds(good), "{good}");
        }
        for bad in ["GPL-3.0", "MIT AND GPL-3.0", "(MIT OR Apache-2.0) AND AGPL-3.0", "", "MIT Apache-2.0", "(MIT"] {
            assert!(!holds(bad), "{bad}");
        }
    }

    #[test]
    fn the_list_is_read_from_deny_toml() -> Result<()> {
        assert_eq!(allowed("[licenses]\nallow = [\"MIT\"]")?, ["MIT"]);
        assert!(allowed("[bans]").is_err());
        Ok(())
    }
}
