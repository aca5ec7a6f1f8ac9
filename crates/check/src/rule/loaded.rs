//! Words that judge and that no source uses.

use news::verdict::{Finding, Kind};
use text::cue::Cue;

use super::Case;
use crate::reason;

/// Loaded words of the draft that stand in no source of its language.
pub(crate) fn check(case: &Case<'_>) -> Vec<Finding> {
    let loaded = case.sentence.cues.iter().filter(|(_, cue)| *cue == Cue::Loaded);
    let unknown =
        loaded.filter(|(range, _)| case.tokens(range).all(|i| case.sentence.tokens.get(i).is_some_and(|t| t.id == 0)));
    unknown
        .map(|(range, _)| {
            let told = format!("{} judges, and no source uses the word.", reason::value(case.printed(range)));
            case.missing(Kind::LoadedWord, range, told)
        })
        .collect()
}
