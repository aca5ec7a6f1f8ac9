//! In which sector is a report? The kind of judge that the desk has is taught on four fifths of the marks and measured on the
//! rest, in this command only.

use std::{
    collections::{BTreeMap, HashMap},
    path::Path,
};

use anyhow::Result;
use news::Lang;
use serde::Deserialize;
use text::linear::{Lexicon, Plane, Row};

use crate::{figures::Figures, measure::labels::Labels, progress, set};

/// Parts a set is cut into: each is judged by what was learned from the others.
const FOLDS: usize = 5;
/// Texts that must have a word before anything is learned of it.
const LEAST: usize = 2;
/// How much an example weighs, and how much more a positive one.
const COST: f32 = 1.0;
const POSITIVE: f32 = 4.0;

mod house;

#[derive(Deserialize)]
struct Item {
    #[serde(default)]
    id: String,
    #[serde(default)]
    title: String,
    text: String,
    /// Several at once, as an agency marks them.
    #[serde(default)]
    labels: Vec<String>,
    /// One of the house's.
    #[serde(default)]
    sector: Option<String>,
    #[serde(default)]
    lang: Option<String>,
}

/// Measures one set.
pub fn measure(path: &Path) -> Result<Figures> {
    let items: Vec<Item> = set::lines(path)?;
    if items.iter().all(|i| i.sector.is_some()) {
        return Ok(house::measure(&set::name(path), &items, path.ends_with("desk/data/reports.jsonl")));
    }
    let given = taught(&set::name(path), &items);
    let mut labels = Labels::default();
    let mut misses = Vec::new();
    for (item, given) in items.iter().zip(&given) {
        labels.add(item.labels.iter().map(String::as_str), given.iter().map(String::as_str));
        let same = item.labels.len() == given.len() && given.iter().all(|g| item.labels.contains(g));
        if !same {
            misses.push(format!("{}: {} | said {given:?}, true {:?}", item.id, item.title, item.labels));
        }
    }
    let metrics = vec![("micro_f1".to_owned(), labels.micro().f1()), ("macro_f1".to_owned(), labels.macro_f1())];
    Ok(Figures { stage: "sector", set: set::name(path), items: items.len(), metrics, misses, shown: String::new() })
}

fn words(item: &Item) -> HashMap<String, f32> {
    let lang = item.lang.as_deref().map_or_else(|| text::detect::lang(&item.text), Lang::new);
    let lang = if lang.is_und() { Lang::en() } else { lang };
    let mut out = HashMap::new();
    for (part, times) in [(&item.title, 2.0), (&item.text, 1.0)] {
        for word in text::word::words(part, &lang).into_iter().filter(|w| !w.stop) {
            *out.entry(word.stem).or_default() += times;
        }
    }
    out
}

/// The labels of each item, learned from the other folds.
fn taught(name: &str, items: &[Item]) -> Vec<Vec<String>> {
    let words: Vec<HashMap<String, f32>> = progress::map(name, items, words);
    let folds: Vec<usize> = (0..FOLDS).collect();
    let judged = progress::map(name, &folds, |fold| {
        let inside = |n: &usize| n % FOLDS != *fold;
        let train: Vec<usize> = (0..items.len()).filter(inside).collect();
        let lexicon = Lexicon::of(train.iter().filter_map(|n| words.get(*n)), LEAST);
        let rows: Vec<Row> = train.iter().filter_map(|n| words.get(*n)).map(|w| lexicon.row(w)).collect();
        let mut planes: BTreeMap<&str, Plane> = BTreeMap::new();
        for label in train.iter().filter_map(|n| items.get(*n)).flat_map(|i| &i.labels) {
            planes.entry(label).or_insert_with(|| {
                let positive = |n: usize| train.get(n).is_some_and(|n| items[*n].labels.contains(label));
                Plane::learn(&rows, &positive, COST, POSITIVE)
            });
        }
        let test = (0..items.len()).filter(|n| n % FOLDS == *fold);
        test.map(|n| (n, labels(&planes, &lexicon.row(&words[n])))).collect::<Vec<_>>()
    });
    let mut out = vec![Vec::new(); items.len()];
    judged.into_iter().flatten().for_each(|(n, labels)| out[n] = labels);
    out
}

/// Every label that is likelier than not; the likeliest where none is.
fn labels(planes: &BTreeMap<&str, Plane>, row: &Row) -> Vec<String> {
    let scored: Vec<(&str, f32)> = planes.iter().map(|(label, plane)| (*label, plane.score(row))).collect();
    let likely: Vec<String> = scored.iter().filter(|(_, s)| *s > 0.0).map(|(l, _)| (*l).to_owned()).collect();
    if !likely.is_empty() {
        return likely;
    }
    scored.iter().max_by(|a, b| a.1.total_cmp(&b.1)).map(|(l, _)| (*l).to_owned()).into_iter().collect()
}
