//! The gazetteer: countries, demonyms, capitals, large cities, regions, and the seats that stand for a government. Written by
//! us, compiled in; see the files in `data/`.

mod area;
mod company;
mod context;
mod gazetteer;
mod spelling;
mod towns;

use context::Context;
use gazetteer::{Entry, GAZETTEER, Gazetteer, Sense};
use news::{Country, Lang};
use std::ops::Range;

/// What kind of place word it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// A country's name.
    Country,
    /// Its people or adjective: `Malian`; also of a region or city: `Scottish`, `Parisian`.
    Demonym,
    /// Its capital.
    Capital,
    /// Another city.
    City,
    /// A region of it, the area round a city (`Kyiv region`), or a seat that stands for its government (`the Kremlin`).
    Region,
}

/// A place named in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// The country it lies in.
    pub country: Country,
    /// What kind.
    pub class: Class,
    /// The gazetteer's own name in English, to tell two spellings of one place from two places: `Bamako`. A demonym has the
    /// name of what it belongs to (`Mali`), the area round a city its own (`Kyiv region`).
    pub name: &'static str,
}

/// A mention before its name is settled.
struct Found {
    range: Range<usize>,
    country: Option<Country>,
    class: Class,
    entry: &'static Entry,
    area: bool,
}

/// Places named in `text`, left to right, longest match, none overlapping; words that are also common words only where case and context fit.
pub fn find(text: &str, lang: &Lang) -> Vec<Mention> {
    resolved(text, lang).into_iter().filter_map(mention).collect()
}

/// What [`find`] finds; and towns that the gazetteer has no entry for and one country alone has, behind a word that only a
/// place follows (`in Jimma`, `near Cabarete and Sosúa`). Towns in English only.
pub fn find_with_towns(text: &str, lang: &Lang) -> (Vec<Mention>, Vec<(Range<usize>, Country)>) {
    let found = resolved(text, lang);
    let towns = if lang.primary() == "en" { company::told_as_towns(text, &found) } else { Vec::new() };
    (found.into_iter().filter_map(mention).collect(), towns)
}

fn resolved(text: &str, lang: &Lang) -> Vec<Found> {
    let gazetteer: &'static Gazetteer = &GAZETTEER;
    let mut found = longest(candidates(gazetteer, text, lang.primary()));
    resolve(text, &mut found);
    area::mark(text, &mut found);
    drop_namesakes(text, &mut found);
    company::keep(text, &mut found);
    found
}

/// The country of the place that the bytes `range` of `text` name, whether the gazetteer has it or not: as it is resolved there,
/// by the state or country behind its comma, there or elsewhere in the text, else by the places around it.
pub fn country_of(text: &str, range: &Range<usize>, lang: &Lang) -> Option<Country> {
    let found = resolved(text, lang);
    let name = text.get(range.clone())?;
    let known = found.iter().find(|f| f.range.start <= range.start && range.end <= f.range.end);
    let exact = known.filter(|f| f.range == *range);
    let qualified = |at: &Range<usize>| {
        let next = found.iter().find(|f| f.range.start >= at.end)?;
        let comma =
            text.get(at.end..next.range.start).is_some_and(|between| matches!(between, ", " | " (" | "/" | " "));
        next.country.filter(|_| comma && matches!(next.class, Class::Region | Class::Country))
    };
    let inside = || found.iter().find(|f| range.start <= f.range.start && f.range.end <= range.end);
    let elsewhere = || text.match_indices(name).find_map(|(at, _)| qualified(&(at..at + name.len())));
    // One name is one place in a text, where the words around it speak and where they do not.
    let same = || found.iter().find(|f| text.get(f.range.clone()) == Some(name)).and_then(|f| f.country);
    let town = |f: &&Found| matches!(f.class, Class::City | Class::Capital);
    qualified(range)
        .filter(|_| known.is_none_or(|k| town(&k)))
        .or_else(|| exact.filter(|k| !town(k)).and_then(|k| k.country))
        .or_else(elsewhere)
        .or_else(|| exact.map_or_else(same, |_| None))
        // `Texas` of `Paris, Texas`, which the gazetteer has as one.
        .or_else(|| known.filter(|_| exact.is_none()).and_then(|k| k.country))
        .or_else(|| company::settle(name, exact.and_then(|k| Some((k.country?, k.class))), &company::of(text, &found)))
        .or_else(|| known.or_else(inside).and_then(|k| k.country))
        .or_else(|| GAZETTEER.by_spelling(name).and_then(|e| e.country))
        .or_else(|| company::around(&found, range))
}

fn mention(found: Found) -> Option<Mention> {
    let name = if found.area { found.entry.region_name.as_str() } else { found.entry.name.as_str() };
    Some(Mention { range: found.range, country: found.country?, class: found.class, name })
}

