//! Which event is this report about? Lineage first (same item, newer version), then near-identical copy, then the same
//! event; else a new story. Withdrawn items act on what came from them at once (`withdraw`).

use news::{
    Lang, ReportId, StoryId, Time,
    job::Job,
    report::{PubStatus, StoredReport},
    source::Treatment,
    stage::Stage,
};
use store::{Conn, Store};

use super::{
    copy,
    event::{self, Feature, Likeness, Rarity},
    parsed, withdraw,
};
use crate::{Result, act};

/// A story takes reports while its newest is at most this old.
pub(super) const OPEN_MS: i64 = 72 * Time::HOUR_MS;
/// Open reports compared with.
const OPEN_REPORTS: usize = 2_000;

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

/// Attaches one report. Safe to run twice.
pub fn attach(store: &Store, report: ReportId, now: Time) -> Result<Attached> {
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
    let feature = event::feature(&report.report);
    let signature = text::near::signature(&report.report.text, &report.report.lang);
    let (found, copy_of_killed) = match lineage(store, &report)? {
        Lineage::Running(found) => (Some(found), None),
        Lineage::Killed(story) => return lay_aside(store, story, report.id, now),
        Lineage::None => {
            let copies = copy::copies(store, &report, &signature)?;
            match find(store, &report, &feature, &copies, now)? {
                Some(found) => (Some(found), None),
                None => (None, copy::killed(store, &copies, &feature)?),
            }
        }
    };
    save(store, report, (feature, signature.bands()), found, copy_of_killed, now)
}

/// Story, reason in words, likeness.
pub(super) type Found = (StoryId, String, f64);

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

/// Killed stories take nothing more.
pub(super) fn open(c: &mut dyn Conn, story: Option<StoryId>) -> store::Result<Option<StoryId>> {
    let Some(id) = story else { return Ok(None) };
    Ok(store::story::by_id(c, id)?.filter(|s| s.stage != Stage::Killed).map(|s| s.id))
}

/// That story, when a person killed it.
pub(super) fn killed_by_editor(c: &mut dyn Conn, story: Option<StoryId>) -> store::Result<Option<StoryId>> {
    let Some(id) = story else { return Ok(None) };
    let log = store::log::of(c, "story", id.0)?;
    Ok(log.iter().rev().find(|e| e.act == "kill").filter(|e| e.who != withdraw::WIRE).map(|_| id))
}

fn lay_aside(store: &Store, story: StoryId, report: ReportId, now: Time) -> Result<Attached> {
    let why = "a newer version of a report of this killed story; nothing is made of it";
    store.write(move |c| store::story::attach(c, story, report, why, 1.0, now))?;
    Ok(Attached::Killed(story))
}

fn find(
    store: &Store,
    report: &StoredReport,
    feature: &Feature,
    copies: &[copy::Copy],
    now: Time,
) -> Result<Option<Found>> {
    // A party's own words and verbatim copy are pages of their own: mixing them into a news story would hide whose they are.
    if !mixes(store, report)? {
        return Ok(None);
    }
    if let Some(found) = copy::same(store, copies, feature, now)? {
        return Ok(Some(found));
    }
    same_event(store, report, feature, now)
}

/// Whether its words may stand on a page with those of others.
pub(super) fn mixes(store: &Store, report: &StoredReport) -> Result<bool> {
    let source = store.read(|c| store::source::by_id(c, report.source))?;
    Ok(source.is_some_and(|s| matches!(s.terms.treatment, Treatment::Rewrite | Treatment::LinkOnly)))
}

fn same_event(store: &Store, report: &StoredReport, feature: &Feature, now: Time) -> Result<Option<Found>> {
    let since = now.plus_ms(-OPEN_MS);
    let lang = primary(report);
    let rows = store.read(|c| store::feature::since(c, &lang, since, OPEN_REPORTS))?;
    let others = rows.into_iter().filter(|row| row.report != report.id).collect();
    let known = parsed::features(others);
    let rarity = Rarity::of(known.iter().map(|(.., f)| &**f));
    let mut alike: Vec<(StoryId, ReportId, Likeness)> = known
        .iter()
        .filter_map(|(story, other, f)| Some((*story, *other, event::same(feature, f, &rarity)?)))
        .collect();
    alike.sort_by(|a, b| b.2.cosine.total_cmp(&a.2.cosine));
    for (story, other, likeness) in alike {
        // The likest may be a party's own words; the news story about them comes next.
        if let Some(other) = store.read(|c| store::report::by_id(c, other))?
            && mixes(store, &other)?
            && !copy::one_form(report, feature, &other)
        {
            return Ok(Some((story, reason(&likeness), likeness.cosine)));
        }
    }
    Ok(None)
}

/// American and British copy tell one event: a story's language is the primary one.
fn primary(report: &StoredReport) -> Lang {
    Lang::new(report.report.lang.primary())
}

fn reason(likeness: &Likeness) -> String {
    let names: Vec<&str> = likeness.shared.iter().take(4).map(String::as_str).collect();
    format!("the same event: likeness {:.2}; both name {}", likeness.cosine, names.join(", "))
}

fn save(
    store: &Store,
    report: StoredReport,
    (feature, bands): (Feature, Vec<u64>),
    found: Option<Found>,
    copy_of_killed: Option<StoryId>,
    now: Time,
) -> Result<Attached> {
    let feature = serde_json::to_string(&feature).unwrap_or_default();
    crate::transaction(store, move |c| {
        let (attached, story, why, score) = match found {
            Some((story, why, score)) => (Attached::Running(story, why.clone()), story, why, score),
            None => {
                let story = store::story::insert(c, &primary(&report), &report.report.headline, now)?;
                (Attached::New(story), story, "the first report of this event".to_owned(), 1.0)
            }
        };
        store::story::attach(c, story, report.id, &why, score, now)?;
        store::feature::put(c, report.id, &primary(&report), report.reference().min(now), &feature, &bands)?;
        if let Some(killed) = copy_of_killed {
            let reason = format!("nearly the same copy as a report of story {killed}, which an editor killed");
            act::hold(c, &act::Order::new(story, "desk", &reason)?, now)?;
        }
        store::job::add(c, &Job::Draft { story }, now, now)?;
        Ok(attached)
    })
}
