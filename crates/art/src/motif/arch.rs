//! Lifestyle: a window in the form of an arch, a plant, fruit on a sill.

use super::Kit;

/// The still life.
pub fn window(kit: &mut Kit<'_>) {
    let c = kit.colours;
    kit.pen.shape("M-190 200V-70A190 190 0 0 1 190 -70V200Z", c.wash);
    kit.pen.shape("M-150 200V-70A150 150 0 0 1 150 -70V200Z", c.soft);
    let sun = kit.chance.between(-60.0, 60.0);
    kit.pen.disc(sun, -80.0, 74.0, c.pop);
    let hatch = kit.pen.pattern("h");
    kit.pen.shape("M-150 200V110Q-60 40 20 104T150 84V200Z", c.mid);
    kit.pen.shape("M-150 200V110Q-60 40 20 104T150 84V200Z", hatch);
    for (dx, dy, turn) in [(-66.0, -140.0, -38), (-26.0, -190.0, -14), (22.0, -176.0, 12), (60.0, -126.0, 36)] {
        let (x, y) = (-180.0 + dx, 120.0 + dy);
        kit.pen.stroke(&format!("M-180 120Q{} {} {x} {y}", -180.0 + dx * 0.2, 120.0 + dy * 0.6), 6.0, c.ink, "");
        kit.pen.raw(format_args!(
            "<ellipse cx=\"{x}\" cy=\"{y}\" rx=\"24\" ry=\"62\" fill=\"{}\" transform=\"rotate({turn} {x} {y})\"/>",
            c.ink
        ));
    }
    kit.pen.shape("M-236 110H-124L-142 202H-218Z", c.pop);
    kit.pen.slab(-246.0, 98.0, 132.0, 22.0, 6.0, c.ink);
    kit.pen.disc(128.0, 160.0, 42.0, c.ink);
    kit.pen.disc(206.0, 160.0, 42.0, c.mid);
    kit.pen.disc(168.0, 94.0, 40.0, c.pop);
    kit.pen.shape("M70 158H270A100 56 0 0 1 70 158Z", c.ground);
    kit.pen.stroke("M70 158H270A100 56 0 0 1 70 158Z", 6.0, c.ink, "");
    let w = kit.half + 60.0;
    kit.pen.slab(-w, 202.0, w * 2.0, 26.0, 4.0, c.ink);
}
