//! The queue: what waits for a person.

use std::collections::BTreeMap;

use askama::Template;
use news::{Country, Lang, ReportId, Sector, SourceId, StoryId, Time, stage::Stage, verdict::Verdict};
use store::queue::{Filter, List, Waiting};

use crate::{
    Desk,
    field::encode,
    moment::{self, Moment},
    reply::Reply,
    route::Answer,
    screen::shell::Shell,
    visit::Visit,
};

/// Stories on a page.
const STORIES: usize = 50;
/// Pieces that wait for a second pair of eyes are counted up to here.
const PIECES: usize = 100;
/// What asks for stories of which the wire says that they are urgent: 1 to 3 of 9.
pub const URGENT: &str = "urgent";
/// Reports that are on their way are looked for so far back.
const INCOMING_MS: i64 = 7 * Time::DAY_MS;

/// The lists: the word in addresses, the word on the tab, whether stories of it are counted.
pub const LISTS: [(&str, &str, bool); 10] = [
    ("held", "Held", true),
    ("review", "In review", true),
    ("drafted", "Drafted", true),
    ("updates", "Updates", true),
    ("likely", "Likely one event", true),
    ("scheduled", "Scheduled", true),
    ("incoming", "Incoming", false),
    ("mine", "Mine", false),
    ("published", "Published", false),
    ("killed", "Killed", false),
];

struct Tab {
    word: &'static str,
    name: &'static str,
    count: Option<u64>,
    here: bool,
}

/// A story of a list.
struct Row {
    id: StoryId,
    headline: String,
    lang: Lang,
    why: String,
    facts: Vec<String>,
    at: Moment,
    claimed: Option<String>,
    mine: bool,
    verdict: (&'static str, &'static str),
    stage: &'static str,
    goes_out: Option<Moment>,
}

struct Pair {
    story: (StoryId, String, Lang),
    other: (StoryId, String, Lang),
    why: String,
}

struct Report {
    id: ReportId,
    headline: String,
    lang: Lang,
    source: String,
    at: Moment,
    why: String,
}

#[derive(Template)]
#[template(path = "queue.html")]
struct Page {
    shell: Shell,
    tabs: Vec<Tab>,
    list: &'static str,
    rows: Vec<Row>,
    pairs: Vec<Pair>,
    reports: Vec<Report>,
    sectors: Vec<(String, &'static str)>,
    sources: Vec<(String, String)>,
    filter: Asked,
    /// Views that this person keeps: name, query, whether it is this one.
    views: Vec<(String, String, bool)>,
    older: Option<String>,
    none: &'static str,
    bulk: bool,
    may_hold: bool,
    /// Pieces that this person may let out and whoever changed them may not.
    eyes: usize,
}

/// The filter as it was asked for.
#[derive(Default)]
struct Asked {
    sector: String,
    country: String,
    source: String,
    verdict: String,
    urgency: String,
}

impl Asked {
    fn is_set(&self) -> bool {
        [&self.sector, &self.country, &self.source, &self.verdict, &self.urgency].into_iter().any(|f| !f.is_empty())
    }

    fn query(&self) -> String {
        let part = |name: &str, value: &str| {
            if value.is_empty() { String::new() } else { format!("&{name}={}", encode(value)) }
        };
        part("sector", &self.sector)
            + &part("country", &self.country)
            + &part("source", &self.source)
            + &part("verdict", &self.verdict)
            + &part("urgency", &self.urgency)
    }

    /// What a request says: `value` gives each of its parts.
    fn of(value: impl Fn(&str) -> String) -> Self {
        Self {
            sector: value("sector"),
            country: value("country").trim().to_uppercase(),
            source: value("source"),
            verdict: value("verdict"),
            urgency: value("urgency"),
        }
    }
}

/// The class and the word of a verdict.
pub fn verdict(verdict: Option<Verdict>) -> (&'static str, &'static str) {
    match verdict {
        Some(Verdict::Supported) => ("ok", "supported"),
        Some(Verdict::NotFound) => ("un", "not found"),
        Some(Verdict::Contradicted) => ("no", "contradicted"),
        None => ("wait", "not checked yet"),
    }
}

/// The list that was asked for; held stories when none, or none that there is, was.
fn list(asked: &str) -> &'static str {
    LISTS.iter().find(|(word, ..)| *word == asked).map_or("held", |(word, ..)| word)
}

