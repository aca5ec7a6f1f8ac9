//! Take a story into another about the same event. Its address leads there from now on.

use news::{
    StoryId, Time,
    job::Job,
    stage::{Act, Stage},
};
use store::{Conn, suggestion::Said};

use super::{Order, begin, record};
use crate::{Error, Result};

/// Moves every report of the ordered story to `into`, which is drafted anew; the ordered story ends, and its address and
/// its id lead to `into`. Refused where readers have the one and cannot have the other.
pub fn merge(c: &mut dyn Conn, order: &Order, into: StoryId, now: Time) -> Result<()> {
    let into = store::merge::into(c, into)?;
    if into == order.story {
        return Err(Error::Itself(into));
    }
    // The other story is asked whether anything may still be made of it.
    let taker = begin(c, &Order { story: into, ..order.clone() }, Act::Draft)?;
    let is_out = store::story::by_id(c, order.story)?.is_some_and(|s| s.stage == Stage::Published);
    let mut story = begin(c, order, Act::Merge)?;
    if is_out && taker.stage != Stage::Published {
        return Err(Error::NotOut(into));
    }
    // Its reports would go out with the other story before its time.
    if let Some(until) = story.embargo.filter(|until| *until > now) {
        return Err(Error::Embargo { until });
    }
    let why = format!("merged from story {}: {}", order.story, order.reason);
    for report in store::story::reports(c, order.story)? {
        store::story::attach(c, into, report, &why, 1.0, now)?;
    }
    story.live = None;
    story.held_reason.clear();
    store::schedule::drop(c, order.story)?;
    store::story::update(c, &story)?;
    store::term::set(c, order.story, &[])?;
    store::merge::put(c, order.story, into, now)?;
    store::suggestion::settle(c, order.story, into, Said::Merged)?;
    store::change::add(c, order.story, "merge", now)?;
    store::job::add(c, &Job::Draft { story: into }, now, now)?;
    record(c, order, "merge", now)
}
