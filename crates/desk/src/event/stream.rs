//! The events that are open, and which of them a report is about: one pass over the stream, no look ahead.
//!
//! An event is the sum of its reports. What speaks for a report being about it: the odds that the event's words, drawn at
//! random, give the report's (a Dirichlet process mixture, after Yin and Wang 2014, a word counted once a report), the
//! cosine of weighted words to the event's middle (Allan et al. 1998), and how much of the names of each the other has.

use std::hash::Hash;

use foldhash::{HashMap, HashMapExt, HashSet};

use super::{Feature, Rarity};

/// Weights of what speaks for an event, learned on the stream of ECB+ (CC BY 3.0).
const COSINE: f64 = 0.65;
const ODDS: f64 = 0.16;
const NAMES_KNOWN: f64 = 0.45;
const NAMES_TOLD: f64 = 0.2;
const SAME_FIGURE: f64 = 0.2;
/// Figures beyond this many say no more.
const MOST_FIGURES: usize = 3;
/// How much a word that the event has not had is believed of it.
const SMOOTHING: f64 = 0.016;
/// Share of reports that begin an event.
const BEGINS: f64 = 0.05;
/// From this score a report is likelier about the event than not.
pub const LIKELY: f64 = 0.4;
/// From this score it surely is, if no other event comes near and the names agree.
const SURE: f64 = 1.0;
/// How far behind the next event must be.
const LEAD: f64 = 0.2;
/// Share of the report's names that the event knows, and of the event's that the report tells.
const SURE_NAMES: f64 = 0.5;
/// The same where two reports are alike one by one.
const KNOWN_NAMES: f64 = 0.3;
/// A word in more reports than this many, and this share of them, leads to no event.
const COMMON: (f64, f64) = (200.0, 0.03);
/// Events looked at closely.
const CANDIDATES: usize = 6;
/// Share of an event's reports that have a name which is told wherever the event is.
const CORE: f64 = 0.5;

/// The open events by their ids.
pub struct Stream<Id> {
    seen: Rarity,
    /// Events by stem.
    having: HashMap<String, Vec<Id>>,
    events: HashMap<Id, Event>,
}

#[derive(Default)]
struct Event {
    reports: f64,
    /// Stem -> sum of 1 + ln(times) over its reports.
    words: HashMap<String, f64>,
    /// Stem -> reports that have it.
    having: HashMap<String, f64>,
    /// The same of stems of words that begin with a capital.
    names: HashMap<String, f64>,
    /// Sum of `having`.
    drawn: f64,
    figures: HashSet<String>,
}

/// An event that a report may be about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Match<Id> {
    /// The event.
    pub event: Id,
    /// From [`LIKELY`] it is likelier than not.
    pub score: f64,
    /// How far the next likeliest is behind.
    lead: f64,
    /// Share of the report's names that the event knows, and of the event's that the report tells.
    names: [f64; 2],
}

impl<Id> Match<Id> {
    /// Whether the names of both agree well enough for what two of the reports share to decide.
    pub fn agree(&self) -> bool {
        self.lead >= LEAD && self.names.iter().all(|share| *share >= KNOWN_NAMES)
    }

    /// Whether the report is about the event, beyond asking.
    pub fn is_sure(&self) -> bool {
        self.score >= SURE && self.lead >= LEAD && self.names.iter().all(|share| *share >= SURE_NAMES)
    }
}

impl<Id: Copy + Eq + Hash + Ord> Default for Stream<Id> {
    fn default() -> Self {
        Self { seen: Rarity::default(), having: HashMap::new(), events: HashMap::new() }
    }
}

