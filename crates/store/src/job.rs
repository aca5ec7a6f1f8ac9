//! Jobs: saved with what caused them, claimed by lease, parked when they keep failing.
use crate::{Conn, Result};
use news::{JobId, Time, job::{Claimed, Job}};
/// Saves a job to run at or after `run_after`; an identical job that waits unclaimed already is not saved twice (the earlier time wins).
pub fn add(c: &mut dyn Conn, job: &Job, run_after: Time, now: Time) -> Result<()> { let _ = (c, job, run_after, now); unimplemented!() }
/// Takes up to `limit` due jobs by lease.
pub fn claim(c: &mut dyn Conn, now: Time, lease_ms: i64, limit: usize) -> Result<Vec<Claimed>> { let _ = (c, now, lease_ms, limit); unimplemented!() }
/// It is done: the row goes.
pub fn done(c: &mut dyn Conn, id: JobId) -> Result<()> { let _ = (c, id); unimplemented!() }
/// It failed: runs again after a backoff, or is parked after its last attempt. Returns whether it was parked.
pub fn failed(c: &mut dyn Conn, id: JobId, error: &str, now: Time) -> Result<bool> { let _ = (c, id, error, now); unimplemented!() }
/// When the next job is due (a lease running out counts); `None` when nothing waits.
pub fn next_due(c: &mut dyn Conn) -> Result<Option<Time>> { let _ = c; unimplemented!() }
/// A parked job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parked { /// its id
    pub id: JobId, /// what it was to do
    pub job: Job, /// its last error
    pub error: String, /// since when
    pub at: Time }
/// The parked ones.
pub fn parked(c: &mut dyn Conn) -> Result<Vec<Parked>> { let _ = c; unimplemented!() }
/// How many wait (parked ones not counted).
pub fn waiting(c: &mut dyn Conn) -> Result<u64> { let _ = c; unimplemented!() }
