//! `wire read|add|list|pull`.

use std::{io::Read, path::Path};

use anyhow::{Result, bail};
use clap::Subcommand;
use indicatif::{ProgressBar, ProgressStyle};
use news::{
    Lang,
    source::{NewSource, Treatment},
};

use super::{NotDone, Place, clock, say, say_json, table::table};
use crate::{
    config::{Config, masked},
    serve::Feeds,
};

#[derive(Subcommand)]
pub enum Wire {
    /// Read files or addresses and print reports and oddities; stores nothing
    Read {
        /// Files, addresses, or - for standard input
        #[arg(required = true, value_name = "FILE|URL|-")]
        from: Vec<String>,
        /// One line of JSON a report
        #[arg(long)]
        json: bool,
        /// Language of items that do not say; detected when left out
        #[arg(long)]
        lang: Option<String>,
    },
    /// Add a source by its feed's address
    Add {
        /// The feed
        url: String,
        /// Name for readers; the feed's own title when left out
        #[arg(long)]
        name: Option<String>,
        /// rewrite, pass-through, press-release or link-only
        #[arg(long, default_value = "rewrite")]
        treatment: String,
        /// Words of its text that a page may show
        #[arg(long, default_value_t = 250)]
        show_words: u32,
    },
    /// The sources with what the last answer was
    List {
        /// One line of JSON a source
        #[arg(long)]
        json: bool,
    },
    /// Ask every feed now and work through what came
    Pull {
        /// Once, then stop; without it, until stopped
        #[arg(long)]
        once: bool,
    },
}

pub fn run(place: &Place, command: &Wire) -> Result<()> {
    match command {
        Wire::Read { from, json, lang } => {
            let lang = lang.as_deref().map(Lang::new).unwrap_or_default();
            let mut failed = false;
            for name in from {
                if let Err(error) = read(place, name, &lang, *json) {
                    tracing::debug!("{error:?}");
                    eprintln(&format!("{name}: {error:#}"));
                    failed = true;
                }
            }
            if failed { Err(NotDone.into()) } else { Ok(()) }
        }
        Wire::Add { url, name, treatment, show_words } => add(place, url, name.as_deref(), treatment, *show_words),
        Wire::List { json } => list(place, *json),
        Wire::Pull { once } => pull(place, *once),
    }
}

fn eprintln(line: &str) {
    use std::io::Write;
    // If even stderr is gone there is nobody left to tell.
    writeln!(std::io::stderr().lock(), "{line}").ok();
}

/// Settings of the newsroom where there is one, else the defaults: `wire read` works anywhere.
fn settings(place: &Place) -> Result<Config> {
    if place.home.join(crate::config::FILE).is_file() { place.config() } else { Ok(Config::default()) }
}

fn bytes(place: &Place, name: &str) -> Result<(Vec<u8>, Option<String>, Option<String>)> {
    if name == "-" {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes)?;
        return Ok((bytes, None, None));
    }
    if name.starts_with("http://") || name.starts_with("https://") {
        let (bytes, content_type, url) = Feeds::new(&settings(place)?.wire)?.body(name)?;
        return Ok((bytes, content_type, Some(url)));
    }
    Ok((std::fs::read(Path::new(name))?, None, None))
}

fn read(place: &Place, name: &str, lang: &Lang, json: bool) -> Result<()> {
    let (bytes, content_type, url) = bytes(place, name)?;
    let hints = wire::Hints {
        content_type: content_type.as_deref(),
        url: url.as_deref(),
        lang,
        zone: None,
        received: crate::now(),
    };
    let feed = wire::read(&bytes, &hints)?;
    if json {
        feed.reports.iter().try_for_each(say_json)?;
        return feed.oddities.iter().try_for_each(|o| say_json(&serde_json::json!({"oddity": o.what, "item": o.item})));
    }
    say(&format!(
        "{name}: {} “{}”, {} reports, {} oddities",
        feed.format,
        feed.title,
        feed.reports.len(),
        feed.oddities.len()
    ))?;
    for report in &feed.reports {
        let when = report.updated.or(report.published).map_or_else(|| "no date".into(), |t| clock(t, "UTC"));
        say(&format!("\n{when}  {}  {}", report.lang, report.headline))?;
        if let Some(dateline) = &report.dateline {
            say(&format!("  filed from {}", dateline.place))?;
        }
        let body: Vec<&str> = report.text.lines().skip(1).collect();
        say(&format!(
            "  {} words in {} paragraphs, guid {}",
            text::word::count(&body.join(" ")),
            body.len(),
            report.guid
        ))?;
    }
    feed.oddities.iter().try_for_each(|o| {
        let item = o.item.map_or_else(String::new, |i| format!("item {i}: "));
        say(&format!("\noddity: {item}{}", o.what))
    })
}

