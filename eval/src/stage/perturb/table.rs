//! The figures as a table: a row a kind of error, for each sort of clean sentence the check and the two baselines.

use std::fmt::Write;

use super::{JUDGES, Sort, plant};
use crate::figures::Figures;

/// One set's figures, times 100.
pub fn table(figures: &Figures) -> String {
    let mut out =
        format!("{}: {} clean sentences; c check, s substring, n numbers and capitals\n", figures.set, figures.items);
    let _ = write!(out, "{:<26}", "recall");
    for sort in Sort::ALL {
        let _ = write!(out, "{:>18}", sort.name());
    }
    out.push_str("\n                          ");
    out.push_str(&"     c     s     n".repeat(3));
    out.push('\n');
    for kind in plant::KINDS {
        row(&mut out, figures, kind, |judge, sort| format!("{judge}recall_{}_{kind}", sort.name()));
    }
    row(&mut out, figures, "false alarms per 100", |judge, sort| format!("{judge}false_alarms_{}", sort.name()));
    let mut langs: Vec<&str> = figures
        .metrics
        .iter()
        .filter_map(|(name, _)| name.strip_prefix("false_alarms_")?.split_once('_').map(|(_, lang)| lang))
        .collect();
    langs.sort_unstable();
    langs.dedup();
    for lang in langs {
        let name = format!("  {lang}");
        row(&mut out, figures, &name, |judge, sort| format!("{judge}false_alarms_{}_{lang}", sort.name()));
    }
    out
}

fn row(out: &mut String, figures: &Figures, name: &str, metric: impl Fn(&str, Sort) -> String) {
    let _ = write!(out, "{name:<26}");
    for sort in Sort::ALL {
        for judge in JUDGES {
            match figures.get(&metric(judge, sort)) {
                Some(value) => drop(write!(out, "{:>6.1}", value * 100.0)),
                None => out.push_str("     -"),
            }
        }
    }
    out.push('\n');
}
