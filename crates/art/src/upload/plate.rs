//! The label that a picture of AI's carries in its own pixels, so that it is there wherever the picture is copied to: a
//! dark plate in the upper right corner, on which stand the words of the Union's icons, in white capitals of equal height.

use image::{DynamicImage, GenericImage, Rgba};
use news::label::Involvement;

/// A letter of seven rows; the lowest five bits of a row are its dots, left to right.
type Letter = [u8; ROWS as usize];

const ROWS: u32 = 7;
const COLUMNS: u32 = 5;
/// Dots from one letter to the next.
const STEP: u32 = COLUMNS + 1;
/// Dots of plate around the words.
const EDGE: u32 = 2;
/// A picture is so many dots wide: the letters of one shown 400 pixels wide are 14 high.
const WIDE: u32 = 200;
/// Pixels of a dot at least, where the picture is high enough.
const LEAST: u32 = 2;
const DARK: Rgba<u8> = Rgba([21, 23, 26, 255]);
const WHITE: Rgba<u8> = Rgba([255, 255, 255, 255]);

/// What is burned into a picture of that making; `None` for a photograph, a drawing by hand, one drawn by rule.
pub fn words(involvement: Involvement) -> Option<&'static str> {
    match involvement {
        Involvement::Generated => Some("AI GENERATED"),
        Involvement::Modified => Some("AI MODIFIED"),
        Involvement::None | Involvement::Assisted | Involvement::Procedural => None,
    }
}

/// Draws the plate over the picture. Each size has it drawn anew: shrunk letters blur.
pub fn burn(image: &mut DynamicImage, words: &str) {
    let dot = dot(image.width(), image.height());
    let (wide, high) = size(words);
    let left = image.width().saturating_sub(wide * dot);
    for y in 0..(high * dot).min(image.height()) {
        for x in left..image.width() {
            let lit = is_lit(words, (x - left) / dot, y / dot);
            image.put_pixel(x, y, if lit { WHITE } else { DARK });
        }
    }
}

/// Pixels of a dot on a picture of that size: less on a low strip, of which the plate must not hide the half.
fn dot(width: u32, height: u32) -> u32 {
    (width / WIDE).max(LEAST).min((height / (2 * (ROWS + 2 * EDGE))).max(1))
}

/// Dots of the plate.
fn size(words: &str) -> (u32, u32) {
    let letters = u32::try_from(words.chars().count()).unwrap_or(0);
    ((letters * STEP).saturating_sub(1) + 2 * EDGE, ROWS + 2 * EDGE)
}

/// Whether a letter has a dot there, counted from the plate's upper left.
fn is_lit(words: &str, x: u32, y: u32) -> bool {
    let (Some(x), Some(y)) = (x.checked_sub(EDGE), y.checked_sub(EDGE)) else { return false };
    let letter = words.chars().nth((x / STEP) as usize).map_or([0; ROWS as usize], letter);
    let (row, column) = (letter.get(y as usize).copied().unwrap_or(0), x % STEP);
    column < COLUMNS && row >> (COLUMNS - 1 - column) & 1 == 1
}

/// The letters that the words have.
fn letter(c: char) -> Letter {
    match c {
        'A' => [0x0e, 0x11, 0x11, 0x1f, 0x11, 0x11, 0x11],
        'D' => [0x1e, 0x11, 0x11, 0x11, 0x11, 0x11, 0x1e],
        'E' => [0x1f, 0x10, 0x10, 0x1e, 0x10, 0x10, 0x1f],
        'F' => [0x1f, 0x10, 0x10, 0x1e, 0x10, 0x10, 0x10],
        'G' => [0x0e, 0x11, 0x10, 0x17, 0x11, 0x11, 0x0e],
        'I' => [0x0e, 0x04, 0x04, 0x04, 0x04, 0x04, 0x0e],
        'M' => [0x11, 0x1b, 0x15, 0x15, 0x11, 0x11, 0x11],
        'N' => [0x11, 0x19, 0x15, 0x13, 0x11, 0x11, 0x11],
        'O' => [0x0e, 0x11, 0x11, 0x11, 0x11, 0x11, 0x0e],
        'R' => [0x1e, 0x11, 0x11, 0x1e, 0x14, 0x12, 0x11],
        'T' => [0x1f, 0x04, 0x04, 0x04, 0x04, 0x04, 0x04],
        _ => [0; ROWS as usize],
    }
}

#[cfg(test)]
mod tests {
    use image::{GenericImageView, Rgb, RgbImage};

    use super::*;

    fn grey(width: u32, height: u32) -> DynamicImage {
        DynamicImage::ImageRgb8(RgbImage::from_pixel(width, height, Rgb([128, 128, 128])))
    }

    /// The box that differs from the grey: left, top, right, foot.
    fn changed(image: &DynamicImage) -> Option<(u32, u32, u32, u32)> {
        let other = image.pixels().filter(|(.., pixel)| *pixel != Rgba([128, 128, 128, 255]));
        other.fold(None, |all: Option<(u32, u32, u32, u32)>, (x, y, _)| {
            let (left, top, right, foot) = all.unwrap_or((x, y, x, y));
            Some((left.min(x), top.min(y), right.max(x), foot.max(y)))
        })
    }

    #[test]
    fn the_plate_lies_in_the_upper_right_corner_and_nowhere_else() {
        for (width, height, wide, high) in
            [(400, 300, 150, 22), (2000, 1000, 750, 110), (200, 100, 150, 22), (2000, 100, 300, 44)]
        {
            let mut image = grey(width, height);
            burn(&mut image, "AI GENERATED");
            assert_eq!(changed(&image), Some((width - wide, 0, width - 1, high - 1)), "{width} x {height}");
        }
        let mut strip = grey(400, 6);
        burn(&mut strip, "AI GENERATED");
        assert_eq!(changed(&strip), Some((325, 0, 399, 5)), "a strip lower than the plate");
    }

    #[test]
    fn the_letters_can_be_read() {
        let mut image = grey(400, 300);
        burn(&mut image, "AI MODIFIED");
        let row = |y: u32| {
            let dots = (0..15).map(|x| image.get_pixel(400 - 138 + x * 2, y * 2));
            dots.map(|dot| if dot == WHITE { '#' } else { '.' }).collect::<String>()
        };
        let lines: Vec<String> = (0..11).map(row).collect();
        let shown = [
            "...............",
            "...............",
            "...###...###...",
            "..#...#...#....",
            "..#...#...#....",
            "..#####...#....",
            "..#...#...#....",
            "..#...#...#....",
            "..#...#..###...",
            "...............",
            "...............",
        ];
        assert_eq!(lines, shown);
        for words in [Involvement::Generated, Involvement::Modified].into_iter().filter_map(words) {
            assert!(words.chars().all(|c| c == ' ' || letter(c) != [0; 7]), "{words} has a letter that is not drawn");
        }
    }
}
