//! What waits for a person, as the desk's queue lists it.

use std::collections::BTreeMap;

use news::report::StoredReport;
use news::stage::Stage;
use news::story::Story;
use news::{Country, Sector, SourceId, StoryId, Time, verdict::Verdict};

use crate::conn::{Row, args, sql};
use crate::{Conn, Result, cite, report, story};

/// One of the queue's lists of stories.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// Of a stage.
    Stage(Stage),
    /// Published, with a newer draft that waits for a person.
    Updates,
    /// Of any stage that something may still be made of, claimed by the filter's person.
    Claimed,
}

/// Which of them; what is not set lets all through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of this sector.
    pub sector: Option<Sector>,
    /// With this verdict.
    pub verdict: Option<Verdict>,
    /// About this country, or filed from it.
    pub country: Option<Country>,
    /// With a report of this source.
    pub source: Option<SourceId>,
    /// At least this urgent: 1 is the most urgent, 9 the least.
    pub urgency: Option<u8>,
    /// Claimed by this person.
    pub claimed: Option<String>,
    /// Older than this story, for the next page.
    pub before: Option<StoryId>,
}

/// A story of the queue.
#[derive(Clone, Debug, PartialEq)]
pub struct Waiting {
    /// The story.
    pub story: Story,
    /// Who works on it.
    pub claimed: Option<String>,
    /// When it goes out by itself.
    pub goes_out: Option<Time>,
}

/// The newest of a list.
pub fn list(c: &mut dyn Conn, list: List, filter: &Filter, limit: usize) -> Result<Vec<Waiting>> {
    let Filter { sector, verdict, country, source, urgency, claimed, before } = filter;
    let urgency = i64::from(urgency.unwrap_or(0));
    let sector = sector.as_ref().map_or("", Sector::slug);
    let verdict = verdict.map_or("", Verdict::word);
    let country = country.as_ref().map_or("", Country::code);
    let source = source.unwrap_or(SourceId(0));
    let claimed = claimed.as_deref().unwrap_or_default();
    let id = before.unwrap_or(StoryId(i64::MAX));
    match list {
        List::Updates => {
            c.all(sql!("queue/updates"), args![id, sector, verdict, country, source, claimed, limit, urgency], read)
        }
        List::Claimed => {
            c.all(sql!("queue/claimed"), args![id, sector, verdict, country, source, claimed, limit, urgency], read)
        }
        List::Stage(Stage::Published) => {
            let before = before.map_or(Ok(None), |id| story::by_id(c, id))?;
            let updated = before.and_then(|s| s.updated).unwrap_or(Time(i64::MAX));
            let args = args![updated, id, sector, verdict, country, source, claimed, limit, urgency];
            c.all(sql!("queue/published"), args, read)
        }
        List::Stage(stage) => {
            let args = args![stage.word(), id, sector, verdict, country, source, claimed, limit, urgency];
            c.all(sql!("queue/waiting"), args, read)
        }
    }
}

/// How many stories each list has: stages by their word, `updates`, and `likely` for suggestions that nobody answered. Those
/// published are not counted: they are all that the house has.
pub fn counts(c: &mut dyn Conn) -> Result<BTreeMap<String, u64>> {
    let counts = c.all(sql!("queue/counts"), args![], |row| Ok((row.get("list")?, row.get("stories")?)))?;
    Ok(counts.into_iter().collect())
}

/// Reports that came since then and are of no story yet, newest first; none that a person gave.
pub fn incoming(c: &mut dyn Conn, since: Time, limit: usize) -> Result<Vec<StoredReport>> {
    c.all(sql!("queue/incoming"), args![since, limit, cite::BY_HAND], report::read)
}

fn read(row: &Row<'_>) -> Result<Waiting> {
    let (claimed, goes_out): (String, Time) = (row.get("claimed")?, row.get("goes_out")?);
    Ok(Waiting {
        story: story::read(row)?,
        claimed: Some(claimed).filter(|who| !who.is_empty()),
        goes_out: Some(goes_out).filter(|at| *at > Time(0)),
    })
}
