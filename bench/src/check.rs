//! `bench check`: sentences that the check judges in a second on one processor, against a source of 600 words, and whether its
//! memory grows with how many it has judged.

use std::time::Instant;

use anyhow::{Context, Result};
use check::{Evidence, Sources};
use clap::Args;
use news::{Hash, Lang, ReportId, Time, revision::Draft};
use serde_json::json;

use crate::{
    figure::{self, median, say, short},
    process,
};

/// Invented reports with sentences that reword them; the quality figures are measured on the same.
const REPORTS: &str = include_str!("../../eval/fixtures/perturb/reworded.jsonl");
/// Words of the source.
const WORDS: usize = 600;
/// What "on Thursday" counts from.
const DAY: Time = Time(1_763_000_000_000);
/// Sentences a second that are aimed at.
const AIM: f64 = 20_000.0;
/// Bytes that the process may grow by while it judges: caches of a bounded size fill.
const GROWTH: u64 = 24 * 1024 * 1024;

/// How to measure.
#[derive(Args, Clone, Debug)]
pub struct Order {
    /// Rounds over all sentences; the middle one counts
    #[arg(long, default_value_t = 40)]
    rounds: usize,
    /// A short run that only shows that it works
    #[arg(long)]
    quick: bool,
}

/// The source and the sentences, copied and in other words.
struct Material {
    source: String,
    copied: Vec<String>,
    reworded: Vec<String>,
}

/// False when the memory grew.
pub fn run(order: &Order) -> Result<bool> {
    let rounds = if order.quick { 3 } else { order.rounds.max(3) };
    let material = material()?;
    let began = Instant::now();
    let sources = Sources::new(vec![evidence(&material.source)]);
    let reading_ms = began.elapsed().as_secs_f64() * 1000.0;
    let mut figures = json!({ "words": text::word::count(&material.source), "reading_ms": reading_ms });
    say(&format!("a source of {} words, read in {} ms", figures["words"], short(reading_ms)));
    let mut rows = Vec::new();
    let mut grown = 0;
    for (name, sentences) in [("copied", &material.copied), ("reworded", &material.reworded)] {
        let warm = rate(&sources, sentences);
        let before = process::memory_bytes(std::process::id())?;
        let rates: Vec<f64> = (0..rounds).map(|_| rate(&sources, sentences)).collect();
        grown = grown.max(process::memory_bytes(std::process::id())?.saturating_sub(before));
        let rate = median(&rates);
        figures[name] = json!({ "sentences": sentences.len(), "per_second": rate, "first_round": warm });
        rows.push(vec![name.into(), sentences.len().to_string(), short(rate), short(rate / AIM), short(warm)]);
    }
    figures["grown_bytes"] = json!(grown);
    say(&figure::table(&["sentences", "number", "a second", "of the aim", "first round"], &rows));
    say(&format!("memory grew by {} MB over {} rounds", short(grown as f64 / 1e6), rounds * 2));
    if !order.quick {
        figure::keep("check", &figures)?;
    }
    Ok(grown <= GROWTH)
}

/// Sentences a second of one round, in drafts as long as a story: paragraphs of two, four to a draft.
fn rate(sources: &Sources, sentences: &[String]) -> f64 {
    let paragraphs: Vec<String> = sentences.chunks(2).map(|two| two.join(" ")).collect();
    let draft = |part: &[String]| Draft { lang: Lang::en(), paragraphs: part.to_vec(), ..Draft::default() };
    let drafts: Vec<Draft> = paragraphs.chunks(4).map(draft).collect();
    let began = Instant::now();
    let judged: usize = drafts.iter().map(|d| sources.check(d, DAY, "UTC").sentences.len()).sum();
    judged as f64 / began.elapsed().as_secs_f64()
}

fn evidence(text: &str) -> Evidence {
    Evidence {
        report: ReportId(0),
        agency: "the source".into(),
        text: text.to_owned(),
        text_hash: Hash::of(text.as_bytes()),
        lang: Lang::en(),
        reference: DAY,
        zone: "UTC".into(),
    }
}

/// English reports one after the other until there are words enough, and their sentences.
fn material() -> Result<Material> {
    let mut out = Material { source: String::new(), copied: Vec::new(), reworded: Vec::new() };
    for line in REPORTS.lines() {
        let report: serde_json::Value = serde_json::from_str(line).context("a line of the invented reports")?;
        if report["lang"] != "en" || text::word::count(&out.source) >= WORDS {
            continue;
        }
        let text = report["source"].as_str().unwrap_or_default();
        let sentences = text::sentence::split(text, &Lang::en()).into_iter().filter_map(|r| text.get(r));
        out.copied.extend(sentences.map(str::to_owned));
        let claims = report["claims"].as_array().into_iter().flatten().filter_map(|c| c.as_str());
        out.reworded.extend(claims.map(str::to_owned));
        out.source.push_str(text);
        out.source.push('\n');
    }
    Ok(out)
}
