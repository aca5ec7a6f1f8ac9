//! Pages from the cache, beside nginx.

use std::time::Duration;

use anyhow::{Result, ensure};
use news::StoryId;
use serde_json::{Value, json};
use store::Store;

use super::Setting;
use crate::{
    figure::{self, median, say, short},
    home,
    http::{self, BROWSER, CRAWLER, Client},
    nginx::Nginx,
    process,
    served::Served,
    wrk::{self, Answered, CONNECTIONS, Load},
};

/// A case: name, file at nginx, packed, what the reader calls itself, whether nginx is asked too.
struct Case {
    name: &'static str,
    file: &'static str,
    gzip: bool,
    agent: &'static str,
    measure: bool,
}

const CASES: [Case; 4] = [
    Case { name: "article, gzip", file: "article", gzip: true, agent: BROWSER, measure: true },
    Case { name: "article, identity", file: "article", gzip: false, agent: BROWSER, measure: true },
    Case { name: "home, gzip", file: "home", gzip: true, agent: BROWSER, measure: true },
    Case { name: "article, gzip, a crawler", file: "article", gzip: true, agent: CRAWLER, measure: false },
];

/// What was found.
pub struct Hits {
    /// A row a case.
    pub figures: Vec<Value>,
    /// Views counted and expected.
    pub views: Value,
    /// All answers were right and views were counted as they must.
    pub right: bool,
}

/// One server under one load.
#[derive(Clone, Copy, Default)]
struct Run {
    answered: Answered,
    cpu_seconds: f64,
}

/// Measures every case, both servers in turn.
pub fn measure(setting: &Setting) -> Result<Hits> {
    let story = &setting.stories[setting.stories.len() / 2];
    let path = http::article(story);
    let before = views(&home::open(&setting.home, None)?, story.id)?;
    let served = Served::start(&setting.home, setting.server_core)?;
    let mut client = Client::new(served.address);
    let (article, front) = (client.get(&path)?, client.get("/")?);
    ensure!(
        article.status == 200 && front.status == 200,
        "the archive's pages answer {} and {}",
        article.status,
        front.status
    );
    let nginx = Nginx::start(&[("article", &article.body), ("home", &front.body)], setting.server_core)?;
    let mut hits = Hits { figures: Vec::new(), views: Value::Null, right: true };
    let (mut rows, mut readers) = (Vec::new(), 0);
    for case in &CASES {
        let ours = format!("http://{}{}", served.address, if case.file == "home" { "/" } else { &path });
        let theirs = format!("http://{}/{}", nginx.address, case.file);
        let (mut dateline_runs, mut nginx_runs) = (Vec::new(), Vec::new());
        for _ in 0..setting.runs {
            dateline_runs.push(load(setting, case, ours.clone(), served.pid())?);
            if case.measure {
                nginx_runs.push(load(setting, case, theirs.clone(), nginx.worker)?);
            }
        }
        if case.file == "article" && case.agent == BROWSER {
            readers += dateline_runs.iter().map(|r| r.answered.requests).sum::<u64>();
        }
        let runs = dateline_runs.iter().chain(&nginx_runs);
        hits.right &= runs.map(|r| r.answered.errors).sum::<u64>() == 0;
        let row = row(case, &dateline_runs, &nginx_runs);
        rows.push(cells(&row));
        hits.figures.push(row);
    }
    let pid = served.pid();
    let memory_bytes = process::memory_bytes(pid)?;
    served.stop()?;
    say("\npages from the cache; requests by CPU second of the server, one core");
    say(&figure::table(
        &["case", "dateline", "nginx", "ratio", "req/s", "nginx", "p50 ms", "p99 ms", "nginx p99"],
        &rows,
    ));
    say(&format!("memory after it: {} MB", memory_bytes / 1_048_576));
    let counted = views(&home::open(&setting.home, None)?, story.id)? - before;
    // Answers that were on their way when a run ended are counted by us and not by wrk.
    let on_their_way = (3 * setting.runs * CONNECTIONS) as u64;
    let right = (readers..=readers + on_their_way).contains(&counted);
    say(&format!("views counted {counted}, readers' requests {readers}: {}", if right { "right" } else { "WRONG" }));
    hits.right &= right;
    hits.views = json!({"counted": counted, "requests": readers, "right": right, "memory_bytes": memory_bytes});
    Ok(hits)
}

fn load(setting: &Setting, case: &Case, url: String, pid: u32) -> Result<Run> {
    let encoding = if case.gzip { "gzip" } else { "identity" };
    let headers = vec![("Accept-Encoding", encoding), ("User-Agent", case.agent)];
    let load = Load { url, headers, seconds: setting.seconds, walk: None };
    let before = process::cpu_seconds(pid)?;
    let answered = wrk::run(&load, setting.reader_core)?;
    let cpu_seconds = process::cpu_seconds(pid)? - before;
    std::thread::sleep(Duration::from_millis(100));
    Ok(Run { answered, cpu_seconds })
}

fn row(case: &Case, ours: &[Run], theirs: &[Run]) -> Value {
    let of = |runs: &[Run], value: fn(&Run) -> f64| median(&runs.iter().map(value).collect::<Vec<_>>());
    let by_cpu = |r: &Run| r.answered.requests as f64 / r.cpu_seconds.max(0.01);
    let by_wall = |r: &Run| r.answered.requests as f64 / r.answered.seconds.max(0.01);
    let (ours_by_cpu, theirs_by_cpu) = (of(ours, by_cpu), of(theirs, by_cpu));
    json!({
        "case": case.name, "dateline_per_cpu_second": ours_by_cpu, "nginx_per_cpu_second": theirs_by_cpu,
        "ratio": if theirs.is_empty() { 0.0 } else { ours_by_cpu / theirs_by_cpu.max(1.0) },
        "dateline_per_second": of(ours, by_wall), "nginx_per_second": of(theirs, by_wall),
        "p50_ms": of(ours, |r| r.answered.p50_ms), "p99_ms": of(ours, |r| r.answered.p99_ms),
        "nginx_p50_ms": of(theirs, |r| r.answered.p50_ms), "nginx_p99_ms": of(theirs, |r| r.answered.p99_ms),
    })
}

fn cells(row: &Value) -> Vec<String> {
    let number = |name: &str| row[name].as_f64().filter(|n| *n > 0.0).map_or_else(|| "-".into(), short);
    let mut cells = vec![row["case"].as_str().unwrap_or_default().to_owned()];
    cells.extend(
        [
            "dateline_per_cpu_second",
            "nginx_per_cpu_second",
            "ratio",
            "dateline_per_second",
            "nginx_per_second",
            "p50_ms",
            "p99_ms",
            "nginx_p99_ms",
        ]
        .map(number),
    );
    cells
}

/// All views of a story.
fn views(store: &Store, story: StoryId) -> Result<u64> {
    Ok(store.read(|c| store::view::of_story(c, story))?)
}
