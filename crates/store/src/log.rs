//! Every act, with a reason and a name. Rows are only ever added, and each names the one before it by its SHA-256: who changes
//! or removes one breaks the chain from there on.

use std::ops::Range;

use news::{Hash, StoryId, Time};

use crate::conn::{Row, args, sql};
use crate::{Conn, Error, Result};

/// Rows read at once when the chain is verified.
const STEP: usize = 1_000;

/// A row of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// When.
    pub at: Time,
    /// A person, or `policy`, `wire`, `cli`.
    pub who: String,
    /// `publish`, `hold`, `kill`, …
    pub act: String,
    /// `story`, `source`, `report`, `piece`, `person`, `job`.
    pub thing: String,
    /// Its id.
    pub thing_id: i64,
    /// Why.
    pub reason: String,
}

/// A row as stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// Rising.
    pub id: i64,
    /// What it says.
    pub entry: Entry,
    /// Its link of the chain, 64 hex digits; empty on rows from before there was one.
    pub hash: String,
}

/// Which rows; what is empty lets all through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// Of this person.
    pub who: String,
    /// Of this act.
    pub act: String,
    /// On this story.
    pub story: Option<StoryId>,
    /// From the first moment on and before the second.
    pub times: Range<Time>,
}

impl Default for Filter {
    fn default() -> Self {
        let times = Time(i64::MIN)..Time(i64::MAX);
        Self { who: String::new(), act: String::new(), story: None, times }
    }
}

/// What came of reading the whole chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// Rows in the chain.
    pub rows: u64,
    /// Rows from before there was a chain.
    pub before: u64,
    /// The last link: kept elsewhere, it proves that none of these rows was changed or removed since.
    pub head: String,
    /// The first row that does not fit.
    pub broken: Option<i64>,
}

/// Adds one.
pub fn add(c: &mut dyn Conn, entry: &Entry) -> Result<()> {
    let last: Option<String> = c.first(sql!("log/last"), args![], |row| row.get("hash"))?;
    let hash = link(last.as_deref().unwrap_or_default(), entry)?;
    let Entry { at, who, act, thing, thing_id, reason } = entry;
    c.execute(sql!("log/add"), args![*at, who, act, thing, *thing_id, reason, hash])?;
    Ok(())
}

/// SHA-256 over the link before and what the row says.
fn link(before: &str, entry: &Entry) -> Result<Hash> {
    let Entry { at, who, act, thing, thing_id, reason } = entry;
    let said = serde_json::to_vec(&(before, at.ms(), who, act, thing, thing_id, reason)).map_err(Error::caller)?;
    Ok(Hash::of(&said))
}

/// Of one thing, oldest first.
pub fn of(c: &mut dyn Conn, thing: &str, thing_id: i64) -> Result<Vec<Entry>> {
    c.all(sql!("log/of"), args![thing, thing_id], read)
}

/// The newest before row `before` that the filter lets through.
pub fn recent(c: &mut dyn Conn, before: i64, filter: &Filter, limit: usize) -> Result<Vec<Stored>> {
    let Filter { who, act, story, times } = filter;
    match story {
        Some(story) => {
            c.all(sql!("log/recent_of"), args![before, who, act, *story, times.start, times.end, limit], stored)
        }
        None => c.all(sql!("log/recent"), args![before, who, act, times.start, times.end, limit], stored),
    }
}

/// Those after row `after` that the filter lets through, oldest first.
pub fn after_of(c: &mut dyn Conn, after: i64, filter: &Filter, limit: usize) -> Result<Vec<Stored>> {
    let Filter { who, act, story, times } = filter;
    match story {
        Some(story) => {
            c.all(sql!("log/after_of_story"), args![after, who, act, *story, times.start, times.end, limit], stored)
        }
        None => c.all(sql!("log/after_of"), args![after, who, act, times.start, times.end, limit], stored),
    }
}

/// Those after row `after`, oldest first.
pub fn after(c: &mut dyn Conn, after: i64, limit: usize) -> Result<Vec<Stored>> {
    c.all(sql!("log/after"), args![after, limit], stored)
}

/// Whether a row of the chain has that link, 64 hex digits.
pub fn has(c: &mut dyn Conn, hash: &str) -> Result<bool> {
    Ok(c.first(sql!("log/has"), args![hash], |_| Ok(()))?.is_some())
}

/// How many stories somebody has let out since then.
pub fn let_out(c: &mut dyn Conn, who: &str, since: Time) -> Result<u32> {
    c.one(sql!("log/let_out"), args![who, since], |row| row.get("acts"))
}

/// To how many stories one thing was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acts {
    /// `publish`, `update`, `correct`, `kill` or `hold`.
    pub act: String,
    /// Stories; each counts once, also below.
    pub stories: u64,
    /// Those to which the one asked about did it.
    pub by_it: u64,
    /// Those to which anybody else did it.
    pub by_others: u64,
}

/// What was done to stories since then, and how much of it by `who`; in no order. What was not done is left out.
pub fn acts_since(c: &mut dyn Conn, since: Time, who: &str) -> Result<Vec<Acts>> {
    c.all(sql!("log/acts_since"), args![since, who], |row| {
        Ok(Acts {
            act: row.get("act")?,
            stories: row.get("stories")?,
            by_it: row.get("by_it")?,
            by_others: row.get("by_others")?,
        })
    })
}

/// Reads the whole chain.
pub fn verify(c: &mut dyn Conn) -> Result<Verified> {
    let mut out = Verified { rows: 0, before: 0, head: String::new(), broken: None };
    let mut last = 0;
    loop {
        let rows = after(c, last, STEP)?;
        let Some(end) = rows.last() else { return Ok(out) };
        last = end.id;
        for row in rows {
            if row.hash.is_empty() && out.rows == 0 {
                out.before += 1;
                continue;
            }
            if out.broken.is_none() && link(&out.head, &row.entry)?.hex() != row.hash {
                out.broken = Some(row.id);
            }
            out.rows += 1;
            out.head = row.hash;
        }
    }
}

fn read(row: &Row<'_>) -> Result<Entry> {
    Ok(Entry {
        at: row.get("at")?,
        who: row.get("who")?,
        act: row.get("act")?,
        thing: row.get("thing")?,
        thing_id: row.get("thing_id")?,
        reason: row.get("reason")?,
    })
}

fn stored(row: &Row<'_>) -> Result<Stored> {
    Ok(Stored { id: row.get("id")?, entry: read(row)?, hash: row.get("hash")? })
}
