//! Writes SVG elements: presentation attributes only, so that a strict style policy does not blank the picture.

use std::fmt::{Display, Write};

use crate::lettering;

/// Serif for figures and names, sans for labels; all of them fonts that systems bring.
const SERIF: &str = "Charter,'Bitstream Charter','Iowan Old Style',Cambria,Georgia,serif";
/// Set once on the whole sheet.
pub const SANS: &str = "system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif";

/// The SVG text so far.
pub struct Pen {
    out: String,
    id: String,
}

/// Where a line of lettering is tied to its `x`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Tie {
    /// Its left end.
    Left,
    /// Its middle.
    Middle,
    /// Its right end.
    Right,
}

/// A line of lettering.
pub struct Line<'a> {
    /// The words; escaped here.
    pub text: &'a str,
    /// Where `tie` is.
    pub x: f32,
    /// The base line.
    pub y: f32,
    /// Pixels.
    pub size: f32,
    /// Which end `x` is.
    pub tie: Tie,
    /// Serif or sans.
    pub serif: bool,
    /// Colour.
    pub fill: String,
    /// Colour of an outline behind the letters, to lift them off a drawing.
    pub halo: Option<String>,
}

impl Pen {
    /// A pen whose ids start with `id`.
    pub fn new(id: String) -> Self {
        Self { out: String::with_capacity(8 << 10), id }
    }

    /// The id of a pattern, with this picture's own prefix.
    pub fn id(&self, name: &str) -> String {
        format!("{}{name}", self.id)
    }

    /// What fills with the pattern of that name.
    pub fn pattern(&self, name: &str) -> String {
        format!("url(#{}{name})", self.id)
    }

    /// Markup made by the caller from its own constants and numbers.
    pub fn raw(&mut self, markup: impl Display) {
        let _ = write!(self.out, "{markup}");
    }

    /// Opens a group moved by `x`, `y` and scaled.
    pub fn open(&mut self, x: f32, y: f32, scale: f32) {
        let scale = if scale == 1.0 { String::new() } else { format!(" scale({})", n(scale)) };
        self.raw(format_args!("<g transform=\"translate({} {}){scale}\">", n(x), n(y)));
    }

    /// Closes the group.
    pub fn close(&mut self) {
        self.out.push_str("</g>");
    }

    /// A filled disc.
    pub fn disc(&mut self, x: f32, y: f32, r: f32, fill: impl Display) {
        self.raw(format_args!("<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"{fill}\"/>", n(x), n(y), n(r)));
    }

    /// A circle's line.
    pub fn ring(&mut self, x: f32, y: f32, r: f32, width: f32, stroke: impl Display) {
        let (x, y, r, w) = (n(x), n(y), n(r), n(width));
        self.raw(format_args!(
            "<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\" fill=\"none\" stroke=\"{stroke}\" stroke-width=\"{w}\"/>"
        ));
    }

    /// A filled rectangle with corners rounded by `round`.
    pub fn slab(&mut self, x: f32, y: f32, w: f32, h: f32, round: f32, fill: impl Display) {
        let rx = if round > 0.0 { format!(" rx=\"{}\"", n(round)) } else { String::new() };
        let (x, y, w, h) = (n(x), n(y), n(w), n(h));
        self.raw(format_args!("<rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\"{rx} fill=\"{fill}\"/>"));
    }

    /// A filled shape.
    pub fn shape(&mut self, d: &str, fill: impl Display) {
        self.raw(format_args!("<path d=\"{d}\" fill=\"{fill}\"/>"));
    }

    /// A line along `d` with round ends; `extra` is more attributes.
    pub fn stroke(&mut self, d: &str, width: f32, stroke: impl Display, extra: &str) {
        let w = n(width);
        self.raw(format_args!(
            "<path d=\"{d}\" fill=\"none\" stroke=\"{stroke}\" stroke-width=\"{w}\" stroke-linecap=\"round\" stroke-linejoin=\"round\"{extra}/>"
        ));
    }

    /// One line of lettering. Its direction comes from its own first letter, so that figures stay readable in a page that
    /// runs from right to left and the other way round.
    pub fn letter(&mut self, line: &Line<'_>) {
        let rtl = lettering::is_rtl(line.text);
        let anchor = match (line.tie, rtl) {
            (Tie::Middle, _) => " text-anchor=\"middle\"",
            (Tie::Left, false) | (Tie::Right, true) => "",
            _ => " text-anchor=\"end\"",
        };
        let direction = if rtl { " direction=\"rtl\"" } else { " direction=\"ltr\"" };
        let halo = line.halo.as_ref().map_or(String::new(), |h| {
            format!(
                " stroke=\"{h}\" stroke-width=\"{}\" stroke-linejoin=\"round\" paint-order=\"stroke\"",
                n(line.size / 5.0)
            )
        });
        let (x, y, size, fill) = (n(line.x), n(line.y), n(line.size), &line.fill);
        let font = if line.serif { format!(" font-family=\"{SERIF}\"") } else { String::new() };
        self.raw(format_args!(
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" fill=\"{fill}\"{font}{anchor}{direction} unicode-bidi=\"isolate\"{halo}>"
        ));
        self.out.push_str(&escape(line.text));
        self.out.push_str("</text>");
    }

    /// The finished text.
    pub fn finish(self) -> String {
        self.out
    }
}

/// A number for SVG: one decimal at most, no `-0`.
pub fn n(value: f32) -> String {
    let tenths = (value * 10.0).round() as i64;
    let sign = if tenths < 0 { "-" } else { "" };
    match (tenths.abs() / 10, tenths.abs() % 10) {
        (whole, 0) => format!("{sign}{whole}"),
        (whole, tenth) => format!("{sign}{whole}.{tenth}"),
    }
}

/// `text` for XML content and attributes; characters that XML 1.0 forbids and bidirectional controls are dropped.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}
