//! `story schedule`: the newest draft goes out by itself.

use anyhow::Result;
use store::Store;

use super::{Reason, act};
use crate::cli::{at::At, clock};

/// Lets the newest draft, and no later one, out at its time.
pub fn schedule(store: &Store, reason: &Reason, at: At, zone: &str) -> Result<()> {
    let at = at.in_zone(zone)?;
    let done = format!("scheduled for {} ({zone})", clock(at, zone));
    act(store, reason, &done, move |c, o, now| desk::act::schedule(c, o, at, now))
}
