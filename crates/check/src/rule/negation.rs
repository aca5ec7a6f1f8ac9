//! Not, never, no; may, plan, will; suspected and alleged: small words before a fact that may neither come nor go.

use std::ops::Range;

use news::verdict::{Finding, Kind, Part, Severity, Verdict};
use text::cue::Cue;

use super::{Case, Place};
use crate::fact::{Sentence, SentenceId};
use crate::reason;
use crate::settle::denial;

/// Tokens in which a cue and its word belong together.
const NEAR: usize = 5;

/// Polarity, modality and suspicion of what the draft takes over.
pub(crate) fn check(case: &Case<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    // In a reworded sentence a denial has no place of its own: what counts is whether it is there, and what is denied.
    if !case.laid {
        out.extend(alone(case));
        out.extend(denial::contrasted(case).map(|(range, place)| case.contradicted(Kind::Negation, &range, &place)));
    }
    let polar = case.laid.then_some(Cue::Negation);
    for cue in polar.into_iter().chain([Cue::Modality, Cue::Suspected]) {
        out.extend(added(case, cue));
        out.extend(removed(case, cue));
    }
    if out.is_empty() && case.part != Part::Headline {
        out.extend((1..case.sentence.tokens.len()).find_map(|i| done(case, i)));
    }
    out
}

/// Denials of a reworded sentence that no source has, one of a source that the draft has not, and what may come told as sure.
fn alone(case: &Case<'_>) -> Vec<Finding> {
    let added = denial::alone(case).into_iter().map(|range| {
        let told = format!("No source denies this; the draft says {}.", reason::value(case.printed(&range)));
        case.finding(Kind::Negation, (Severity::Block, Verdict::Contradicted), &range, None, told)
    });
    let dropped = denial::dropped(case).map(|(range, place)| case.contradicted(Kind::Negation, &range, &place));
    let firmed = denial::firmed(case).map(|(range, place)| case.contradicted(Kind::Negation, &range, &place));
    added.chain(dropped).chain(firmed).collect()
}

/// `has released` where the source wants somebody `to release`: what is wanted, told or asked is not done.
fn done(case: &Case<'_>, i: usize) -> Option<Finding> {
    /// Verbs with which what follows did happen, or goes on.
    const CAME_TRUE: [&str; 12] = [
        "began",
        "begin",
        "begun",
        "started",
        "continued",
        "continues",
        "managed",
        "helped",
        "used",
        "came",
        "went",
        "able",
    ];
    let verb = case.sentence.tokens.get(i).filter(|t| t.sort == crate::fact::Sort::Word && !t.capital)?;
    let had = case.sentence.tokens.get(i - 1).filter(|t| matches!(t.lower.as_str(), "has" | "have" | "had"));
    let spot = case.anchor(i).filter(|_| had.is_some())?;
    let source = case.sources.sentence(spot.sentence)?;
    let to = spot.token.checked_sub(1).filter(|k| source.tokens.get(*k).is_some_and(|t| t.lower == "to"))?;
    // The verb that governs it stands one noun or so before, and the draft has left it out.
    let before = to.saturating_sub(3)..to;
    let kept = before.clone().any(|k| source.tokens.get(k).is_some_and(|t| CAME_TRUE.contains(&t.lower.as_str())));
    let first = source.tokens.get(before.start)?.range.start;
    let place = Place { text: spot.sentence.text, range: first..source.tokens.get(spot.token)?.range.end };
    (!kept).then(|| case.contradicted(Kind::Negation, &verb.range, &place))
}

fn kind(cue: Cue) -> Kind {
    if cue == Cue::Suspected { Kind::LegalStatus } else { Kind::Negation }
}

/// Tokens at which a cue of the sentence begins.
fn at(sentence: &Sentence, cue: Cue) -> Vec<(usize, Range<usize>)> {
    let cues = sentence.cues.iter().filter(|(_, c)| *c == cue);
    cues.map(|(range, _)| (sentence.tokens.partition_point(|t| t.range.end <= range.start), range.clone())).collect()
}

/// The cue moved with the word before it: `he had promised nothing` behind the speaker for `I have promised nothing` before.
fn is_moved_along(case: &Case<'_>, i: usize) -> bool {
    const REACH: usize = 2;
    let Some(spot) = case.spot(i) else { return false };
    let beside = |k: usize| {
        case.sentence.tokens.get(k).is_some_and(|t| t.is_content())
            && case.spot(k).is_some_and(|s| !s.ordered && s.sentence == spot.sentence && s.token + 1 == spot.token)
    };
    (i.saturating_sub(REACH)..i).any(beside)
}

