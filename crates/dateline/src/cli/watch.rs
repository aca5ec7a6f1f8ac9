//! `watch --site FEED --wire FEED…`: what a site publishes beside the wire it came from.

use std::{collections::HashSet, path::Path, time::Duration};

use anyhow::{Context, Result};
use clap::Args;
use news::{Lang, report::Report, verdict::Severity};

use super::{NotDone, say, say_json};
use crate::{
    config::{Wire, masked},
    failure,
    feeds::Feeds,
    watch::{self, Watched, Wired},
};

#[derive(Args)]
pub struct Watch {
    /// Feed of the site that is watched: an address or a file
    #[arg(long, value_name = "FEED")]
    site: String,
    /// Feeds of the wire that the site draws on: addresses or files
    #[arg(long, required = true, num_args = 1.., value_name = "FEED")]
    wire: Vec<String>,
    /// Read each item's own page too; feeds often carry a few lines only
    #[arg(long)]
    pages: bool,
    /// Look again every so many minutes and tell what is new; once when left out
    #[arg(long, value_name = "MINUTES", value_parser = clap::value_parser!(u64).range(1..=1440))]
    every: Option<u64>,
    /// One line of JSON an item
    #[arg(long)]
    json: bool,
    /// Ask addresses inside your own network too
    #[arg(long)]
    allow_private: bool,
}

/// What became of the items of one look.
#[derive(Default)]
struct Tally {
    clean: usize,
    unsupported: usize,
    foreign: usize,
}

pub fn run(watch: &Watch) -> Result<()> {
    let feeds = Feeds::new(&Wire { allow_private: watch.allow_private, ..Wire::default() })?;
    let mut seen = HashSet::new();
    let Some(minutes) = watch.every else {
        let tally = look(watch, &feeds, &mut seen)?;
        return if tally.unsupported == 0 { Ok(()) } else { Err(NotDone.into()) };
    };
    loop {
        // A feed that fails is asked again next time.
        if let Err(error) = look(watch, &feeds, &mut seen) {
            tracing::warn!("{}", failure::line(&error));
        }
        std::thread::sleep(Duration::from_secs(minutes * 60));
    }
}

/// Reads site and wire once and tells what it has not told before.
fn look(watch: &Watch, feeds: &Feeds, seen: &mut HashSet<(String, news::Hash)>) -> Result<Tally> {
    let now = crate::now();
    let mut wire = Vec::new();
    for name in &watch.wire {
        let (title, reports) = read(feeds, name)?;
        wire.extend(reports.iter().map(|r| Wired::new(r, r.credit.as_deref().unwrap_or(&title), now)));
    }
    let (_, items) = read(feeds, &watch.site)?;
    let mut tally = Tally::default();
    for item in &items {
        let text = if watch.pages { page(feeds, item) } else { item.text.clone() };
        if !seen.insert((item.guid.clone(), news::Hash::of(text.as_bytes()))) {
            continue;
        }
        let watched = watch::compare(item, &text, &wire, now);
        match &watched {
            None => tally.foreign += 1,
            Some(w) if w.unsupported().next().is_some() => tally.unsupported += 1,
            Some(_) => tally.clean += 1,
        }
        if watch.json { say_json(&Line::new(item, watched.as_ref()))? } else { tell(item, watched.as_ref())? }
    }
    if !watch.json && (watch.every.is_none() || tally.clean + tally.unsupported + tally.foreign > 0) {
        say(&format!(
            "{} items: {} supported throughout, {} with sentences that the wire does not support, {} not from this wire.",
            tally.clean + tally.unsupported + tally.foreign,
            tally.clean,
            tally.unsupported,
            tally.foreign
        ))?;
    }
    Ok(tally)
}

