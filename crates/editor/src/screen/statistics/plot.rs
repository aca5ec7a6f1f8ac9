//! Views as a plot of bars, and the same in words.

use super::{number, slot::Slot};

/// The paper, and the edges of the field in which the bars stand.
const SIZE: (u32, u32) = (720, 220);
const LEFT: f64 = 56.0;
const RIGHT: f64 = 704.0;
const TOP: f64 = 12.0;
const FOOT: f64 = 190.0;
/// Gaps between lines, and names under bars, at most.
const GAPS: u64 = 4;
const NAMED: usize = 8;
/// How much of its place a bar fills.
const FILLED: f64 = 0.8;
/// What is not nothing can be seen.
const LEAST: f64 = 1.0;

/// A bar.
pub struct Bar {
    /// Of what.
    pub name: String,
    /// How many views.
    pub views: String,
    /// What stands under it; empty under most when there are many.
    pub short: String,
    /// Its left edge.
    pub x: f64,
    /// Its top.
    pub y: f64,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// Its middle.
    pub middle: f64,
}

/// A line across, with how many views it stands for.
pub struct Line {
    /// Its height on the paper.
    pub y: f64,
    /// How many.
    pub views: String,
}

/// The plot.
pub struct Plot {
    /// Width and height of the paper.
    pub size: (u32, u32),
    /// Where lines begin.
    pub left: f64,
    /// Where they end.
    pub right: f64,
    /// What it shows, in words.
    pub words: String,
    /// Lines, lowest first.
    pub lines: Vec<Line>,
    /// Bars, oldest first.
    pub bars: Vec<Bar>,
}

impl Plot {
    /// Of slots with their views; `None` where there was no view at all.
    pub fn new(told: &str, slots: &[(Slot, u64)]) -> Option<Self> {
        let most = slots.iter().map(|(_, views)| *views).max().filter(|most| *most > 0)?;
        let step = step(most);
        let gaps = most.div_ceil(step);
        let height = |views: u64| (FOOT - TOP) * views as f64 / (gaps * step) as f64;
        let line = |n: u64| Line { y: tenth(FOOT - height(n * step)), views: number(n * step) };
        let place = (RIGHT - LEFT) / slots.len() as f64;
        let every = slots.len().div_ceil(NAMED);
        let bar = |(n, (slot, views)): (usize, &(Slot, u64))| {
            let tall = if *views == 0 { 0.0 } else { height(*views).max(LEAST) };
            let middle = LEFT + place * (n as f64 + 0.5);
            // The newest has a name, and every so many before it.
            let named = (slots.len() - 1 - n).is_multiple_of(every);
            Bar {
                name: slot.name.clone(),
                views: number(*views),
                short: if named { slot.short.clone() } else { String::new() },
                x: tenth(middle - place * FILLED / 2.0),
                y: tenth(FOOT - tall),
                width: tenth(place * FILLED),
                height: tenth(tall),
                middle: tenth(middle),
            }
        };
        Some(Self {
            size: SIZE,
            left: LEFT,
            right: RIGHT,
            words: words(told, slots, most),
            lines: (0..=gaps).map(line).collect(),
            bars: slots.iter().enumerate().map(bar).collect(),
        })
    }
}

/// How many views lie between two lines: 1, 2 or 5, with noughts.
fn step(most: u64) -> u64 {
    let mut steps = (0..19).flat_map(|noughts| [1, 2, 5].map(|n| n * 10_u64.pow(noughts)));
    steps.find(|step| most.div_ceil(*step) <= GAPS).unwrap_or(most)
}

/// A tenth of a point is finer than any screen.
fn tenth(points: f64) -> f64 {
    (points * 10.0).round() / 10.0
}

fn words(told: &str, slots: &[(Slot, u64)], most: u64) -> String {
    let top = slots.iter().find(|(_, views)| *views == most).map_or("", |(slot, _)| slot.name.as_str());
    let all: Vec<String> = slots.iter().map(|(slot, views)| format!("{} {}", slot.name, number(*views))).collect();
    format!("{told}. Most: {top}, {}. All: {}.", number(most), all.join("; "))
}

#[cfg(test)]
mod tests {
    use news::Time;

    use super::*;

    fn plot(views: &[u64]) -> Option<Plot> {
        let slot = |n: usize| Slot { from: Time(0), name: format!("day {n}"), short: format!("{n}") };
        let slots: Vec<_> = views.iter().enumerate().map(|(n, views)| (slot(n), *views)).collect();
        Plot::new("Views", &slots)
    }

    #[test]
    fn lines_are_round_and_bars_end_below_the_last() {
        assert_eq!([1, 4, 5, 9, 43, 1_000, 4_001].map(step), [1, 1, 2, 5, 20, 500, 2_000]);
        let plot = plot(&[0, 43, 1, 7]).unwrap();
        let lines: Vec<_> = plot.lines.iter().map(|l| (l.views.as_str(), l.y)).collect();
        assert_eq!(lines, [("0", 190.0), ("20", 130.7), ("40", 71.3), ("60", 12.0)]);
        let bars: Vec<_> = plot.bars.iter().map(|b| (b.x, b.y, b.width, b.height)).collect();
        assert_eq!(bars[..2], [(72.2, 190.0, 129.6, 0.0), (234.2, 62.4, 129.6, 127.6)]);
        assert_eq!(plot.words, "Views. Most: day 1, 43. All: day 0 0; day 1 43; day 2 1; day 3 7.");
    }

    #[test]
    fn few_bars_are_named_and_nothing_is_no_plot() {
        let named = |n: usize| plot(&vec![1; n]).unwrap().bars.into_iter().filter(|b| !b.short.is_empty()).count();
        assert_eq!((named(1), named(7), named(24), named(30)), (1, 7, 8, 8));
        assert!(plot(&[]).is_none() && plot(&[0, 0]).is_none());
    }
}
