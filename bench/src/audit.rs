//! What must be true of a newsroom whatever was done to it: nothing acknowledged is lost, nothing is there twice, every page
//! is whole, and what was killed is gone.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;
use news::{
    Hash, StoryId, Time,
    revision::{Draft, PictureName},
    stage::Stage,
    story::Story,
};
use serde_json::Value;
use store::Store;

use crate::{
    desk_at_work::Ledger,
    http::{self, Client},
};

/// Faults in words, by kind.
#[derive(Clone, Debug, Default)]
pub struct Faults(pub BTreeMap<&'static str, Vec<String>>);

/// Every kind of fault, in the order in which they are told.
pub const KINDS: [&str; 8] = [
    "report lost",
    "report without story",
    "report on two stories",
    "correction lost",
    "page broken",
    "killed page served",
    "job parked",
    "stopped",
];

impl Faults {
    /// Notes one.
    pub fn add(&mut self, kind: &'static str, what: impl Into<String>) {
        self.0.entry(kind).or_default().push(what.into());
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.0.values().map(Vec::len).sum()
    }

    /// The first few, in words.
    pub fn told(&self) -> Vec<String> {
        self.0
            .iter()
            .map(|(kind, list)| {
                format!("{} × {kind}: {}", list.len(), list.iter().take(3).cloned().collect::<Vec<_>>().join("; "))
            })
            .collect()
    }
}

/// Every acknowledged report and correction is there.
pub fn nothing_lost(store: &Store, ledger: &Ledger, faults: &mut Faults) -> Result<()> {
    for (slug, guid) in &ledger.reports {
        let there = store.read(|c| match store::source::by_slug(c, slug)? {
            Some(source) => Ok(store::report::by_guid(c, Some(source.id), guid)?.is_some()),
            None => Ok(false),
        })?;
        if !there {
            faults.add("report lost", guid);
        }
    }
    for (story, note) in &ledger.corrected {
        let there = store.read(|c| Ok(store::correction::of_story(c, *story)?.iter().any(|k| k.note == *note)))?;
        if !there {
            faults.add("correction lost", format!("{story}: {note}"));
        }
    }
    Ok(())
}

/// Every acknowledged report has become part of exactly one story, and no job was given up. For when all jobs are done.
pub fn all_told_once(store: &Store, ledger: &Ledger, now: Time, faults: &mut Faults) -> Result<()> {
    for (slug, guid) in ledger.reports.iter().collect::<BTreeSet<_>>() {
        let story = store.read(|c| {
            let Some(source) = store::source::by_slug(c, slug)? else { return Ok(None) };
            let report = store::report::by_guid(c, Some(source.id), guid)?;
            report.map(|r| store::story::of_report(c, r.id)).transpose().map(Option::flatten)
        })?;
        if story.is_none() {
            faults.add("report without story", guid);
        }
    }
    let mut seen: BTreeMap<(i64, String), StoryId> = BTreeMap::new();
    for story in store.read(|c| store::story::recent(c, None, 1_000_000))? {
        for report in store.read(|c| store::report::of_story(c, story.id, now))? {
            let key = (report.source.0, report.report.guid.clone());
            if let Some(other) = seen.insert(key, story.id).filter(|other| *other != story.id) {
                faults.add("report on two stories", format!("{} on {other} and {}", report.report.guid, story.id));
            }
        }
    }
    for parked in store.read(store::job::parked)? {
        faults.add("job parked", format!("{:?}: {}", parked.job, parked.error));
    }
    Ok(())
}

/// Pages of these stories are whole and their documents are what their names say. Stories killed meanwhile are left out.
pub fn pages_whole(client: &mut Client, store: &Store, stories: &[Story], faults: &mut Faults) -> Result<()> {
    for story in stories {
        let (page, document) =
            (client.get(&http::article(story))?, client.get(&format!("/article/{}/document", story.id))?);
        // Another state may have gone out meanwhile, with another sector or slug.
        let now = store.read(|c| store::story::by_id(c, story.id))?;
        if now.is_none_or(|s| s.stage != Stage::Published || http::article(&s) != http::article(story)) {
            continue;
        }
        if page.status != 200 || !page.text().trim_end().ends_with("</html>") {
            faults.add("page broken", format!("{} answers {} with {} bytes", story.id, page.status, page.body.len()));
        } else if let Err(error) = document_holds(&document.body) {
            faults.add("page broken", format!("the document of {}: {error:#}", story.id));
        }
    }
    Ok(())
}

/// The document's words and picture have the SHA-256 that it gives.
fn document_holds(bytes: &[u8]) -> Result<()> {
    let value: Value = serde_json::from_slice(bytes)?;
    let words = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let draft = Draft {
        lang: news::Lang::new(&words(&value["language"])),
        headline: words(&value["headline"]),
        summary: words(&value["summary"]),
        paragraphs: value["paragraphs"].as_array().into_iter().flatten().map(words).collect(),
        marks: serde_json::from_value(value["marks"].clone()).unwrap_or_default(),
    };
    let picture = Hash::from_hex(&words(&value["picture"]["sha256"]));
    let picture = picture.map(|hash| PictureName {
        hash,
        alt: words(&value["picture"]["alt"]),
        making: words(&value["picture"]["making"]),
    });
    let named = words(&value["revision"]["sha256"]);
    anyhow::ensure!(draft.hash(picture.as_slice()).hex() == named, "its words have another SHA-256 than {named}");
    Ok(())
}

/// What was killed answers 410, and nothing of it is on the front page or in the feed.
pub fn killed_gone(client: &mut Client, killed: &[(StoryId, String)], faults: &mut Faults) -> Result<()> {
    let (front, feed) = (client.get("/")?.text(), client.get("/feed.rss")?.text());
    for (story, address) in killed {
        let status = client.get(address)?.status;
        let listed = front.contains(&format!("/{story}-")) || feed.contains(&format!("/{story}-"));
        if status != 410 || listed {
            faults.add("killed page served", format!("{address} answers {status}, listed: {listed}"));
        }
    }
    Ok(())
}
