//! What is read: a view counts half after the half-life, a quarter after twice that.
//!
//! A story's score at a moment is the sum over its hours of views × 0.5^(age of the hour ÷ half-life). Kept is the base-2
//! logarithm of the sum of views × 2^(hour ÷ half-life), which no passing of time changes: new views are added to it, and
//! its order is the order of the scores at any moment.

use crate::Time;

/// The half-life where the house sets none.
pub const HALF_LIFE_HOURS: f64 = 12.0;
/// A shorter half-life than this counts as this.
const LEAST_HOURS: f64 = 0.01;

fn half_lives(at: Time, half_life_hours: f64) -> f64 {
    at.ms() as f64 / Time::HOUR_MS as f64 / half_life_hours.max(LEAST_HOURS)
}

/// What is kept of a story after `views` more in the hour that began at `hour`; `kept` is `None` when there was none.
pub fn add(kept: Option<f64>, views: u64, hour: Time, half_life_hours: f64) -> f64 {
    let new = (views as f64).log2() + half_lives(hour, half_life_hours);
    let Some(kept) = kept else { return new };
    // log2(2^a + 2^b) from the larger, so that nothing overflows.
    let (most, least) = if kept > new { (kept, new) } else { (new, kept) };
    most + (least - most).exp2().ln_1p() / std::f64::consts::LN_2
}

/// The score at `now` of what is kept.
pub fn score(kept: f64, now: Time, half_life_hours: f64) -> f64 {
    (kept - half_lives(now, half_life_hours)).exp2()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_sum_that_readers_are_told() {
        let now = Time(1_790_000_000_000 / Time::HOUR_MS * Time::HOUR_MS);
        let hours = [(0, 10_u64), (3, 7), (12, 30), (24, 8), (100, 4)];
        let told: f64 = hours.iter().map(|(age, views)| *views as f64 * 0.5_f64.powf(f64::from(*age) / 12.0)).sum();
        let kept = hours.iter().fold(None, |kept, (age, views)| {
            Some(add(kept, *views, now.plus_ms(-i64::from(*age) * Time::HOUR_MS), 12.0))
        });
        let got = score(kept.unwrap(), now, 12.0);
        assert!((got - told).abs() < 1e-6, "{got} {told}");
    }
}
