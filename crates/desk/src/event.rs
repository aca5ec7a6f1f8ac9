//! Is this report about the same event? Words, names, numbers and places of headline and opening, weighted by how rare they
//! are among the open stories. A first honest method, after the one-pass TF-IDF clustering of topic detection and tracking
//! (Allan et al. 1998): it prefers to split, for a false merge makes a page whose every sentence is "supported".

mod digest;
mod events;
mod open;
pub mod stream;
mod tongue;

pub use digest::{briefs, is_digest};
pub use events::{Events, OPEN_MS};
pub use open::{Found, Open};
pub use tongue::{Told, Tongues};

use std::collections::{BTreeMap, BTreeSet};

use foldhash::HashMap;

use news::Lang;
use serde::{Deserialize, Serialize};
use text::{name::Name, place::Mention};

/// Words of the opening that are read.
const OPENING_WORDS: usize = 120;
/// Cosine from which two reports are about one event when names agree too.
pub const SAME_EVENT: f64 = 0.34;
/// Cosine that needs the same first actor, or much the same headline, only.
const SAME_ACTOR: f64 = 0.4;
/// Cosine that needs one shared name only.
const PLAINLY_SAME: f64 = 0.5;
/// People and bodies that must be shared; places are shared by too many events.
const SHARED_ACTORS: usize = 2;
/// Shared names that make up for headlines without a word in common.
const MANY_NAMES: usize = 5;
/// Words that headlines share when they tell the same thing, whoever is named first.
const SAME_HEADLINE: usize = 3;
/// Forms of companies: they end many names and tell none apart.
const FORMS: [&str; 16] = [
    "inc", "inc.", "corp", "corp.", "co", "co.", "ltd", "ltd.", "plc", "ag", "sa", "s.a", "s.a.", "gmbh", "group",
    "holdings",
];

/// What of a report is compared. Kept as JSON in the store.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Feature {
    /// Stem -> times in headline (twice) and opening.
    pub words: BTreeMap<String, f64>,
    /// Names and places, lower case.
    pub names: BTreeSet<String>,
    /// Places among `names`.
    #[serde(default)]
    pub places: BTreeSet<String>,
    /// Countries of the places in headline and opening.
    pub countries: BTreeSet<String>,
    /// Stems of the headline.
    #[serde(default)]
    pub headline: BTreeSet<String>,
    /// Names and places in the headline; none when every word of it has a capital.
    #[serde(default)]
    pub headline_names: BTreeSet<String>,
    /// Stems of words that begin with a capital, in scripts that have them.
    #[serde(default)]
    pub capitals: BTreeSet<String>,
    /// Whom it is about: the first name of the body that is no place.
    #[serde(default)]
    pub actor: Option<String>,
    /// What another language tells alike: names by their consonants, places, figures.
    #[serde(default)]
    pub facts: BTreeSet<String>,
}

/// The features of a report: its clean text, the headline on the first line.
pub fn feature(text: &str, lang: &Lang) -> Feature {
    let (headline, opening) = opening(text);
    let mut out = Feature::default();
    for (part, weight) in [(headline, 2.0), (opening, 1.0)] {
        for word in text::word::words(part, lang).into_iter().filter(|w| !w.stop) {
            if part.get(word.range.clone()).is_some_and(|w| w.starts_with(char::is_uppercase)) {
                out.capitals.insert(word.stem.clone());
            }
            *out.words.entry(word.stem).or_default() += weight;
        }
    }
    out.headline = text::word::words(headline, lang).into_iter().filter(|w| !w.stop).map(|w| w.stem).collect();
    let places = [text::place::find(headline, lang), text::place::find(opening, lang)];
    let found = |part, places: &[Mention]| text::name::find_beside(part, lang, places);
    let named = [found(headline, &places[0]), found(opening, &places[1])];
    names(headline, &named[0], &places[0], &mut out);
    if !title_case(headline) {
        out.headline_names = out.names.clone();
    }
    out.actor = names(opening, &named[1], &places[1], &mut out);
    for (part, (named, places)) in [headline, opening].into_iter().zip(named.iter().zip(&places)) {
        tongue::facts(part, lang, named, places, &mut out.facts);
    }
    out
}

/// Most words begin with a capital, so that capitals tell no name from a word.
fn title_case(headline: &str) -> bool {
    let words: Vec<char> = headline.split_whitespace().filter_map(|w| w.chars().find(|c| c.is_alphabetic())).collect();
    words.iter().filter(|c| c.is_uppercase()).count() * 10 > words.len() * 7
}

/// The headline and the first words of the body.
fn opening(text: &str) -> (&str, &str) {
    let (headline, body) = text.split_once('\n').unwrap_or((text, ""));
    let end = body.split_inclusive(char::is_whitespace).take(OPENING_WORDS).map(str::len).sum();
    (headline, body.get(..end).unwrap_or(body))
}

/// Adds names and places of `part`; the first name that is no place.
fn names(part: &str, named: &[Name], places: &[Mention], out: &mut Feature) -> Option<String> {
    let mut first = None;
    for name in named {
        // "Burkina Faso" is a place, "Russian Zimovye Group" is not: the last word decides, as it does in `key`.
        let is_place = places.iter().any(|p| p.range.start < name.range.end && name.range.end <= p.range.end);
        let Some(key) = part.get(name.range.clone()).and_then(key) else { continue };
        if is_place {
            out.places.insert(key.clone());
        } else {
            first = first.or_else(|| Some(key.clone()));
        }
        out.names.insert(key);
    }
    for place in places {
        out.places.insert(place.name.to_lowercase());
        out.names.insert(place.name.to_lowercase());
        out.countries.insert(place.country.code().into());
    }
    first
}

