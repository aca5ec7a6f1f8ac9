//! Is the claim supported by the source? Each claim is checked as a one-paragraph draft against its source alone.

use std::{collections::BTreeSet, path::Path};

use anyhow::Result;
use check::{Evidence, Sources};
use news::{Hash, Lang, ReportId, Time, revision::Draft};
use serde::Deserialize;

use crate::{
    figures::Figures,
    measure::{ranking, tokenized},
    progress, set,
};

/// A claim is called supported when its score is at least this: one value for all sets, the check's own.
pub const THRESHOLD: f64 = check::ENOUGH;

/// Relative dates count from here on both sides; which day it is does not matter then.
const DAY: Time = Time(1_700_000_000_000);

#[derive(Deserialize)]
pub struct Item {
    #[serde(default)]
    id: String,
    pub source: String,
    pub claim: String,
    label: Label,
    #[serde(default)]
    kind: Option<Vec<String>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Label {
    Supported,
    Unsupported,
}

/// The check's answer for a claim, from 0 to 1: its worst sentence's support.
pub fn score(source: &str, claim: &str) -> f64 {
    check::claim_score(&judge(&tokenized::joined(source), &[tokenized::joined(claim)]))
}

impl Item {
    /// Whether the source says so, by the set's label.
    pub fn is_supported(&self) -> bool {
        self.label == Label::Supported
    }
}

/// What the support of a claim's sentences is weighed from.
pub fn measured(source: &str, claim: &str) -> Vec<check::Measured> {
    sources(&tokenized::joined(source), "en").measure(&draft(vec![tokenized::joined(claim)], "en"), DAY, "UTC")
}

/// What the check says of a draft that is a body and nothing else.
pub fn judge(source: &str, paragraphs: &[String]) -> check::Report {
    sources(source, "en").check(&draft(paragraphs.to_vec(), "en"), DAY, "UTC")
}

/// What the check says of one sentence of that language.
pub fn report(sources: &Sources, text: &str, lang: &str) -> check::Report {
    sources.check(&draft(vec![text.to_owned()], lang), sources.newest().unwrap_or(DAY), "UTC")
}

/// A source of that language, read.
pub fn sources(source: &str, lang: &str) -> Sources {
    Sources::new(vec![Evidence {
        report: ReportId(0),
        agency: "the source".into(),
        text: source.to_owned(),
        text_hash: Hash::of(source.as_bytes()),
        lang: Lang::new(lang),
        reference: wire::told_on(source, &Lang::new(lang), DAY).unwrap_or(DAY),
        zone: "UTC".into(),
    }])
}

fn draft(paragraphs: Vec<String>, lang: &str) -> Draft {
    Draft { lang: Lang::new(lang), headline: String::new(), summary: String::new(), paragraphs, marks: Vec::new() }
}

/// Measures one set.
pub fn measure(path: &Path) -> Result<Figures> {
    let items: Vec<Item> = set::lines(path)?;
    let name = set::name(path);
    let scores = progress::map(&name, &items, |item| score(&item.source, &item.claim));
    Ok(figures("check", name, scores, &items))
}

/// The figures of a set whose claims were given these scores.
pub fn figures(stage: &'static str, name: String, scores: Vec<f64>, items: &[Item]) -> Figures {
    let judged: Vec<(f64, &Item)> = scores.into_iter().zip(items).collect();
    let wrong = judged.iter().filter(|(s, item)| (*s >= THRESHOLD) != (item.label == Label::Supported));
    let misses = wrong.map(|(s, item)| format!("{name} {}: {s:.2} {:?} {}", item.id, item.label, item.claim)).collect();
    Figures { stage, items: items.len(), metrics: metrics(&judged), misses, shown: String::new(), set: name }
}

fn metrics(judged: &[(f64, &Item)]) -> Vec<(String, f64)> {
    let supported = |item: &Item| item.label == Label::Supported;
    let said = |score: f64| score >= THRESHOLD;
    let both: Vec<(bool, bool)> = judged.iter().map(|(s, item)| (said(*s), supported(item))).collect();
    let scored: Vec<(f64, bool)> = judged.iter().map(|(s, item)| (*s, supported(item))).collect();
    let mut out = vec![
        ("balanced_accuracy".to_owned(), ranking::balanced_accuracy(&both)),
        ("auc".to_owned(), ranking::auc(&scored)),
        ("recall_supported".to_owned(), ranking::share(judged.iter().filter(|(_, i)| supported(i)), |(s, _)| said(*s))),
    ];
    let wrong = || judged.iter().filter(|(_, item)| !supported(item));
    let kinds: BTreeSet<&str> = wrong().flat_map(|(_, item)| item.kind.iter().flatten().map(String::as_str)).collect();
    for kind in kinds {
        let bears = |item: &Item| item.kind.iter().flatten().any(|k| k == kind);
        let recall = ranking::share(wrong().filter(|(_, item)| bears(item)), |(s, _)| !said(*s));
        out.push((format!("recall_{kind}"), recall));
    }
    out.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
}

/// Adds the unweighted mean over the sets, when there are several.
pub fn with_mean(mut all: Vec<Figures>) -> Vec<Figures> {
    if all.len() < 2 {
        return all;
    }
    let mean = |name: &str| {
        let values: Vec<f64> = all.iter().filter_map(|f| f.get(name)).collect();
        (!values.is_empty()).then(|| (name.to_owned(), values.iter().sum::<f64>() / values.len() as f64))
    };
    let metrics = ["balanced_accuracy", "auc", "recall_supported"].into_iter().filter_map(mean).collect();
    let items = all.iter().map(|f| f.items).sum();
    let stage = all.first().map_or("check", |f| f.stage);
    all.push(Figures { stage, set: "mean".into(), items, metrics, misses: Vec::new(), shown: String::new() });
    all
}
