//! Who did it to whom: two names on either side of a verb must not change sides.

use std::ops::Range;

use news::verdict::{Finding, Kind, Severity, Verdict};

use super::{Case, Place};
use crate::fact::{Sentence, SentenceId, Sort};
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
    facts.windows(2).filter_map(|pair| swapped(case, pair.first()?, pair.last()?)).take(1).collect()
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
        let (Some(x), Some(y)) = (spots(case, &first, source), spots(case, &second, source)) else { continue };
        // Both stand there once, the second first.
        if y.end > x.start || passive(case.sentence, &between) != passive(source, &(y.end..x.start)) {
            continue;
        }
        let verb = between
            .clone()
            .filter_map(|i| case.sentence.tokens.get(i))
            .filter(|t| t.sort == Sort::Word)
            .any(|t| (y.end..x.start).filter_map(|k| source.tokens.get(k)).any(|o| t.same(o)));
        if verb {
            return Some(finding(case, a.start..b.end, id, source, y.start..x.end));
        }
    }
    None
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
    case.finding(Kind::Name, (Severity::Block, Verdict::Contradicted), &at, Some(&place), told)
}
