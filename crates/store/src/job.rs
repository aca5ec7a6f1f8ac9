//! Jobs: saved with what caused them, claimed by lease, parked when they keep failing.

use news::job::{Claimed, Job};
use news::{JobId, Time};

use crate::conn::{Row, args, sql};
use crate::{Conn, Error, Result};

/// Tries before a job is parked: with the waits below, about an hour and a half.
pub const MAX_ATTEMPTS: u32 = 8;
/// The wait after the first failure.
pub const BACKOFF_FIRST_MS: i64 = 5_000;
/// Each wait is so many times the one before.
pub const BACKOFF_FACTOR: i64 = 3;
/// No wait is longer (jitter aside).
pub const BACKOFF_MOST_MS: i64 = 6 * Time::HOUR_MS;
/// Waits differ by up to so many percent either way, so that jobs that failed together do not come back together.
pub const JITTER_PERCENT: i64 = 20;

/// Saves a job to run at or after `run_after`; an identical job that waits unclaimed already is not saved twice (the
/// earlier time wins). One that is claimed right now does not count: its worker may have read before this change.
pub fn add(c: &mut dyn Conn, job: &Job, run_after: Time, now: Time) -> Result<()> {
    let json = serde_json::to_string(job).map_err(Error::caller)?;
    c.execute(sql!("job/add"), args![json, run_after, now, job.turn()])?;
    Ok(())
}

/// Takes up to `limit` due jobs by lease for `worker`, those due longest first. A job whose lease ran out is due again; one
/// that never came back from its last permitted try is parked.
///
/// A job is left alone while another worker holds a job of the same [`Job::turn`]. Several of one turn may come in one
/// answer: the worker does them one after the other, in this order.
pub fn claim(c: &mut dyn Conn, worker: &str, now: Time, lease_ms: i64, limit: usize) -> Result<Vec<Claimed>> {
    let lost = "the worker stopped in the middle of it each time";
    c.execute(sql!("job/park_lost"), args![now, MAX_ATTEMPTS, lost])?;
    let mut taken: Vec<(Time, Claimed)> =
        c.all(sql!("job/claim"), args![now, now.plus_ms(lease_ms), limit, worker], |row| {
            Ok((row.get("run_after")?, claimed(row)?))
        })?;
    // RETURNING promises no order.
    taken.sort_by_key(|(run_after, job)| (*run_after, job.id));
    Ok(taken.into_iter().map(|(_, job)| job).collect())
}

fn claimed(row: &Row<'_>) -> Result<Claimed> {
    Ok(Claimed {
        id: row.get("id")?,
        job: row.json("job")?,
        attempt: row.get("attempts")?,
        leased_until: row.get("leased_until")?,
    })
}

/// Whether the lease is still that of `claimed`: nobody has taken the job over, finished it or given it back. Asked in the
/// transaction that writes the outcome, it keeps a worker that was too slow from writing it twice.
pub fn holds(c: &mut dyn Conn, claimed: &Claimed) -> Result<bool> {
    let row =
        c.first(sql!("job/by_id"), args![claimed.id], |row| Ok((row.get("attempts")?, row.get("leased_until")?)))?;
    Ok(row == Some((claimed.attempt, Some(claimed.leased_until))))
}

/// It is done: the row goes. To be called by the worker that holds the lease ([`holds`]).
pub fn done(c: &mut dyn Conn, id: JobId) -> Result<()> {
    c.execute(sql!("job/done"), args![id])?;
    Ok(())
}

/// It is done, and its worker goes on with `next`, which the step saved: the lease of that one, when it waits, is due and
/// nobody else has its turn. One transaction where [`done`] and [`claim`] are two. To be called by the worker that holds
/// the lease ([`holds`]).
pub fn done_and_next(
    c: &mut dyn Conn,
    id: JobId,
    next: &Job,
    worker: &str,
    now: Time,
    lease_ms: i64,
) -> Result<Option<Claimed>> {
    done(c, id)?;
    let json = serde_json::to_string(next).map_err(Error::caller)?;
    c.first(sql!("job/claim_next"), args![now, now.plus_ms(lease_ms), json, worker], claimed)
}

