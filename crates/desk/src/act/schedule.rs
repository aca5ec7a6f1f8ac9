//! Say when a story goes out by itself.

use news::{Time, job::Job, stage::Act};
use store::{Conn, schedule::Scheduled};

use super::{Order, begin, publish, record};
use crate::{Error, Result};

/// The newest draft, and no other, goes out at `at` in the orderer's name. It must be fit to go out now.
///
/// Refused while its tags or its picture are still being made.
pub fn schedule(c: &mut dyn Conn, order: &Order, at: Time, now: Time) -> Result<()> {
    let mut story = begin(c, order, Act::Schedule)?;
    let revision = store::revision::latest(c, order.story)?.ok_or(Error::NoDraft(order.story))?;
    // An embargo that is over by then stands in no way.
    publish::may_go_out(c, &revision, at.max(now))?;
    for job in [Job::Tag { story: order.story }, Job::Illustrate { story: order.story }] {
        if store::job::is_pending(c, &job)? {
            return Err(Error::NotChecked);
        }
    }
    if at <= now {
        return Err(Error::Past);
    }
    story.held_reason.clear();
    store::story::update(c, &story)?;
    let Order { who, reason, .. } = order.clone();
    store::schedule::put(c, &Scheduled { story: order.story, revision: revision.id, at, who, reason })?;
    store::job::add(c, &Job::Release { story: order.story }, at, now)?;
    record(c, order, "schedule", now)
}
