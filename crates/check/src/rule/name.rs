//! Names with title and role.

use std::ops::Range;

use news::verdict::{Finding, Kind};
use text::name::Name;

use super::{Case, Place};
use crate::fact::{Sentence, SentenceId, Sort, Token};
use crate::reason;

/// Every name must stand in the source sentences that the words around it come from, with that role.
pub(crate) fn check(case: &Case<'_>) -> Vec<Finding> {
    let names = case.sentence.names.iter().filter(|n| !is_other(case, n));
    names.filter_map(|n| present(case, n).or_else(|| super::role::role(case, n))).collect()
}

/// Places, dates and numbers have rules of their own.
fn is_other(case: &Case<'_>, name: &Name) -> bool {
    let at = case.tokens(&name.range);
    let tokens = case.sentence.tokens.get(at).unwrap_or_default();
    !tokens.is_empty() && tokens.iter().all(|t| matches!(t.sort, Sort::Place | Sort::Date | Sort::Number))
}

pub(super) fn words<'t>(tokens: impl IntoIterator<Item = &'t Token>) -> Vec<&'t Token> {
    tokens.into_iter().filter(|t| t.is_content()).collect()
}

pub(super) fn in_sentence(word: &Token, sentence: &Sentence) -> bool {
    sentence.tokens.iter().any(|t| word.same(t))
}

fn present(case: &Case<'_>, name: &Name) -> Option<Finding> {
    let at = case.tokens(&name.range);
    let own = words(case.sentence.tokens.get(at.clone()).unwrap_or_default());
    let mut home = case.home(&at);
    // Who said a quotation stands anywhere in its paragraph.
    if case
        .sentence
        .quotes
        .iter()
        .any(|q| q.speaker.as_ref().is_some_and(|s| s.start <= name.range.start && name.range.end <= s.end))
    {
        home.extend(paragraphs(case, &home));
    }
    let stands = |id: &SentenceId| case.sources.sentence(*id).is_some_and(|s| own.iter().all(|w| in_sentence(w, s)));
    let moved = at.clone().all(|i| case.spot(i).is_some_and(|s| !s.ordered));
    // A speaker may stand before or behind what was said; the rule on speakers looks who it is.
    let spoken = case.sentence.sayings.iter().filter_map(|s| s.speaker.as_ref());
    let speaks = spoken.into_iter().any(|s| s.start <= name.range.start && name.range.end <= s.end);
    if let Some(place) = case.displaced(&at).filter(|_| moved && !speaks && !home.is_empty()) {
        return Some(case.contradicted(Kind::Name, &name.range, &place));
    }
    if own.is_empty() || home.iter().any(stands) || home.iter().any(|id| meant(case, name, &own, *id)) {
        return None;
    }
    Some(match rival(case, name, &own, &at, &home) {
        Some(place) => case.contradicted(Kind::Name, &name.range, &place),
        None => case.missing(Kind::Name, &name.range, absent(case, name, &own)),
    })
}

/// All sentences of the lines in which `home` stands.
fn paragraphs(case: &Case<'_>, home: &[SentenceId]) -> Vec<SentenceId> {
    let lines = home.iter().filter_map(|id| Some((id.text, case.sources.sentence(*id)?.line)));
    lines
        .flat_map(|(text, line)| {
            let sentences = case.sources.readings.get(text).map_or(&[][..], |r| r.sentences.as_slice());
            sentences.iter().enumerate().filter(move |(_, s)| s.line == line).map(move |(n, _)| SentenceId { text, n })
        })
        .collect()
}

fn absent(case: &Case<'_>, name: &Name, own: &[&Token]) -> String {
    let printed = reason::value(case.printed(&name.range));
    let elsewhere = own.iter().all(|w| w.id != 0 && !case.sources.vocabulary.postings(w.id).is_empty());
    if elsewhere {
        format!("{printed} occurs in the sources, but no source says this of {printed}.")
    } else {
        format!("{printed} occurs in no source.")
    }
}

/// The name is meant in the sentence though not all its words stand there: the surname alone, a pronoun for the person
/// named one or two sentences before, or initials.
fn meant(case: &Case<'_>, name: &Name, own: &[&Token], id: SentenceId) -> bool {
    let Some(reading) = case.sources.readings.get(id.text) else { return false };
    let Some(sentence) = reading.sentences.get(id.n) else { return false };
    let fuller = |s: &Sentence, n: &Name| {
        let full = words(s.tokens.iter().filter(|t| t.range.start < n.range.end && n.range.start < t.range.end));
        own.iter().all(|w| full.iter().any(|f| w.same(f))).then_some(full.last().copied()).flatten().cloned()
    };
    let all = || reading.sentences.iter().flat_map(|s| s.names.iter().filter_map(move |n| fuller(s, n)));
    if all().any(|surname| in_sentence(&surname, sentence)) {
        return true;
    }
    let pronoun = sentence.tokens.iter().take(3).any(|t| is_pronoun(&t.lower))
        || sentence
            .sayings
            .iter()
            .any(|s| s.speaker.as_ref().is_some_and(|r| is_pronoun(&case.sources.printed(id.text, r).to_lowercase())));
    let before = reading.sentences.get(id.n.saturating_sub(2)..id.n).unwrap_or_default();
    (pronoun && before.iter().any(|s| s.names.iter().any(|n| fuller(s, n).is_some())))
        || (name.acronym && initials(case, name, id.text))
}

