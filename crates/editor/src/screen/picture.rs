//! A story's newest picture for those at the desk, whether readers have it or not.

use news::{StoryId, story::Picture};

use crate::{Desk, failure::Failure, reply::Reply, route::Answer, visit::Visit};

/// Kinds of picture that a page shows.
const KINDS: [&str; 4] = ["image/jpeg", "image/png", "image/webp", "image/svg+xml"];

/// Its bytes, as they would be served; never those of the file that it was made from.
pub fn page(desk: &Desk, visit: &Visit) -> Answer {
    let id: StoryId = visit.id()?;
    let revision = desk.store.read(|c| store::revision::latest(c, id))?;
    let picture = revision.and_then(|r| r.picture).ok_or(Failure::NotFound)?;
    bytes(desk, &picture)
}

/// A picture as it would be served.
pub(super) fn bytes(desk: &Desk, picture: &Picture) -> Answer {
    let kind = KINDS.into_iter().find(|kind| *kind == picture.media_type).ok_or(Failure::NotFound)?;
    let bytes = desk.store.blob(picture.blob)?.ok_or(Failure::NotFound)?;
    Ok(Reply::picture(kind, bytes))
}
