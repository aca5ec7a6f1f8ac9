//! Hand a story in: whoever may publish is asked to read it.

use news::{
    Time,
    stage::{Act, Stage},
};
use store::Conn;

use super::{Order, begin, record};
use crate::{Error, Result};

/// Hands the newest draft in. What readers see of a published story stays; its newer draft is what is handed in.
pub fn submit(c: &mut dyn Conn, order: &Order, now: Time) -> Result<()> {
    let mut story = begin(c, order, Act::Submit)?;
    store::revision::latest(c, order.story)?.ok_or(Error::NoDraft(order.story))?;
    let asks = format!("{} asks for a review: {}", order.who, order.reason);
    story.held_reason = if story.stage == Stage::Published { asks } else { order.reason.clone() };
    store::schedule::drop(c, order.story)?;
    store::story::update(c, &story)?;
    record(c, order, "submit", now)
}
