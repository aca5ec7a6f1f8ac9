//! Put a person's review of the newest draft on record. It lifts the label of this revision's text and of no other.

use news::{
    PersonId, Time,
    disclosure::{Review, Text},
    label::Involvement,
    revision::Revision,
    stage::Act,
};
use store::Conn;

use super::{Order, begin, publish, record};
use crate::{Error, Result};

/// Keeps the review, which must be of the newest draft and complete. A live revision's pages lose their label at once.
pub fn review(c: &mut dyn Conn, order: &Order, person: PersonId, review: &Review, now: Time) -> Result<()> {
    let mut story = begin(c, order, Act::Draft)?;
    let revision = store::revision::latest(c, order.story)?.ok_or(Error::NoDraft(order.story))?;
    publish::may_go_out(c, &revision, now)?;
    review.lifts(&text(&revision, None, now))?;
    store::review::add(c, order.story, person, review)?;
    if story.live == Some(revision.id) {
        story.reviewed = true;
        store::story::update(c, &story)?;
        store::change::add(c, order.story, "review", now)?;
    }
    let told = format!("facts and sources of revision {} checked by {}, {}", revision.number, review.who, review.role);
    record(c, &Order { reason: told, ..order.clone() }, "review", now)
}

/// A revision's text as the label's rule asks about it: published news on a matter of public interest.
pub fn text<'r>(revision: &Revision, review: Option<&'r Review>, now: Time) -> Text<'r> {
    Text {
        involvement: Some(Involvement::of_drafter(&revision.drafter)),
        published: true,
        informs: true,
        public_interest: true,
        review,
        hash: revision.hash,
        // Every change is a revision of its own name, and a review is of one name.
        machine_after: None,
        now,
    }
}