/// The title of a feed and its items.
fn read(feeds: &Feeds, name: &str) -> Result<(String, Vec<Report>)> {
    let web = name.starts_with("http://") || name.starts_with("https://");
    let (bytes, content_type, url) = if web {
        let (bytes, content_type, url) = feeds.body(name).with_context(|| masked(name))?;
        (bytes, content_type, Some(url))
    } else {
        (std::fs::read(Path::new(name)).with_context(|| format!("{name} cannot be read"))?, None, None)
    };
    let lang = Lang::und();
    let hints = wire::Hints {
        content_type: content_type.as_deref(),
        url: url.as_deref(),
        lang: &lang,
        zone: None,
        received: crate::now(),
    };
    let feed = wire::read(&bytes, &hints).with_context(|| masked(name))?;
    let title = if feed.title.is_empty() { masked(name) } else { feed.title };
    Ok((title, feed.reports))
}

/// The article on the item's page; the feed's own text when there is no page or it cannot be had.
fn page(feeds: &Feeds, item: &Report) -> String {
    let Some(url) = &item.url else { return item.text.clone() };
    match feeds.body(url) {
        Ok((bytes, ..)) => {
            let text = wire::article_text(&bytes);
            if text.lines().count() > 1 { text } else { item.text.clone() }
        }
        Err(error) => {
            tracing::warn!(url = masked(url), "the page was not read: {}", failure::line(&error));
            item.text.clone()
        }
    }
}

fn tell(item: &Report, watched: Option<&Watched>) -> Result<()> {
    say(&item.headline)?;
    if let Some(url) = &item.url {
        say(&format!("  {}", masked(url)))?;
    }
    let Some(watched) = watched else { return say("  not from this wire\n") };
    if let Some((agency, headline)) = watched.sources.first() {
        let more = watched.sources.len() - 1;
        let more = if more == 0 { String::new() } else { format!(" and {more} more") };
        say(&format!("  from {agency}: {headline}{more}"))?;
    }
    let bad = watched.unsupported().count();
    if bad == 0 {
        return say(&format!("  all {} sentences are supported\n", watched.sentences.len()));
    }
    say(&format!("  {bad} of {} sentences are not supported", watched.sentences.len()))?;
    for sentence in watched.unsupported() {
        say(&format!("  {:<13} {}", sentence.verdict.word(), watched.draft.words(sentence)))?;
        for finding in sentence.findings.iter().filter(|f| f.severity == Severity::Block) {
            say(&format!("  {:13} ! {}", "", finding.reason))?;
        }
    }
    say("")
}

#[derive(serde::Serialize)]
struct Line<'a> {
    headline: &'a str,
    url: Option<&'a str>,
    from_wire: bool,
    sources: Vec<Source<'a>>,
    sentences: usize,
    unsupported: Vec<Unsupported<'a>>,
}

#[derive(serde::Serialize)]
struct Source<'a> {
    agency: &'a str,
    headline: &'a str,
}

#[derive(serde::Serialize)]
struct Unsupported<'a> {
    verdict: &'a str,
    text: &'a str,
    reasons: Vec<&'a str>,
}

impl<'a> Line<'a> {
    fn new(item: &'a Report, watched: Option<&'a Watched>) -> Self {
        let sources = watched.map_or(&[][..], |w| &w.sources);
        let reasons = |s: &'a news::verdict::Sentence| {
            s.findings.iter().filter(|f| f.severity == Severity::Block).map(|f| f.reason.as_str()).collect()
        };
        let unsupported = watched.into_iter().flat_map(|w| {
            w.unsupported().map(move |s| Unsupported {
                verdict: s.verdict.word(),
                text: w.draft.words(s),
                reasons: reasons(s),
            })
        });
        Self {
            headline: &item.headline,
            url: item.url.as_deref(),
            from_wire: watched.is_some(),
            sources: sources.iter().map(|(agency, headline)| Source { agency, headline }).collect(),
            sentences: watched.map_or(0, |w| w.sentences.len()),
            unsupported: unsupported.collect(),
        }
    }
}
