//! Health: a cross of soft bars with a heartbeat's line; the line is ornament, not a reading.

use super::Kit;

/// The cross on a ring of cells, the line through it.
pub fn cross(kit: &mut Kit<'_>) {
    let c = kit.colours;
    kit.pen.disc(0.0, -20.0, 262.0, c.wash);
    let turn = kit.chance.between(0.0, 0.5);
    for i in 0..18 {
        let angle = turn + i as f32 * std::f32::consts::TAU / 18.0;
        let fill = if i % 3 == 0 { c.mid } else { c.soft };
        kit.pen.disc(250.0 * angle.cos(), -20.0 + 250.0 * angle.sin(), 13.0, fill);
    }
    kit.pen.slab(-72.0, -210.0, 144.0, 380.0, 34.0, c.mid);
    kit.pen.slab(-190.0, -92.0, 380.0, 144.0, 34.0, c.mid);
    let hatch = kit.pen.pattern("h");
    kit.pen.slab(0.0, -210.0, 72.0, 380.0, 34.0, hatch);
    let w = crate::pen::n(kit.half + 60.0);
    let d = format!("M-{w} -20H-150l30 -34l34 34h22l34 -128l56 244l38 -116h40l22 -30l28 30H{w}");
    kit.pen.stroke(&d, 26.0, c.ground, "");
    kit.pen.stroke(&d, 12.0, c.pop, "");
}
