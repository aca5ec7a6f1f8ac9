//! Change a story's text.

use news::{RevisionId, StoryId, label::Involvement};

use super::{body, order, settled};
use crate::{Desk, failure::Failure, route::Answer, visit::Visit};

/// Saves a text over the revision that it was made from, checked in the same breath.
pub fn text(desk: &Desk, visit: &Visit) -> Answer {
    let id: StoryId = visit.id()?;
    let sent: body::NewText = body::read(visit)?;
    settled(desk, visit, id, saved(desk, visit, id, &sent))
}

fn saved(desk: &Desk, visit: &Visit, id: StoryId, sent: &body::NewText) -> Result<(), Failure> {
    let base = RevisionId(sent.base);
    let (story, latest, seen) = desk.store.read(|c| {
        let latest = store::revision::latest(c, id)?;
        Ok((store::story::by_id(c, id)?, latest, store::revision::by_id(c, base)?))
    })?;
    story.ok_or(desk::Error::NoStory(id))?;
    let latest = latest.ok_or(desk::Error::NoDraft(id))?;
    // A program may be a machine that writes: its words would go out under a person's name, and without a label.
    if seen.is_some_and(|r| r.story == id && Involvement::of_drafter(&r.drafter) == Involvement::None) {
        let why = "A person wrote this text, and no token changes it: readers would take a program’s words for theirs.";
        return Err(Failure::Wrong(why.into()));
    }
    let draft = body::draft(latest.draft.lang, &sent.headline, &sent.summary, &sent.paragraphs);
    let order = order(visit, id, &sent.reason)?;
    desk::act::edit(&desk.store, &desk.house.desk, &order, base, draft, visit.now)?;
    Ok(())
}
