//! Is this report another's copy, word for word or nearly so? Agencies pass each other's copy on; near-identical copy counts as
//! one source. Two fillings of one form (two earthquakes, two results) read alike as well and are two events.

use news::{StoryId, Time, report::StoredReport};
use store::Store;
use text::near::{Print, SHARED_KEYS};

use super::attach::{self, Found};
use crate::{
    Result,
    event::{self, Feature},
};

/// Jaccard similarity from which two texts are one form at least.
const ONE_FORM: f64 = 0.3;
/// Share of the names that two copies of one report have in common at least.
const SAME_NAMES: f64 = 0.6;
/// Reports that share most keys, which are read and compared.
const LOOKED_AT: usize = 5;
/// Words from which likeness says anything: two headlines alone are alike by chance, or every day ("Market report").
const COPY_WORDS: usize = 25;

/// A report whose text is nearly another's.
pub struct Copy {
    /// The other report.
    pub twin: StoredReport,
    /// What it tells.
    feature: Feature,
    /// How alike, 0 to 1.
    likeness: f64,
}

/// Reports whose text is nearly this one's, most alike first; `print` is this one's.
pub fn copies(store: &Store, report: &StoredReport, print: &Print) -> Result<Vec<Copy>> {
    if text::word::count(&report.report.text) < COPY_WORDS {
        return Ok(Vec::new());
    }
    let sharing = store.read(|c| store::feature::sharing(c, print.keys(), LOOKED_AT))?;
    let mut copies = Vec::new();
    for (other, _) in sharing.into_iter().filter(|(id, shared)| *id != report.id && *shared >= SHARED_KEYS) {
        let Some(twin) = store.read(|c| store::report::by_id(c, other))? else { continue };
        if let Some(likeness) = print.copy(&Print::of(&twin.report.text, &twin.report.lang)) {
            let feature = told(store, &twin)?;
            copies.push(Copy { twin, feature, likeness });
        }
    }
    copies.sort_by(|a, b| b.likeness.total_cmp(&a.likeness));
    Ok(copies)
}

/// The story of a report whose copy this is.
pub fn same(store: &Store, copies: &[Copy], feature: &Feature, now: Time) -> Result<Option<Found>> {
    for Copy { twin, feature: other, likeness } in copies {
        let recent = now.since_ms(twin.received) < event::OPEN_MS;
        if !recent || !attach::mixes(store, twin)? || filled_in_twice(feature, other) {
            continue;
        }
        if let Some(story) = store.read(|c| {
            let s = store::story::of_report(c, twin.id)?;
            attach::open(c, s)
        })? {
            return Ok(Some((story, format!("nearly the same copy as {}'s report", twin.source_name), *likeness)));
        }
    }
    Ok(None)
}

/// Whether a report shares most of its words with another and is one form filled in twice all the same; `print` and `feature`
/// are the first one's.
pub fn one_form(store: &Store, print: &Print, feature: &Feature, other: &StoredReport) -> Result<bool> {
    let alike = print.jaccard(&Print::of(&other.report.text, &other.report.lang)) >= ONE_FORM;
    Ok(alike && filled_in_twice(feature, &told(store, other)?))
}

/// What a report tells, as it was kept.
fn told(store: &Store, report: &StoredReport) -> Result<Feature> {
    let kept = store.read(|c| store::feature::of_report(c, report.id))?;
    let kept = kept.and_then(|json| serde_json::from_str(&json).ok());
    Ok(kept.unwrap_or_else(|| event::feature(&report.report.text, &report.report.lang)))
}

/// Whether two nearly identical texts are one form filled in twice (two earthquakes, two results): other names stand in it.
pub fn filled_in_twice(a: &Feature, b: &Feature) -> bool {
    let shared = a.names.intersection(&b.names).count() as f64;
    let most = a.names.len().max(b.names.len()) as f64;
    let apart = !a.countries.is_empty() && !b.countries.is_empty() && a.countries.is_disjoint(&b.countries);
    apart || shared < SAME_NAMES * most
}

/// A story killed by an editor whose report reads nearly the same, whoever sent it.
pub fn killed(store: &Store, copies: &[Copy], feature: &Feature) -> Result<Option<StoryId>> {
    for Copy { twin, feature: other, .. } in copies {
        if filled_in_twice(feature, other) {
            continue;
        }
        let killed = store.read(|c| {
            let story = store::story::of_report(c, twin.id)?;
            attach::killed_by_editor(c, story)
        })?;
        if killed.is_some() {
            return Ok(killed);
        }
    }
    Ok(None)
}
