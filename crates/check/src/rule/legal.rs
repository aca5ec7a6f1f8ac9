//! Suspected, arrested, charged, convicted, acquitted are different facts.

use std::ops::Range;

use news::verdict::{Finding, Kind};
use text::cue::Cue;

use super::{Case, Place};
use crate::reason;

/// A legal status of the draft that the source sentences do not give.
pub(crate) fn check(case: &Case<'_>) -> Vec<Finding> {
    let cues = case.sentence.cues.iter().filter_map(|(range, cue)| cue.legal_step().map(|_| (range, *cue)));
    cues.filter_map(|(range, cue)| status(case, range, cue)).collect()
}

fn status(case: &Case<'_>, range: &Range<usize>, cue: Cue) -> Option<Finding> {
    let at = case.tokens(range);
    if at.clone().any(|i| case.anchor(i).is_some()) && at.clone().all(|i| case.spot(i).is_some()) {
        return None;
    }
    let home = case.home(&at);
    let sentences: Vec<_> = home.iter().filter_map(|id| Some((id.text, case.sources.sentence(*id)?))).collect();
    if sentences.iter().any(|(_, s)| s.cues.iter().any(|(_, c)| *c == cue)) {
        return None;
    }
    let other = sentences.iter().find_map(|(text, s)| {
        let (theirs, _) = s.cues.iter().find(|(_, c)| c.legal_step().is_some() && *c != cue)?;
        Some(Place { text: *text, range: theirs.clone() })
    });
    Some(match other {
        Some(place) => case.contradicted(Kind::LegalStatus, range, &place),
        None => {
            let told = format!("No source says {} here.", reason::value(case.printed(range)));
            case.missing(Kind::LegalStatus, range, told)
        }
    })
}
