//! What a stage found on a set, and how it is printed.

use std::fmt::Write;

use serde::Serialize;

use crate::{anchor, stage::perturb};

/// The figures of one set.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    /// `check`, `summary`, `feeds`.
    pub stage: &'static str,
    /// The file's stem or the folder's name.
    pub set: String,
    /// How many items were measured.
    pub items: usize,
    /// Name and value, a fraction from 0 to 1, in the order to print.
    pub metrics: Vec<(String, f64)>,
    /// A line for each item that went wrong, for whoever mends it.
    pub misses: Vec<String>,
    /// A table of the stage's own, printed under the figures; most have none.
    pub shown: String,
}

impl Figures {
    /// The value of that name.
    pub fn get(&self, name: &str) -> Option<f64> {
        self.metrics.iter().find(|(n, _)| n == name).map(|(_, v)| *v)
    }
}

/// One JSON object a line, keys of `metrics` in alphabetical order, values cut to six places.
pub fn json_lines(all: &[Figures]) -> anyhow::Result<String> {
    #[derive(Serialize)]
    struct Line<'a> {
        stage: &'a str,
        set: &'a str,
        items: usize,
        metrics: std::collections::BTreeMap<&'a str, f64>,
    }
    let mut out = String::new();
    for f in all {
        let metrics = f.metrics.iter().map(|(n, v)| (n.as_str(), (v * 1e6).round() / 1e6)).collect();
        let line = Line { stage: f.stage, set: &f.set, items: f.items, metrics };
        out.push_str(&serde_json::to_string(&line)?);
        out.push('\n');
    }
    Ok(out)
}

/// An aligned table: a row a metric, times 100, beside the published or baseline figure where there is one.
pub fn table(all: &[Figures]) -> String {
    let (wide, all): (Vec<&Figures>, Vec<&Figures>) = all.iter().partition(|f| f.stage == "perturb");
    let mut out: String = wide.into_iter().map(perturb::table).collect();
    if all.is_empty() {
        return out;
    }
    let wide = all.iter().flat_map(|f| f.metrics.iter().map(|(n, _)| n.chars().count())).max().unwrap_or(0).max(6);
    let wide_set = all.iter().map(|f| f.set.chars().count()).max().unwrap_or(0).max(3);
    let _ =
        writeln!(out, "{:<wide_set$}  {:>6}  {:<wide$}  {:>6}  {:>6}", "set", "items", "metric", "figure", "anchor");
    for f in &all {
        let mut head = (f.set.as_str(), f.items.to_string());
        for (name, value) in &f.metrics {
            let anchor = anchor::of(f.stage, &f.set, name).map_or(String::new(), |a| format!("{a:.1}"));
            let _ = writeln!(
                out,
                "{:<wide_set$}  {:>6}  {name:<wide$}  {:>6.1}  {anchor:>6}",
                head.0,
                head.1,
                value * 100.0
            );
            head = ("", String::new());
        }
    }
    for f in all.iter().filter(|f| !f.shown.is_empty()) {
        let _ = writeln!(out, "\n{}\n{}", f.set, f.shown);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_faces_of_the_same_figures() {
        let figures = [Figures {
            stage: "check",
            set: "qags-xsum".into(),
            items: 239,
            metrics: vec![("balanced_accuracy".into(), 0.651), ("auc".into(), 2.0 / 3.0)],
            misses: Vec::new(),
            shown: String::new(),
        }];
        assert_eq!(
            json_lines(&figures).unwrap(),
            "{\"stage\":\"check\",\"set\":\"qags-xsum\",\"items\":239,\"metrics\":{\"auc\":0.666667,\"balanced_accuracy\":0.651}}\n"
        );
        let table = table(&figures);
        assert!(table.contains("balanced_accuracy    65.1    57.9"), "{table}");
    }
}
