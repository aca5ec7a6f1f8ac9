//! A clause of the draft that no source has anything of: `, after a fire at the main warehouse`.

use std::ops::Range;

use crate::rule::Case;

use super::Word;

/// Words that open a clause.
const OPENERS: [&str; 21] = [
    "after",
    "as",
    "while",
    "during",
    "when",
    "because",
    "which",
    "who",
    "although",
    "though",
    "amid",
    "despite",
    "where",
    "since",
    "following",
    "unless",
    "until",
    "if",
    "whereas",
    "whose",
    "before",
];
/// Content words that a clause has at least.
const LEAST: usize = 3;
/// Share of them that the sources must not have, nor near words for them.
const MUCH: f64 = 0.7;

/// The first clause of a sentence of several that is the draft's own, as bytes of the part.
pub(crate) fn invented(case: &Case<'_>, words: &[Word<'_>]) -> Option<Range<usize>> {
    let clauses = clauses(case);
    if clauses.len() < 2 || !case.english {
        return None;
    }
    // Who said it may be told in words of the draft's own; the rules on speakers look there.
    let opened = |c: &Range<usize>| {
        let first = case.printed(c).split(' ').next().unwrap_or_default().to_lowercase();
        OPENERS.contains(&first.as_str())
    };
    let said = |c: &Range<usize>| {
        !opened(c) && case.sentence.sayings.iter().any(|s| c.start <= s.verb.start && s.verb.end <= c.end)
    };
    clauses.into_iter().filter(|c| !said(c)).find(|clause| {
        let inside = || words.iter().filter(|w| clause.start <= w.token.range.start && w.token.range.end <= clause.end);
        let own = inside().filter(|w| w.distance() > 2).count();
        inside().count() >= LEAST && own as f64 >= MUCH * inside().count() as f64
    })
}

/// The sentence cut at its commas and before the words that open a clause.
fn clauses(case: &Case<'_>) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    let mut start = case.sentence.range.start;
    let mut end = start;
    for token in &case.sentence.tokens {
        let gap = case.text.get(end..token.range.start).unwrap_or_default();
        let opens = gap.contains([',', ';', ':', '—', '–', '(', ')']) || OPENERS.contains(&token.lower.as_str());
        if opens && end > start {
            out.push(start..end);
            start = token.range.start;
        }
        end = token.range.end;
    }
    out.push(start..end);
    out
}
