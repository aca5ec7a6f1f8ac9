//! Figures: medians, percentiles, plain tables, and the files that they are kept in.

use std::path::PathBuf;

use anyhow::{Context, Result};
use serde_json::Value;

/// The middle one; 0 of none.
pub fn median(values: &[f64]) -> f64 {
    percentile(values, 0.5)
}

/// The value that such a share of them do not exceed; 0 of none.
pub fn percentile(values: &[f64], share: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let at = (sorted.len() as f64 * share).ceil() as usize;
    sorted.get(at.saturating_sub(1)).copied().unwrap_or(0.0)
}

/// Rows under a head, columns aligned: words to the left, numbers to the right.
pub fn table(head: &[&str], rows: &[Vec<String>]) -> String {
    let widths: Vec<usize> = (0..head.len())
        .map(|n| {
            rows.iter().filter_map(|r| r.get(n)).map(|c| c.chars().count()).chain([head[n].len()]).max().unwrap_or(0)
        })
        .collect();
    let line = |cells: Vec<&str>| {
        let cell = |(n, text): (usize, &str)| {
            let gap = " ".repeat(widths[n].saturating_sub(text.chars().count()));
            if n == 0 { format!("{text}{gap}") } else { format!("{gap}{text}") }
        };
        cells.into_iter().enumerate().map(cell).collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    let head = line(head.to_vec());
    let rows = rows.iter().map(|r| line(r.iter().map(String::as_str).collect()));
    std::iter::once(head).chain(rows).collect::<Vec<_>>().join("\n")
}

/// A number as a person reads it: three figures that count.
pub fn short(value: f64) -> String {
    match value.abs() {
        v if v >= 1_000.0 => grouped(value.round() as i64),
        v if v >= 100.0 => format!("{value:.0}"),
        v if v >= 10.0 => format!("{value:.1}"),
        _ => format!("{value:.2}"),
    }
}

fn grouped(n: i64) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// The file of that kind of figures.
pub fn file(kind: &str) -> PathBuf {
    crate::home::folder().join(format!("{kind}.json"))
}

/// Keeps the figures of a kind, in place of those it had.
pub fn keep(kind: &str, figures: &Value) -> Result<()> {
    let file = file(kind);
    std::fs::create_dir_all(crate::home::folder())?;
    let text = serde_json::to_string_pretty(figures)?;
    std::fs::write(&file, text).with_context(|| format!("{} cannot be written", file.display()))
}

/// Prints a line.
pub fn say(line: &str) {
    use std::io::Write;
    // A reader such as `head` that has seen enough is no failure.
    writeln!(std::io::stdout().lock(), "{line}").ok();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_and_numbers_read_as_expected() {
        let values: Vec<f64> = (1..=100).rev().map(f64::from).collect();
        assert_eq!((median(&values), percentile(&values, 0.99), median(&[])), (50.0, 99.0, 0.0));
        assert_eq!([short(1234567.0), short(123.4), short(12.34), short(1.234)], ["1,234,567", "123", "12.3", "1.23"]);
        assert_eq!(table(&["a", "b"], &[vec!["xx".into(), "1".into()]]), "a   b\nxx  1");
    }
}
