//! The log: every act with its name and reason, of a story or of the house, and as a file.

use askama::Template;
use news::StoryId;
use store::log::{Entry, Stored};

use crate::{
    Desk,
    field::encode,
    moment::{self, Moment},
    reply::Reply,
    route::Answer,
    screen::{
        csv,
        shell::Shell,
        top::{self, Top},
    },
    visit::Visit,
};

/// Rows on a page.
const ROWS: usize = 100;
/// Rows read at once for a file.
const STEP: usize = 10_000;

struct Row {
    at: Moment,
    entry: Entry,
    url: Option<String>,
}

#[derive(Template)]
#[template(path = "log.html")]
struct Page {
    shell: Shell,
    rows: Vec<Row>,
    who: String,
    act: String,
    older: Option<String>,
    may_export: bool,
}

#[derive(Template)]
#[template(path = "story_log.html")]
struct OfStory {
    shell: Shell,
    top: Top,
    rows: Vec<Row>,
}

fn row(desk: &Desk, visit: &Visit, entry: Entry) -> Row {
    Row {
        at: moment::short(entry.at, visit.now, &desk.zone),
        url: (entry.thing == "story").then(|| format!("/desk/story/{}", entry.thing_id)),
        entry,
    }
}

/// A story's.
pub fn of_story(desk: &Desk, visit: &Visit) -> Answer {
    let id: StoryId = visit.id()?;
    let found = desk.store.read(|c| {
        let Some((story, revision)) = top::story(c, id)? else { return Ok(None) };
        let top = Top::new(desk, c, visit, &story, revision.as_ref(), "log")?;
        Ok(Some((top, store::log::of(c, "story", id.0)?)))
    })?;
    let (top, entries) = top::there(found)?;
    let rows = entries.into_iter().rev().map(|e| row(desk, visit, e)).collect();
    let shell = Shell::new(desk, visit.seat.as_ref(), &top.headline, "/desk");
    super::page(&OfStory { shell, top, rows })
}

/// The house's.
pub fn page(desk: &Desk, visit: &Visit) -> Answer {
    let (who, act) = (visit.asked("who").trim(), visit.asked("act").trim());
    let before = visit.asked("before").parse().unwrap_or(i64::MAX);
    let rows = desk.store.read(|c| store::log::recent(c, before, who, act, ROWS))?;
    let last = rows.last().filter(|_| rows.len() == ROWS).map(|r| r.id);
    let older = last.map(|id| format!("/desk/log?who={}&act={}&before={id}", encode(who), encode(act)));
    let shown = |r: Stored| row(desk, visit, r.entry);
    super::page(&Page {
        shell: Shell::new(desk, visit.seat.as_ref(), "Log", "/desk/log"),
        rows: rows.into_iter().map(shown).collect(),
        who: who.into(),
        act: act.into(),
        older,
        may_export: visit.seat()?.person.role >= news::person::Role::Publisher,
    })
}

/// The whole of it as CSV, oldest first, with the links of its chain.
pub fn export(desk: &Desk, _: &Visit) -> Answer {
    let mut out = csv(&["id", "at", "at ms", "who", "act", "thing", "thing id", "reason", "hash"]);
    let mut last = 0;
    loop {
        let rows = desk.store.read(|c| store::log::after(c, last, STEP))?;
        let Some(end) = rows.last() else { break };
        last = end.id;
        for Stored { id, entry, hash } in rows {
            let at = moment::full(entry.at, &jiff::tz::TimeZone::UTC).iso;
            // The chain is made over milliseconds.
            let (id, thing_id, ms) = (id.to_string(), entry.thing_id.to_string(), entry.at.ms().to_string());
            out.push_str(&csv(&[&id, &at, &ms, &entry.who, &entry.act, &entry.thing, &thing_id, &entry.reason, &hash]));
        }
    }
    Ok(Reply::file("text/csv; charset=utf-8", "log.csv", out.into_bytes()))
}
