//! robots.txt by RFC 9309: asked once per host and kept; missing means allowed, a failing server means not now.

use std::{
    collections::HashMap,
    fmt,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use texting_robots::Robot;
use url::Url;

use crate::{Inner, Refused, get};

/// Hosts kept.
const MAX_HOSTS: usize = 1_000;
/// RFC 9309 wants at least 500 KiB read; what follows is ignored.
const MAX_BYTES: usize = 512_000;
/// RFC 9309: not longer than a day.
const KEPT: Duration = Duration::from_secs(12 * 3600);
/// A failure is kept for a short while only.
const FAILURE_KEPT: Duration = Duration::from_secs(600);

/// What is known of a host.
#[derive(Clone)]
enum Known {
    /// No robots.txt.
    Open,
    Rules(Arc<Robot>),
    Failing,
}

/// The hosts' robots.txt files.
#[derive(Default)]
pub(crate) struct Cache {
    hosts: Mutex<HashMap<String, (Instant, Known)>>,
}

impl fmt::Debug for Cache {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("robots::Cache")
    }
}

impl Cache {
    fn get(&self, host: &str) -> Option<Known> {
        let hosts = self.hosts.lock().unwrap_or_else(PoisonError::into_inner);
        let (at, known) = hosts.get(host)?;
        let kept = if matches!(known, Known::Failing) { FAILURE_KEPT } else { KEPT };
        (at.elapsed() < kept).then(|| known.clone())
    }

    fn put(&self, host: &str, known: Known) {
        let mut hosts = self.hosts.lock().unwrap_or_else(PoisonError::into_inner);
        if hosts.len() >= MAX_HOSTS {
            // The oldest tenth goes, so that a full cache is not swept at every call.
            let mut ages: Vec<Instant> = hosts.values().map(|(at, _)| *at).collect();
            ages.sort();
            if let Some(limit) = ages.get(MAX_HOSTS / 10).copied() {
                hosts.retain(|_, (at, _)| *at > limit);
            }
        }
        hosts.insert(host.to_owned(), (Instant::now(), known));
    }
}

/// Whether the host's robots.txt lets us ask for `url`.
pub(crate) async fn check(inner: &Inner, url: &Url) -> Result<(), Refused> {
    let host = get::origin(url);
    if url.path() == "/robots.txt" {
        return Ok(());
    }
    let known = match inner.robots.get(&host) {
        Some(known) => known,
        None => {
            let known = ask(inner, url).await?;
            inner.robots.put(&host, known.clone());
            known
        }
    };
    match known {
        Known::Open => Ok(()),
        Known::Rules(robot) if robot.allowed(url.as_str()) => Ok(()),
        Known::Rules(_) => Err(Refused::Robots(host)),
        Known::Failing => Err(Refused::RobotsLater(host)),
    }
}

/// Reads a host's robots.txt. An address that may not be asked is the caller's refusal too.
async fn ask(inner: &Inner, url: &Url) -> Result<Known, Refused> {
    let Ok(file) = url.join("/robots.txt") else { return Ok(Known::Open) };
    match get::follow(inner, file, get::Want::Robots { max_bytes: MAX_BYTES }).await {
        Ok(got) => Ok(rules(&inner.settings.user_agent, &got.bytes)),
        Err(Refused::Status { code, .. }) if (400..500).contains(&code) && code != 429 => Ok(Known::Open),
        // RFC 9309: a chain of redirects that does not end counts as no file.
        Err(Refused::Gone | Refused::TooManyRedirects(_) | Refused::BadRedirect) => Ok(Known::Open),
        Err(forbidden @ Refused::Forbidden(_)) => Err(forbidden),
        Err(down @ (Refused::UnknownHost(_) | Refused::Unreachable(_))) => Err(down),
        Err(_) => Ok(Known::Failing),
    }
}

fn rules(user_agent: &str, bytes: &[u8]) -> Known {
    let name = user_agent.split(['/', ' ']).next().unwrap_or("Dateline");
    Robot::new(name, bytes).map_or(Known::Open, |r| Known::Rules(Arc::new(r)))
}
