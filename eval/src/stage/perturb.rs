//! Plants one error in a sentence that its source supports, and asks the check whether it is there still.
//!
//! Three sorts of clean sentences: extracted from the source, compressed as the drafter does it, and reworded by a person. Two
//! baselines stand beside the check: "the sentence stands in the source word for word" and "every number and every word with a
//! capital does".

mod clean;
mod plant;
mod table;

use std::path::Path;

use anyhow::Result;
use news::verdict::{Severity, Verdict};

use crate::{figures::Figures, progress, set};

pub use table::table;

/// How a clean sentence came to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    Extracted,
    Compressed,
    Reworded,
}

impl Sort {
    const ALL: [Self; 3] = [Self::Extracted, Self::Compressed, Self::Reworded];

    fn name(self) -> &'static str {
        match self {
            Self::Extracted => "extracted",
            Self::Compressed => "compressed",
            Self::Reworded => "reworded",
        }
    }
}

/// A sentence that its source supports.
pub struct Clean {
    pub sort: Sort,
    pub lang: String,
    pub source: String,
    pub text: String,
}

/// Who judges.
const JUDGES: [&str; 3] = ["", "substring_", "capitals_"];

/// What the judges say of one sentence and of it with errors planted: true where it is held.
struct Judged {
    clean: [bool; 3],
    /// Why the check holds the clean sentence.
    why: String,
    planted: Vec<(&'static str, String, [bool; 3])>,
}

/// Measures one set: pairs of source and claim, of which those that are supported are reworded sentences.
pub fn measure(path: &Path) -> Result<Figures> {
    let name = set::name(path);
    let sentences = clean::of(path)?;
    let judged = progress::map(&name, &sentences, judge);
    let all: Vec<(&Clean, &Judged)> = sentences.iter().zip(&judged).collect();
    let misses = all.iter().flat_map(|(clean, judged)| misses(clean, judged)).collect();
    Ok(Figures { stage: "perturb", items: all.len(), metrics: metrics(&all), misses, shown: String::new(), set: name })
}

fn judge(clean: &Clean) -> Judged {
    let sources = super::check::sources(&clean.source, &clean.lang);
    let folded = fold(&clean.source);
    let held = |text: &str| {
        let report = super::check::report(&sources, text, &clean.lang);
        [report.verdict != Verdict::Supported, !folded.contains(fold(text).trim()), !capitals_stand(text, &folded)]
    };
    let planted = plant::all(clean).into_iter().map(|(kind, text)| {
        let held = held(&text);
        (kind, text, held)
    });
    let report = super::check::report(&sources, &clean.text, &clean.lang);
    let faults = report.sentences.iter().flat_map(|s| &s.findings).filter(|f| f.severity == Severity::Block);
    let why = faults.map(|f| f.reason.as_str()).collect::<Vec<_>>().join(" ");
    Judged { clean: held(&clean.text), why, planted: planted.collect() }
}

fn fold(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    let words: Vec<String> = words.map(str::to_lowercase).collect();
    format!(" {} ", words.join(" "))
}

/// Whether every token that starts with a digit or a capital stands in the source.
fn capitals_stand(text: &str, folded: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    words.all(|w| {
        let marked = w.starts_with(|c: char| c.is_uppercase() || c.is_numeric());
        !marked || folded.contains(&format!(" {} ", w.to_lowercase()))
    })
}

fn metrics(all: &[(&Clean, &Judged)]) -> Vec<(String, f64)> {
    let mut out = Vec::new();
    let mut share = |name: String, flags: Vec<bool>| {
        if !flags.is_empty() {
            out.push((name, flags.iter().filter(|f| **f).count() as f64 / flags.len() as f64));
        }
    };
    for sort in Sort::ALL {
        let of_sort: Vec<&(&Clean, &Judged)> = all.iter().filter(|(c, _)| c.sort == sort).collect();
        let mut langs: Vec<&str> = of_sort.iter().map(|(c, _)| c.lang.as_str()).collect();
        langs.sort_unstable();
        langs.dedup();
        for (n, judge) in JUDGES.iter().enumerate() {
            let clean = |j: &Judged| j.clean.get(n).copied().unwrap_or(false);
            share(format!("{judge}false_alarms_{}", sort.name()), of_sort.iter().map(|(_, j)| clean(j)).collect());
            for lang in &langs {
                let own = of_sort.iter().filter(|(c, _)| c.lang == *lang);
                share(format!("{judge}false_alarms_{}_{lang}", sort.name()), own.map(|(_, j)| clean(j)).collect());
            }
            for kind in plant::KINDS {
                let planted = of_sort.iter().flat_map(|(_, j)| &j.planted).filter(|(k, ..)| *k == kind);
                share(
                    format!("{judge}recall_{}_{kind}", sort.name()),
                    planted.map(|(.., held)| held.get(n).copied().unwrap_or(false)).collect(),
                );
            }
        }
    }
    out
}

/// What the check let pass, and what it held without reason.
fn misses(clean: &Clean, judged: &Judged) -> Vec<String> {
    let alarm = judged.clean.first() == Some(&true);
    let alarm = alarm.then(|| format!("false alarm, {}: {} [{}]", clean.sort.name(), clean.text, judged.why));
    let passed = judged.planted.iter().filter(|(.., held)| held.first() == Some(&false));
    let passed = passed.map(|(kind, text, _)| format!("passed, {} {kind}: {text}", clean.sort.name()));
    alarm.into_iter().chain(passed).collect()
}
