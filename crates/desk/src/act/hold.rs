//! Pause a story: off the site until it is published again.

use news::{Time, stage::Act};
use store::Conn;

use super::{Order, begin, record};
use crate::Result;

/// Holds a story; one that is on the site leaves it (its address answers as unknown until it is published again).
pub fn hold(c: &mut dyn Conn, order: &Order, now: Time) -> Result<()> {
    let mut story = begin(c, order, Act::Hold)?;
    story.held_reason = order.reason.clone();
    store::schedule::drop(c, order.story)?;
    store::story::update(c, &story)?;
    store::change::add(c, order.story, "hold", now)?;
    record(c, order, "hold", now)
}
