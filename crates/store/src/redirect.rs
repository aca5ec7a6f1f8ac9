//! Addresses of the house that lead elsewhere in it.

use news::{StoryId, Time};

use crate::conn::{args, sql};
use crate::{Conn, Result, change};

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redirect {
    /// The path that leads elsewhere.
    pub path: String,
    /// The path it leads to.
    pub target: String,
    /// Who said so.
    pub who: String,
    /// When.
    pub at: Time,
}

/// The story of a change that is no story's: pages made before are made anew.
const NO_STORY: StoryId = StoryId(0);

/// Lets a path lead elsewhere, in place of where it led before; what led to it leads to its new end. False, and nothing is
/// done, where the target leads on in its turn.
pub fn put(c: &mut dyn Conn, redirect: &Redirect) -> Result<bool> {
    let Redirect { path, target, who, at } = redirect;
    if path == target || of_path(c, target)?.is_some() {
        return Ok(false);
    }
    c.execute(sql!("redirect/follow"), args![path, target])?;
    c.execute(sql!("redirect/put"), args![path, target, who, *at])?;
    change::add(c, NO_STORY, "redirect", *at)?;
    Ok(true)
}

/// Where a path leads; `None` when it is none of them.
pub fn of_path(c: &mut dyn Conn, path: &str) -> Result<Option<String>> {
    c.first(sql!("redirect/of_path"), args![path], |row| row.get("target"))
}

/// All of them by path, those after `after`.
pub fn list(c: &mut dyn Conn, after: &str, limit: usize) -> Result<Vec<Redirect>> {
    c.all(sql!("redirect/list"), args![after, limit], |row| {
        Ok(Redirect { path: row.get("path")?, target: row.get("target")?, who: row.get("who")?, at: row.get("at")? })
    })
}

/// Takes one back; whether it was there.
pub fn drop(c: &mut dyn Conn, path: &str, now: Time) -> Result<bool> {
    let gone = c.execute(sql!("redirect/drop"), args![path])? > 0;
    if gone {
        change::add(c, NO_STORY, "redirect", now)?;
    }
    Ok(gone)
}
