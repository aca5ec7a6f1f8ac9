//! Business: a street of office blocks. Their heights mean nothing.

use super::Kit;

/// Blocks with windows before a disc.
pub fn street(kit: &mut Kit<'_>) {
    let c = kit.colours;
    kit.pen.disc(kit.half * 0.25, -60.0, 190.0, c.pop);
    let back = kit.half * 2.0 / 5.0;
    for i in 0..5 {
        let height = kit.chance.between(240.0, 400.0);
        kit.pen.slab(-kit.half + back * i as f32 + 14.0, 230.0 - height, back * 0.82, height, 0.0, c.soft);
    }
    let blocks = if kit.half > 400.0 { 6 } else { 4 };
    let wide = kit.half * 2.0 / blocks as f32;
    for i in 0..blocks {
        let height = kit.chance.between(150.0, 330.0);
        let x = -kit.half + wide * i as f32;
        block(kit, x + 6.0, wide - 12.0, height, i % 2 == 0);
    }
    let w = kit.half + 60.0;
    kit.pen.slab(-w, 230.0, w * 2.0, 12.0, 6.0, c.ink);
}

fn block(kit: &mut Kit<'_>, x: f32, width: f32, height: f32, plain: bool) {
    let c = kit.colours;
    let (fill, glass) = if plain { (c.ink, c.soft) } else { (c.mid, c.ground) };
    let top = 230.0 - height;
    kit.pen.slab(x, top, width, height, 0.0, fill);
    if !plain {
        let hatch = kit.pen.pattern("h");
        kit.pen.slab(x + width * 0.7, top, width * 0.3, height, 0.0, hatch);
    }
    let mut d = String::new();
    let mut y = top + 26.0;
    while y < 205.0 {
        d.push_str(&format!("M{} {}h{}", crate::pen::n(x + 18.0), crate::pen::n(y), crate::pen::n(width - 36.0)));
        y += 36.0;
    }
    kit.pen.raw(format_args!("<path d=\"{d}\" stroke=\"{glass}\" stroke-width=\"14\" stroke-dasharray=\"16 12\"/>"));
}
