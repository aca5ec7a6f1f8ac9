//! How far a draft sentence is copied, and whether its parts stand together in the source.

use crate::fact::{SentenceId, Sort};
use crate::rule::Case;
use crate::vocabulary::WordId;

use super::Word;

/// Share of the sentence's words, by threes, that stand beside one another in a source.
pub(crate) fn share(case: &Case<'_>) -> f64 {
    let ids: Vec<WordId> = case.sentence.tokens.iter().map(|t| t.id).collect();
    let found = ids.windows(3).filter(|three| case.sources.vocabulary.has_run(three)).count();
    found as f64 / ids.len().saturating_sub(2).max(1) as f64
}

/// Whether somewhere two neighbours of the draft are never near one another in a source: parts of different sentences, or of
/// one far apart, made one.
pub(crate) fn is_joined(case: &Case<'_>, words: &[Word<'_>]) -> bool {
    // Who said it may stand before, behind or between.
    let said = |w: &Word<'_>| {
        let parts = case.sentence.sayings.iter().flat_map(|s| s.speaker.iter().chain([&s.verb]));
        parts.into_iter().any(|r| r.start < w.token.range.end && w.token.range.start < r.end)
    };
    let known = |w: &Word<'_>| w.found && w.token.id != 0 && w.token.sort == Sort::Word && !said(w);
    // The head of the sentence may stand for a pronoun of the source.
    let pairs = words.windows(2).skip(if case.has_antecedent() { 2 } else { 0 });
    pairs.into_iter().any(|pair| {
        let [a, b] = pair else { return false };
        known(a) && known(b) && !is_jointed(case, a, b) && !are_near(case, a.token.id, b.token.id)
    })
}

/// Where two clauses meet, parts of two sentences may.
fn is_jointed(case: &Case<'_>, a: &Word<'_>, b: &Word<'_>) -> bool {
    const JOINTS: [&str; 12] =
        ["and", "but", "while", "as", "after", "before", "et", "mais", "tandis", "et", "और", "و"];
    let between = case.printed(&(a.token.range.end..b.token.range.start));
    between.contains([',', ';', ':', '—', '–', '(', ')', '،'])
        || between.split_whitespace().any(|w| JOINTS.contains(&w))
}

/// Whether a source sentence has both words within a few of one another.
fn are_near(case: &Case<'_>, a: WordId, b: WordId) -> bool {
    const NEAR: usize = 12;
    /// Sentences looked at.
    const MOST: usize = 24;
    let beside = |id: &SentenceId| {
        let Some(sentence) = case.sources.sentence(*id) else { return false };
        let at = |id: WordId| sentence.tokens.iter().enumerate().filter(move |(_, t)| t.id == id).map(|(i, _)| i);
        at(a).any(|i| at(b).any(|j| i.abs_diff(j) <= NEAR))
    };
    case.sources.vocabulary.postings(a).iter().take(MOST).any(beside)
}

impl Case<'_> {
    /// The sentences used and those right before and behind them.
    pub(crate) fn nearby(&self) -> Vec<SentenceId> {
        let mut out = Vec::new();
        for window in &self.align.windows {
            for n in window.first.saturating_sub(1)..=window.last + 1 {
                let id = SentenceId { text: window.text, n };
                if !out.contains(&id) {
                    out.push(id);
                }
            }
        }
        out
    }
}
