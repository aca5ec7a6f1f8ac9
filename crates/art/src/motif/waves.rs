//! Science and environment: a sun with orbits over layered water.

use std::fmt::Write;

use super::{FLOOR, Kit};

/// Orbits above, three bands of waves below; seen through a round window where figures stand beside it.
pub fn sea(kit: &mut Kit<'_>) {
    let c = kit.colours;
    let window = kit.half < 400.0;
    if window {
        let id = kit.pen.id("c");
        kit.pen.raw(format_args!(
            "<clipPath id=\"{id}\"><circle cy=\"-14\" r=\"272\"/></clipPath><g clip-path=\"url(#{id})\">"
        ));
        kit.pen.disc(0.0, -14.0, 272.0, c.wash);
    }
    let x = kit.chance.between(-0.25, 0.25) * kit.half;
    let y = -70.0;
    for (r, planet, fill) in [(215.0, 15.0, c.ink), (160.0, 11.0, c.mid)] {
        kit.pen.ring(x, y, r, 2.5, c.soft);
        let angle = kit.chance.between(3.4, 6.0);
        kit.pen.disc(x + r * angle.cos(), y + r * angle.sin(), planet, fill);
    }
    kit.pen.disc(x, y, 105.0, c.pop);
    for (i, fill) in [c.soft, c.mid, c.ink].into_iter().enumerate() {
        let d = wave(kit, 60.0 + 72.0 * i as f32, 26.0 - 3.0 * i as f32);
        kit.pen.shape(&d, fill);
        if i == 1 {
            let hatch = kit.pen.pattern("h");
            kit.pen.shape(&d, hatch);
        }
    }
    if window {
        kit.pen.close();
    }
}

/// A band from a wavy top down to the floor, over the whole sheet's width and more.
fn wave(kit: &mut Kit<'_>, top: f32, height: f32) -> String {
    let reach = 900.0;
    let length = kit.chance.between(190.0, 260.0);
    let start = -reach - kit.chance.between(0.0, length);
    let mut d = format!("M{} {top}", crate::pen::n(start));
    let mut x = start;
    while x < reach {
        let _ = write!(
            d,
            "q{0} {1} {2} 0t{2} 0",
            crate::pen::n(length / 4.0),
            crate::pen::n(-height),
            crate::pen::n(length / 2.0)
        );
        x += length;
    }
    let _ = write!(d, "V{FLOOR}H{}Z", crate::pen::n(start));
    d
}
