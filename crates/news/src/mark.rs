//! What stands out in a body's plain words: emphasis, links, subheadings. The words themselves stay plain, so that the check,
//! feeds, search and whoever reads them aloud see nothing else.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::{revision::Draft, verdict::Part};

/// In which manner words stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Manner {
    /// Stressed.
    Emphasis,
    /// Weighty.
    Strong,
    /// They lead to this address.
    Link(String),
    /// The paragraph is a subheading.
    Heading,
    /// The paragraph is a quotation.
    Quotation,
    /// The paragraph is an item of a list, with those around it that are.
    Item,
}

impl Manner {
    /// Whether it is of a whole paragraph.
    pub fn is_block(&self) -> bool {
        matches!(self, Self::Heading | Self::Quotation | Self::Item)
    }
}

/// Words of a paragraph that stand out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// Which paragraph, from 0.
    pub paragraph: usize,
    /// Which bytes of it.
    pub range: Range<usize>,
    /// How.
    pub manner: Manner,
}

impl Mark {
    /// The mark as a line that is the same wherever it is written: a revision's name is made of such lines.
    pub(crate) fn line(&self) -> String {
        let Self { paragraph, range: Range { start, end }, .. } = self;
        let (word, to) = match &self.manner {
            Manner::Emphasis => ("emphasis", ""),
            Manner::Strong => ("strong", ""),
            Manner::Link(to) => ("link ", to.as_str()),
            Manner::Heading => ("heading", ""),
            Manner::Quotation => ("quotation", ""),
            Manner::Item => ("item", ""),
        };
        format!("{paragraph} {start} {end} {word}{to}")
    }
}

/// Words in one manner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stretch<'a> {
    /// The words.
    pub text: &'a str,
    /// Stressed.
    pub emphasis: bool,
    /// Weighty.
    pub strong: bool,
    /// Where they lead.
    pub link: Option<&'a str>,
}

/// Whether a page may lead there: the web, an e-mail address, or an address of this site.
pub fn may_lead(url: &str) -> bool {
    let begins = |scheme: &str| url.get(..scheme.len()).is_some_and(|s| s.eq_ignore_ascii_case(scheme));
    let known = ["https://", "http://", "mailto:"].into_iter().any(|s| begins(s) && url.len() > s.len());
    let own = url.starts_with('/') && !url.starts_with("//") && !url.starts_with("/\\");
    (known || own) && !url.chars().any(|c| c.is_whitespace() || c.is_control())
}

impl Draft {
    /// What a paragraph is, when it is not a plain one.
    pub fn block(&self, paragraph: usize) -> Option<&Manner> {
        self.marks.iter().filter(|m| m.paragraph == paragraph).map(|m| &m.manner).find(|m| m.is_block())
    }

