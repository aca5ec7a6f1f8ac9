//! How near our three-sentence summary is to a person's, beside the first three sentences of the article.

use std::path::Path;

use anyhow::Result;
use news::{
    Lang,
    verdict::{Part, Verdict},
};
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

/// The best-ranked sentences of `source` that the check supports, in its own order: what does not hold is left out and the next
/// best taken, as the drafter does.
pub fn summarise(source: &str) -> Vec<String> {
    /// How often what did not hold is replaced.
    const ROUNDS: usize = 8;
    let lang = Lang::en();
    let sentences: Vec<&str> = text::sentence::split(source, &lang).into_iter().filter_map(|r| source.get(r)).collect();
    let mut scores = text::rank::sentences("", &sentences, &lang);
    let mut picked = Vec::new();
    for _ in 0..ROUNDS {
        picked = text::rank::pick(&sentences, &scores, SENTENCES, &lang);
        let lines: Vec<String> = picked.iter().filter_map(|i| sentences.get(*i)).map(|s| (*s).to_owned()).collect();
        let judged = check::judge(source, &lines).sentences;
        let failing: Vec<usize> = judged
            .iter()
            .filter(|s| s.verdict != Verdict::Supported)
            .filter_map(|s| if let Part::Body(n) = s.part { picked.get(n).copied() } else { None })
            .collect();
        if failing.is_empty() {
            break;
        }
        failing.into_iter().for_each(|i| scores.get_mut(i).into_iter().for_each(|s| *s = f64::MIN));
    }
    picked.into_iter().filter_map(|i| sentences.get(i)).map(|s| (*s).to_owned()).collect()
}

/// Shares of the reference's names and numbers that a summary has; `None` where the reference has none.
fn covered(reference: &str, summary: &str) -> [Option<f64>; 2] {
    let lang = Lang::en();
    let words =
        format!(" {} ", summary.split(|c: char| !c.is_alphanumeric()).collect::<Vec<_>>().join(" ").to_lowercase());
    let last = |n: &text::name::Name| {
        reference.get(n.range.clone()).and_then(|n| n.split(' ').next_back()).map(str::to_lowercase)
    };
    let names: Vec<String> = text::name::find(reference, &lang).iter().filter_map(last).collect();
    let own = text::number::find(summary, &lang);
    let numbers = text::number::find(reference, &lang);
    let share = |found: usize, all: usize| (all > 0).then(|| found as f64 / all as f64);
    [
        share(names.iter().filter(|n| words.contains(&format!(" {n} "))).count(), names.len()),
        share(numbers.iter().filter(|q| own.iter().any(|o| o.low == q.low && o.high == q.high)).count(), numbers.len()),
    ]
}

struct Scored {
    misses: Vec<String>,
    own: rouge::Rouge,
    lead: rouge::Rouge,
    covered: [Option<f64>; 2],
    lead_covered: [Option<f64>; 2],
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
        covered: covered(&item.reference, &summary.join(" ")),
        lead_covered: covered(&item.reference, &item.lead3),
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
    for (k, kind) in ["names", "numbers"].iter().enumerate() {
        let mean = |of: &dyn Fn(&Scored) -> Option<f64>| {
            let all: Vec<f64> = scored.iter().filter_map(of).collect();
            all.iter().sum::<f64>() / all.len().max(1) as f64
        };
        metrics.push((format!("{kind}_covered"), mean(&|s| s.covered.get(k).copied().flatten())));
        metrics.push((format!("lead3_{kind}_covered"), mean(&|s| s.lead_covered.get(k).copied().flatten())));
    }
    let sentences: usize = scored.iter().map(|s| s.sentences).sum();
    let misses: Vec<String> = scored.into_iter().flat_map(|s| s.misses).collect();
    metrics.push(("unsupported_share".into(), misses.len() as f64 / sentences.max(1) as f64));
    Ok(Figures { stage: "summary", set: name, items: items.len(), metrics, misses, shown: String::new() })
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
