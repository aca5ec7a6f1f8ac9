//! The same event told in another language. Words do not carry there; names, places and figures do: names by the consonants
//! that every script writes, places by the gazetteer, figures by their value.

use std::{collections::BTreeSet, hash::Hash, sync::Arc};

use foldhash::{HashMap, HashMapExt, HashSet};
use news::Lang;
use text::{name::Name, place::Mention};

use super::{Feature, Rarity};

/// How much a shared fact of a kind says, by its first letter: a name as spelled, a name's consonants, a place, a country, a figure.
const KINDS: [(char, f64); 5] = [('n', 1.0), ('k', 1.0), ('p', 0.8), ('c', 0.3), ('f', 0.9)];
/// Overlap from which an event is likely the report's, and from which it surely is.
const LIKELY: f64 = 0.2;
const SURE: f64 = 0.3;
/// How far behind the next event must be.
const LEAD: f64 = 0.12;
/// Names, and places or figures, that both must tell.
const SURE_NAMES: usize = 2;
const SURE_FACTS: usize = 2;
/// Overlap from which one name is enough, or, with this many, one place, country or figure.
const ALIKE: f64 = 0.5;
const MANY_NAMES: usize = 4;
/// Overlap from which no figure need be shared.
const PLAINLY: f64 = 0.65;
/// Reports of an event in one language that a new one is compared with, the newest.
const COMPARED: usize = 12;
/// Events looked at closely.
const CANDIDATES: usize = 12;
/// A fact in more reports than this leads to no event.
const COMMON: f64 = 200.0;
/// Consonants of a word that no capital and no title shows to be a name.
const UNMARKED: usize = 5;

/// Adds what a text with these names and places tells that another language tells alike.
pub fn facts(text: &str, lang: &Lang, names: &[Name], places: &[Mention], out: &mut BTreeSet<String>) {
    for place in places {
        out.insert(format!("p{}", place.name.to_lowercase()));
        out.insert(format!("c{}", place.country.code()));
    }
    let in_place = |at: usize| places.iter().any(|p| p.range.contains(&at));
    for name in names {
        let words = text.get(name.range.clone()).unwrap_or_default();
        for word in words.split(|c: char| !c.is_alphabetic() && !is_mark(c)).filter(|w| !w.is_empty()) {
            let at = word.as_ptr() as usize - text.as_ptr() as usize;
            if in_place(at) {
                continue;
            }
            let plain = text::name::plain(word);
            if word.chars().all(is_latin) {
                out.insert(format!("n{plain}"));
            }
            out.extend(text::name::skeletons(word).into_iter().map(|s| format!("k{s}")));
        }
    }
    if matches!(lang.primary(), "ar" | "hi") {
        let words = text::word::words(text, lang).into_iter().filter(|w| !w.stop && !in_place(w.range.start));
        let long = words.flat_map(|w| text::name::skeletons(&w.lower)).filter(|s| s.len() >= UNMARKED);
        out.extend(long.map(|s| format!("k{s}")));
    }
    out.extend(text::number::find(text, lang).into_iter().filter_map(|q| figure(q.low)).map(|f| format!("f{f}")));
}

fn is_latin(c: char) -> bool {
    c < '\u{0250}'
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{064b}'..='\u{065f}' | '\u{0900}'..='\u{0903}' | '\u{093a}'..='\u{094f}')
}

/// A figure that tells: no year, and not one, two, three.
fn figure(value: f64) -> Option<String> {
    let year = value.fract() == 0.0 && (1900.0..=2100.0).contains(&value);
    (!year && (value >= 5.0 || value.fract() != 0.0)).then(|| format!("{value}"))
}

/// The open events of all languages by their facts.
pub struct Tongues<Id> {
    seen: Rarity,
    having: HashMap<String, HashSet<Id>>,
    reports: HashMap<Id, Vec<(Lang, Arc<Feature>)>>,
}

/// An event that is told in another language.
#[derive(Clone, Debug, PartialEq)]
pub struct Told<Id> {
    /// The event.
    pub event: Id,
    /// Whether the report is about it, beyond asking.
    pub sure: bool,
    /// Share of the facts of the one with fewer that the other tells, 0 to 1.
    pub score: f64,
}

