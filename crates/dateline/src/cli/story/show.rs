//! `story show`: text, verdict of each sentence, sources, what a model was asked, log.

use anyhow::Result;
use news::{StoryId, asked::Asked, report::StoredReport, revision::Revision, stage::Stage, story::Story};
use serde_json::{Value, json};
use store::{Store, log::Entry};

use super::facts;
use crate::cli::{clock, say, say_json};

/// A story with all that belongs to it.
struct Whole {
    story: Story,
    revision: Option<Revision>,
    reports: Vec<StoredReport>,
    asked: Vec<Asked>,
    log: Vec<Entry>,
}

/// Prints one story, for people or as JSON.
pub fn show(store: &Store, id: StoryId, json: bool, zone: &str) -> Result<()> {
    let now = crate::now();
    let whole = store.read(|c| {
        let Some(story) = store::story::by_id(c, id)? else { return Ok(None) };
        Ok(Some(Whole {
            story,
            revision: store::revision::latest(c, id)?,
            reports: store::report::of_story(c, id, now)?,
            asked: store::asked::of_story(c, id)?,
            log: store::log::of(c, "story", id.0)?,
        }))
    })?;
    let whole = whole.ok_or(desk::Error::NoStory(id))?;
    if json { say_json(&whole.json()) } else { whole.say(zone) }
}

impl Whole {
    fn json(&self) -> Value {
        let revision = self.revision.as_ref().map(|r| {
            json!({"number": r.number, "hash": r.hash, "drafter": r.drafter, "note": r.note, "verdict": r.verdict.word(),
                "draft": r.draft, "sentences": r.sentences})
        });
        let report = |r: &StoredReport| json!({"id": r.id, "source": r.source_name, "guid": r.report.guid, "headline": r.report.headline, "url": r.report.url});
        let asked = |a: &Asked| {
            json!({"at": a.at, "model": a.model, "version": a.version, "prompt_sha256": a.prompt, "tokens_in": a.tokens_in,
                "tokens_out": a.tokens_out, "cost_micros": a.cost_micros, "ms": a.ms, "outcome": a.outcome.word(), "reason": a.reason})
        };
        let entry = |e: &Entry| json!({"at": e.at, "who": e.who, "act": e.act, "reason": e.reason});
        json!({
            "story": facts(&self.story), "revision": revision,
            "reports": self.reports.iter().map(report).collect::<Vec<_>>(),
            "asked": self.asked.iter().map(asked).collect::<Vec<_>>(),
            "log": self.log.iter().map(entry).collect::<Vec<_>>(),
        })
    }

    fn say(&self, zone: &str) -> Result<()> {
        let story = &self.story;
        say(&format!("{} · {} · {} · {}", story.id, story.stage.word(), story.sector, story.sector_reason))?;
        if !story.held_reason.is_empty() {
            // On a page that readers see it is the update that waits.
            let what = if story.stage == Stage::Published { "update waits" } else { "held" };
            say(&format!("{what}: {}", story.held_reason))?;
        }
        self.revision.as_ref().map_or(Ok(()), text)?;
        say("\nsources")?;
        for r in &self.reports {
            say(&format!("  {} {}: {}", clock(r.received, zone), r.source_name, r.report.headline))?;
        }
        if !self.asked.is_empty() {
            say("\nasked of a model")?;
        }
        for a in &self.asked {
            let (tokens, seconds) = (a.tokens_in + a.tokens_out, a.ms as f64 / 1000.0);
            let reason = if a.reason.is_empty() { String::new() } else { format!(": {}", a.reason) };
            let at = clock(a.at, zone);
            say(&format!("  {at} {} {}, {tokens} tokens, {seconds:.1} s{reason}", a.model, a.outcome.word()))?;
        }
        say("\nlog")?;
        self.log.iter().try_for_each(|e| say(&format!("  {} {} {}: {}", clock(e.at, zone), e.who, e.act, e.reason)))
    }
}

fn text(revision: &Revision) -> Result<()> {
    say(&format!("\n{}\n\n{}\n", revision.draft.headline, revision.draft.summary))?;
    say(&desk::markdown::write(&revision.draft))?;
    say(&format!("\nrevision {} by {}, {}", revision.number, revision.drafter, revision.verdict.word()))?;
    let findings = revision.sentences.iter().flat_map(|s| &s.findings);
    findings.into_iter().try_for_each(|f| say(&format!("  {}: {}", f.kind.word(), f.reason)))
}
