//! The two sides of a vote or a match: `79 to 61` is not `61 to 79`.

use std::ops::Range;

use news::verdict::{Finding, Kind};
use text::cue::Cue;
use text::number::{Quantity, Unit};

use super::{Case, Place};
use crate::fact::Sentence;

/// Words between the two numbers of a tally, beside what is counted.
const JOINTS: [&str; 6] = ["to", "against", "contre", "à", "versus", "v"];

/// A tally of the draft whose sides stand the other way round in a source sentence of the same outcome.
pub(crate) fn check(case: &Case<'_>) -> Vec<Finding> {
    tallies(case.text, case.sentence).into_iter().filter_map(|own| turned(case, &own)).take(1).collect()
}

/// Bytes of a tally and its two numbers.
type Tally = (Range<usize>, f64, f64);

fn turned(case: &Case<'_>, (at, a, b): &Tally) -> Option<Finding> {
    let lost = outcome(case.sentence);
    let nearby = case.nearby().into_iter().filter_map(|id| Some((id.text, case.sources.sentence(id)?)));
    let theirs: Vec<(usize, bool, Tally)> = nearby
        .flat_map(|(text, s)| {
            let all = case.sources.evidence.get(text).map_or("", |e| e.text.as_str());
            tallies(all, s).into_iter().map(move |t| (text, outcome(s), t))
        })
        .collect();
    if theirs.iter().any(|(_, _, (_, x, y))| x == a && y == b) {
        return None;
    }
    // `lost 61 to 79` for `won 79 to 61`.
    let (text, _, (range, ..)) = theirs.iter().find(|(_, other, (_, x, y))| x == b && y == a && *other == lost)?;
    Some(case.contradicted(Kind::Relation, at, &Place { text: *text, range: range.clone() }))
}

/// Whether a sentence tells of a defeat or a refusal.
fn outcome(sentence: &Sentence) -> bool {
    const LOST: [&str; 5] = ["reject", "defeat", "refus", "lost", "lose"];
    sentence.cues.iter().any(|(_, c)| *c == Cue::Lose)
        || sentence.tokens.iter().any(|t| LOST.iter().any(|w| t.lower.starts_with(w)))
}

fn tallies(text: &str, sentence: &Sentence) -> Vec<Tally> {
    let pairs = sentence.numbers.windows(2).filter_map(|pair| {
        let [a, b] = pair else { return None };
        let between = text.get(a.range.end..b.range.start)?.to_lowercase();
        let words: Vec<&str> = between.split_whitespace().collect();
        let joined = words.len() <= 3 && words.last().is_some_and(|w| JOINTS.contains(w)) && !between.contains(',');
        let before = text.get(sentence.range.start..a.range.start)?.trim_end().to_lowercase();
        let span = before.ends_with("from") || before.ends_with(" de") || before.ends_with("between");
        (joined && !span && is_plain(a) && is_plain(b)).then_some((a.range.start..b.range.end, a.low, b.low))
    });
    let scores = sentence.numbers.iter().filter(|q| q.unit == Unit::Score).map(|q| (q.range.clone(), q.low, q.high));
    pairs.chain(scores).filter(|(_, a, b)| a != b).collect()
}

fn is_plain(q: &Quantity) -> bool {
    q.unit == Unit::Count && q.low == q.high && q.low.fract() == 0.0
}
