//! Put sources under a story, or take them away.

use desk::act::cite::Given;
use news::{ReportId, StoryId};

use crate::{Desk, failure::Failure, reply::Reply, route::Answer, screen::cited::refused, visit::Visit};

/// Reports at once.
const MOST: usize = 40;
/// Characters of a text that is given by hand, and of its name.
const TEXT: usize = 200_000;
const NAME: usize = 200;

/// Does what the form says; the text is checked against what then stands there.
pub fn cited(desk: &Desk, visit: &Visit) -> Answer {
    let id: StoryId = visit.id()?;
    match done(desk, visit, id) {
        Ok(()) => Ok(Reply::see(format!("/desk/story/{id}/sources?done=cited"))),
        Err(failure) => refused(desk, visit, id, &failure),
    }
}

fn done(desk: &Desk, visit: &Visit, id: StoryId) -> Result<(), Failure> {
    let now = visit.now;
    if visit.ticked("give") {
        give(desk, visit, id)?;
    } else if let Ok(report) = visit.field("away").parse::<ReportId>() {
        let order = super::order(visit, id, "no source of this")?;
        desk::transaction(&desk.store, move |c| desk::act::uncite(c, &order, report, now))?;
    } else {
        let reports: Vec<ReportId> = visit.fields("report").filter_map(|r| r.parse().ok()).take(MOST).collect();
        if reports.is_empty() {
            return Err(Failure::Wrong("Choose one report at least.".into()));
        }
        let order = super::order(visit, id, "a source of this")?;
        desk::transaction(&desk.store, move |c| desk::act::cite(c, &order, &reports, now))?;
    }
    // The job does so too; who goes back to the text shall not have to wait for it.
    Ok(desk::step::verify::verify(&desk.store, &desk.house.desk, id, now)?)
}

fn give(desk: &Desk, visit: &Visit, id: StoryId) -> Result<(), Failure> {
    let given = Given { name: visit.field("name").to_owned(), text: visit.field("text").to_owned() };
    if given.text.chars().count() > TEXT || given.name.chars().count() > NAME {
        return Err(Failure::Wrong(format!("A text has {TEXT} characters at most, and its name {NAME}.")));
    }
    let lang = desk.store.read(|c| store::story::by_id(c, id))?.ok_or(desk::Error::NoStory(id))?.lang;
    let order = super::order(visit, id, "a text given by hand")?;
    desk::act::give(&desk.store, &order, &given, &lang, visit.now)?;
    Ok(())
}