/// The list and filter of a form, as they stand in an address.
pub fn asked_again(visit: &Visit) -> String {
    let asked = Asked::of(|name| visit.field(name).chars().take(60).collect());
    format!("list={}{}", list(visit.field("list")), asked.query())
}

/// The page.
pub fn page(desk: &Desk, visit: &Visit) -> Answer {
    let seat = visit.seat()?;
    let list = list(visit.asked("list"));
    let asked = Asked::of(|name| visit.asked(name).to_owned());
    let found = desk.store.read(|c| {
        let sources = store::source::list(c)?;
        let source = sources.iter().find(|s| s.terms.slug == asked.source).map(|s| s.id);
        let filter = filter(&asked, source, visit, (list == "mine").then_some(seat.person.name.as_str()));
        let views = store::saved_view::of_person(c, seat.person.id)?;
        let rows = rows(c, list, &filter, STORIES + 1)?;
        Ok((store::queue::counts(c)?, rows, pairs(c, list)?, reports(c, list, visit.now)?, sources, views))
    })?;
    let (counts, mut waiting, pairs, reports, sources, views) = found;
    let this = format!("list={list}{}", asked.query());
    let more = waiting.len() > STORIES;
    waiting.truncate(STORIES);
    let older =
        waiting.last().filter(|_| more).map(|last| format!("?list={list}{}&before={}", asked.query(), last.story.id));
    let shell = Shell::new(desk, visit.seat.as_ref(), "Queue", "/desk").done(visit.asked("done"));
    super::page(&Page {
        shell,
        tabs: tabs(&counts, list),
        list,
        rows: waiting.into_iter().map(|w| row(desk, visit, w, &seat.person.name)).collect(),
        pairs,
        reports: reports.into_iter().map(|r| report(desk, visit, r)).collect(),
        sectors: news::sector::DEFAULT.map(|(slug, name, _)| (slug.to_owned(), name)).into(),
        sources: sources.into_iter().map(|s| (s.terms.slug, s.terms.name)).collect(),
        none: none(list, asked.is_set()),
        bulk: ["held", "drafted", "review"].contains(&list),
        views: views.into_iter().map(|(name, query)| (name, query.clone(), query == this)).collect(),
        eyes: eyes(desk, seat)?,
        may_hold: seat.person.role.may(news::stage::Act::Hold),
        filter: asked,
        older,
    })
}

/// How many pieces wait for a second pair of eyes, and for this person's; none where the house wants no four eyes.
fn eyes(desk: &Desk, seat: &crate::visit::Seat) -> store::Result<usize> {
    if !desk.house.four_eyes || seat.person.role < news::person::Role::Editor {
        return Ok(0);
    }
    desk.store.read(|c| Ok(store::piece::for_other_eyes(c, &seat.person.name, PIECES)?.len()))
}

fn none(list: &str, filtered: bool) -> &'static str {
    match list {
        _ if filtered => "Nothing here is like that.",
        "held" => "Nothing is held.",
        "review" => "Nothing waits to be read.",
        "drafted" => "No draft is being made.",
        "updates" => "No page waits for an update.",
        "likely" => "No two stories look like one event.",
        "scheduled" => "Nothing is scheduled.",
        "incoming" => "Every report has its story.",
        "mine" => "You have claimed nothing.",
        "published" => "Nothing is on the site yet.",
        _ => "Nothing was withdrawn.",
    }
}

fn tabs(counts: &BTreeMap<String, u64>, here: &str) -> Vec<Tab> {
    let count = |word: &str, counted: bool| counted.then(|| counts.get(word).copied().unwrap_or(0));
    let tab = |(word, name, counted): (&'static str, &'static str, bool)| Tab {
        word,
        name,
        count: count(word, counted),
        here: word == here,
    };
    LISTS.map(tab).into()
}

