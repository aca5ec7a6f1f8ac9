//! How much a sentence's features weigh: a logistic regression whose weights none is negative, so that a feature that speaks for
//! a sentence never counts against it. `cargo run --release -p eval -- learn` finds the weights.

use std::sync::LazyLock;

use crate::feature::NAMES;

/// `VALUE base`, then a line `WEIGHT feature` for each of [`NAMES`], in order.
const BUILT_IN: &str = include_str!("../weights.txt");
/// Most support of a copy that is altered.
const ALTERED_COPY: f64 = 0.3;

/// From this support on a sentence is supported, unless a rule says otherwise.
pub const ENOUGH: f64 = 0.5;

/// What of a sentence its support is weighed from.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    /// One for each of [`NAMES`].
    pub features: [f64; NAMES.len()],
    /// A copy with a fault in it, or of parts that the source does not have together: not what the source says.
    pub altered_copy: bool,
}

/// What everything starts from, and a weight for each of [`NAMES`].
#[derive(Clone, Debug, PartialEq)]
pub struct Weights {
    /// What everything starts from.
    pub base: f64,
    /// In the features' order.
    pub features: [f64; NAMES.len()],
}

impl Weights {
    /// Those in the binary.
    pub fn built_in() -> &'static Self {
        static TABLE: LazyLock<Weights> = LazyLock::new(|| Weights::read(BUILT_IN));
        &TABLE
    }

    fn read(text: &str) -> Self {
        let mut values = text.lines().filter_map(|l| l.split_once(' ')?.0.parse::<f64>().ok());
        let base = values.next().unwrap_or(0.0);
        let mut features = [0.0; NAMES.len()];
        features.iter_mut().zip(values).for_each(|(slot, value)| *slot = value);
        Self { base, features }
    }

    /// From 0 to 1: 1 when nothing speaks against the sentence, [`ENOUGH`] where it is as likely supported as not.
    pub fn support(&self, measured: &Measured) -> f64 {
        let likely = |features: [f64; NAMES.len()]| {
            let sum: f64 = self.base + features.iter().zip(&self.features).map(|(f, w)| f * w).sum::<f64>();
            1.0 / (1.0 + (-sum).exp())
        };
        // All of it in the sources, nothing that speaks against it.
        let best = likely(NAMES.map(|name| if matches!(name, "kin" | "kind") { 1.0 } else { 0.0 }));
        let own = likely(measured.features);
        let above = ((own - ENOUGH) / (best - ENOUGH).max(f64::EPSILON)).clamp(0.0, 1.0);
        let support = if own < ENOUGH { own } else { ENOUGH + (1.0 - ENOUGH) * above };
        if measured.altered_copy { support.min(ALTERED_COPY) } else { support }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_weights_in_the_binary_are_those_of_the_features() {
        let names: Vec<&str> = BUILT_IN.lines().filter_map(|l| Some(l.split_once(' ')?.1)).collect();
        assert_eq!(names, ["base"].into_iter().chain(NAMES).collect::<Vec<_>>());
        assert!(Weights::built_in().features.iter().all(|w| *w >= 0.0));
    }
}
