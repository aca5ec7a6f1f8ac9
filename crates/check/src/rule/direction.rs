//! Rise and fall, win and lose, before and after, more than and less than.

use std::ops::Range;

use news::verdict::{Finding, Kind};
use text::{cue::Cue, number::Quantity, synonym::Kin};

use super::{Case, Place};
use crate::fact::{Sentence, Sort, Token};

/// A direction word of the draft that the source does not have, while it has the contrary in that place.
pub(crate) fn check(case: &Case<'_>) -> Vec<Finding> {
    let cues = case.sentence.cues.iter().filter_map(|(range, cue)| Some((range, *cue, cue.opposite()?)));
    let turned = cues.filter_map(|(range, cue, opposite)| turned(case, range, cue, opposite));
    let numbers = case.sentence.numbers.iter().filter_map(|q| with_number(case, q));
    let labelled = case.sentence.numbers.iter().filter_map(|q| labelled(case, q));
    turned.chain(numbers).chain(labelled).chain(in_time(case)).take(1).collect()
}

/// `a profit of 8.4 billion` where the source has `a loss of 8.4 billion`: what a number is of.
fn labelled(case: &Case<'_>, q: &Quantity) -> Option<Finding> {
    let own = labels(case.sentence, &q.range);
    let kin = |a: &Token, b: &Token| case.kin(&a.lower).iter().find(|(id, _)| *id == b.id).map(|(_, k)| *k);
    let readings = case.texts.iter().filter_map(|t| Some((*t, case.sources.readings.get(*t)?)));
    let told: Vec<(usize, &Token)> = readings
        .flat_map(|(text, r)| r.sentences.iter().map(move |s| (text, s)))
        .flat_map(|(text, s)| s.numbers.iter().map(move |n| (text, s, n)))
        .filter(|(_, _, n)| super::number::is_same(q, n))
        .flat_map(|(text, s, n)| labels(s, &n.range).into_iter().map(move |t| (text, t)))
        .collect();
    let same = |a: &&Token| told.iter().any(|(_, b)| case.is_akin(a, b, Kin::Near));
    if own.iter().any(same) {
        return None;
    }
    own.iter().find_map(|a| {
        let (text, b) = told.iter().find(|(_, b)| kin(a, b) == Some(Kin::Opposite))?;
        let place = Place { text: *text, range: b.range.clone() };
        let at = a.range.start.min(q.range.start)..a.range.end.max(q.range.end);
        Some(case.contradicted(Kind::Direction, &at, &place))
    })
}

/// The plain words up to three tokens before a number, and a comparative right behind it, `28 percent slower`.
fn labels<'s>(sentence: &'s Sentence, number: &Range<usize>) -> Vec<&'s Token> {
    const REACH: usize = 3;
    let first = sentence.tokens.partition_point(|t| t.range.end <= number.start);
    let before = sentence.tokens.get(first.saturating_sub(REACH)..first).unwrap_or_default();
    let behind = sentence.tokens.iter().find(|t| t.range.start >= number.end).filter(|t| t.lower.ends_with("er"));
    before.iter().chain(behind).filter(|t| t.sort == Sort::Word).collect()
}

/// `after dawn` in a reworded sentence, where the source has `before dawn`; `before eight died` where it has `after a collapse
/// killed eight`. What stands behind the word tells which of the two came first.
fn in_time(case: &Case<'_>) -> Option<Finding> {
    let told: Vec<(usize, Timed<'_>)> = case
        .nearby()
        .into_iter()
        .filter_map(|id| Some((id.text, case.sources.sentence(id)?)))
        .flat_map(|(text, s)| Timed::all(s).into_iter().map(move |t| (text, t)))
        .collect();
    Timed::all(case.sentence).into_iter().filter(|_| !case.laid).find_map(|own| {
        let same_noun = |t: &Timed<'_>| own.noun().zip(t.noun()).is_some_and(|(a, b)| case.is_akin(a, b, Kin::Near));
        if told.iter().any(|(_, t)| t.cue == own.cue && same_noun(t)) {
            return None;
        }
        let met = |own: &[Token], theirs: &[Token]| {
            own.iter().filter(|t| t.is_content() && theirs.iter().any(|o| case.is_akin(t, o, Kin::Near))).count()
        };
        let shared = |theirs: &[Token]| met(own.behind, theirs);
        // `the alert came before the case` where the case came before the alert.
        let exchanged = |t: &Timed<'_>| {
            own.cue == t.cue
                && shared(t.before) > shared(t.behind)
                && met(own.before, t.behind) > met(own.before, t.before)
        };
        if let Some((text, theirs)) = told.iter().find(|(_, t)| exchanged(t)) {
            return Some(case.contradicted(
                Kind::Direction,
                &own.range()?,
                &Place { text: *text, range: theirs.range()? },
            ));
        }
        // Told from the other end, `the vote came before the cuts` for `cuts after the vote`, the words are those before it.
        let turned =
            |t: &Timed<'_>| own.cue.opposite() == Some(t.cue) && (same_noun(t) || shared(t.behind) > shared(t.before));
        let (text, theirs) = told.iter().find(|(_, t)| turned(t))?;
        let place = Place { text: *text, range: theirs.range()? };
        Some(case.contradicted(Kind::Direction, &own.range()?, &place))
    })
}

