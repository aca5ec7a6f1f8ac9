//! `bench pages`: pages of `dateline serve` beside the same bytes from nginx, on one core each; misses; and what readers see
//! while the desk publishes.

mod hits;
mod misses;
mod publishing;

use std::path::Path;

use anyhow::{Context, Result};
use clap::Args;
use news::{stage::Stage, story::Story};
use serde_json::json;

use crate::{archive, figure, home, process};

/// How to measure.
#[derive(Args, Clone, Debug)]
pub struct Order {
    /// Stories of the archive, which is made when it is not there
    #[arg(long, default_value_t = 10_000)]
    stories: usize,
    /// Runs of each case; the median counts
    #[arg(long, default_value_t = 5)]
    runs: usize,
    /// Seconds of a run
    #[arg(long, default_value_t = 4)]
    seconds: u64,
    /// Seconds of publishing, one act a second
    #[arg(long, default_value_t = 30)]
    publish_seconds: u64,
    /// A short run that only shows that it works
    #[arg(long)]
    quick: bool,
}

/// What every part needs.
pub struct Setting {
    /// Runs of each case.
    pub runs: usize,
    /// Seconds of a run.
    pub seconds: u64,
    /// Seconds of publishing.
    pub publish_seconds: u64,
    /// The archive's folder.
    pub home: std::path::PathBuf,
    /// Published stories, newest first.
    pub stories: Vec<Story>,
    /// The servers' core.
    pub server_core: Option<usize>,
    /// The core of those who ask.
    pub reader_core: Option<usize>,
}

/// Measures, prints and keeps; true unless views were counted wrong or answers failed.
pub fn run(order: &Order) -> Result<bool> {
    let setting = setting(order)?;
    let hits = hits::measure(&setting)?;
    let misses = misses::measure(&setting)?;
    let publishing = publishing::measure(&setting)?;
    figure::keep(
        "pages",
        &json!({
            "cores": process::cores(), "stories": setting.stories.len(), "runs": setting.runs, "seconds": setting.seconds,
            "hits": hits.figures, "views": hits.views, "misses": misses, "publishing": publishing.figures,
        }),
    )?;
    Ok(hits.right && publishing.right)
}

fn setting(order: &Order) -> Result<Setting> {
    let stories = if order.quick { order.stories.min(1_000) } else { order.stories };
    let home = ready(stories)?;
    let (server_core, reader_core) = process::two_cores();
    if server_core.is_none() {
        figure::say("There is one core only: server and readers share it, so the figures say little.");
    } else {
        process::tool("taskset", "util-linux")?;
    }
    Ok(Setting {
        runs: if order.quick { 1 } else { order.runs.max(1) },
        seconds: if order.quick { 1 } else { order.seconds.max(1) },
        publish_seconds: if order.quick { 3 } else { order.publish_seconds.max(2) },
        stories: published(&home, stories)?,
        home,
        server_core,
        reader_core,
    })
}

/// The archive of so many stories, made when it is not there.
pub fn ready(stories: usize) -> Result<std::path::PathBuf> {
    let home = home::archive(stories);
    if home.join(FULL).is_file() {
        return Ok(home);
    }
    if home.exists() {
        std::fs::remove_dir_all(&home).with_context(|| format!("{} cannot be removed", home.display()))?;
    }
    figure::say(&format!("making an archive of {stories} stories in {}", home.display()));
    let order = archive::Order { stories, home: home.clone(), database: None, seed: 1, now: dateline::now() };
    let filled = archive::fill(&order)?;
    let stories_a_second = filled.stories as f64 / filled.seconds;
    std::fs::write(home.join(FULL), json!({"stories": stories, "bytes": filled.bytes}).to_string())?;
    figure::say(&format!(
        "{} stories a second, {} bytes a story",
        figure::short(stories_a_second),
        filled.bytes / stories as u64
    ));
    Ok(home)
}

/// Written last into an archive: it is whole.
const FULL: &str = "archive.json";

/// Published stories of a home, newest first.
pub fn published(home: &Path, limit: usize) -> Result<Vec<Story>> {
    let store = home::open(home, None)?;
    Ok(store.read(|c| store::story::recent(c, Some(Stage::Published), limit))?)
}
