//! Names, numbers, dates, places and speakers put in place of others.

use std::ops::Range;

use news::{Lang, Time};
use text::number::{Quantity, Unit};

use super::{Clean, pick, with};

const STRANGERS: [&str; 6] = ["Drummerfeldt", "Kowaltzek", "Ostrander", "Villabruna", "Hakonsson", "Tremayne"];
const PLACES: [(&str, &str); 4] =
    [("en", "Montevideo"), ("fr", "Montevideo"), ("ar", "مونتفيديو"), ("hi", "मोंटेवीडियो")];
const DAYS: [(&str, [&str; 7]); 4] = [
    ("en", ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]),
    ("fr", ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]),
    ("ar", ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"]),
    ("hi", ["सोमवार", "मंगलवार", "बुधवार", "गुरुवार", "शुक्रवार", "शनिवार", "रविवार"]),
];
const MONTHS: [&str; 11] =
    ["January", "February", "April", "June", "July", "August", "September", "October", "November", "December", "Nov"];

fn lang(clean: &Clean) -> Lang {
    Lang::new(&clean.lang)
}

/// The last word of the first person's name.
fn surname(clean: &Clean) -> Option<Range<usize>> {
    let names = text::name::find(&clean.text, &lang(clean));
    let person =
        names.into_iter().find(|n| n.person && clean.text.get(n.range.clone()).is_some_and(|w| w.contains(' ')))?;
    let words = clean.text.get(person.range.clone())?;
    let start = person.range.start + words.rfind(' ')? + 1;
    Some(start..person.range.end)
}

pub fn name(clean: &Clean) -> Option<String> {
    let stranger = STRANGERS.get(pick(&clean.text, STRANGERS.len()))?;
    let new = match clean.lang.as_str() {
        "ar" => "الكوفالي",
        "hi" => "कोवाल्स्की",
        _ => stranger,
    };
    with(&clean.text, surname(clean)?, new)
}

pub fn name_swapped(clean: &Clean) -> Option<String> {
    let at = text::name::find(&clean.text, &lang(clean)).into_iter().find(|n| n.person)?.range;
    let other = text::name::find(&clean.source, &lang(clean)).into_iter().filter(|n| n.person);
    let other = other.filter_map(|n| clean.source.get(n.range)).find(|name| {
        let known = name.split(' ').any(|w| clean.text.contains(w));
        name.contains(' ') && !known
    })?;
    with(&clean.text, at, other)
}

/// Counts, shares, money and measures, no ordinals and no `one`.
fn numbers(text: &str, lang: &Lang) -> Vec<Quantity> {
    let all = text::number::find(text, lang).into_iter();
    all.filter(|q| q.unit != Unit::Ordinal && q.unit != Unit::Score && q.low > 1.0 && q.low == q.high).collect()
}

/// The digits inside of a quantity's words.
fn digits(text: &str, q: &Quantity) -> Option<Range<usize>> {
    let words = text.get(q.range.clone())?;
    let start = words.find(|c: char| c.is_ascii_digit())?;
    let rest = words.get(start..)?;
    let length = rest.find(|c: char| !c.is_ascii_digit() && !matches!(c, ',' | '.')).unwrap_or(rest.len());
    let length = rest.get(..length)?.trim_end_matches([',', '.']).len();
    Some(q.range.start + start..q.range.start + start + length)
}

pub fn number(clean: &Clean) -> Option<String> {
    let q = numbers(&clean.text, &lang(clean)).into_iter().next()?;
    if let Some(at) = digits(&clean.text, &q) {
        let old = clean.text.get(at.clone())?;
        let first = old.chars().next()?.to_digit(10)?;
        let new = format!("{}{}", (first + 2) % 9 + 1, old.get(1..)?);
        return with(&clean.text, at, &new).filter(|_| !clean.source.contains(&new));
    }
    let words = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve"];
    let old = clean.text.get(q.range.clone())?;
    let word = words.iter().position(|w| old.to_lowercase().split(' ').any(|o| o == *w))?;
    let new = words.get((word + 3) % words.len())?;
    let start = q.range.start + old.to_lowercase().find(words.get(word)?)?;
    let lower = clean.source.to_lowercase();
    with(&clean.text, start..start + words.get(word)?.len(), new).filter(|_| !lower.contains(new))
}

pub fn number_swapped(clean: &Clean) -> Option<String> {
    let own = numbers(&clean.text, &lang(clean));
    let q = own.iter().find(|q| digits(&clean.text, q).is_some())?;
    let at = digits(&clean.text, q)?;
    let others = numbers(&clean.source, &lang(clean));
    let other = others.iter().find(|o| {
        let near = o.low > q.low / 200.0 && o.low < q.low * 200.0;
        near && (o.low - q.low).abs() > q.low * 0.2 && !own.iter().any(|n| (n.low - o.low).abs() < 1e-9)
    })?;
    with(&clean.text, at, clean.source.get(digits(&clean.source, other)?)?)
}

