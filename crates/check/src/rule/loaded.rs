//! Words and phrases that judge or fill, and that no source uses: `shocking`, `remains to be seen`.

use news::verdict::{Finding, Kind};
use text::cue::Cue;

use super::Case;
use crate::reason;

/// Loaded words of the draft that stand in no source of its language.
pub(crate) fn check(case: &Case<'_>) -> Vec<Finding> {
    let loaded = case.sentence.cues.iter().filter(|(_, cue)| *cue == Cue::Loaded);
    let unknown = loaded.filter(|(range, _)| {
        // A phrase of plain words, `remains to be seen`, must stand there as a whole.
        let phrase = crate::fact::fold(case.printed(range));
        if phrase.trim().contains(' ') {
            return !case.texts.iter().filter_map(|t| case.sources.readings.get(*t)).any(|r| r.words.contains(&phrase));
        }
        case.tokens(range).all(|i| case.sentence.tokens.get(i).is_some_and(|t| t.id == 0))
    });
    unknown
        .map(|(range, _)| {
            let told = format!("{} judges, and no source says so.", reason::value(case.printed(range)));
            case.missing(Kind::LoadedWord, range, told)
        })
        .collect()
}
