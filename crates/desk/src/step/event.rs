//! Is this report about the same event? Words, names, numbers and places of headline and opening, weighted by how rare they
//! are among the open stories. A first honest method, after the one-pass TF-IDF clustering of topic detection and tracking
//! (Allan et al. 1998): it prefers to split, for a false merge makes a page whose every sentence is "supported".

use std::collections::{BTreeMap, BTreeSet, HashMap};

use news::{Lang, report::Report};
use serde::{Deserialize, Serialize};

/// Words of the opening that are read.
const OPENING_WORDS: usize = 120;
/// Cosine from which two reports are about one event when names agree too.
pub const SAME_EVENT: f64 = 0.34;
/// Rare names or places that must be shared.
const SHARED_NAMES: usize = 2;
/// Cosine that needs one shared name only.
const PLAINLY_SAME: f64 = 0.55;

/// Share of the names that two copies of one report have in common at least.
const SAME_NAMES: f64 = 0.6;

/// What of a report is compared. Kept as JSON in the store.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Feature {
    /// Stem -> times in headline (twice) and opening.
    pub words: BTreeMap<String, f64>,
    /// Names and places, lower case.
    pub names: BTreeSet<String>,
    /// Countries of the places in headline and opening.
    pub countries: BTreeSet<String>,
}

/// The features of a report.
pub fn feature(report: &Report) -> Feature {
    let (headline, opening) = opening(&report.text);
    let mut out = Feature::default();
    for (part, weight) in [(headline, 2.0), (opening, 1.0)] {
        for word in text::word::words(part, &report.lang).into_iter().filter(|w| !w.stop) {
            *out.words.entry(word.stem).or_default() += weight;
        }
        names(part, &report.lang, &mut out);
    }
    out
}

/// The headline and the first words of the body.
fn opening(text: &str) -> (&str, &str) {
    let (headline, body) = text.split_once('\n').unwrap_or((text, ""));
    let end = body.split_inclusive(char::is_whitespace).take(OPENING_WORDS).map(str::len).sum();
    (headline, body.get(..end).unwrap_or(body))
}

fn names(part: &str, lang: &Lang, out: &mut Feature) {
    for name in text::name::find(part, lang) {
        if let Some(words) = part.get(name.range.clone()) {
            // The last word of a name is what agencies agree on: "Luc Carvenne", "Carvenne", "Mr Carvenne".
            out.names.insert(words.to_lowercase().rsplit(' ').next().unwrap_or_default().to_owned());
        }
    }
    for place in text::place::find(part, lang) {
        out.names.insert(place.name.to_lowercase());
        out.countries.insert(place.country.code().into());
    }
}

/// How rare stems and names are among the reports compared with.
pub struct Rarity {
    reports: f64,
    seen: HashMap<String, f64>,
}

impl Rarity {
    /// Counts in how many of `features` each word and name occurs.
    pub fn of<'a>(features: impl Iterator<Item = &'a Feature>) -> Self {
        let mut rarity = Self { reports: 0.0, seen: HashMap::new() };
        for feature in features {
            rarity.reports += 1.0;
            for key in feature.words.keys().chain(feature.names.iter().filter(|n| !feature.words.contains_key(*n))) {
                *rarity.seen.entry(key.clone()).or_default() += 1.0;
            }
        }
        rarity
    }

    /// Smoothed inverse document frequency.
    fn weight(&self, key: &str) -> f64 {
        ((self.reports + 8.0) / (self.seen.get(key).copied().unwrap_or(0.0) + 0.5)).ln()
    }

    /// A name in more than a third of a fair number of reports tells nothing.
    fn rare(&self, name: &str) -> bool {
        self.reports < 6.0 || self.seen.get(name).copied().unwrap_or(0.0) <= (self.reports / 3.0).max(3.0)
    }
}

/// What speaks for one event.
#[derive(Clone, Debug, PartialEq)]
pub struct Likeness {
    /// Cosine of weighted words, 0 to 1.
    pub cosine: f64,
    /// Rare names and places that both have.
    pub shared: Vec<String>,
    /// Sure enough to attach without a person.
    pub same: bool,
}

/// Compares two reports.
pub fn compare(a: &Feature, b: &Feature, rarity: &Rarity) -> Likeness {
    let cosine = cosine(a, b, rarity);
    let shared: Vec<String> = a.names.intersection(&b.names).filter(|n| rarity.rare(n)).cloned().collect();
    // Two places that never meet: the same kind of event in two countries is two events.
    let apart = !a.countries.is_empty() && !b.countries.is_empty() && a.countries.is_disjoint(&b.countries);
    let same = !apart
        && ((cosine >= SAME_EVENT && shared.len() >= SHARED_NAMES) || (cosine >= PLAINLY_SAME && !shared.is_empty()));
    Likeness { cosine, shared, same }
}

/// Whether two nearly identical texts are one form filled in twice (two earthquakes, two results): other names stand in it.
pub fn template(a: &Feature, b: &Feature) -> bool {
    let shared = a.names.intersection(&b.names).count() as f64;
    let most = a.names.len().max(b.names.len()) as f64;
    !a.countries.is_empty() && !b.countries.is_empty() && a.countries.is_disjoint(&b.countries)
        || most > 0.0 && shared < SAME_NAMES * most
}

fn cosine(a: &Feature, b: &Feature, rarity: &Rarity) -> f64 {
    let weight = |word: &str, times: f64| (1.0 + times.ln()) * rarity.weight(word);
    let norm = |f: &Feature| f.words.iter().map(|(w, t)| weight(w, *t).powi(2)).sum::<f64>().sqrt();
    let dot: f64 = a.words.iter().filter_map(|(w, t)| Some(weight(w, *t) * weight(w, *b.words.get(w)?))).sum();
    let norms = norm(a) * norm(b);
    if norms > 0.0 { dot / norms } else { 0.0 }
}
