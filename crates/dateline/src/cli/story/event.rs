//! Which reports are one event: merge, split, and what the machine suggests.

use anyhow::{Result, bail};
use desk::act::Order;
use news::{ReportId, StoryId};
use store::{Store, log::Entry, suggestion::Said};

use super::{Reason, act, until_shown};
use crate::cli::{clock, say, say_json, table::table};

/// Takes a story into another.
pub fn merge(store: &Store, reason: &Reason, into: StoryId) -> Result<()> {
    let done = format!("merged: its address leads to story {into}, which is drafted anew");
    act(store, reason, &done, move |c, o, now| desk::act::merge(c, o, into, now))
}

/// Gives reports a story of their own.
pub fn split(store: &Store, reason: &Reason, reports: &[ReportId]) -> Result<()> {
    let order = Order::new(reason.id, &reason.who, &reason.reason)?;
    let (now, reports) = (crate::now(), reports.to_vec());
    let apart = desk::transaction(store, move |c| desk::act::split(c, &order, &reports, now))?;
    until_shown(store)?;
    say(&format!("story {} is split: story {apart} has the reports named. Both are drafted anew.", reason.id))
}

/// Lists what nobody has answered.
pub fn suggestions(store: &Store, limit: usize, json: bool, zone: &str) -> Result<()> {
    let open = store.read(|c| {
        let open = store::suggestion::open(c, limit)?.into_iter();
        open.map(|s| {
            let headline =
                |c: &mut dyn store::Conn, id| Ok(store::story::by_id(c, id)?.map_or(String::new(), |s| s.headline));
            Ok((headline(c, s.story)?, headline(c, s.other)?, s))
        })
        .collect::<store::Result<Vec<_>>>()
    })?;
    if json {
        return open.iter().try_for_each(|(headline, other, s)| {
            say_json(&serde_json::json!({
                "story": s.story, "headline": headline, "other": s.other, "other_headline": other, "score": s.score,
                "why": s.why, "at": s.at,
            }))
        });
    }
    if open.is_empty() {
        return say("No suggestion is open.");
    }
    let rows: Vec<Vec<String>> = open
        .iter()
        .map(|(headline, other, s)| {
            vec![
                clock(s.at, zone),
                s.story.to_string(),
                headline.clone(),
                s.other.to_string(),
                other.clone(),
                s.why.clone(),
            ]
        })
        .collect();
    say(&table(&["at", "story", "headline", "and", "headline", "why"], &rows))?;
    say("One event: `dateline story merge STORY --into AND --reason TEXT`. Two: `dateline story apart STORY AND`.")
}

/// Answers a suggestion.
pub fn apart(store: &Store, one: StoryId, two: StoryId) -> Result<()> {
    let now = crate::now();
    let said = store.write(move |c| {
        let asked = store::suggestion::settle(c, one, two, Said::Apart)?;
        if asked {
            let (who, act, thing) = ("cli".into(), "apart".into(), "story".into());
            let reason = format!("another event than story {two}");
            store::log::add(c, &Entry { at: now, who, act, thing, thing_id: one.0, reason })?;
        }
        Ok(asked)
    })?;
    if !said {
        bail!("no suggestion about stories {one} and {two} is open; `dateline story suggestions` lists those that are");
    }
    say(&format!("stories {one} and {two} stay apart."))
}
