//! Say who works on a story.

use news::{Time, stage::Act};
use store::Conn;

use super::{Order, begin, record};
use crate::{Error, Result};

/// The orderer takes the story on; it leaves whoever had it, and the log says so.
pub fn claim(c: &mut dyn Conn, order: &Order, now: Time) -> Result<()> {
    begin(c, order, Act::Draft)?;
    store::claim::put(c, order.story, &order.who, now)?;
    record(c, order, "claim", now)
}

/// Nobody has it any more.
pub fn release(c: &mut dyn Conn, order: &Order, now: Time) -> Result<()> {
    // What is done to a story that is not there would be done to nothing, and logged.
    store::story::by_id(c, order.story)?.ok_or(Error::NoStory(order.story))?;
    store::claim::release(c, order.story)?;
    record(c, order, "release", now)
}