impl<Id: Ord> Told<Id> {
    /// Likeliest first; sure is only what leads.
    pub(super) fn settle(mut told: Vec<Self>) -> Vec<Self> {
        told.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.event.cmp(&b.event)));
        let next = told.get(1).map_or(0.0, |t| t.score);
        let lead = told.first().map_or(0.0, |t| t.score) - next;
        told.iter_mut().enumerate().for_each(|(n, one)| one.sure &= n == 0 && lead >= LEAD);
        told.retain(|t| t.score >= LIKELY);
        told
    }
}

impl<Id: Copy + Eq + Hash + Ord> Default for Tongues<Id> {
    fn default() -> Self {
        Self { seen: Rarity::default(), having: HashMap::new(), reports: HashMap::new() }
    }
}

impl<Id: Copy + Eq + Hash + Ord> Tongues<Id> {
    /// Adds a report to its event.
    pub fn add(&mut self, event: Id, lang: Lang, report: Arc<Feature>) {
        self.seen.count_all(&report.facts);
        for fact in &report.facts {
            self.having.entry(fact.clone()).or_default().insert(event);
        }
        let reports = self.reports.entry(event).or_default();
        let own = |(_, (l, _)): &(usize, &(Lang, Arc<Feature>))| l.primary() == lang.primary();
        let mut of_lang = reports.iter().enumerate().filter(own).map(|(at, _)| at);
        if let (Some(oldest), true) = (of_lang.next(), of_lang.count() + 1 >= COMPARED) {
            reports.remove(oldest);
        }
        reports.push((lang, report));
    }

    /// The events that reports in other languages than `lang` tell alike, likeliest first.
    pub fn find(&self, lang: &Lang, report: &Feature) -> Vec<Told<Id>> {
        Told::settle(self.alike(lang, report))
    }

    /// The same before they are weighed against each other.
    pub(super) fn alike(&self, lang: &Lang, report: &Feature) -> Vec<Told<Id>> {
        let mut shared: HashMap<Id, f64> = HashMap::new();
        for fact in report.facts.iter().filter(|fact| self.seen.times(fact) <= COMMON) {
            let weight = self.weight(fact);
            for id in self.having.get(fact).into_iter().flatten() {
                *shared.entry(*id).or_default() += weight;
            }
        }
        let abroad =
            |id: &Id| self.reports.get(id).is_some_and(|r| r.iter().any(|(l, _)| l.primary() != lang.primary()));
        let mut ranked: Vec<(Id, f64)> = shared.into_iter().filter(|(id, _)| abroad(id)).collect();
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        ranked.into_iter().take(CANDIDATES).filter_map(|(event, _)| self.judge(event, lang, report)).collect()
    }

    fn judge(&self, event: Id, lang: &Lang, report: &Feature) -> Option<Told<Id>> {
        let abroad = self.reports.get(&event)?.iter().filter(|(other, _)| other.primary() != lang.primary());
        let best = abroad.map(|(_, other)| (self.overlap(report, other), other));
        let (score, other) = best.max_by(|a, b| a.0.total_cmp(&b.0))?;
        let both = |kinds: &str| {
            let shared = report.facts.intersection(&other.facts);
            shared.filter(|f| f.starts_with(|c| kinds.contains(c))).count()
        };
        let names = both("n").max(both("k"));
        let named = names >= SURE_NAMES || (names > 0 && score >= ALIKE);
        let told = named && both("pf") >= SURE_FACTS;
        let many = names >= MANY_NAMES && score >= ALIKE && both("pcf") > 0;
        // Two stories of one day name the same president and minister; that they count the same things is rare.
        let counted = |f: &Feature| f.facts.iter().any(|fact| fact.starts_with('f'));
        let figures = both("f") > 0 || score >= PLAINLY || !counted(report) || !counted(other);
        let sure = score >= SURE && figures && (told || many);
        Some(Told { event, sure, score })
    }

    /// Weight of the facts that both tell, of that of the one that tells less.
    fn overlap(&self, a: &Feature, b: &Feature) -> f64 {
        let all = |f: &Feature| f.facts.iter().map(|fact| self.weight(fact)).sum::<f64>();
        let both: f64 = a.facts.intersection(&b.facts).map(|fact| self.weight(fact)).sum();
        let least = all(a).min(all(b));
        if least > 0.0 { both / least } else { 0.0 }
    }

    fn weight(&self, fact: &str) -> f64 {
        let kind = KINDS.iter().find(|(kind, _)| fact.starts_with(*kind)).map_or(0.0, |(_, weight)| *weight);
        kind * self.seen.weight(fact)
    }
}
