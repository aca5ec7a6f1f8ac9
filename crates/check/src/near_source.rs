//! Near-identical copy counts as one source.

use text::near::Print;

use crate::Evidence;
use crate::fact::cut;

/// Bytes looked at.
const LOOKED_AT: usize = 20_000;

/// For each evidence the index of the first that is the same copy: itself when it is its own.
pub(crate) fn groups(evidence: &[Evidence]) -> Vec<usize> {
    if evidence.len() < 2 {
        return vec![0; evidence.len()];
    }
    let prints: Vec<Print> = evidence.iter().map(|e| Print::of(cut(&e.text, LOOKED_AT), &e.lang)).collect();
    let first = |(i, print): (usize, &Print)| prints.iter().take(i).position(|p| p.copy(print).is_some()).unwrap_or(i);
    prints.iter().enumerate().map(first).collect()
}
