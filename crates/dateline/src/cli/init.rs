//! `init DIR [URL…]`: a newsroom's folder with its settings and the feeds of the pages given.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use clap::Args;
use indicatif::ProgressBar;
use news::Lang;
use store::Store;

use super::{say, slug, slug_of_its_own};
use crate::{
    config::{Config, FILE, masked},
    feeds::Feeds,
};

#[derive(Args)]
pub struct Init {
    /// The folder to make
    dir: PathBuf,
    /// Pages or feeds of the sources; the feeds that a page names are found
    #[arg(value_name = "URL")]
    pages: Vec<String>,
    /// Ask addresses inside your own network too (written into the settings)
    #[arg(long)]
    allow_private: bool,
}

/// A feed that was read.
struct Found {
    name: String,
    url: String,
    home: Option<String>,
    reports: usize,
}

pub fn run(init: &Init) -> Result<()> {
    let file = init.dir.join(FILE);
    if file.exists() {
        bail!(
            "{} is there already; `dateline wire add URL --home {}` adds a source to it",
            file.display(),
            init.dir.display()
        );
    }
    let found = find(init)?;
    std::fs::create_dir_all(&init.dir).with_context(|| format!("{} cannot be made", init.dir.display()))?;
    let settings = settings(&found, init.allow_private);
    // What is written must be right by our own rules, or the next command would refuse it.
    let config = Config::parse(&settings, &file.display().to_string())?;
    std::fs::write(&file, settings).with_context(|| format!("{} cannot be written", file.display()))?;
    super::put_sources(&Store::at(config.store.database()?.as_deref(), &init.dir)?, &config)?;
    for f in &found {
        say(&format!("{}: {} reports at {}", f.name, f.reports, masked(&f.url)))?;
    }
    let dir = init.dir.display();
    say(&format!(
        "\nA newsroom is in {dir}. Next:\n  edit {}      name, editor, colours\n  dateline serve --home {dir}",
        file.display()
    ))
}

fn find(init: &Init) -> Result<Vec<Found>> {
    if init.pages.is_empty() {
        return Ok(Vec::new());
    }
    let feeds = Feeds::new(&crate::config::Wire { allow_private: init.allow_private, ..Default::default() })?;
    let mut found: Vec<Found> = Vec::new();
    let bar = ProgressBar::new(init.pages.len() as u64);
    for page in bar.wrap_iter(init.pages.iter()) {
        let url = if page.contains("://") { page.clone() } else { format!("https://{page}") };
        let (bytes, content_type, last) = feeds.body(&url).with_context(|| masked(&url))?;
        if let Ok(feed) = read(&bytes, content_type.as_deref(), &url) {
            if found.iter().all(|f| f.url != feed.url) {
                found.push(feed);
            }
            continue;
        }
        let named = wire::find_feeds(&bytes, &last);
        let before = found.len();
        for candidate in named.iter().take(8) {
            match feeds.body(&candidate.url).and_then(|(b, t, _)| read(&b, t.as_deref(), &candidate.url)) {
                Ok(feed) if found.iter().all(|f| f.url != feed.url) => found.push(feed),
                Ok(_) => {}
                Err(error) => {
                    tracing::warn!(url = masked(&candidate.url), "left out: {}", crate::failure::line(&error))
                }
            }
        }
        if found.len() == before && !named.iter().any(|n| found.iter().any(|f| f.url == n.url)) {
            bail!("no feed was found at {}. If the site has one, give its own address", masked(&url));
        }
    }
    bar.finish_and_clear();
    Ok(found)
}

fn read(bytes: &[u8], content_type: Option<&str>, url: &str) -> Result<Found> {
    let lang = Lang::und();
    let hints = wire::Hints { content_type, url: Some(url), lang: &lang, zone: None, received: crate::now() };
    let feed = wire::read(bytes, &hints)?;
    let host = url::Url::parse(url).ok().and_then(|u| u.host_str().map(str::to_owned)).unwrap_or_default();
    let name = if feed.title.is_empty() { host } else { feed.title };
    Ok(Found { name, url: url.to_owned(), home: feed.home, reports: feed.reports.len() })
}

/// The settings file: the house to be filled in, the sources found.
fn settings(found: &[Found], allow_private: bool) -> String {
    let text = |s: &str| toml::Value::String(s.to_owned()).to_string();
    let mut out = String::from(
        "# Settings of this newsroom. Every setting is explained in dateline.example.toml of the Dateline source.\n\n\
         [house]\nname = \"My newsroom\"\ntagline = \"\"\nbase_url = \"http://127.0.0.1:8080\"\nlanguage = \"en\"\nzone = \"UTC\"\n\
         accent = \"#a4243b\"\n# Who answers for what is published, and how to reach that person.\nresponsible_editor = \"\"\n\
         responsible_contact = \"\"\n\n[serve]\nlisten = \"127.0.0.1:8080\"\n\n\
         # A person reviews every story before it goes out (`dateline serve` says where), but for what a rule here lets out:\n\
         # docs/policy.md of the source has examples.\n# [[policy.publish]]\n# name = \"Market reports of two agencies\"\n\
         # sectors = [\"business\"]\n# least_sources = 2\n",
    );
    if allow_private {
        out.push_str("\n[wire]\nallow_private = true\n");
    }
    let mut slugs: Vec<String> = Vec::new();
    for f in found {
        let name = slug_of_its_own(&slug(&f.name), &slugs);
        out.push_str(&format!(
            "\n[[source]]\nname = {}\nslug = {}\nfeed = {}\n",
            text(&f.name),
            text(&name),
            text(&f.url)
        ));
        if let Some(home) = &f.home {
            out.push_str(&format!("home = {}\n", text(home)));
        }
        out.push_str("treatment = \"rewrite\"\n# How many of its words a page may show, by your licence; 0 means a link only.\nshow_words = 250\n");
        slugs.push(name);
    }
    out
}
