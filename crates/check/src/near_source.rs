//! Near-identical copy counts as one source.

use foldhash::HashSet;

use crate::Evidence;
use crate::fact::{cut, fold};

/// Share of five-word runs from which two texts are one agency's copy.
const SAME_COPY: f64 = 0.6;
/// Bytes looked at.
const LOOKED_AT: usize = 20_000;

/// For each evidence the index of the first that is the same copy: itself when it is its own.
pub(crate) fn groups(evidence: &[Evidence]) -> Vec<usize> {
    if evidence.len() < 2 {
        return vec![0; evidence.len()];
    }
    let runs: Vec<HashSet<u64>> = evidence.iter().map(|e| runs(&e.text)).collect();
    (0..evidence.len()).map(|i| (0..i).find(|j| overlap(runs.get(i), runs.get(*j)) >= SAME_COPY).unwrap_or(i)).collect()
}

fn runs(text: &str) -> HashSet<u64> {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let folded = fold(cut(text, LOOKED_AT));
    let words: Vec<&str> = folded.split_whitespace().collect();
    let hash = |run: &[&str]| {
        let mut hasher = DefaultHasher::new();
        run.hash(&mut hasher);
        hasher.finish()
    };
    words.windows(5).map(hash).collect()
}

/// Share of the shorter one's runs that the other has too.
fn overlap(a: Option<&HashSet<u64>>, b: Option<&HashSet<u64>>) -> f64 {
    let (Some(a), Some(b)) = (a, b) else { return 0.0 };
    let shorter = a.len().min(b.len());
    if shorter == 0 { 0.0 } else { a.intersection(b).count() as f64 / shorter as f64 }
}
