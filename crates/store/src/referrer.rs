//! From which other sites readers came to stories, by day: hosts and numbers, nothing of anybody.

use news::Time;

use crate::conn::{args, sql};
use crate::{Conn, Result};

/// Hosts that one day has room for.
const HOSTS: u64 = 2_000;
/// Views from which on a host is kept once its day is over.
const KEPT: u64 = 3;
/// Days that are looked through for those, when a new one begins.
const DAYS_MS: i64 = 14 * Time::DAY_MS;

/// Adds views: host, how many. `at` is any moment of the day (UTC).
pub fn add(c: &mut dyn Conn, hosts: &[(String, u64)], at: Time) -> Result<()> {
    let day = at.ms().div_euclid(Time::DAY_MS).saturating_mul(Time::DAY_MS);
    let begun: u64 = c.one(sql!("referrer/begun"), args![day], |row| row.get("hosts"))?;
    if begun == 0 {
        c.execute(sql!("referrer/prune"), args![day, day.saturating_sub(DAYS_MS), KEPT])?;
    }
    for (host, views) in hosts {
        c.execute(sql!("referrer/add"), args![day, host, *views, HOSTS])?;
    }
    Ok(())
}

/// The hosts from which most came on the days from that of `since` on, with their views, most first.
pub fn top(c: &mut dyn Conn, since: Time, limit: usize) -> Result<Vec<(String, u64)>> {
    let day = since.ms().div_euclid(Time::DAY_MS).saturating_mul(Time::DAY_MS);
    c.all(sql!("referrer/top"), args![day, limit], |row| Ok((row.get("host")?, row.get("views")?)))
}
