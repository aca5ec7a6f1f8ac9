//! Logistic regression with a ridge, by gradient descent with a step of its own for every weight (Duchi, Hazan and Singer
//! 2011): for few values and hundreds of examples, where a support vector machine learns the sample by heart.

/// What each value speaks for, and what is added to all.
#[derive(Clone, Debug, Default)]
pub struct Logistic {
    /// By value.
    pub weights: Vec<f64>,
    /// Log odds where every value is 0.
    pub base: f64,
}

const TURNS: usize = 400;
const STEP: f64 = 0.5;
/// The ridge, by example.
const RIDGE: f64 = 0.02;

impl Logistic {
    /// Learns from rows of equal length, each with whether it is positive.
    pub fn learn(rows: &[(&[f64], bool)]) -> Self {
        let values = rows.first().map_or(0, |(row, _)| row.len());
        let mut plane = Self { weights: vec![0.0; values], base: 0.0 };
        // The last one is the base.
        let mut walked = vec![1e-8; values + 1];
        for _ in 0..TURNS {
            let mut slopes: Vec<f64> = plane.weights.iter().map(|w| RIDGE * w).chain([0.0]).collect();
            for (row, positive) in rows {
                let wrong = 1.0 / (1.0 + (-plane.log_odds(row)).exp()) - f64::from(u8::from(*positive));
                let slope = wrong / rows.len() as f64;
                slopes.iter_mut().zip(row.iter().chain([&1.0])).for_each(|(s, x)| *s += slope * x);
            }
            let weights = plane.weights.iter_mut().chain([&mut plane.base]);
            for ((weight, slope), walked) in weights.zip(slopes).zip(&mut walked) {
                *walked += slope * slope;
                *weight -= STEP * slope / walked.sqrt();
            }
        }
        plane
    }

    /// Above 0 for what is likelier positive than not.
    pub fn log_odds(&self, row: &[f64]) -> f64 {
        self.base + self.weights.iter().zip(row).map(|(w, x)| w * x).sum::<f64>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_decides_is_learned_and_the_rest_left_near_nothing() {
        let rows: Vec<(Vec<f64>, bool)> =
            (0..200).map(|n| (vec![f64::from(n % 2), f64::from(n % 3 == 0)], n % 2 == 1)).collect();
        let seen: Vec<(&[f64], bool)> = rows.iter().map(|(row, positive)| (&row[..], *positive)).collect();
        let plane = Logistic::learn(&seen);
        assert!(plane.log_odds(&[1.0, 0.0]) > 1.0 && plane.log_odds(&[0.0, 1.0]) < -1.0);
        assert!(plane.weights[1].abs() < 0.2, "{plane:?}");
    }
}
