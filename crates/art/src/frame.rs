//! The whole sheet: paper, drawing, words, label.

use crate::{
    Facts, Figure, HEIGHT, Spot, WIDTH,
    column::Column,
    globe::{self, Globe, Mark},
    lettering, motif,
    palette::Palette,
    pen::{Line, Pen, SANS, Tie, escape, n},
};

/// Space between the sheet's edge and its words.
const MARGIN: f32 = 60.0;
/// Width of the column of figures.
const COLUMN: f32 = 440.0;
/// The label's letters; never below 22 so that they stay legible in a small copy.
const LABEL_SIZE: f32 = 24.0;

/// What a story's picture mainly shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Subject {
    /// Two sides and a score.
    Score,
    /// A line that rises or falls.
    Trend,
    /// The globe with places marked.
    Map,
    /// The sector's own motif.
    Motif,
}

/// Which subject the facts allow. The map comes first for stories told from one country about another, and where the
/// sector has no better picture.
pub fn subject(facts: &Facts<'_>) -> Subject {
    let about = spots(facts).next();
    let elsewhere = facts
        .filed_from
        .as_ref()
        .is_some_and(|(name, at)| at.is_some() && facts.about.first().is_some_and(|(about, _)| about != name));
    let worldly = matches!(facts.sector.slug(), "international" | "headlines" | "other");
    if facts.score.is_some() {
        Subject::Score
    } else if facts.series.is_some() {
        Subject::Trend
    } else if about.is_some() && (elsewhere || worldly) {
        Subject::Map
    } else {
        Subject::Motif
    }
}

/// The places with known coordinates, at most three.
fn spots<'a>(facts: &'a Facts<'_>) -> impl Iterator<Item = (&'a str, Spot)> {
    facts
        .about
        .iter()
        .filter_map(|(name, at)| at.filter(|(a, b)| a.is_finite() && b.is_finite()).map(|at| (name.as_str(), at)))
        .take(3)
}

/// The SVG document.
pub fn draw(facts: &Facts<'_>, alt: &str) -> String {
    let colours = Palette::of(facts);
    let mut pen = Pen::new(format!("a{:x}", name_of(facts, alt)));
    pen.raw(format_args!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" width=\"{WIDTH}\" height=\"{HEIGHT}\" font-family=\"{SANS}\" font-weight=\"700\" role=\"img\" xml:lang=\"{}\" aria-label=\"{}\">",
        facts.lang.tag(),
        escape(alt)
    ));
    paper(&mut pen, &colours);
    let figures = figures(facts);
    let rtl = facts.lang.dir() == "rtl";
    let subject = subject(facts);
    let beside = !figures.is_empty() && subject != Subject::Score;
    match subject {
        Subject::Map => map(&mut pen, &colours, facts, beside, rtl),
        _ => motif::draw(&mut pen, &colours, facts, subject, beside, rtl),
    }
    let column = Column {
        edge: if rtl { WIDTH as f32 - MARGIN } else { MARGIN },
        width: COLUMN,
        tie: if rtl { Tie::Right } else { Tie::Left },
        top: 150.0,
        bottom: if subject == Subject::Motif && spots(facts).next().is_some() { 490.0 } else { 635.0 },
    };
    kicker(&mut pen, &colours, facts, &column);
    if beside {
        column.draw(&mut pen, &colours, &figures);
    }
    if subject == Subject::Motif {
        locator(&mut pen, &colours, facts, rtl);
    }
    label(&mut pen, &colours, facts.label);
    pen.raw("</svg>");
    pen.finish()
}

/// The figures to set: a movement's percentage first.
fn figures(facts: &Facts<'_>) -> Vec<Figure> {
    let moved = facts.series.iter().filter(|s| !s.percent.is_empty()).map(|s| {
        let sign = if s.percent.starts_with(['+', '-', '−']) {
            ""
        } else if s.rising {
            "+"
        } else {
            "−"
        };
        Figure { value: format!("{sign}{}", s.percent), label: s.of.clone() }
    });
    moved.chain(facts.figures.iter().cloned()).filter(|f| !f.value.trim().is_empty()).take(3).collect()
}

/// A number for this picture, so that two of them may stand in one page without their ids meeting (FNV-1a).
fn name_of(facts: &Facts<'_>, alt: &str) -> u32 {
    let bytes = alt.bytes().chain(facts.label.bytes()).chain(facts.seed.to_le_bytes()).chain(facts.accent.bytes());
    bytes.fold(0x811c_9dc5, |hash, b| (hash ^ u32::from(b)).wrapping_mul(0x0100_0193))
}

