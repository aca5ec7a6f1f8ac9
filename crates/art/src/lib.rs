//! Pictures drawn by rule from a story's facts: SVG text, no trained model, no outside reference. The same facts give the
//! same bytes. Nothing is shown that the facts do not say: what is only ornament is called so in the alt text.
//!
//! `upload` takes pictures that people bring in.

mod alt;
mod chance;
mod column;
mod frame;
mod globe;
mod land;
mod lettering;
mod motif;
mod palette;
mod pen;
pub mod upload;

use news::{Lang, Sector};

/// Width of every picture in its own units and in pixels.
pub const WIDTH: u32 = 1200;
/// Height of every picture.
pub const HEIGHT: u32 = 675;

/// A place on the globe: degrees of latitude (north positive) and longitude (east positive).
pub type Spot = (f32, f32);

/// A figure that the story states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// As printed in the story: `1,200`.
    pub value: String,
    /// What it counts, a few words: `fuel trucks`.
    pub label: String,
}

/// A movement that the story states, as on a market page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// It rose; fell otherwise.
    pub rising: bool,
    /// By how much, as printed: `3.2%`. May be empty.
    pub percent: String,
    /// What moved: `Cocoa futures`. May be empty.
    pub of: String,
}

/// What the drawing may show. All texts are in the page's language and may be hostile: they are escaped here.
#[derive(Clone, Debug)]
pub struct Facts<'a> {
    /// Chooses among equal variants; a story keeps its seed, so that a new revision looks alike.
    pub seed: u64,
    /// The page's language; decides direction and the words of the alt text.
    pub lang: &'a Lang,
    /// Subject area; decides motif and hue.
    pub sector: &'a Sector,
    /// The sector's name in the page's language.
    pub kicker: &'a str,
    /// Countries or places that the story is about, most important first.
    pub about: &'a [(String, Option<Spot>)],
    /// Where it was filed.
    pub filed_from: Option<(String, Option<Spot>)>,
    /// One to three figures; more are not drawn.
    pub figures: &'a [Figure],
    /// Sport: first side, second side, score as printed.
    pub score: Option<(String, String, String)>,
    /// Business: one movement.
    pub series: Option<Series>,
    /// Burned into the top right corner: that this was drawn by software.
    pub label: &'a str,
    /// The house's accent colour, `#rrggbb`; anything else gives a dark red.
    pub accent: &'a str,
}

/// A finished picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// A whole SVG document; may also stand inside HTML.
    pub svg: String,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// What it shows, for those who cannot see it.
    pub alt: String,
}

/// Draws the story. Score and movement win over the map, the map over the sector's motif; a motif gets a small locator
/// globe where a place is known.
pub fn illustrate(facts: &Facts<'_>) -> Drawing {
    let alt = alt::describe(facts);
    let svg = frame::draw(facts, &alt);
    Drawing { svg, width: WIDTH, height: HEIGHT, alt }
}

#[cfg(test)]
mod tests;
