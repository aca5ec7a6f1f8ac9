//! Running stories: events that follow one another over weeks, each with its page, and the thread that ties them.

use news::{StoryId, Time};

use crate::conn::{args, sql};
use crate::list::{Card, read};
use crate::{Conn, Result};

/// A term that more stories have says little of what a story is about.
const MOST_STORIES: usize = 120;

/// The earlier published story that shares most with this one by content (three rare terms, two of them names), with the sum
/// of the products of their weights; `None` when there is none.
pub fn earlier(c: &mut dyn Conn, story: StoryId) -> Result<Option<(StoryId, f64)>> {
    c.first(sql!("thread/earlier"), args![story, MOST_STORIES], |row| Ok((row.get("story_id")?, row.get("weight")?)))
}

/// Names that both stories have, the heaviest first.
pub fn shared_names(c: &mut dyn Conn, one: StoryId, two: StoryId) -> Result<Vec<String>> {
    let terms: Vec<String> = c.all(sql!("thread/shared"), args![one, two], |row| row.get("term"))?;
    Ok(terms.iter().filter_map(|t| t.strip_prefix("name:")).map(str::to_owned).collect())
}

/// Says that a story follows an earlier one. What followed it comes along.
pub fn put(c: &mut dyn Conn, story: StoryId, after: StoryId, why: &str, now: Time) -> Result<()> {
    let head = head(c, after)?;
    if head == story {
        return Ok(());
    }
    c.execute(sql!("thread/put"), args![story, head, after, why, now])?;
    c.execute(sql!("thread/lead_on"), args![story, head])?;
    Ok(())
}

/// The first story of a story's thread; itself when it follows none.
pub fn head(c: &mut dyn Conn, story: StoryId) -> Result<StoryId> {
    Ok(c.first(sql!("thread/head"), args![story], |row| row.get("head_id"))?.unwrap_or(story))
}

/// The published stories of the thread that begins with `head`, newest first.
pub fn cards(c: &mut dyn Conn, head: StoryId, limit: usize) -> Result<Vec<Card>> {
    c.all(sql!("thread/cards"), args![head, limit], read)
}