    /// Those bytes of a part as stretches, each in one manner. Marks that fit no letter are passed over.
    pub fn stretches(&self, part: Part, range: Range<usize>) -> Vec<Stretch<'_>> {
        let text = self.part(part);
        let inline = |m: &&Mark| Part::Body(m.paragraph) == part && !m.manner.is_block();
        let marks: Vec<&Mark> = self.marks.iter().filter(inline).collect();
        let mut cuts: Vec<usize> = marks.iter().flat_map(|m| [m.range.start, m.range.end]).collect();
        cuts.retain(|cut| range.contains(cut) && text.is_char_boundary(*cut));
        cuts.extend([range.start, range.end]);
        cuts.sort_unstable();
        cuts.dedup();
        let pairs = cuts.iter().zip(cuts.iter().skip(1));
        let stretch = |(&from, &to): (&usize, &usize)| {
            let over = || marks.iter().filter(move |m| m.range.start <= from && to <= m.range.end).map(|m| &m.manner);
            Some(Stretch {
                text: text.get(from..to)?,
                emphasis: over().any(|m| *m == Manner::Emphasis),
                strong: over().any(|m| *m == Manner::Strong),
                link: over().find_map(|m| if let Manner::Link(to) = m { Some(to.as_str()) } else { None }),
            })
        };
        pairs.filter_map(stretch).collect()
    }

    /// Puts `new` in place of those bytes of a part. Marks keep to the words that they were on, and end with them. Words taken out
    /// take one of the spaces around them along. Nothing is done where the bytes are not there.
    pub fn replace(&mut self, part: Part, mut range: Range<usize>, new: &str) {
        let text = match part {
            Part::Headline => &mut self.headline,
            Part::Summary => &mut self.summary,
            Part::Body(n) => match self.paragraphs.get_mut(n) {
                Some(paragraph) => paragraph,
                None => return,
            },
        };
        let Some(old) = text.get(range.clone()) else { return };
        // Only what differs is changed, so that what is marked around it stays marked.
        let same = old.char_indices().zip(new.chars()).find(|((_, a), b)| a != b).map(|((at, _), _)| at);
        let head = same.unwrap_or(old.len().min(new.len()));
        let (old, new) = (old.get(head..).unwrap_or_default(), new.get(head..).unwrap_or_default());
        let tail: usize =
            old.chars().rev().zip(new.chars().rev()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
        let new = new.get(..new.len() - tail).unwrap_or_default();
        range = range.start + head..range.end - tail;
        if new.is_empty() && text.get(range.end..).is_some_and(|after| after.starts_with(' ')) {
            range.end += 1;
        } else if new.is_empty() && text.get(..range.start).is_some_and(|before| before.ends_with(' ')) {
            range.start -= 1;
        }
        text.replace_range(range.clone(), new);
        let moved = |at: usize, inside: usize| match at {
            at if at <= range.start => at,
            at if at >= range.end => at - range.len() + new.len(),
            _ => inside,
        };
        for mark in self.marks.iter_mut().filter(|m| Part::Body(m.paragraph) == part) {
            mark.range =
                moved(mark.range.start, range.start + new.len())..moved(mark.range.end, range.start + new.len());
        }
        self.marks.retain(|m| m.manner.is_block() || !m.range.is_empty());
    }

    /// Takes out the paragraphs that `keep` does not want, with their marks; the others close up.
    pub fn retain_paragraphs(&mut self, keep: impl Fn(&str) -> bool) {
        let mut places = Vec::with_capacity(self.paragraphs.len());
        let mut kept = 0;
        for paragraph in &self.paragraphs {
            let stays = keep(paragraph);
            places.push(stays.then_some(kept));
            kept += usize::from(stays);
        }
        self.paragraphs.retain(|p| keep(p));
        self.marks.retain_mut(|mark| {
            let place = places.get(mark.paragraph).copied().flatten();
            mark.paragraph = place.unwrap_or_default();
            place.is_some()
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(paragraph: usize, range: Range<usize>, manner: Manner) -> Mark {
        Mark { paragraph, range, manner }
    }

    fn draft(paragraph: &str, marks: Vec<Mark>) -> Draft {
        Draft { paragraphs: vec![paragraph.into()], marks, ..Draft::default() }
    }

    #[test]
    fn words_fall_into_stretches() {
        let link = Manner::Link("https://a.example/".into());
        let draft = draft(
            "One two three.",
            vec![mark(0, 0..7, Manner::Strong), mark(0, 4..7, link), mark(1, 0..3, Manner::Strong)],
        );
        let found = draft.stretches(Part::Body(0), 2..14);
        let words: Vec<_> = found.iter().map(|s| (s.text, s.strong, s.link)).collect();
        assert_eq!(
            words,
            [("e ", true, None), ("two", true, Some("https://a.example/")), (" three.", false, None)],
            "{found:?}"
        );
        assert_eq!(draft.stretches(Part::Headline, 0..0), []);
    }

    #[test]
    fn marks_keep_to_their_words_when_a_value_changes() {
        let marks =
            || vec![mark(0, 0..3, Manner::Strong), mark(0, 4..6, Manner::Emphasis), mark(0, 7..11, Manner::Strong)];
        let mut changed = draft("The 12 died.", marks());
        changed.replace(Part::Body(0), 0..12, "The 140 died.");
        assert_eq!(changed.paragraphs, ["The 140 died."]);
        let ranges: Vec<_> = changed.marks.iter().map(|m| m.range.clone()).collect();
        assert_eq!(ranges, [0..3, 4..7, 8..12]);
        let mut cut = draft("The 12 died.", marks());
        cut.replace(Part::Body(0), 4..6, "");
        assert_eq!((cut.paragraphs.as_slice(), cut.marks.len()), (&["The died.".to_owned()][..], 2));
        assert_eq!(cut.part(Part::Body(0)).get(cut.marks.last().unwrap().range.clone()), Some("died"));
    }

    #[test]
    fn a_paragraph_goes_with_its_marks() {
        let mut draft = Draft {
            paragraphs: vec!["One".into(), String::new(), "Three".into()],
            marks: vec![mark(1, 0..0, Manner::Item), mark(2, 0..5, Manner::Heading)],
            ..Draft::default()
        };
        draft.retain_paragraphs(|p| !p.is_empty());
        assert_eq!(draft.paragraphs, ["One", "Three"]);
        assert_eq!(draft.marks, [mark(1, 0..5, Manner::Heading)]);
        assert_eq!(draft.block(1), Some(&Manner::Heading));
    }

    #[test]
    fn a_page_leads_to_the_web_and_to_itself_only() {
        for good in ["https://a.example/b", "HTTP://a.example", "mailto:a@b.example", "/article/1"] {
            assert!(may_lead(good), "{good}");
        }
        for bad in [
            "javascript:alert(1)",
            "//evil.example",
            "/\\evil.example",
            "data:text/html,x",
            "https://a b",
            "https://",
            "",
        ] {
            assert!(!may_lead(bad), "{bad}");
        }
    }
}