impl<Id: Copy + Eq + Hash + Ord> Stream<Id> {
    /// The events that share most with a report, the likeliest first.
    pub fn matches(&self, report: &Feature) -> Vec<Match<Id>> {
        let mut shared: HashMap<Id, f64> = HashMap::new();
        let common = COMMON.0.max(COMMON.1 * self.seen.reports());
        for stem in report.words.keys().filter(|stem| self.seen.times(stem) <= common) {
            let weight = self.seen.weight(stem).powi(2);
            for id in self.having.get(stem).into_iter().flatten() {
                let Some(event) = self.events.get(id) else { continue };
                let has = event.having.get(stem).copied().unwrap_or(0.0);
                *shared.entry(*id).or_default() += weight * has / event.reports.sqrt();
            }
        }
        let mut ranked: Vec<(Id, f64)> = shared.into_iter().collect();
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let judged = |id: Id| {
            let event = self.events.get(&id)?;
            let names = [self.names_known(report, event), self.names_told(report, event)];
            Some(Match { event: id, score: self.score(report, event, names), lead: 0.0, names })
        };
        let mut out: Vec<Match<Id>> = ranked.into_iter().take(CANDIDATES).filter_map(|(id, _)| judged(id)).collect();
        out.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.event.cmp(&b.event)));
        let next = out.get(1).map_or(0.0, |m| m.score);
        out.iter_mut().take(1).for_each(|first| first.lead = first.score - next);
        out
    }

    /// Adds a report to an event, a new one or one that is open.
    pub fn add(&mut self, id: Id, report: &Feature) {
        self.seen.count(report);
        let event = self.events.entry(id).or_default();
        event.reports += 1.0;
        for (stem, times) in &report.words {
            let having = self.having.entry(stem.clone()).or_default();
            if having.last() != Some(&id) && !event.having.contains_key(stem) {
                having.push(id);
            }
            *event.words.entry(stem.clone()).or_default() += 1.0 + times.max(1.0).ln();
            *event.having.entry(stem.clone()).or_default() += 1.0;
            event.drawn += 1.0;
        }
        report.capitals.iter().for_each(|stem| *event.names.entry(stem.clone()).or_default() += 1.0);
        event.figures.extend(figures(report).map(str::to_owned));
    }

    /// How rare words and names are among the open reports.
    pub fn rarity(&self) -> &Rarity {
        &self.seen
    }

    fn score(&self, report: &Feature, event: &Event, [known, told]: [f64; 2]) -> f64 {
        let figures = figures(report).filter(|f| event.figures.contains(*f)).count().min(MOST_FIGURES);
        self.odds(report, event) * ODDS
            + COSINE * self.cosine(report, event)
            + NAMES_KNOWN * known
            + NAMES_TOLD * told
            + SAME_FIGURE * figures as f64
    }

    /// Log odds of the report's stems being drawn from the event's against a new event's, by the square root of their number.
    fn odds(&self, report: &Feature, event: &Event) -> f64 {
        let stems = report.words.len() as f64;
        let kinds = SMOOTHING * (self.seen.kinds() as f64).max(1.0);
        let mut odds = event.reports.ln() - (BEGINS * (self.seen.reports() + 1.0)).ln();
        for (drawn, stem) in report.words.keys().enumerate() {
            let has = event.having.get(stem).copied().unwrap_or(0.0);
            let drawn = drawn as f64;
            odds += ((has + SMOOTHING) / SMOOTHING).ln() - ((event.drawn + kinds + drawn) / (kinds + drawn)).ln();
        }
        odds / (1.0 + stems).sqrt()
    }

    fn cosine(&self, report: &Feature, event: &Event) -> f64 {
        let (mut dot, mut own, mut theirs) = (0.0, 0.0, 0);
        for (stem, times) in &report.words {
            let (rarity, times) = (self.seen.weight(stem), 1.0 + times.max(1.0).ln());
            own += (times * rarity).powi(2);
            dot += times * rarity.powi(2) * event.words.get(stem).copied().unwrap_or(0.0);
        }
        for (stem, times) in &event.words {
            theirs += exact((times * self.seen.weight(stem)).powi(2));
        }
        if dot > 0.0 { dot / (own * inexact(theirs)).sqrt() } else { 0.0 }
    }

    /// Share of the weight of the report's names that the event knows; a half where it has none.
    fn names_known(&self, report: &Feature, event: &Event) -> f64 {
        share(report.capitals.iter().map(|stem| (self.seen.weight(stem), event.having.contains_key(stem))))
    }

    /// Share of the weight of the names that are told wherever the event is, which the report has; a half where there are none.
    fn names_told(&self, report: &Feature, event: &Event) -> f64 {
        let core = event.names.iter().filter(|(_, n)| **n >= CORE * event.reports);
        share(core.map(|(stem, _)| (self.seen.weight(stem), report.words.contains_key(stem))))
    }
}

fn share(weighted: impl Iterator<Item = (f64, bool)>) -> f64 {
    let (hit, all) = weighted.fold((0, 0), |(hit, all), (weight, has)| {
        let weight = exact(weight);
        (if has { hit + weight } else { hit }, all + weight)
    });
    if all > 0 { inexact(hit) / inexact(all) } else { 0.5 }
}

/// What is summed over a hash map, in millionths: whole numbers add up to the same in any order, and each run of a process has
/// an order of its own.
fn exact(weight: f64) -> u64 {
    (weight * 1e6).round() as u64
}

fn inexact(sum: u64) -> f64 {
    sum as f64 / 1e6
}

/// Stems that begin with a digit.
fn figures(report: &Feature) -> impl Iterator<Item = &str> {
    report.words.keys().map(String::as_str).filter(|s| s.starts_with(|c: char| c.is_numeric()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_stream_is_judged_alike_whenever_it_runs() {
        let text = |n: usize| {
            format!(
                "Ferry {n} runs aground off Tarn Island\nA ferry with {n} people ran aground off Tarn Island, Jens Aalto said."
            )
        };
        let run = || {
            let mut stream = Stream::default();
            (10..40).for_each(|n| stream.add(n / 4, &super::super::feature(&text(n), &news::Lang::en())));
            stream.matches(&super::super::feature(&text(41), &news::Lang::en()))
        };
        let first = run();
        assert!(!first.is_empty() && (0..20).all(|_| run() == first));
    }
}
