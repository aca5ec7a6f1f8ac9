//! A town's name that more than one country has goes with the company it keeps: `Alexandria` in a report of a Louisiana parish
//! is not the Egyptian one. How large the town is speaks for it, and how much else of its country the text names.

use std::collections::HashMap;
use std::ops::Range;

use news::Country;

use super::{Class, Found, context::Context, towns};

/// What a town twice as large has over its namesake.
const DOUBLE: f64 = 0.35;
/// What the company of its country is worth, by its logarithm.
const COMPANY: f64 = 2.2;
/// What a country's own name, its part or a seat is worth as company; its people, or a town that is only there; a town that
/// the gazetteer does not have.
const NAMED: f64 = 1.0;
const KNOWN: f64 = 0.7;
const TOWN: f64 = 0.25;

/// How much a text names a country otherwise than by places whose names several countries have.
#[derive(Clone, Copy, Debug, Default)]
pub struct Named {
    /// By its own name and its people's too.
    all: f64,
    /// By its parts and towns: news of the place, not of its foreign affairs.
    parts: f64,
}

/// By country.
pub type Company = HashMap<Country, Named>;

/// Counts it.
pub fn of(text: &str, found: &[Found]) -> Company {
    let mut company = Company::new();
    for f in found {
        let parted = f.class != Class::Demonym && towns::of(&f.entry.name).len() > 1;
        let weight = match f.class {
            Class::Country => NAMED,
            Class::Region if !parted => NAMED,
            Class::Demonym => KNOWN,
            Class::City | Class::Capital if !parted => KNOWN,
            _ => continue,
        };
        let Some(country) = f.country else { continue };
        let named = company.entry(country).or_default();
        named.all += weight;
        named.parts += if matches!(f.class, Class::Country | Class::Demonym) { 0.0 } else { weight };
    }
    for (range, country) in unlisted(text, found) {
        // Only the United States' counties are in the table.
        let county = text.get(range).is_some_and(|name| name.ends_with(" County") || name.ends_with(" Parish"));
        let weight = if county { KNOWN } else { TOWN };
        let named = company.entry(country).or_default();
        named.all += weight;
        named.parts += weight;
    }
    company
}

/// Whether the text names parts and towns of a country: news of the place.
pub fn is_local(text: &str, found: &[Found], code: &str) -> bool {
    /// Two small towns, or a county.
    const LOCAL: f64 = 0.5;
    let country = Country::new(code);
    country.and_then(|c| of(text, found).get(&c).copied()).is_some_and(|named| named.parts >= LOCAL)
}

/// Runs of capitalised words that are a town in one country only and no place of the gazetteer.
fn unlisted(text: &str, found: &[Found]) -> Vec<(Range<usize>, Country)> {
    /// Words of the longest name looked for.
    const MOST: usize = 3;
    /// Shorter ones are initials and common words.
    const LEAST: usize = 5;
    let words = capitalised(text);
    let mut out = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let town = (1..=MOST).rev().find_map(|n| {
            let run = words.get(at..at + n)?;
            let (first, last) = (run.first()?, run.last()?);
            let beside = run.windows(2).all(|p| matches!(p, [a, b] if text.get(a.end..b.start) == Some(" ")));
            let range = first.start..last.end;
            let free = !found.iter().any(|f| f.range.start < range.end && range.start < f.range.end);
            let name = text.get(range.clone()).filter(|name| beside && free && name.len() >= LEAST)?;
            match towns::of(name)[..] {
                [(country, _)] => Some((n, range, country)),
                _ => None,
            }
        });
        match town {
            Some((n, range, country)) => {
                out.push((range, country));
                at += n;
            }
            None => at += 1,
        }
    }
    out
}

/// Those of [`unlisted`] that a preposition of place leads, or a town that one leads.
pub fn told_as_towns(text: &str, found: &[Found]) -> Vec<(Range<usize>, Country)> {
    let mut end = None;
    let mut towns = unlisted(text, found);
    towns.retain(|(range, _)| {
        let name = text.get(range.clone()).unwrap_or_default().to_lowercase();
        if name.split(' ').all(|word| crate::likeness::Vector::of(word).is_some()) {
            return false;
        }
        let led = Context::new(text, range.clone()).behind_preposition();
        let joined = end.and_then(|e: usize| text.get(e..range.start)).is_some_and(|b| matches!(b, " and " | ", "));
        let kept = led || joined;
        end = kept.then_some(range.end);
        kept
    });
    towns
}

