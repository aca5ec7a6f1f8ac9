//! Writes the views that were counted, in batches.

use std::{
    sync::atomic::{AtomicBool, Ordering},
    time::Duration,
};

use site::ViewCounter;
use store::Store;

/// Views are written this often.
const FLUSH: Duration = Duration::from_secs(5);
/// Short naps, so that stopping does not wait for the whole pause.
const NAP: Duration = Duration::from_millis(100);

/// Writes until told to stop, and once more then. What could not be written is written with the next.
pub fn flush(store: &Store, views: &ViewCounter, stop: &AtomicBool) {
    let mut told = false;
    loop {
        let last = stop.load(Ordering::Acquire);
        let (now, counted) = (crate::now(), views.drain());
        let rows: Vec<_> = counted.iter().map(|(story, views)| (*story, now, *views)).collect();
        let hosts = views.drain_hosts();
        let from = hosts.clone();
        let add = move |c: &mut dyn store::Conn| {
            store::view::add(c, &rows)?;
            store::referrer::add(c, &from, now)
        };
        let written = if counted.is_empty() && hosts.is_empty() { Ok(()) } else { store.write(add) };
        match written {
            Ok(()) => told = false,
            Err(error) => {
                views.give_back(&counted);
                views.give_back_hosts(hosts);
                // One line for as long as it lasts.
                if !std::mem::replace(&mut told, true) {
                    tracing::warn!("views are not written yet: {error}");
                }
            }
        }
        if last {
            return;
        }
        let mut rested = Duration::ZERO;
        while rested < FLUSH && !stop.load(Ordering::Acquire) {
            std::thread::sleep(NAP);
            rested += NAP;
        }
    }
}
