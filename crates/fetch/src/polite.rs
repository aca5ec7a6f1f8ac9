//! One request at a time to a host.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Hosts kept; above that, those that nobody waits for are forgotten.
const MAX_HOSTS: usize = 1_000;

/// Who waits for which host.
#[derive(Debug, Default)]
pub(crate) struct Queue {
    hosts: Mutex<HashMap<String, Arc<Semaphore>>>,
}

impl Queue {
    /// Waits until it is this request's turn; the turn ends when the permit is dropped.
    pub async fn turn(&self, host: &str) -> Option<OwnedSemaphorePermit> {
        let turn = {
            let mut hosts = self.hosts.lock().unwrap_or_else(PoisonError::into_inner);
            if hosts.len() >= MAX_HOSTS {
                hosts.retain(|_, s| Arc::strong_count(s) > 1);
            }
            hosts.entry(host.to_owned()).or_insert_with(|| Arc::new(Semaphore::new(1))).clone()
        };
        // A semaphore that is never closed always gives a permit in the end.
        turn.acquire_owned().await.ok()
    }
}