/// Every spelling that stands in `text` as a word and may be a place there, overlapping ones too.
fn candidates(gazetteer: &'static Gazetteer, text: &str, primary: &str) -> Vec<Found> {
    let Some(automaton) = &gazetteer.automaton else { return vec![] };
    let shouted = !text.chars().any(char::is_lowercase);
    automaton
        .find_overlapping_iter(text)
        .filter_map(|m| {
            let (spelling, senses) = gazetteer.spellings.get(m.pattern().as_usize())?;
            let sense = sense(senses, primary)?;
            let entry = gazetteer.entries.get(sense.entry)?;
            let context = Context::new(text, m.range());
            // In a line of capitals `US` is as often a pronoun.
            let pronoun = shouted && spelling == "US";
            (!pronoun && context.is_word() && (entry.country.is_none() || context.allows(sense.care))).then(|| Found {
                range: m.range(),
                country: entry.country,
                class: entry.class,
                entry,
                area: false,
            })
        })
        .collect()
}

/// The sense of a spelling in a language: its own before the one of all languages; `und` may be any.
fn sense<'a>(senses: &'a [Sense], primary: &str) -> Option<&'a Sense> {
    let own = senses.iter().find(|s| s.only == Some(primary));
    own.or_else(|| senses.iter().find(|s| s.only.is_none())).or_else(|| senses.first().filter(|_| primary == "und"))
}

fn longest(mut found: Vec<Found>) -> Vec<Found> {
    found.sort_by_key(|f| (f.range.start, std::cmp::Reverse(f.range.end)));
    let mut end = 0;
    found.retain(|f| {
        let free = f.range.start >= end;
        if free {
            end = f.range.end;
        }
        free
    });
    found
}

/// Names of more than one country, settled by what else the text names.
fn resolve(text: &str, found: &mut [Found]) {
    let american = american_georgia(text, found);
    let papua = text.contains("Papua New Guinea");
    let brazzaville = text.contains("Brazzaville") && !text.contains("Kinshasa");
    for f in found.iter_mut() {
        match text.get(f.range.clone()).unwrap_or_default() {
            "Georgia" | "GEORGIA" if american => {
                f.country = Country::new("US");
                f.class = Class::Region;
            }
            // `Papua` alone is the Indonesian one, but not where the neighbour is told of.
            "Papua" | "PAPUA" if papua => f.country = Country::new("PG"),
            "Congo" | "Congolese" | "CONGO" if brazzaville => f.country = Country::new("CG"),
            _ => {}
        }
    }
}

/// Whether `Georgia` is the American state here: in the company of other states and their cities or of words of American
/// politics, and not of the Caucasus.
fn american_georgia(text: &str, found: &[Found]) -> bool {
    const POLITICS: [&str; 7] = ["Republican", "Democrat", "Trump", "GOP", "sheriff", "Gov.", "governor"];
    let others = || found.iter().filter(|f| f.entry.name != "Georgia" || f.class == Class::Demonym);
    let within = |f: &&Found, code: &str| f.country.is_some_and(|c| c.code() == code);
    let caucasus = others().any(|f| within(&f, "GE"));
    let states = others().any(|f| within(&f, "US") && matches!(f.class, Class::City | Class::Region));
    let neighbours = others().any(|f| ["RU", "AM", "AZ"].iter().any(|code| within(&f, code)));
    let towns = || company::is_local(text, found, "US");
    !caucasus && (states || towns() || (!neighbours && POLITICS.iter().any(|w| text.contains(w))))
}

/// Cities that have namesakes which news writes with a comma and the country or state.
const NAMESAKES: &str = "London|Paris|Athens|Rome|Moscow|Birmingham|Cambridge|Manchester|Melbourne|Naples|Toledo|Dublin|Berlin|Warsaw|\
Venice|Florence|Delhi|New Delhi|Cairo|Vienna|Geneva|Versailles|Hyderabad|Tripoli|Alexandria|Valencia|Granada|Córdoba|Santiago|San José|\
San Juan|Georgetown|Kingston|Newcastle|Perth|Plymouth|York|Boston|Lima|Odesa|St. Petersburg|Barcelona|Wellington|Bristol|Dover|Aberdeen|\
Oxford|Portland|Springfield|San Jose|Canterbury|Windsor|Durham|Richmond|Norfolk|Kent|Panama City|Charleston|Arlington|Concepción|Trujillo";

/// `Paris, Texas` is not Paris: the state stands, the city of another country goes.
fn drop_namesakes(text: &str, found: &mut Vec<Found>) {
    let elsewhere: Vec<bool> =
        found.iter().enumerate().map(|(i, f)| found.get(i + 1).is_some_and(|next| lies_in(text, f, next))).collect();
    let mut elsewhere = elsewhere.into_iter();
    found.retain(|_| !elsewhere.next().unwrap_or(false));
}

fn lies_in(text: &str, city: &Found, next: &Found) -> bool {
    let behind = text.get(next.range.end..).unwrap_or_default();
    let closed = behind.is_empty()
        || behind.starts_with([',', '.', ';', ')', ' ']) && (next.class == Class::Region || !behind.starts_with(' '));
    matches!(city.class, Class::City | Class::Capital)
        && matches!(next.class, Class::Region | Class::Country)
        && city.country != next.country
        && text.get(city.range.end..next.range.start) == Some(", ")
        && closed
        && NAMESAKES.split('|').any(|n| n == city.entry.name)
}