/// What may come or not.
pub(crate) fn is_open(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "may"
            | "might"
            | "could"
            | "possibly"
            | "perhaps"
            | "considering"
            | "considers"
            | "plans"
            | "planned"
            | "proposes"
            | "proposed"
            | "wants"
            | "wants to"
            | "hopes to"
            | "aims to"
            | "seeks to"
            | "pourrait"
            | "pourraient"
            | "ربما"
            | "قد"
            | "शायद"
    )
}

/// Whether one of the words is such.
pub(crate) fn has_open(words: &str) -> bool {
    words.split_whitespace().any(is_open)
}

/// What will come.
pub(crate) fn is_firm(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "will"
            | "shall"
            | "must"
            | "is to"
            | "are to"
            | "was to"
            | "were to"
            | "set to"
            | "due to be"
            | "about to"
            | "va"
            | "vont"
            | "سوف"
            | "يجب"
    )
}

/// The bytes of such a cue.
fn found(list: &[(usize, Range<usize>)], at: usize, taken: impl Fn(usize) -> bool) -> Option<Range<usize>> {
    list.iter().find(|(k, _)| *k <= at + 2 && at <= k + NEAR && !taken(*k)).map(|(_, range)| range.clone())
}

/// Whether a cue that has no counterpart of its own stands close to token `at`.
fn near(list: &[(usize, Range<usize>)], at: usize, taken: impl Fn(usize) -> bool) -> bool {
    found(list, at, taken).is_some()
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
        if is_moved_along(case, i) {
            return None;
        }
        let next = (i + 1..case.sentence.tokens.len().min(i + 1 + NEAR)).find_map(|k| case.anchor(k));
        let spot = next.or_else(|| (i.saturating_sub(NEAR)..i).rev().find_map(|k| case.anchor(k)))?;
        let source = case.sources.sentence(spot.sentence)?;
        if let Some(theirs) = found(&at(source, cue), spot.token, |k| case.is_used(spot.sentence, k)) {
            let place = Place { text: spot.sentence.text, range: theirs };
            let firm = is_open(case.source(&place)) && is_firm(case.printed(&range));
            return firm.then(|| case.contradicted(kind(cue), &range, &place));
        }
        if is_told_there(case, cue, i, case.printed(&range).ends_with(" to")) {
            return None;
        }
        // `will handle` for `handled` is another time, whatever else lies ahead.
        let verb =
            (i + 1..case.sentence.tokens.len()).find(|k| case.sentence.tokens.get(*k).is_some_and(|t| t.is_content()));
        let kept = verb.is_some_and(|k| case.anchor(k).is_some());
        if is_firm(case.printed(&range)) && !kept && is_ahead(case) {
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

/// The word behind the cue stands behind such a cue in a source sentence close by: `had not been consulted`, told before what the
/// source tells it after. `is to be abolished` (`aimed`) may stand for `voted to abolish`.
fn is_told_there(case: &Case<'_>, cue: Cue, i: usize, aimed: bool) -> bool {
    let behind = (i + 1..case.sentence.tokens.len()).filter_map(|k| case.sentence.tokens.get(k));
    let Some(word) = behind.into_iter().find(|t| t.is_content()) else { return false };
    // `had not not been consulted`: the second is the draft's own.
    let own = at(case.sentence, cue);
    if own.iter().filter(|(k, _)| k.abs_diff(i) <= NEAR).count() > 1 {
        return false;
    }
    const DECIDED: [&str; 8] = ["vot", "decid", "agree", "approv", "order", "rul", "resolv", "announc"];
    let decided = |s: &Sentence, k: usize| {
        let to = k.checked_sub(1).and_then(|k| s.tokens.get(k)).is_some_and(|t| t.lower == "to");
        to && s.tokens.iter().take(k).any(|t| DECIDED.iter().any(|w| t.lower.starts_with(w)))
    };
    // Of a denial every place of the word must be denied: the source may deny it of something else.
    let undenied = |s: &Sentence| {
        let cues = at(s, cue);
        s.tokens.iter().enumerate().any(|(k, t)| word.same(t) && !near(&cues, k, |_| false))
    };
    let mut all = case.nearby().into_iter().filter_map(|id| case.sources.sentence(id));
    if cue == Cue::Negation && all.any(undenied) {
        return false;
    }
    case.nearby().into_iter().filter_map(|id| case.sources.sentence(id)).any(|s| {
        let cues = at(s, cue);
        s.tokens.iter().enumerate().any(|(k, t)| word.same(t) && (near(&cues, k, |_| false) || aimed && decided(s, k)))
    })
}

/// What the source tells lies ahead: planned, decided, expected, or of next year.
fn is_ahead(case: &Case<'_>) -> bool {
    const AHEAD: [&str; 14] = [
        "next",
        "tomorrow",
        "due",
        "plan",
        "expect",
        "forecast",
        "vote",
        "law",
        "bill",
        "decid",
        "approv",
        "prochain",
        "المقبل",
        "अगले",
    ];
    let sentences = case.nearby().into_iter().filter_map(|id| case.sources.sentence(id));
    sentences.into_iter().any(|s| {
        s.cues.iter().any(|(_, c)| *c == Cue::Modality)
            || s.tokens.iter().any(|t| AHEAD.iter().any(|w| t.lower.starts_with(w)))
    })
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
    let content = |from: usize, to: usize| {
        (from..source.tokens.len().min(to))
            .find(|j| source.tokens.get(*j).is_some_and(|t| t.is_content() && t.range.start >= range.end))
    };
    let place = |token: usize| {
        case.align.spots.iter().position(|s| s.is_some_and(|s| s.ordered && s.sentence == id && s.token == token))
    };
    let mut next = content(k + 1, k + 4)?;
    // `no sign of ending`, `no plan to leave`: the noun goes with its negation.
    let linked = source.tokens.get(next + 1).is_some_and(|t| matches!(t.lower.as_str(), "of" | "to" | "that" | "de"));
    if cue == Cue::Negation && linked && place(next).is_none() {
        next = content(next + 1, next + 4)?;
    }
    let draft = place(next)?;
    if is_apart(case, cue, id, range.end..source.tokens.get(next)?.range.start)
        || (cue == Cue::Modality && joined(case, own, draft))
    {
        return None;
    }
    let to = draft > 0 && case.sentence.tokens.get(draft - 1).is_some_and(|t| t.lower == "to");
    if near(own, draft, |i| case.spot(i).is_some_and(|s| s.ordered))
        || (case.part == Part::Headline && cue == Cue::Modality && to)
    {
        return None;
    }
    // `dismissed the complaint` for `rejected the complaint`.
    let verb = source.tokens.get(k).filter(|_| cue == Cue::Negation);
    if verb.is_some_and(|v| case.sentence.tokens.iter().any(|t| case.kin(&t.lower).iter().any(|(id, _)| *id == v.id))) {
        return None;
    }
    // `has accused the office of bias`, `says that the office is biased`: a charge that somebody makes, told as his words.
    let accuses = source.tokens.get(k).is_some_and(|t| t.lower.starts_with("accus"));
    if cue == Cue::Suspected && accuses && !case.sentence.sayings.is_empty() {
        return None;
    }
    // `nobody has been charged` of suspects.
    if cue == Cue::Suspected && near(&at(case.sentence, Cue::Negation), draft, |_| false) {
        return None;
    }
    let word = case.sentence.tokens.get(draft)?.range.clone();
    let end = source.tokens.get(next)?.range.end;
    Some(case.contradicted(kind(cue), &word, &Place { text: id.text, range: range.start..end }))
}

/// A comma or quotation mark stands between: the cue belongs to another clause.
fn is_apart(case: &Case<'_>, cue: Cue, id: SentenceId, between: Range<usize>) -> bool {
    let between = case.sources.printed(id.text, &between);
    // `One suspect, a man of 34,` is a noun with its apposition.
    between.contains(['”', '"', '»', '“', '«']) || (cue == Cue::Suspected && between.starts_with(','))
}

/// `will cut costs and burn less`: the second verb shares the first one's cue.
fn joined(case: &Case<'_>, own: &[(usize, Range<usize>)], draft: usize) -> bool {
    let and = draft.checked_sub(1).and_then(|b| case.sentence.tokens.get(b));
    and.is_some_and(|t| matches!(t.lower.as_str(), "and" | "or" | "et" | "ou")) && own.iter().any(|(k, _)| *k < draft)
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
