//! The queue's lists.

use news::{Country, Sector, SourceId, StoryId, verdict::Verdict};
use store::queue::Filter;

use super::{answer, only, shape, who};
use crate::{Desk, failure::Failure, route::Answer, screen::queue, visit::Visit};

const KNOWN: [&str; 8] = ["view", "sector", "country", "source", "verdict", "urgency", "after", "limit"];
/// Stories at once, when none are asked for and at most.
const USUAL: usize = 50;
const MOST: usize = 100;

/// Some stories of a list.
pub fn list(desk: &Desk, visit: &Visit) -> Answer {
    only(visit, &KNOWN)?;
    let view = view(visit)?;
    let limit = limit(visit)?;
    let mut filter = filter(visit)?;
    if view == "mine" {
        filter.claimed = Some(who(visit)?);
    }
    let (slug, now) = (visit.asked("source"), visit.now);
    let found = desk.store.read(|c| {
        if !slug.is_empty() {
            // A source that nobody knows has no stories.
            filter.source = Some(store::source::by_slug(c, slug)?.map_or(SourceId(-1), |s| s.id));
        }
        let pairs = if view == "likely" { store::suggestion::open(c, limit)? } else { Vec::new() };
        let reports = queue::reports(c, view, now)?;
        let reports = reports.iter().map(|r| shape::Report::new(c, r, now)).collect::<store::Result<Vec<_>>>()?;
        Ok((queue::rows(c, view, &filter, limit + 1)?, pairs, reports))
    })?;
    let (mut rows, pairs, reports) = found;
    let more = rows.len() > limit;
    rows.truncate(limit);
    answer(&shape::Stories {
        view: view.into(),
        after: rows.last().filter(|_| more).map(|w| w.story.id.0),
        stories: rows.into_iter().map(shape::Card::new).collect(),
        pairs: pairs.into_iter().map(|p| shape::Pair { story: p.story.0, other: p.other.0, why: p.why }).collect(),
        reports,
    })
}

fn view(visit: &Visit) -> Result<&'static str, Failure> {
    let views = queue::LISTS.map(|(word, ..)| word);
    match visit.asked("view") {
        "" => Ok("held"),
        asked => views.into_iter().find(|word| *word == asked).ok_or_else(|| wrong("view", &views.join(", "))),
    }
}

fn limit(visit: &Visit) -> Result<usize, Failure> {
    match visit.asked("limit") {
        "" => Ok(USUAL),
        n => n.parse().ok().filter(|n| (1..=MOST).contains(n)).ok_or_else(|| wrong("limit", "a number from 1 to 100")),
    }
}

fn filter(visit: &Visit) -> Result<Filter, Failure> {
    let verdicts = "supported, not-found or contradicted";
    Ok(Filter {
        sector: one(visit, "sector", Sector::new, "a sector’s slug, such as health")?,
        verdict: one(visit, "verdict", |v| Verdict::from_word(&v.replace('-', " ")), verdicts)?,
        country: one(visit, "country", Country::new, "a country’s two letters, such as PT")?,
        before: one(visit, "after", |id| id.parse::<StoryId>().ok(), "a story’s id")?,
        urgency: one(visit, "urgency", |u| (u == queue::URGENT).then_some(3), queue::URGENT)?,
        source: None,
        claimed: None,
    })
}

/// A filter's value; none where it is not asked for, a failure where it is nonsense.
fn one<T>(visit: &Visit, name: &str, read: impl Fn(&str) -> Option<T>, takes: &str) -> Result<Option<T>, Failure> {
    match visit.asked(name) {
        "" => Ok(None),
        value => read(value).map(Some).ok_or_else(|| wrong(name, takes)),
    }
}

fn wrong(name: &str, takes: &str) -> Failure {
    Failure::Wrong(format!("`{name}` takes {takes}."))
}
