//! Answer for a sentence by name.

use news::StoryId;

use crate::{
    Desk, failure::Failure, reply::Reply, route::Answer, screen::story::refused, sign::prove::prove, visit::Visit,
};

/// Signs for a sentence, or takes the signature back.
pub fn sign(desk: &Desk, visit: &Visit) -> Answer {
    let id: StoryId = visit.id()?;
    match signed(desk, visit, id) {
        Ok(()) => {
            Ok(Reply::see(format!("/desk/story/{id}?done={}", if visit.ticked("undo") { "done" } else { "signed" })))
        }
        Err(failure) => refused(desk, visit, id, &failure, None),
    }
}

fn signed(desk: &Desk, visit: &Visit, id: StoryId) -> Result<(), Failure> {
    let order = super::order(visit, id, visit.field("reason"))?;
    let (words, now) = (visit.field("words").to_owned(), visit.now);
    prove(desk, visit)?;
    if visit.ticked("undo") {
        return Ok(desk::transaction(&desk.store, move |c| desk::act::unsign(c, &order, &words, now))?);
    }
    Ok(desk::transaction(&desk.store, move |c| desk::act::sign(c, &order, &words, now))?)
}
