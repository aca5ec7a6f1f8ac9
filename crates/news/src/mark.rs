//! What stands out in a body's plain words: emphasis, links, subheadings. The words themselves stay plain, so that the check,
//! feeds, search and whoever reads them aloud see nothing else.

use std::{cmp::Reverse, ops::Range};

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
    /// In which order marks stand: by paragraph, those that begin first, the wider before the narrower, links innermost.
    pub fn place(&self) -> (usize, usize, Reverse<usize>, u8) {
        let depth = match self.manner {
            Manner::Heading | Manner::Quotation | Manner::Item => 0,
            Manner::Emphasis => 1,
            Manner::Strong => 2,
            Manner::Link(_) => 3,
        };
        (self.paragraph, self.range.start, Reverse(self.range.end), depth)
    }

    /// Goes with its words when `length` bytes stand in place of `gone`, in the paragraph that is `text` now. What is put in at its
    /// end belongs to it, what is put in at its beginning does not.
    fn follow(&mut self, gone: &Range<usize>, length: usize, text: &str) {
        if self.manner.is_block() {
            self.range = 0..text.len();
            return;
        }
        let behind = |at: usize| at - gone.len() + length;
        let (start, end) = (self.range.start, self.range.end);
        // Of words that went in the middle nobody knows which of the new ones were meant: what lay among them alone goes too.
        let start = match start {
            at if at >= gone.end => behind(at),
            at if at > gone.start => gone.start + length,
            at => at,
        };
        let end = match end {
            at if at >= gone.end => behind(at),
            at => at.min(gone.start),
        }
        .max(start);
        let words = text.get(start..end).unwrap_or_default();
        let from = start + words.len() - words.trim_start().len();
        self.range = from..from + words.trim().len();
    }

    /// The mark as a line that is the same wherever it is written, for a revision's name is made of such lines: paragraph, first
    /// byte, byte behind the last, manner, and of a link where it leads: `0 4 7 link https://a.example/`.
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

/// How many bytes two texts begin alike, and how many of the rest end alike.
fn alike(old: &str, new: &str) -> (usize, usize) {
    let bytes = |pairs: &mut dyn Iterator<Item = (char, char)>| {
        pairs.take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum::<usize>()
    };
    let head = bytes(&mut old.chars().zip(new.chars()));
    let (old, new) = (old.get(head..).unwrap_or_default(), new.get(head..).unwrap_or_default());
    (head, bytes(&mut old.chars().rev().zip(new.chars().rev())))
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

/// The marks that lie on a place.
#[derive(Default)]
struct On<'a> {
    emphasis: usize,
    strong: usize,
    link: Option<&'a str>,
}

impl<'a> On<'a> {
    fn turn(&mut self, manner: &'a Manner, begins: bool) {
        let count = |n: usize| if begins { n + 1 } else { n.saturating_sub(1) };
        match manner {
            Manner::Emphasis => self.emphasis = count(self.emphasis),
            Manner::Strong => self.strong = count(self.strong),
            Manner::Link(to) => self.link = begins.then_some(to),
            Manner::Heading | Manner::Quotation | Manner::Item => {}
        }
    }

    fn stretch(&self, text: &'a str, range: Range<usize>) -> Option<Stretch<'a>> {
        let text = text.get(range).filter(|words| !words.is_empty())?;
        Some(Stretch { text, emphasis: self.emphasis > 0, strong: self.strong > 0, link: self.link })
    }
}

/// Whether a page may lead there: the web, an e-mail address, or an address of this site.
pub fn may_lead(url: &str) -> bool {
    let begins = |scheme: &str| url.get(..scheme.len()).is_some_and(|s| s.eq_ignore_ascii_case(scheme));
    let known = ["https://", "http://", "mailto:"].into_iter().any(|s| begins(s) && url.len() > s.len());
    let own = url.starts_with('/') && !url.starts_with("//") && !url.starts_with("/\\");
    (known || own) && !url.chars().any(|c| c.is_whitespace() || c.is_control())
}

impl Draft {
    /// The marks of a paragraph.
    pub fn marks_of(&self, paragraph: usize) -> &[Mark] {
        let from = self.marks.partition_point(|m| m.paragraph < paragraph);
        let to = self.marks.partition_point(|m| m.paragraph <= paragraph);
        self.marks.get(from..to).unwrap_or_default()
    }

    /// What a paragraph is, when it is not a plain one.
    pub fn block(&self, paragraph: usize) -> Option<&Manner> {
        self.marks_of(paragraph).iter().map(|m| &m.manner).find(|m| m.is_block())
    }

