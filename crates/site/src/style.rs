//! The one stylesheet with the house's accent in it, and its name in the Content-Security-Policy.

use news::Hash;

use crate::colour;

/// The stylesheet as written.
const SHEET: &str = include_str!("style.css");
/// Used when the house's accent is no colour we can read.
const ACCENT: colour::Rgb = [0xa4, 0x24, 0x3b];
/// The papers of the light scheme: page, tint.
const LIGHT: [colour::Rgb; 2] = [[0xff, 0xff, 0xff], [0xf4, 0xf4, 0xf1]];
/// The papers of the dark scheme: page, tint.
const DARK: [colour::Rgb; 2] = [[0x13, 0x14, 0x16], [0x1c, 0x1e, 0x21]];

/// A finished stylesheet.
#[derive(Debug)]
pub struct Style {
    /// What stands between `<style>` and `</style>`.
    pub sheet: String,
    /// `'sha256-…'` of it.
    pub source: String,
}

impl Style {
    /// The stylesheet in the house's accent.
    pub fn new(accent: &str) -> Self {
        let [light, dark] = accents(accent);
        let sheet = squeeze(SHEET).replace("ACCENT-LIGHT", &light).replace("ACCENT-DARK", &dark);
        let source = format!("'sha256-{}'", base64(&Hash::of(sheet.as_bytes()).0));
        Self { sheet, source }
    }
}

/// The house's accent on light paper and on dark, moved as far as it takes to be read, as `#rrggbb`.
pub fn accents(accent: &str) -> [String; 2] {
    let accent = colour::parse(accent).unwrap_or(ACCENT);
    [&LIGHT, &DARK].map(|papers| colour::hex(colour::readable(accent, papers)))
}

/// The sheet without comments and line breaks, and without the blanks that mean nothing.
fn squeeze(sheet: &str) -> String {
    let mut out = String::with_capacity(sheet.len());
    for line in sheet.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with("/*")) {
        out.push_str(line);
        if !line.ends_with(['{', '}', ';', ',']) {
            out.push(' ');
        }
    }
    for (long, short) in
        [(": ", ":"), (" {", "{"), ("{ ", "{"), ("; ", ";"), (" }", "}"), (";}", "}"), (", ", ","), (" > ", ">")]
    {
        out = out.replace(long, short);
    }
    out
}

/// RFC 4648 base64 with padding.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for chunk in bytes.chunks(3) {
        let byte = |i: usize| u32::from(chunk.get(i).copied().unwrap_or(0));
        let group = byte(0) << 16 | byte(1) << 8 | byte(2);
        for i in 0..4 {
            let digit = DIGITS.get((group >> (18 - 6 * i)) as usize & 63).copied().unwrap_or(b'=');
            out.push(if i <= chunk.len() { digit as char } else { '=' });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_of_the_rfc() {
        for (plain, coded) in [("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")] {
            assert_eq!(base64(plain.as_bytes()), coded);
        }
    }

    #[test]
    fn the_sheet_is_lean_and_its_colours_can_be_read() {
        let style = Style::new("#ffcc00");
        assert!(style.sheet.len() <= 17 * 1024, "{} bytes", style.sheet.len());
        assert!(!style.sheet.contains("ACCENT") && !style.sheet.contains("</"));
        assert!(!style.sheet.contains("url("));
    }
}