/// It failed: runs again after a backoff, or is parked after its last attempt. Returns whether it was parked. When the same
/// job was saved again meanwhile, that row stands for both. To be called by the worker that holds the lease.
pub fn failed(c: &mut dyn Conn, id: JobId, error: &str, now: Time) -> Result<bool> {
    let state = c.first(sql!("job/by_id"), args![id], |row| {
        Ok((row.get::<u32>("attempts")?, row.get::<Option<Time>>("leased_until")?))
    })?;
    // Gone, or given back by another worker that took it over.
    let Some((attempts, Some(_))) = state else { return Ok(false) };
    if attempts >= MAX_ATTEMPTS {
        c.execute(sql!("job/park"), args![id, now, error])?;
        return Ok(true);
    }
    if c.first(sql!("job/twin"), args![id], |_| Ok(()))?.is_some() {
        done(c, id)?;
    } else {
        c.execute(sql!("job/retry"), args![id, now.plus_ms(backoff_ms(id, attempts)), error])?;
    }
    Ok(false)
}

/// It failed and would fail again: parked at once, to be shown to a person. True, as [`failed`] says of a parked one. To be
/// called by the worker that holds the lease.
pub fn give_up(c: &mut dyn Conn, id: JobId, error: &str, now: Time) -> Result<bool> {
    c.execute(sql!("job/park"), args![id, now, error])?;
    Ok(true)
}

/// The wait after the failed try number `attempt` (from 1): exponential, with a jitter made from the job's id.
pub fn backoff_ms(id: JobId, attempt: u32) -> i64 {
    let factor = BACKOFF_FACTOR.saturating_pow(attempt.saturating_sub(1));
    let wait = BACKOFF_FIRST_MS.saturating_mul(factor).min(BACKOFF_MOST_MS);
    // Knuth's multiplicative hash spreads neighbouring ids.
    let spread = (id.0.cast_unsigned() ^ (u64::from(attempt) << 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 33;
    let percent = spread.cast_signed() % (2 * JITTER_PERCENT + 1) - JITTER_PERCENT;
    wait + wait / 100 * percent
}

/// When the next job is due (a lease running out counts); `None` when nothing waits.
pub fn next_due(c: &mut dyn Conn) -> Result<Option<Time>> {
    c.one(sql!("job/next_due"), args![], |row| row.get("due"))
}

/// A parked job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parked {
    /// Its id.
    pub id: JobId,
    /// What it was to do.
    pub job: Job,
    /// Its last error.
    pub error: String,
    /// Since when.
    pub at: Time,
}

/// The parked ones, newest first.
pub fn parked(c: &mut dyn Conn) -> Result<Vec<Parked>> {
    c.all(sql!("job/parked"), args![], |row| {
        let error: Option<String> = row.get("last_error")?;
        Ok(Parked {
            id: row.get("id")?,
            job: row.json("job")?,
            error: error.unwrap_or_default(),
            at: row.get("parked")?,
        })
    })
}

/// Gives a parked job all its tries back, from `now` on.
pub fn unpark(c: &mut dyn Conn, id: JobId, now: Time) -> Result<()> {
    if c.first(sql!("job/twin"), args![id], |_| Ok(()))?.is_some() {
        return done(c, id);
    }
    c.execute(sql!("job/unpark"), args![id, now])?;
    Ok(())
}

/// Whether the job waits or is being worked on.
pub fn is_pending(c: &mut dyn Conn, job: &Job) -> Result<bool> {
    let json = serde_json::to_string(job).map_err(Error::caller)?;
    Ok(c.first(sql!("job/same"), args![json], |_| Ok(()))?.is_some())
}

/// Gives a claimed job back until then, as if it had not been claimed: its worker has no hand free. To be called by the
/// worker that holds the lease.
pub fn put_off(c: &mut dyn Conn, id: JobId, until: Time) -> Result<()> {
    if c.first(sql!("job/twin"), args![id], |_| Ok(()))?.is_some() {
        return done(c, id);
    }
    c.execute(sql!("job/put_off"), args![id, until])?;
    Ok(())
}

/// How many wait or are being worked on (parked ones not counted).
pub fn waiting(c: &mut dyn Conn) -> Result<u64> {
    c.one(sql!("job/waiting"), args![], |row| row.get("waiting"))
}
