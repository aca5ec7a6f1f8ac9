//! How long a failing source is left alone.

/// After the first failure.
const FIRST_MS: i64 = 60_000;
/// At most.
const LONGEST_MS: i64 = 6 * 3_600_000;

/// Milliseconds to wait after `failures` failures in a row: a minute, doubled each time, six hours at most, spread by up to a
/// fifth either way so that sources which failed together do not come back together. `seed` (the source's id, say) chooses
/// where in the spread; 0 failures wait 0.
pub fn backoff_ms(failures: u32, seed: u64) -> i64 {
    if failures == 0 {
        return 0;
    }
    let doubled = FIRST_MS << (failures - 1).min(9);
    let wait = doubled.min(LONGEST_MS);
    // SplitMix64's finaliser (Steele, Lea and Flood 2014): neighbouring seeds land far apart.
    let mut x = seed.wrapping_add(u64::from(failures)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    let percent = i64::try_from((x ^ (x >> 31)) % 41).unwrap_or(20) - 20;
    wait + wait / 100 * percent
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doubles_up_to_six_hours_and_spreads() {
        assert_eq!(backoff_ms(0, 7), 0);
        for failures in 1..200 {
            for seed in 0..50 {
                let plain = (60_000_i64 << (failures - 1).min(9)).min(LONGEST_MS);
                let wait = backoff_ms(failures, seed);
                assert!(wait >= plain / 100 * 80 && wait <= plain / 100 * 120, "{failures} {seed} {wait}");
            }
        }
        let spread: std::collections::BTreeSet<i64> = (0..50).map(|seed| backoff_ms(3, seed)).collect();
        assert!(spread.len() > 15);
        assert_eq!(backoff_ms(5, 3), backoff_ms(5, 3));
    }
}
