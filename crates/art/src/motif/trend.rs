//! Markets: one bold line up or down. It has no axes and no points of data: only the direction is meant.

use super::{FLOOR, Kit};

/// Steps as shares of the way, so that the line looks alive; chosen by seed.
const PATHS: [[(f32, f32); 6]; 3] = [
    [(0.0, 0.0), (0.2, 0.22), (0.36, 0.12), (0.58, 0.56), (0.72, 0.44), (1.0, 1.0)],
    [(0.0, 0.08), (0.18, 0.0), (0.40, 0.42), (0.55, 0.34), (0.80, 0.82), (1.0, 1.0)],
    [(0.0, 0.0), (0.26, 0.34), (0.42, 0.24), (0.60, 0.40), (0.78, 0.72), (1.0, 1.0)],
];

/// The line with its arrow head and the hatched ground beneath it.
pub fn line(kit: &mut Kit<'_>, rising: bool) {
    let c = kit.colours;
    let path = PATHS[kit.chance.below(PATHS.len())];
    let (w, low, high) = (kit.half - 20.0, 170.0, -190.0);
    let at = |(x, y): (f32, f32)| {
        let y = if rising { y } else { 1.0 - y };
        (-w + 2.0 * w * x, low + (high - low) * y)
    };
    let points: Vec<(f32, f32)> = path.into_iter().map(at).collect();
    let joined: Vec<String> =
        points.iter().map(|(x, y)| format!("{} {}", crate::pen::n(*x), crate::pen::n(*y))).collect();
    let d = format!("M{}", joined.join("L"));
    let disc = if rising { -90.0 } else { 90.0 };
    kit.pen.disc(w * 0.2, disc, 230.0, c.wash);
    let under = format!("{d}V{FLOOR}H{}Z", crate::pen::n(-w));
    kit.pen.shape(&under, c.soft);
    let hatch = kit.pen.pattern("h");
    kit.pen.raw(format_args!("<path d=\"{under}\" fill=\"{hatch}\" opacity=\".55\"/>"));
    kit.pen.stroke(&d, 20.0, c.ink, "");
    if let [.., (x0, y0), (x1, y1)] = points[..] {
        let angle = (y1 - y0).atan2(x1 - x0).to_degrees();
        let (x, y, angle) = (crate::pen::n(x1), crate::pen::n(y1), crate::pen::n(angle));
        kit.pen.raw(format_args!(
            "<path d=\"M-30 -44L76 0L-30 44L-12 0Z\" fill=\"{0}\" stroke=\"{0}\" stroke-width=\"10\" stroke-linejoin=\"round\" transform=\"translate({x} {y}) rotate({angle})\"/>",
            c.pop
        ));
    }
}
