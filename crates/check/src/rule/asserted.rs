//! Told as done what the source tells as what may be done, is wanted, feared or asked for: `has frozen the aid` for `had warned
//! that it could freeze the aid`.

use std::ops::Range;

use news::verdict::{Finding, Kind, Part};
use text::cue::Cue;
use text::synonym::Kin;

use super::{Case, Place};
use crate::fact::{Sentence, Token};

/// Verbs and nouns that leave open whether it comes to pass, beside those of modality.
const OPEN: [&str; 38] = [
    "predict", "forecast", "ought", "schedul", "warn", "threat", "risk", "call", "urg", "demand", "ask", "request",
    "propos", "plan", "want", "hop", "wish", "seek", "fear", "consider", "could", "may", "might", "would", "should",
    "promis", "pledg", "vow", "offer", "intend", "aim", "ready", "appeal", "bid", "suggest", "expect", "if", "unless",
];
/// Share of the draft's words from the source sentence that stand in the scope of such a word.
const INSIDE: f64 = 0.5;

/// What a reworded sentence tells as done and its one source sentence leaves open.
pub(crate) fn check(case: &Case<'_>) -> Vec<Finding> {
    // Headlines put what is to come in the present.
    if case.laid || !case.english || case.part == Part::Headline || is_open(case.sentence) {
        return Vec::new();
    }
    done(case.sentence).and_then(|verb| left_open(case, verb)).into_iter().collect()
}

fn is_open_word(lower: &str) -> bool {
    // `a warning` is a thing.
    !matches!(lower, "warning" | "warnings")
        && OPEN.iter().any(|w| if w.len() > 3 { lower.starts_with(w) } else { lower == *w })
}

/// The draft leaves it open too, or gives it to somebody who says it.
fn is_open(s: &Sentence) -> bool {
    s.cues.iter().any(|(_, c)| matches!(c, Cue::Modality | Cue::Negation | Cue::Suspected))
        || s.tokens.iter().any(|t| is_open_word(&t.lower))
        || !s.sayings.is_empty()
        || !s.quotes.is_empty()
}

/// The verb of `has frozen`, `have been sold`.
fn done(s: &Sentence) -> Option<&Token> {
    let at = s.tokens.iter().position(|t| matches!(t.lower.as_str(), "has" | "have" | "had"))?;
    let rest = s.tokens.get(at + 1..)?.iter();
    let verb = rest.into_iter().find(|t| t.is_content())?;
    (verb.lower.ends_with('d') || verb.lower.ends_with('n') || verb.lower.ends_with('t')).then_some(verb)
}

/// The open word of the only source sentence that the draft's words come from, where most of them stand behind it and none is
/// the draft's verb.
fn left_open(case: &Case<'_>, verb: &Token) -> Option<Finding> {
    let [id] = case.align.used()[..] else { return None };
    let source = case.sources.sentence(id)?;
    let akin = |t: &Token| case.is_akin(verb, t, Kin::Near);
    // The month leaves nothing open.
    let open = source.tokens.iter().find(|t| is_open_word(&t.lower) && !(t.capital && t.lower == "may"))?;
    // The source's own verb before it did happen: `raised its rate and could go further`.
    if source.tokens.iter().any(|t| t.range.end <= open.range.start && akin(t)) {
        return None;
    }
    let spots = case.align.spots.iter().flatten().filter(|s| s.sentence == id);
    let taken: Vec<&Token> = spots.filter_map(|s| source.tokens.get(s.token)).filter(|t| t.is_content()).collect();
    let inside = taken.iter().filter(|t| t.range.start > open.range.start).count();
    if taken.len() < 2 || (inside as f64) < INSIDE * taken.len() as f64 {
        return None;
    }
    let end: Range<usize> = open.range.start..taken.last()?.range.end.max(open.range.end);
    Some(case.contradicted(Kind::Negation, &verb.range, &Place { text: id.text, range: end }))
}