fn add(place: &Place, url: &str, name: Option<&str>, treatment: &str, show_words: u32) -> Result<()> {
    let Some(treatment) = Treatment::from_word(treatment).filter(|t| *t != Treatment::RoundUp) else {
        bail!("--treatment is {treatment:?}; rewrite, pass-through, press-release or link-only is allowed")
    };
    let store = place.store()?;
    let (bytes, content_type, final_url) = Feeds::new(&place.config()?.wire)?.body(url)?;
    let lang = Lang::und();
    let hints = wire::Hints {
        content_type: content_type.as_deref(),
        url: Some(&final_url),
        lang: &lang,
        zone: None,
        received: crate::now(),
    };
    let feed = match wire::read(&bytes, &hints) {
        Ok(feed) => feed,
        Err(error) => {
            let found = wire::find_feeds(&bytes, &final_url);
            let others: Vec<&str> = found.iter().map(|f| f.url.as_str()).collect();
            if others.is_empty() {
                return Err(error.into());
            }
            bail!("{url} is a page, not a feed. It names these feeds; add one of them:\n  {}", others.join("\n  "))
        }
    };
    let name = name.map_or_else(|| feed.title.clone(), str::to_owned);
    if name.is_empty() {
        bail!("the feed has no title; give the source a name with --name");
    }
    let new = NewSource {
        slug: super::slug(&name),
        name: name.clone(),
        home: feed.home.clone(),
        feed_url: Some(url.to_owned()),
        treatment,
        show_words,
        lang: Lang::und(),
        zone: None,
        no_ai: false,
    };
    let now = crate::now();
    store.write(move |c| store::source::put(c, &new, now))?;
    say(&format!(
        "added {name}: {} reports in the feed now. `dateline wire pull --once` takes them.",
        feed.reports.len()
    ))
}

fn list(place: &Place, json: bool) -> Result<()> {
    let store = place.store()?;
    let sources = store.read(store::source::list)?;
    if json {
        return sources.iter().try_for_each(|s| {
            say_json(&serde_json::json!({"slug": s.terms.slug, "name": s.terms.name, "feed": s.terms.feed_url.as_deref().map(masked),
                "treatment": s.terms.treatment, "show_words": s.terms.show_words, "last_fetched": s.last_fetched,
                "failures": s.failures, "last_error": s.last_error}))
        });
    }
    let rows: Vec<Vec<String>> = sources
        .iter()
        .map(|s| {
            let last = s.last_fetched.map_or_else(|| "never".into(), |t| clock(t, "UTC"));
            let state = s.last_error.clone().filter(|_| s.failures > 0).unwrap_or_else(|| "ok".into());
            let feed = s.terms.feed_url.as_deref().map_or_else(|| "handed in".into(), masked);
            vec![s.terms.slug.clone(), s.terms.treatment.word().into(), last, state, feed]
        })
        .collect();
    say(&table(&["source", "treatment", "last asked", "state", "feed"], &rows))
}

fn pull(place: &Place, once: bool) -> Result<()> {
    let (store, config) = (place.store()?, place.config()?);
    super::put_sources(&store, &config)?;
    let room = super::serve::room(store.clone(), &config)?;
    let Some(feeds) = room.feeds.clone() else { return Ok(()) };
    let sources: Vec<_> = store.read(store::source::list)?.into_iter().filter(|s| s.terms.feed_url.is_some()).collect();
    if sources.is_empty() {
        bail!("no source has a feed; `dateline wire add URL` adds one");
    }
    let style = ProgressStyle::with_template("{msg:24!} {wide_bar} {pos}/{len}")
        .unwrap_or_else(|_| ProgressStyle::default_bar());
    let bar = ProgressBar::new(sources.len() as u64).with_style(style);
    let mut failed = 0;
    for source in &sources {
        bar.set_message(source.terms.name.clone());
        match feeds.pull(&store, source.id, crate::now()) {
            Ok(taken) => bar.suspend(|| {
                let (new, known, odd) = (taken.new.len(), taken.known, taken.oddities.len());
                say(&format!("{}: {new} new, {known} known, {odd} oddities", source.terms.name))
            })?,
            Err(error) => {
                failed += 1;
                bar.suspend(|| eprintln(&format!("{}: {error:#}", source.terms.name)));
            }
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    room.until_idle(crate::now())?;
    let held = store.read(|c| store::story::recent(c, Some(news::stage::Stage::Held), 1000))?.len();
    let out = store.read(|c| store::story::recent(c, Some(news::stage::Stage::Published), 1000))?.len();
    say(&format!("{out} stories published, {held} held (`dateline story list --stage held` says why)."))?;
    if !once {
        say("Working on; Ctrl-C stops.")?;
        crate::serve::schedule_pulls(&store, crate::now())?;
        room.work(&std::sync::atomic::AtomicBool::new(false));
    }
    if failed == sources.len() { Err(NotDone.into()) } else { Ok(()) }
}
