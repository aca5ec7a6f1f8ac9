//! Who is at the desk.

use askama::Template;
use news::person::{Person, Role};

use crate::{
    Desk,
    failure::Failure,
    moment::{self, Moment},
    route::Answer,
    screen::shell::Shell,
    visit::Visit,
};

struct Line {
    person: Person,
    since: Moment,
    here: bool,
}

struct Open {
    email: String,
    role: &'static str,
    by: String,
    until: Moment,
}

#[derive(Template)]
#[template(path = "people.html")]
struct Page {
    shell: Shell,
    people: Vec<Line>,
    open: Vec<Open>,
    roles: [&'static str; 4],
    link: Option<String>,
}

/// The page.
pub fn page(desk: &Desk, visit: &Visit) -> Answer {
    let shell = Shell::new(desk, visit.seat.as_ref(), "People", "/desk/people").done(visit.asked("done"));
    show(desk, visit, shell, None)
}

/// The page with a link to pass on: it is shown this once.
pub fn invited(desk: &Desk, visit: &Visit, link: &str) -> Answer {
    let shell = Shell::new(desk, visit.seat.as_ref(), "People", "/desk/people");
    show(desk, visit, shell, Some(link.into()))
}

/// The page with why something was not done.
pub fn refused(desk: &Desk, visit: &Visit, failure: &Failure) -> Answer {
    let shell = Shell::new(desk, visit.seat.as_ref(), "People", "/desk/people").refused(failure.words());
    Ok(show(desk, visit, shell, None)?.with_status(failure.status()))
}

fn show(desk: &Desk, visit: &Visit, shell: Shell, link: Option<String>) -> Answer {
    let me = visit.seat()?.person.id;
    let (people, open) = desk.store.read(|c| Ok((store::person::list(c)?, store::invitation::list(c, visit.now)?)))?;
    let moment = |at| moment::short(at, visit.now, &desk.zone);
    let open =
        open.into_iter().map(|i| Open { email: i.email, role: i.role.word(), by: i.by, until: moment(i.expires) });
    super::page(&Page {
        shell,
        people: people.into_iter().map(|p| Line { since: moment(p.created), here: p.id == me, person: p }).collect(),
        open: open.collect(),
        roles: Role::ALL.map(Role::word),
        link,
    })
}
