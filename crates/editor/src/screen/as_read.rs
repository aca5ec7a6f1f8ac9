//! A story's newest draft as readers will see it.

use news::StoryId;

use crate::{Desk, failure::Failure, reply::Reply, route::Answer, visit::Visit};

/// The site's own page of it. It brings its style along, so it comes with the site's policy in place of the desk's.
pub fn page(desk: &Desk, visit: &Visit) -> Answer {
    let id: StoryId = visit.id()?;
    let pages = desk.house.previews.as_ref().ok_or(Failure::NotFound)?;
    let shown = pages.preview(id, &format!("/desk/story/{id}"), visit.now).map_err(|why| {
        tracing::error!(story = id.0, "a preview could not be made: {why}");
        Failure::Broken(why)
    })?;
    let shown = shown.ok_or(Failure::NotFound)?;
    Ok(Reply::html(shown.html).with_policy(&shown.policy))
}