/// A `before` or `after` with the tokens on either side of it.
struct Timed<'s> {
    at: &'s Range<usize>,
    cue: Cue,
    before: &'s [Token],
    behind: &'s [Token],
}

impl<'s> Timed<'s> {
    fn all(s: &'s Sentence) -> Vec<Self> {
        /// Tokens on either side that tell what it is about.
        const REACH: usize = 6;
        let cues = s.cues.iter().filter(|(_, c)| matches!(c, Cue::Before | Cue::After));
        cues.map(|(at, cue)| {
            let first = s.tokens.partition_point(|t| t.range.end <= at.start);
            let behind = s.tokens.partition_point(|t| t.range.start < at.end);
            let end = (behind + REACH).min(s.tokens.len());
            let before = s.tokens.get(first.saturating_sub(REACH)..first).unwrap_or_default();
            Self { at, cue: *cue, before, behind: s.tokens.get(behind..end).unwrap_or_default() }
        })
        .collect()
    }

    fn noun(&self) -> Option<&'s Token> {
        self.behind.iter().find(|t| t.is_content())
    }

    /// From the word to its noun.
    fn range(&self) -> Option<Range<usize>> {
        Some(self.at.start..self.noun()?.range.end)
    }
}

/// `rose by 1.1 percent` where the source has `fell 1.1 percent`: the direction that stands with a number.
fn with_number(case: &Case<'_>, q: &Quantity) -> Option<Finding> {
    let (range, own) = beside(case.text, case.sentence, &q.range)?;
    let used = case.nearby().into_iter().filter_map(|id| Some((id.text, case.sources.sentence(id)?)));
    let told: Vec<(usize, &Range<usize>, Cue)> = used
        .flat_map(|(text, s)| s.numbers.iter().map(move |n| (text, s, n)))
        .filter(|(_, _, n)| super::number::is_same(q, n))
        .filter_map(|(text, s, n)| {
            let all = case.sources.evidence.get(text).map_or("", |e| e.text.as_str());
            let (range, cue) = beside(all, s, &n.range)?;
            Some((text, range, cue))
        })
        .collect();
    if told.iter().any(|(.., cue)| *cue == own) {
        return None;
    }
    let (text, theirs, _) = told.iter().find(|(.., cue)| own.opposite() == Some(*cue))?;
    Some(case.contradicted(Kind::Direction, range, &Place { text: *text, range: (*theirs).clone() }))
}

/// The rise or fall nearest before a number, else behind it, in the same clause.
fn beside<'s>(text: &str, sentence: &'s Sentence, number: &Range<usize>) -> Option<(&'s Range<usize>, Cue)> {
    /// Bytes between the two.
    const NEAR: usize = 40;
    let moves = sentence.cues.iter().filter(|(r, c)| {
        let word = text.get(r.clone()).unwrap_or_default().to_lowercase();
        matches!(c, Cue::Up | Cue::Down) && !SMALL.contains(&word.as_str())
    });
    let clause = |from: usize, to: usize| {
        let between = text.get(from..to).unwrap_or(",");
        to - from <= NEAR && !between.contains([',', ';']) && !between.contains(char::is_numeric)
    };
    let before = moves.clone().rev().find(|(r, _)| r.end <= number.start && clause(r.end, number.start));
    let behind = || moves.clone().find(|(r, _)| r.start >= number.end && clause(number.end, r.start));
    before.or_else(behind).map(|(r, c)| (r, *c))
}

