//! A word that took another's place: the source has `donors` where the draft has `the government`.
//!
//! Both words may stand in the source sentence, so that neither is invented; what is false is where they stand.

use std::ops::Range;

use news::verdict::{Finding, Kind, Severity, Verdict};

use super::{Case, Place};
use crate::align::Spot;
use crate::fact::{Sort, Token};
use crate::reason;

/// Content words that may change places as one.
const LONGEST: usize = 3;

/// Words moved into the place of others, and words bound to the second of two like places.
pub(crate) fn check(case: &Case<'_>) -> Vec<Finding> {
    // Other words have other places.
    if !case.laid {
        return Vec::new();
    }
    let mut out: Vec<Finding> = runs(case).into_iter().filter_map(|run| replaced(case, &run)).collect();
    out.truncate(1);
    if out.is_empty() {
        out.extend(ends(case));
    }
    if out.is_empty() {
        out.extend((0..case.sentence.tokens.len()).find_map(|i| skipped(case, i)));
    }
    out
}

fn is_loose(case: &Case<'_>, i: usize) -> bool {
    case.spot(i).is_some_and(|s| !s.ordered)
}

/// Draft tokens between two anchors in a row, all of whose content words stand elsewhere in the source sentence.
fn runs(case: &Case<'_>) -> Vec<Range<usize>> {
    let tokens = &case.sentence.tokens;
    let content: Vec<usize> = (0..tokens.len()).filter(|i| tokens.get(*i).is_some_and(Token::is_content)).collect();
    let runs = content.chunk_by(|a, b| is_loose(case, *a) && is_loose(case, *b));
    runs.filter(|run| run.len() <= LONGEST && run.iter().all(|i| is_loose(case, *i)))
        .filter_map(|run| Some(*run.first()?..*run.last()? + 1))
        .collect()
}

/// The source's own words in the place of the run: there, and not in the draft's order.
fn replaced(case: &Case<'_>, run: &Range<usize>) -> Option<Finding> {
    let (Some(left), Some(right)) = case.anchors(run) else { return None };
    if left.sentence != right.sentence || left.token >= right.token || is_joined(case, run) {
        return None;
    }
    let source = case.sources.sentence(left.sentence)?;
    let gap: Vec<&Token> = (left.token + 1..right.token)
        .filter(|k| !case.is_used(left.sentence, *k))
        .filter_map(|k| source.tokens.get(k))
        .filter(|t| t.is_content())
        .collect();
    let elsewhere = run.clone().filter_map(|i| case.spot(i)).all(|s| {
        s.sentence == left.sentence && !(left.token..=right.token).contains(&s.token) && !is_beside(s, left, right)
    });
    // A gap of many words is a part left out, not one put in another's place; a gap of none is a changed order.
    if !elsewhere || gap.is_empty() || gap.len() > LONGEST || !is_tight(case, run) {
        return None;
    }
    let range = gap.first()?.range.start..gap.last()?.range.end;
    let place = Place { text: left.sentence.text, range };
    let tokens = case.sentence.tokens.get(run.clone())?;
    let at = tokens.first()?.range.start..tokens.last()?.range.end;
    let told = reason::differs(case.printed(&at), case.agency(place.text), case.source(&place));
    let number = tokens.iter().any(|t| t.sort == Sort::Number);
    let kind = if number { Kind::Number } else { Kind::Support };
    Some(case.finding(kind, (Severity::Block, Verdict::Contradicted), &at, Some(&place), told))
}

/// Two runs that changed ends: `companies rejected a complaint by the court` for `the court rejected a complaint by companies`.
fn ends(case: &Case<'_>) -> Option<Finding> {
    let runs = runs(case);
    let (a, b) = (runs.first()?, runs.last()?);
    // `said Anja Wik, the prosecutor` for `prosecutor Anja Wik said`: the rule on speakers looks there.
    if is_said(case, &(a.start..b.end)) {
        return None;
    }
    let mut between = (a.end..b.start).filter_map(|i| case.anchor(i));
    let (first, last) = (between.clone().next()?, between.next_back()?);
    if first.sentence != last.sentence || first.token >= last.token {
        return None;
    }
    let source = case.sources.sentence(first.sentence)?;
    let spots = |run: &Range<usize>| -> Option<Range<usize>> {
        let all: Vec<usize> = run
            .clone()
            .filter_map(|i| case.spot(i))
            .filter(|s| s.sentence == first.sentence)
            .map(|s| s.token)
            .collect();
        Some(*all.iter().min()?..*all.iter().max()? + 1)
    };
    let (theirs_a, theirs_b) = (spots(a)?, spots(b)?);
    let dated = |run: &Range<usize>| {
        case.sentence.tokens.get(run.clone()).is_some_and(|t| t.iter().any(|t| t.sort == Sort::Date))
    };
    let lead = |tokens: &[Token], at: usize| -> Option<String> {
        let before = tokens.get(..at)?.iter().rev().take_while(|t| !t.is_content());
        before
            .into_iter()
            .find(|t| !matches!(t.lower.as_str(), "the" | "a" | "an" | "its" | "le" | "la" | "les"))
            .map(|t| t.lower.clone())
    };
    let own = &case.sentence.tokens;
    // Each took the other's small word too: by the court, by companies.
    let alike = lead(own, a.start) == lead(&source.tokens, theirs_b.start)
        && lead(own, b.start) == lead(&source.tokens, theirs_a.start);
    if theirs_b.end > first.token || theirs_a.start <= last.token || !alike || dated(a) || dated(b) {
        return None;
    }
    let at = own.get(a.start)?.range.start..own.get(b.end - 1)?.range.end;
    let range = source.tokens.get(theirs_b.start)?.range.start..source.tokens.get(theirs_a.end - 1)?.range.end;
    Some(case.contradicted(Kind::Relation, &at, &Place { text: first.sentence.text, range }))
}

