//! Put reports under a story as its sources, or take them away.

use news::{
    Hash, Lang, ReportId, StoryId, Time,
    job::Job,
    report::Report,
    source::{NewSource, Treatment},
    stage::Act,
};
use store::{
    Conn, Store,
    report::{Inserted, NewReport},
};

use super::{Order, begin, record};
use crate::{Error, Result};

/// The slug of the source under which stands what a person put in by hand.
pub const BY_HAND: &str = "given-to-the-desk";

/// A text that a person puts in as a source: a transcript, a ruling, a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// What it is and whose, for readers: `Ruling of the Velmo district court`.
    pub name: String,
    /// Its words.
    pub text: String,
}

/// Puts reports under a story. What stands there is checked against them as against those that came to it; they stay where
/// they came to.
pub fn cite(c: &mut dyn Conn, order: &Order, reports: &[ReportId], now: Time) -> Result<()> {
    let story = begin(c, order, Act::Draft)?;
    let own = store::story::reports(c, story.id)?;
    for report in reports.iter().filter(|r| !own.contains(r)) {
        store::report::by_id(c, *report)?.ok_or(Error::NoReport(*report))?;
        store::cite::put(c, story.id, *report, &order.who, now)?;
    }
    checked_anew(c, order, "cite", now)
}

/// Takes a report that a person put there from under a story. What rested on it alone is open again.
pub fn uncite(c: &mut dyn Conn, order: &Order, report: ReportId, now: Time) -> Result<()> {
    begin(c, order, Act::Draft)?;
    if !store::cite::drop(c, order.story, report)? {
        return Err(Error::NotOfStory { report, story: order.story });
    }
    checked_anew(c, order, "uncite", now)
}

/// Keeps a text as a report of the house's own source for such, and puts it under the story.
pub fn give(store: &Store, order: &Order, given: &Given, lang: &Lang, now: Time) -> Result<ReportId> {
    let name = text::clean::line(&given.name);
    let body: Vec<String> = given.text.lines().map(text::clean::line).filter(|l| !l.is_empty()).collect();
    if name.is_empty() || body.is_empty() {
        return Err(Error::NoSourceText);
    }
    let whole = format!("{name}\n{}", body.join("\n"));
    let raw_hash = store.put_blob(whole.as_bytes())?;
    let guid = format!("desk:{}:{}", order.story, Hash::of(whole.as_bytes()).hex());
    let report = Report { guid, headline: name, text: whole, lang: lang.clone(), ..Report::default() };
    let order = order.clone();
    crate::transaction(store, move |c| {
        let source = store::source::put(c, &by_hand(&report.lang), now)?;
        let new =
            NewReport { source, report: &report, raw_hash, filed_from: None, adapter: "given by hand", received: now };
        let id = match store::report::insert(c, &new)? {
            Inserted::New(id) | Inserted::Same(id) | Inserted::Older(id) | Inserted::NewVersion { id, .. } => id,
        };
        cite(c, &order, &[id], now)?;
        Ok(id)
    })
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

fn checked_anew(c: &mut dyn Conn, order: &Order, act: &str, now: Time) -> Result<()> {
    store::job::add(c, &Job::Verify { story: order.story }, now, now)?;
    record(c, order, act, now)
}

/// The stories under which a person put that report, other than the one it came to.
pub(crate) fn citing(c: &mut dyn Conn, report: ReportId) -> Result<Vec<StoryId>> {
    let home = store::story::of_report(c, report)?;
    let mut stories = store::cite::stories(c, report)?;
    stories.retain(|story| Some(*story) != home);
    Ok(stories)
}
