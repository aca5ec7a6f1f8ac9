//! A story's revisions.

use news::StoryId;

use super::{answer, only, shape, story::label};
use crate::{Desk, route::Answer, screen::top, visit::Visit};

/// Revisions told of.
const REVISIONS: usize = 30;

/// Newest first, without their sentences.
pub fn revisions(desk: &Desk, visit: &Visit) -> Answer {
    only(visit, &[])?;
    let (id, now): (StoryId, _) = (visit.id()?, visit.now);
    let found = desk.store.read(|c| {
        if store::story::by_id(c, id)?.is_none() {
            return Ok(None);
        }
        let mut revisions = Vec::new();
        for revision in store::revision::of_story(c, id, REVISIONS)? {
            let label = label(c, &revision, now)?;
            revisions.push(shape::Text::new(&revision, label, Vec::new()));
        }
        Ok(Some(shape::Revisions { revisions }))
    })?;
    answer(&top::there(found)?)
}
