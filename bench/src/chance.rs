//! A small generator of numbers that look random: the same seed gives the same numbers on every machine.

/// SplitMix64 (Steele, Lea, Flood 2014): one addition and three mixing steps a number.
#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    /// A generator for that seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A generator of its own for a thing within `seed`: neighbouring numbers give unlike generators.
    pub fn of(seed: u64, thing: u64) -> Self {
        Self(mix(seed ^ mix(thing.wrapping_add(0x9e37_79b9_7f4a_7c15))))
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mix(self.0)
    }

    /// From 0 to below 1.
    pub fn unit(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// From `least` to `most`, both included.
    pub fn between(&mut self, least: i64, most: i64) -> i64 {
        let span = most.saturating_sub(least).max(0) as u64 + 1;
        least + (self.bits() % span) as i64
    }

    /// A place in something of that length; 0 where there is none.
    pub fn below(&mut self, length: usize) -> usize {
        (self.bits() % length.max(1) as u64) as usize
    }

    /// Whether something happens that happens so often, from 0 to 1.
    pub fn happens(&mut self, share: f64) -> bool {
        self.unit() < share
    }

    /// One of them; `None` of none.
    pub fn pick<'a, T>(&mut self, list: &'a [T]) -> Option<&'a T> {
        list.get(self.below(list.len()))
    }

    /// A rank below `ranks` by Zipf's law with exponent 1, from the inverse of its continuous form: rank 0 most often.
    pub fn zipf(&mut self, ranks: usize) -> usize {
        let rank = ((ranks as f64 + 1.0).ln() * self.unit()).exp() as usize;
        rank.saturating_sub(1).min(ranks.saturating_sub(1))
    }

    /// Normally distributed, by the sum of twelve (Irwin-Hall): good enough for lengths and times.
    pub fn normal(&mut self, mean: f64, deviation: f64) -> f64 {
        let sum: f64 = (0..12).map(|_| self.unit()).sum();
        mean + (sum - 6.0) * deviation
    }

    /// Waiting time of events that come at random, by its mean.
    pub fn waiting(&mut self, mean: f64) -> f64 {
        -mean * (1.0 - self.unit()).ln()
    }

    /// In an order of its own (Fisher and Yates).
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            list.swap(last, self.below(last + 1));
        }
    }
}

/// The finaliser of SplitMix64.
pub fn mix(x: u64) -> u64 {
    let x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_numbers_and_ranks_follow_zipf() {
        let mut a = Chance::new(7);
        let mut b = Chance::new(7);
        assert!((0..100).all(|_| a.bits() == b.bits()));
        let ranks: Vec<usize> = (0..20_000).map(|_| a.zipf(1000)).collect();
        let first = ranks.iter().filter(|r| **r == 0).count() as f64;
        let fifth = ranks.iter().filter(|r| **r == 4).count() as f64;
        assert!((3.0..6.0).contains(&(first / fifth)), "{first} {fifth}");
        assert!(ranks.iter().all(|r| *r < 1000));
    }
}
