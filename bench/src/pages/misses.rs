//! Pages that are not in the cache: each address is asked once, of a server that has just started.

use anyhow::Result;
use serde_json::{Value, json};

use super::Setting;
use crate::{
    figure::{self, median, say, short},
    http::{self, CRAWLER},
    process,
    served::Served,
    wrk::{self, Load},
};

/// Addresses of one run at most.
const ADDRESSES: usize = 8_000;
/// A run is cut off after this; what was answered until then counts.
const MOST_SECONDS: u64 = 60;

/// Measures identity and gzip.
pub fn measure(setting: &Setting) -> Result<Vec<Value>> {
    let addresses: Vec<String> = setting.stories.iter().rev().take(ADDRESSES).map(http::article).collect();
    let folder = tempfile::tempdir()?;
    let walk = wrk::walk_script(folder.path(), &addresses)?;
    let mut figures = Vec::new();
    for encoding in ["gzip", "identity"] {
        let (mut by_cpu, mut p50, mut p99) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..setting.runs.min(3) {
            let served = Served::start(&setting.home, setting.server_core)?;
            let load = Load {
                url: format!("http://{}/", served.address),
                headers: vec![("Accept-Encoding", encoding), ("User-Agent", CRAWLER)],
                seconds: MOST_SECONDS,
                walk: Some(walk.clone()),
            };
            let before = process::cpu_seconds(served.pid())?;
            let answered = wrk::run(&load, setting.reader_core)?;
            let cpu_seconds = process::cpu_seconds(served.pid())? - before;
            by_cpu.push(answered.requests.min(addresses.len() as u64) as f64 / cpu_seconds.max(0.01));
            p50.push(answered.p50_ms);
            p99.push(answered.p99_ms);
        }
        figures.push(json!({
            "case": format!("article, {encoding}"), "addresses": addresses.len(), "per_cpu_second": median(&by_cpu),
            "p50_ms": median(&p50), "p99_ms": median(&p99),
        }));
    }
    let number = |row: &Value, name: &str| short(row[name].as_f64().unwrap_or(0.0));
    let rows: Vec<Vec<String>> = figures
        .iter()
        .map(|row| {
            let name = row["case"].as_str().unwrap_or_default().to_owned();
            vec![name, number(row, "per_cpu_second"), number(row, "p50_ms"), number(row, "p99_ms")]
        })
        .collect();
    say(&format!("\npages made anew; {} addresses, each asked once", addresses.len()));
    say(&figure::table(&["case", "pages by CPU second", "p50 ms", "p99 ms"], &rows));
    Ok(figures)
}
