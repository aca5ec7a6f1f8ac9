//! The desk for programs: JSON below `/desk/api`, for whoever sends a token. A token does what its scopes hold, through
//! the same acts as the screens, and is named `api NAME` in the log. It reviews nothing: a review is a named person's,
//! so there is no address for one, and what a token publishes keeps the machine's label.

mod acts;
mod bearer;
mod body;
mod check;
mod document;
mod jobs;
mod limit;
mod list;
mod log;
mod make;
mod problem;
mod redirects;
mod revisions;
mod shape;
mod sources;
mod story;
mod tags;
mod text;
pub mod told;

pub use acts::{apart, claim, correct, hold, kill, merge, publish, release, schedule, send_back, split, submit};
pub use bearer::bearer;
pub use check::check;
pub use document::json as document;
pub use jobs::jobs;
pub use limit::Limit;
pub use list::list;
pub use log::log;
pub use make::{Wanted, make_token};
pub use problem::{not_so, reply as problem};
pub use redirects::{redirect, redirects};
pub use revisions::revisions;
pub use sources::sources;
pub use story::story;
pub use tags::tags;
pub use text::text;

pub use news::scope::WHO;
use news::{RevisionId, StoryId, Time, revision::Revision};

use crate::{Desk, failure::Failure, reply::Reply, route::Answer, visit::Visit};

/// How every token begins, so that one that got out is known for what it is.
const PREFIX: &str = "dl_";

/// Whether an address is a program's: its failures are JSON.
pub fn has(path: &str) -> bool {
    path.strip_prefix("/desk/api").is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The token's name as log and claims have it.
fn who(visit: &Visit) -> Result<String, Failure> {
    Ok(format!("{WHO}{}", visit.bearer()?.name))
}

/// An order in the token's name.
fn order(visit: &Visit, story: StoryId, reason: &str) -> Result<desk::act::Order, Failure> {
    Ok(desk::act::Order::new(story, &who(visit)?, reason)?)
}

/// What became of an order: the story as it is now; where somebody was quicker, the newest beside the refusal.
fn settled(desk: &Desk, visit: &Visit, id: StoryId, done: Result<(), Failure>) -> Answer {
    match done {
        Ok(()) => answer(&story::read(desk, id, visit.now)?),
        Err(failure @ Failure::Desk(desk::Error::Changed { .. })) => {
            Ok(problem::with(&failure, Some(story::read(desk, id, visit.now)?)))
        }
        Err(failure) => Err(failure),
    }
}

/// The newest draft, when it is the one that the program had before it. The transaction asks again.
fn newest(desk: &Desk, id: StoryId, base: i64) -> Result<Revision, Failure> {
    let base = RevisionId(base);
    Ok(desk::transaction(&desk.store, move |c| desk::act::newest(c, id, base))?)
}

/// No token lets out what a token changed last: a person sees it first. Where the house wants four eyes, none lets out what a
/// person changed last either: nobody knows whose hand is at a program.
fn four_eyes(desk: &Desk, revision: &Revision) -> Result<(), Failure> {
    let Some(by) = desk::step::decide::by_person(revision) else { return Ok(()) };
    if by.starts_with(WHO) {
        return Err(Failure::Wrong(format!("A token changed this text last ({by}): a person lets it out.")));
    }
    if desk.house.four_eyes {
        let why =
            format!("{by} changed this text last, and this house wants four eyes: a person lets it out at the desk.");
        return Err(Failure::Wrong(why));
    }
    Ok(())
}

fn answer(value: &impl serde::Serialize) -> Answer {
    let value = serde_json::to_value(value).map_err(|e| Failure::Broken(e.to_string()))?;
    Ok(Reply::json(&value))
}

/// RFC 3339, UTC.
fn iso(time: Time) -> String {
    jiff::Timestamp::from_millisecond(time.ms()).unwrap_or(jiff::Timestamp::UNIX_EPOCH).to_string()
}

/// Refuses a question that holds what the address does not know: a filter with a typing error would let all through.
fn only(visit: &Visit, known: &[&str]) -> Result<(), Failure> {
    match visit.query.iter().find(|(name, _)| !known.contains(&name.as_str())) {
        None => Ok(()),
        Some((name, _)) => {
            let name: String = name.chars().take(40).collect();
            Err(Failure::Wrong(format!("`{name}` is not known here; this address takes {}.", known.join(", "))))
        }
    }
}
