//! Headlines: printed pages, fanned out.

use super::Kit;

/// Three pages; only the front one has its columns drawn.
pub fn pages(kit: &mut Kit<'_>) {
    let c = kit.colours;
    let spread = kit.chance.between(9.0, 14.0);
    kit.pen.disc(0.0, -10.0, 280.0, c.wash);
    for (turn, fill) in [(-spread, c.mid), (spread, c.soft)] {
        kit.pen.raw(format_args!("<g transform=\"rotate({})\">", crate::pen::n(turn)));
        kit.pen.slab(-180.0, -225.0, 360.0, 470.0, 6.0, fill);
        let hatch = kit.pen.pattern("h");
        kit.pen.slab(-180.0, -225.0, 360.0, 470.0, 6.0, hatch);
        kit.pen.close();
    }
    kit.pen.slab(-185.0, -235.0, 370.0, 490.0, 6.0, c.ink);
    kit.pen.slab(-177.0, -227.0, 354.0, 474.0, 3.0, c.ground);
    kit.pen.slab(-150.0, -196.0, 300.0, 40.0, 3.0, c.ink);
    kit.pen.slab(-150.0, -140.0, 210.0, 22.0, 3.0, c.pop);
    let mut d = String::new();
    for (x, top) in [(-150.0, 78.0), (-48.0, 78.0), (62.0, -96.0)] {
        let mut y = top;
        while y < 230.0 {
            let width = if x > 0.0 { 88.0 } else { 86.0 } - if (y as i32 / 18) % 5 == 4 { 34.0 } else { 0.0 };
            d.push_str(&format!("M{x} {y}h{width}"));
            y += 18.0;
        }
    }
    kit.pen.raw(format_args!("<path d=\"{d}\" stroke=\"{}\" stroke-width=\"7\"/>", c.soft));
    kit.pen.slab(-150.0, -98.0, 188.0, 150.0, 3.0, c.soft);
    kit.pen.disc(-92.0, -44.0, 32.0, c.pop);
    kit.pen.shape("M-150 52V20Q-100 -24 -50 14T38 -10V52Z", c.ink);
}
