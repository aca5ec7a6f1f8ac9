//! `bench report`: the tables of docs/performance.md, from the figures that were kept.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::figure::{self, say, short};

/// The page that has the tables, from the workspace's folder.
const PAGE: &str = "docs/performance.md";

/// Writes the text of one kind of figures.
type Render = fn(&Value) -> String;

const KINDS: [(&str, Render); 5] =
    [("pages", pages), ("scale", scale), ("pipeline", pipeline), ("check", check), ("desk", desk)];

/// Puts the tables of every kind of figures that there is into the page.
pub fn run() -> Result<bool> {
    let mut page =
        std::fs::read_to_string(PAGE).with_context(|| format!("{PAGE} cannot be read; run this in the workspace"))?;
    for (kind, render) in KINDS {
        match figures(&figure::file(kind))? {
            Some(figures) => page = replaced(&page, kind, &render(&figures))?,
            None => say(&format!("no figures of {kind}: cargo xtask bench {kind} measures them")),
        }
    }
    std::fs::write(PAGE, page).with_context(|| format!("{PAGE} cannot be written"))?;
    say(&format!("{PAGE} is written"));
    Ok(true)
}

fn figures(file: &Path) -> Result<Option<Value>> {
    if !file.is_file() {
        return Ok(None);
    }
    let text = std::fs::read_to_string(file)?;
    Ok(Some(serde_json::from_str(&text).with_context(|| format!("{} is no JSON", file.display()))?))
}

/// The page with what stands between the marks of `kind` replaced.
fn replaced(page: &str, kind: &str, text: &str) -> Result<String> {
    let (begin, end) = (format!("<!-- {kind}: begin -->\n"), format!("<!-- {kind}: end -->"));
    let parts = page.split_once(&begin).and_then(|(before, rest)| Some((before, rest.split_once(&end)?.1)));
    ensure!(parts.is_some(), "{PAGE} has lost the marks of {kind}: {} and {end}", begin.trim_end());
    let (before, after) = parts.unwrap_or_default();
    Ok(format!("{before}{begin}{text}{end}{after}"))
}

/// A Markdown table: the first column to the left, numbers to the right.
fn table(head: &[&str], rows: &[Vec<String>]) -> String {
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let head_line = line(&head.iter().map(|h| (*h).to_owned()).collect::<Vec<_>>());
    let rule =
        line(&(0..head.len()).map(|n| if n == 0 { "---".into() } else { "---:".to_owned() }).collect::<Vec<_>>());
    rows.iter().fold(head_line + &rule, |out, row| out + &line(row))
}

fn number(value: &Value) -> String {
    value.as_f64().filter(|n| *n > 0.0).map_or_else(|| "–".into(), short)
}

