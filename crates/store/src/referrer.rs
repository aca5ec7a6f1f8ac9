//! From which other sites readers came to stories, by day: hosts and numbers, nothing of anybody.

use news::Time;

use crate::conn::{args, sql};
use crate::{Conn, Result};

/// Adds views: host, how many. `at` is any moment of the day (UTC).
pub fn add(c: &mut dyn Conn, hosts: &[(String, u64)], at: Time) -> Result<()> {
    let day = at.ms().div_euclid(Time::DAY_MS).saturating_mul(Time::DAY_MS);
    for (host, views) in hosts {
        c.execute(sql!("referrer/add"), args![day, host, *views])?;
    }
    Ok(())
}

/// The hosts from which most came on the days from that of `since` on, with their views, most first.
pub fn top(c: &mut dyn Conn, since: Time, limit: usize) -> Result<Vec<(String, u64)>> {
    let day = since.ms().div_euclid(Time::DAY_MS).saturating_mul(Time::DAY_MS);
    c.all(sql!("referrer/top"), args![day, limit], |row| Ok((row.get("host")?, row.get("views")?)))
}
