//! Politics: the seats of a chamber. Their colours follow the rows, so that no majority is shown.

use std::f32::consts::PI;

use super::Kit;
use crate::pen::n;

/// Seats in half circles around a lectern.
pub fn hemicycle(kit: &mut Kit<'_>) {
    let (base, rows) = (205.0, 6);
    let step = if kit.half > 400.0 { 54.0 } else { 40.0 };
    let first = step * 2.4;
    let outer = first + step * rows as f32;
    kit.pen.raw(format_args!(
        "<path d=\"M{0} {base}A{outer} {outer} 0 0 1 {outer} {base}Z\" fill=\"{1}\"/>",
        -outer, kit.colours.wash
    ));
    for row in 0..rows {
        // A dashed line of round, empty dashes is a row of dots.
        let r = first + step * row as f32;
        let seats = (PI * r / (step * 0.98)).floor();
        let fill = [kit.colours.ink, kit.colours.mid, kit.colours.soft][row / 2 % 3];
        let (gap, left) = (n(PI * r / seats), n(r));
        let dots = format!(" stroke-dasharray=\"0 {gap}\" stroke-dashoffset=\"-{}\"", n(PI * r / seats / 2.0));
        kit.pen.stroke(&format!("M-{left} {base}A{left} {left} 0 0 1 {left} {base}"), step * 0.72, fill, &dots);
    }
    let pop = kit.colours.pop;
    kit.pen.slab(-step, base - step * 0.85, step * 2.0, step * 1.5, 8.0, pop);
    kit.pen.slab(-step * 1.5, base - step * 1.0, step * 3.0, 14.0, 7.0, kit.colours.ink);
    kit.pen.slab(-kit.half - 60.0, base + step * 0.62, (kit.half + 60.0) * 2.0, 10.0, 5.0, kit.colours.ink);
}
