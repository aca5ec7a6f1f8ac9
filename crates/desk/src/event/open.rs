//! The open events with their reports, and what a new report is to them.

use std::{collections::HashMap, hash::Hash, sync::Arc};

use super::{
    Feature, same,
    stream::{LIKELY, Stream},
};

/// Reports of an event that a new one is compared with, the newest; what ran for weeks is told by those.
const COMPARED: usize = 12;

/// Words of a report from which likeness decides anything: "Market report" comes every day.
const TELLING: usize = 4;

/// The open events of one language.
pub struct Open<Id> {
    stream: Stream<Id>,
    reports: HashMap<Id, Vec<Arc<Feature>>>,
}

/// An event that a report may be about.
#[derive(Clone, Debug, PartialEq)]
pub struct Found<Id> {
    /// The event.
    pub event: Id,
    /// Whether the report is attached without asking anyone; else it is a suggestion.
    pub sure: bool,
    /// How likely it is; from about 0.4 likelier than not.
    pub score: f64,
    /// Names that both have.
    pub shared: Vec<String>,
}

impl<Id: Copy + Eq + Hash + Ord> Default for Open<Id> {
    fn default() -> Self {
        Self { stream: Stream::default(), reports: HashMap::new() }
    }
}

impl<Id: Copy + Eq + Hash + Ord> Open<Id> {
    /// Adds a report to its event.
    pub fn add(&mut self, event: Id, report: Arc<Feature>) {
        self.stream.add(event, &report);
        let reports = self.reports.entry(event).or_default();
        reports.push(report);
        if reports.len() > COMPARED {
            reports.remove(0);
        }
    }

    /// The events that a report is likely about: those that it surely is first, then the likeliest.
    pub fn find(&self, report: &Feature) -> Vec<Found<Id>> {
        let telling = report.words.len() >= TELLING;
        let judged = self.stream.matches(report).into_iter().map(|m| {
            let reports = self.reports.get(&m.event).map(Vec::as_slice).unwrap_or_default();
            let alike = reports.iter().rev().find_map(|other| same(report, other, self.stream.rarity()));
            let sure = telling && (m.is_sure() || (alike.is_some() && m.score >= LIKELY && m.agree()));
            let shared = alike.map_or_else(|| shared(report, reports), |a| a.shared);
            Found { event: m.event, sure, score: m.score, shared }
        });
        let mut found: Vec<Found<Id>> = judged.filter(|f| f.sure || f.score >= LIKELY).collect();
        found.sort_by(|a, b| b.sure.cmp(&a.sure).then(b.score.total_cmp(&a.score)));
        found
    }
}

fn shared(report: &Feature, reports: &[Arc<Feature>]) -> Vec<String> {
    report.names.iter().filter(|name| reports.iter().any(|r| r.names.contains(*name))).cloned().collect()
}
