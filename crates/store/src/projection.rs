//! What lists walk and count, kept in step with stories in the transaction that changes them.

use std::collections::BTreeMap;

use news::{Country, StoryId, Time, stage::Stage, story::Story};

use crate::conn::{args, sql};
use crate::list::QUARTER_MS;
use crate::story::shelf;
use crate::{Conn, Result};

/// Where a story counts while it is listed: (list, name) of `story_count`, and its quarter of an hour. Nowhere otherwise.
#[derive(Debug, Default)]
struct Listed {
    counts: Vec<(&'static str, String)>,
    quarter: Option<i64>,
}

/// Where a story counts as it stands.
fn listed(story: Option<&Story>) -> Listed {
    let Some(story) = story.filter(|s| listed_at(s).is_some()) else {
        return Listed::default();
    };
    let mut counts = vec![("sector", story.sector.slug().to_owned())];
    counts.extend(story.filed_from.iter().map(|c| ("filed", c.code().to_owned())));
    let mut about = story.about.clone();
    about.sort_unstable();
    about.dedup();
    counts.extend(about.iter().map(|c| ("about", c.code().to_owned())));
    Listed { counts, quarter: story.first_published.map(|t| t.ms().div_euclid(QUARTER_MS)) }
}

/// By which time lists sort a story; `None` for one that they do not show.
pub(crate) fn listed_at(story: &Story) -> Option<Time> {
    story.updated.filter(|_| story.stage == Stage::Published)
}

/// Moves the counts from where the story stood, and rewrites its rows of the lists by country and source. A story that lists
/// do not show, before and after, has none.
pub(crate) fn follow(c: &mut dyn Conn, before: Option<&Story>, story: &Story) -> Result<()> {
    if before.is_some_and(|b| listed_at(b).is_none()) && listed_at(story).is_none() {
        return Ok(());
    }
    count(c, &listed(before), &listed(Some(story)))?;
    countries(c, story)?;
    sources(c, story.id)
}

/// Counts are changed in the order of their names, so that two transactions never wait for each other.
fn count(c: &mut dyn Conn, before: &Listed, after: &Listed) -> Result<()> {
    let mut changes: BTreeMap<&(&str, String), i64> = BTreeMap::new();
    before.counts.iter().for_each(|name| *changes.entry(name).or_default() -= 1);
    after.counts.iter().for_each(|name| *changes.entry(name).or_default() += 1);
    for ((list, name), change) in changes.into_iter().filter(|(_, change)| *change != 0) {
        c.execute(sql!("story/count"), args![*list, name, change])?;
    }
    if before.quarter != after.quarter {
        let mut quarters: Vec<_> =
            before.quarter.map(|q| (q, -1_i64)).into_iter().chain(after.quarter.map(|q| (q, 1))).collect();
        quarters.sort_unstable();
        for (quarter, change) in quarters {
            c.execute(sql!("story/count_quarter"), args![quarter, change])?;
        }
    }
    Ok(())
}

fn countries(c: &mut dyn Conn, story: &Story) -> Result<()> {
    c.execute(sql!("story/delete_countries"), args![story.id])?;
    let Some(updated) = listed_at(story) else { return Ok(()) };
    let mut countries: Vec<Country> = story.about.iter().copied().chain(story.filed_from).collect();
    countries.sort_unstable();
    countries.dedup();
    let shelf = shelf(&story.lang, &story.sector);
    for country in countries {
        let (in_lang, in_sector) = (format!("{country}/{}", story.lang), format!("{country}/{shelf}"));
        c.execute(sql!("story/insert_country"), args![story.id, country, in_lang, in_sector, updated])?;
    }
    Ok(())
}

/// The sources that a story rests on, as its ties stand now.
pub(crate) fn sources(c: &mut dyn Conn, story: StoryId) -> Result<()> {
    c.execute(sql!("story/delete_sources"), args![story])?;
    c.execute(sql!("story/insert_sources"), args![story])?;
    Ok(())
}
