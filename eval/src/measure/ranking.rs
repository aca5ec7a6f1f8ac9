//! Measures of a yes-or-no judgement and of the score behind it.

/// The area under the receiver's curve: the chance that a positive item scores above a negative one, ties counting half
/// (Mann and Whitney, 1947). `None` when one of the classes is empty.
pub fn auc(scored: &[(f64, bool)]) -> Option<f64> {
    let mut sorted: Vec<(f64, bool)> = scored.to_vec();
    sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
    let positives = sorted.iter().filter(|(_, positive)| *positive).count() as f64;
    let negatives = sorted.len() as f64 - positives;
    if positives == 0.0 || negatives == 0.0 {
        return None;
    }
    let (mut wins, mut below) = (0.0, 0.0);
    for tied in sorted.chunk_by(|a, b| a.0.total_cmp(&b.0).is_eq()) {
        let up = tied.iter().filter(|(_, positive)| *positive).count() as f64;
        let down = tied.len() as f64 - up;
        wins += up * (below + down / 2.0);
        below += down;
    }
    Some(wins / (positives * negatives))
}

/// Share of `items` for which `right` holds; `None` when there are none.
pub fn share<T>(items: impl IntoIterator<Item = T>, right: impl Fn(T) -> bool) -> Option<f64> {
    let (mut all, mut good) = (0usize, 0usize);
    for item in items {
        all += 1;
        good += usize::from(right(item));
    }
    (all > 0).then(|| good as f64 / all as f64)
}

/// The mean of the two classes' recalls over (said, truth); a class that does not occur leaves the other one's.
pub fn balanced_accuracy(judged: &[(bool, bool)]) -> Option<f64> {
    let recall = |class: bool| share(judged.iter().filter(|(_, truth)| *truth == class), |(said, truth)| said == truth);
    match (recall(true), recall(false)) {
        (Some(a), Some(b)) => Some((a + b) / 2.0),
        (one, other) => one.or(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn auc_counts_ties_half() {
        assert_eq!(auc(&[(0.9, true), (0.1, false)]), Some(1.0));
        assert_eq!(auc(&[(0.1, true), (0.9, false)]), Some(0.0));
        assert_eq!(auc(&[(0.5, true), (0.5, false), (0.5, true), (0.5, false)]), Some(0.5));
        // By hand: of the six pairs three are won, one is tied.
        let scored = [(0.2, false), (0.4, true), (0.4, false), (0.6, false), (0.8, true)];
        assert_eq!(auc(&scored), Some((1.0 + 0.5 + 3.0) / 6.0));
        assert_eq!(auc(&[(0.5, true)]), None);
    }

    #[test]
    fn balanced_accuracy_ignores_how_large_the_classes_are() {
        let mut judged = vec![(true, true); 90];
        judged.extend([(true, false); 9]);
        judged.push((false, false));
        assert_eq!(balanced_accuracy(&judged), Some((1.0 + 0.1) / 2.0));
        assert_eq!(balanced_accuracy(&[(true, true)]), Some(1.0));
        assert_eq!(balanced_accuracy(&[]), None);
    }
}
