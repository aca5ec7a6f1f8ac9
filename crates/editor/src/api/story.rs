//! One story: its newest text with verdicts and evidence.

use news::{StoryId, Time, revision::Revision, stage::Stage};
use store::{Conn, queue::Waiting};

use super::{answer, only, shape};
use crate::{Desk, failure::Failure, route::Answer, screen::top, visit::Visit};

/// The story.
pub fn story(desk: &Desk, visit: &Visit) -> Answer {
    only(visit, &[])?;
    answer(&read(desk, visit.id()?, visit.now)?)
}

/// The story as programs are told of it.
pub fn read(desk: &Desk, id: StoryId, now: Time) -> Result<shape::Story, Failure> {
    let found = desk.store.read(|c| {
        let Some((story, revision)) = top::story(c, id)? else { return Ok(None) };
        let reports = store::report::of_story(c, id, now)?;
        let signed = store::signature::of_story(c, id)?;
        let claimed = store::claim::of_story(c, id)?;
        let goes_out = store::schedule::of_story(c, id)?.map(|s| s.at);
        let text = match &revision {
            Some(r) => {
                let sentences = shape::sentences(&r.draft, &r.sentences, &signed, &reports);
                Some(shape::Text::new(r, label(c, r, now)?, sentences))
            }
            None => None,
        };
        let public = matches!(story.stage, Stage::Published | Stage::Killed);
        let page = format!("{}/article/{}/{}-{}", desk.house.base_url, story.sector, story.id, story.slug);
        Ok(Some(shape::Story {
            page: public.then_some(page),
            live: story.live.map(|r| r.0),
            revision: text,
            reports: reports.iter().map(|r| shape::Report::new(c, r, now)).collect::<store::Result<_>>()?,
            card: shape::Card::new(Waiting { story, claimed, goes_out }),
        }))
    })?;
    top::there(found)
}

/// Whether readers are told that a machine made it.
pub fn label(c: &mut dyn Conn, revision: &Revision, now: Time) -> store::Result<bool> {
    let review = store::review::of_revision(c, revision)?.map(|r| r.review);
    Ok(desk::act::review::text(revision, review.as_ref(), now).decide().duty.shows_label())
}