/// The word of a name that agencies agree on: the last one, company forms left aside. "Luc Carvenne", "Mr Carvenne";
/// "Unocal Corp", "Unocal".
fn key(name: &str) -> Option<String> {
    let lower = name.to_lowercase();
    let mut telling = lower.split([' ', ',']).filter(|w| w.chars().count() > 1 && !FORMS.contains(w));
    telling.next_back().map(str::to_owned)
}

/// How rare stems and names are among the reports compared with.
#[derive(Clone, Debug, Default)]
pub struct Rarity {
    reports: f64,
    seen: HashMap<String, f64>,
}

impl Rarity {
    /// Counts a report's words, and its names that are no words of it.
    pub fn count(&mut self, report: &Feature) {
        self.reports += 1.0;
        for key in report.words.keys().chain(report.names.iter().filter(|n| !report.words.contains_key(*n))) {
            *self.seen.entry(key.clone()).or_default() += 1.0;
        }
    }

    /// Counts what a report tells, each once.
    fn count_all(&mut self, keys: &BTreeSet<String>) {
        self.reports += 1.0;
        keys.iter().for_each(|key| *self.seen.entry(key.clone()).or_default() += 1.0);
    }

    /// Reports counted.
    pub fn reports(&self) -> f64 {
        self.reports
    }

    /// Different words and names counted.
    pub fn kinds(&self) -> usize {
        self.seen.len()
    }

    /// Reports that have it.
    pub fn times(&self, key: &str) -> f64 {
        self.seen.get(key).copied().unwrap_or(0.0)
    }

    /// Smoothed inverse document frequency.
    pub fn weight(&self, key: &str) -> f64 {
        ((self.reports + 10.0) / (self.times(key) + 1.5)).ln()
    }

    /// A name in more than a third of a fair number of reports tells nothing.
    fn rare(&self, name: &str) -> bool {
        self.reports < 6.0 || self.times(name) <= (self.reports / 3.0).max(3.0)
    }
}

/// What speaks for one event: enough to attach without a person.
#[derive(Clone, Debug, PartialEq)]
pub struct Likeness {
    /// Cosine of weighted words, 0 to 1.
    pub cosine: f64,
    /// Rare names and places that both have.
    pub shared: Vec<String>,
}

/// Compares two reports; `None` when they are not surely about one event. Words are weighed last, and only where all else
/// allows it: of many open reports few come so far.
pub fn same(a: &Feature, b: &Feature, rarity: &Rarity) -> Option<Likeness> {
    let shared: Vec<&String> = a.names.intersection(&b.names).filter(|n| rarity.rare(n)).collect();
    let actors = shared.iter().filter(|n| !a.places.contains(**n) && !b.places.contains(**n)).count();
    let headline = a.headline.intersection(&b.headline).count();
    let by_names = actors >= SHARED_ACTORS && (headline > 0 || shared.len() >= MANY_NAMES);
    let by_actor = a.actor.is_some() && a.actor == b.actor && headline > 0;
    let by_words = !shared.is_empty() && headline > 0;
    let by_headline = headline >= SAME_HEADLINE && shared.len() >= SHARED_ACTORS;
    let other_actor = actors < SHARED_ACTORS && headline < SAME_HEADLINE && other_actor(a, b);
    if !(by_names || by_actor || by_words || by_headline) || other_actor || elsewhere(a, b) {
        return None;
    }
    let cosine = cosine(a, b, rarity);
    let alike = (by_names && cosine >= SAME_EVENT)
        || ((by_actor || by_headline) && cosine >= SAME_ACTOR)
        || (by_words && cosine >= PLAINLY_SAME);
    alike.then(|| Likeness { cosine, shared: shared.into_iter().cloned().collect() })
}

/// The first actor of each is unknown to the other: two companies' results, two ministers' speeches.
fn other_actor(a: &Feature, b: &Feature) -> bool {
    match (&a.actor, &b.actor) {
        (Some(one), Some(two)) => !b.names.contains(one) && !a.names.contains(two),
        _ => false,
    }
}

/// Countries never meet, or each headline has a name that the other report does not know: the same kind of event in two
/// places is two events.
fn elsewhere(a: &Feature, b: &Feature) -> bool {
    let strange = |of: &Feature, to: &Feature| of.headline_names.iter().any(|n| !to.names.contains(n));
    let countries = !a.countries.is_empty() && !b.countries.is_empty() && a.countries.is_disjoint(&b.countries);
    countries || (strange(a, b) && strange(b, a))
}

fn cosine(a: &Feature, b: &Feature, rarity: &Rarity) -> f64 {
    let weight = |word: &str, times: f64| (1.0 + times.ln()) * rarity.weight(word);
    let norm = |f: &Feature| f.words.iter().map(|(w, t)| weight(w, *t).powi(2)).sum::<f64>().sqrt();
    let dot: f64 = a.words.iter().filter_map(|(w, t)| Some(weight(w, *t) * weight(w, *b.words.get(w)?))).sum();
    let norms = norm(a) * norm(b);
    if norms > 0.0 { dot / norms } else { 0.0 }
}