/// A verb of saying or its speaker stands in the run.
fn is_said(case: &Case<'_>, run: &Range<usize>) -> bool {
    let parts = || case.sentence.sayings.iter().flat_map(|s| s.speaker.iter().chain([&s.verb]));
    let mut tokens = case.sentence.tokens.get(run.clone()).unwrap_or_default().iter();
    tokens.any(|t| parts().any(|r| r.start < t.range.end && t.range.start < r.end))
}

/// A member of a list, or the head of a clause of its own, may stand before or behind another.
fn is_joined(case: &Case<'_>, run: &Range<usize>) -> bool {
    let joint = |i: usize| {
        case.sentence.tokens.get(i).is_some_and(|t| matches!(t.lower.as_str(), "and" | "or" | "et" | "ou" | "و" | "और"))
    };
    joint(run.end) || run.start.checked_sub(1).is_some_and(joint) || comma(case, run)
}

/// A comma on either side: an apposition or a list.
fn comma(case: &Case<'_>, run: &Range<usize>) -> bool {
    let tokens = &case.sentence.tokens;
    let between = |a: Option<&Token>, b: Option<&Token>| {
        a.zip(b).is_some_and(|(a, b)| case.printed(&(a.range.end..b.range.start)).contains([',', '،', ';', '“', '"']))
    };
    between(tokens.get(run.end - 1), tokens.get(run.end))
        || between(run.start.checked_sub(1).and_then(|i| tokens.get(i)), tokens.get(run.start))
}

/// The word stands right outside of the anchors: `the hospital's superintendent` for `the superintendent of the hospital`.
fn is_beside(spot: Spot, left: Spot, right: Spot) -> bool {
    const REACH: usize = 3;
    left.token.abs_diff(spot.token) <= REACH || right.token.abs_diff(spot.token) <= REACH
}

/// No word of the draft's own making stands between the run and its anchors.
fn is_tight(case: &Case<'_>, run: &Range<usize>) -> bool {
    let content = |i: &usize| case.sentence.tokens.get(*i).is_some_and(Token::is_content);
    let before = (0..run.start).rev().find(content).is_some_and(|i| case.anchor(i).is_some());
    before && (run.end..case.sentence.tokens.len()).find(content).is_some_and(|i| case.anchor(i).is_some())
}

/// `at the yard in northern Norway`, where the source has `at the yard in western Norway` and comes to northern Norway later.
fn skipped(case: &Case<'_>, i: usize) -> Option<Finding> {
    let tokens = &case.sentence.tokens;
    let (own, place) = (tokens.get(i)?, tokens.get(i + 1)?);
    if own.sort != Sort::Word || own.capital || place.sort != Sort::Place {
        return None;
    }
    let (spot, left) = (case.anchor(i)?, case.anchors(&(i..i + 1)).0?);
    let source = case.sources.sentence(spot.sentence)?;
    if left.sentence != spot.sentence {
        return None;
    }
    let like = (left.token + 1..spot.token).find(|k| {
        let before = k.checked_sub(1).and_then(|b| source.tokens.get(b));
        source.tokens.get(*k).is_some_and(|t| t.same(place))
            && before.is_some_and(|b| b.sort == Sort::Word && !b.same(own))
    })?;
    let range = source.tokens.get(like - 1)?.range.start..source.tokens.get(like)?.range.end;
    Some(case.contradicted(
        Kind::Place,
        &(own.range.start..place.range.end),
        &Place { text: spot.sentence.text, range },
    ))
}
