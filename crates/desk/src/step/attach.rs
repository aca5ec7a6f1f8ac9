//! Which event is this report about? Lineage first (same item, newer version), then near-identical copy, then the same
//! event; else a new story. Withdrawn items act on what came from them at once.

use news::{
    Lang, ReportId, StoryId, Time,
    job::Job,
    report::{PubStatus, StoredReport},
    source::Treatment,
    stage::Stage,
};
use store::{Conn, Store};

use super::event::{self, Feature, Likeness, Rarity};
use crate::{Result, act};

/// A story takes reports while its newest is at most this old.
const OPEN_MS: i64 = 72 * Time::HOUR_MS;
/// Open reports compared with.
const OPEN_REPORTS: usize = 2_000;
/// Estimated Jaccard similarity from which two texts are one copy.
const SAME_COPY: f64 = 0.6;

/// Where a report went.
#[derive(Clone, Debug, PartialEq)]
pub enum Attached {
    /// To a running story, with the reason.
    Running(StoryId, String),
    /// To a new story.
    New(StoryId),
    /// Nowhere yet: the embargo runs.
    Embargoed(Time),
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
        return withdraw(store, &report, now);
    }
    if let Some(until) = report.report.embargo.filter(|until| *until > now) {
        let job = Job::Attach { report: report.id };
        store.write(move |c| store::job::add(c, &job, until, now))?;
        return Ok(Attached::Embargoed(until));
    }
    let feature = event::feature(&report.report);
    let found = match lineage(store, &report)? {
        Some(found) => Some(found),
        None => find(store, &report, &feature, now)?,
    };
    save(store, report, feature, found, now)
}

type Found = (StoryId, String, f64);

/// The story of an earlier version, or of an item that this one says it follows.
fn lineage(store: &Store, report: &StoredReport) -> Result<Option<Found>> {
    Ok(store.read(|c| {
        let own = store::story::of_report(c, report.id)?;
        if let Some(story) = open(c, own)? {
            return Ok(Some((story, "a newer version of a report on this page".to_owned(), 1.0)));
        }
        for guid in std::iter::once(&report.report.guid).chain(&report.report.follows) {
            let Some(earlier) = store::report::by_guid(c, Some(report.source), guid)? else { continue };
            let followed = store::story::of_report(c, earlier.id)?;
            if let Some(story) = open(c, followed)? {
                return Ok(Some((story, "the agency says it follows a report on this page".to_owned(), 1.0)));
            }
        }
        Ok(None)
    })?)
}

/// Killed stories take nothing more.
fn open(c: &mut dyn Conn, story: Option<StoryId>) -> store::Result<Option<StoryId>> {
    let Some(id) = story else { return Ok(None) };
    Ok(store::story::by_id(c, id)?.filter(|s| s.stage != Stage::Killed).map(|s| s.id))
}

fn find(store: &Store, report: &StoredReport, feature: &Feature, now: Time) -> Result<Option<Found>> {
    // A party's own words and verbatim copy are pages of their own: mixing them into a news story would hide whose they are.
    if !mixes(store, report)? {
        return Ok(None);
    }
    if let Some(found) = same_copy(store, report, now)? {
        return Ok(Some(found));
    }
    same_event(store, report, feature, now)
}

fn mixes(store: &Store, report: &StoredReport) -> Result<bool> {
    let source = store.read(|c| store::source::by_id(c, report.source))?;
    Ok(source.is_some_and(|s| matches!(s.terms.treatment, Treatment::Rewrite | Treatment::LinkOnly)))
}

fn same_copy(store: &Store, report: &StoredReport, now: Time) -> Result<Option<Found>> {
    let signature = text::near::signature(&report.report.text, &report.report.lang);
    let sharing = store.read(|c| store::feature::sharing(c, &signature.bands(), 20))?;
    for (other, _) in sharing.into_iter().filter(|(id, _)| *id != report.id) {
        let Some(twin) = store.read(|c| store::report::by_id(c, other))? else { continue };
        let similarity = signature.similarity(&text::near::signature(&twin.report.text, &twin.report.lang));
        let recent = now.since_ms(twin.received) < OPEN_MS;
        if similarity < SAME_COPY || !recent || !mixes(store, &twin)? {
            continue;
        }
        if let Some(story) = store.read(|c| {
            let s = store::story::of_report(c, twin.id)?;
            open(c, s)
        })? {
            return Ok(Some((story, format!("nearly the same copy as {}'s report", twin.source_name), similarity)));
        }
    }
    Ok(None)
}

