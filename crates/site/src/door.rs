//! The door: connections in, answers out. Requests for pages are answered here, a finished page with three slices and one
//! system call; forms and requests of unusual shape are handed over to the router. Every wait has an end, every size a
//! bound.

mod accept;
mod connection;
mod date;
mod handed;
mod head;
mod places;

use std::{
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize},
    },
    time::Duration,
};

use crate::Site;

pub use accept::Door;

/// How much the door takes.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Connections at once.
    pub connections: usize,
    /// Connections of one client at once. Behind proxies the proxy is the client, and this does not count.
    pub connections_per_client: usize,
    /// Proxies of our own between readers and the door, each of which appends to `X-Forwarded-For`.
    pub proxies: usize,
    /// How long a request's head may take to arrive, from its first byte.
    pub head_time: Duration,
    /// How long a connection may stay open with nothing asked.
    pub idle_time: Duration,
    /// How long an answer may stand still.
    pub write_time: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 10_000,
            connections_per_client: 512,
            proxies: 0,
            head_time: Duration::from_secs(10),
            idle_time: Duration::from_secs(60),
            write_time: Duration::from_secs(30),
        }
    }
}

/// A router that has all addresses at and below one of its own; none of them is ever kept.
#[derive(Clone)]
pub struct Annex {
    /// `/desk`.
    pub at: &'static str,
    /// What answers there.
    pub router: axum::Router,
}

impl Annex {
    fn has(&self, path: &str) -> bool {
        path.strip_prefix(self.at).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }
}

/// What every connection needs.
struct Shared {
    site: Arc<Site>,
    annex: Option<Annex>,
    limits: Limits,
    places: Arc<places::Places>,
    stopping: AtomicBool,
    /// Answers that are on their way.
    busy: AtomicUsize,
}

/// What a handed-over connection is known by: who opened it.
type Handed = (handed::Stream, SocketAddr);
