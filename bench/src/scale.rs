//! `bench scale`: what a page costs in archives of ten thousand, a hundred thousand and a million stories.

use std::{path::Path, time::Duration};

use anyhow::Result;
use clap::Args;
use desk::act::Order as Act;
use news::story::Story;
use serde_json::{Value, json};

use crate::{
    figure::{self, say, short},
    home,
    http::{self, CRAWLER, Client},
    pages, process,
    served::Served,
    wrk::{self, Load},
};

/// Pages made anew for one figure.
const MISSES: usize = 300;
/// Of these, those before each of which something is published.
const PUBLISHES: usize = 40;
/// After so long the server has followed what another process published.
const FOLLOWED: Duration = Duration::from_millis(120);

/// How to measure.
#[derive(Args, Clone, Debug)]
pub struct Order {
    /// Stories of the archives; those that are not there are made
    #[arg(long, value_delimiter = ',', default_value = "10000,100000,1000000")]
    sizes: Vec<usize>,
    /// Seconds of hits for each page
    #[arg(long, default_value_t = 3)]
    seconds: u64,
    /// A short run on small archives that only shows that it works
    #[arg(long)]
    quick: bool,
}

/// How a page is made anew.
enum Anew {
    /// Each address is another page.
    Walk(fn(&Story, usize) -> String),
    /// Something is published before each look.
    Publish,
}

/// A page: its name, an address that is asked again and again, and how it is made anew.
struct Case {
    name: &'static str,
    path: fn(&Story) -> String,
    anew: Anew,
}

const CASES: [Case; 7] = [
    Case { name: "article", path: http::article, anew: Anew::Walk(|story, _| http::article(story)) },
    Case { name: "home", path: |_| "/".into(), anew: Anew::Publish },
    Case {
        name: "sector",
        path: |s| format!("/sector/{}", s.sector),
        anew: Anew::Walk(|s, _| format!("/sector/{}?before={}", s.sector, place(s))),
    },
    Case {
        name: "country",
        path: |_| "/country/france".into(),
        anew: Anew::Walk(|s, _| format!("/country/france?before={}", place(s))),
    },
    Case {
        name: "latest",
        path: |_| "/latest".into(),
        anew: Anew::Walk(|s, _| format!("/latest?before={}", place(s))),
    },
    Case { name: "feed", path: |_| "/feed.rss".into(), anew: Anew::Publish },
    Case { name: "sitemap", path: |_| "/sitemap.xml".into(), anew: Anew::Publish },
];

/// Where a list goes on after a story.
fn place(story: &Story) -> String {
    format!("{}-{}", story.updated.unwrap_or(story.created).ms(), story.id)
}

/// Measures, prints and keeps.
pub fn run(order: &Order) -> Result<bool> {
    let (sizes, seconds) = if order.quick { (vec![300, 600], 1) } else { (order.sizes.clone(), order.seconds) };
    let mut figures: Vec<Value> = Vec::new();
    for stories in &sizes {
        let home = pages::ready(*stories)?;
        figures.push(one_size(&home, *stories, seconds)?);
    }
    print(&figures);
    figure::keep("scale", &json!({"cores": process::cores(), "sizes": figures}))?;
    Ok(true)
}

fn one_size(home: &Path, stories: usize, seconds: u64) -> Result<Value> {
    let (server_core, reader_core) = process::two_cores();
    let all = spread(&pages::published(home, stories)?);
    let mut out = serde_json::Map::new();
    let served = Served::start(home, server_core)?;
    for case in &CASES {
        let path = (case.path)(&all[0]);
        let headers = vec![("Accept-Encoding", "gzip"), ("User-Agent", CRAWLER)];
        let load = Load { url: format!("http://{}{path}", served.address), headers, seconds, walk: None };
        let (pid, before) = (served.pid(), process::cpu_seconds(served.pid())?);
        let answered = wrk::run(&load, reader_core)?;
        let hit_us = (process::cpu_seconds(pid)? - before) * 1e6 / answered.requests as f64;
        let miss_us = miss_us(home, &served, case, &path, &all)?;
        out.insert(case.name.into(), json!({"hit_us": hit_us, "miss_us": miss_us}));
    }
    let memory_bytes = process::memory_bytes(served.pid())?;
    served.stop()?;
    Ok(json!({
        "stories": stories, "pages": out, "memory_bytes": memory_bytes, "disk_bytes": home::bytes(home),
        "disk_bytes_per_story": home::bytes(home) / stories as u64,
    }))
}

/// So many stories, evenly from the whole age of the archive.
fn spread(all: &[Story]) -> Vec<Story> {
    all.iter().step_by((all.len() / (MISSES + 1)).max(1)).take(MISSES + 1).cloned().collect()
}

/// CPU microseconds of a page that is not in the cache.
fn miss_us(home: &Path, served: &Served, case: &Case, path: &str, stories: &[Story]) -> Result<f64> {
    let mut client = Client::new(served.address);
    let mut spent = 0.0;
    let mut asked = 0;
    match case.anew {
        Anew::Walk(address) => {
            // The first was asked already.
            let before = process::fine_cpu_seconds(served.pid())?;
            for (n, story) in stories.iter().enumerate().skip(1) {
                client.get(&address(story, n))?;
                asked += 1;
            }
            spent += process::fine_cpu_seconds(served.pid())? - before;
        }
        Anew::Publish => {
            let store = home::open(home, None)?;
            for story in stories.iter().skip(1).take(PUBLISHES) {
                let order = Act::new(story.id, "Desk", "A figure was put right.")?;
                desk::transaction(&store, move |c| desk::act::correct(c, &order, dateline::now()))?;
                std::thread::sleep(FOLLOWED);
                let before = process::fine_cpu_seconds(served.pid())?;
                client.get(path)?;
                spent += process::fine_cpu_seconds(served.pid())? - before;
                asked += 1;
            }
        }
    }
    Ok(spent * 1e6 / f64::from(asked.max(1)))
}

fn print(figures: &[Value]) {
    let number = |value: &Value| value.as_f64().unwrap_or(0.0);
    let mut head = vec!["CPU microseconds".to_owned()];
    head.extend(figures.iter().map(|f| short(number(&f["stories"]))));
    head.push("last : first".into());
    let mut rows = Vec::new();
    for case in &CASES {
        for kind in ["hit_us", "miss_us"] {
            let values: Vec<f64> = figures.iter().map(|f| number(&f["pages"][case.name][kind])).collect();
            let mut row = vec![format!("{}, {}", case.name, if kind == "hit_us" { "cached" } else { "made anew" })];
            row.extend(values.iter().map(|v| short(*v)));
            let ratio = values.last().zip(values.first()).map_or(0.0, |(last, first)| last / first.max(0.001));
            row.push(short(ratio));
            rows.push(row);
        }
    }
    for (name, key, unit) in [("memory, MB", "memory_bytes", 1e6), ("disk, bytes a story", "disk_bytes_per_story", 1.0)]
    {
        let mut row = vec![name.to_owned()];
        row.extend(figures.iter().map(|f| short(number(&f[key]) / unit)));
        row.push(String::new());
        rows.push(row);
    }
    say(&figure::table(&head.iter().map(String::as_str).collect::<Vec<_>>(), &rows));
}
