//! The check of a text against what a story rests on.

use news::StoryId;

use super::{answer, body, shape};
use crate::{Desk, route::Answer, screen::top, visit::Visit};

/// Each sentence with its verdict and evidence. Nothing is kept.
pub fn check(desk: &Desk, visit: &Visit) -> Answer {
    let (id, now): (StoryId, _) = (visit.id()?, visit.now);
    let sent: body::Draft = body::read(visit)?;
    let found = desk.store.read(|c| {
        let Some((story, revision)) = top::story(c, id)? else { return Ok(None) };
        let lang = revision.map_or(story.lang, |r| r.draft.lang);
        Ok(Some((lang, store::signature::of_story(c, id)?, store::report::of_story(c, id, now)?)))
    })?;
    let (lang, signed, reports) = top::there(found)?;
    let draft = body::draft(lang, &sent.headline, &sent.summary, &sent.paragraphs);
    let report = desk::evidence::check(&desk.store, &desk.house.desk, id, &draft, now)?;
    answer(&shape::Checked {
        verdict: report.verdict.word().into(),
        sentences: shape::sentences(&draft, &report.sentences, &signed, &reports),
    })
}
