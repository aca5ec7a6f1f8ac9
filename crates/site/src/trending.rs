//! The trending list's formula.

use std::collections::HashMap;

use news::{StoryId, Time};

/// Half-lives after which a view counts too little to look at.
pub const WINDOW_HALF_LIVES: f64 = 14.0;

/// How far back views are looked at, in milliseconds.
pub fn window_ms(half_life_hours: f64) -> i64 {
    (half_life_hours * WINDOW_HALF_LIVES * Time::HOUR_MS as f64) as i64
}

/// Stories by score, highest first; of equals the newer story. The score is the sum over hours of
/// views × 0.5^(age of the hour ÷ half-life).
pub fn scores(views: &[(StoryId, Time, u64)], now: Time, half_life_hours: f64) -> Vec<(StoryId, f64)> {
    let mut score: HashMap<StoryId, f64> = HashMap::new();
    for (story, hour, count) in views {
        let age_hours = now.since_ms(*hour).max(0) as f64 / Time::HOUR_MS as f64;
        *score.entry(*story).or_insert(0.0) += *count as f64 * 0.5_f64.powf(age_hours / half_life_hours.max(0.01));
    }
    let mut ranked: Vec<_> = score.into_iter().collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(b.0.cmp(&a.0)));
    ranked
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_counts_half_after_the_half_life() {
        let now = Time(100 * Time::HOUR_MS);
        let ago = |hours: i64| now.plus_ms(-hours * Time::HOUR_MS);
        let views =
            [(StoryId(1), ago(0), 10), (StoryId(2), ago(12), 30), (StoryId(1), ago(24), 8), (StoryId(3), ago(0), 10)];
        assert_eq!(scores(&views, now, 12.0), vec![(StoryId(2), 15.0), (StoryId(1), 12.0), (StoryId(3), 10.0)]);
    }
}
