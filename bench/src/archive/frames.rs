//! The grammar: sentences with gaps, read from `bench/data`.

use news::Sector;

const ENGLISH: &str = include_str!("../../data/frames.en.txt");
const FRENCH: &str = include_str!("../../data/frames.fr.txt");
const ARABIC: &str = include_str!("../../data/frames.ar.txt");
const HINDI: &str = include_str!("../../data/frames.hi.txt");

/// One kind of event: how agencies head it, open with it, and go on.
pub struct Plot {
    /// Its sector.
    pub sector: Sector,
    /// Headlines that say the same.
    pub headlines: Vec<&'static str>,
    /// First sentences that say the same.
    pub leads: Vec<&'static str>,
    /// Sentences of this plot alone.
    pub details: Vec<&'static str>,
}

/// All sentences of a language.
pub struct Frames {
    /// Kinds of events.
    pub plots: Vec<Plot>,
    /// Sentences that go with any plot.
    pub details: Vec<&'static str>,
    /// What people say.
    pub quotes: Vec<&'static str>,
    /// What stands at the end.
    pub background: Vec<&'static str>,
}

impl Frames {
    /// The sentences of that language; English where there are none.
    pub fn new(lang: &str) -> Self {
        let text = match lang {
            "fr" => FRENCH,
            "ar" => ARABIC,
            "hi" => HINDI,
            _ => ENGLISH,
        };
        let mut frames = Self { plots: Vec::new(), details: Vec::new(), quotes: Vec::new(), background: Vec::new() };
        let mut any = false;
        for (mark, rest) in text.lines().filter_map(|line| line.split_once(' ')) {
            match mark {
                "@" => {
                    any = rest == "any";
                    frames.plots.extend(Sector::new(rest).filter(|_| !any).map(Plot::new));
                }
                "H" => frames.last(|plot| plot.headlines.push(rest)),
                "L" => frames.last(|plot| plot.leads.push(rest)),
                "D" if any => frames.details.push(rest),
                "D" => frames.last(|plot| plot.details.push(rest)),
                "Q" => frames.quotes.push(rest),
                "B" => frames.background.push(rest),
                _ => {}
            }
        }
        frames
    }

    fn last(&mut self, change: impl FnOnce(&mut Plot)) {
        if let Some(plot) = self.plots.last_mut() {
            change(plot);
        }
    }
}

impl Plot {
    fn new(sector: Sector) -> Self {
        Self { sector, headlines: Vec::new(), leads: Vec::new(), details: Vec::new() }
    }
}

/// The sentence with its gaps filled by `value`, which is given the gap's name.
pub fn fill(frame: &str, mut value: impl FnMut(&str) -> String) -> String {
    let mut out = String::with_capacity(frame.len() + 40);
    let mut rest = frame;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let (gap, after) = after.split_once('}').unwrap_or((after, ""));
        out.push_str(&value(gap));
        rest = after;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_plot_has_all_its_parts_and_gaps_are_filled() {
        for lang in ["en", "fr", "ar", "hi"] {
            let frames = Frames::new(lang);
            assert!(frames.details.len() >= 6 && frames.quotes.len() >= 3 && frames.background.len() >= 2, "{lang}");
            for plot in &frames.plots {
                assert!(plot.headlines.len() == 2 && plot.leads.len() == 2 && plot.details.len() == 3, "{lang}");
            }
        }
        assert_eq!(fill("a {b} c {d}.", |gap| gap.to_uppercase()), "a B c D.");
    }
}