fn same_event(store: &Store, report: &StoredReport, feature: &Feature, now: Time) -> Result<Option<Found>> {
    let since = now.plus_ms(-OPEN_MS);
    let lang = primary(report);
    let rows = store.read(|c| store::feature::since(c, &lang, since, OPEN_REPORTS))?;
    let known: Vec<(StoryId, ReportId, Feature)> = rows
        .into_iter()
        .filter(|row| row.report != report.id)
        .filter_map(|row| Some((row.story, row.report, serde_json::from_str(&row.feature).ok()?)))
        .collect();
    let rarity = Rarity::of(known.iter().map(|(.., f)| f));
    let best = known
        .iter()
        .map(|(story, other, f)| (*story, *other, event::compare(feature, f, &rarity)))
        .filter(|(.., likeness)| likeness.same)
        .max_by(|a, b| a.2.cosine.total_cmp(&b.2.cosine));
    let Some((story, other, likeness)) = best else { return Ok(None) };
    let Some(other) = store.read(|c| store::report::by_id(c, other))? else { return Ok(None) };
    if !mixes(store, &other)? {
        return Ok(None);
    }
    Ok(Some((story, reason(&likeness), likeness.cosine)))
}

/// American and British copy tell one event: a story's language is the primary one.
fn primary(report: &StoredReport) -> Lang {
    Lang::new(report.report.lang.primary())
}

fn reason(likeness: &Likeness) -> String {
    let names: Vec<&str> = likeness.shared.iter().take(4).map(String::as_str).collect();
    format!("the same event: likeness {:.2}; both name {}", likeness.cosine, names.join(", "))
}

fn save(store: &Store, report: StoredReport, feature: Feature, found: Option<Found>, now: Time) -> Result<Attached> {
    let feature = serde_json::to_string(&feature).unwrap_or_default();
    let bands = text::near::signature(&report.report.text, &report.report.lang).bands();
    Ok(store.write(move |c| {
        let (attached, story, why, score) = match found {
            Some((story, why, score)) => (Attached::Running(story, why.clone()), story, why, score),
            None => {
                let story = store::story::insert(c, &primary(&report), &report.report.headline, now)?;
                (Attached::New(story), story, "the first report of this event".to_owned(), 1.0)
            }
        };
        store::story::attach(c, story, report.id, &why, score, now)?;
        store::feature::put(c, report.id, &primary(&report), report.reference().min(now), &feature, &bands)?;
        store::job::add(c, &Job::Draft { story }, now, now)?;
        Ok(attached)
    })?)
}

/// The agency withdrew the item: a story that rests on it alone is killed (held when only withheld); one with other sources
/// leaves the site until it is drafted anew without it.
fn withdraw(store: &Store, report: &StoredReport, now: Time) -> Result<Attached> {
    let (report, agency, canceled) =
        (report.clone(), report.source_name.clone(), report.report.status == PubStatus::Canceled);
    let story = store.read(|c| match store::story::of_report(c, report.id)? {
        Some(story) => Ok(Some(story)),
        None => {
            for guid in &report.report.follows {
                if let Some(earlier) = store::report::by_guid(c, Some(report.source), guid)? {
                    return store::story::of_report(c, earlier.id);
                }
            }
            Ok(None)
        }
    })?;
    let Some(story) = story else { return Ok(Attached::Nowhere) };
    // Decided inside the transaction, so that a publish that comes between reading and writing cannot slip through.
    let verb = if canceled { "withdrew" } else { "asked not to use" };
    let order = act::Order { story, who: "wire".into(), reason: format!("{agency} {verb} its report") };
    crate::transaction(store, move |c| withdraw_in(c, &order, canceled, now))
}

fn withdraw_in(c: &mut dyn Conn, order: &act::Order, canceled: bool, now: Time) -> Result<Attached> {
    let Some(story) = store::story::by_id(c, order.story)? else { return Ok(Attached::Nowhere) };
    if story.stage == Stage::Killed {
        return Ok(Attached::Nowhere);
    }
    let others = store::report::of_story(c, order.story, now)?;
    if canceled && others.is_empty() {
        let notice = "This story was withdrawn because the agency whose report it rested on withdrew that report.";
        act::kill(c, order, notice, now)?;
        return Ok(Attached::Running(order.story, order.reason.clone()));
    }
    if story.stage != Stage::Held {
        act::hold(c, order, now)?;
    }
    if !others.is_empty() {
        store::job::add(c, &Job::Draft { story: order.story }, now, now)?;
    }
    Ok(Attached::Running(order.story, order.reason.clone()))
}
