//! Looks at the clock for the morning mail.

use std::{
    sync::atomic::{AtomicBool, Ordering},
    time::Duration,
};

use store::Store;

use crate::{failure, morning::Morning, server};

/// Between two looks: a mail may be so late.
const EVERY: Duration = Duration::from_secs(20);

/// Looks until told to stop. A store that is away is asked again; one line says so for as long as it lasts.
pub fn watch(morning: &Morning, store: &Store, stop: &AtomicBool) {
    let mut told = false;
    while !stop.load(Ordering::Relaxed) {
        match morning.tick(store, crate::now()) {
            Ok(()) => told = false,
            Err(error) if !std::mem::replace(&mut told, true) => {
                tracing::warn!("the morning mail is not begun yet: {}", failure::line(&error));
            }
            Err(_) => {}
        }
        server::nap(EVERY, stop);
    }
}
