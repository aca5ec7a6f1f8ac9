//! `restore FILE`.

use std::{path::PathBuf, time::Instant};

use anyhow::Result;
use clap::Args;

use super::{
    Place,
    backup::{Bar, parts, seconds},
    clock, say,
};
use crate::config::{Config, FILE, masked};

#[derive(Args)]
pub struct Restore {
    /// The archive that `dateline backup` made
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Move what is in the folder beside it (DIR.before-TIME) and restore all the same
    #[arg(long)]
    force: bool,
    /// Put reports, stories and blobs into this empty PostgreSQL database: postgres://user:password@host/database
    #[arg(long, value_name = "URL")]
    database: Option<String>,
}

pub fn run(place: &Place, order: &Restore) -> Result<()> {
    let (began, bar) = (Instant::now(), Bar::new());
    let what = crate::restore::Order {
        file: &order.file,
        home: &place.home,
        database: order.database.as_deref(),
        force: order.force,
    };
    let restored = crate::restore::restore(what, crate::now(), &bar)?;
    drop(bar);
    say(&parts(&restored.parts, restored.rows.values().sum()))?;
    if let Some(kept) = &restored.kept {
        say(&format!("\nWhat was in the folder before is in {}.", kept.display()))?;
    }
    database(order, &restored.home)?;
    let (home, made) = (restored.home.display(), clock(restored.made, "UTC"));
    say(&format!(
        "\nThe newsroom of {made} UTC is in {home}, checked, {}. Next:\n  dateline serve --home {home}",
        seconds(began)
    ))
}

/// Which database the restored settings name, where that is not the one that was filled.
fn database(order: &Restore, home: &std::path::Path) -> Result<()> {
    let named = Config::read(&home.join(FILE)).ok().and_then(|c| c.store.database().ok().flatten());
    if named == order.database {
        return Ok(());
    }
    let fill = |address: &Option<String>| address.as_deref().map_or_else(|| "this folder".into(), masked);
    say(&format!(
        "\nThe newsroom was restored to {}, but store.database in {FILE} names {}. Change it before you serve.",
        fill(&order.database),
        fill(&named)
    ))
}
