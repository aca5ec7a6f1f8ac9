//! Give a story back to whoever handed it in.

use news::{Time, stage::Act};
use store::Conn;

use super::{Order, begin, record};
use crate::Result;

/// Sends it back with what is to be done.
pub fn send_back(c: &mut dyn Conn, order: &Order, now: Time) -> Result<()> {
    let mut story = begin(c, order, Act::SendBack)?;
    story.held_reason = order.reason.clone();
    store::story::update(c, &story)?;
    record(c, order, "send back", now)
}
