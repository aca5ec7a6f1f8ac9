//! (stub) Numbers and quantities.
use news::Lang;
use std::ops::Range;
/// What is measured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unit { /// a bare number or a count
    Count, /// per cent
    Percent, /// percentage points
    Points, /// money, ISO 4217 code
    Money(String), /// base unit of a measure: m, kg, s, m2, l, degC …
    Measure(String), /// first, 1st
    Ordinal }
/// A number in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// Bytes of the text: digits or words with unit.
    pub range: Range<usize>,
    /// Value in the base unit (`4.2 bn` = 4.2e9); low end of a range.
    pub low: f64,
    /// Equal to `low` unless it is a range.
    pub high: f64,
    /// What is measured.
    pub unit: Unit,
    /// `about`, `nearly`, `more than`: a rounded value is allowed.
    pub about: bool,
    /// Stem of the noun counted: `truck` in `1,200 fuel trucks`.
    pub counted: Option<String>,
}
/// Numbers of `text` in digits and in words, dates and times left out.
pub fn find(text: &str, lang: &Lang) -> Vec<Quantity> { let _ = (text, lang); vec![] }
