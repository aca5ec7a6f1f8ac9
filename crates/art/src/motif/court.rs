//! Law: level scales before a portico.

use super::{FLOOR, Kit};

/// Columns behind, the scales in front. They are level: a picture gives no verdict.
pub fn scales(kit: &mut Kit<'_>) {
    portico(kit);
    let (ink, pop) = (kit.colours.ink, kit.colours.pop);
    let (top, arm) = (-130.0, 190.0);
    kit.pen.slab(-9.0, top - 30.0, 18.0, 345.0, 9.0, ink);
    kit.pen.stroke(&format!("M{} {top}Q0 {} {arm} {top}", -arm, top - 34.0), 15.0, ink, "");
    kit.pen.disc(0.0, top - 34.0, 24.0, pop);
    for x in [-arm, arm] {
        let (left, right, pan) = (x - 92.0, x + 92.0, top + 200.0);
        kit.pen.stroke(&format!("M{left} {pan}L{x} {top}L{right} {pan}"), 4.0, ink, "");
        kit.pen.shape(&format!("M{} {pan}H{}A108 80 0 0 1 {} {pan}Z", x - 108.0, x + 108.0, x - 108.0), pop);
        kit.pen.disc(x, top, 12.0, ink);
    }
    kit.pen.shape(&format!("M-105 {0}Q-98 180 0 176Q98 180 105 {0}Z", 222), ink);
    kit.pen.slab(-150.0, 220.0, 300.0, 22.0, 4.0, ink);
}

fn portico(kit: &mut Kit<'_>) {
    let w = kit.half;
    let (wash, soft) = (kit.colours.wash, kit.colours.soft);
    kit.pen.shape(&format!("M{} -150L0 -300L{} -150Z", -w, w), wash);
    kit.pen.slab(-w, -146.0, w * 2.0, 34.0, 0.0, soft);
    let columns = if w > 400.0 { 7 } else { 5 };
    let gap = (w * 2.0 - 60.0) / columns as f32;
    for i in 0..columns {
        let x = -w + 30.0 + gap * (i as f32 + 0.5);
        kit.pen.slab(x - 27.0, -100.0, 54.0, 342.0, 0.0, wash);
        kit.pen.slab(x - 36.0, -112.0, 72.0, 16.0, 3.0, soft);
        let hatch = kit.pen.pattern("h");
        kit.pen.raw(format_args!(
            "<rect x=\"{}\" y=\"-96\" width=\"18\" height=\"330\" fill=\"{hatch}\" opacity=\".35\"/>",
            crate::pen::n(x + 9.0)
        ));
    }
    kit.pen.slab(-w - 20.0, 242.0, w * 2.0 + 40.0, FLOOR - 242.0, 0.0, soft);
}
