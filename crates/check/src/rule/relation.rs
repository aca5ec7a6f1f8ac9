//! Who did it to whom: two names on either side of a verb must not change sides.

use std::ops::Range;

use news::verdict::{Finding, Kind, Severity, Verdict};
use text::{number::Unit, synonym::Kin};

use super::{Case, Place};
use crate::fact::{Sentence, SentenceId, Sort, Token};
use crate::reason;

/// Two names or places of the draft that stand the other way round in the source, around the same word.
pub(crate) fn check(case: &Case<'_>) -> Vec<Finding> {
    let mut facts: Vec<Range<usize>> = case
        .sentence
        .names
        .iter()
        .map(|n| n.range.clone())
        .chain(case.sentence.places.iter().map(|p| p.range.clone()))
        .collect();
    facts.sort_by_key(|r| r.start);
    facts.dedup_by(|b, a| b.start < a.end);
    let named: Vec<Finding> =
        facts.windows(2).filter_map(|pair| swapped(case, pair.first()?, pair.last()?)).take(1).collect();
    // Between plain nouns a reworded sentence may turn much round that stays true.
    if !named.is_empty() {
        return named;
    }
    if let Some(finding) = counted_from(case) {
        return vec![finding];
    }
    if !case.laid {
        return named;
    }
    (0..case.sentence.tokens.len()).find_map(|i| around(case, i).or_else(|| voiced(case, i))).into_iter().collect()
}

/// `the sixth final of the year` where no source near counts by the year: the sixth of something else.
fn counted_from(case: &Case<'_>) -> Option<Finding> {
    /// Tokens from the ordinal to the end of what it counts by.
    const REACH: usize = 7;
    const SPANS: [&str; 8] = ["year", "season", "month", "week", "decade", "career", "row", "history"];
    let tokens = &case.sentence.tokens;
    case.sentence.numbers.iter().filter(|q| q.unit == Unit::Ordinal).find_map(|q| {
        let from = case.tokens(&q.range).end;
        let span = (from + 2..(from + REACH).min(tokens.len())).find(|i| {
            let lead = i.checked_sub(1).and_then(|b| tokens.get(b)).map_or("", |t| t.lower.as_str());
            let led = matches!(lead, "the" | "this" | "a" | "his" | "her" | "their" | "its" | "club");
            led && tokens.get(*i).is_some_and(|t| SPANS.contains(&t.lower.as_str()))
        })?;
        let told = tokens.get(span)?;
        // `this year` is one date to the reader of dates: the words as printed are looked at, and `since January` counts too.
        let counts = |id: SentenceId| {
            let Some(s) = case.sources.sentence(id) else { return false };
            let since = |w: &[Token]| w[0].lower == "since" && (w[1].capital || w[1].sort == Sort::Number);
            let printed = crate::fact::fold(case.sources.printed(id.text, &s.range));
            printed.split(' ').any(|w| w.starts_with(&told.lower)) || s.tokens.windows(2).any(since)
        };
        if case.nearby().into_iter().any(counts) {
            return None;
        }
        let at = q.range.start..told.range.end;
        let said = format!("No source counts {} like that ({}).", reason::value(case.printed(&at)), case.agencies());
        Some(case.missing(Kind::Relation, &at, said))
    })
}

/// `the firm owns the fund` where the source has `the firm is owned by the fund`, or the other way round.
fn voiced(case: &Case<'_>, i: usize) -> Option<Finding> {
    /// Tokens from a verb to the noun behind it.
    const REACH: usize = 4;
    let verb = case.sentence.tokens.get(i).filter(|t| t.sort == Sort::Word && !t.capital)?;
    let spot = case.anchor(i)?;
    let source = case.sources.sentence(spot.sentence)?;
    let behind = |s: &Sentence, at: usize| object(s, at, REACH).filter(|o| *o > at);
    let (own, theirs) = (behind(case.sentence, i)?, behind(source, spot.token)?);
    let by = |s: &Sentence, at: usize, object: usize| is_suffered(s, at) && passive(s, &(at..object));
    let same = case.sentence.tokens.get(own).zip(source.tokens.get(theirs)).is_some_and(|(a, b)| a.same(b));
    let left = case.anchors(&(i..i + 1)).0.is_some_and(|l| l.sentence == spot.sentence && l.token < spot.token);
    let (mine, other) = (by(case.sentence, i, own), by(source, spot.token, theirs));
    let plain = |s: &Sentence, at: usize, object: usize| !is_suffered(s, at) && !passive(s, &(at..object));
    let turned = (mine && plain(source, spot.token, theirs)) || (other && plain(case.sentence, i, own));
    if !same || !left || !turned {
        return None;
    }
    let at = verb.range.start..case.sentence.tokens.get(own)?.range.end;
    Some(finding(case, at, spot.sentence, source, spot.token.saturating_sub(1)..theirs + 1))
}