    /// Those bytes of a part as stretches, each in one manner. Marks that fit no letter are passed over.
    pub fn stretches(&self, part: Part, range: Range<usize>) -> Vec<Stretch<'_>> {
        let text = self.part(part);
        let marks = if let Part::Body(n) = part { self.marks_of(n) } else { &[] };
        let fits = |m: &&Mark| !m.manner.is_block() && text.get(m.range.clone()).is_some();
        let inline: Vec<&Mark> = marks.iter().filter(fits).collect();
        // Where a mark ends before where one begins: of two at one place the one that ends is done with.
        let ends = inline.iter().map(|m| (m.range.end, false, &m.manner));
        let mut edges: Vec<_> = ends.chain(inline.iter().map(|m| (m.range.start, true, &m.manner))).collect();
        edges.sort_by_key(|(at, begins, _)| (*at, *begins));
        let (mut out, mut at, mut on) = (Vec::new(), range.start, On::default());
        for (edge, begins, manner) in edges {
            out.extend(on.stretch(text, at.max(range.start)..edge.min(range.end)));
            at = at.max(edge);
            on.turn(manner, begins);
        }
        out.extend(on.stretch(text, at.max(range.start)..range.end));
        out
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
        let mut put = new;
        if new.is_empty() {
            if text.get(range.end..).is_some_and(|after| after.starts_with(' ')) {
                range.end += 1;
            } else if text.get(..range.start).is_some_and(|before| before.ends_with(' ')) {
                range.start -= 1;
            }
        } else {
            let (head, tail) = alike(old, new);
            range = range.start + head..range.end - tail;
            put = new.get(head..new.len() - tail).unwrap_or_default();
        }
        text.replace_range(range.clone(), put);
        let (text, length) = (text.clone(), put.len());
        if let Part::Body(n) = part {
            self.marks.iter_mut().filter(|m| m.paragraph == n).for_each(|m| m.follow(&range, length, &text));
            self.marks.retain(|m| m.manner.is_block() || !m.range.is_empty());
            self.marks.sort_by_key(Mark::place);
        }
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
    fn marks_within_one_another_are_one_and_those_that_fit_no_letter_none() {
        let nested =
            vec![mark(0, 0..9, Manner::Strong), mark(0, 2..5, Manner::Strong), mark(0, 300..301, Manner::Strong)];
        let both = draft("One two three.", nested);
        let strong: Vec<_> = both.stretches(Part::Body(0), 0..14).into_iter().map(|s| (s.text, s.strong)).collect();
        assert_eq!(strong, [("On", true), ("e t", true), ("wo t", true), ("hree.", false)]);
    }

    /// A paragraph with its marks as `[words]`, nested as they are.
    fn shown(draft: &Draft) -> String {
        let mut out = String::new();
        for (at, sign) in draft.paragraphs[0].char_indices().chain([(draft.paragraphs[0].len(), ' ')]) {
            let inline = || draft.marks.iter().filter(|m| !m.manner.is_block());
            inline().filter(|m| m.range.end == at).for_each(|_| out.push(']'));
            inline().filter(|m| m.range.start == at).for_each(|_| out.push('['));
            out.push(sign);
        }
        out.trim_end().to_owned()
    }

    /// The paragraph in which what stands in brackets is marked, after `old` was made `new`.
    fn after(signed: &str, old: &str, new: &str) -> String {
        let (mut words, mut marks, mut open) = (String::new(), Vec::new(), Vec::new());
        for sign in signed.chars() {
            match sign {
                '[' => open.push(words.len()),
                ']' => marks.push(mark(0, open.pop().unwrap()..words.len(), Manner::Strong)),
                other => words.push(other),
            }
        }
        let at = words.find(old).unwrap();
        let mut changed = draft(&words, marks);
        changed.marks.insert(0, mark(0, 0..words.len(), Manner::Item));
        changed.replace(Part::Body(0), at..at + old.len(), new);
        assert_eq!(changed.marks[0], mark(0, 0..changed.paragraphs[0].len(), Manner::Item), "the block is all of it");
        shown(&changed)
    }

    #[test]
    fn marks_keep_to_their_words_when_a_value_changes() {
        for (signed, old, new, expected) in [
            ("[The] [12] [died].", "The 12 died.", "The 140 died.", "[The] [140] [died]."),
            ("has 600 days to go", "600", "60", "has 60 days to go"),
            ("has [600] days", "has 600 days", "has 60 days", "has [60] days"),
            ("has [6] days", "6", "60", "has [60] days"),
            ("a [late match] point", "a late match", "a match", "a [match] point"),
            ("820 fuel tankers", "820", "82", "82 fuel tankers"),
            ("see [the report] now", "see the", "see all of the", "see all of [the report] now"),
            ("é [naïve] ü", "naïve", "naïf", "é [naïf] ü"),
            ("One [two three]. Four.", "two", "", "One [three]. Four."),
            (
                "Ms Q put the [price] at 7.9.",
                "Ms Q put the price at 7.9.",
                "It costs 6.2, she said.",
                "It costs 6.2, she said.",
            ),
            ("put [the price] at [7.9 million] now", "the price at 7.9", "all at 6.2", "put all at 6.2 [million] now"),
            ("[One]. Two.", "Two.", "", "[One]."),
            ("[One. Two.] Three.", "One. Two.", "", "Three."),
        ] {
            assert_eq!(after(signed, old, new), expected, "{signed}: {old} -> {new}");
        }
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
