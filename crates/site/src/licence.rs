//! How many of a source's words a page may show.

use std::collections::HashMap;

use news::{Hash, SourceId, StoryId, source::Treatment};

use crate::site::Ask;

/// The first `allowed` words of `text`, with ` …` when something was cut, and how many words were kept.
pub fn cut(text: &str, allowed: usize) -> (String, usize) {
    let total = text.split_whitespace().count();
    if total <= allowed {
        return (text.to_owned(), total);
    }
    if allowed == 0 {
        return (String::new(), 0);
    }
    let words: Vec<&str> = text.split_whitespace().take(allowed).collect();
    (format!("{} …", words.join(" ")), allowed)
}

/// What the sources' terms say, by source.
pub fn terms(ask: &mut Ask<'_>) -> Result<HashMap<SourceId, (u32, Treatment)>, store::Error> {
    let shown = |t: &news::source::NewSource| if t.treatment == Treatment::LinkOnly { 0 } else { t.show_words };
    let lang = ask.lang();
    Ok(ask.beside_page(&lang)?.sources.iter().map(|(id, terms)| (*id, (shown(terms), terms.treatment))).collect())
}

/// What a story's sources say about its page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    /// Words of the summary that a list may show: as many as the strictest of the sources that gives any words at all.
    pub summary_words: usize,
    /// How their copy is used, where it is the same for all: passed through as sent, in a round-up.
    pub treatment: Option<Treatment>,
}

/// The terms of a story's sources together.
pub fn of_story(ask: &mut Ask<'_>, story: StoryId) -> Result<Terms, store::Error> {
    let sources = store::source::of_story(ask.c, story)?;
    // A story whose reports were all withdrawn since has no source that could forbid its own words.
    if sources.is_empty() {
        return Ok(Terms { summary_words: usize::MAX, treatment: None });
    }
    let treatment = shared(sources.iter().map(|(treatment, _)| *treatment));
    let shown = sources.iter().filter(|(treatment, _)| *treatment != Treatment::LinkOnly).map(|(_, words)| *words);
    Ok(Terms { summary_words: shown.filter(|words| *words > 0).min().unwrap_or(0) as usize, treatment })
}

/// The treatment that all have; `None` where they differ.
pub fn shared(mut treatments: impl Iterator<Item = Treatment>) -> Option<Treatment> {
    let first = treatments.next()?;
    treatments.all(|t| t == first).then_some(first)
}

/// Words of each source that one page has shown so far. The same bytes shown twice count once.
#[derive(Debug, Default)]
pub struct Budget {
    used: HashMap<SourceId, usize>,
    shown: HashMap<(Hash, usize, usize), String>,
}

impl Budget {
    /// The words of a source's text at `range`, as far as `allowed` words in all still reach.
    pub fn spend(
        &mut self,
        source: SourceId,
        allowed: u32,
        text: Hash,
        range: &std::ops::Range<usize>,
        words: &str,
    ) -> String {
        let key = (text, range.start, range.end);
        if let Some(shown) = self.shown.get(&key) {
            return shown.clone();
        }
        let used = self.used.entry(source).or_insert(0);
        let (shown, count) = cut(words, (allowed as usize).saturating_sub(*used));
        *used += count;
        self.shown.insert(key, shown.clone());
        shown
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_never_shows_more_words_than_its_licence() {
        let mut budget = Budget::default();
        let mut show =
            |at: usize, words: &str| budget.spend(SourceId(1), 5, Hash::of(b"t"), &(at..at + words.len()), words);
        assert_eq!(show(0, "one two three"), "one two three");
        assert_eq!(show(0, "one two three"), "one two three");
        assert_eq!(show(20, "four five six"), "four five …");
        assert_eq!(show(40, "seven"), "");
        assert_eq!(cut("a b", 0), (String::new(), 0));
    }
}
