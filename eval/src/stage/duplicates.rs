//! Are copies found that another desk sent again, whatever it did to the first and last paragraph, and nothing else?

use std::{
    collections::{BTreeSet, HashMap},
    path::Path,
};

use anyhow::{Context, Result};
use serde::Deserialize;
use text::near::{Print, SHARED_KEYS};

use crate::{figures::Figures, progress, set};

#[derive(Deserialize)]
struct Item {
    id: String,
    text: String,
}

type Pair = (String, String);

/// Measures `FILE.jsonl` by the pairs in `FILE.tsv`, `pairs.tsv` or `FILE-pairs.tsv` beside it.
pub fn measure(path: &Path) -> Result<Figures> {
    let items: Vec<Item> = set::lines(path)?;
    let truth = pairs(path)?;
    let found = find(&set::name(path), &items);
    let hits = found.intersection(&truth).count() as f64;
    let share = |of: usize| if of == 0 { 1.0 } else { hits / of as f64 };
    let metrics = vec![("precision".to_owned(), share(found.len())), ("recall".to_owned(), share(truth.len()))];
    let told = |(a, b): &Pair, what: &str| format!("{what}: {a} {b}");
    let misses =
        truth.difference(&found).map(|p| told(p, "missed")).chain(found.difference(&truth).map(|p| told(p, "false")));
    let misses = misses.collect();
    Ok(Figures { stage: "duplicates", set: set::name(path), items: items.len(), metrics, misses, shown: String::new() })
}

fn pairs(path: &Path) -> Result<BTreeSet<Pair>> {
    let name = set::name(path);
    let beside = |file: String| path.with_file_name(file);
    let places = [beside(format!("{name}.tsv")), beside(format!("{name}-pairs.tsv")), beside("pairs.tsv".into())];
    let file = places
        .iter()
        .find(|p| p.exists())
        .with_context(|| format!("{} has no list of pairs; put pairs.tsv (id TAB id) beside it", path.display()))?;
    let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    Ok(text.lines().filter_map(|l| l.split_once('\t')).map(|(a, b)| ordered(a.trim(), b.trim())).collect())
}

fn ordered(a: &str, b: &str) -> Pair {
    if a <= b { (a.into(), b.into()) } else { (b.into(), a.into()) }
}

/// As Attach does: those that share keys are looked at closely.
fn find(name: &str, items: &[Item]) -> BTreeSet<Pair> {
    let prints: Vec<Print> = progress::map(name, items, |item| Print::of(&item.text, &text::detect::lang(&item.text)));
    let mut by_key: HashMap<u64, Vec<usize>> = HashMap::new();
    let mut out = BTreeSet::new();
    for (n, print) in prints.iter().enumerate() {
        let mut shared: HashMap<usize, u32> = HashMap::new();
        for key in print.keys() {
            let list = by_key.entry(*key).or_default();
            list.iter().for_each(|other| *shared.entry(*other).or_default() += 1);
            list.push(n);
        }
        let near = shared.into_iter().filter(|(_, keys)| *keys >= SHARED_KEYS);
        for (other, _) in near.filter(|(other, _)| print.copy(&prints[*other]).is_some()) {
            out.insert(ordered(&items[other].id, &items[n].id));
        }
    }
    out
}
