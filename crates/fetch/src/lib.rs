//! The only crate that opens outbound HTTP to addresses that others chose.
//!
//! Every hop is checked before it is made: scheme, port, host, then each address that the name resolves to; the connection
//! goes to exactly the addresses that were checked. Redirects are followed by hand. Answers are limited in bytes after
//! unpacking and in time as a whole. One request at a time goes to a host, and robots.txt is asked first.

#![deny(clippy::indexing_slicing, clippy::string_slice)]

mod backoff;
mod get;
pub mod guard;
mod later;
mod polite;
mod refused;
mod resolve;
mod robots;

use std::{sync::Arc, time::Duration};

pub use backoff::backoff_ms;
pub use refused::Refused;

/// How to ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// How we introduce ourselves; its first word up to `/` is our name in robots.txt.
    pub user_agent: String,
    /// For one answer with all its redirects, in milliseconds.
    pub timeout_ms: u64,
    /// Of one answer, after unpacking.
    pub max_bytes: usize,
    /// Ports that may be asked; empty for any.
    pub allow_ports: Vec<u16>,
    /// Ask our own network too, on any port. For tests, and for operators who mean it. Link-local and metadata addresses
    /// stay forbidden.
    pub allow_private: bool,
    /// Obey robots.txt.
    pub respect_robots: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            user_agent: concat!("Dateline/", env!("CARGO_PKG_VERSION")).into(),
            timeout_ms: 20_000,
            max_bytes: 20_000_000,
            allow_ports: vec![80, 443],
            allow_private: false,
            respect_robots: true,
        }
    }
}

/// What to ask for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Ask<'a> {
    /// Absolute, http or https.
    pub url: &'a str,
    /// The last answer's, for a conditional request.
    pub etag: Option<&'a str>,
    /// The last answer's, for a conditional request.
    pub last_modified: Option<&'a str>,
    /// The `Accept` header; feeds when `None`.
    pub accept: Option<&'a str>,
}

impl<'a> Ask<'a> {
    /// An unconditional request for a feed.
    pub fn url(url: &'a str) -> Self {
        Self { url, ..Self::default() }
    }
}

/// What came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Nothing new since the last answer.
    NotModified,
    /// A document.
    Body {
        /// Unpacked.
        bytes: Vec<u8>,
        /// `Content-Type`, as sent.
        content_type: Option<String>,
        /// For the next conditional request.
        etag: Option<String>,
        /// For the next conditional request.
        last_modified: Option<String>,
        /// Where it came from after redirects: the base of its relative links.
        final_url: String,
        /// The address to ask from now on, when every redirect on the way was permanent.
        moved_to: Option<String>,
        /// How long the server wants to be left alone.
        retry_after_ms: Option<i64>,
        /// The server reserves text and data mining (`tdm-reservation: 1`, `X-Robots-Tag: noai`): not for models.
        no_ai: bool,
    },
}

/// Asks servers that others chose. Cheap to clone; clones share connections, robots.txt and the queue per host.
#[derive(Clone, Debug)]
pub struct Fetcher {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    settings: Settings,
    client: reqwest::Client,
    robots: robots::Cache,
    queue: polite::Queue,
}

impl Fetcher {
    /// Makes one; the system's certificates are read here.
    ///
    /// # Errors
    /// [`Refused::NoClient`] when the system has no certificates or a setting cannot be sent.
    pub fn new(settings: Settings) -> Result<Self, Refused> {
        // Another part of the program may have installed it already; then it is the same one.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = reqwest::Client::builder()
            .user_agent(&settings.user_agent)
            .redirect(reqwest::redirect::Policy::none())
            .referer(false)
            .no_proxy()
            .retry(reqwest::retry::never())
            .connect_timeout(Duration::from_millis(settings.timeout_ms.min(10_000)))
            .pool_idle_timeout(Duration::from_secs(30))
            .pool_max_idle_per_host(1)
            .dns_resolver(resolve::Checked { allow_private: settings.allow_private })
            .build()
            .map_err(|e| Refused::NoClient(refused::chain(&e)))?;
        let inner = Inner { settings, client, robots: robots::Cache::default(), queue: polite::Queue::default() };
        Ok(Self { inner: Arc::new(inner) })
    }

    /// Asks for one document.
    ///
    /// # Errors
    /// [`Refused`], each with a sentence for people; [`Refused::retry_after_ms`] says when the server wants to be asked again.
    pub async fn get(&self, ask: &Ask<'_>) -> Result<Answer, Refused> {
        get::get(&self.inner, ask).await
    }
}
