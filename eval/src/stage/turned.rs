//! Are reports retold in other words judged rightly? Each sentence is checked alone, as a body, against its report, by the verdict
//! that an editor sees: true ones should pass, those turned in one respect should not.

use std::path::Path;

use anyhow::Result;
use news::verdict::{Severity, Verdict};
use serde::Deserialize;

use super::check as stage;
use crate::{figures::Figures, progress, set};

#[derive(Deserialize)]
struct Report {
    id: String,
    lang: String,
    source: String,
    lies: Vec<Lie>,
    honest: Vec<String>,
}

#[derive(Deserialize)]
struct Lie {
    claim: String,
    kind: String,
}

/// A sentence as it was judged: what is counted with it, and whether it passed.
struct Judged {
    names: [String; 2],
    passed: bool,
    told: String,
}

/// Measures one set: recall of lies by kind and language, and false alarms.
pub fn measure(path: &Path) -> Result<Figures> {
    let reports: Vec<Report> = set::lines(path)?;
    let name = set::name(path);
    let judged: Vec<Judged> = progress::map(&name, &reports, judge).into_iter().flatten().collect();
    let lies = || judged.iter().filter(|j| j.names[0].starts_with("recall"));
    let mut names: Vec<&String> = judged.iter().flat_map(|j| &j.names).collect();
    names.sort();
    names.dedup();
    let share = |list: &[&Judged], passed: bool| {
        list.iter().filter(|j| j.passed == passed).count() as f64 / list.len().max(1) as f64
    };
    let mut metrics = vec![("recall".to_owned(), share(&lies().collect::<Vec<_>>(), false))];
    for name in names {
        let of: Vec<&Judged> = judged.iter().filter(|j| j.names.contains(name)).collect();
        metrics.push((name.clone(), share(&of, false)));
    }
    let wrong = |j: &&Judged| j.passed == j.names[0].starts_with("recall");
    let misses = judged.iter().filter(wrong).map(|j| j.told.clone()).collect();
    Ok(Figures { stage: "turned", items: judged.len(), metrics, misses, shown: String::new(), set: name })
}

fn judge(report: &Report) -> Vec<Judged> {
    let sources = stage::sources(&report.source, &report.lang);
    let checked = |text: &str| stage::report(&sources, text, &report.lang);
    let passes = |text: &str| checked(text).verdict == Verdict::Supported;
    let lies = report.lies.iter().map(|lie| Judged {
        names: [format!("recall_{}", lie.kind), format!("recall_in_{}", report.lang)],
        passed: passes(&lie.claim),
        told: format!("{} passed, {}: {}", report.id, lie.kind, lie.claim),
    });
    let honest = report.honest.iter().map(|text| {
        let checked = checked(text);
        Judged {
            names: ["false_alarms".into(), format!("false_alarms_in_{}", report.lang)],
            passed: checked.verdict == Verdict::Supported,
            told: format!("{} held: {text} {}", report.id, why(&checked)),
        }
    });
    lies.chain(honest).collect()
}

/// What held a sentence back, in brackets.
fn why(report: &check::Report) -> String {
    let findings = report.sentences.iter().flat_map(|s| &s.findings).filter(|f| f.severity == Severity::Block);
    findings.map(|f| format!("[{:?}: {}]", f.kind, f.reason)).collect::<Vec<_>>().join(" ")
}
