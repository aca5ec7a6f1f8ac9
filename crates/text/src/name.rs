//! (stub) Names of people and bodies.
use news::Lang;
use std::ops::Range;
/// A name in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Bytes of the name itself, without title: `Assimi Goita`.
    pub range: Range<usize>,
    /// Bytes of title or role beside it: `military leader`, `Foreign Minister`.
    pub role: Option<Range<usize>>,
    /// Looks like a person (given and family name, or after a personal title).
    pub person: bool,
    /// Initials in capitals: `IMF`.
    pub acronym: bool,
}
/// Names of `text` by script and case (Latin, Cyrillic, Greek); in scripts without case, what titles and quotation of speech reveal.
pub fn find(text: &str, lang: &Lang) -> Vec<Name> { let _ = (text, lang); vec![] }
