//! Put sources under a story, or take them away.

use desk::act::{Given, Order};
use news::{Lang, ReportId, StoryId, Time, person::Role, stage::Stage};
use store::Conn;

use crate::{Desk, failure::Failure, guard, reply::Reply, route::Answer, screen::cited::refused, visit::Visit};

/// Reports at once.
const MOST: usize = 40;
/// Characters of a text that is given by hand, and of its name.
const TEXT: usize = 200_000;
const NAME: usize = 200;

/// What the form asks for.
enum Asked {
    Give(Given, Lang),
    Away(ReportId),
    Put(Vec<ReportId>),
}

/// Does what the form says; the text is checked against what then stands there.
pub fn cited(desk: &Desk, visit: &Visit) -> Answer {
    let id: StoryId = visit.id()?;
    match done(desk, visit, id) {
        Ok(()) => Ok(Reply::see(format!("/desk/story/{id}/sources?done=cited"))),
        Err(failure) => refused(desk, visit, id, &failure),
    }
}

fn done(desk: &Desk, visit: &Visit, id: StoryId) -> Result<(), Failure> {
    let story = desk.store.read(|c| store::story::by_id(c, id))?.ok_or(desk::Error::NoStory(id))?;
    if story.stage == Stage::Published {
        // Readers see it at once.
        guard::may(visit.seat.as_ref(), Role::Editor)?;
    }
    let (asked, why) = asked(visit, &story.lang)?;
    if let Asked::Give(given, _) = &asked {
        desk.store.put_blob(given.bytes())?;
    }
    let (order, now) = (super::order(visit, id, why)?, visit.now);
    let editor = visit.seat()?.person.role >= Role::Editor;
    desk::transaction(&desk.store, move |c| {
        let out = store::story::by_id(c, id)?.is_some_and(|s| s.stage == Stage::Published);
        if out && !editor {
            return Err(desk::Error::Changed { by: "Somebody who published it".into() });
        }
        run(c, &order, asked, now)
    })?;
    // The job does so too; who goes back to the text shall not have to wait for it.
    Ok(desk::step::verify::verify(&desk.store, &desk.house.desk, id, now)?)
}

fn asked(visit: &Visit, lang: &Lang) -> Result<(Asked, &'static str), Failure> {
    if visit.ticked("give") {
        let (name, text) = (visit.field("name"), visit.field("text"));
        if text.chars().count() > TEXT || name.chars().count() > NAME {
            return Err(Failure::Wrong(format!("A text has {TEXT} characters at most, and its name {NAME}.")));
        }
        return Ok((Asked::Give(Given::new(name, text)?, lang.clone()), "a document added as a source"));
    }
    if let Ok(report) = visit.field("away").parse::<ReportId>() {
        return Ok((Asked::Away(report), "no source of this"));
    }
    let reports: Vec<ReportId> = visit.fields("report").filter_map(|r| r.parse().ok()).take(MOST).collect();
    if reports.is_empty() {
        return Err(Failure::Wrong("Choose one report at least.".into()));
    }
    Ok((Asked::Put(reports), "a source of this"))
}

fn run(c: &mut dyn Conn, order: &Order, asked: Asked, now: Time) -> desk::Result<()> {
    match asked {
        Asked::Give(given, lang) => desk::act::give(c, order, &given, &lang, now).map(drop),
        Asked::Away(report) => desk::act::uncite(c, order, report, now),
        Asked::Put(reports) => desk::act::cite(c, order, &reports, now),
    }
}
