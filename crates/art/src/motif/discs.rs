//! Everything else: overlapping discs, half of them hatched.

use super::Kit;

/// A plain composition of circles and one bar.
pub fn overlap(kit: &mut Kit<'_>) {
    let c = kit.colours;
    let (a, b) = (kit.chance.between(150.0, 190.0), kit.chance.between(110.0, 150.0));
    kit.pen.disc(-70.0, -20.0, a + 70.0, c.wash);
    kit.pen.disc(-90.0, 10.0, a, c.soft);
    kit.pen.disc(110.0, -60.0, b, c.mid);
    let hatch = kit.pen.pattern("h");
    kit.pen.disc(110.0, -60.0, b, hatch);
    kit.pen.raw(format_args!("<path d=\"M-40 230A170 170 0 0 1 300 230Z\" fill=\"{}\"/>", c.ink));
    kit.pen.disc(30.0, 40.0, 62.0, c.pop);
    let w = kit.half + 60.0;
    kit.pen.slab(-w, 230.0, w * 2.0, 12.0, 6.0, c.ink);
}
