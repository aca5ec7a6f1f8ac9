//! Quotations and reported speech.

mod lexicon;
mod marks;
mod saying;

use news::Lang;
use std::ops::Range;

/// How a verb of saying colours what is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// alleged, claimed, suspected
    Weak,
    /// said, told
    Neutral,
    /// confirmed, admitted, revealed, proved
    Strong,
}

/// Words between quotation marks of any style.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// Bytes between the marks, marks left out.
    pub inner: Range<usize>,
    /// Who says it, where the paragraph tells.
    pub speaker: Option<Range<usize>>,
}

/// Speech reported without marks: `the ministry said …`, `…, according to police`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saying {
    /// Bytes of the verb or `according to`.
    pub verb: Range<usize>,
    /// Who says it.
    pub speaker: Option<Range<usize>>,
    /// Its colour.
    pub strength: Strength,
}

/// Quotations in `text`; marks are paired inside a line, and one left open runs to the line's end.
pub fn quotes(text: &str, lang: &Lang) -> Vec<Quote> {
    let spans = marks::pairs(text);
    if spans.is_empty() {
        return Vec::new();
    }
    let sayings = saying::all(text, lang, &spans);
    spans.into_iter().map(|inner| Quote { speaker: speaker(text, &inner, &sayings), inner }).collect()
}

/// Reported speech in `text`; verbs inside quotation marks do not count.
pub fn sayings(text: &str, lang: &Lang) -> Vec<Saying> {
    saying::all(text, lang, &marks::pairs(text))
}

/// The strength of a verb of saying, `None` for any other word: `revealed` is strong, `said` neutral.
pub fn strength(lower: &str, lang: &Lang) -> Option<Strength> {
    lexicon::verb(&crate::lex::fold(lower), lang.primary()).map(|v| v.strength)
}

/// The speaker of the saying nearest to the quotation in its line.
fn speaker(text: &str, inner: &Range<usize>, sayings: &[Saying]) -> Option<Range<usize>> {
    let line = text.get(..inner.start)?.rfind('\n').map_or(0, |at| at + 1);
    let end = text.get(inner.end..)?.find('\n').map_or(text.len(), |at| inner.end + at);
    let near = sayings.iter().filter(|s| s.speaker.is_some() && s.verb.start >= line && s.verb.end <= end);
    let apart = |s: &&Saying| {
        if s.verb.start >= inner.end { s.verb.start - inner.end } else { inner.start.saturating_sub(s.verb.end) }
    };
    near.min_by_key(apart).and_then(|s| s.speaker.clone())
}

#[cfg(test)]
mod tests;
