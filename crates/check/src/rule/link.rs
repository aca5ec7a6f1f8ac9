//! A person with whom the sources have nothing of what the draft tells beside the name: `threw bottles at Hornakova`.

use std::ops::Range;

use news::verdict::{Finding, Kind, Part};
use text::{name::Name, synonym::Kin};

use super::Case;
use super::name::{in_sentence, is_pronoun, words};
use crate::fact::{Sentence, Sort, Token};
use crate::reason;

/// Content words on either side of a name that tell what is said of it.
const NEAR: usize = 4;

/// Names of a reworded sentence of which no sentence about the person has any word that stands beside them.
pub(crate) fn check(case: &Case<'_>) -> Vec<Finding> {
    if case.laid || !case.english || case.part == Part::Headline {
        return Vec::new();
    }
    let persons = case.sentence.names.iter().filter(|n| n.person || is_surname(case, n));
    persons.filter_map(|n| alone(case, n)).take(1).collect()
}

/// The last word of a person's name in a source.
fn is_surname(case: &Case<'_>, name: &Name) -> bool {
    let own = crate::fact::fold(case.printed(&name.range));
    let texts = case.texts.iter().filter_map(|t| Some((*t, case.sources.readings.get(*t)?)));
    let mut persons =
        texts.flat_map(|(t, r)| r.sentences.iter().flat_map(|s| &s.names).filter(|n| n.person).map(move |n| (t, n)));
    persons.any(|(t, n)| crate::fact::fold(case.sources.printed(t, &n.range)).ends_with(own.as_str()))
}

fn alone(case: &Case<'_>, name: &Name) -> Option<Finding> {
    let at = case.tokens(&name.range);
    let surname = words(case.sentence.tokens.get(at.clone()).unwrap_or_default()).last().copied()?;
    let about = about(case, surname);
    let beside = beside(case, &at);
    if about.is_empty() || beside.len() < 3 {
        return None;
    }
    let has = |w: &Token| {
        about
            .iter()
            .flat_map(|s| &s.tokens)
            .any(|t| case.is_akin(w, t, Kin::Opposite) || case.is_like(w, t, crate::feature::ALIKE))
    };
    if beside.iter().any(|w| has(w)) {
        return None;
    }
    let told = format!("No source says anything like this of {}.", reason::value(case.printed(&name.range)));
    Some(case.missing(Kind::Relation, &name.range, told))
}

/// The source sentences with the surname, and those behind them that begin with a word for a person.
fn about<'c>(case: &'c Case<'_>, surname: &Token) -> Vec<&'c Sentence> {
    let readings = case.texts.iter().filter_map(|t| case.sources.readings.get(*t));
    readings
        .flat_map(|r| {
            let named = |n: usize| r.sentences.get(n).is_some_and(|s| in_sentence(surname, s));
            let goes_on = |s: &Sentence| {
                s.tokens.iter().take(3).any(|t| {
                    is_pronoun(&t.lower)
                        || matches!(t.lower.as_str(), "his" | "her" | "who")
                        || text::name::is_role(&t.lower)
                })
            };
            let after =
                move |n: usize, s: &Sentence| goes_on(s) && (1..=3).any(|back| n.checked_sub(back).is_some_and(named));
            // The paragraph in which a quotation's speaker is named is about him too.
            let lines: Vec<usize> = r.sentences.iter().filter(|s| in_sentence(surname, s)).map(|s| s.line).collect();
            let beside = move |s: &Sentence| lines.contains(&s.line);
            r.sentences.iter().enumerate().filter(move |(n, s)| named(*n) || after(*n, s) || beside(s)).map(|(_, s)| s)
        })
        .collect()
}

/// The plain words closest to the name, verbs of saying, titles and other names left out.
fn beside<'c>(case: &'c Case<'_>, at: &Range<usize>) -> Vec<&'c Token> {
    let said =
        |t: &Token| case.sentence.sayings.iter().any(|s| s.verb.start < t.range.end && t.range.start < s.verb.end);
    let plain = |t: &&Token| {
        t.is_content()
            && (t.sort != Sort::Word || !t.capital || t.range.start == case.sentence.range.start)
            && !said(t)
            && !text::name::is_role(&t.lower)
    };
    let tokens = &case.sentence.tokens;
    let before = tokens.get(..at.start).unwrap_or_default().iter().rev().filter(plain).take(NEAR);
    before.chain(tokens.get(at.end..).unwrap_or_default().iter().filter(plain).take(NEAR)).collect()
}
