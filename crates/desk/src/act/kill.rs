//! Withdraw a story with notice; final.

use news::{Time, stage::Act};
use store::Conn;

use super::{Order, begin, record};
use crate::Result;

/// Kills a story: its address answers "gone" with `notice`, and nothing of its words stays in any list.
/// The notice is for readers and must not repeat what was withdrawn.
pub fn kill(c: &mut dyn Conn, order: &Order, notice: &str, now: Time) -> Result<()> {
    let mut story = begin(c, order, Act::Kill)?;
    story.kill_notice = text::clean::line(notice);
    story.held_reason.clear();
    story.live = None;
    store::schedule::drop(c, order.story)?;
    store::story::update(c, &story)?;
    store::term::set(c, order.story, &[])?;
    store::change::add(c, order.story, "kill", now)?;
    record(c, order, "kill", now)
}
