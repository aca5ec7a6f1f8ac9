//! Education: an open book under a rising disc.

use super::{FLOOR, Kit};

/// Two pages with lines of text, rays above.
pub fn open(kit: &mut Kit<'_>) {
    let c = kit.colours;
    let rays = 15 + 2 * kit.chance.below(3);
    for i in 0..=rays {
        let angle = std::f32::consts::PI * (1.0 + i as f32 / rays as f32);
        let (x, y) = (angle.cos(), angle.sin());
        let far = if i % 2 == 0 { 300.0 } else { 262.0 };
        let at = |r: f32| format!("{} {}", crate::pen::n(x * r), crate::pen::n(y * r + 10.0));
        kit.pen.stroke(&format!("M{}L{}", at(190.0), at(far)), 9.0, c.soft, "");
    }
    kit.pen.disc(0.0, 10.0, 160.0, c.pop);
    kit.pen.shape(
        "M0 92C-70 38 -190 34 -292 62V250C-190 222 -70 226 0 280C70 226 190 222 292 250V62C190 34 70 38 0 92Z",
        c.ink,
    );
    kit.pen.shape("M0 70C-70 16 -180 14 -270 40V224C-180 198 -70 204 0 258Z", c.ground);
    kit.pen.shape("M0 70C70 16 180 14 270 40V224C180 198 70 204 0 258Z", c.wash);
    let hatch = kit.pen.pattern("h");
    kit.pen.raw(format_args!(
        "<path d=\"M0 70C26 50 48 40 70 34V222C48 228 26 238 0 258Z\" fill=\"{hatch}\" opacity=\".6\"/>"
    ));
    for i in 0..5 {
        let y = 66.0 + 30.0 * i as f32;
        kit.pen.stroke(&format!("M-236 {y}C-170 {0} -90 {1} -36 {2}", y - 14.0, y - 6.0, y + 24.0), 7.0, c.mid, "");
        if i < 4 {
            kit.pen.stroke(&format!("M236 {y}C190 {0} 140 {0} 96 {1}", y - 12.0, y - 4.0), 7.0, c.mid, "");
        }
    }
    let w = crate::pen::n(kit.half + 80.0);
    kit.pen.stroke(&format!("M-{w} {0}H{w}", FLOOR - 4.0), 10.0, c.ink, "");
}
