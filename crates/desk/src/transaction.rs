//! One transaction for desk work whose refusals are its own.

use std::sync::mpsc;

use store::{Conn, Store};

use crate::{Error, Result};

/// Runs `work` as one transaction of the store; a refusal rolls back and comes out as what it was.
pub fn transaction<T: Send + 'static>(
    store: &Store,
    work: impl FnOnce(&mut dyn Conn) -> Result<T> + Send + 'static,
) -> Result<T> {
    let (refusal, refused) = mpsc::channel();
    let answer = store.write(move |c| {
        work(c).map_err(|error| match error {
            Error::Store(error) => error,
            other => {
                let words = other.to_string();
                // The receiver outlives the transaction; if it did not, the words still reach the caller.
                refusal.send(other).ok();
                store::Error::Database(words)
            }
        })
    });
    answer.map_err(|error| refused.try_recv().unwrap_or(Error::Store(error)))
}
