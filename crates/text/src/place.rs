//! (stub) The gazetteer: countries, demonyms, capitals, large cities, regions.
use news::{Country, Lang};
use std::ops::Range;
/// What kind of place word it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class { /// a country's name
    Country, /// its people or adjective: `Malian`
    Demonym, /// its capital
    Capital, /// another city
    City, /// a region of it
    Region }
/// A place named in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// The country it lies in.
    pub country: Country,
    /// What kind.
    pub class: Class,
    /// The gazetteer's own name in English, to tell two spellings of one place from two places: `Bamako`.
    pub name: &'static str,
}
/// Places named in `text`, left to right, longest match, none overlapping; words that are also common words only where case and context fit.
pub fn find(text: &str, lang: &Lang) -> Vec<Mention> { let _ = (text, lang); vec![] }
/// The country of a dateline's place (`Paris`, `NEW DELHI`, `Osaka, Japan`); `None` when unknown.
pub fn locate(dateline_place: &str) -> Option<Country> { let _ = dateline_place; None }
/// The country's name for readers in that language (English where we have no other).
pub fn country_name(country: Country, lang: &Lang) -> &'static str { let _ = (country, lang); "" }
/// URL part: `france`, `south-korea`.
pub fn country_slug(country: Country) -> &'static str { let _ = country; "" }
/// The country of that URL part.
pub fn country_of_slug(slug: &str) -> Option<Country> { let _ = slug; None }
/// Approximate centre of the country, degrees north and east, for maps drawn by rule.
pub fn centre(country: Country) -> Option<(f32, f32)> { let _ = country; None }