/// Two nouns that changed sides around a verb: the source has the second before it and the first behind it.
fn around(case: &Case<'_>, i: usize) -> Option<Finding> {
    /// Tokens from a verb to its object.
    const REACH: usize = 5;
    let tokens = &case.sentence.tokens;
    let verb = tokens.get(i).filter(|t| t.sort == Sort::Word && !t.capital)?;
    // `sign or veto`: the members of a list have no order.
    let listed = |k: Option<usize>| {
        k.and_then(|k| tokens.get(k)).is_some_and(|t| matches!(t.lower.as_str(), "and" | "or" | "et" | "ou" | "nor"))
    };
    if listed(Some(i + 1)) || listed(i.checked_sub(1)) {
        return None;
    }
    if case.sentence.sayings.iter().any(|s| s.verb.start < verb.range.end && verb.range.start < s.verb.end) {
        return None;
    }
    for id in case.align.used() {
        let source = case.sources.sentence(id)?;
        let text = case.sources.evidence.get(id.text).map_or("", |e| e.text.as_str());
        let mut hits = (0..source.tokens.len()).filter(|k| source.tokens.get(*k).is_some_and(|t| verb.same(t)));
        let (Some(k), None) = (hits.next(), hits.next()) else { continue };
        if !may_be_verb(case.sentence, i) || !may_be_verb(source, k) {
            continue;
        }
        let (Some(theirs), Some(object)) = (subject(text, source, k), object(source, k, REACH)) else { continue };
        let (Some(x), Some(y)) = (source.tokens.get(theirs), source.tokens.get(object)) else { continue };
        let own_object = (i + 1..(i + 1 + REACH).min(tokens.len())).find(|j| tokens.get(*j).is_some_and(|t| t.same(x)));
        let own_subject =
            (i.saturating_sub(REACH)..i).rev().find(|j| tokens.get(*j).is_some_and(|t| t.same(y) && !x.same(y)));
        let voice = |j: &usize| {
            passive(case.sentence, &(i..*j)) == passive(source, &(k..object))
                && is_suffered(case.sentence, i) == is_suffered(source, k)
        };
        if let Some((j, first)) = own_object.filter(voice).zip(own_subject) {
            let at = tokens.get(first)?.range.start..tokens.get(j)?.range.end;
            return Some(finding(case, at, id, source, theirs..object + 1));
        }
    }
    None
}

/// `were arrested`, `has been sold`: what stands before the verb is its object.
fn is_suffered(sentence: &Sentence, verb: usize) -> bool {
    let before = verb.checked_sub(1).and_then(|b| sentence.tokens.get(b));
    before.is_some_and(|t| matches!(t.lower.as_str(), "is" | "are" | "was" | "were" | "be" | "been" | "being" | "été"))
}

/// The last content word before a verb; over a clause between commas, the last before the first comma.
fn subject(text: &str, sentence: &Sentence, verb: usize) -> Option<usize> {
    let content = |k: &usize| sentence.tokens.get(*k).is_some_and(|t| t.is_content());
    let near = (0..verb).rev().find(content)?;
    let between = |a: usize, b: usize| {
        let bytes = sentence.tokens.get(a)?.range.end..sentence.tokens.get(b)?.range.start;
        Some(text.get(bytes)?.contains([',', '،']))
    };
    if between(near, verb) != Some(true) {
        return Some(near);
    }
    let first = (0..near).find(|k| between(*k, k + 1) == Some(true))?;
    (0..=first).rev().find(content)
}

fn object(sentence: &Sentence, verb: usize, reach: usize) -> Option<usize> {
    (verb + 1..(verb + 1 + reach).min(sentence.tokens.len()))
        .find(|k| sentence.tokens.get(*k).is_some_and(|t| t.is_content()))
}

fn swapped(case: &Case<'_>, a: &Range<usize>, b: &Range<usize>) -> Option<Finding> {
    let (first, second) = (case.tokens(a), case.tokens(b));
    let is_speaker = |r: &Range<usize>| {
        case.sentence.sayings.iter().any(|s| s.speaker.as_ref().is_some_and(|w| w.start <= r.start && r.end <= w.end))
    };
    if is_speaker(a) || is_speaker(b) {
        return None;
    }
    let between = first.end..second.start;
    for id in case.align.used() {
        let source = case.sources.sentence(id)?;
        if let Some(range) = against_pronoun(case, &between, &second, source) {
            return Some(finding(case, a.start..b.end, id, source, range));
        }
        let (Some(x), Some(y)) = (spots(case, &first, source), spots(case, &second, source)) else { continue };
        // Both stand there once, the second first.
        if y.end > x.start || passive(case.sentence, &between) != passive(source, &(y.end..x.start)) {
            continue;
        }
        let pivot = |i: usize| {
            let own = case.sentence.tokens.get(i).filter(|t| t.sort == Sort::Word)?;
            let akin = |t: &Token| own.same(t) || !case.laid && case.is_akin(own, t, Kin::Near);
            let k = (y.end..x.start).find(|k| source.tokens.get(*k).is_some_and(akin))?;
            // Another verb for it that is done on one side and suffered on the other is no turn.
            let same = source.tokens.get(k).is_some_and(|t| own.same(t))
                || is_suffered(case.sentence, i) == is_suffered(source, k);
            (same && may_be_verb(case.sentence, i) && may_be_verb(source, k)).then_some(())
        };
        let verb = between.clone().any(|i| pivot(i).is_some());
        if verb {
            return Some(finding(case, a.start..b.end, id, source, y.start..x.end));
        }
    }
    None
}

