//! Amend a story in the open.

use news::{Time, job::Job, stage::Act};
use store::{Conn, correction::Correction};

use super::{Order, begin, put_out, record};
use crate::Result;

/// Records a correction that readers see on the page and on the corrections page. The reason says what was wrong and what
/// is right. A newer revision, when there is one, goes out with it; one that still waits for its picture follows by itself.
pub fn correct(c: &mut dyn Conn, order: &Order, now: Time) -> Result<()> {
    let mut story = begin(c, order, Act::Correct)?;
    if let Some(revision) = store::revision::latest(c, order.story)?
        && story.live != Some(revision.id)
        && super::publish::may_go_out(c, &revision, now).is_ok()
        && !store::job::is_pending(c, &Job::Tag { story: story.id })?
        && !store::job::is_pending(c, &Job::Illustrate { story: story.id })?
    {
        put_out(c, &mut story, revision, now)?;
        story.held_reason.clear();
        store::schedule::drop(c, order.story)?;
    }
    story.updated = Some(now);
    store::story::update(c, &story)?;
    let correction = Correction { story: order.story, at: now, note: order.reason.clone(), who: order.who.clone() };
    store::correction::add(c, &correction)?;
    store::change::add(c, order.story, "correct", now)?;
    record(c, order, "correct", now)
}
