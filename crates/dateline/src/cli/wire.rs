//! `wire read|add|list|pull`.

use std::{io::Read, path::Path};

use anyhow::{Result, bail};
use clap::Subcommand;
use indicatif::{ProgressBar, ProgressStyle};
use news::{
    Lang,
    job::Job,
    source::{NewSource, Source, Treatment},
    stage::Stage,
};
use store::Store;

use super::{NotDone, Place, broken_pipe, clock, say, say_json, table::table};
use crate::{
    config::{Config, Wrong, masked},
    failure::told,
    feeds::{Feeds, Pulled},
    work::Room,
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
        /// rewrite, round-up, pass-through, press-release or link-only
        #[arg(long, default_value = "rewrite", value_parser = treatment)]
        treatment: Treatment,
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
    /// Ask a source's feed no more; its reports and its name on pages stay
    Drop {
        /// Its short name, as `wire list` shows it
        slug: String,
    },
    /// Ask every feed now and work through what came
    Pull {
        /// Once, then stop; without it, until stopped
        #[arg(long)]
        once: bool,
        /// One line of JSON a source
        #[arg(long)]
        json: bool,
    },
}

pub fn run(place: &Place, command: &Wire) -> Result<()> {
    match command {
        Wire::Read { from, json, lang } => {
            let lang = lang.as_deref().map(Lang::new).unwrap_or_default();
            let mut failed = false;
            for name in from {
                match read(place, name, &lang, *json) {
                    Ok(()) => {}
                    // Nobody reads on, or the settings are wrong: that is not the file's fault.
                    Err(error) if broken_pipe(&error) || error.is::<Wrong>() => return Err(error),
                    Err(error) => {
                        tracing::debug!("{error:?}");
                        super::log::complain(&format!("{}: {}", shown(name), told(&error)), place.log_format);
                        failed = true;
                    }
                }
            }
            if failed { Err(NotDone.into()) } else { Ok(()) }
        }
        Wire::Add { url, name, treatment, show_words } => add(place, url, name.as_deref(), *treatment, *show_words),
        Wire::List { json } => list(place, *json),
        Wire::Drop { slug } => drop_source(place, slug),
        Wire::Pull { once, json } => pull(place, *once, *json),
    }
}

fn treatment(word: &str) -> Result<Treatment, String> {
    Treatment::from_word(word)
        .ok_or_else(|| "rewrite, round-up, pass-through, press-release or link-only is allowed".into())
}

/// A file's name, or an address without its secrets.
fn shown(name: &str) -> String {
    if name.contains("://") { masked(name) } else { name.to_owned() }
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
    let settings = settings(place)?;
    if name.starts_with("http://") || name.starts_with("https://") {
        let (bytes, content_type, url) = Feeds::new(&settings.wire)?.body(name)?;
        return Ok((bytes, content_type, Some(url)));
    }
    let megabytes = *settings.wire.max_megabytes.get_ref();
    let bytes = if name == "-" {
        limited(std::io::stdin().lock(), megabytes)?
    } else {
        limited(std::fs::File::open(Path::new(name))?, megabytes)?
    };
    Ok((bytes, None, None))
}

/// All bytes, if they are no more than a feed may have.
fn limited(from: impl Read, megabytes: u32) -> Result<Vec<u8>> {
    let most = u64::from(megabytes) * 1024 * 1024;
    let mut bytes = Vec::new();
    from.take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most {
        bail!("it is larger than {megabytes} megabytes, the most that wire.max_megabytes allows");
    }
    Ok(bytes)
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
        "{}: {} “{}”, {} reports, {} oddities",
        shown(name),
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

fn add(place: &Place, url: &str, name: Option<&str>, treatment: Treatment, show_words: u32) -> Result<()> {
    let (config, store) = (place.config()?, place.store()?);
    let known = store.read(store::source::list)?;
    if let Some(source) = known.iter().find(|s| s.terms.feed_url.as_deref() == Some(url)) {
        bail!("{} is here already, as {}", masked(url), source.terms.slug);
    }
    let (bytes, content_type, final_url) = Feeds::new(&config.wire)?.body(url)?;
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
            let shown = masked(url);
            bail!("{shown} is a page, not a feed. It names these feeds; add one of them:\n  {}", others.join("\n  "))
        }
    };
    let name = name.map_or_else(|| feed.title.clone(), str::to_owned);
    if name.is_empty() {
        bail!("the feed has no title; give the source a name with --name");
    }
    let slugs: Vec<String> = known.into_iter().map(|s| s.terms.slug).collect();
    let new = NewSource {
        slug: super::slug_of_its_own(&super::slug(&name), &slugs),
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
    let slug = new.slug.clone();
    store.write(move |c| {
        let source = store::source::put(c, &new, now)?;
        store::job::add(c, &Job::Pull { source }, now, now)
    })?;
    let reports = feed.reports.len();
    say(&format!(
        "added {name} as {slug}: {reports} reports in the feed now. A running newsroom takes them by itself, else \
         `dateline wire pull --once` does."
    ))
}

