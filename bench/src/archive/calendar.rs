//! When stories come: about 1,190 a day, round the clock, fewer at night.

use news::Time;

use crate::chance::Chance;

/// Stories a day, as counted on a site of this kind.
pub const A_DAY: f64 = 1_190.0;
/// How much more comes by day than on the average, and less by night.
const RHYTHM: f64 = 0.55;
/// The hour of most stories, UTC.
const PEAK_HOUR: f64 = 13.0;

/// The moments at which `stories` stories came, the oldest first, the last shortly before `now`.
pub fn moments(stories: usize, now: Time, chance: &mut Chance) -> Vec<Time> {
    let mut at = now.ms() as f64 - 60_000.0;
    let mut out = Vec::with_capacity(stories);
    for _ in 0..stories {
        out.push(Time(at as i64));
        at -= chance.waiting(Time::DAY_MS as f64 / A_DAY / busy(at));
    }
    out.reverse();
    out
}

/// How busy that moment is; 1 on the average.
fn busy(at_ms: f64) -> f64 {
    let hour = at_ms.rem_euclid(Time::DAY_MS as f64) / Time::HOUR_MS as f64;
    1.0 + RHYTHM * ((hour - PEAK_HOUR) / 24.0 * std::f64::consts::TAU).cos()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_has_its_number_of_stories_and_fewer_of_them_at_night() {
        let now = Time(2_000 * Time::DAY_MS);
        let all = moments(12_000, now, &mut Chance::new(1));
        assert!(all.is_sorted() && all.iter().all(|t| *t < now));
        let days = now.since_ms(all[0]) as f64 / Time::DAY_MS as f64;
        assert!((1_050.0..1_330.0).contains(&(12_000.0 / days)), "{days}");
        let night = all.iter().filter(|t| t.ms().rem_euclid(Time::DAY_MS) < 3 * Time::HOUR_MS).count();
        let noon = all.iter().filter(|t| (12..15).contains(&(t.ms().rem_euclid(Time::DAY_MS) / Time::HOUR_MS))).count();
        assert!(noon > 2 * night, "{noon} {night}");
    }
}
