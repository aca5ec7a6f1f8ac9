//! Which findings stand.
//!
//! The rules compare a draft with the source words in the same place. Where a draft is copied or cut, that is exact. Where it
//! says the same in other words there is often no such place, and a rule that finds a fact elsewhere has found rewording, not a
//! fault: such a finding becomes a remark. What no source has at all, and what a rule reads from the small words, stays.

use news::verdict::{Finding, Kind, Severity};
use text::cue::Cue;

use crate::fact::Sentence;
use crate::feature::Word;
use crate::rule::Case;

/// Share of a sentence's weight that stands in the sentences used, from which every word has its place there.
pub(crate) const LAID: f64 = 0.7;
/// Words in a row that no source has anything like: a clause of the draft's own.
const CLAUSE: usize = 3;
/// In a sentence of so few words, the share that no source has anything like from which each of them counts.
const SHORT: usize = 6;
const MUCH: f64 = 0.25;

/// Lowers the findings that reworded sentences bring with them.
pub(crate) fn settle(case: &Case<'_>, words: &[Word<'_>], laid: bool, findings: &mut [Finding]) {
    for finding in findings.iter_mut().filter(|f| f.severity == Severity::Block) {
        let stays = if laid { !is_lone_word(case, words, finding) } else { stands(case, words, finding) };
        if !stays {
            finding.severity = Severity::Warn;
        }
    }
}

/// One plain word more than the source has, in the place of none: `also improves`.
fn is_lone_word(case: &Case<'_>, words: &[Word<'_>], finding: &Finding) -> bool {
    let added =
        finding.kind == Kind::Support && finding.source.is_none() && finding.at.len() < case.sentence.range.len();
    let inside = inside(case, words, finding);
    added && matches!(inside.as_slice(), [word] if !word.number && !word.name)
}

fn inside<'w, 't>(case: &Case<'_>, words: &'w [Word<'t>], finding: &Finding) -> Vec<&'w Word<'t>> {
    let start = case.sentence.range.start;
    let (from, to) = (start + finding.at.start, start + finding.at.end);
    words.iter().filter(|w| w.token.range.start < to && from < w.token.range.end).collect()
}

fn stands(case: &Case<'_>, words: &[Word<'_>], finding: &Finding) -> bool {
    let start = case.sentence.range.start;
    let (from, to) = (start + finding.at.start, start + finding.at.end);
    let inside = inside(case, words, finding);
    let unknown = |w: &&&Word<'_>| w.distance() > 3;
    match finding.kind {
        Kind::Support => {
            let fact = inside.iter().any(|w| (w.number || w.name) && w.distance() > 1);
            let runs = inside.chunk_by(|a, b| unknown(&a) && unknown(&b));
            let unlike = words.iter().filter(|w| w.distance() > 3).count();
            let much = words.len() <= SHORT && unlike as f64 >= MUCH * words.len() as f64;
            fact || much || runs.into_iter().any(|run| run.len() >= CLAUSE && run.iter().all(|w| w.distance() > 3))
        }
        Kind::Negation => !weakens(case, from, to) && !is_denied_otherwise(case),
        Kind::Name | Kind::Number | Kind::Date | Kind::Place | Kind::Speaker => {
            inside.iter().any(|w| !w.found && w.distance() > 1)
        }
        _ => true,
    }
}

/// The draft's own words there only make it less certain: `is expected to` for `will`.
fn weakens(case: &Case<'_>, from: usize, to: usize) -> bool {
    let mut cues =
        case.sentence.cues.iter().filter(|(r, _)| r.start < to && from < r.end).map(|(_, cue)| *cue).peekable();
    cues.peek().is_some() && cues.all(|cue| cue == Cue::Modality)
}

/// Draft and source deny something both, be it in other places: `failed to agree` and `no agreement`.
fn is_denied_otherwise(case: &Case<'_>) -> bool {
    let denies = |s: &Sentence| s.cues.iter().any(|(_, cue)| *cue == Cue::Negation);
    let sources = || case.nearby().into_iter().filter_map(|id| case.sources.sentence(id));
    denies(case.sentence) == sources().any(denies)
}
