//! Not, never, no; may, plan, will; suspected and alleged: small words before a fact that may neither come nor go.

use std::ops::Range;

use news::verdict::{Finding, Kind, Part, Severity, Verdict};
use text::cue::Cue;

use super::{Case, Place};
use crate::fact::{Sentence, SentenceId};
use crate::reason;

/// Tokens in which a cue and its word belong together.
const NEAR: usize = 5;

/// Polarity, modality and suspicion of what the draft takes over.
pub(crate) fn check(case: &Case<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    for cue in [Cue::Negation, Cue::Modality, Cue::Suspected] {
        out.extend(added(case, cue));
        out.extend(removed(case, cue));
    }
    out
}

fn kind(cue: Cue) -> Kind {
    if cue == Cue::Suspected { Kind::LegalStatus } else { Kind::Negation }
}

/// Tokens at which a cue of the sentence begins.
fn at(sentence: &Sentence, cue: Cue) -> Vec<(usize, Range<usize>)> {
    let cues = sentence.cues.iter().filter(|(_, c)| *c == cue);
    cues.map(|(range, _)| (sentence.tokens.partition_point(|t| t.range.end <= range.start), range.clone())).collect()
}

/// Whether a cue that has no counterpart of its own stands close to token `at`.
fn near(list: &[(usize, Range<usize>)], at: usize, taken: impl Fn(usize) -> bool) -> bool {
    list.iter().any(|(k, _)| *k <= at + 2 && at <= k + NEAR && !taken(*k))
}

/// A cue of the draft whose word stands without it in the source.
fn added(case: &Case<'_>, cue: Cue) -> Vec<Finding> {
    // A suspicion that the draft adds is for the rule on legal status.
    if cue == Cue::Suspected {
        return Vec::new();
    }
    let finding = |(i, range): (usize, Range<usize>)| {
        if case.spot(i).is_some_and(|s| s.ordered) {
            return None;
        }
        let next = (i + 1..case.sentence.tokens.len().min(i + 1 + NEAR)).find_map(|k| case.anchor(k));
        let spot = next.or_else(|| (i.saturating_sub(NEAR)..i).rev().find_map(|k| case.anchor(k)))?;
        let source = case.sources.sentence(spot.sentence)?;
        if near(&at(source, cue), spot.token, |k| case.is_used(spot.sentence, k)) {
            return None;
        }
        let word = Place { text: spot.sentence.text, range: around(source, spot.token) };
        let told = format!(
            "The draft adds {}; {} says {}.",
            reason::value(case.printed(&range)),
            case.agency(word.text),
            reason::value(case.source(&word))
        );
        Some(case.finding(kind(cue), (Severity::Block, Verdict::Contradicted), &range, Some(&word), told))
    };
    at(case.sentence, cue).into_iter().filter_map(finding).collect()
}

/// A cue of the source whose word the draft has without it.
fn removed(case: &Case<'_>, cue: Cue) -> Vec<Finding> {
    let own = at(case.sentence, cue);
    let mut out = Vec::new();
    for id in case.align.used() {
        let Some(source) = case.sources.sentence(id) else { continue };
        for (k, range) in at(source, cue) {
            out.extend(lost(case, cue, &own, (id, source), k, &range));
        }
    }
    out
}

fn lost(
    case: &Case<'_>,
    cue: Cue,
    own: &[(usize, Range<usize>)],
    (id, source): (SentenceId, &Sentence),
    k: usize,
    range: &Range<usize>,
) -> Option<Finding> {
    if case.is_used(id, k) {
        return None;
    }
    let next = (k + 1..source.tokens.len().min(k + 4))
        .find(|j| source.tokens.get(*j).is_some_and(|t| t.is_content() && t.range.start >= range.end))?;
    let draft =
        case.align.spots.iter().position(|s| s.is_some_and(|s| s.ordered && s.sentence == id && s.token == next))?;
    let to = draft > 0 && case.sentence.tokens.get(draft - 1).is_some_and(|t| t.lower == "to");
    if near(own, draft, |i| case.spot(i).is_some_and(|s| s.ordered))
        || (case.part == Part::Headline && cue == Cue::Modality && to)
    {
        return None;
    }
    let word = case.sentence.tokens.get(draft)?.range.clone();
    let end = source.tokens.get(next)?.range.end;
    Some(case.contradicted(kind(cue), &word, &Place { text: id.text, range: range.start..end }))
}

/// A word with the two before and behind it.
fn around(sentence: &Sentence, token: usize) -> Range<usize> {
    let first = sentence.tokens.get(token.saturating_sub(2)).map_or(sentence.range.start, |t| t.range.start);
    let last = sentence
        .tokens
        .get((token + 2).min(sentence.tokens.len().saturating_sub(1)))
        .map_or(sentence.range.end, |t| t.range.end);
    first..last
}
