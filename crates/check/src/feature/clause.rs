//! A clause of the draft that no source has anything of: `, after a fire at the main warehouse`.

use std::ops::Range;

use text::synonym::Kin;

use crate::fact::{SentenceId, Token};
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

/// Nearness of its words to those of the sentences close by, on average, from which a clause says something of theirs.
const AKIN: f64 = 0.6;

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
    // Source words that the rest of the sentence has already are not the clause's too.
    let outside = |clause: &Range<usize>| -> Vec<(SentenceId, usize)> {
        let spots = case.sentence.tokens.iter().zip(&case.align.spots);
        let rest = spots.filter(|(t, _)| t.range.end <= clause.start || t.range.start >= clause.end);
        rest.filter_map(|(_, s)| s.as_ref().map(|s| (s.sentence, s.token))).collect()
    };
    clauses.into_iter().filter(|c| !said(c)).find(|clause| {
        let inside = || words.iter().filter(|w| clause.start <= w.token.range.start && w.token.range.end <= clause.end);
        // What is put behind a copy has no words of its own for what the source says: likeness does not excuse it.
        let added = is_copied_around(case, clause);
        let like = |w: &Word<'_>| !added && w.like >= super::word::ALIKE;
        // A circumstance told behind, `after a fire`, is what is invented most.
        let far = |w: &&Word<'_>| opened(clause) && !like(w) && !is_near(case, &outside(clause), w);
        let own = inside().filter(|w| w.kinship() > 2 && !like(w) || far(w)).count();
        // A cause or an occasion of two words that are both the draft's own is one that no source tells.
        let least = if is_cause(case.printed(clause)) { LEAST - 1 } else { LEAST };
        let near: f64 = inside().map(Word::nearness).sum::<f64>() / inside().count().max(1) as f64;
        inside().count() >= least && own as f64 >= MUCH * inside().count() as f64 && (added || near < AKIN)
    })
}

/// The words outside the clause stand in the source, in order.
fn is_copied_around(case: &Case<'_>, clause: &Range<usize>) -> bool {
    const SHARE: f64 = 0.8;
    let tokens = case.sentence.tokens.iter().zip(&case.align.spots);
    let rest = tokens.filter(|(t, _)| t.is_content() && (t.range.end <= clause.start || t.range.start >= clause.end));
    let (all, placed) =
        rest.fold((0, 0), |(all, placed), (_, s)| (all + 1, placed + usize::from(s.is_some_and(|s| s.ordered))));
    all >= LEAST && placed as f64 >= SHARE * all as f64
}

/// `because of corruption`, `after a fire`: what it begins with is a cause or an occasion.
fn is_cause(clause: &str) -> bool {
    const CAUSES: [&str; 8] = ["because", "after", "amid", "despite", "during", "following", "unless", "if"];
    clause.split(' ').next().is_some_and(|w| CAUSES.contains(&w.to_lowercase().as_str()))
}

/// A source sentence close by has the word, or one for it that the rest of the draft sentence does not stand for.
fn is_near(case: &Case<'_>, taken: &[(SentenceId, usize)], word: &Word<'_>) -> bool {
    let akin = |t: &Token| case.is_akin(word.token, t, Kin::Kind);
    case.nearby().into_iter().any(|id| {
        let Some(sentence) = case.sources.sentence(id) else { return false };
        // `before the month ends` for `this month`, which is a date.
        if word.token.id != 0 && sentence.inner.contains(&word.token.id) {
            return true;
        }
        sentence.tokens.iter().enumerate().any(|(k, t)| akin(t) && !taken.contains(&(id, k)))
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
