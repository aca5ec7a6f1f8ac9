//! Texts cut into stretches at what is cited and what is wrong.

use std::ops::Range;

use news::verdict::{Sentence, Severity};

/// A stretch of text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stretch {
    /// The words.
    pub text: String,
    /// Of the draft: what is wrong. Of a source: what it says instead.
    pub wrong: bool,
    /// Of a source: numbers of the sentences that rest on it.
    pub cited: Vec<usize>,
    /// Of a source: the sentences whose first evidence begins here.
    pub starts: Vec<usize>,
}

/// A draft sentence cut at what is wrong in it; nothing is marked when it is the whole sentence.
pub fn wrong(text: &str, ranges: Vec<Range<usize>>) -> Vec<Stretch> {
    let ranges: Vec<Range<usize>> = ranges.into_iter().filter(|r| r.len() < text.len()).collect();
    let cuts = cuts(text, ranges.iter());
    let stretch = |r: Range<usize>| Stretch {
        wrong: ranges.iter().any(|w| w.start <= r.start && r.end <= w.end),
        text: text.get(r).unwrap_or_default().into(),
        ..Stretch::default()
    };
    cuts.into_iter().map(stretch).collect()
}

/// A source's paragraphs, each cut at the citations of all sentences.
pub fn source(pasted: &crate::Pasted, sentences: &[(usize, &Sentence)]) -> Vec<Vec<Stretch>> {
    let own = |hash: &news::Hash| *hash == pasted.text_hash;
    let cited: Vec<(usize, Range<usize>, bool)> = sentences
        .iter()
        .flat_map(|(n, s)| {
            let of_text = s.citations.iter().enumerate().filter(move |(_, c)| own(&c.text_hash));
            of_text.map(move |(i, c)| (*n, c.range.clone(), i == 0))
        })
        .collect();
    let instead: Vec<Range<usize>> = sentences
        .iter()
        .flat_map(|(_, s)| &s.findings)
        .filter(|f| f.severity == Severity::Block)
        .filter_map(|f| f.citation.as_ref().filter(|c| own(&c.text_hash)).map(|c| c.range.clone()))
        .collect();
    let text = pasted.text.as_str();
    let cuts = cuts(text, cited.iter().map(|(_, r, _)| r).chain(&instead));
    let mut out = vec![Vec::new()];
    for range in cuts {
        let covers = |r: &Range<usize>| r.start <= range.start && range.end <= r.end;
        let numbers: Vec<usize> = cited.iter().filter(|(_, r, _)| covers(r)).map(|(n, ..)| *n).collect();
        let starts: Vec<usize> =
            cited.iter().filter(|(_, r, first)| *first && r.start == range.start).map(|(n, ..)| *n).collect();
        let wrong = instead.iter().any(covers);
        for (i, line) in text.get(range.clone()).unwrap_or_default().split('\n').enumerate() {
            if i > 0 {
                out.push(Vec::new());
            }
            let starts = if i == 0 { starts.clone() } else { Vec::new() };
            let stretch = Stretch { text: line.into(), wrong, cited: numbers.clone(), starts };
            if let Some(last) = out.last_mut().filter(|_| !line.is_empty() || !stretch.starts.is_empty()) {
                last.push(stretch);
            }
        }
    }
    out.retain(|p| !p.is_empty());
    out
}

/// The pieces between all ends of `ranges`, without empty ones.
fn cuts<'r>(text: &str, ranges: impl Iterator<Item = &'r Range<usize>>) -> Vec<Range<usize>> {
    let mut ends: Vec<usize> = ranges.flat_map(|r| [r.start, r.end]).chain([0, text.len()]).collect();
    ends.retain(|e| text.is_char_boundary(*e));
    ends.sort_unstable();
    ends.dedup();
    ends.windows(2).filter_map(|w| Some(*w.first()?..*w.last()?)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::single_range_in_vec_init, reason = "one range is wrong there")]
    fn a_draft_is_cut_at_what_is_wrong() {
        let cut = wrong("It closes for 21 days.", vec![14..16, 14..21]);
        let words: Vec<(&str, bool)> = cut.iter().map(|s| (s.text.as_str(), s.wrong)).collect();
        assert_eq!(words, [("It closes for ", false), ("21", true), (" days", true), (".", false)]);
        assert!(wrong("All of it.", vec![0..10]).iter().all(|s| !s.wrong));
        assert!(wrong("", vec![0..4]).is_empty());
    }
}
