//! Every act, with a reason and a name.
use crate::{Conn, Result};
use news::Time;
/// A row of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry { /// when
    pub at: Time, /// a person, or `policy`, `wire`, `cli`
    pub who: String, /// `publish`, `hold`, `kill`, …
    pub act: String, /// `story`, `source`, `report`, `piece`
    pub thing: String, /// its id
    pub thing_id: i64, /// why
    pub reason: String }
/// Adds one.
pub fn add(c: &mut dyn Conn, entry: &Entry) -> Result<()> { let _ = (c, entry); unimplemented!() }
/// Of one thing, oldest first.
pub fn of(c: &mut dyn Conn, thing: &str, thing_id: i64) -> Result<Vec<Entry>> { let _ = (c, thing, thing_id); unimplemented!() }