pub fn date(clean: &Clean) -> Option<String> {
    let (_, days) = DAYS.iter().find(|(lang, _)| *lang == clean.lang)?;
    if let Some((n, day)) = days.iter().enumerate().find(|(_, d)| clean.text.contains(*d)) {
        let new = (1..7).filter_map(|k| days.get((n + k + 1) % 7)).find(|d| !clean.source.contains(**d))?;
        return Some(clean.text.replacen(day, new, 1));
    }
    let month = MONTHS.iter().find(|m| clean.text.split(' ').any(|w| w.trim_end_matches([',', '.']) == **m));
    if let Some(month) = month {
        let new = MONTHS.iter().rev().skip(1).find(|m| !clean.source.contains(**m))?;
        return Some(clean.text.replacen(month, new, 1));
    }
    let clock = text::date::Clock { reference: Time(1_763_500_000_000), zone: "UTC".into() };
    let year = text::date::find(&clean.text, &lang(clean), &clock).into_iter().find(|w| {
        clean.text.get(w.range.clone()).is_some_and(|t| t.len() == 4 && t.chars().all(|c| c.is_ascii_digit()))
    })?;
    let old: u32 = clean.text.get(year.range.clone())?.parse().ok()?;
    let new = (3..9).map(|k| (old - k).to_string()).find(|y| !clean.source.contains(y))?;
    with(&clean.text, year.range, &new)
}

pub fn place(clean: &Clean) -> Option<String> {
    use text::place::Class;
    let (_, new) = PLACES.iter().find(|(lang, _)| *lang == clean.lang)?;
    let places = text::place::find(&clean.text, &lang(clean));
    let names = text::name::find(&clean.text, &lang(clean));
    let in_name = |r: &Range<usize>| {
        names
            .iter()
            .any(|n| n.range.start <= r.start && r.end < n.range.end || n.range.start < r.start && r.end <= n.range.end)
    };
    let place = places.into_iter().find(|p| p.class != Class::Demonym && !in_name(&p.range))?;
    with(&clean.text, place.range, new).filter(|_| !clean.source.contains(new))
}

/// A plain word inside of a quotation.
pub fn quote(clean: &Clean) -> Option<String> {
    let quote = text::quote::quotes(&clean.text, &lang(clean)).into_iter().find(|q| q.inner.len() > 20)?;
    let words = text::word::words(clean.text.get(quote.inner.clone())?, &lang(clean));
    let word = words.iter().filter(|w| !w.stop && w.lower.len() > 4).nth(1)?;
    let new = match clean.lang.as_str() {
        "fr" => "formidable",
        "ar" => "رائع",
        "hi" => "शानदार",
        _ => "wonderful",
    };
    with(&clean.text, quote.inner.start + word.range.start..quote.inner.start + word.range.end, new)
}

/// Somebody else says it: another of the source's people, or a stranger.
pub fn speaker(clean: &Clean) -> Option<String> {
    let said = text::quote::sayings(&clean.text, &lang(clean)).into_iter().find_map(|s| s.speaker)?;
    let inside = |r: &Range<usize>| said.start <= r.start && r.end <= said.end;
    let person = text::name::find(&clean.text, &lang(clean)).into_iter().find(|n| n.person && inside(&n.range))?;
    with(&clean.text, person.range, "Osvaldo Kettering")
}

/// `…, the mayor said.` without the mayor.
pub fn attribution(clean: &Clean) -> Option<String> {
    let tail = clean.text.rfind(", ").filter(|_| clean.lang == "en")?;
    let rest = clean.text.get(tail + 2..)?;
    let says = [" said", "said ", "according to "].iter().any(|s| rest.contains(s));
    let quoted = clean.text.contains(['"', '”']);
    // `Ade Bankole, the councillor.` is what is left of a sentence whose speaker stands in front.
    let lead = clean.text.find(", ").filter(|at| *at < tail);
    let fragment =
        lead.is_some_and(|at| text::name::find(clean.text.get(..at).unwrap_or_default(), &lang(clean)).len() == 1);
    (says && !quoted && !fragment && rest.split(' ').count() < 9)
        .then(|| format!("{}.", clean.text.get(..tail).unwrap_or_default()))
}

/// Two names change places: `A beat B`, `B beat A`.
pub fn relation(clean: &Clean) -> Option<String> {
    let names = text::name::find(&clean.text, &lang(clean));
    let [a, b] = names.get(..2)? else { return None };
    let between = clean.text.get(a.range.end..b.range.start)?;
    let verb = between.split_whitespace().count() > 1 && !between.contains([',', '“', '"', '(', ')']);
    let words: Vec<&str> = between.split_whitespace().collect();
    // A list, a couple or `A of B` may be true the other way round.
    let loose =
        words.iter().any(|w| matches!(*w, "and" | "or" | "with" | "met" | "of" | "said" | "that" | "in" | "at"));
    if !verb || loose || clean.lang != "en" || names.len() > 2 {
        return None;
    }
    let (one, other) = (clean.text.get(a.range.clone())?, clean.text.get(b.range.clone())?);
    let swapped = with(&clean.text, b.range.clone(), one)?;
    with(&swapped, a.range.clone(), other)
}

/// Of a whole and its parts in one sentence, the whole is changed.
pub fn sum(clean: &Clean) -> Option<String> {
    let all = numbers(&clean.text, &lang(clean));
    let whole = all.iter().enumerate().find(|(i, q)| {
        let parts: f64 = all.iter().enumerate().filter(|(k, _)| k != i).map(|(_, p)| p.low).sum();
        all.len() > 2 && (parts - q.low).abs() < 1e-9
    })?;
    let at = digits(&clean.text, whole.1)?;
    with(&clean.text, at, &format!("{}", whole.1.low + 3.0))
}
