//! A story's log.

use news::StoryId;

use super::{answer, only, shape};
use crate::{Desk, route::Answer, screen::top, visit::Visit};

/// Every act on it, oldest first.
pub fn log(desk: &Desk, visit: &Visit) -> Answer {
    only(visit, &[])?;
    let id: StoryId = visit.id()?;
    let found = desk.store.read(|c| {
        let there = store::story::by_id(c, id)?.is_some();
        Ok(if there { Some(store::log::of(c, "story", id.0)?) } else { None })
    })?;
    answer(&shape::Log { rows: top::there(found)?.into_iter().map(shape::Row::new).collect() })
}
