//! Which event is this report about? Lineage first (same item, newer version), then near-identical copy, then the same
//! event; else a new story. Withdrawn items act on what came from them at once (`withdraw`).

use news::{
    Lang, ReportId, StoryId, Time,
    job::Job,
    report::{PubStatus, StoredReport},
    source::Treatment,
};
use store::{Conn, Store, suggestion::Suggestion};
use text::near::Print;

use super::{brief, copy, withdraw};
use crate::{
    House, Result, act,
    event::{self, Events, Feature},
};

/// Where a report went.
#[derive(Clone, Debug, PartialEq)]
pub enum Attached {
    /// To a running story, with the reason.
    Running(StoryId, String),
    /// To a new story.
    New(StoryId),
    /// Nowhere yet: the embargo runs.
    Embargoed(Time),
    /// To a story that an editor killed, so that the desk sees it there; nothing is made of it.
    Killed(StoryId),
    /// Nowhere: an older version, or an item withdrawn before anything came of it.
    Nowhere,
}

/// Attaches one report to one of the open `events`. Safe to run twice.
pub fn attach(store: &Store, house: &House, events: &Events, report: ReportId, now: Time) -> Result<Attached> {
    let Some(report) = store.read(|c| store::report::by_id(c, report))? else { return Ok(Attached::Nowhere) };
    if report.superseded_by.is_some() {
        return Ok(Attached::Nowhere);
    }
    if report.report.status != PubStatus::Usable {
        return withdraw::withdraw(store, &report, now);
    }
    if let Some(until) = report.report.embargo.filter(|until| *until > now) {
        return wait(store, &report, until, now);
    }
    let feature = event::feature(&report.report.text, &report.report.lang);
    let print = Print::of(&report.report.text, &report.report.lang);
    let (mut likely, mut first) = (Vec::new(), "the first report of this event");
    let (found, copy_of_killed) = match lineage(store, &report)? {
        Lineage::Running(found) => (Some(found), None),
        Lineage::Killed(story) => return lay_aside(store, story, report, now),
        Lineage::None => {
            let copies = copy::copies(store, &report, &print)?;
            match find(store, (house, events), &report, (&feature, &print), &copies, now)? {
                Place::Sure(found) => (Some(found), None),
                Place::New(why) => {
                    first = why;
                    (None, None)
                }
                Place::Likely(found) => {
                    likely = found;
                    (None, copy::killed(store, &copies, &feature)?)
                }
            }
        }
    };
    save(store, report, (feature, print.keys().to_vec()), (found.ok_or(first), likely), copy_of_killed, now)
}

/// Story, reason in words, likeness.
pub(super) type Found = (StoryId, String, f64);

