//! Give reports of a story that are about another event a story of their own.

use news::{Lang, ReportId, StoryId, Time, job::Job, stage::Act};
use store::{Conn, suggestion::Said};

use super::{Order, begin, record};
use crate::{Error, Result};

/// Moves `reports` from the ordered story to a new one, and drafts both anew. Some must stay, and each must be of the story.
pub fn split(c: &mut dyn Conn, order: &Order, reports: &[ReportId], now: Time) -> Result<StoryId> {
    let story = begin(c, order, Act::Split)?;
    let own = store::story::reports(c, order.story)?;
    if let Some(stranger) = reports.iter().find(|r| !own.contains(r)) {
        return Err(Error::NotOfStory { report: *stranger, story: order.story });
    }
    if reports.is_empty() || own.iter().all(|r| reports.contains(r)) {
        return Err(Error::NothingStays(order.story));
    }
    let first = reports.first().map_or(Ok(None), |id| store::report::by_id(c, *id))?;
    let (headline, lang) = first.map_or((story.headline.clone(), story.lang.clone()), |r| {
        (r.report.headline, Lang::new(r.report.lang.primary()))
    });
    let apart = store::story::insert(c, &lang, &headline, now)?;
    let why = format!("split from story {}: {}", order.story, order.reason);
    for report in reports {
        store::story::attach(c, apart, *report, &why, 1.0, now)?;
    }
    if story.embargo.is_some() {
        let mut split = store::story::by_id(c, apart)?.ok_or(Error::NoStory(apart))?;
        split.embargo = story.embargo;
        store::story::update(c, &split)?;
    }
    store::suggestion::settle(c, order.story, apart, Said::Apart)?;
    for story in [order.story, apart] {
        store::job::add(c, &Job::Draft { story }, now, now)?;
    }
    record(c, order, "split", now)?;
    record(c, &Order { story: apart, ..order.clone() }, "split", now)?;
    Ok(apart)
}
