//! Answer a suggestion: one event, or two.

use news::StoryId;
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
            let who = visit.seat()?.person.name.clone();
            desk.store.write(move |c| {
                store::suggestion::settle(c, story, other, Said::Apart)?;
                super::log(c, &who, "apart", ("story", story.0), &format!("another event than story {other}"), now)
            })?;
            Ok(Reply::see("/desk?list=likely&done=apart"))
        }
        _ => Err(Failure::NotFound),
    }
}
