//! (stub) Quotations and reported speech.
use news::Lang;
use std::ops::Range;
/// How a verb of saying colours what is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength { /// alleged, claimed, suspected
    Weak, /// said, told
    Neutral, /// confirmed, admitted, revealed, proved
    Strong }
/// Words between quotation marks of any style.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// Bytes between the marks, marks left out.
    pub inner: Range<usize>,
    /// Who says it, where the sentence tells.
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
/// Quotations in `text`.
pub fn quotes(text: &str, lang: &Lang) -> Vec<Quote> { let _ = (text, lang); vec![] }
/// Reported speech in `text`.
pub fn sayings(text: &str, lang: &Lang) -> Vec<Saying> { let _ = (text, lang); vec![] }
