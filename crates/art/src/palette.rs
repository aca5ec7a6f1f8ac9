//! Few colours that agree: one hue a sector in OKLCH (Ottosson, 2020), the house's accent as the only loud one.

use crate::{Facts, chance::Chance};

/// An sRGB colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

impl std::fmt::Display for Colour {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [r, g, b] = self.0;
        write!(f, "#{r:02x}{g:02x}{b:02x}")
    }
}

/// The colours of one picture.
pub struct Palette {
    /// The paper.
    pub ground: Colour,
    /// The paper, one step towards the hue.
    pub wash: Colour,
    /// A quiet shape.
    pub soft: Colour,
    /// A plain shape.
    pub mid: Colour,
    /// Text and the strongest shape; at least 7:1 on `ground`.
    pub ink: Colour,
    /// The house's accent, moved in lightness until it is 3:1 on `ground` and `soft`'s neighbour.
    pub pop: Colour,
}

/// The house's accent when the given one is no colour.
const DARK_RED: [u8; 3] = [0xb3, 0x1b, 0x1b];
/// Share of pictures on dark paper: one in this many.
const DARK_ONE_IN: usize = 3;

impl Palette {
    /// The palette of a story: hue from its sector, paper pale or deep by its seed.
    pub fn of(facts: &Facts<'_>) -> Self {
        let h = hue(facts.sector.slug());
        let dark = Chance::new(facts.seed ^ 0xda7e).below(DARK_ONE_IN) == 0;
        let steps = if dark {
            [(0.27, 0.055), (0.325, 0.065), (0.44, 0.085), (0.62, 0.10), (0.95, 0.025)]
        } else {
            [(0.945, 0.022), (0.895, 0.042), (0.79, 0.075), (0.56, 0.115), (0.27, 0.06)]
        };
        let [ground, wash, soft, mid, ink] = steps.map(|(l, c)| oklch(l, c, h));
        Self { ground, wash, soft, mid, ink, pop: readable(parse(facts.accent), ground, dark) }
    }
}

/// The sector's hue in degrees.
fn hue(sector: &str) -> f32 {
    match sector {
        "politics" => 262.0,
        "business" => 165.0,
        "law-order" => 295.0,
        "science-environment" => 205.0,
        "health" => 190.0,
        "education" => 80.0,
        "sports-games" => 148.0,
        "entertainment" => 335.0,
        "lifestyle" => 60.0,
        "international" => 238.0,
        "headlines" => 48.0,
        _ => 250.0,
    }
}

/// `#rrggbb` or [`DARK_RED`].
fn parse(hex: &str) -> Colour {
    let digits = hex.trim().strip_prefix('#').filter(|d| d.len() == 6 && d.is_ascii());
    let byte = |d: &str, i: usize| d.get(i * 2..i * 2 + 2).and_then(|p| u8::from_str_radix(p, 16).ok());
    let colour = digits.and_then(|d| Some([byte(d, 0)?, byte(d, 1)?, byte(d, 2)?]));
    Colour(colour.unwrap_or(DARK_RED))
}

/// The accent, lightened (dark paper) or darkened until it stands 3:1 on the paper.
fn readable(accent: Colour, ground: Colour, dark: bool) -> Colour {
    let mut colour = accent;
    for _ in 0..40 {
        if contrast(colour, ground) >= 3.2 {
            break;
        }
        let target = if dark { 255.0 } else { 0.0 };
        colour = Colour(colour.0.map(|c| (f32::from(c) + (target - f32::from(c)) * 0.08).round() as u8));
    }
    colour
}

/// WCAG 2 contrast ratio, 1 to 21.
pub fn contrast(a: Colour, b: Colour) -> f32 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance(c: Colour) -> f32 {
    let [r, g, b] = c.0.map(|v| {
        let v = f32::from(v) / 255.0;
        if v <= 0.040_45 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

/// Lightness 0 to 1, chroma about 0 to 0.3, hue in degrees; clipped into sRGB.
fn oklch(l: f32, c: f32, h: f32) -> Colour {
    let (a, b) = (c * h.to_radians().cos(), c * h.to_radians().sin());
    let cube = |v: f32| v * v * v;
    let x = cube(l + 0.396_337_78 * a + 0.215_803_76 * b);
    let y = cube(l - 0.105_561_346 * a - 0.063_854_17 * b);
    let z = cube(l - 0.089_484_18 * a - 1.291_485_5 * b);
    let linear = [
        4.076_741_7 * x - 3.307_711_6 * y + 0.230_969_94 * z,
        -1.268_438 * x + 2.609_757_4 * y - 0.341_319_4 * z,
        -0.004_196_086 * x - 0.703_418_6 * y + 1.707_614_7 * z,
    ];
    Colour(linear.map(|v| {
        let v = v.clamp(0.0, 1.0);
        let v = if v <= 0.003_130_8 { 12.92 * v } else { 1.055 * v.powf(1.0 / 2.4) - 0.055 };
        (v * 255.0).round() as u8
    }))
}
