//! What every page needs at hand.

use std::sync::{
    Arc, Mutex, PoisonError, RwLock,
    atomic::{AtomicBool, AtomicI64, Ordering},
};

use axum::http::HeaderValue;
use jiff::tz::TimeZone;
use news::{
    StoryId, Time,
    edition::{Arranged, Arrangement, Edition},
};
use store::{
    Conn, Store,
    list::{self, Filter},
};
use tokio::sync::Semaphore;

use crate::{
    Checker, Clock, House, ViewCounter,
    beside::Shelf,
    cache::{
        Cache,
        making::Making,
        tie::{Tie, Ties},
    },
    client::Clients,
    failure::Failure,
    headers,
    limit::Limit,
    meter::Meter,
    packing::Packing,
    page::Page,
    style::Style,
};

/// Pages made at the same moment for each processor, where the store is another program that a page waits for. A store of
/// our own is work for the processor alone: one hand more than processors is enough.
const MAKERS_EACH: usize = 6;

/// Forms in memory at once: 32 MB of the largest.
const FORMS: usize = 64;

/// The house, its store, and what is made once.
pub struct Site {
    /// Who publishes.
    pub(crate) house: Arc<House>,
    /// Its editions and menu as they are now.
    pub(crate) arranged: RwLock<Arc<Arrangement>>,
    /// Where stories are.
    pub(crate) store: Store,
    /// Tells the moment.
    pub(crate) clock: Clock,
    /// The check.
    pub(crate) checker: Arc<dyn Checker>,
    /// Counts article views.
    pub(crate) views: Arc<ViewCounter>,
    /// The house's zone.
    pub(crate) zone: TimeZone,
    /// The stylesheet.
    pub(crate) style: Arc<Style>,
    /// The Content-Security-Policy of HTML pages.
    pub(crate) policy: HeaderValue,
    /// Finished pages.
    pub(crate) cache: Cache,
    /// What stands beside pages.
    pub(crate) shelf: Shelf,
    /// Pages that are being made.
    pub(crate) making: Arc<Making>,
    /// Packs pages behind.
    pub(crate) packing: Packing,
    /// One at a time follows the store's changes.
    pub(crate) following: Mutex<()>,
    /// The last change that the cache knows of.
    pub(crate) seen: Arc<AtomicI64>,
    /// The store did not answer when last asked.
    pub(crate) away: AtomicBool,
    /// The door is closing.
    pub(crate) closing: AtomicBool,
    /// How often one client may send a form.
    pub(crate) limit: Limit,
    /// How much one client may have made at once.
    pub(crate) clients: Clients,
    /// Forms checked at the same moment: one hand is left for the pages.
    pub(crate) turns: Arc<Semaphore>,
    /// Forms in memory at the same moment.
    pub(crate) forms: Arc<Semaphore>,
    /// Pages made at the same moment.
    pub(crate) makers: Arc<Semaphore>,
    /// Counts what is done.
    pub(crate) meter: Meter,
}

/// One reader's question while it is answered: one snapshot of the store.
pub struct Ask<'a> {
    /// The site.
    pub site: &'a Site,
    /// The store's snapshot.
    pub c: &'a mut dyn Conn,
    /// When it was asked.
    pub now: Time,
    /// What stands after `?`.
    pub query: &'a str,
    /// What the page shows so far, for the cache.
    pub ties: Ties,
    /// What is read now stands beside the page's own matter.
    pub beside: bool,
    /// The cache's clock before the snapshot was taken.
    pub born: u64,
    /// The house's editions and menu.
    pub arranged: &'a Arrangement,
    /// The edition that the address is in; `None` for the whole house.
    pub edition: Option<&'a Edition>,
    /// The zone of the times on the page.
    pub zone: TimeZone,
}

/// A page, or why there is none.
pub type Answer = Result<Page, Failure>;

