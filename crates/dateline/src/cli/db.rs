//! `db check|copy`.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::{Args, Subcommand};
use indicatif::{ProgressBar, ProgressStyle};
use store::{
    Store,
    copy::{Copied, Progress, copy},
    table::TABLES,
};

use super::{NotDone, Place, say, table::table};
use crate::config::masked;

/// The file by which a newsroom's folder is known.
const FILE: &str = "newsroom.sqlite";

#[derive(Subcommand)]
pub enum Db {
    /// Read the database through and count what is in it
    Check {
        /// Read every blob, too, and compare it with its name
        #[arg(long)]
        blobs: bool,
    },
    /// Copy a newsroom's database into an empty one, and compare the two
    Copy(Sides),
}

#[derive(Args)]
pub struct Sides {
    /// From where: postgres://user:password@host/database, or a newsroom's folder
    #[arg(long, value_name = "URL")]
    from: String,
    /// To where: the same; it must be empty, a folder is made
    #[arg(long, value_name = "URL")]
    to: String,
}

pub fn run(place: &Place, command: &Db) -> Result<()> {
    match command {
        Db::Check { blobs } => check(&place.store()?, *blobs),
        Db::Copy(sides) => copied(sides),
    }
}

fn check(store: &Store, blobs: bool) -> Result<()> {
    let mut faults = store.check()?;
    let counts = store.read(|c| TABLES.iter().map(|t| Ok((t.name, t.count(c)?))).collect::<store::Result<Vec<_>>>())?;
    let names = store.blob_names()?;
    let rows = counts.iter().map(|(name, rows)| (*name, *rows)).chain([("blob", names.len() as u64)]);
    let rows: Vec<Vec<String>> = rows.map(|(name, rows)| vec![name.into(), rows.to_string()]).collect();
    say(&table(&["table", "rows"], &rows))?;
    if blobs {
        let bar = bar();
        bar.set_message("blobs");
        bar.set_length(names.len() as u64);
        let wrong = bar.wrap_iter(names.iter()).filter_map(|name| store.blob(*name).err());
        faults.extend(wrong.map(|error| error.to_string()));
        bar.finish_and_clear();
    }
    if faults.is_empty() {
        return say(&format!("\n{} is well.", store.label().display()));
    }
    faults.iter().try_for_each(|fault| say(&format!("fault: {fault}")))?;
    Err(NotDone.into())
}

/// A side of the copy.
struct Side {
    store: Store,
    /// Keeps others from serving the folder meanwhile.
    _alone: Option<store::Serving>,
}

fn copied(sides: &Sides) -> Result<()> {
    if sides.from == sides.to {
        return Err(crate::config::Wrong("--from and --to are the same".into()).into());
    }
    let from = open(&sides.from, true).with_context(|| format!("--from {}", masked(&sides.from)))?;
    let to = open(&sides.to, false).with_context(|| format!("--to {}", masked(&sides.to)))?;
    let bar = bar();
    let tell = |progress: Progress| {
        bar.set_message(progress.table);
        bar.set_length(progress.of);
        bar.set_position(progress.rows);
    };
    let tables = copy(&from.store, &to.store, crate::now(), tell)?;
    bar.finish_and_clear();
    report(&tables)?;
    let differ: Vec<&str> = tables.iter().filter(|t| !t.is_same()).map(|t| t.table).collect();
    if !differ.is_empty() {
        bail!("the copy differs in {}. Empty the target and copy again; the source is as it was", differ.join(", "));
    }
    say(&format!("\nBoth sides are the same. {}", next(&sides.to)))
}

/// What to do with the copy.
fn next(to: &str) -> String {
    if is_address(to) {
        "Set store.database in dateline.toml (or DATELINE_DATABASE) to the target's address.".into()
    } else {
        format!("Put dateline.toml into {to}, with store.database left empty.")
    }
}

fn report(tables: &[Copied]) -> Result<()> {
    let rows: Vec<Vec<String>> = tables
        .iter()
        .map(|t| {
            let same = if t.is_same() { "same" } else { "DIFFERS" };
            let sum: String = t.to.1.chars().take(16).collect();
            vec![t.table.into(), t.from.0.to_string(), t.to.0.to_string(), same.into(), sum]
        })
        .collect();
    say(&table(&["table", "from", "to", "compared", "sha-256"], &rows))
}

fn is_address(side: &str) -> bool {
    side.starts_with("postgres://") || side.starts_with("postgresql://")
}

/// Opens a side. A folder to copy from must be a newsroom: opening would make one.
fn open(side: &str, must_be_there: bool) -> Result<Side> {
    if is_address(side) {
        return Ok(Side { store: Store::connect(side)?, _alone: None });
    }
    let home = home(side);
    if must_be_there && !home.join(FILE).is_file() {
        bail!("{} is no newsroom: it has no {FILE}", home.display());
    }
    let alone = Store::serving(&home)?;
    Ok(Side { store: Store::open(&home)?, _alone: Some(alone) })
}

/// The folder, also when its database file was named.
fn home(side: &str) -> PathBuf {
    let path = Path::new(side);
    let file = path.file_name().is_some_and(|name| name == FILE);
    let folder = if file { path.parent().unwrap_or(path) } else { path };
    if folder.as_os_str().is_empty() { ".".into() } else { folder.to_owned() }
}

fn bar() -> ProgressBar {
    let style = ProgressStyle::with_template("{msg:16!} {wide_bar} {pos}/{len}")
        .unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(0).with_style(style)
}
