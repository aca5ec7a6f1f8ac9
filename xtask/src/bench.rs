//! `cargo xtask archive|bench|soak|crash`: builds `dateline` and `bench`, and lets `bench` do the work. This command uses
//! nothing of ours, so that it runs in a tree that does not compile.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, ensure};
use clap::Args;

use crate::test::step::cargo;

/// What `bench` is told; `bench NAME --help` explains it.
#[derive(Args)]
#[command(disable_help_flag = true)]
pub struct Order {
    /// Options, passed on as they are; --help shows them
    #[arg(trailing_var_arg = true, allow_hyphen_values = true, value_name = "OPTION")]
    words: Vec<String>,
}

/// How the binaries are built.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Build {
    /// As users have them: for figures.
    Release,
    /// As the tests built them: for what must not break.
    Debug,
}

/// Builds and runs `bench NAME …`; true when it ended with 0.
pub fn command(root: &Path, name: &str, order: &Order) -> Result<bool> {
    let mut bench = Command::new(build(root, Build::Release)?);
    let status = bench.current_dir(root).arg(name).args(&order.words).status().context("cannot start bench")?;
    Ok(status.success())
}

/// The path of `bench`; `dateline` lies beside it.
pub fn build(root: &Path, build: Build) -> Result<PathBuf> {
    let mut words = vec!["build", "-p", "dateline", "-p", "bench"];
    words.extend((build == Build::Release).then_some("--release"));
    let status = cargo(root, &words).status().context("cannot run cargo")?;
    ensure!(status.success(), "dateline and bench do not build");
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    Ok(target.join(if build == Build::Release { "release" } else { "debug" }).join("bench"))
}