/// Directions that are no movement.
const SMALL: [&str; 9] =
    ["over", "under", "above", "below", "more than", "less than", "fewer than", "at least", "at most"];

fn turned(case: &Case<'_>, range: &Range<usize>, cue: Cue, opposite: Cue) -> Option<Finding> {
    let at = case.tokens(range);
    // Only words that do not stand in the source: `lost` carries two cues and may stand there as it is.
    if at.clone().all(|i| case.spot(i).is_some_and(|s| s.ordered))
        || (!case.laid && is_told_otherwise(case, range, cue))
    {
        return None;
    }
    // `until January` where it `resumed in January after five years`: another event.
    let timed = matches!(cue, Cue::Before | Cue::After);
    let noun =
        |s: &Sentence, r: &Range<usize>| s.tokens.iter().find(|t| t.range.start >= r.end && t.is_content()).cloned();
    let same_noun = |s: &Sentence, r: &Range<usize>| {
        !timed || noun(case.sentence, range).zip(noun(s, r)).is_some_and(|(a, b)| case.is_akin(&a, &b, Kin::Near))
    };
    for id in case.home(&at) {
        let source = case.sources.sentence(id)?;
        let unused =
            |c: Cue| source.cues.iter().find(move |(r, k)| *k == c && tokens(source, r).any(|t| !case.is_used(id, t)));
        if unused(cue).is_some() {
            continue;
        }
        // `up to a third`, `more than` move nothing.
        let bound = |r: &Range<usize>| {
            let printed = case.sources.printed(id.text, &(r.start..r.end + " to".len())).to_lowercase();
            !case.laid
                && (SMALL.contains(&case.sources.printed(id.text, r).to_lowercase().as_str()) || printed == "up to")
        };
        if let Some((theirs, _)) = unused(opposite).filter(|(r, _)| same_noun(source, r) && !bound(r)) {
            return Some(case.contradicted(Kind::Direction, range, &Place { text: id.text, range: theirs.clone() }));
        }
    }
    None
}

/// In a reworded sentence `lost` may be `beat` seen from the other side, `over` a preposition, and a source sentence that has the
/// direction too may have it in another place.
fn is_told_otherwise(case: &Case<'_>, range: &Range<usize>, cue: Cue) -> bool {
    let small = |text: &str| SMALL.contains(&text.to_lowercase().as_str());
    let mut sources = case.nearby().into_iter().filter_map(|id| Some((id.text, case.sources.sentence(id)?)));
    let moves =
        |text: usize, s: &Sentence| s.cues.iter().any(|(r, c)| *c == cue && !small(case.sources.printed(text, r)));
    // Of before and after the word behind tells.
    is_particle(case, range)
        || matches!(cue, Cue::Win | Cue::Lose | Cue::Before | Cue::After)
        || small(case.printed(range))
        || sources.any(|(text, s)| moves(text, s))
}

/// `gave up`, `came down`, `made up`, `up to now`, `grown-up`: no number beside it rises or falls.
fn is_particle(case: &Case<'_>, range: &Range<usize>) -> bool {
    /// Tokens between the word and its number.
    const NEAR: usize = 3;
    let word = case.printed(range).to_lowercase();
    let at = tokens(case.sentence, range);
    let beside =
        case.sentence.tokens.get(at.start.saturating_sub(NEAR)..at.end + NEAR.min(case.sentence.tokens.len() - at.end));
    let numbers = beside.is_some_and(|near| near.iter().any(|t| t.sort == Sort::Number));
    let joined = case.text.get(range.end..).is_some_and(|rest| rest.starts_with('-'));
    // `going up`, `are down`.
    let before = at.start.checked_sub(1).and_then(|k| case.sentence.tokens.get(k)).map_or("", |t| t.lower.as_str());
    let moves = "going goes go went gone moved moving heading headed is are was were be been edged crept inched";
    let moved = moves.split(' ').any(|w| w == before);
    joined || matches!(word.as_str(), "up" | "down") && !numbers && !moved
}

fn tokens(sentence: &Sentence, range: &Range<usize>) -> Range<usize> {
    let first = sentence.tokens.partition_point(|t| t.range.end <= range.start);
    first..sentence.tokens.partition_point(|t| t.range.start < range.end).max(first)
}
