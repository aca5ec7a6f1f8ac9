//! A globe in orthographic projection (Snyder, "Map Projections", 1987, chapter 20): land, graticule, marks, and the arc
//! from where a story was filed to what it is about.

use std::fmt::Write;

use crate::{
    Spot, land,
    palette::Palette,
    pen::{Line, Pen, Tie, n},
};

/// A view of the globe: `x`, `y` on the picture, `r` its radius, looking straight down on `centre`.
pub struct Globe {
    x: f32,
    y: f32,
    r: f32,
    centre: Spot,
}

/// A marked place.
pub struct Mark<'a> {
    /// Where.
    pub at: Spot,
    /// Its name; empty for none.
    pub name: &'a str,
    /// What the story is about; else where it was filed.
    pub about: bool,
}

/// A point seen by the viewer; `z` is above 0 on the near side.
#[derive(Clone, Copy)]
struct Seen {
    x: f32,
    y: f32,
    z: f32,
}

impl Globe {
    /// A globe turned so that `centre` is in its middle.
    pub fn new(x: f32, y: f32, r: f32, centre: Spot) -> Self {
        Self { x, y, r, centre }
    }

    /// On the unit sphere, as seen.
    fn see(&self, (lat, lon): Spot) -> Seen {
        let (lat, lon) = (lat.to_radians(), (lon - self.centre.1).to_radians());
        let tilt = self.centre.0.to_radians();
        Seen {
            x: lat.cos() * lon.sin(),
            y: tilt.cos() * lat.sin() - tilt.sin() * lat.cos() * lon.cos(),
            z: tilt.sin() * lat.sin() + tilt.cos() * lat.cos() * lon.cos(),
        }
    }

    /// On the picture.
    fn place(&self, seen: Seen, lift: f32) -> (f32, f32) {
        (self.x + self.r * lift * seen.x, self.y - self.r * lift * seen.y)
    }

    /// The near side's part of a ring of land, closed along the limb where the ring goes behind.
    fn ring(&self, points: &[(i16, i8)]) -> String {
        let seen: Vec<Seen> = points.iter().map(|&(lon, lat)| self.see((f32::from(lat), f32::from(lon)))).collect();
        let Some(start) = seen.iter().position(|p| p.z > 0.0) else { return String::new() };
        let mut d = String::new();
        let mut hidden = false;
        for i in 0..seen.len() {
            let (a, b) = (seen[(start + i) % seen.len()], seen[(start + i + 1) % seen.len()]);
            if i == 0 {
                self.to(&mut d, 'M', a);
            }
            match (a.z > 0.0, b.z > 0.0) {
                (true, true) => self.to(&mut d, 'L', b),
                (true, false) => {
                    self.to(&mut d, 'L', horizon(a, b));
                    hidden = true;
                }
                (false, true) => {
                    self.limb(&mut d, horizon(b, a), hidden);
                    self.to(&mut d, 'L', b);
                    hidden = false;
                }
                (false, false) => {}
            }
        }
        d.push('Z');
        d
    }

    fn to(&self, d: &mut String, command: char, p: Seen) {
        let (x, y) = self.place(p, 1.0);
        let _ = write!(d, "{command}{} {}", x.round() as i32, y.round() as i32);
    }

    /// Along the limb to `p`, the shorter way: the way is told by which side of the last point `p` lies on.
    fn limb(&self, d: &mut String, p: Seen, hidden: bool) {
        if !hidden {
            return self.to(d, 'L', p);
        }
        let last = d.rfind(['L', 'M']).and_then(|i| d.get(i + 1..)).and_then(|xy| xy.split_once(' '));
        let Some((x0, y0)) = last.and_then(|(x, y)| Some((x.parse::<f32>().ok()?, y.parse::<f32>().ok()?))) else {
            return self.to(d, 'L', p);
        };
        let (x, y) = self.place(p, 1.0);
        let clockwise = (x0 - self.x) * (y - self.y) - (y0 - self.y) * (x - self.x) > 0.0;
        let (r, sweep) = (n(self.r), u8::from(clockwise));
        let _ = write!(d, "A{r} {r} 0 0 {sweep} {} {}", x.round() as i32, y.round() as i32);
    }

    /// Ball, land and graticule.
    pub fn draw(&self, pen: &mut Pen, colours: &Palette) {
        pen.disc(self.x, self.y, self.r, colours.soft);
        let land: String = land::LAND.iter().map(|ring| self.ring(ring)).collect();
        pen.raw(format_args!(
            "<path d=\"{land}\" fill=\"{0}\" stroke=\"{0}\" stroke-width=\"{1}\" stroke-linejoin=\"round\"/>",
            colours.ink,
            n(self.r / 130.0)
        ));
        pen.shape(&self.ring(land::INLAND_SEA), colours.soft);
        if self.r > 150.0 {
            pen.stroke(&self.graticule(20), 1.2, colours.ground, " stroke-opacity=\".38\"");
        }
        pen.ring(self.x, self.y, self.r, self.r / 70.0, colours.ink);
    }

