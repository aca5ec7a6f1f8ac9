//! Answer a suggestion: one event, or two.

use news::{StoryId, Time};
use store::suggestion::Said;

use crate::{Desk, failure::Failure, reply::Reply, route::Answer, sign::prove::prove, visit::Visit};

/// Merges the newer story into the other, or says that they are two events.
pub fn likely(desk: &Desk, visit: &Visit) -> Answer {
    let id = |name: &str| visit.field(name).parse::<StoryId>().map_err(|_| Failure::NotFound);
    let (story, other, now) = (id("story")?, id("other")?, visit.now);
    match visit.field("said") {
        "merge" => {
            prove(desk, visit)?;
            let order = super::order(visit, story, "one event, as suggested")?;
            desk::transaction(&desk.store, move |c| desk::act::merge(c, &order, other, now))?;
            Ok(Reply::see("/desk?list=likely&done=merge"))
        }
        "apart" => {
            // Whoever was quicker said it already.
            apart(desk, &visit.seat()?.person.name, (story, other), "", now)?;
            Ok(Reply::see("/desk?list=likely&done=apart"))
        }
        _ => Err(Failure::NotFound),
    }
}

/// Says in somebody's name that two stories are two events, and why, where a reason is given; whether anybody was asked.
pub fn apart(
    desk: &Desk,
    who: &str,
    (story, other): (StoryId, StoryId),
    why: &str,
    now: Time,
) -> Result<bool, Failure> {
    let colon = if why.is_empty() { "" } else { ": " };
    let (who, told) = (who.to_owned(), format!("another event than story {other}{colon}{why}"));
    Ok(desk.store.write(move |c| {
        let asked = store::suggestion::settle(c, story, other, Said::Apart)?;
        if asked {
            super::log(c, &who, "apart", ("story", story.0), &told, now)?;
        }
        Ok(asked)
    })?)
}
