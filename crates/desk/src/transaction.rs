//! One transaction for desk work whose refusals are its own.

use std::sync::mpsc;

use store::{Conn, Store};

use crate::{Error, Result};

/// Runs `work` as one transaction of the store; a refusal rolls back and comes out as what it was.
pub fn transaction<T: Send + 'static>(
    store: &Store,
    work: impl FnOnce(&mut dyn Conn) -> Result<T> + Send + 'static,
) -> Result<T> {
    refusing(work, |work| store.write(work))
}

/// The same for what the machine notes about its own work, which need not be on disk before it goes on: see
/// [`Store::write_unsynced`].
pub fn unsynced<T: Send + 'static>(
    store: &Store,
    work: impl FnOnce(&mut dyn Conn) -> Result<T> + Send + 'static,
) -> Result<T> {
    refusing(work, |work| store.write_unsynced(work))
}

/// Work as the store takes it.
type Work<T> = Box<dyn FnOnce(&mut dyn Conn) -> store::Result<T> + Send>;

fn refusing<T: Send + 'static>(
    work: impl FnOnce(&mut dyn Conn) -> Result<T> + Send + 'static,
    write: impl FnOnce(Work<T>) -> store::Result<T>,
) -> Result<T> {
    let (refusal, refused) = mpsc::channel();
    let work = Box::new(move |c: &mut dyn Conn| {
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
    write(work).map_err(|error| refused.try_recv().unwrap_or(Error::Store(error)))
}
