//! A draft against itself: figures of the summary that its body never gives.

use news::verdict::{Finding, Kind, Part, Severity, Verdict};
use text::number::{Quantity, Unit};

use crate::fact::Reading;
use crate::{reason, rule};

/// Remarks on a sentence of the summary; none when there is no body. The sources may well have the figure: it is the reader of
/// the body who will look for it.
pub(crate) fn unsaid(part: Part, text: &str, summary: &Reading, n: usize, body: &[&Reading]) -> Vec<Finding> {
    let Some(sentence) = summary.sentences.get(n).filter(|_| part == Part::Summary && !body.is_empty()) else {
        return Vec::new();
    };
    let told = |q: &Quantity| {
        let numbers = body.iter().flat_map(|r| &r.sentences).flat_map(|s| &s.numbers);
        numbers.into_iter().any(|own| rule::same_value(q, own) || rule::number::is_same(q, own))
    };
    // `first`, `second` are words as much as figures.
    let unsaid = sentence.numbers.iter().filter(|q| q.unit != Unit::Ordinal && !told(q));
    unsaid
        .map(|q| {
            let printed = text.get(q.range.clone()).unwrap_or_default();
            Finding {
                kind: Kind::Sum,
                severity: Severity::Warn,
                verdict: Verdict::NotFound,
                at: q.range.start - sentence.range.start..q.range.end.min(sentence.range.end) - sentence.range.start,
                draft: printed.to_owned(),
                source: None,
                citation: None,
                reason: format!("The summary gives {}; the body does not.", reason::value(printed)),
            }
        })
        .collect()
}
