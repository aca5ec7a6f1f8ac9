//! Article views, counted in memory without cookie or address, and written by whoever drains them.

use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};

use news::StoryId;

/// The views of one story since the last drain. Its finished pages hold it, so that a hit is one addition and no lock.
#[derive(Debug, Default)]
pub struct Tally(AtomicU64);

impl Tally {
    /// Counts one view.
    pub fn count(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }
}

/// The tallies of all stories that have a finished page.
#[derive(Debug, Default)]
pub struct ViewCounter {
    tallies: Mutex<HashMap<StoryId, Arc<Tally>>>,
    /// Views that came from other sites, by host.
    hosts: Mutex<HashMap<String, u64>>,
}

/// Hosts that are told apart between two drains: whoever makes them up fills no memory.
const HOSTS: usize = 500;
/// Bytes of a host's name (RFC 1035).
const HOST_BYTES: usize = 253;

impl ViewCounter {
    /// The story's tally, for a page that is being finished.
    pub fn tally(&self, story: StoryId) -> Arc<Tally> {
        self.tallies.lock().unwrap_or_else(PoisonError::into_inner).entry(story).or_default().clone()
    }

    /// Counts a view that came from a page of `referrer`, unless that is of the house at `base_url` itself.
    pub fn came_from(&self, referrer: &[u8], base_url: &str) {
        if referrer.is_empty() || referrer.starts_with(base_url.as_bytes()) {
            return;
        }
        let Some(host) = host(referrer) else { return };
        if base_url.split_once("://").is_some_and(|(_, own)| own.eq_ignore_ascii_case(&host)) {
            return;
        }
        let mut hosts = self.hosts.lock().unwrap_or_else(PoisonError::into_inner);
        if hosts.len() < HOSTS || hosts.contains_key(&host) {
            *hosts.entry(host).or_default() += 1;
        }
    }

    /// Takes the hosts that were counted.
    pub fn drain_hosts(&self) -> Vec<(String, u64)> {
        std::mem::take(&mut *self.hosts.lock().unwrap_or_else(PoisonError::into_inner)).into_iter().collect()
    }

    /// Gives back hosts that could not be written.
    pub fn give_back_hosts(&self, counted: Vec<(String, u64)>) {
        let mut hosts = self.hosts.lock().unwrap_or_else(PoisonError::into_inner);
        for (host, views) in counted {
            if hosts.len() < HOSTS || hosts.contains_key(&host) {
                *hosts.entry(host).or_default() += views;
            }
        }
    }

    /// Takes what was counted; the tallies start at nothing again. Those that no page holds any more are let go.
    pub fn drain(&self) -> Vec<(StoryId, u64)> {
        let mut tallies = self.tallies.lock().unwrap_or_else(PoisonError::into_inner);
        let mut counted = Vec::new();
        tallies.retain(|story, tally| {
            // Nobody can take a tally while the lock is held, so one that only we hold is counted by nobody.
            let held = Arc::strong_count(tally) > 1;
            let views = tally.0.swap(0, Ordering::Relaxed);
            if views > 0 {
                counted.push((*story, views));
            }
            held
        });
        counted.sort_unstable();
        counted
    }

    /// Gives back what could not be written, to be counted with the next.
    pub fn give_back(&self, counted: &[(StoryId, u64)]) {
        for (story, views) in counted {
            self.tally(*story).0.fetch_add(*views, Ordering::Relaxed);
        }
    }
}

/// The host of an address as browsers send it (RFC 9110, 10.1.3), without port; `None` when it is none.
fn host(referrer: &[u8]) -> Option<String> {
    let referrer = std::str::from_utf8(referrer).ok()?;
    let rest = referrer.strip_prefix("https://").or_else(|| referrer.strip_prefix("http://"))?;
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let plain = host.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'.' || b == b'-');
    let named = plain && host.contains('.') && host.len() <= HOST_BYTES;
    named.then(|| host.strip_prefix("www.").unwrap_or(host).to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_told_apart_and_nothing_else_is_kept() {
        let views = ViewCounter::default();
        for referrer in [
            "https://www.search.example/?q=secret+words",
            "https://search.example:443/x",
            "https://ledger.example/latest",
            "http://ledger.example/",
            "https://user:pass@evil.example/",
            "android-app://x.y",
            "https://<script>/",
            "",
        ] {
            views.came_from(referrer.as_bytes(), "https://ledger.example");
        }
        assert_eq!(views.drain_hosts(), vec![("search.example".into(), 2)]);
        (0..2 * HOSTS).for_each(|n| views.came_from(format!("https://h{n}.example/").as_bytes(), "https://x.example"));
        assert_eq!(views.drain_hosts().len(), HOSTS);
    }

    #[test]
    fn views_are_taken_once_and_unheld_tallies_go() {
        let views = ViewCounter::default();
        let held = views.tally(StoryId(7));
        held.count();
        views.tally(StoryId(7)).count();
        views.tally(StoryId(8)).count();
        assert_eq!(views.drain(), vec![(StoryId(7), 2), (StoryId(8), 1)]);
        assert_eq!(views.tallies.lock().unwrap().len(), 1, "the one that a page holds");
        held.count();
        views.give_back(&[(StoryId(8), 3)]);
        assert_eq!(views.drain(), vec![(StoryId(7), 1), (StoryId(8), 3)]);
        assert_eq!(views.drain(), vec![]);
    }
}
