//! Take an earlier text again: what undoes an edit, and can be undone in the same way.

use news::{RevisionId, StoryId};

use crate::{Desk, failure::Failure, reply::Reply, route::Answer, screen::revisions::refused, visit::Visit};

/// Saves the text of an older revision over the newest, as a revision of its own.
pub fn restore(desk: &Desk, visit: &Visit) -> Answer {
    let id: StoryId = visit.id()?;
    match restored(desk, visit, id) {
        Ok(()) => Ok(Reply::see(format!("/desk/story/{id}?done=saved"))),
        Err(failure) => refused(desk, visit, &failure),
    }
}

fn restored(desk: &Desk, visit: &Visit, id: StoryId) -> Result<(), Failure> {
    let number = |name: &str| visit.field(name).parse::<RevisionId>().map_err(|_| Failure::Forged);
    let (again, base) = (number("again")?, number("base")?);
    let older = desk.store.read(|c| store::revision::by_id(c, again))?.filter(|r| r.story == id);
    let older = older.ok_or(Failure::NotFound)?;
    let order = super::order(visit, id, &format!("the text of revision {} again", older.number))?;
    desk::act::edit(&desk.store, &desk.house.desk, &order, base, older.draft, visit.now)?;
    Ok(())
}
