//! Features of the open reports, parsed once: each report that comes in is compared with all of them.

use std::{
    collections::HashMap,
    sync::{Arc, LazyLock, Mutex, PoisonError},
};

use news::{ReportId, StoryId};

use super::event::Feature;

/// Reports whose features stay parsed, before all are forgotten: more than are open at once, in two languages.
const KEPT: usize = 5_000;

/// By report: the JSON, and what it says. The JSON is compared, for another store in this process counts anew.
type Parsed = HashMap<ReportId, (String, Arc<Feature>)>;

static KNOWN: LazyLock<Mutex<Parsed>> = LazyLock::new(Mutex::default);

/// The features of `rows`, in their order, each with its story and report; rows that cannot be read are left out.
pub fn features(rows: Vec<store::feature::Row>) -> Vec<(StoryId, ReportId, Arc<Feature>)> {
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    if known.len() > KEPT {
        known.clear();
    }
    let read = |row: store::feature::Row| {
        let kept = known.get(&row.report).filter(|(json, _)| *json == row.feature).map(|(_, feature)| feature.clone());
        let feature = match kept {
            Some(feature) => feature,
            None => {
                let feature: Arc<Feature> = Arc::new(serde_json::from_str(&row.feature).ok()?);
                known.insert(row.report, (row.feature, feature.clone()));
                feature
            }
        };
        Some((row.story, row.report, feature))
    };
    rows.into_iter().filter_map(read).collect()
}
