//! Every act, with a reason and a name.

use news::Time;

use crate::conn::{args, sql};
use crate::{Conn, Result};

/// A row of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// When.
    pub at: Time,
    /// A person, or `policy`, `wire`, `cli`.
    pub who: String,
    /// `publish`, `hold`, `kill`, …
    pub act: String,
    /// `story`, `source`, `report`, `piece`.
    pub thing: String,
    /// Its id.
    pub thing_id: i64,
    /// Why.
    pub reason: String,
}

/// Adds one.
pub fn add(c: &mut dyn Conn, entry: &Entry) -> Result<()> {
    let Entry { at, who, act, thing, thing_id, reason } = entry;
    c.execute(sql!("log/add"), args![*at, who, act, thing, *thing_id, reason])?;
    Ok(())
}

/// Of one thing, oldest first.
pub fn of(c: &mut dyn Conn, thing: &str, thing_id: i64) -> Result<Vec<Entry>> {
    c.all(sql!("log/of"), args![thing, thing_id], |row| {
        Ok(Entry {
            at: row.get("at")?,
            who: row.get("who")?,
            act: row.get("act")?,
            thing: row.get("thing")?,
            thing_id: row.get("thing_id")?,
            reason: row.get("reason")?,
        })
    })
}