/// Paper with a fine grain, and the hatching that motifs use for shade.
fn paper(pen: &mut Pen, colours: &Palette) {
    let (grain, hatch) = (pen.id("g"), pen.id("h"));
    pen.raw(format_args!(
        "<defs><pattern id=\"{grain}\" width=\"14\" height=\"14\" patternUnits=\"userSpaceOnUse\"><circle cx=\"3\" cy=\"4\" r=\"1\" fill=\"{w}\"/><circle cx=\"10\" cy=\"11\" r=\"1\" fill=\"{w}\"/></pattern>\
         <pattern id=\"{hatch}\" width=\"9\" height=\"9\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(-45)\"><path d=\"M0 2H9\" stroke=\"{i}\" stroke-width=\"2.4\" stroke-opacity=\".5\"/></pattern></defs>",
        w = colours.wash,
        i = colours.ink
    ));
    pen.slab(0.0, 0.0, WIDTH as f32, HEIGHT as f32, 0.0, colours.ground);
    let grain = pen.pattern("g");
    pen.slab(0.0, 0.0, WIDTH as f32, HEIGHT as f32, 0.0, grain);
}

/// The globe with everything that the story says of places.
fn map(pen: &mut Pen, colours: &Palette, facts: &Facts<'_>, beside: bool, rtl: bool) {
    let marks: Vec<(&str, Spot)> = spots(facts).collect();
    let Some(&(_, about)) = marks.first() else { return };
    let from = facts.filed_from.as_ref().and_then(|(name, at)| Some((name.as_str(), (*at)?)));
    let from = from.filter(|(name, _)| marks.iter().all(|(m, _)| m != name));
    let (lat, lon) = from.map_or(about, |(_, from)| globe::middle(about, from));
    let x = if !beside {
        600.0
    } else if rtl {
        360.0
    } else {
        840.0
    };
    let (y, r) = (372.0, 272.0);
    for (i, wider) in [1.45, 1.25, 1.09].into_iter().enumerate() {
        pen.raw(format_args!(
            "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"{}\" fill-opacity=\".{}\"/>",
            n(x),
            n(y),
            n(r * wider),
            colours.wash,
            4 + 2 * i
        ));
    }
    let globe = Globe::new(x, y, r, (lat.clamp(-50.0, 50.0), lon));
    globe.draw(pen, colours);
    if let Some((_, from)) = from {
        globe.arc(pen, colours, from, about);
    }
    let upper = from.is_some_and(|(_, (from, _))| from > about.0);
    for (i, (name, at)) in marks.iter().enumerate().rev() {
        globe.mark(pen, colours, &Mark { at: *at, name, about: true }, upper || (i == 0 && from.is_none()));
    }
    if let Some((name, at)) = from {
        globe.mark(pen, colours, &Mark { at, name, about: false }, !upper);
    }
}

/// A small globe in the lower outer corner that says where.
fn locator(pen: &mut Pen, colours: &Palette, facts: &Facts<'_>, rtl: bool) {
    let Some((name, at)) = spots(facts).next() else { return };
    let r = 56.0;
    let x = if rtl { WIDTH as f32 - MARGIN - r } else { MARGIN + r };
    let y = HEIGHT as f32 - 44.0 - r;
    pen.disc(x, y, r + 9.0, colours.ground);
    let globe = Globe::new(x, y, r, (at.0.clamp(-50.0, 50.0), at.1));
    globe.draw(pen, colours);
    globe.mark(pen, colours, &Mark { at, name: "", about: true }, false);
    let (x, tie) = if rtl { (x - r - 20.0, Tie::Right) } else { (x + r + 20.0, Tie::Left) };
    let name = lettering::cut(name, 9.0);
    let halo = Some(colours.ground.to_string());
    pen.letter(&Line {
        text: &name,
        x,
        y: y + 12.0,
        size: 34.0,
        tie,
        serif: true,
        fill: colours.ink.to_string(),
        halo,
    });
}

/// The sector's name under a bar of the accent.
fn kicker(pen: &mut Pen, colours: &Palette, facts: &Facts<'_>, column: &Column) {
    let left = if column.tie == Tie::Right { column.edge - 72.0 } else { column.edge };
    pen.slab(left, 68.0, 72.0, 9.0, 0.0, colours.pop);
    let text = lettering::cut(facts.kicker.trim(), 14.0);
    if text.is_empty() {
        return;
    }
    let halo = Some(colours.ground.to_string());
    let fill = colours.ink.to_string();
    pen.letter(&Line { text: &text, x: column.edge, y: 116.0, size: 31.0, tie: column.tie, serif: false, fill, halo });
}

/// The label on its strip in the top right corner, in one line, or two when it is long.
fn label(pen: &mut Pen, colours: &Palette, text: &str) {
    let lines = lettering::wrap(text, 900.0 / LABEL_SIZE, 2);
    let width = lines.iter().map(|l| lettering::ems(l) * LABEL_SIZE).fold(0.0, f32::max) + 44.0;
    let height = 20.0 + 30.0 * lines.len() as f32;
    pen.slab(WIDTH as f32 - width, 0.0, width, height, 0.0, colours.ink);
    for (i, line) in lines.iter().enumerate() {
        let y = 33.0 + 30.0 * i as f32;
        let fill = colours.ground.to_string();
        let x = WIDTH as f32 - width / 2.0;
        pen.letter(&Line { text: line, x, y, size: LABEL_SIZE, tie: Tie::Middle, serif: false, fill, halo: None });
    }
}
