//! A newsroom's folder full of invented stories: everything that a page shows, made by rule from a seed.

pub mod bundle;
pub mod calendar;
pub mod compose;
pub mod event;
pub mod frames;
pub mod lexicon;
pub mod newsroom;
pub mod places;
pub mod report;
pub mod told;
pub mod tongue;
pub mod world;
pub mod write;

use std::{
    path::PathBuf,
    sync::mpsc::{SyncSender, sync_channel},
    time::Instant,
};

use anyhow::{Context, Result, ensure};
use news::Time;
use store::Store;

use crate::{chance::Chance, progress};
use bundle::Bundle;
use world::World;
use write::Band;

/// Stories written in one transaction.
const BATCH: usize = 2_000;
/// Bands written in one transaction.
const BANDS: usize = 500_000;
/// Batches of each maker that may wait to be written.
const WAITING: usize = 1;
/// Threads that make stories.
const MAKERS: usize = 2;
/// Threads that keep raw bytes; those who wait together share a sync to disk.
const KEEPERS: usize = 16;

/// Which archive.
#[derive(Clone, Debug)]
pub struct Order {
    /// How many stories.
    pub stories: usize,
    /// The newsroom's folder; made when it is not there, refused when it has stories already.
    pub home: PathBuf,
    /// The database's address, for PostgreSQL.
    pub database: Option<String>,
    /// What everything is drawn from.
    pub seed: u64,
    /// The moment before which all of it happened.
    pub now: Time,
}

/// What was made.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Filled {
    /// Stories.
    pub stories: usize,
    /// Reports, newer versions included.
    pub reports: usize,
    /// Seconds that it took.
    pub seconds: f64,
    /// Bytes on disk, of a folder.
    pub bytes: u64,
}

/// Makes the archive: some threads make stories, the store's own writes them.
pub fn fill(order: &Order) -> Result<Filled> {
    let begun = Instant::now();
    newsroom::settings(&order.home, &crate::home::database_line(order.database.as_deref()))?;
    let store = crate::home::open(&order.home, order.database.as_deref())?;
    let empty = store.read(|c| store::story::recent(c, None, 1))?.is_empty();
    ensure!(empty, "{} has stories already; name another folder, or remove this one", order.home.display());
    let world = World::new(order.seed);
    let shelf = std::sync::Arc::new(newsroom::stock(&store, &world, order.now)?);
    let moments = calendar::moments(order.stories, order.now, &mut Chance::of(order.seed, u64::MAX));
    let bar = progress::bar("stories", order.stories);
    let (mut reports, mut bands) = (0, Vec::new());
    std::thread::scope(|scope| -> Result<()> {
        // Makers take turns, so that batches come in order whoever is quicker.
        let handed: Vec<_> = (0..MAKERS)
            .map(|turn| {
                let (hand, handed) = sync_channel::<Vec<Bundle>>(WAITING);
                let (world, moments) = (&world, &moments);
                scope.spawn(move || make(world, moments, order.now, turn, &hand));
                handed
            })
            .collect();
        for (n, _) in moments.chunks(BATCH).enumerate() {
            let batch = handed.get(n % MAKERS).and_then(|h| h.recv().ok()).context("a maker of stories stopped")?;
            let stories = batch.len();
            reports += batch.iter().map(|b| b.reports.len()).sum::<usize>();
            bands.extend(keep(&store, &shelf, batch)?);
            bar.inc(stories as u64);
        }
        Ok(())
    })?;
    bar.finish_and_clear();
    keep_bands(&store, bands)?;
    drop(store);
    let bytes = crate::home::bytes(&order.home);
    Ok(Filled { stories: order.stories, reports, seconds: begun.elapsed().as_secs_f64(), bytes })
}

/// Makes every batch whose turn it is, until nobody takes them.
fn make(world: &World, moments: &[Time], now: Time, turn: usize, hand: &SyncSender<Vec<Bundle>>) {
    for (n, batch) in moments.chunks(BATCH).enumerate().filter(|(n, _)| n % MAKERS == turn) {
        let story = |(at, moment): (usize, &Time)| bundle::bundle(world, (n * BATCH + at) as u64, *moment, now);
        if hand.send(batch.iter().enumerate().map(story).collect()).is_err() {
            return;
        }
    }
}

/// Writes bands in their order.
fn keep_bands(store: &Store, mut bands: Vec<Band>) -> Result<()> {
    bands.sort_unstable();
    let bar = progress::bar("bands", bands.len());
    for part in bands.chunks(BANDS) {
        let part = part.to_vec();
        bar.inc(part.len() as u64);
        store.write(move |c| store::feature::put_bands(c, &part))?;
    }
    bar.finish_and_clear();
    Ok(())
}

/// Writes a batch: its raw bytes beside its rows. The bands of its reports are left for later.
fn keep(store: &Store, shelf: &std::sync::Arc<write::Shelf>, batch: Vec<Bundle>) -> Result<Vec<Band>> {
    let raw: Vec<Vec<u8>> = batch.iter().flat_map(|b| &b.reports).map(|s| s.report.raw.clone()).collect();
    std::thread::scope(|scope| -> Result<Vec<Band>> {
        let keepers: Vec<_> = raw
            .chunks(raw.len().div_ceil(KEEPERS).max(1))
            .map(|part| scope.spawn(move || part.iter().try_for_each(|bytes| store.put_blob(bytes).map(drop))))
            .collect();
        let shelf = shelf.clone();
        let bands = store.write(move |c| {
            let each = batch.iter().map(|bundle| write::write(c, &shelf, bundle));
            Ok(each.collect::<store::Result<Vec<_>>>()?.concat())
        })?;
        for keeper in keepers {
            keeper.join().map_err(|_| anyhow::anyhow!("a thread that keeps raw bytes stopped"))??;
        }
        Ok(bands)
    })
}
