//! Let a scheduled story out when its time has come.

use news::{StoryId, Time, job::Job, scope::WHO, stage::Stage};
use store::{Conn, Store};

use super::decide::POLICY;
use crate::{Error, Result, act};

/// Publishes what was scheduled, in the name of who scheduled it. A draft that came since does not go out by an order that was
/// given for another text: the story waits for a person, with the reason.
pub fn release(store: &Store, story: StoryId, now: Time) -> Result<()> {
    crate::transaction(store, move |c| release_in(c, story, now))
}

fn release_in(c: &mut dyn Conn, story: StoryId, now: Time) -> Result<()> {
    let Some(ordered) = store::schedule::of_story(c, story)? else { return Ok(()) };
    if ordered.at > now {
        // It was moved to a later time after this job was saved.
        return Ok(store::job::add(c, &Job::Release { story }, ordered.at, now)?);
    }
    let record = store::story::by_id(c, story)?.ok_or(Error::NoStory(story))?;
    let latest = store::revision::latest(c, story)?.ok_or(Error::NoDraft(story))?;
    let not_out = match act::publish::may_go_out(c, &latest, now) {
        _ if latest.id != ordered.revision => Some(format!(
            "Scheduled by {}, but revision {} is newer than what was scheduled.",
            ordered.who, latest.number
        )),
        Err(refusal) => Some(refusal.to_string()),
        Ok(()) => ended(c, &ordered.who, now)?,
    };
    match not_out {
        None => act::publish(c, &act::Order::new(story, &ordered.who, &ordered.reason)?, now),
        Some(why) if record.stage == Stage::Published => {
            store::schedule::drop(c, story)?;
            Ok(store::story::update(c, &news::story::Story { held_reason: why, ..record })?)
        }
        Some(why) => act::hold(c, &act::Order::new(story, POLICY, &why)?, now),
    }
}

/// Why what a program ordered does not go out: its token was ended, or its time is over, since.
fn ended(c: &mut dyn Conn, who: &str, now: Time) -> Result<Option<String>> {
    let Some(name) = who.strip_prefix(WHO) else { return Ok(None) };
    let holds = store::token::by_name(c, name)?.is_some_and(|token| token.holds(now));
    Ok((!holds).then(|| format!("Scheduled by the token {name}, which holds no longer.")))
}