fn filter(asked: &Asked, source: Option<SourceId>, visit: &Visit, claimed: Option<&str>) -> Filter {
    Filter {
        sector: Sector::new(&asked.sector),
        verdict: Verdict::from_word(&asked.verdict),
        country: Country::new(&asked.country),
        // A source that nobody knows has no stories.
        source: source.or_else(|| (!asked.source.is_empty()).then_some(SourceId(-1))),
        urgency: (asked.urgency == URGENT).then_some(3),
        claimed: claimed.map(str::to_owned),
        before: visit.asked("before").parse().ok(),
    }
}

/// The stories of a list of stages.
pub fn rows(c: &mut dyn store::Conn, list: &str, filter: &Filter, limit: usize) -> store::Result<Vec<Waiting>> {
    let list = match list {
        "updates" => List::Updates,
        "mine" => List::Claimed,
        word => match Stage::from_word(word) {
            Some(stage) => List::Stage(stage),
            None => return Ok(Vec::new()),
        },
    };
    store::queue::list(c, list, filter, limit)
}

fn pairs(c: &mut dyn store::Conn, list: &str) -> store::Result<Vec<Pair>> {
    if list != "likely" {
        return Ok(Vec::new());
    }
    let mut out = Vec::new();
    for likely in store::suggestion::open(c, STORIES)? {
        let (one, two) = (store::story::by_id(c, likely.story)?, store::story::by_id(c, likely.other)?);
        if let (Some(one), Some(two)) = (one, two) {
            let told = |s: news::story::Story| (s.id, s.headline, s.lang);
            out.push(Pair { story: told(one), other: told(two), why: likely.why });
        }
    }
    Ok(out)
}

/// The reports that are on their way, for the list of those.
pub fn reports(c: &mut dyn store::Conn, list: &str, now: Time) -> store::Result<Vec<news::report::StoredReport>> {
    match list {
        "incoming" => store::queue::incoming(c, now.plus_ms(-INCOMING_MS), STORIES),
        _ => Ok(Vec::new()),
    }
}

fn row(desk: &Desk, visit: &Visit, waiting: Waiting, me: &str) -> Row {
    let Waiting { story, claimed, goes_out } = waiting;
    let names: Vec<&str> = story.about.iter().map(|c| (desk.house.country)(*c)).filter(|n| !n.is_empty()).collect();
    let mut facts = vec![story.sector.name().to_owned()];
    facts.extend(story.urgency.filter(|u| *u <= 3).map(|_| "urgent".to_owned()));
    facts.extend((!names.is_empty()).then(|| names.join(", ")));
    facts.extend((!story.dateline_place.is_empty()).then(|| format!("filed from {}", story.dateline_place)));
    Row {
        id: story.id,
        at: moment::short(story.updated.unwrap_or(story.created), visit.now, &desk.zone),
        goes_out: goes_out.map(|at| moment::short(at, visit.now, &desk.zone)),
        mine: claimed.as_deref() == Some(me),
        verdict: verdict(story.verdict),
        stage: story.stage.word(),
        why: match story.stage {
            Stage::Killed => story.kill_notice,
            // Said of every row it would be said of none.
            _ if story.held_reason == news::policy::REVIEWED => String::new(),
            _ => story.held_reason,
        },
        headline: if story.headline.is_empty() { format!("Story {}", story.id) } else { story.headline },
        lang: story.lang,
        claimed,
        facts,
    }
}

fn report(desk: &Desk, visit: &Visit, report: news::report::StoredReport) -> Report {
    let embargo = report.report.embargo.filter(|until| *until > visit.now);
    let until = |at: Time| format!("Under embargo until {}.", moment::full(at, &desk.zone).text);
    Report {
        why: embargo.map_or_else(|| "On its way to its story.".to_owned(), until),
        at: moment::short(report.received, visit.now, &desk.zone),
        id: report.id,
        headline: report.report.headline,
        lang: report.report.lang,
        source: report.source_name,
    }
}

/// How many wait, for the script.
pub fn counts(desk: &Desk, _: &Visit) -> Answer {
    let counts = desk.store.read(store::queue::counts)?;
    let counted = LISTS.iter().filter(|(.., counted)| *counted);
    let all: serde_json::Map<String, serde_json::Value> =
        counted.map(|(word, ..)| ((*word).to_owned(), counts.get(*word).copied().unwrap_or(0).into())).collect();
    Ok(Reply::json(&all.into()))
}
