//! The connections that read.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::conn::Conn;
use crate::session::{Place, Session};
use crate::{Error, Result};

/// Connections kept open; more are opened when more threads read at once, and closed again.
const KEPT: usize = 8;
/// How long a thread waits for another to finish reading, where the number of connections is limited.
const PATIENCE: Duration = Duration::from_secs(10);

/// A pool of reading connections.
pub(crate) struct Readers {
    place: Place,
    pool: Mutex<Pool>,
    freed: Condvar,
}

#[derive(Default)]
struct Pool {
    idle: Vec<Box<dyn Session>>,
    /// How many read just now.
    busy: usize,
}

/// The right to use one more connection; given back also when the closure panics.
struct Turn<'a>(&'a Readers);

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.0.pool().busy -= 1;
        self.0.freed.notify_one();
    }
}

impl Readers {
    pub(crate) fn new(place: Place) -> Self {
        Self { place, pool: Mutex::default(), freed: Condvar::new() }
    }

    /// Runs `work` in a transaction that sees one moment.
    pub(crate) fn read<T>(&self, work: impl FnOnce(&mut dyn Conn) -> Result<T>) -> Result<T> {
        let _turn = self.turn()?;
        // A connection whose closure panics is dropped, not put back.
        let mut c = self.begun()?;
        let out = work(&mut *c);
        if c.end_read() {
            let mut pool = self.pool();
            if pool.idle.len() < KEPT {
                pool.idle.push(c);
            }
        }
        out
    }

    fn pool(&self) -> MutexGuard<'_, Pool> {
        self.pool.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn turn(&self) -> Result<Turn<'_>> {
        let (most, deadline) = (self.place.most_readers(), Instant::now() + PATIENCE);
        let mut pool = self.pool();
        while pool.busy >= most {
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                let words = format!("{most} reads of the database took more than {} seconds each", PATIENCE.as_secs());
                return Err(Error::Database(words));
            }
            pool = self.freed.wait_timeout(pool, left).unwrap_or_else(PoisonError::into_inner).0;
        }
        pool.busy += 1;
        Ok(Turn(self))
    }

    /// A kept connection in a transaction, or a new one where the kept ones were lost meanwhile.
    fn begun(&self) -> Result<Box<dyn Session>> {
        let kept = self.pool().idle.pop();
        if let Some(mut c) = kept {
            match c.begin_read() {
                Ok(()) => return Ok(c),
                Err(fault) if !c.is_broken() => return Err(fault),
                // What took this one took the others.
                Err(_) => self.pool().idle.clear(),
            }
        }
        let mut c = self.place.reader()?;
        c.begin_read()?;
        Ok(c)
    }
}
