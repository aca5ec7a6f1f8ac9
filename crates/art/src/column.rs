//! The column of words beside the drawing: one to three figures, each with what it counts.

use crate::{
    Figure, lettering,
    palette::Palette,
    pen::{Line, Pen, Tie},
};

/// Where the column stands.
pub struct Column {
    /// Its outer edge, where lines begin.
    pub edge: f32,
    /// Pixels.
    pub width: f32,
    /// Lines begin at the left edge, or at the right one.
    pub tie: Tie,
    /// Top and bottom that may be filled.
    pub top: f32,
    /// See `top`.
    pub bottom: f32,
}

/// Greatest size of a value by the number of figures; size of its label.
const SIZES: [(f32, f32); 3] = [(176.0, 38.0), (112.0, 32.0), (84.0, 29.0)];

impl Column {
    /// Sets the figures, the whole block centred between top and bottom.
    pub fn draw(&self, pen: &mut Pen, colours: &Palette, figures: &[Figure]) {
        let figures = &figures[..figures.len().min(3)];
        let Some(&(value_size, label_size)) = figures.len().checked_sub(1).and_then(|i| SIZES.get(i)) else { return };
        let set: Vec<(f32, Vec<String>)> = figures
            .iter()
            .map(|f| {
                // A serif's bold figures may be wider than the estimate for a sans.
                let size = lettering::fit(&f.value, self.width * 0.88, 40.0, value_size);
                (size, lettering::wrap(&f.label, self.width / label_size, 2))
            })
            .collect();
        let gap = label_size * 1.2;
        let height = |(size, lines): &(f32, Vec<String>)| size * 0.78 + label_size * (0.45 + 1.22 * lines.len() as f32);
        let total: f32 = set.iter().map(height).sum::<f32>() + gap * (set.len() - 1) as f32;
        let scale = ((self.bottom - self.top) / total).min(1.0);
        let mut y = self.top + (self.bottom - self.top - total * scale) / 2.0;
        for (i, (figure, item)) in figures.iter().zip(&set).enumerate() {
            let (size, lines) = item;
            let fill = if i == 0 { colours.pop } else { colours.ink };
            let value = lettering::cut(&figure.value, self.width / size);
            self.line(pen, &value, y + size * 0.78 * scale, size * scale, true, fill.to_string());
            let mut base = y + (size * 0.78 + label_size * 0.25) * scale;
            for line in lines {
                base += label_size * 1.22 * scale;
                self.line(pen, line, base, label_size * scale, false, colours.ink.to_string());
            }
            y += (height(item) + gap) * scale;
        }
    }

    /// One line at the column's edge.
    pub fn line(&self, pen: &mut Pen, text: &str, y: f32, size: f32, serif: bool, fill: String) {
        pen.letter(&Line { text, x: self.edge, y, size, tie: self.tie, serif, fill, halo: None });
    }
}
