//! Rise and fall, win and lose, before and after, more than and less than.

use std::ops::Range;

use news::verdict::{Finding, Kind};
use text::cue::Cue;

use super::{Case, Place};
use crate::fact::Sentence;

/// A direction word of the draft that the source does not have, while it has the contrary in that place.
pub(crate) fn check(case: &Case<'_>) -> Vec<Finding> {
    let cues = case.sentence.cues.iter().filter_map(|(range, cue)| Some((range, *cue, cue.opposite()?)));
    cues.filter_map(|(range, cue, opposite)| turned(case, range, cue, opposite)).collect()
}

fn turned(case: &Case<'_>, range: &Range<usize>, cue: Cue, opposite: Cue) -> Option<Finding> {
    let at = case.tokens(range);
    // Only words that do not stand in the source: `lost` carries two cues and may stand there as it is.
    if at.clone().all(|i| case.spot(i).is_some_and(|s| s.ordered)) {
        return None;
    }
    for id in case.home(&at) {
        let source = case.sources.sentence(id)?;
        let unused =
            |c: Cue| source.cues.iter().find(move |(r, k)| *k == c && tokens(source, r).any(|t| !case.is_used(id, t)));
        if unused(cue).is_some() {
            continue;
        }
        if let Some((theirs, _)) = unused(opposite) {
            return Some(case.contradicted(Kind::Direction, range, &Place { text: id.text, range: theirs.clone() }));
        }
    }
    None
}

fn tokens(sentence: &Sentence, range: &Range<usize>) -> Range<usize> {
    let first = sentence.tokens.partition_point(|t| t.range.end <= range.start);
    first..sentence.tokens.partition_point(|t| t.range.start < range.end).max(first)
}
