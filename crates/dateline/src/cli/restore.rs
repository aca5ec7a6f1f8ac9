//! `restore FILE`.

use std::{path::PathBuf, time::Instant};

use anyhow::Result;
use clap::Args;

use super::{
    Place,
    backup::{Bar, parts, seconds},
    clock, say,
};

#[derive(Args)]
pub struct Restore {
    /// The archive that `dateline backup` made
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Move what is in the folder beside it (DIR.before-TIME) and restore all the same
    #[arg(long)]
    force: bool,
}

pub fn run(place: &Place, order: &Restore) -> Result<()> {
    let (began, bar) = (Instant::now(), Bar::new());
    let restored = crate::restore::restore(&order.file, &place.home, order.force, crate::now(), &bar)?;
    drop(bar);
    say(&parts(&restored.parts, restored.rows.values().sum()))?;
    if let Some(kept) = &restored.kept {
        say(&format!("\nWhat was in the folder before is in {}.", kept.display()))?;
    }
    let (home, made) = (restored.home.display(), clock(restored.made, "UTC"));
    say(&format!(
        "\nThe newsroom of {made} UTC is in {home}, checked, {}. Next:\n  dateline serve --home {home}",
        seconds(began)
    ))
}
