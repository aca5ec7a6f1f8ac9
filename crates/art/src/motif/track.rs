//! Sport: running lanes; with a score, the board above them.

use super::Kit;
use crate::{
    lettering,
    pen::{Line, Tie},
};

/// Lanes that sweep across the sheet, and a ball.
pub fn lanes(kit: &mut Kit<'_>) {
    sweep(kit, 1.0);
    let c = kit.colours;
    let x = kit.chance.between(-120.0, 60.0);
    kit.pen.disc(x, -70.0, 112.0, c.pop);
    let hatch = kit.pen.pattern("h");
    kit.pen.raw(format_args!(
        "<path d=\"M{0} -149A112 112 0 0 1 {1} 9A170 170 0 0 0 {0} -149Z\" fill=\"{hatch}\"/>",
        crate::pen::n(x + 79.0),
        crate::pen::n(x - 79.0)
    ));
}

fn sweep(kit: &mut Kit<'_>, strength: f32) {
    let c = kit.colours;
    let reach = kit.half + 190.0;
    kit.pen.raw(format_args!("<g opacity=\"{strength}\">"));
    for (i, fill) in [c.wash, c.soft, c.mid, c.soft, c.wash].into_iter().enumerate() {
        kit.pen.ring(reach, 420.0, 640.0 - 66.0 * i as f32, 58.0, fill);
    }
    kit.pen.close();
}

/// Two sides with the score between them.
pub fn scoreboard(kit: &mut Kit<'_>, (first, second, score): &(String, String, String), rtl: bool) {
    kit.half = 480.0;
    sweep(kit, 0.55);
    let c = kit.colours;
    kit.pen.slab(-540.0, -170.0, 1080.0, 360.0, 18.0, c.ink);
    kit.pen.slab(-540.0, 176.0, 1080.0, 14.0, 7.0, c.pop);
    let size = lettering::fit(score, 380.0, 60.0, 190.0);
    let score = lettering::cut(score, 400.0 / size);
    let ground = c.ground.to_string();
    let y = 20.0 + size * 0.28;
    kit.pen.letter(&Line { text: &score, x: 0.0, y, size, tie: Tie::Middle, serif: true, fill: ground, halo: None });
    // The first side stands where reading begins, and a score like 2-1 is read in the same direction.
    let (left, right) = if rtl { (second, first) } else { (first, second) };
    for (name, x) in [(left, -360.0), (right, 360.0)] {
        side(kit, name, x);
    }
}

fn side(kit: &mut Kit<'_>, name: &str, x: f32) {
    let size = if lettering::ems(name) > 9.0 { 36.0 } else { 46.0 };
    let lines = lettering::wrap(name, 300.0 / size, 3);
    let top = 20.0 - size * 1.2 * (lines.len() as f32 - 1.0) / 2.0 + size * 0.33;
    for (i, line) in lines.iter().enumerate() {
        let y = top + size * 1.2 * i as f32;
        let fill = kit.colours.ground.to_string();
        kit.pen.letter(&Line { text: line, x, y, size, tie: Tie::Middle, serif: false, fill, halo: None });
    }
}