fn word(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn row(of: &Value, first: &str, keys: &[&str]) -> Vec<String> {
    std::iter::once(word(&of[first])).chain(keys.iter().map(|key| number(&of[*key]))).collect()
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn check(figures: &Value) -> String {
    let keys = ["sentences", "per_second", "first_round"];
    let name = |kind: &str| {
        let mut of = figures[kind].clone();
        of["case"] = kind.into();
        row(&of, "case", &keys)
    };
    let rows = [name("copied"), name("reworded")];
    format!(
        "A source of {} words, read in {} ms, the tables of the language among them.\n\n{}\nMemory grew by {} MB.\n",
        figures["words"],
        number(&figures["reading_ms"]),
        table(&["sentences", "number", "a second", "first round"], &rows),
        short(figures["grown_bytes"].as_f64().unwrap_or(0.0) / 1e6)
    )
}

fn desk(figures: &Value) -> String {
    let rows: Vec<_> = list(&figures["rows"]).map(|r| row(r, "what", &["figure", "aim"])).collect();
    let head = table(&["median at the server", "figure", "aim"], &rows);
    format!("{} stories are held, in SQLite, with one person at the desk.\n\n{head}", number(&figures["stories"]))
}

fn pages(figures: &Value) -> String {
    let keys = ["dateline_per_cpu_second", "nginx_per_cpu_second", "ratio", "p50_ms", "p99_ms", "nginx_p99_ms"];
    let hits: Vec<_> = list(&figures["hits"]).map(|hit| row(hit, "case", &keys)).collect();
    let misses: Vec<_> = list(&figures["misses"]).map(|m| row(m, "case", &["per_cpu_second"])).collect();
    let (p, views) = (&figures["publishing"], &figures["views"]);
    format!(
        "{} cores, an archive of {} stories, {} runs of {} s.\n\n{}\nViews counted: {} for {} requests.\n\n{}\nWhile \
         publishing once a second: p99 of a hit {} ms, in quiet {} ms. What is published is seen on its page after {} ms \
         (p99 {}), on home after {} ms (p99 {}).\n",
        figures["cores"],
        number(&figures["stories"]),
        figures["runs"],
        figures["seconds"],
        table(
            &["from the cache", "Dateline, by CPU second", "nginx", "ratio", "p50 ms", "p99 ms", "nginx p99 ms"],
            &hits
        ),
        number(&views["counted"]),
        number(&views["requests"]),
        table(&["made anew", "pages by CPU second"], &misses),
        number(&p["busy_p99_ms"]),
        number(&p["quiet_p99_ms"]),
        number(&p["article_p50_ms"]),
        number(&p["article_p99_ms"]),
        number(&p["home_p50_ms"]),
        number(&p["home_p99_ms"]),
    )
}

fn scale(figures: &Value) -> String {
    let sizes: Vec<&Value> = list(&figures["sizes"]).collect();
    let mut head = vec!["CPU microseconds".to_owned()];
    head.extend(sizes.iter().map(|s| format!("{} stories", number(&s["stories"]))));
    let names = sizes.first().and_then(|s| s["pages"].as_object()).into_iter().flat_map(|pages| pages.keys());
    let mut rows = Vec::new();
    for name in names {
        for (key, words) in [("hit_us", "cached"), ("miss_us", "made anew")] {
            let cells = sizes.iter().map(|s| number(&s["pages"][name][key]));
            rows.push(std::iter::once(format!("{name}, {words}")).chain(cells).collect());
        }
    }
    let megabytes = |bytes: &Value| bytes.as_f64().map_or_else(String::new, |b| short(b / 1e6));
    rows.push(
        std::iter::once("memory, MB".to_owned()).chain(sizes.iter().map(|s| megabytes(&s["memory_bytes"]))).collect(),
    );
    let disk = sizes.iter().map(|s| number(&s["disk_bytes_per_story"]));
    rows.push(std::iter::once("disk, bytes a story".to_owned()).chain(disk).collect());
    format!("{} cores.\n\n{}", figures["cores"], table(&head.iter().map(String::as_str).collect::<Vec<_>>(), &rows))
}

fn pipeline(figures: &Value) -> String {
    let (whole, latency) = (&figures["whole"], &figures["latency"]);
    let all: f64 = list(&figures["stages"]).filter_map(|s| s["seconds"].as_f64()).sum();
    let step = |s: &Value| {
        let (seconds, runs) = (s["seconds"].as_f64().unwrap_or(0.0), s["runs"].as_f64().unwrap_or(1.0));
        vec![
            word(&s["step"]),
            number(&s["runs"]),
            short(seconds * 1_000.0 / runs),
            format!("{:.0} %", seconds / all * 100.0),
        ]
    };
    let rows: Vec<_> = list(&figures["stages"]).map(step).collect();
    format!(
        "{} cores. {} reports became {} published stories: {} reports by CPU second, {} a second.\n\n{}\nAt a running server, \
         five reports a second: from arrival to the page read {} ms, p99 {} ms.\n",
        figures["cores"],
        number(&whole["reports"]),
        number(&whole["published"]),
        number(&whole["reports_per_cpu_second"]),
        number(&whole["reports_per_second"]),
        table(&["step", "runs", "ms each", "of all"], &rows),
        number(&latency["p50_ms"]),
        number(&latency["p99_ms"]),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_stands_between_the_marks_changes() -> Result<()> {
        let page = "a\n<!-- pages: begin -->\nold\n<!-- pages: end -->\nb\n";
        let want = "a\n<!-- pages: begin -->\nnew\n<!-- pages: end -->\nb\n";
        assert_eq!(replaced(page, "pages", "new\n")?, want);
        assert!(replaced("a", "pages", "new").is_err());
        Ok(())
    }
}
