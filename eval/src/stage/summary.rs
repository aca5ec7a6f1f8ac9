//! How near our three-sentence summary is to a person's, beside the first three sentences of the article.

use std::path::Path;

use anyhow::Result;
use news::{Lang, verdict::Verdict};
use serde::Deserialize;

use super::check;
use crate::{figures::Figures, measure::rouge, progress, set};

/// Sentences of a summary.
const SENTENCES: usize = 3;

#[derive(Deserialize)]
struct Item {
    #[serde(default)]
    id: String,
    source: String,
    reference: String,
    lead3: String,
}

/// The best-ranked sentences of `source`, in its own order.
pub fn summarise(source: &str) -> Vec<String> {
    let lang = Lang::en();
    let sentences: Vec<&str> = text::sentence::split(source, &lang).into_iter().filter_map(|r| source.get(r)).collect();
    let scores = text::rank::sentences("", &sentences, &lang);
    let mut order: Vec<usize> = (0..sentences.len()).collect();
    let score = |i: usize| scores.get(i).copied().unwrap_or(0.0);
    // A stable sort: of equals the earlier one wins.
    order.sort_by(|a, b| score(*b).total_cmp(&score(*a)));
    order.truncate(SENTENCES);
    order.sort_unstable();
    order.into_iter().filter_map(|i| sentences.get(i)).map(|s| (*s).to_owned()).collect()
}

struct Scored {
    misses: Vec<String>,
    own: rouge::Rouge,
    lead: rouge::Rouge,
    sentences: usize,
}

fn score(item: &Item) -> Scored {
    let summary = summarise(&item.source);
    let judged = check::judge(&item.source, &summary).sentences;
    let misses = judged.iter().filter(|s| s.verdict != Verdict::Supported).map(|s| {
        let why: Vec<&str> = s.findings.iter().map(|f| f.reason.as_str()).collect();
        format!("{}: support {:.2}, {}: {}", item.id, s.support, s.verdict.word(), why.join("; "))
    });
    Scored {
        misses: misses.collect(),
        own: rouge::score(&item.reference, &summary.join("\n")),
        lead: rouge::score(&item.reference, &item.lead3),
        sentences: judged.len(),
    }
}

/// Measures one set.
pub fn measure(path: &Path) -> Result<Figures> {
    let items: Vec<Item> = set::lines(path)?;
    let name = set::name(path);
    let scored = progress::map(&name, &items, score);
    let mut metrics = means(scored.iter().map(|s| s.own), "");
    metrics.extend(means(scored.iter().map(|s| s.lead), "lead3_"));
    let sentences: usize = scored.iter().map(|s| s.sentences).sum();
    let misses: Vec<String> = scored.into_iter().flat_map(|s| s.misses).collect();
    metrics.push(("unsupported_share".into(), misses.len() as f64 / sentences.max(1) as f64));
    Ok(Figures { stage: "summary", set: name, items: items.len(), metrics, misses })
}

fn means(scores: impl ExactSizeIterator<Item = rouge::Rouge>, prefix: &str) -> Vec<(String, f64)> {
    let n = scores.len().max(1) as f64;
    let mut sums = rouge::Rouge::default().named();
    for score in scores {
        for (sum, (_, value)) in sums.iter_mut().zip(score.named()) {
            sum.1 += value;
        }
    }
    sums.into_iter().map(|(name, sum)| (format!("{prefix}{name}"), sum / n)).collect()
}
