//! Say who works on a story.

use news::{Time, stage::Act};
use store::Conn;

use super::{Order, begin, record};
use crate::Result;

/// The orderer takes the story on; it leaves whoever had it, and the log says so.
pub fn claim(c: &mut dyn Conn, order: &Order, now: Time) -> Result<()> {
    begin(c, order, Act::Draft)?;
    store::claim::put(c, order.story, &order.who, now)?;
    record(c, order, "claim", now)
}

/// Nobody has it any more.
pub fn release(c: &mut dyn Conn, order: &Order, now: Time) -> Result<()> {
    store::claim::release(c, order.story)?;
    record(c, order, "release", now)
}
