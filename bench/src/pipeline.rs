//! `bench pipeline`: from wire bytes to published pages, with every commit on disk before it counts.

mod latency;
mod stages;

use std::{sync::Arc, time::Instant};

use anyhow::{Result, anyhow};
use clap::Args;
use dateline::{picture::Pictures, work::Room};
use news::{Time, source::Source, stage::Stage};
use serde_json::json;
use store::Store;

use crate::{
    archive::world::World,
    figure::{self, say, short},
    process,
    stream::{self, Arrival},
};

/// Seconds after an arrival at which its jobs run, on the stream's own clock.
const LATER_MS: i64 = 5_000;

/// How to measure.
#[derive(Args, Clone, Debug)]
pub struct Order {
    /// Reports that come in
    #[arg(long, default_value_t = 2_000)]
    reports: usize,
    /// Seconds of reports handed to a running server, five a second
    #[arg(long, default_value_t = 60)]
    latency_seconds: u64,
    /// What the reports are drawn from
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// A short run that only shows that it works
    #[arg(long)]
    quick: bool,
}

/// There is no picture: nothing is asked of the network.
pub struct NoPictures;

impl Pictures for NoPictures {
    fn get(&self, url: &str) -> Result<Vec<u8>> {
        Err(anyhow!("no picture {url} here"))
    }
}

/// The pipeline of a newsroom that asks nothing of the network.
pub fn room(store: Store) -> Arc<Room> {
    Arc::new(Room {
        store,
        house: desk::House {
            policy: news::policy::Policy {
                rules: vec![news::policy::Rule::everything("everything")],
                ..Default::default()
            },
            ..desk::House::default()
        },
        accent: "#a4243b".into(),
        pictures: Arc::new(NoPictures),
        events: Default::default(),
        sectors: Default::default(),
        feeds: None,
        assist: None,
        morning: None,
    })
}

/// A newsroom for one run, with the agencies in it.
struct Bench {
    room: Arc<Room>,
    sources: Vec<Source>,
    _home: tempfile::TempDir,
}

impl Bench {
    fn new(world: &World) -> Result<Self> {
        // In the folder of the figures: the system's temporary folder may be memory, where syncing costs nothing.
        std::fs::create_dir_all(crate::home::folder())?;
        let home = tempfile::Builder::new().prefix("pipeline-").tempdir_in(crate::home::folder())?;
        let store = Store::open(home.path())?;
        let new = world.sources();
        store.write(move |c| new.iter().try_for_each(|s| store::source::put(c, s, Time(0)).map(drop)))?;
        let all = store.read(store::source::list)?;
        let of = |slug: &str| all.iter().find(|s| s.terms.slug == slug).cloned();
        let sources = world.agencies.iter().filter_map(|a| of(a.slug)).collect();
        Ok(Self { room: room(store), sources, _home: home })
    }

    /// Takes what comes; how many reports were new.
    fn take(&self, arrival: &Arrival) -> Result<usize> {
        let source = &self.sources[arrival.agency];
        Ok(dateline::intake::take(&self.room.store, source, &arrival.bytes, None, arrival.at)?.new.len())
    }
}

/// Measures, prints and keeps.
pub fn run(order: &Order) -> Result<bool> {
    let (reports, seconds) = if order.quick { (120, 6) } else { (order.reports, order.latency_seconds) };
    let world = World::new(order.seed);
    let arrivals = stream::stream(&world, reports, dateline::now());
    let whole = whole(&world, &arrivals)?;
    let stages = stages::measure(&world, &arrivals)?;
    let latency = latency::measure(order.seed, seconds)?;
    figure::keep(
        "pipeline",
        &json!({"cores": process::cores(), "whole": whole, "stages": stages, "latency": latency.figures}),
    )?;
    Ok(latency.right)
}

/// The whole stream through the newsroom's own pipeline.
fn whole(world: &World, arrivals: &[Arrival]) -> Result<serde_json::Value> {
    let bench = Bench::new(world)?;
    let bar = crate::progress::bar("pipeline", arrivals.len());
    let (begun, cpu) = (Instant::now(), process::cpu_seconds(std::process::id())?);
    let mut reports = 0;
    for arrival in arrivals {
        reports += bench.take(arrival)?;
        bench.room.until_idle(arrival.at.plus_ms(LATER_MS))?;
        bar.inc(1);
    }
    let cpu_seconds = process::cpu_seconds(std::process::id())? - cpu;
    let seconds = begun.elapsed().as_secs_f64();
    bar.finish_and_clear();
    let count = |stage| bench.room.store.read(|c| store::story::recent(c, Some(stage), 1_000_000)).map(|s| s.len());
    let (published, held) = (count(Stage::Published)?, count(Stage::Held)?);
    let (by_cpu, by_wall) = (reports as f64 / cpu_seconds.max(0.01), reports as f64 / seconds);
    say(&format!("{reports} reports in {} arrivals: {published} stories published, {held} held", arrivals.len()));
    say(&format!("{} reports by CPU second, {} a second", short(by_cpu), short(by_wall)));
    Ok(json!({
        "reports": reports, "arrivals": arrivals.len(), "published": published, "held": held, "cpu_seconds": cpu_seconds,
        "seconds": seconds, "reports_per_cpu_second": by_cpu, "reports_per_second": by_wall,
    }))
}
