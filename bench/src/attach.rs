//! `bench attach`: reports that Attach places in a second on one processor, with little and with much history.

use std::time::Instant;

use anyhow::{Context, Result};
use clap::Args;
use news::{ReportId, Time, source::Source};
use serde_json::{Value, json};
use store::Store;

use crate::{
    archive::world::World,
    figure::{self, say, short},
    home, pages, process, stream,
};

/// Reports a second that are aimed at, and how much slower much history may make it.
const AIM: f64 = 1_000.0;
const RATIO: f64 = 1.2;
/// Reports placed before the clock runs, so that every archive is measured with what is open already read.
const WARM: usize = 100;

/// How to measure.
#[derive(Args, Clone, Debug)]
pub struct Order {
    /// Stories of the archives, a few reports each; those that are not there are made
    #[arg(long, value_delimiter = ',', default_value = "4000,400000")]
    sizes: Vec<usize>,
    /// Reports that come in
    #[arg(long, default_value_t = 3_000)]
    reports: usize,
    /// A short run on small archives that only shows that it works
    #[arg(long)]
    quick: bool,
}

/// False when much history slows it down by more than it may.
pub fn run(order: &Order) -> Result<bool> {
    let (sizes, reports) = if order.quick { (vec![300, 600], 200) } else { (order.sizes.clone(), order.reports) };
    let figures = sizes.iter().map(|stories| one_size(*stories, reports)).collect::<Result<Vec<Value>>>()?;
    let rate = |f: &Value| f["per_core_second"].as_f64().unwrap_or(0.0);
    let rows: Vec<Vec<String>> = figures
        .iter()
        .map(|f| vec![f["history"].to_string(), f["reports"].to_string(), short(rate(f)), short(rate(f) / AIM)])
        .collect();
    say(&figure::table(&["history", "reports", "per core second", "of the aim"], &rows));
    let ratio = figures.first().map_or(1.0, rate) / figures.last().map_or(1.0, rate).max(f64::MIN_POSITIVE);
    say(&format!("the largest history makes it {} times as slow as the smallest", short(ratio)));
    if !order.quick {
        figure::keep("attach", &json!({"sizes": figures, "ratio": ratio}))?;
    }
    Ok(order.quick || ratio <= RATIO)
}

fn one_size(stories: usize, reports: usize) -> Result<Value> {
    // A copy: what comes in is no part of the archive.
    let archive = pages::ready(stories)?;
    let copy = tempfile::Builder::new().prefix("attach-").tempdir_in(home::folder())?;
    copy_folder(&archive, copy.path())?;
    let store = Store::open(copy.path())?;
    let world = World::new(1);
    let all = store.read(store::source::list)?;
    let of = |slug: &str| all.iter().find(|s| s.terms.slug == slug).cloned();
    let sources: Vec<Source> = world.agencies.iter().filter_map(|a| of(a.slug)).collect();
    let history = store.read(|c| store::report::recent(c, None, 1))?.first().map_or(0, |r| r.id.0);
    let (mut new, mut now): (Vec<ReportId>, Time) = (Vec::new(), dateline::now());
    for arrival in stream::stream(&World::new(2), reports, now) {
        let source = sources.get(arrival.agency).context("an agency of the stream is not in the archive")?;
        new.extend(dateline::intake::take(&store, source, &arrival.bytes, None, arrival.at)?.new);
        now = now.max(arrival.at);
    }
    let (house, events) = (desk::House::default(), desk::event::Events::default());
    let place = |report: &ReportId| desk::step::attach::attach(&store, &house, &events, *report, now).map(drop);
    let (warm, timed) = new.split_at(WARM.min(new.len()));
    warm.iter().try_for_each(place)?;
    let (begun, cpu) = (Instant::now(), process::fine_cpu_seconds(std::process::id())?);
    timed.iter().try_for_each(place)?;
    let cpu = process::fine_cpu_seconds(std::process::id())? - cpu;
    Ok(json!({
        "history": history, "reports": timed.len(), "per_core_second": timed.len() as f64 / cpu,
        "seconds": begun.elapsed().as_secs_f64(),
    }))
}

fn copy_folder(from: &std::path::Path, to: &std::path::Path) -> Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            std::fs::copy(entry.path(), &target)?;
        }
    }
    Ok(())
}
