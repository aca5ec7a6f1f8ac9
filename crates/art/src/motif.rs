//! A motif a sector: plain shapes about the sector's subject, drawn around the origin. `half` is half the width to fill;
//! the sheet's lower edge is at [`FLOOR`].

mod arch;
mod book;
mod commons;
mod court;
mod discs;
mod pulse;
mod sheets;
mod stage;
mod towers;
mod track;
mod trend;
mod waves;

use crate::{Facts, chance::Chance, frame::Subject, globe::Globe, palette::Palette, pen::Pen};

/// The sheet's lower edge in a motif's own coordinates.
pub const FLOOR: f32 = 285.0;

/// What a motif draws with.
pub struct Kit<'a> {
    /// The pen, its origin already in the motif's middle.
    pub pen: &'a mut Pen,
    /// The colours.
    pub colours: &'a Palette,
    /// Half the width to fill.
    pub half: f32,
    /// Variants.
    pub chance: Chance,
}

/// Draws the subject in the middle, or beside the column of figures.
pub fn draw(pen: &mut Pen, colours: &Palette, facts: &Facts<'_>, subject: Subject, beside: bool, rtl: bool) {
    let x = if !beside {
        600.0
    } else if rtl {
        350.0
    } else {
        850.0
    };
    pen.open(x, 390.0, 1.0);
    let half = if beside { 290.0 } else { 480.0 };
    let mut kit = Kit { pen, colours, half, chance: Chance::new(facts.seed) };
    match (subject, facts.sector.slug(), &facts.score, &facts.series) {
        (Subject::Score, _, Some(score), _) => track::scoreboard(&mut kit, score, rtl),
        (Subject::Trend, _, _, Some(series)) => trend::line(&mut kit, series.rising),
        (_, "politics", ..) => commons::hemicycle(&mut kit),
        (_, "business", ..) => towers::street(&mut kit),
        (_, "law-order", ..) => court::scales(&mut kit),
        (_, "science-environment", ..) => waves::sea(&mut kit),
        (_, "health", ..) => pulse::cross(&mut kit),
        (_, "education", ..) => book::open(&mut kit),
        (_, "sports-games", ..) => track::lanes(&mut kit),
        (_, "entertainment", ..) => stage::curtain(&mut kit),
        (_, "lifestyle", ..) => arch::window(&mut kit),
        (_, "international", ..) => bare_globe(&mut kit),
        (_, "headlines", ..) => sheets::pages(&mut kit),
        _ => discs::overlap(&mut kit),
    }
    kit.pen.close();
}

/// The globe without a mark, turned by chance.
fn bare_globe(kit: &mut Kit<'_>) {
    let centre = (kit.chance.between(-5.0, 35.0), kit.chance.between(-180.0, 180.0));
    kit.pen.disc(0.0, -12.0, 320.0, kit.colours.wash);
    Globe::new(0.0, -12.0, 268.0, centre).draw(kit.pen, kit.colours);
}
