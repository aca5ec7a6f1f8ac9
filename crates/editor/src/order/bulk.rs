//! Several stories of the queue at once: claim, release, hold. What readers would see is done story by story.

use news::{StoryId, person::Role, stage::Act};

use crate::{Desk, failure::Failure, guard, reply::Reply, route::Answer, visit::Visit};

/// Stories at once.
const MOST: usize = 100;

/// Does the pressed button's act on the chosen stories; all of them or, when one is refused, none.
pub fn bulk(desk: &Desk, visit: &Visit) -> Answer {
    let one = |name: &str| visit.field(name).parse::<StoryId>().ok();
    let chosen: Vec<StoryId> = visit.fields("story").filter_map(|id| id.parse().ok()).take(MOST).collect();
    let (act, stories) = match (one("claim"), one("release")) {
        (Some(id), _) => ("claim", vec![id]),
        (_, Some(id)) => ("release", vec![id]),
        _ => (visit.field("act"), chosen),
    };
    if stories.is_empty() {
        return Err(Failure::Wrong("Choose one story at least.".into()));
    }
    let reason = match (act, visit.field("reason").trim()) {
        ("claim" | "release", "") => "from the queue",
        (_, reason) => reason,
    };
    let done = match act {
        "claim" => desk::act::claim,
        "release" => desk::act::release,
        "hold" => desk::act::hold,
        _ => return Err(Failure::NotFound),
    };
    guard::may(visit.seat.as_ref(), if act == "hold" { Role::needed_for(Act::Hold) } else { Role::Reporter })?;
    let orders = stories.into_iter().map(|id| super::order(visit, id, reason)).collect::<Result<Vec<_>, _>>()?;
    let now = visit.now;
    desk::transaction(&desk.store, move |c| orders.iter().try_for_each(|order| done(c, order, now)))?;
    let list: String = visit.field("list").chars().filter(char::is_ascii_lowercase).collect();
    Ok(Reply::see(format!("/desk?list={list}&done={act}")))
}
