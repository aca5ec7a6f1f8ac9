//! The steps, in the order in which they run: what is quick and often wrong comes first.

use std::{path::Path, process::Command};

use anyhow::Result;

use super::{
    browser,
    outcome::Outcome,
    run::{run, version},
};
use crate::{bench, licence, tidy};

/// One step.
pub struct Step {
    /// The word on the command line.
    pub name: &'static str,
    /// What it does.
    pub about: &'static str,
    /// Does it, in the workspace's folder.
    pub run: fn(&Path) -> Result<Outcome>,
}

/// The step that `--fast` leaves out.
pub const BROWSER: &str = "browser";

/// All steps.
pub const ALL: [Step; 10] = [
    Step { name: "tidy", about: "the house's own rules", run: tidy_step },
    Step { name: "fmt", about: "layout of the code", run: fmt },
    Step { name: "licences", about: "licences of everything that we link", run: licences },
    Step { name: "clippy", about: "rustc's and clippy's lints, no warning left", run: clippy },
    Step { name: "test", about: "unit, property and integration tests", run: test },
    Step {
        name: "crash",
        about: "a short torment: failing statements, kills, cut connections, a full disk",
        run: crash,
    },
    Step { name: "doc", about: "examples in the documentation", run: doc },
    Step { name: "deny", about: "bans, doubles, licences and origin of crates", run: deny },
    Step { name: "eval", about: "quality on our own fixtures, against the floors", run: eval },
    Step { name: BROWSER, about: "the sample site as a reader's browser sees it", run: browser::step },
];

/// The cargo that runs us.
pub fn cargo(root: &Path, words: &[&str]) -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    // What Cargo set for this command would make crates build again that look at it.
    std::env::vars()
        .filter(|(name, _)| name.starts_with("CARGO_PKG_"))
        .for_each(|(name, _)| _ = cargo.env_remove(name));
    cargo.env_remove("CARGO_MANIFEST_DIR").env_remove("CARGO_MANIFEST_PATH").current_dir(root).args(words);
    cargo
}

fn tidy_step(root: &Path) -> Result<Outcome> {
    Ok(if tidy::command(root)? { Outcome::Passed(None) } else { Outcome::failed("rules are broken, see above") })
}

fn fmt(root: &Path) -> Result<Outcome> {
    if !has_component(root, "fmt", "rustfmt") {
        return Ok(Outcome::skipped("no rustfmt; `rustup component add rustfmt` brings it"));
    }
    let ran = run(cargo(root, &["fmt", "--all", "--check"]).env("CARGO_TERM_COLOR", "never"))?;
    Ok(ran.outcome("run `cargo fmt --all`"))
}

fn licences(root: &Path) -> Result<Outcome> {
    let (refused, looked_at) = licence::refused(root)?;
    refused.iter().for_each(|sentence| println!("{sentence}"));
    println!("licences: {looked_at} crates looked at, {} refused", refused.len());
    Ok(if refused.is_empty() {
        Outcome::Passed(None)
    } else {
        Outcome::failed("licences that deny.toml does not allow, see above")
    })
}

fn clippy(root: &Path) -> Result<Outcome> {
    if !has_component(root, "clippy", "clippy") {
        return Ok(Outcome::skipped("no clippy; `rustup component add clippy` brings it"));
    }
    let ran = run(&mut cargo(root, &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))?;
    Ok(ran.outcome("lints are left, see above"))
}

fn test(root: &Path) -> Result<Outcome> {
    let nextest = cargo(root, &["nextest", "--version"]).output().is_ok_and(|out| out.status.success());
    let words: &[&str] = if nextest {
        &["nextest", "run", "--workspace", "--no-fail-fast", "--status-level", "fail", "--final-status-level", "fail"]
    } else {
        println!("cargo-nextest is not installed; `cargo test` does the same, more slowly");
        &["test", "--workspace", "--lib", "--bins", "--tests", "--no-fail-fast"]
    };
    Ok(run(&mut cargo(root, words))?.outcome("tests failed, see above"))
}

fn crash(root: &Path) -> Result<Outcome> {
    let bench = bench::build(root, bench::Build::Debug)?;
    let ran = run(Command::new(bench).current_dir(root).args(["crash", "--kills", "5"]))?;
    Ok(ran.outcome("something acknowledged was lost, doubled or broken, see above"))
}

fn doc(root: &Path) -> Result<Outcome> {
    Ok(run(&mut cargo(root, &["test", "--workspace", "--doc", "--quiet"]))?
        .outcome("an example in the documentation is wrong"))
}

fn deny(root: &Path) -> Result<Outcome> {
    if version("cargo-deny", &["--version"]).is_none() {
        return Ok(Outcome::skipped(
            "no cargo-deny (`cargo install cargo-deny`); bans and licences were checked without it",
        ));
    }
    // Advisories need a download and change with the day, so that a run of yesterday's tree could fail: not here.
    Ok(run(&mut cargo(root, &["deny", "check", "bans", "licenses", "sources"]))?.outcome("see deny.toml"))
}

fn eval(root: &Path) -> Result<Outcome> {
    if !root.join("eval/floors.toml").is_file() {
        return Ok(Outcome::skipped("eval/floors.toml is not there"));
    }
    let ran = run(&mut cargo(root, &["run", "--quiet", "--package", "eval", "--", "floors"]))?;
    Ok(ran.outcome("a figure is below its floor, see above"))
}

/// Whether `cargo NAME` works; asks rustup for the component when it does not.
fn has_component(root: &Path, name: &str, component: &str) -> bool {
    let works = || cargo(root, &[name, "--version"]).output().is_ok_and(|out| out.status.success());
    works()
        || (Command::new("rustup").args(["component", "add", component]).status().is_ok_and(|s| s.success()) && works())
}
