//! The log: every act with its name and reason, of a story or of the house, and as a file.

use askama::Template;
use news::StoryId;
use store::log::{Entry, Filter, Stored};

use crate::{
    Desk,
    failure::Failure,
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
    asked: Asked,
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

/// The filter as it was asked for.
struct Asked {
    who: String,
    act: String,
    story: String,
    from: String,
    to: String,
}

impl Asked {
    fn of(visit: &Visit) -> Self {
        let asked = |name: &str| visit.asked(name).trim().to_owned();
        Self { who: asked("who"), act: asked("act"), story: asked("story"), from: asked("from"), to: asked("to") }
    }

    fn parts(&self) -> [(&'static str, &str); 5] {
        let Self { who, act, story, from, to } = self;
        [
            ("who", who.as_str()),
            ("act", act.as_str()),
            ("story", story.as_str()),
            ("from", from.as_str()),
            ("to", to.as_str()),
        ]
    }

    fn is_set(&self) -> bool {
        self.parts().into_iter().any(|(_, value)| !value.is_empty())
    }

    /// As it stands in an address; empty when nothing is asked for.
    fn query(&self) -> String {
        query(&self.parts())
    }

    /// What stands after the address of a file that goes by days alone.
    fn days(&self) -> String {
        let query = query(&[("from", self.from.as_str()), ("to", self.to.as_str())]);
        if query.is_empty() { query } else { format!("?{query}") }
    }

    /// What would be left out of a file silently, were it passed over, is refused.
    fn filter(&self, desk: &Desk) -> Result<Filter, Failure> {
        let wrong = "Give the story’s number; it stands in its address.";
        let story: Option<StoryId> = match self.story.as_str() {
            "" => None,
            number => Some(number.parse().map_err(|_| Failure::Wrong(wrong.into()))?),
        };
        if story.is_some_and(|story| story.0 < 1) {
            return Err(Failure::Wrong(wrong.into()));
        }
        let times = moment::days(&self.from, &self.to, &desk.zone)?;
        Ok(Filter { who: self.who.clone(), act: self.act.clone(), story, times })
    }
}

fn query(parts: &[(&str, &str)]) -> String {
    let set = parts.iter().filter(|(_, value)| !value.is_empty());
    set.map(|(name, value)| format!("{name}={}", encode(value))).collect::<Vec<_>>().join("&")
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
    let asked = Asked::of(visit);
    let filter = asked.filter(desk)?;
    let before = visit.asked("before").parse().unwrap_or(i64::MAX);
    let rows = desk.store.read(|c| store::log::recent(c, before, &filter, ROWS))?;
    let last = rows.last().filter(|_| rows.len() == ROWS).map(|r| r.id);
    let older = last.map(|id| format!("/desk/log?{}&before={id}", asked.query()));
    let shown = |r: Stored| row(desk, visit, r.entry);
    super::page(&Page {
        shell: Shell::new(desk, visit.seat.as_ref(), "Log", "/desk/log"),
        rows: rows.into_iter().map(shown).collect(),
        asked,
        older,
        may_export: visit.seat()?.person.role >= news::person::Role::Publisher,
    })
}

/// It as CSV, oldest first, with the links of its chain: all of it, or what the filter lets through.
pub fn export(desk: &Desk, visit: &Visit) -> Answer {
    let filter = Asked::of(visit).filter(desk)?;
    let mut out = csv(&["id", "at", "at ms", "who", "act", "thing", "thing id", "reason", "hash"]);
    let mut last = 0;
    loop {
        let rows = desk.store.read(|c| store::log::after_of(c, last, &filter, STEP))?;
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
