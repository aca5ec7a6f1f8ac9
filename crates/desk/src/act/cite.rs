//! Put reports under a story of a person's own as its sources, or take them away. What the machine drafts rests on what came to
//! it and on nothing else: else a text given in confidence would be drafted from, and a report of another agency put under a
//! story would make the policy count two sources.

use news::{
    Hash, Lang, ReportId, StoryId, Time,
    job::Job,
    report::{PubStatus, Report, StoredReport},
    source::{NewSource, Treatment},
    stage::Act,
};
pub use store::cite::BY_HAND;
use store::{
    Conn,
    report::{Inserted, NewReport},
};

use super::{Order, begin, record};
use crate::{Error, Result, step};

/// A text that a person puts in as a source: a transcript, a ruling, a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// What it is and whose, for readers: `Ruling of the Velmo district court`.
    name: String,
    /// Its name and its words, a line each.
    whole: String,
}

impl Given {
    /// A text with its name; refused where either has no words.
    pub fn new(name: &str, words: &str) -> Result<Self> {
        let name = text::clean::line(name);
        let lines: Vec<String> = words.lines().map(text::clean::line).filter(|l| !l.is_empty()).collect();
        if name.is_empty() || lines.is_empty() {
            return Err(Error::NoSourceText);
        }
        let whole = format!("{name}\n{}", lines.join("\n"));
        Ok(Self { name, whole })
    }

    /// What is to be kept under its hash.
    pub fn bytes(&self) -> &[u8] {
        self.whole.as_bytes()
    }
}

/// Puts reports under a story. What stands there is checked against them as against those that came to it; they stay where
/// they came to.
pub fn cite(c: &mut dyn Conn, order: &Order, reports: &[ReportId], now: Time) -> Result<()> {
    own(c, order)?;
    for report in reports {
        let found = store::report::by_id(c, *report)?.filter(|r| is_usable(r, now)).ok_or(Error::NoReport(*report))?;
        store::cite::put(c, order.story, found.id, &order.who, now)?;
    }
    checked_anew(c, order, "cite", now)
}

fn is_usable(report: &StoredReport, now: Time) -> bool {
    let secret = report.report.embargo.is_some_and(|until| until > now);
    report.superseded_by.is_none() && report.report.status == PubStatus::Usable && !secret
}

/// Takes a report that a person put there from under a story. What rested on it alone is open again.
pub fn uncite(c: &mut dyn Conn, order: &Order, report: ReportId, now: Time) -> Result<()> {
    own(c, order)?;
    if !store::cite::drop(c, order.story, report)? {
        return Err(Error::NotOfStory { report, story: order.story });
    }
    checked_anew(c, order, "uncite", now)
}

/// Keeps a text, whose bytes are in the store, as a report of the house's own source for such, and puts it under the story.
pub fn give(c: &mut dyn Conn, order: &Order, given: &Given, lang: &Lang, now: Time) -> Result<ReportId> {
    let raw_hash = Hash::of(given.bytes());
    // Whoever runs the house may have set its terms otherwise.
    let source = match store::source::by_slug(c, BY_HAND)? {
        Some(known) => known.id,
        None => store::source::put(c, &by_hand(lang), now)?,
    };
    let report = Report {
        guid: format!("desk:{}:{}", order.story, raw_hash.hex()),
        headline: given.name.clone(),
        text: given.whole.clone(),
        lang: lang.clone(),
        // Readers are told who gave it.
        credit: Some(order.who.clone()),
        ..Report::default()
    };
    let new =
        NewReport { source, report: &report, raw_hash, filed_from: None, adapter: "given by hand", received: now };
    let id = match store::report::insert(c, &new)? {
        Inserted::New(id) | Inserted::Same(id) | Inserted::Older(id) | Inserted::NewVersion { id, .. } => id,
    };
    cite(c, order, &[id], now)?;
    Ok(id)
}

/// Readers see the words that a sentence rests on, and no more than that.
fn by_hand(lang: &Lang) -> NewSource {
    NewSource {
        slug: BY_HAND.into(),
        name: "Given to the desk".into(),
        home: None,
        feed_url: None,
        treatment: Treatment::Rewrite,
        show_words: 60,
        lang: Lang::new(lang.primary()),
        zone: None,
        // People hand in what may go nowhere else.
        no_ai: true,
    }
}

/// The story is a person's, and something may still be made of it.
fn own(c: &mut dyn Conn, order: &Order) -> Result<()> {
    begin(c, order, Act::Draft)?;
    let newest = store::revision::latest(c, order.story)?.ok_or(Error::NoDraft(order.story))?;
    if step::is_own(&newest) { Ok(()) } else { Err(Error::NotOnesOwn) }
}

fn checked_anew(c: &mut dyn Conn, order: &Order, act: &str, now: Time) -> Result<()> {
    store::job::add(c, &Job::Verify { story: order.story }, now, now)?;
    record(c, order, act, now)
}

/// The stories under which a person put any version of that report, or of one that it follows, other than the one it came to.
pub(crate) fn citing(c: &mut dyn Conn, report: &StoredReport) -> Result<Vec<StoryId>> {
    let mut versions = vec![report.id];
    for guid in &report.report.follows {
        versions.extend(store::report::by_guid(c, Some(report.source), guid)?.map(|r| r.id));
    }
    let mut stories = Vec::new();
    for version in versions {
        let home = store::story::of_report(c, version)?;
        stories.extend(store::cite::stories(c, version)?.into_iter().filter(|story| Some(*story) != home));
    }
    stories.dedup();
    Ok(stories)
}

/// A newer version came of what stands under stories: they are checked against it, and their desk is told.
pub(crate) fn newer(c: &mut dyn Conn, report: &StoredReport, now: Time) -> Result<()> {
    for story in citing(c, report)? {
        let Some(mut record) = store::story::by_id(c, story)?.filter(|s| !s.stage.is_final()) else { continue };
        record.held_reason = format!("{} sent a newer version of a report that this rests on.", report.source_name);
        store::story::update(c, &record)?;
        store::job::add(c, &Job::Verify { story }, now, now)?;
    }
    Ok(())
}
