//! A linear judge that learns from examples: a support vector machine over sparse features, one class against the rest.
//!
//! Learned by dual coordinate descent (Hsieh, Chang, Lin, Keerthi and Sundararajan 2008), which is quick and exact enough;
//! the same examples always give the same weights.

use std::collections::HashMap;

/// Features of one example: which, and how much; by rising number.
pub type Row = Vec<(u32, f32)>;

/// Weights by feature, and what is added to all.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plane {
    weights: Vec<f32>,
    bias: f32,
}

/// Passes over the examples; few change anything after so many.
const PASSES: usize = 30;
/// A pass that moves no multiplier farther ends the learning.
const STILL: f32 = 1e-3;

impl Plane {
    /// Learns to tell rows for which `positive` holds from the rest. `cost` is how much an example weighs against large weights,
    /// `positive_cost` how much more a positive one does.
    pub fn learn(rows: &[Row], positive: &dyn Fn(usize) -> bool, cost: f32, positive_cost: f32) -> Self {
        let size = rows.iter().flatten().map(|(f, _)| *f as usize + 1).max().unwrap_or(0);
        let mut plane = Self { weights: vec![0.0; size], bias: 0.0 };
        // A constant feature of 1 is the bias.
        let square = |row: &Row| 1.0 + row.iter().map(|(_, x)| x * x).sum::<f32>();
        let squares: Vec<f32> = rows.iter().map(square).collect();
        let signs: Vec<f32> = (0..rows.len()).map(|n| if positive(n) { 1.0 } else { -1.0 }).collect();
        let mut multipliers = vec![0.0f32; rows.len()];
        let mut order: Vec<usize> = (0..rows.len()).collect();
        let mut seed = 0x9e37_79b9_u32;
        for _ in 0..PASSES {
            shuffle(&mut order, &mut seed);
            let mut moved = 0.0f32;
            for &n in &order {
                let (Some(row), Some(&sign), Some(&square), Some(multiplier)) =
                    (rows.get(n), signs.get(n), squares.get(n), multipliers.get_mut(n))
                else {
                    continue;
                };
                let most = if sign > 0.0 { cost * positive_cost } else { cost };
                let slope = sign * plane.score(row) - 1.0;
                let next = (*multiplier - slope / square).clamp(0.0, most);
                let step = (next - *multiplier) * sign;
                if step != 0.0 {
                    moved = moved.max(step.abs());
                    *multiplier = next;
                    plane.bias += step;
                    for (feature, x) in row {
                        if let Some(weight) = plane.weights.get_mut(*feature as usize) {
                            *weight += step * x;
                        }
                    }
                }
            }
            if moved < STILL {
                break;
            }
        }
        plane
    }

    /// Above 0 for what is likelier of the class than not.
    pub fn score(&self, row: &Row) -> f32 {
        self.bias + row.iter().map(|(f, x)| x * self.weight(*f)).sum::<f32>()
    }

    /// What a feature speaks for.
    pub fn weight(&self, feature: u32) -> f32 {
        self.weights.get(feature as usize).copied().unwrap_or(0.0)
    }
}

fn shuffle(order: &mut [usize], seed: &mut u32) {
    for i in (1..order.len()).rev() {
        *seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        order.swap(i, (*seed >> 8) as usize % (i + 1));
    }
}

/// Words as numbered features, weighed by how rare they are among the texts learned from (Salton), each row of length 1.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lexicon {
    numbers: HashMap<String, (u32, f32)>,
}

impl Lexicon {
    /// Words that occur in at least `least` of the texts; each text's words with their counts.
    pub fn of<'a>(texts: impl Iterator<Item = &'a HashMap<String, f32>>, least: usize) -> Self {
        let mut seen: HashMap<&str, usize> = HashMap::new();
        let mut count = 0usize;
        for text in texts {
            count += 1;
            text.keys().for_each(|word| *seen.entry(word).or_default() += 1);
        }
        let mut words: Vec<(&str, usize)> = seen.into_iter().filter(|(_, n)| *n >= least).collect();
        words.sort_unstable();
        let rarity = |n: usize| ((1.0 + count as f32) / (1.0 + n as f32)).ln() + 1.0;
        let numbered = words.into_iter().enumerate();
        Self { numbers: numbered.map(|(i, (word, n))| (word.to_owned(), (i as u32, rarity(n)))).collect() }
    }

    /// A text as features.
    pub fn row(&self, words: &HashMap<String, f32>) -> Row {
        let known = words.iter().filter_map(|(word, times)| {
            let (number, rarity) = self.numbers.get(word)?;
            Some((*number, (1.0 + times.max(1.0).ln()) * rarity))
        });
        let mut row: Row = known.collect();
        row.sort_unstable_by_key(|(f, _)| *f);
        let length = row.iter().map(|(_, x)| x * x).sum::<f32>().sqrt().max(f32::MIN_POSITIVE);
        row.iter_mut().for_each(|(_, x)| *x /= length);
        row
    }

    /// Words that it numbers: the first number that is free.
    pub fn size(&self) -> u32 {
        self.numbers.len() as u32
    }

    /// The feature of a word.
    pub fn number(&self, word: &str) -> Option<u32> {
        self.numbers.get(word).map(|(n, _)| *n)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> HashMap<String, f32> {
        let mut out = HashMap::new();
        text.split(' ').for_each(|w| *out.entry(w.to_owned()).or_default() += 1.0);
        out
    }

    #[test]
    fn it_learns_what_tells_the_class() {
        let texts: Vec<_> =
            ["goal match the", "match coach the", "bank rate the", "bank profit the", "rate the"].map(words).to_vec();
        let lexicon = Lexicon::of(texts.iter(), 1);
        let rows: Vec<Row> = texts.iter().map(|t| lexicon.row(t)).collect();
        let plane = Plane::learn(&rows, &|n| n < 2, 10.0, 1.0);
        assert!(rows.iter().enumerate().all(|(n, row)| (plane.score(row) > 0.0) == (n < 2)));
        assert!(plane.weight(lexicon.number("match").unwrap()) > 0.0);
        assert!(plane.score(&lexicon.row(&words("the rate of the bank"))) < 0.0);
        assert_eq!(plane, Plane::learn(&rows, &|n| n < 2, 10.0, 1.0));
    }

    #[test]
    fn nothing_to_learn_from_says_nothing() {
        assert_eq!(Plane::learn(&[], &|_| true, 1.0, 1.0).score(&vec![(3, 1.0)]), 0.0);
    }
}
