//! Learns how much the check's features weigh, and measures each set with weights that were learned without it.
//!
//! A claim is as good as its worst sentence, so the worst one is what is learned from (multiple-instance learning, Dietterich et
//! al. 1997): which one that is changes with the weights, so both are found in turns. A turn is a logistic regression with a
//! ridge and no negative weight, by coordinate descent. Every set counts alike, and in it both labels.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use check::{FEATURES, Measured, Weights};

use super::check::{self as stage, Item};
use crate::{figures::Figures, progress, set};

/// Sets whose licence lets numbers be learned from them; the others are only measured.
const MAY_BE_LEARNED: [&str; 6] =
    ["frank-xsum", "xsumfaith", "summedits-ectsum", "summedits-podcast", "summedits-samsum", "summedits-scitldr"];
/// These two judge the same summaries: they count as one set, and neither is learned from when the other is measured.
const TWINS: [&str; 2] = ["frank-xsum", "xsumfaith"];
/// The ridge, in units of a feature's spread.
const RIDGE: f64 = 0.2;
const TURNS: usize = 5;
const SWEEPS: usize = 150;

struct Set {
    name: String,
    items: Vec<Item>,
    measured: Vec<Vec<Measured>>,
}

/// A sentence's features with 1 for the base at the end, whether its claim is supported, and how much that counts.
struct Row {
    features: Vec<f64>,
    sign: f64,
    weight: f64,
}

/// Measures every set with weights learned without it; writes weights learned with all to `out`.
pub fn measure(paths: &[PathBuf], out: Option<&Path>) -> Result<Vec<Figures>> {
    let mut sets = Vec::new();
    for path in paths.iter().map(|p| set::files(p)).collect::<Result<Vec<_>>>()?.concat() {
        let items: Vec<Item> = set::lines(&path)?;
        let name = set::name(&path);
        let measured = progress::map(&name, &items, |item| stage::measured(&item.source, &item.claim));
        sets.push(Set { name, items, measured });
    }
    let figures = sets.iter().map(|held| left_out(&sets, held)).collect::<Result<Vec<_>>>()?;
    if let Some(out) = out {
        let weights = learned(&sets.iter().filter(|s| may_be_learned(s)).collect::<Vec<_>>())?;
        std::fs::write(out, file(&weights))?;
    }
    Ok(stage::with_mean(figures))
}

fn may_be_learned(set: &Set) -> bool {
    MAY_BE_LEARNED.contains(&set.name.as_str())
}

fn left_out(sets: &[Set], held: &Set) -> Result<Figures> {
    let twin = |s: &Set| [&s.name, &held.name].iter().all(|n| TWINS.contains(&n.as_str()));
    let others: Vec<&Set> = sets.iter().filter(|s| s.name != held.name && !twin(s) && may_be_learned(s)).collect();
    let weights = learned(&others)?;
    let scores = held.measured.iter().map(|claim| score(&weights, claim)).collect();
    Ok(stage::figures("learn", held.name.clone(), scores, &held.items))
}

/// The worst sentence's support.
fn score(weights: &Weights, claim: &[Measured]) -> f64 {
    claim.iter().map(|m| weights.support(m)).min_by(f64::total_cmp).unwrap_or(0.0)
}

fn file(weights: &Weights) -> String {
    let lines = FEATURES.iter().zip(&weights.features).map(|(name, w)| format!("{w:.4} {name}\n"));
    std::iter::once(format!("{:.4} base\n", weights.base)).chain(lines).collect()
}

fn learned(sets: &[&Set]) -> Result<Weights> {
    if sets.is_empty() {
        bail!("nothing to learn from: give the folder with {}", MAY_BE_LEARNED.join(", "));
    }
    let spread = spread(sets);
    let mut weights = Weights { base: 0.0, features: spread.map(|s| 1.0 / s) };
    for _ in 0..TURNS {
        weights = turn(&rows(sets, &weights, &spread), &spread);
    }
    Ok(weights)
}

/// The standard deviation of every feature.
fn spread(sets: &[&Set]) -> [f64; FEATURES.len()] {
    let all: Vec<&Measured> = sets.iter().flat_map(|s| &s.measured).flatten().collect();
    let count = all.len().max(1) as f64;
    std::array::from_fn(|k| {
        let value = |m: &&Measured| m.features.get(k).copied().unwrap_or(0.0);
        let mean = all.iter().map(value).sum::<f64>() / count;
        (all.iter().map(|m| (value(m) - mean).powi(2)).sum::<f64>() / count).sqrt().max(1e-6)
    })
}

/// The worst sentence of every claim.
fn rows(sets: &[&Set], weights: &Weights, spread: &[f64]) -> Vec<Row> {
    let mut out = Vec::new();
    for set in sets {
        let share = if TWINS.contains(&set.name.as_str()) { 0.5 } else { 1.0 };
        let good = set.items.iter().filter(|i| i.is_supported()).count().max(1) as f64;
        let bad = (set.items.len() as f64 - good).max(1.0);
        for (item, claim) in set.items.iter().zip(&set.measured) {
            let plain = |m: &&Measured| weights.support(&Measured { altered_copy: false, ..(*m).clone() });
            let Some(worst) = claim.iter().min_by(|a, b| plain(a).total_cmp(&plain(b))) else { continue };
            let scaled = worst.features.iter().zip(spread).map(|(f, s)| f / s);
            let (sign, among) = if item.is_supported() { (1.0, good) } else { (-1.0, bad) };
            out.push(Row { features: scaled.chain([1.0]).collect(), sign, weight: share / (2.0 * among) });
        }
    }
    let total: f64 = out.iter().map(|r| r.weight).sum();
    out.iter_mut().for_each(|r| r.weight /= total);
    out
}

/// A logistic regression with a ridge, no weight below 0; the base, last, is free.
fn turn(rows: &[Row], spread: &[f64; FEATURES.len()]) -> Weights {
    let mut found = vec![0.0; FEATURES.len() + 1];
    let mut sums = vec![0.0; rows.len()];
    for _ in 0..SWEEPS {
        for (k, weight) in found.iter_mut().enumerate() {
            let is_base = k == FEATURES.len();
            let (mut slope, mut bend) = if is_base { (0.0, 0.0) } else { (RIDGE * *weight, RIDGE) };
            for (row, sum) in rows.iter().zip(&sums) {
                let Some(value) = row.features.get(k) else { continue };
                let wrong = 1.0 / (1.0 + (row.sign * sum).exp());
                slope -= row.weight * row.sign * wrong * value;
                bend += row.weight * wrong * (1.0 - wrong) * value * value;
            }
            let step = -slope / bend.max(1e-9);
            let next = if is_base { *weight + step } else { (*weight + step).max(0.0) };
            for (row, sum) in rows.iter().zip(&mut sums) {
                *sum += (next - *weight) * row.features.get(k).copied().unwrap_or(0.0);
            }
            *weight = next;
        }
    }
    let base = found.pop().unwrap_or(0.0);
    let features =
        std::array::from_fn(|k| found.get(k).copied().unwrap_or(0.0) / spread.get(k).copied().unwrap_or(1.0));
    Weights { base, features }
}