/// Whether `child`, a name as a [`Mention`] has it, is a part of `parent`: `Kyiv region` of `Ukraine`, `Kyiv` of `Kyiv region`,
/// `Gao` of `Mali`. A place is no part of itself, and a region is no part of its city.
pub fn part_of(child: &str, parent: &str) -> bool {
    if child == parent {
        return false;
    }
    if let Some(city) = parent.strip_suffix(" region") {
        return child == city;
    }
    let place = child.strip_suffix(" region").unwrap_or(child);
    let entry = |name: &str| {
        GAZETTEER
            .entries
            .iter()
            .filter(move |e| e.country.is_some() && e.class != Class::Demonym && e.name == name)
            .collect::<Vec<_>>()
    };
    let parents = entry(parent);
    parents.iter().any(|p| {
        p.class == Class::Country && entry(place).iter().any(|c| c.class != Class::Country && c.country == p.country)
    })
}

/// American states as datelines shorten them, beside those that prose has too; without stops, in capitals.
const STATES: &str = "AL ALA AZ ARIZ AR ARK CA CAL CALIF CO COLO CT CONN DE DEL FL FLA GA ID IL ILL IN IND IA KS KAN KANS KY LA ME MD MA \
MASS MI MICH MN MINN MS MISS MO MT MONT NE NEB NV NEV NH NJ NM NY NC ND OH OK OKLA OR ORE PA PENN RI SC SD TN TENN TX TEX UT VT VA WA WASH \
WV WVA WIS WI WYO WY DC";

/// The country of a dateline's place (`Paris`, `NEW DELHI`, `Osaka, Japan`); `None` when unknown.
pub fn locate(dateline_place: &str) -> Option<Country> {
    let place = dateline_place
        .split(['(', '—', '–'])
        .next()
        .unwrap_or_default()
        .trim()
        .trim_end_matches([',', ':', '-'])
        .trim();
    let state = |s: &str| {
        let bare: String = s.chars().filter(char::is_ascii_alphabetic).collect::<String>().to_uppercase();
        STATES.split_whitespace().any(|state| state == bare).then(|| Country::new("US"))?
    };
    let lookup = |s: &str| GAZETTEER.by_spelling(s.trim()).and_then(|e| e.country);
    if place.eq_ignore_ascii_case("united nations") {
        // The agencies' desk at the headquarters in New York.
        return Country::new("US");
    }
    // Agencies write the state behind the Californian one.
    if place.eq_ignore_ascii_case("san jose") {
        return Country::new("CR");
    }
    let whole = lookup(place);
    if whole.is_some() {
        return whole;
    }
    // Two places parted by a stroke: filed from the first.
    let place = place.split(['/', '|']).next().unwrap_or_default().trim();
    let mut parts = place.split(',').map(str::trim).filter(|p| !p.is_empty());
    let first = parts.next().and_then(lookup);
    let last = parts.next_back();
    match last {
        Some(l) if l.eq_ignore_ascii_case("georgia") => {
            first.filter(|c| c.code() == "GE").or_else(|| Country::new("US"))
        }
        Some(l) => state(l).or_else(|| lookup(l)).or(first),
        None => first,
    }
    .or_else(|| find(place, &Lang::und()).first().map(|m| m.country))
}

/// The country that a dateline's place lies in, small towns too (`GAINESVILLE`): for a place that is known to be one, as a
/// town is called `Agency`.
pub fn filed_from(dateline_place: &str) -> Option<Country> {
    let first = || dateline_place.split([',', '/', '(']).next().unwrap_or_default().trim();
    locate(dateline_place).or_else(|| company::settle(first(), None, &Default::default()))
}

/// The country's name for readers in that language (English where we have no other).
pub fn country_name(country: Country, lang: &Lang) -> &'static str {
    let gazetteer: &'static Gazetteer = &GAZETTEER;
    let facts = gazetteer.facts.get(&country);
    facts.map_or("", |f| f.names.get(lang.primary()).unwrap_or(&f.name).as_str())
}

/// URL part: `france`, `south-korea`. Empty for a code that no country has.
pub fn country_slug(country: Country) -> &'static str {
    let gazetteer: &'static Gazetteer = &GAZETTEER;
    gazetteer.facts.get(&country).map_or("", |f| f.slug.as_str())
}

/// The country of that URL part.
pub fn country_of_slug(slug: &str) -> Option<Country> {
    GAZETTEER.facts.iter().find(|(_, f)| f.slug == slug).map(|(c, _)| *c)
}

/// Approximate centre of the country, degrees north and east, for maps drawn by rule.
pub fn centre(country: Country) -> Option<(f32, f32)> {
    GAZETTEER.facts.get(&country).map(|f| f.centre)
}

/// Every country we have, by code.
pub fn countries() -> Vec<Country> {
    let mut all: Vec<Country> = GAZETTEER.facts.keys().copied().collect();
    all.sort();
    all
}

#[cfg(test)]
mod tests;