/// Where a report belongs, as far as the machine can say.
enum Place {
    /// Attached, nobody is asked.
    Sure(Found),
    /// On a page of its own; a person is asked about these stories.
    Likely(Vec<Found>),
    /// On a page of its own, for that reason.
    New(&'static str),
}

/// Stories that a person is asked about.
const ASKED: usize = 2;

/// Where the earlier versions of a report went.
enum Lineage {
    None,
    Running(Found),
    Killed(StoryId),
}

/// An embargo runs: the report waits. One put on a report that a page rests on already takes that page down meanwhile.
fn wait(store: &Store, report: &StoredReport, until: Time, now: Time) -> Result<Attached> {
    let job = Job::Attach { report: report.id };
    store.write(move |c| store::job::add(c, &job, until, now))?;
    withdraw::pause(store, report, now)?;
    Ok(Attached::Embargoed(until))
}

/// The story of an earlier version, or of an item that this one says it follows. What an editor killed stays killed, however
/// often the agency sends it again; what the agency itself withdrew may come back as a new story.
fn lineage(store: &Store, report: &StoredReport) -> Result<Lineage> {
    Ok(store.read(|c| {
        let mut ties = vec![(store::story::of_report(c, report.id)?, "a newer version of a report on this page")];
        for guid in std::iter::once(&report.report.guid).chain(&report.report.follows) {
            if let Some(earlier) = store::report::by_guid(c, Some(report.source), guid)? {
                let tie = store::story::of_report(c, earlier.id)?;
                ties.push((tie, "the agency says it follows a report on this page"));
            }
        }
        let mut killed = None;
        for (story, why) in ties {
            if let Some(story) = open(c, story)? {
                return Ok(Lineage::Running((story, why.to_owned(), 1.0)));
            }
            killed = killed.or(killed_by_editor(c, story)?);
        }
        Ok(killed.map_or(Lineage::None, Lineage::Killed))
    })?)
}

/// Killed stories take nothing more; what was merged goes on in the story that took it.
pub(super) fn open(c: &mut dyn Conn, story: Option<StoryId>) -> store::Result<Option<StoryId>> {
    let Some(id) = story else { return Ok(None) };
    let id = store::merge::into(c, id)?;
    Ok(store::story::by_id(c, id)?.filter(|s| !s.stage.is_final()).map(|s| s.id))
}

/// That story, when a person killed it.
pub(super) fn killed_by_editor(c: &mut dyn Conn, story: Option<StoryId>) -> store::Result<Option<StoryId>> {
    let Some(id) = story else { return Ok(None) };
    let log = store::log::of(c, "story", id.0)?;
    Ok(log.iter().rev().find(|e| e.act == "kill").filter(|e| e.who != withdraw::WIRE).map(|_| id))
}

fn lay_aside(store: &Store, story: StoryId, report: StoredReport, now: Time) -> Result<Attached> {
    let why = "a newer version of a report of this killed story; nothing is made of it";
    crate::transaction(store, move |c| {
        store::story::attach(c, story, report.id, why, 1.0, now)?;
        act::cite::newer(c, &report, now)
    })?;
    Ok(Attached::Killed(story))
}

fn find(
    store: &Store,
    (house, events): (&House, &Events),
    report: &StoredReport,
    (feature, print): (&Feature, &Print),
    copies: &[copy::Copy],
    now: Time,
) -> Result<Place> {
    let treatment = store.read(|c| super::treatment(c, report))?;
    if treatment == Some(Treatment::RoundUp) && copy::killed(store, copies, feature)?.is_none() {
        let gathering = store.read(|c| brief::gathering(c, report, now))?;
        let place = gathering.map(|story| Place::Sure((story, brief::WHY.to_owned(), 1.0)));
        return Ok(place.unwrap_or(Place::New(brief::WHY)));
    }
    // A party's own words and verbatim copy are pages of their own: mixing them into a news story would hide whose they are.
    if !mixes_as(treatment, report) {
        return Ok(Place::Likely(Vec::new()));
    }
    if let Some(found) = copy::same(store, copies, feature, now)? {
        return Ok(Place::Sure(found));
    }
    match same_event(store, events, report, (feature, print), now)? {
        Place::Likely(likely) if likely.is_empty() => told_abroad(store, (house, events), report, feature, now),
        place => Ok(place),
    }
}

/// Whether its words may stand on a page with those of others.
pub(super) fn mixes(store: &Store, report: &StoredReport) -> Result<bool> {
    Ok(mixes_as(store.read(|c| super::treatment(c, report))?, report))
}

fn mixes_as(treatment: Option<Treatment>, report: &StoredReport) -> bool {
    let newsy = matches!(treatment, Some(Treatment::Rewrite | Treatment::LinkOnly));
    newsy && !event::is_digest(&report.report.text, &report.report.lang)
}

fn same_event(
    store: &Store,
    events: &Events,
    report: &StoredReport,
    (feature, print): (&Feature, &Print),
    now: Time,
) -> Result<Place> {
    let mut likely = Vec::new();
    for (found, newest) in events.find(store, &primary(report), feature, now)? {
        let Some(story) = store.read(|c| open(c, Some(found.event)))? else { continue };
        // The likest may be a party's own words; the news story about them comes next.
        let other = store.read(|c| newest.map_or(Ok(None), |id| store::report::by_id(c, id)))?;
        if let Some(other) = other
            && mixes(store, &other)?
            && !copy::one_form(store, print, feature, &other)?
        {
            let place = (story, reason(&found), found.score);
            if found.sure {
                return Ok(Place::Sure(place));
            }
            likely.push(place);
        }
    }
    likely.truncate(ASKED);
    Ok(Place::Likely(likely))
}

/// The event as another language tells it. A house with readers of both languages has a page in each; else the report is
/// evidence on the page that there is.
fn told_abroad(
    store: &Store,
    (house, events): (&House, &Events),
    report: &StoredReport,
    feature: &Feature,
    now: Time,
) -> Result<Place> {
    let (lang, langs) = (primary(report), store.read(|c| house.languages(c))?);
    let mut likely = Vec::new();
    // What may not take the report is no rival of what may.
    let takes = |event: StoryId| -> Result<Option<StoryId>> {
        let Some(story) = store.read(|c| open(c, Some(event)))? else { return Ok(None) };
        let (record, mut reports) =
            store.read(|c| Ok((store::story::by_id(c, story)?, store::report::of_story(c, story, now)?)))?;
        let both = |record: &news::story::Story| [&lang, &record.lang].iter().all(|l| crate::publishes(&langs, l));
        match reports.pop().filter(|_| record.is_some_and(|record| !both(&record))) {
            Some(newest) if mixes(store, &newest)? => Ok(Some(story)),
            _ => Ok(None),
        }
    };
    for told in events.abroad(store, &lang, feature, now, takes)? {
        let why = format!("the same event, told in another language: likeness {:.2}", told.score);
        if told.sure {
            return Ok(Place::Sure((told.event, why, told.score)));
        }
        likely.push((told.event, why, told.score));
    }
    likely.truncate(ASKED);
    Ok(Place::Likely(likely))
}

/// American and British copy tell one event: a story's language is the primary one.
fn primary(report: &StoredReport) -> Lang {
    Lang::new(report.report.lang.primary())
}

fn reason(found: &event::Found<StoryId>) -> String {
    let names: Vec<&str> = found.shared.iter().take(4).map(String::as_str).collect();
    match names.is_empty() {
        true => format!("the same event: likeness {:.2}", found.score),
        false => format!("the same event: likeness {:.2}; both name {}", found.score, names.join(", ")),
    }
}

fn save(
    store: &Store,
    report: StoredReport,
    (feature, keys): (Feature, Vec<u64>),
    (found, likely): (std::result::Result<Found, &'static str>, Vec<Found>),
    copy_of_killed: Option<StoryId>,
    now: Time,
) -> Result<Attached> {
    let feature = serde_json::to_string(&feature).unwrap_or_default();
    crate::transaction::unsynced(store, move |c| {
        let (attached, story, why, score) = match found {
            Ok((story, why, score)) => (Attached::Running(story, why.clone()), story, why, score),
            Err(why) => {
                let story = store::story::insert(c, &primary(&report), &report.report.headline, now)?;
                (Attached::New(story), story, why.to_owned(), 1.0)
            }
        };
        store::story::attach(c, story, report.id, &why, score, now)?;
        for (other, why, score) in likely {
            let suggestion = Suggestion { story, other, report: report.id, score, why, at: now };
            store::suggestion::put(c, &suggestion)?;
        }
        store::feature::put(c, report.id, &primary(&report), report.reference().min(now), &feature, &keys)?;
        if let Some(killed) = copy_of_killed {
            let reason = format!("nearly the same copy as a report of story {killed}, which an editor killed");
            act::hold(c, &act::Order::new(story, "desk", &reason)?, now)?;
        }
        act::cite::newer(c, &report, now)?;
        store::job::add(c, &Job::Draft { story }, now, now)?;
        Ok(attached)
    })
}
