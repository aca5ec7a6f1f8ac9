//! What every page needs at hand.

use std::sync::Arc;

use axum::http::HeaderValue;
use jiff::tz::TimeZone;
use news::Time;
use store::{Conn, Store};
use tokio::sync::Semaphore;

use crate::{
    Checker, Clock, Edition, House, ViewCounter, cache::Cache, failure::Failure, headers, limit::Limit, page::Page,
    style::Style,
};

/// The house, its store, and what is made once.
pub struct Site {
    /// Who publishes.
    pub house: Arc<House>,
    /// Where stories are.
    pub store: Store,
    /// Tells the moment.
    pub clock: Clock,
    /// The check.
    pub checker: Arc<dyn Checker>,
    /// Counts article views.
    pub views: Arc<ViewCounter>,
    /// The house's zone.
    pub zone: TimeZone,
    /// The stylesheet.
    pub style: Arc<Style>,
    /// The Content-Security-Policy of HTML pages.
    pub policy: HeaderValue,
    /// Finished pages.
    pub cache: Cache,
    /// How often one client may send a form.
    pub limit: Limit,
    /// Forms checked at the same moment: one hand is left for the pages.
    pub turns: Arc<Semaphore>,
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
    /// The edition that the address is in; `None` for the whole house.
    pub edition: Option<&'a Edition>,
    /// The zone of the times on the page.
    pub zone: TimeZone,
}

/// A page, or why there is none.
pub type Answer = Result<Page, Failure>;

impl Site {
    /// Prepares what is made once. A zone that is not known becomes UTC.
    pub fn new(
        house: Arc<House>,
        store: Store,
        clock: Clock,
        checker: Arc<dyn Checker>,
        views: Arc<ViewCounter>,
    ) -> Self {
        let style = Arc::new(Style::new(&house.accent));
        let zone = TimeZone::get(&house.zone).unwrap_or(TimeZone::UTC);
        let policy = headers::page_policy(&style.source);
        let cache = Cache::new(house.rail_max_age_seconds);
        let hands = std::thread::available_parallelism().map_or(1, |n| n.get().saturating_sub(1).max(1));
        let turns = Arc::new(Semaphore::new(hands));
        Self { house, store, clock, checker, views, zone, style, policy, cache, limit: Limit::default(), turns }
    }

    /// Answers a question from one snapshot of the store.
    pub fn ask(&self, now: Time, query: &str, work: impl FnOnce(&mut Ask<'_>) -> Answer) -> Answer {
        self.store.read(|c| Ok(work(&mut Ask { site: self, c, now, query, edition: None, zone: self.zone.clone() })))?
    }
}

impl Ask<'_> {
    /// The value of a name in the query.
    pub fn value(&self, name: &str) -> Option<String> {
        let pairs = self.query.split('&').filter_map(|pair| pair.split_once('='));
        pairs.into_iter().find(|(n, _)| *n == name).map(|(_, value)| crate::address::decode(value))
    }
}
