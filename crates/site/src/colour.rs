//! The house's accent, moved just far enough from its paper that text in it can be read (WCAG 2.2, 1.4.3).

/// Contrast of text that the accent must reach against the paper.
const CONTRAST: f64 = 4.6;
/// Steps from the accent to black or white.
const STEPS: u32 = 40;

/// A colour of sRGB, 0 to 255 each.
pub type Rgb = [u8; 3];

/// Reads `#rgb` or `#rrggbb`.
pub fn parse(colour: &str) -> Option<Rgb> {
    let hex = colour.trim().strip_prefix('#')?;
    let digit = |i: usize, n: usize| u8::from_str_radix(hex.get(i..i + n)?, 16).ok();
    match hex.len() {
        3 => Some([digit(0, 1)? * 17, digit(1, 1)? * 17, digit(2, 1)? * 17]),
        6 => Some([digit(0, 2)?, digit(2, 2)?, digit(4, 2)?]),
        _ => None,
    }
}

/// `#rrggbb`.
pub fn hex([r, g, b]: Rgb) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}

/// Relative luminance, as WCAG 2.2 defines it.
fn luminance(colour: Rgb) -> f64 {
    let [r, g, b] = colour.map(|c| {
        let c = f64::from(c) / 255.0;
        if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

/// Contrast ratio, as WCAG 2.2 defines it: 1 to 21.
pub fn contrast(a: Rgb, b: Rgb) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// `accent`, mixed with black on light paper or with white on dark paper until it can be read on every one of `papers`.
pub fn readable(accent: Rgb, papers: &[Rgb]) -> Rgb {
    let dark = papers.first().is_some_and(|p| luminance(*p) < 0.2);
    let end: u8 = if dark { 255 } else { 0 };
    let mixed = |step: u32| accent.map(|c| ((u32::from(c) * (STEPS - step) + u32::from(end) * step) / STEPS) as u8);
    (0..=STEPS).map(mixed).find(|c| papers.iter().all(|p| contrast(*c, *p) >= CONTRAST)).unwrap_or([end; 3])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_accent_can_be_read(r: u8, g: u8, b: u8) {
            for paper in [[255, 255, 255], [0x13, 0x14, 0x16]] {
                prop_assert!(contrast(readable([r, g, b], &[paper]), paper) >= 4.5);
            }
        }
    }

    #[test]
    fn a_good_accent_stays_as_it_is() {
        assert_eq!(hex(readable(parse("#a4243b").unwrap(), &[[255, 255, 255]])), "#a4243b");
        assert_eq!(parse("#fff"), Some([255, 255, 255]));
        assert_eq!(parse("red"), None);
        assert_eq!(contrast([0, 0, 0], [255, 255, 255]), 21.0);
    }
}
