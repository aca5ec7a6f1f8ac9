//! Put a story's newest revision on the site.

use news::{Time, stage::Act};
use store::Conn;

use super::{Order, begin, put_out, record};
use crate::{Error, Result};

/// Publishes the newest revision: the first time as a new page, later as an update of it.
pub fn publish(c: &mut dyn Conn, order: &Order, now: Time) -> Result<()> {
    let mut story = begin(c, order, Act::Publish)?;
    let revision = store::revision::latest(c, order.story)?.ok_or(Error::NoDraft(order.story))?;
    let what = if story.first_published.is_some() { "update" } else { "publish" };
    if story.live != Some(revision.id) {
        put_out(c, &mut story, revision, now)?;
    }
    story.first_published = story.first_published.or(Some(now));
    story.updated = Some(now);
    story.held_reason.clear();
    store::story::update(c, &story)?;
    store::change::add(c, order.story, what, now)?;
    record(c, order, what, now)
}