/// `Arkley testified against Lindqvar` where the source has `Lindqvar testified against him`: what the draft's second did, told as
/// done to it.
fn against_pronoun(
    case: &Case<'_>,
    between: &Range<usize>,
    second: &Range<usize>,
    source: &Sentence,
) -> Option<Range<usize>> {
    /// Tokens from a verb to whom it is done.
    const REACH: usize = 4;
    let subject = spots(case, second, source)?;
    let verb = |i: usize| {
        let own = case.sentence.tokens.get(i).filter(|t| t.sort == Sort::Word)?;
        let near = subject.end..(subject.end + REACH).min(source.tokens.len());
        let at = near.into_iter().find(|k| source.tokens.get(*k).is_some_and(|t| own.same(t)))?;
        (may_be_verb(case.sentence, i)
            && may_be_verb(source, at)
            && is_suffered(case.sentence, i) == is_suffered(source, at))
        .then_some(at)
    };
    let at = between.clone().find_map(verb)?;
    let end = (at + 1..(at + 1 + REACH).min(source.tokens.len()))
        .find(|k| source.tokens.get(*k).is_some_and(|t| matches!(t.lower.as_str(), "him" | "her" | "them")))?;
    let turned = passive(case.sentence, between) == passive(source, &(at..end));
    turned.then_some(subject.start..end + 1)
}

/// The word may be a verb there: no article or the like stands before it, and it names no office, which stands beside names in
/// any order.
fn may_be_verb(sentence: &Sentence, at: usize) -> bool {
    const NOUN_BEHIND: [&str; 12] = ["a", "an", "the", "as", "of", "its", "his", "her", "their", "for", "s", "new"];
    let before = at.checked_sub(1).and_then(|b| sentence.tokens.get(b)).map_or("", |t| t.lower.as_str());
    let office = sentence.tokens.get(at).is_some_and(|t| text::name::is_role(&t.lower) || t.capital);
    // The French `a` is an auxiliary: `a demandé`. What is counted is no verb: `six ferries`.
    let auxiliary =
        before == "a" && sentence.tokens.get(at).is_some_and(|t| t.lower.ends_with(['é', 't', 'i', 'u', 's']));
    let counted = at.checked_sub(1).and_then(|b| sentence.tokens.get(b)).is_some_and(|t| t.sort == Sort::Number);
    auxiliary
        || !office && !counted && !NOUN_BEHIND.contains(&before) && !before.ends_with("'s") && !before.ends_with("’s")
}

/// The tokens of the source at which all words of the draft's fact stand together, when that is one place only.
fn spots(case: &Case<'_>, fact: &Range<usize>, source: &Sentence) -> Option<Range<usize>> {
    let own: Vec<_> = fact.clone().filter_map(|i| case.sentence.tokens.get(i)).filter(|t| t.is_content()).collect();
    let last = own.last()?;
    let mut hits = (0..source.tokens.len()).filter(|k| source.tokens.get(*k).is_some_and(|t| last.same(t)));
    let end = hits.next()?;
    let all = own.iter().all(|w| source.tokens.iter().any(|t| w.same(t)));
    (hits.next().is_none() && all).then_some((end + 1).saturating_sub(own.len())..end + 1)
}

fn passive(sentence: &Sentence, between: &Range<usize>) -> bool {
    between
        .clone()
        .filter_map(|i| sentence.tokens.get(i))
        .any(|t| matches!(t.lower.as_str(), "by" | "par" | "from" | "من" | "से" | "द्वारा"))
}

fn finding(case: &Case<'_>, at: Range<usize>, id: SentenceId, source: &Sentence, tokens: Range<usize>) -> Finding {
    let first = source.tokens.get(tokens.start).map_or(source.range.start, |t| t.range.start);
    let last = source.tokens.get(tokens.end.saturating_sub(1)).map_or(source.range.end, |t| t.range.end);
    let place = Place { text: id.text, range: first..last };
    let told = format!(
        "The draft turns it round: it says {}; {} says {}.",
        reason::value(case.printed(&at)),
        case.agency(id.text),
        reason::value(case.source(&place))
    );
    case.finding(Kind::Relation, (Severity::Block, Verdict::Contradicted), &at, Some(&place), told)
}
