//! A story's revisions, each with what differs from the one before, and the reviews on record.

use std::time::{Duration, Instant};

use askama::Template;
use news::{
    Lang, RevisionId, StoryId,
    revision::{Draft, Revision},
    stage::{Act, Stage},
};
use similar::{ChangeTag, TextDiff};

use crate::{
    Desk,
    failure::Failure,
    moment::{self, Moment},
    route::Answer,
    screen::{
        queue::verdict,
        shell::Shell,
        top::{self, Top},
    },
    visit::Visit,
};

/// Revisions shown.
const REVISIONS: usize = 30;

/// A difference between long texts is looked for no longer; what is found by then is shown.
const LONGEST: Duration = Duration::from_secs(1);

/// Words of a difference.
pub struct Run {
    /// `del` taken out, `ins` put in, empty for the same.
    pub tag: &'static str,
    /// The words.
    pub text: String,
}

struct Item {
    number: u32,
    made: String,
    at: Moment,
    out: Option<Moment>,
    /// It is what readers have.
    live: bool,
    verdict: (&'static str, &'static str),
    note: String,
    hash: String,
    lang: Lang,
    reviewed: Vec<String>,
    /// Paragraphs of the difference; the whole text on the first revision.
    parts: Vec<Vec<Run>>,
    /// Its text may be taken again: it is not the newest one.
    again: Option<RevisionId>,
}

#[derive(Template)]
#[template(path = "revisions.html")]
struct Page {
    shell: Shell,
    top: Top,
    items: Vec<Item>,
    /// The newest revision: what takes an earlier text again has seen it.
    base: String,
}

/// The page.
pub fn page(desk: &Desk, visit: &Visit) -> Answer {
    show(desk, visit, None)
}

/// The page with why an earlier text was not taken again.
pub fn refused(desk: &Desk, visit: &Visit, failure: &Failure) -> Answer {
    Ok(show(desk, visit, Some(failure))?.with_status(failure.status()))
}

fn show(desk: &Desk, visit: &Visit, failure: Option<&Failure>) -> Answer {
    let id: StoryId = visit.id()?;
    let found = desk.store.read(|c| {
        let Some((story, revision)) = top::story(c, id)? else { return Ok(None) };
        let top = Top::new(desk, c, visit, &story, revision.as_ref(), "revisions")?;
        let open = story.stage.after(Act::Draft).is_ok();
        let (revisions, reviews) = (store::revision::of_story(c, id, REVISIONS + 1)?, store::review::of_story(c, id)?);
        let live = story.live.filter(|_| story.stage == Stage::Published);
        Ok(Some((top, open, live, revisions, reviews)))
    })?;
    let (top, open, live, revisions, reviews) = top::there(found)?;
    let newest = revisions.first();
    let deadline = soon();
    let mut items = Vec::with_capacity(revisions.len());
    for (at, revision) in revisions.iter().enumerate().take(REVISIONS) {
        let reviewed = reviews.iter().filter(|r| r.review.revision == revision.hash).map(|r| {
            let at = moment::full(r.review.at, &desk.zone).text;
            format!("{}, {} ({}), {at}", r.review.who, r.review.role, r.review.competence)
        });
        let before = revisions.get(at + 1);
        let again = newest.filter(|newest| open && newest.draft != revision.draft).map(|_| revision.id);
        let live = live == Some(revision.id);
        items.push(Item { reviewed: reviewed.collect(), again, live, ..item(desk, visit, revision, before, deadline) });
    }
    let shell = Shell::new(desk, visit.seat.as_ref(), &top.headline, "/desk");
    let shell = match failure {
        Some(failure) => shell.refused(failure.words()),
        None => shell,
    };
    let base = newest.map_or_else(String::new, |r| r.id.to_string());
    super::page(&Page { shell, top, items, base })
}

fn item(desk: &Desk, visit: &Visit, revision: &Revision, before: Option<&Revision>, deadline: Instant) -> Item {
    let moment = |at| moment::short(at, visit.now, &desk.zone);
    Item {
        number: revision.number,
        made: top::made(revision),
        at: moment(revision.created),
        out: revision.published.map(moment),
        live: false,
        verdict: verdict(Some(revision.verdict)),
        note: revision.note.clone(),
        hash: revision.hash.hex().chars().take(12).collect(),
        lang: revision.draft.lang.clone(),
        reviewed: Vec::new(),
        parts: difference(before.map(|r| &r.draft), &revision.draft, deadline),
        again: None,
    }
}

/// When a page has worked on what differs for long enough: what is compared may be long, and anybody's.
pub fn soon() -> Instant {
    Instant::now() + LONGEST
}

/// Headline, summary and paragraphs of a draft, a line each.
fn lines(draft: &Draft) -> String {
    let mut lines = vec![draft.headline.clone(), draft.summary.clone()];
    // A link that leads elsewhere is a change too: the body stands as it is written.
    lines.extend(desk::markdown::write_each(draft));
    lines.join("\n")
}

/// The paragraphs of a text with what differs from another; all of it, unmarked, where there is no other. After `deadline` what
/// differs is told more roughly.
pub fn difference(before: Option<&Draft>, after: &Draft, deadline: Instant) -> Vec<Vec<Run>> {
    let (old, new) = (before.map_or_else(String::new, lines), lines(after));
    let mut parts: Vec<Vec<Run>> = vec![Vec::new()];
    // All of a first revision is new: marking it would say nothing.
    let added = if before.is_some() { "ins" } else { "" };
    for change in TextDiff::configure().deadline(deadline).diff_words(&old, &new).iter_all_changes() {
        let tag = match change.tag() {
            ChangeTag::Equal => "",
            ChangeTag::Delete => "del",
            ChangeTag::Insert => added,
        };
        for (n, line) in change.value().split('\n').enumerate() {
            match (n, tag) {
                (0, _) => {}
                // What was a paragraph's end stands between words now.
                (_, "del") => push(parts.last_mut(), tag, " "),
                _ => parts.push(Vec::new()),
            }
            push(parts.last_mut(), tag, line);
        }
    }
    parts.retain(|part| part.iter().any(|run| !run.text.trim().is_empty()));
    parts
}

fn push(part: Option<&mut Vec<Run>>, tag: &'static str, text: &str) {
    let Some(part) = part.filter(|_| !text.is_empty()) else { return };
    match part.last_mut() {
        Some(last) if last.tag == tag => last.text.push_str(text),
        _ => part.push(Run { tag, text: text.into() }),
    }
}