    /// Meridians and parallels every `step` degrees, near side only. Each is half an ellipse or less; drawn in short chords.
    fn graticule(&self, step: i32) -> String {
        let mut d = String::new();
        for lon in (-180..180).step_by(step as usize) {
            self.run(&mut d, (-80..=80).step_by(16).map(|lat| (lat as f32, lon as f32)));
        }
        for lat in (step - 90..90).step_by(step as usize) {
            self.run(&mut d, (-180..=180).step_by(15).map(|lon| (lat as f32, lon as f32)));
        }
        d
    }

    fn run(&self, d: &mut String, spots: impl Iterator<Item = Spot>) {
        let mut last: Option<(i32, i32)> = None;
        for spot in spots {
            let seen = self.see(spot);
            let (x, y) = self.place(seen, 1.0);
            let (x, y) = (x.round() as i32, y.round() as i32);
            match (seen.z > 0.0, last) {
                (false, _) => last = None,
                (true, None) => {
                    let _ = write!(d, "M{x} {y}");
                    last = Some((x, y));
                }
                (true, Some((x0, y0))) => {
                    let _ = write!(d, "l{} {}", x - x0, y - y0);
                    last = Some((x, y));
                }
            }
        }
    }

    /// The way from one place to another along the great circle, lifted off the ball.
    pub fn arc(&self, pen: &mut Pen, colours: &Palette, from: Spot, to: Spot) {
        let (a, b) = (self.see(from), self.see(to));
        let angle = (a.x * b.x + a.y * b.y + a.z * b.z).clamp(-1.0, 1.0).acos();
        if angle < 0.03 {
            return;
        }
        let mut d = String::new();
        for i in 0..=24 {
            let t = i as f32 / 24.0;
            let (wa, wb) = (((1.0 - t) * angle).sin() / angle.sin(), (t * angle).sin() / angle.sin());
            let p = Seen { x: wa * a.x + wb * b.x, y: wa * a.y + wb * b.y, z: 0.0 };
            let lift = 1.0 + (t * std::f32::consts::PI).sin() * (0.10 + 0.09 * angle);
            let (x, y) = self.place(p, lift);
            let _ = write!(d, "{}{} {}", if i == 0 { 'M' } else { 'L' }, n(x), n(y));
        }
        pen.stroke(&d, 11.0, colours.ground, "");
        pen.stroke(&d, 5.0, colours.pop, " stroke-dasharray=\"1 11\"");
    }

    /// A mark with its name beside it, on the side away from the middle of the picture's text.
    pub fn mark(&self, pen: &mut Pen, colours: &Palette, mark: &Mark<'_>, below: bool) {
        let seen = self.see(mark.at);
        if seen.z <= 0.0 {
            return;
        }
        let (x, y) = self.place(seen, 1.0);
        let big = self.r > 150.0;
        let r = if big { 13.0 } else { 8.0 };
        if mark.about {
            if big {
                pen.ring(x, y, 44.0, 2.5, colours.pop);
                pen.ring(x, y, 29.0, 4.0, colours.pop);
            }
            pen.disc(x, y, r + 3.5, colours.ground);
            pen.disc(x, y, r, colours.pop);
        } else {
            pen.disc(x, y, r, colours.ground);
            pen.disc(x, y, r - 5.0, colours.ink);
        }
        if big && !mark.name.is_empty() {
            self.name(pen, colours, mark, (x, y), below);
        }
    }

    fn name(&self, pen: &mut Pen, colours: &Palette, mark: &Mark<'_>, (x, y): (f32, f32), below: bool) {
        let name = crate::lettering::cut(mark.name, 11.0);
        let size = if mark.about { 40.0 } else { 30.0 };
        let half = crate::lettering::ems(&name) * size / 2.0;
        let gap = if mark.about { 58.0 } else { 26.0 };
        let under = y + gap + size * 0.72;
        let y = if below && under < crate::HEIGHT as f32 - 16.0 { under } else { y - gap };
        let x = x.clamp(half + 24.0, crate::WIDTH as f32 - half - 24.0);
        pen.letter(&Line {
            text: &name,
            x,
            y: y.max(100.0),
            size,
            tie: Tie::Middle,
            serif: mark.about,
            fill: colours.ink.to_string(),
            halo: Some(colours.ground.to_string()),
        });
    }
}

/// Where the chord from the seen `a` to the hidden `b` leaves the near side, on the limb.
fn horizon(a: Seen, b: Seen) -> Seen {
    let t = a.z / (a.z - b.z);
    let (x, y) = (a.x + t * (b.x - a.x), a.y + t * (b.y - a.y));
    let length = x.hypot(y).max(1e-6);
    Seen { x: x / length, y: y / length, z: 0.0 }
}

/// The middle of two places along the great circle; the first one's own place when they are opposite.
pub fn middle(a: Spot, b: Spot) -> Spot {
    let vector = |(lat, lon): Spot| {
        let (lat, lon) = (lat.to_radians(), lon.to_radians());
        (lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin())
    };
    let ((ax, ay, az), (bx, by, bz)) = (vector(a), vector(b));
    let (x, y, z) = (ax + bx, ay + by, az + bz);
    let length = (x * x + y * y + z * z).sqrt();
    if length < 1e-3 { a } else { ((z / length).asin().to_degrees(), y.atan2(x).to_degrees()) }
}