/// Words that begin with a capital, none that opens a sentence.
fn capitalised(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut opens = true;
    let mut at = 0;
    for word in text.split(|c: char| !(c.is_alphanumeric() || c == '-' || c == '\'' || c == '’')) {
        let range = at..at + word.len();
        at = range.end;
        if word.starts_with(char::is_uppercase) && word.chars().skip(1).any(char::is_lowercase) && !opens {
            let bare = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
            out.push(range.start..range.start + bare.len());
        }
        if !word.is_empty() {
            opens = false;
        }
        let behind = text.get(at..).and_then(|t| t.chars().next());
        opens |= matches!(behind, Some('.' | '!' | '?' | '\n' | '“' | '"' | ':'));
        at += behind.map_or(0, char::len_utf8);
    }
    out
}

/// The country of a place of that name in this company; `own` is the gazetteer's, with the class, for one that it has.
pub fn settle(name: &str, own: Option<(Country, Class)>, company: &Company) -> Option<Country> {
    /// The size of a town that the table does not have, and of what is more than a town.
    const SIZE: f64 = 19.0;
    const REGION: f64 = 20.0;
    const COUNTRY: f64 = 21.0;
    /// What the gazetteer's own has over a namesake somewhat larger: news means Valencia in Spain.
    const KNOWN_WELL: f64 = 1.5;
    let mut towns = towns::of(name);
    if towns.is_empty() && name.len() > 2 && name.chars().all(|c| !c.is_lowercase()) {
        towns = towns::of(&titled(name));
    }
    let large = own.is_some_and(|(_, class)| matches!(class, Class::Country | Class::Capital));
    if let Some((own, class)) = own {
        let size = match class {
            Class::Country => COUNTRY,
            Class::Region => REGION,
            _ => SIZE,
        };
        match towns.iter_mut().find(|(country, _)| *country == own) {
            Some(town) => town.1 = (town.1 + KNOWN_WELL).max(size),
            None => towns.push((own, size)),
        }
    }
    let score = |(country, size): &(Country, f64)| {
        let named = company.get(country).copied().unwrap_or_default();
        let is_own = own.is_some_and(|(own, _)| own == *country);
        // A report from Washington that names Moscow is not about Moscow, Idaho.
        let company = if large && !is_own { named.parts } else { named.all };
        DOUBLE * size + COMPANY * (1.0 + 2.0 * company).ln()
    };
    towns.iter().max_by(|a, b| score(a).total_cmp(&score(b)).then(b.0.cmp(&a.0))).map(|(country, _)| *country)
}

/// `TORRINGTON` as `Torrington`.
fn titled(name: &str) -> String {
    let mut opens = true;
    let letter = |c: char| {
        let out: String = if opens { c.to_string() } else { c.to_lowercase().collect() };
        opens = !c.is_alphanumeric();
        out
    };
    name.chars().map(letter).collect()
}

/// Gives every place whose name several countries have to the one whose company it keeps.
pub fn keep(text: &str, found: &mut [Found]) {
    let printed = |f: &Found| text.get(f.range.clone()).unwrap_or_default();
    let settles = |f: &Found| {
        let elsewhere = |(country, _): &(Country, f64)| Some(*country) != f.country;
        f.class != Class::Demonym && !f.area && towns::of(printed(f)).iter().any(elsewhere)
    };
    if !found.iter().any(settles) {
        return;
    }
    let company = of(text, found);
    let times: HashMap<&str, f64> =
        found.iter().filter(|f| f.class == Class::Country).fold(HashMap::new(), |mut n, f| {
            *n.entry(f.entry.name.as_str()).or_default() += NAMED;
            n
        });
    // Foreign affairs are told with the names of other countries: then Jordan is the kingdom.
    let abroad: Vec<&str> = times.keys().copied().filter(|name| *name != "United States").collect();
    let foreign = abroad.len() > 1;
    for f in found.iter_mut().filter(|f| settles(f) && !(foreign && f.class == Class::Country)) {
        let own = f.country.map(|country| (country, f.class));
        // A country's name is no company for itself: `Lebanon, Lebanon` may be the one in Ohio.
        let mut without = company.clone();
        if let Some(named) = f.country.and_then(|c| without.get_mut(&c)) {
            named.all = (named.all - times.get(f.entry.name.as_str()).copied().unwrap_or(0.0)).max(0.0);
        }
        let settled = settle(printed(f), own, &without);
        if settled.is_some() && settled != f.country {
            f.country = settled;
            f.class = Class::City;
        }
    }
}

/// What is nearest counts most: the country that the places around `range` speak for.
pub fn around(found: &[Found], range: &Range<usize>) -> Option<Country> {
    /// Bytes at which a place counts half.
    const HALF: f64 = 400.0;
    let mut weight: HashMap<Country, f64> = HashMap::new();
    for f in found {
        let Some(country) = f.country else { continue };
        let apart = f.range.start.abs_diff(range.start) as f64;
        let class = if f.class == Class::Region { 1.5 } else { 1.0 };
        *weight.entry(country).or_default() += class * HALF / (HALF + apart);
    }
    weight.into_iter().max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0))).map(|(country, _)| country)
}
