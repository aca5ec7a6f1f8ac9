//! The agency takes an item back: canceled, withheld, or put under an embargo after it was sent.

use news::{
    Lang, StoryId, Time,
    job::Job,
    report::{PubStatus, StoredReport},
    stage::Stage,
};
use store::{Conn, Store, log::Entry};

use super::attach::Attached;
use crate::{Result, act};

/// Who acts when an agency's signal does.
pub const WIRE: &str = "wire";
/// How the log says that an item was canceled, and that it was withheld.
const TAKEN_BACK: [&str; 2] = ["withdrew", "asked not to use"];

/// A story that rests on the item alone is killed (held when only withheld); one with other sources leaves the site until it
/// is drafted anew without it.
pub fn withdraw(store: &Store, report: &StoredReport, now: Time) -> Result<Attached> {
    let canceled = report.report.status == PubStatus::Canceled;
    let verb = TAKEN_BACK[usize::from(!canceled)];
    let reason = format!("{} {verb} its report", report.source_name);
    hold_those_that_cite(store, report, &reason, now)?;
    let Some(story) = story_of(store, report)? else { return Ok(Attached::Nowhere) };
    take_down(store, story, reason, canceled, now)
}

/// An embargo put on a report after a page was made of it: the page waits for it, or goes on without it.
pub fn pause(store: &Store, report: &StoredReport, now: Time) -> Result<Attached> {
    let reason = format!("{} put its report under an embargo", report.source_name);
    hold_those_that_cite(store, report, &reason, now)?;
    let Some(story) = story_of(store, report)? else { return Ok(Attached::Nowhere) };
    take_down(store, story, reason, false, now)
}

/// A story under which a person put the report is that person's to mend: it leaves the site, and is checked without it.
fn hold_those_that_cite(store: &Store, report: &StoredReport, reason: &str, now: Time) -> Result<()> {
    let (report, reason) = (report.clone(), reason.to_owned());
    crate::transaction(store, move |c| {
        for story in act::cite::citing(c, &report)? {
            let Some(mut record) = store::story::by_id(c, story)?.filter(|s| !s.stage.is_final()) else { continue };
            if record.stage == Stage::Published {
                act::hold(c, &act::Order::new(story, WIRE, &reason)?, now)?;
            } else if record.stage != Stage::Held {
                record.held_reason = format!("{reason}. Look at what rests on it.");
                store::story::update(c, &record)?;
            }
            store::job::add(c, &Job::Verify { story }, now, now)?;
        }
        Ok(())
    })
}

/// What readers of a page that comes back must be told: an agency took its report back and has not sent it again since.
/// `None` when the story's last hold had another cause.
pub fn told(c: &mut dyn Conn, story: StoryId, now: Time) -> Result<Option<String>> {
    let log = store::log::of(c, "story", story.0)?;
    let Some(hold) = log.iter().rev().find(|e| e.act == "hold") else { return Ok(None) };
    let taken_back = |e: &&Entry| e.who == WIRE && TAKEN_BACK.iter().any(|verb| e.reason.contains(verb));
    let Some(hold) = Some(hold).filter(taken_back) else { return Ok(None) };
    let reports = store::report::of_story(c, story, now)?;
    let sent_again = reports.iter().any(|r| r.received >= hold.at && hold.reason.starts_with(&r.source_name));
    Ok((!sent_again).then(|| format!("{}; what rested on it alone is no longer on this page", hold.reason)))
}

fn story_of(store: &Store, report: &StoredReport) -> Result<Option<StoryId>> {
    Ok(store.read(|c| {
        if let Some(story) = store::story::of_report(c, report.id)? {
            return Ok(Some(story));
        }
        for guid in &report.report.follows {
            if let Some(earlier) = store::report::by_guid(c, Some(report.source), guid)? {
                return store::story::of_report(c, earlier.id);
            }
        }
        Ok(None)
    })?)
}

/// Decided inside the transaction, so that a publish that comes between reading and writing cannot slip through.
fn take_down(store: &Store, story: StoryId, reason: String, canceled: bool, now: Time) -> Result<Attached> {
    let order = act::Order::new(story, WIRE, &reason)?;
    crate::transaction(store, move |c| take_down_in(c, &order, canceled, now))
}

/// What readers of a story are told that rested on a withdrawn report alone, in its language.
fn notice(lang: &Lang) -> &'static str {
    match lang.primary() {
        "fr" => "Cet article a été retiré parce que l’agence dont la dépêche le fondait a retiré cette dépêche.",
        "ar" => "سُحبت هذه القصة لأن الوكالة التي استندت إلى تقريرها سحبت ذلك التقرير.",
        "hi" => "यह ख़बर वापस ली गई, क्योंकि जिस एजेंसी की रिपोर्ट पर यह टिकी थी उसने वह रिपोर्ट वापस ले ली।",
        _ => "This story was withdrawn because the agency whose report it rested on withdrew that report.",
    }
}

fn take_down_in(c: &mut dyn Conn, order: &act::Order, canceled: bool, now: Time) -> Result<Attached> {
    let Some(story) = store::story::by_id(c, order.story)? else { return Ok(Attached::Nowhere) };
    if story.stage.is_final() {
        return Ok(Attached::Nowhere);
    }
    let others = store::report::of_story(c, order.story, now)?;
    if canceled && others.is_empty() {
        act::kill(c, order, notice(&story.lang), now)?;
        return Ok(Attached::Running(order.story, order.reason.clone()));
    }
    if story.stage != Stage::Held {
        act::hold(c, order, now)?;
    }
    if !others.is_empty() {
        store::job::add(c, &Job::Draft { story: order.story }, now, now)?;
    }
    Ok(Attached::Running(order.story, order.reason.clone()))
}
