//! Suspected, arrested, charged, convicted, acquitted are different facts.

use std::ops::Range;

use news::verdict::{Finding, Kind};
use text::cue::Cue;

use super::{Case, Place};
use crate::fact::Sentence;
use crate::reason;

/// A legal status of the draft that the source sentences do not give.
pub(crate) fn check(case: &Case<'_>) -> Vec<Finding> {
    let cues = case.sentence.cues.iter().filter_map(|(range, cue)| cue.legal_step().map(|_| (range, *cue)));
    cues.filter_map(|(range, cue)| status(case, range, cue)).collect()
}

/// `guilty`, `a conviction`, `the charges`: the status without its verb.
fn is_told_as_noun(sentence: &Sentence, cue: Cue) -> bool {
    let nouns: &[&str] = match cue {
        Cue::Charged => &["charge", "charges", "indictment"],
        Cue::Convicted => &["guilty", "conviction", "convictions", "sentence", "verdict"],
        Cue::Acquitted => &["acquittal", "cleared"],
        _ => &[],
    };
    sentence.tokens.iter().any(|t| nouns.contains(&t.lower.as_str()))
}

/// A source sentence that the words at `at` come from has the status.
fn is_told(case: &Case<'_>, at: &Range<usize>, cue: Cue) -> bool {
    let home = case.home(at).into_iter().filter_map(|id| case.sources.sentence(id));
    home.into_iter().any(|s| s.cues.iter().any(|(_, c)| *c == cue))
}

/// `who has not been charged` where the next sentence of the source is `He has not been charged`.
fn is_told_alike(case: &Case<'_>, range: &Range<usize>, cue: Cue) -> bool {
    const NEAR: usize = 4;
    let denied = |s: &Sentence, at: &Range<usize>| {
        let place = s.tokens.partition_point(|t| t.range.end <= at.start);
        let before = s.tokens.get(place.saturating_sub(NEAR)..place).unwrap_or_default();
        s.cues
            .iter()
            .any(|(r, c)| *c == Cue::Negation && before.iter().any(|t| r.start < t.range.end && t.range.start < r.end))
    };
    let own = denied(case.sentence, range);
    let nearby = case.nearby().into_iter().filter_map(|id| case.sources.sentence(id));
    // Of whom the sentence before tells: a pronoun says so.
    let goes_on = |s: &Sentence| s.tokens.first().is_some_and(|t| super::name::is_pronoun(&t.lower));
    nearby.into_iter().filter(|s| goes_on(s)).any(|s| s.cues.iter().any(|(r, c)| *c == cue && denied(s, r) == own))
}

fn status(case: &Case<'_>, range: &Range<usize>, cue: Cue) -> Option<Finding> {
    let at = case.tokens(range);
    // Who pleads guilty or not says so himself.
    let pleads =
        at.start.checked_sub(1).and_then(|b| case.sentence.tokens.get(b)).is_some_and(|t| t.lower.starts_with("plead"));
    if pleads && cue == Cue::Acquitted {
        return None;
    }
    if at.clone().any(|i| case.anchor(i).is_some()) && at.clone().all(|i| case.spot(i).is_some()) {
        return None;
    }
    // In other words a suspicion may be told as such of what the source tells as an arrest or a claim.
    // Who is charged is accused.
    let accused = case.printed(range).to_lowercase().starts_with("accus");
    // `the suspect`, `an accusation`: said close by, as a noun or of the same people.
    let told_beside = || {
        let stem = case.printed(range).to_lowercase().chars().take(6).collect::<String>();
        let stem = if stem.starts_with("accus") { "accus".to_owned() } else { stem };
        let nearby = case.nearby().into_iter().filter_map(|id| case.sources.sentence(id));
        nearby.into_iter().any(|s| s.tokens.iter().any(|t| t.lower.starts_with(&stem)))
    };
    if cue == Cue::Suspected && (!case.laid || accused && is_told(case, &at, Cue::Charged) || told_beside()) {
        return None;
    }
    let home = if case.laid { case.home(&at) } else { case.nearby() };
    let sentences: Vec<_> = home.iter().filter_map(|id| Some((id.text, case.sources.sentence(*id)?))).collect();
    let told = |s: &Sentence| s.cues.iter().any(|(_, c)| *c == cue) || (!case.laid && is_told_as_noun(s, cue));
    if sentences.iter().any(|(_, s)| told(s)) || is_told_alike(case, range, cue) {
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
