//! Entertainment: a stage between curtains, two lights crossing.

use std::fmt::Write;

use super::{FLOOR, Kit};

/// Curtains, lights, boards.
pub fn curtain(kit: &mut Kit<'_>) {
    let c = kit.colours;
    let w = kit.half;
    kit.pen.slab(-w, -236.0, w * 2.0, FLOOR + 236.0, 0.0, c.wash);
    let lean = kit.chance.between(30.0, 110.0);
    for side in [-1.0, 1.0] {
        let d = format!("M{} -240L{} 215H{}Z", -side * w * 0.45, side * (lean - 120.0), side * (lean + 130.0));
        kit.pen.raw(format_args!("<path d=\"{d}\" fill=\"{}\" fill-opacity=\".75\"/>", c.soft));
    }
    kit.pen.raw(format_args!("<ellipse cx=\"0\" cy=\"215\" rx=\"{}\" ry=\"46\" fill=\"{}\"/>", w * 0.52, c.pop));
    kit.pen.slab(-w, 240.0, w * 2.0, FLOOR - 240.0, 0.0, c.ink);
    for side in [-1.0, 1.0] {
        for (i, fill) in [c.mid, c.soft, c.mid, c.soft].into_iter().enumerate() {
            let (outer, inner) = (side * (w - 46.0 * i as f32), side * (w - 46.0 * (i as f32 + 1.0)));
            let pull = side * 30.0 * i as f32 * 0.6;
            let mut d = format!("M{outer} -240H{inner}");
            let _ = write!(d, "C{0} -60 {1} 100 {2} 262H{outer}Z", inner, inner + pull, inner + pull);
            kit.pen.shape(&d, fill);
        }
    }
    let mut d = format!("M{} -240H{w}V-172", -w);
    let scallops = if w > 400.0 { 12 } else { 8 };
    for _ in 0..scallops {
        let _ =
            write!(d, "q{0} 52 {1} 0", crate::pen::n(-w / scallops as f32), crate::pen::n(-2.0 * w / scallops as f32));
    }
    d.push('Z');
    kit.pen.shape(&d, c.mid);
    let hatch = kit.pen.pattern("h");
    kit.pen.shape(&d, hatch);
}
