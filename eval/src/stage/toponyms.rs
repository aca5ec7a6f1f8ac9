//! In which country does a named place lie? Given the span, and end to end.

use std::{collections::HashMap, path::Path};

use anyhow::Result;
use serde::Deserialize;
use text::place::Mention;

use crate::{figures::Figures, measure::labels::Count, progress, set};

#[derive(Deserialize)]
struct Item {
    id: String,
    text: String,
    spans: Vec<Span>,
}

#[derive(Deserialize)]
struct Span {
    /// Unicode scalar values, end exclusive.
    start: usize,
    end: usize,
    text: String,
    country: Option<String>,
}

#[derive(Default)]
struct Scored {
    given: Count,
    found: Count,
    article: Option<bool>,
    misses: Vec<String>,
}

/// Measures one set.
pub fn measure(path: &Path) -> Result<Figures> {
    let items: Vec<Item> = set::lines(path)?;
    let name = set::name(path);
    let scored = progress::map(&name, &items, score);
    let sum = |of: &dyn Fn(&Scored) -> Count| {
        scored.iter().map(of).fold(Count::default(), |a, b| Count {
            hit: a.hit + b.hit,
            extra: a.extra + b.extra,
            missed: a.missed + b.missed,
        })
    };
    let articles: Vec<bool> = scored.iter().filter_map(|s| s.article).collect();
    let right = articles.iter().filter(|a| **a).count() as f64;
    let metrics = vec![
        ("country_accuracy".to_owned(), sum(&|s| s.given).recall()),
        ("f1".to_owned(), sum(&|s| s.found).f1()),
        ("article_accuracy".to_owned(), right / articles.len().max(1) as f64),
    ];
    let misses = scored.into_iter().flat_map(|s| s.misses).collect();
    Ok(Figures { stage: "toponyms", set: name, items: items.len(), metrics, misses, shown: String::new() })
}

fn score(item: &Item) -> Scored {
    let lang = news::Lang::en();
    let places: Vec<usize> = item.text.char_indices().map(|(at, _)| at).chain([item.text.len()]).collect();
    let bytes = |n: usize| places.get(n).copied().unwrap_or(item.text.len());
    let mentions = text::place::find(&item.text, &lang);
    let mut out = Scored::default();
    let (mut truth, mut said): (HashMap<&str, usize>, HashMap<String, usize>) = (HashMap::new(), HashMap::new());
    for span in &item.spans {
        let Some(country) = span.country.as_deref() else { continue };
        let range = bytes(span.start)..bytes(span.end);
        let given = text::place::country_of(&item.text, &range, &lang).map(|c| c.to_string());
        *truth.entry(country).or_default() += 1;
        if given.as_deref() == Some(country) {
            out.given.hit += 1.0;
        } else {
            out.given.missed += 1.0;
            out.misses.push(format!("{}: {} is in {country}, said {given:?}", item.id, span.text));
        }
        if let Some(given) = given {
            *said.entry(given).or_default() += 1;
        }
        let same = |m: &Mention| m.range == range && m.country.code() == country;
        if mentions.iter().any(same) { out.found.hit += 1.0 } else { out.found.missed += 1.0 }
    }
    out.found.extra = mentions.len() as f64 - out.found.hit;
    let most = majority(truth.into_iter().map(|(c, n)| (c.to_owned(), n)));
    out.article = most.map(|m| majority(said.into_iter()) == Some(m));
    out
}

/// The country of more than half of the spans.
fn majority(counts: impl Iterator<Item = (String, usize)>) -> Option<String> {
    let counts: Vec<(String, usize)> = counts.collect();
    let all: usize = counts.iter().map(|(_, n)| n).sum();
    counts.into_iter().find(|(_, n)| 2 * n > all).map(|(c, _)| c)
}
