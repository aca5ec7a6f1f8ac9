//! Keep a view of the queue under a name, or forget one.

use crate::{Desk, failure::Failure, reply::Reply, route::Answer, screen::queue::asked_again, visit::Visit};

/// Views of one person.
const MOST: usize = 20;

/// Keeps the list and filter of the form, or forgets the view that is named.
pub fn views(desk: &Desk, visit: &Visit) -> Answer {
    let person = visit.seat()?.person.id;
    if visit.ticked("forget") {
        let name = visit.field("forget").to_owned();
        desk.store.write(move |c| store::saved_view::drop(c, person, &name))?;
        return Ok(Reply::see("/desk?done=done"));
    }
    let name = visit.field("name").split_whitespace().collect::<Vec<_>>().join(" ");
    if !(1..=40).contains(&name.chars().count()) {
        return Err(Failure::Wrong("Give the view a name of 40 characters at most.".into()));
    }
    let query = asked_again(visit);
    let to = format!("/desk?{query}&done=done");
    let kept = desk.store.write(move |c| {
        let known = store::saved_view::of_person(c, person)?;
        if known.len() >= MOST && known.iter().all(|(other, _)| *other != name) {
            return Ok(false);
        }
        store::saved_view::put(c, person, &name, &query).map(|()| true)
    })?;
    if kept { Ok(Reply::see(to)) } else { Err(Failure::Wrong(format!("You have {MOST} views: forget one first."))) }
}
