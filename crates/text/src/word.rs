//! (stub) Words and stems.
use news::Lang;
use std::ops::Range;
/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// Lower case, apostrophes straight, possessive `'s` off.
    pub lower: String,
    /// Stem by the language's Snowball stemmer, where there is one.
    pub stem: String,
    /// A function word of the language.
    pub stop: bool,
}
/// The words of `text`: letters with marks, digits with inner `.` `,`; CJK by character bigrams or a segmenter.
pub fn words(text: &str, lang: &Lang) -> Vec<Word> { let _ = (text, lang); vec![] }
/// How many words a reader would count.
pub fn count(text: &str) -> usize { text.split_whitespace().count() }
