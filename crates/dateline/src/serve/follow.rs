//! Keeps the pages in step with what other processes publish: a command beside the server, another server on one database.

use std::{
    sync::atomic::{AtomicBool, Ordering},
    time::Duration,
};

use site::Site;

/// How often the store is asked for changes; a question that finds none takes microseconds.
const EVERY: Duration = Duration::from_millis(50);

/// Follows until told to stop. What this process publishes is followed at once, by the store's own word.
pub fn follow(site: &Site, stop: &AtomicBool) {
    while !stop.load(Ordering::Acquire) {
        site.catch_up();
        std::thread::sleep(EVERY);
    }
}
