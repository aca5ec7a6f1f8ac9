//! Why there is no document, in a sentence for people.

use std::error::Error;

use crate::guard::Forbidden;

/// Why there is no document.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Not an address.
    #[error("“{0}” is not a web address; write it with http:// or https://")]
    NotAnAddress(String),
    /// An address that is never asked.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// The name is unknown.
    #[error("the host {0} cannot be found; check its spelling and this machine's network")]
    UnknownHost(String),
    /// More redirects than any honest server needs.
    #[error("the server redirected more than {0} times; the feed's address is wrong or its server is broken")]
    TooManyRedirects(usize),
    /// A redirect to nowhere.
    #[error("the server redirects to something that is no web address")]
    BadRedirect,
    /// robots.txt says no.
    #[error(
        "robots.txt of {0} asks us to stay away from this address; ask the publisher for permission or another address"
    )]
    Robots(String),
    /// robots.txt cannot be had, which means: not now.
    #[error("robots.txt of {0} cannot be read now, so nothing is asked there; it is tried again later")]
    RobotsLater(String),
    /// More bytes than allowed, after unpacking.
    #[error("the answer is larger than {0} bytes; it was broken off")]
    TooLarge(usize),
    /// More time than allowed, redirects included.
    #[error("the server did not finish its answer in {0} ms")]
    TooSlow(u64),
    /// Gone for good.
    #[error("the server says that this address is gone for good (410); remove the source or find its new address")]
    Gone,
    /// Any other status that is not a document.
    #[error("the server answered with status {code}")]
    Status {
        /// HTTP status.
        code: u16,
        /// `Retry-After`, in milliseconds from now.
        retry_after_ms: Option<i64>,
    },
    /// No connection.
    #[error("the server cannot be reached: {0}")]
    Unreachable(String),
    /// A broken answer.
    #[error("the server's answer is broken: {0}")]
    Broken(String),
    /// No client could be made.
    #[error("cannot make requests on this machine: {0}. On Linux, install the package ca-certificates")]
    NoClient(String),
}

impl Refused {
    /// How long the server wants to be left alone, where it said so.
    pub fn retry_after_ms(&self) -> Option<i64> {
        match self {
            Self::Status { retry_after_ms, .. } => *retry_after_ms,
            _ => None,
        }
    }

    /// A request that failed.
    pub(crate) fn of(error: &reqwest::Error, timeout_ms: u64) -> Self {
        let mut cause: Option<&(dyn Error + 'static)> = Some(error);
        while let Some(current) = cause {
            if let Some(own) = current.downcast_ref::<Refused>() {
                return own.clone();
            }
            cause = current.source();
        }
        match () {
            () if error.is_timeout() => Self::TooSlow(timeout_ms),
            () if error.is_connect() => Self::Unreachable(chain(error)),
            () if error.is_decode() || error.is_body() => Self::Broken(chain(error)),
            () => Self::Unreachable(chain(error)),
        }
    }
}

/// The innermost causes, without the address (it may hold a secret key).
pub(crate) fn chain(error: &(dyn Error + 'static)) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut cause = error.source();
    while let Some(current) = cause {
        let said = current.to_string();
        if !parts.contains(&said) {
            parts.push(said);
        }
        cause = current.source();
    }
    if parts.is_empty() { "no reason given".into() } else { parts.join(": ") }
}
