//! Measures of several labels an item: micro and macro F1.

use std::collections::{BTreeMap, BTreeSet};

/// Decisions about one label.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Count {
    /// Given and true.
    pub hit: f64,
    /// Given and false.
    pub extra: f64,
    /// True and not given.
    pub missed: f64,
}

impl Count {
    /// 2TP / (2TP + FP + FN); 1 where there was nothing to find and nothing was found.
    pub fn f1(&self) -> f64 {
        let all = 2.0 * self.hit + self.extra + self.missed;
        if all > 0.0 { 2.0 * self.hit / all } else { 1.0 }
    }

    /// Share of the given ones that are true.
    pub fn precision(&self) -> f64 {
        let given = self.hit + self.extra;
        if given > 0.0 { self.hit / given } else { 1.0 }
    }

    /// Share of the true ones that are given.
    pub fn recall(&self) -> f64 {
        let truth = self.hit + self.missed;
        if truth > 0.0 { self.hit / truth } else { 1.0 }
    }
}

/// Counts a label over many items.
#[derive(Clone, Debug, Default)]
pub struct Labels {
    by_label: BTreeMap<String, Count>,
}

impl Labels {
    /// Adds an item's true labels and those given to it.
    pub fn add<'a>(&mut self, truth: impl IntoIterator<Item = &'a str>, given: impl IntoIterator<Item = &'a str>) {
        let (truth, given): (BTreeSet<&str>, BTreeSet<&str>) =
            (truth.into_iter().collect(), given.into_iter().collect());
        for label in truth.union(&given) {
            let count = self.by_label.entry((*label).to_owned()).or_default();
            match (truth.contains(label), given.contains(label)) {
                (true, true) => count.hit += 1.0,
                (false, _) => count.extra += 1.0,
                (_, false) => count.missed += 1.0,
            }
        }
    }

    /// Over all decisions.
    pub fn micro(&self) -> Count {
        self.by_label.values().fold(Count::default(), |sum, c| Count {
            hit: sum.hit + c.hit,
            extra: sum.extra + c.extra,
            missed: sum.missed + c.missed,
        })
    }

    /// Mean F1 over the labels that occur in the truth.
    pub fn macro_f1(&self) -> f64 {
        let occur = || self.by_label.values().filter(|c| c.hit + c.missed > 0.0);
        occur().map(Count::f1).sum::<f64>() / occur().count().max(1) as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn micro_counts_decisions_and_macro_labels() {
        let mut labels = Labels::default();
        labels.add(["US"], ["US"]);
        labels.add(["US", "FR"], ["US", "GB"]);
        // US 2 hits, FR missed, GB extra: micro 4 / 6, macro (1 + 0) / 2.
        assert!((labels.micro().f1() - 4.0 / 6.0).abs() < 1e-9);
        assert!((labels.macro_f1() - 0.5).abs() < 1e-9);
        assert!((labels.micro().recall() - 2.0 / 3.0).abs() < 1e-9);
    }
}