/// Nouns for a body that has been named.
pub(crate) const BODIES: [&str; 32] = [
    "hospital",
    "school",
    "museum",
    "library",
    "prison",
    "airport",
    "manufacturer",
    "association",
    "office",
    "airline",
    "company",
    "firm",
    "group",
    "ministry",
    "court",
    "panel",
    "agency",
    "government",
    "bank",
    "union",
    "party",
    "club",
    "team",
    "operator",
    "maker",
    "carrier",
    "authority",
    "council",
    "festival",
    "commission",
    "charity",
    "university",
];

/// Whether a draft word at the head of its sentence is the body that the source calls `the company` in that sentence, having
/// named it in the one or two before.
pub(super) fn is_body(case: &Case<'_>, i: usize) -> bool {
    let Some(own) = case.sentence.tokens.get(i).filter(|t| t.capital && t.id != 0 && i < 3) else { return false };
    let Some(next) = (i + 1..case.sentence.tokens.len()).find_map(|k| case.anchor(k)) else { return false };
    let Some(reading) = case.sources.readings.get(next.sentence.text) else { return false };
    let Some(sentence) = reading.sentences.get(next.sentence.n) else { return false };
    let called = matches!(sentence.tokens.as_slice(), [the, noun, behind, ..]
        if the.lower == "the" && BODIES.contains(&noun.lower.as_str()) && !matches!(behind.lower.as_str(), "of" | "in" | "for" | "at"));
    let before = reading.sentences.get(next.sentence.n.saturating_sub(2)..next.sentence.n).unwrap_or_default();
    called && before.iter().any(|s| s.tokens.iter().take(3).any(|t| t.capital && own.same(t)))
}

/// Whether a draft noun, `The battery` at the head of its sentence, is what the source calls `it` there, having told of it at
/// the head of the sentence before.
pub(super) fn is_antecedent(case: &Case<'_>, i: usize) -> bool {
    let Some(own) = case.sentence.tokens.get(i).filter(|t| t.id != 0 && i <= 2) else { return false };
    let Some(next) = (i + 1..case.sentence.tokens.len()).find_map(|k| case.anchor(k)) else { return false };
    let Some(reading) = case.sources.readings.get(next.sentence.text) else { return false };
    let called =
        reading.sentences.get(next.sentence.n).and_then(|s| s.tokens.first()).is_some_and(|t| is_pronoun(&t.lower));
    let before = next.sentence.n.checked_sub(1).and_then(|n| reading.sentences.get(n));
    called && before.is_some_and(|s| s.tokens.iter().take(3).any(|t| own.same(t)))
}

impl Case<'_> {
    /// Whether the sentence begins with what its source calls `it` or `the company` there.
    pub(crate) fn has_antecedent(&self) -> bool {
        (0..3).any(|i| is_body(self, i) || is_antecedent(self, i))
    }
}

pub(crate) fn is_pronoun(lower: &str) -> bool {
    matches!(
        lower.trim(),
        "he" | "she"
            | "it"
            | "they"
            | "il"
            | "elle"
            | "ils"
            | "elles"
            | "उन्होंने"
            | "उसने"
            | "वह"
            | "وه"
            | "هو"
            | "هي"
    )
}

/// Whether a name of the text has these initials.
pub(crate) fn initials(case: &Case<'_>, name: &Name, text: usize) -> bool {
    let acronym = case.printed(&name.range).to_lowercase();
    let of = |range: &Range<usize>| -> String {
        let words = case.sources.printed(text, range).split(|c: char| !c.is_alphanumeric());
        words.filter_map(|w| w.chars().next()).filter(|c| c.is_uppercase()).flat_map(char::to_lowercase).collect()
    };
    case.sources
        .readings
        .get(text)
        .is_some_and(|r| r.sentences.iter().flat_map(|s| &s.names).any(|n| of(&n.range) == acronym))
}

/// The source's name in the same place: in the gap, then one that shares a word or the role, then the only other person.
fn rival(case: &Case<'_>, name: &Name, own: &[&Token], at: &Range<usize>, home: &[SentenceId]) -> Option<Place> {
    let used = |id: SentenceId, n: &Name, s: &Sentence| {
        let found: Vec<usize> = (0..s.tokens.len())
            .filter(|k| s.tokens.get(*k).is_some_and(|t| t.range.start < n.range.end && n.range.start < t.range.end))
            .collect();
        found.iter().all(|k| case.is_used(id, *k))
    };
    let sentences: Vec<(SentenceId, &Sentence)> =
        home.iter().filter_map(|id| Some((*id, case.sources.sentence(*id)?))).collect();
    let free: Vec<(SentenceId, &Sentence, &Name)> = sentences
        .iter()
        .flat_map(|(id, s)| {
            s.names
                .iter()
                .filter(|n| n.range.start >= case.told_from(*id) && !used(*id, n, s))
                .map(move |n| (*id, *s, n))
        })
        .collect();
    let place = |(id, _, n): &(SentenceId, &Sentence, &Name)| Place { text: id.text, range: n.range.clone() };
    if let Some((id, gap)) = case.gap(at) {
        let tokens = case.sources.sentence(id)?.tokens.get(gap)?;
        let range = tokens.first()?.range.start..tokens.last()?.range.end;
        if let Some(hit) =
            free.iter().find(|(i, _, n)| *i == id && n.range.start < range.end && range.start < n.range.end)
        {
            return Some(place(hit));
        }
    }
    let shares = |(_, s, n): &&(SentenceId, &Sentence, &Name)| {
        s.tokens
            .iter()
            .any(|t| t.range.start < n.range.end && n.range.start < t.range.end && own.iter().any(|w| w.same(t)))
    };
    if let Some(hit) = free.iter().find(shares) {
        return Some(place(hit));
    }
    let people: Vec<_> = free.iter().filter(|(_, _, n)| n.person == name.person).collect();
    match people.as_slice() {
        [one] => Some(place(one)),
        _ => None,
    }
}
