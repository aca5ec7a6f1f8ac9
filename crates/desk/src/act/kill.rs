//! Withdraw a story with notice; final.

use news::{Lang, Time, stage::Act};
use store::Conn;

use super::{Order, begin, record};
use crate::Result;

/// What readers are told when the house's editors withdraw a story, in its language.
pub fn by_editors(lang: &Lang) -> &'static str {
    match lang.primary() {
        "fr" => "La rédaction a retiré cet article.",
        "ar" => "سحب المحررون هذه القصة.",
        "hi" => "संपादकों ने यह ख़बर वापस ले ली है।",
        _ => "This story was withdrawn by the editors.",
    }
}

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
