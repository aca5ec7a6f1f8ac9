//! A copy as one text, with the place of every sentence in it.

use std::ops::Range;

use super::event::Copy;

/// The text of a report: the headline on line 1, then a paragraph a line.
pub struct Told {
    /// The text.
    pub text: String,
    /// Bytes of the headline.
    pub headline: Range<usize>,
    /// Bytes of each sentence of the body, in order; the first is the lead.
    pub sentences: Vec<Range<usize>>,
}

impl Told {
    /// Puts a copy together.
    pub fn new(copy: &Copy) -> Self {
        let mut text = copy.headline.clone();
        let headline = 0..text.len();
        let mut sentences = Vec::new();
        for paragraph in &copy.paragraphs {
            for (n, sentence) in paragraph.iter().enumerate() {
                text.push(if n == 0 { '\n' } else { ' ' });
                let start = text.len();
                text.push_str(sentence);
                sentences.push(start..text.len());
            }
        }
        Self { text, headline, sentences }
    }

    /// The words of a range.
    pub fn words(&self, range: &Range<usize>) -> &str {
        self.text.get(range.clone()).unwrap_or_default()
    }
}
