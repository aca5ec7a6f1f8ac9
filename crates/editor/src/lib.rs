//! The desk's screens: what came in, why a draft says what it says, what is not supported; a form becomes an order, and the
//! order goes to `desk::act`. Server-rendered, whole without JavaScript.
//!
//! `route.rs` is the list of all addresses with the role that each needs; `screen/` shows, `order/` does, `sign/` says who
//! somebody is.

#![deny(clippy::indexing_slicing)]

mod api;
mod assets;
mod draft;
mod failure;
mod field;
mod guard;
mod moment;
mod multipart;
mod order;
mod pictures;
mod previews;
mod reply;
mod route;
mod screen;
mod sign;
mod visit;

use std::{net::IpAddr, sync::Arc};

use news::{Country, Time, edition::Arrangement};
use store::Store;

pub use api::{Wanted, make_token};
pub use failure::Failure;
pub use order::redirects::{Lead, lead, lead_no_more};
pub use pictures::Pictures;
pub use previews::{Preview, Previews};
pub use sign::{first_link, invite};

/// Tells the moment.
pub type Clock = Arc<dyn Fn() -> Time + Send + Sync>;

/// The network address of whoever asks; a request must carry it as an extension.
#[derive(Clone, Copy, Debug)]
pub struct Client(pub IpAddr);

/// The house as its desk shows it.
pub struct House {
    /// The masthead.
    pub name: String,
    /// Scheme and host under which people reach it, without a slash at the end.
    pub base_url: String,
    /// Who answers for what is published.
    pub responsible: String,
    /// IANA zone of the times on the screens.
    pub zone: String,
    /// The accent on light paper and on dark, as `#rrggbb`, fit to be read.
    pub accents: [String; 2],
    /// Who lets a story out must be another than who changed it last.
    pub four_eyes: bool,
    /// A country's name for people; empty where there is none such.
    pub country: fn(Country) -> &'static str,
    /// What makes pictures of the files that people bring in.
    pub pictures: Arc<dyn Pictures>,
    /// What shows stories as readers will see them; `None` for no such screen.
    pub previews: Option<Arc<dyn Previews>>,
    /// Editions and menu as the settings have them.
    pub arrangement: Arrangement,
    /// Whether addresses of the site begin with that word already.
    pub taken: Arc<dyn Fn(&str) -> bool + Send + Sync>,
    /// How the desk checks and drafts.
    pub desk: desk::House,
}

/// The desk.
pub struct Desk {
    house: House,
    store: Store,
    clock: Clock,
    assets: assets::Assets,
    throttle: sign::Throttle,
    limit: api::Limit,
    /// What is told to programs of the desk's addresses, made when first asked for.
    document: std::sync::OnceLock<serde_json::Value>,
    /// What signs the cookie of a browser that somebody signed in with before.
    key: ring::hmac::Key,
    zone: jiff::tz::TimeZone,
}

impl Desk {
    /// A desk over the newsroom's store.
    ///
    /// # Errors
    /// The store's.
    pub fn new(house: House, store: Store, clock: Clock) -> store::Result<Arc<Self>> {
        let key = sign::key(&store)?;
        let zone = jiff::tz::TimeZone::get(&house.zone).unwrap_or(jiff::tz::TimeZone::UTC);
        let assets = assets::Assets::new(&house.accents);
        Ok(Arc::new(Self {
            house,
            store,
            clock,
            assets,
            throttle: sign::Throttle::default(),
            limit: api::Limit::default(),
            document: Default::default(),
            key,
            zone,
        }))
    }

    /// The house's editions and menu as they are now.
    ///
    /// # Errors
    /// The store's.
    pub(crate) fn arrangement(&self) -> store::Result<Arrangement> {
        Ok(self.house.arrangement.with(self.store.read(store::arranged::get)?))
    }

    /// The languages that the house publishes in, its own first.
    ///
    /// # Errors
    /// The store's.
    pub(crate) fn languages(&self) -> store::Result<Vec<news::Lang>> {
        self.store.read(|c| self.house.desk.languages(c))
    }

    /// Its screens and orders, all under `/desk`.
    pub fn router(self: &Arc<Self>) -> axum::Router {
        route::router(self)
    }
}

#[cfg(test)]
mod tests;
