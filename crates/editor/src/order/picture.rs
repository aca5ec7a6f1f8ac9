//! A picture's words.

use desk::act::picture::Words;
use news::{RevisionId, StoryId};

use crate::{Desk, failure::Failure, reply::Reply, route::Answer, visit::Visit};

/// Sets alt text, caption and credit, or takes the picture off.
pub fn picture(desk: &Desk, visit: &Visit) -> Answer {
    let id: StoryId = visit.id()?;
    let base: RevisionId = visit.field("base").parse().map_err(|_| Failure::Forged)?;
    let field = |name: &str| visit.field(name).to_owned();
    let words = Words { alt: field("alt"), caption: field("caption"), credit: field("credit") };
    let off = visit.ticked("off");
    let order = super::order(visit, id, if off { "the picture taken off" } else { "the picture’s words" })?;
    let now = visit.now;
    let words = (!off).then_some(words);
    desk::transaction(&desk.store, move |c| desk::act::picture(c, &order, base, words.as_ref(), now))?;
    Ok(Reply::see(format!("/desk/story/{id}/about?done=saved")))
}