/// A source that still stands in dateline.toml would come back with the next start, so that is refused.
fn drop_source(place: &Place, slug: &str) -> Result<()> {
    let (config, store) = (place.config()?, place.store()?);
    let Some(source) = store.read(|c| store::source::by_slug(c, slug))? else {
        bail!("there is no source {slug}; `dateline wire list` shows those there are")
    };
    if config.source.iter().any(|s| super::new_source(s).slug == slug) {
        bail!("{slug} stands in {}; take its [[source]] block out first, or it would come back", crate::config::FILE)
    }
    let (new, now) = (NewSource { feed_url: None, ..source.terms }, crate::now());
    store.write(move |c| store::source::put(c, &new, now))?;
    say(&format!("{slug} is asked no more."))
}

fn list(place: &Place, json: bool) -> Result<()> {
    let store = place.store()?;
    let sources = store.read(store::source::list)?;
    if json {
        return sources.iter().try_for_each(|s| {
            say_json(&serde_json::json!({"slug": s.terms.slug, "name": s.terms.name, "feed": s.terms.feed_url.as_deref().map(masked),
                "treatment": s.terms.treatment, "show_words": s.terms.show_words, "last_fetched": s.last_fetched,
                "next_fetch": s.next_fetch, "failures": s.failures, "last_error": s.last_error}))
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

fn pull(place: &Place, once: bool, json: bool) -> Result<()> {
    // Wrong settings are told before anything is made.
    let (config, store) = (place.config()?, place.store()?);
    super::put_sources(&store, &config)?;
    let room = super::serve::room(store.clone(), &config, &place.home)?;
    let Some(feeds) = room.feeds.clone() else { return Ok(()) };
    let sources: Vec<_> = store.read(store::source::list)?.into_iter().filter(|s| s.terms.feed_url.is_some()).collect();
    if sources.is_empty() {
        bail!("no source has a feed; `dateline wire add URL` adds one");
    }
    // On a folder a running newsroom does the work alone; on a shared database whoever comes takes part.
    let only_one = if store.is_shared() { None } else { Store::serving(&place.home).ok() };
    let may_work = store.is_shared() || only_one.is_some();
    let failed = pull_all(&store, &feeds, &sources, json)?;
    if may_work {
        work_through(&room)?;
    } else {
        eprintln("The newsroom that runs on this folder makes stories of what came.");
    }
    if !json {
        let count = |stage| store.read(move |c| store::story::recent(c, Some(stage), 100_000)).map(|s| s.len());
        let (out, held) = (count(Stage::Published)?, count(Stage::Held)?);
        say(&format!("{out} stories published, {held} held (`dateline story list --stage held` says why)."))?;
    }
    if !once && may_work {
        eprintln("Working on; Ctrl-C stops.");
        crate::feeds::schedule_pulls(&store, crate::now())?;
        room.work(&std::sync::atomic::AtomicBool::new(false));
    }
    if failed == sources.len() { Err(NotDone.into()) } else { Ok(()) }
}

/// Asks every feed, one after the other, and says what came; how many failed.
fn pull_all(store: &Store, feeds: &Feeds, sources: &[Source], json: bool) -> Result<usize> {
    let bar = bar(sources.len());
    let mut failed = 0;
    for source in sources {
        let (slug, name) = (&source.terms.slug, &source.terms.name);
        bar.set_message(name.clone());
        let pulled = feeds.pull(store, source.id, crate::now())?;
        failed += usize::from(matches!(pulled, Pulled::Failed(_)));
        bar.suspend(|| match (pulled, json) {
            (Pulled::Taken(t), true) => say_json(
                &serde_json::json!({"slug": slug, "new": t.new.len(), "known": t.known, "oddities": t.oddities.len()}),
            ),
            (Pulled::Failed(error), true) => say_json(&serde_json::json!({"slug": slug, "error": told(&error)})),
            (Pulled::Taken(t), false) => {
                say(&format!("{name}: {} new, {} known, {} oddities", t.new.len(), t.known, t.oddities.len()))
            }
            // The log has the reason.
            (Pulled::Failed(_), false) => Ok(()),
        })?;
        bar.inc(1);
    }
    bar.finish_and_clear();
    Ok(failed)
}

/// Makes stories of what came, with a bar: the first pull of a long feed takes a while.
fn work_through(room: &Room) -> Result<()> {
    let waiting = || room.store.read(store::job::waiting).map(|n| n as usize);
    let bar = bar(waiting()?);
    bar.set_message("jobs");
    let now = crate::now();
    let mut done = 0;
    loop {
        let taken = room.turn(now)?;
        if taken == 0 {
            break;
        }
        done += taken;
        bar.set_length((done + waiting()?) as u64);
        bar.set_position(done as u64);
    }
    bar.finish_and_clear();
    Ok(())
}

fn bar(steps: usize) -> ProgressBar {
    let style = ProgressStyle::with_template("{msg:24!} {wide_bar} {pos}/{len}")
        .unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(steps as u64).with_style(style)
}