impl Site {
    /// Prepares what is made once, and hangs the page cache on the store's changes. A zone that is not known becomes UTC.
    ///
    /// # Errors
    /// The store's, when the number of the last change cannot be read.
    pub fn new(
        house: Arc<House>,
        store: Store,
        clock: Clock,
        checker: Arc<dyn Checker>,
        views: Arc<ViewCounter>,
    ) -> store::Result<Arc<Self>> {
        let style = Arc::new(Style::new(&house.accent));
        let zone = TimeZone::get(&house.zone).unwrap_or(TimeZone::UTC);
        let policy = headers::page_policy(&style.source);
        let cache = Cache::new(house.cache_bytes, house.rail_max_age_seconds);
        let hands = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let (last, over) = store.read(|c| Ok((store::change::last(c)?, store::arranged::get(c)?)))?;
        let arranged = RwLock::new(Arc::new(house.arrangement.with(over)));
        let site = Arc::new(Self {
            clients: Clients::new(house.requests_per_client),
            house,
            arranged,
            clock,
            checker,
            views,
            zone,
            style,
            policy,
            cache,
            shelf: Shelf::default(),
            making: Arc::default(),
            packing: Packing::default(),
            following: Mutex::default(),
            seen: Arc::new(AtomicI64::new(last)),
            away: AtomicBool::new(false),
            closing: AtomicBool::new(false),
            limit: Limit::default(),
            turns: Arc::new(Semaphore::new(hands.saturating_sub(1).max(1))),
            forms: Arc::new(Semaphore::new(FORMS)),
            makers: Arc::new(Semaphore::new(if store.is_shared() { hands * MAKERS_EACH } else { hands + 1 })),
            meter: Meter::default(),
            store,
        });
        let weak = Arc::downgrade(&site);
        site.store.on_change(move || {
            if let Some(site) = weak.upgrade() {
                site.catch_up_or_forget();
            }
        });
        Ok(site)
    }

    /// Answers a question from one snapshot of the store.
    pub(crate) fn ask<T>(
        &self,
        now: Time,
        query: &str,
        work: impl FnOnce(&mut Ask<'_>) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let born = self.cache.stamps.clock();
        let arranged = &self.arranged();
        self.store.read(|c| {
            let (ties, zone) = (Ties::default(), self.zone.clone());
            Ok(work(&mut Ask { site: self, c, now, query, ties, beside: false, born, arranged, edition: None, zone }))
        })?
    }

    /// The house's editions and menu as they are now.
    pub(crate) fn arranged(&self) -> Arc<Arrangement> {
        self.arranged.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Arranges the house as people at the desk say. Pages made before are made anew by whoever calls.
    pub(crate) fn arrange(&self, over: Arranged) {
        let now = Arc::new(self.house.arrangement.with(over));
        *self.arranged.write().unwrap_or_else(PoisonError::into_inner) = now;
    }

    /// Whether readers should be sent here: the store answers and the door is not closing.
    pub fn is_ready(&self) -> bool {
        !self.away.load(Ordering::Relaxed) && !self.closing.load(Ordering::Relaxed)
    }

    /// What was done since the start: name, meaning, value.
    pub fn counts(&self) -> Vec<(&'static str, &'static str, u64)> {
        self.meter.read()
    }

    /// How things stand: name, meaning, value.
    pub fn levels(&self) -> Vec<(&'static str, &'static str, u64)> {
        vec![
            ("ready", "1 when readers should be sent here", u64::from(self.is_ready())),
            ("cache_bytes", "Memory of finished pages, as estimated", self.cache.bytes()),
            ("cache_pages", "Finished pages in memory", self.cache.len() as u64),
            (
                "change_seen",
                "Number of the last change that the pages show",
                self.seen.load(Ordering::Relaxed).unsigned_abs(),
            ),
        ]
    }

    /// The number of the last change that the pages know of; shared, so that others may be told.
    pub fn seen(&self) -> Arc<AtomicI64> {
        self.seen.clone()
    }
}

impl Ask<'_> {
    /// The value of a name in the query.
    pub fn value(&self, name: &str) -> Option<String> {
        let pairs = self.query.split('&').filter_map(|pair| pair.split_once('='));
        pairs.into_iter().find(|(n, _)| *n == name).map(|(_, value)| crate::address::decode(value))
    }

    /// Published stories, newest first; the page changes with this list unless it stands beside its own matter.
    pub fn latest(&mut self, filter: &Filter, limit: usize) -> store::Result<Vec<list::Card>> {
        self.lists(Tie::list(filter));
        list::latest(self.c, filter, limit)
    }

    /// The page changes with this list, unless it stands beside its own matter.
    pub fn lists(&mut self, list: Tie) {
        if !self.beside {
            self.ties.list(list);
        }
    }

    /// The page shows this story.
    pub fn shows(&mut self, story: StoryId) {
        if self.beside { self.ties.beside(story) } else { self.ties.card(story) }
    }

    /// The page shows pieces.
    pub fn shows_pieces(&mut self) {
        if self.beside { self.ties.pieces_beside() } else { self.ties.pieces() }
    }

    /// Reads what stands beside the page's own matter.
    pub fn beside<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> T {
        let before = std::mem::replace(&mut self.beside, true);
        let out = read(self);
        self.beside = before;
        out
    }
}
