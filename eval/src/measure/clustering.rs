//! Measures of a grouping against the true one.

use std::collections::HashMap;
use std::hash::Hash;

/// How well items were grouped.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Clustering {
    /// B-cubed precision: mean share of an item's group that is of its story (Bagga and Baldwin 1998).
    pub b3_p: f64,
    /// B-cubed recall: mean share of its story that is in its group.
    pub b3_r: f64,
    /// Adjusted Rand index (Hubert and Arabie 1985).
    pub ari: f64,
    /// V measure: harmonic mean of homogeneity and completeness (Rosenberg and Hirschberg 2007).
    pub v: f64,
}

impl Clustering {
    /// Harmonic mean of B-cubed precision and recall.
    pub fn b3_f1(&self) -> f64 {
        harmonic(self.b3_p, self.b3_r)
    }

    /// By name, as printed.
    pub fn named(&self) -> [(String, f64); 5] {
        [
            ("b3_f1".into(), self.b3_f1()),
            ("b3_p".into(), self.b3_p),
            ("b3_r".into(), self.b3_r),
            ("ari".into(), self.ari),
            ("v".into(), self.v),
        ]
    }
}

fn harmonic(a: f64, b: f64) -> f64 {
    if a + b > 0.0 { 2.0 * a * b / (a + b) } else { 0.0 }
}

/// Compares `found` with `truth`, an item at the same place in both.
pub fn compare<T: Hash + Eq, F: Hash + Eq>(truth: &[T], found: &[F]) -> Clustering {
    let n = truth.len().max(1) as f64;
    let (stories, groups) = (counts(truth.iter()), counts(found.iter()));
    let cells = counts(truth.iter().zip(found));
    let mut out = Clustering { b3_p: 0.0, b3_r: 0.0, ari: 1.0, v: 1.0 };
    let (mut given_group, mut given_story) = (0.0, 0.0);
    for ((story, group), cell) in &cells {
        let (in_story, in_group) = (stories[story], groups[group]);
        out.b3_p += cell * cell / in_group / n;
        out.b3_r += cell * cell / in_story / n;
        given_group -= cell / n * (cell / in_group).ln();
        given_story -= cell / n * (cell / in_story).ln();
    }
    let pairs = |x: f64| x * (x - 1.0) / 2.0;
    let sum = |all: &mut dyn Iterator<Item = f64>| all.map(pairs).sum::<f64>();
    let (both, a, b) =
        (sum(&mut cells.values().copied()), sum(&mut stories.values().copied()), sum(&mut groups.values().copied()));
    let chance = a * b / pairs(n).max(f64::MIN_POSITIVE);
    if (a + b) / 2.0 > chance {
        out.ari = (both - chance) / ((a + b) / 2.0 - chance);
    }
    let share = |given: f64, whole: f64| if whole > 0.0 { 1.0 - given / whole } else { 1.0 };
    out.v = harmonic(share(given_group, entropy(&stories, n)), share(given_story, entropy(&groups, n)));
    out
}

fn entropy<K>(counts: &HashMap<K, f64>, n: f64) -> f64 {
    -counts.values().map(|c| c / n * (c / n).ln()).sum::<f64>()
}

fn counts<K: Hash + Eq>(keys: impl Iterator<Item = K>) -> HashMap<K, f64> {
    let mut out = HashMap::new();
    keys.for_each(|key| *out.entry(key).or_default() += 1.0);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_grouping_is_perfect_whatever_its_names() {
        let c = compare(&["a", "a", "b"], &[7, 7, 1]);
        assert_eq!((c.b3_f1(), c.ari, c.v), (1.0, 1.0, 1.0));
    }

    #[test]
    fn by_hand() {
        // Groups {a, a, b} and {b}: precision (2/3 + 2/3 + 1/3 + 1) / 4, recall (1 + 1 + 1/2 + 1/2) / 4; one of two true pairs
        // of three found; chance 2 * 3 / 6.
        let c = compare(&["a", "a", "b", "b"], &[0, 0, 0, 1]);
        assert!((c.b3_p - 2.0 / 3.0).abs() < 1e-9 && (c.b3_r - 0.75).abs() < 1e-9, "{c:?}");
        assert!((c.ari - 0.0).abs() < 1e-9, "{c:?}");
        assert!((c.v - 0.343_711).abs() < 1e-3, "{c:?}");
    }

    #[test]
    fn everything_in_one_group_has_no_homogeneity() {
        let c = compare(&["a", "b"], &[0, 0]);
        assert_eq!((c.v, c.b3_r, c.b3_p), (0.0, 1.0, 0.5));
    }
}
