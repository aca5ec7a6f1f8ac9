//! Addresses of the house that lead elsewhere in it.

use askama::Template;
use store::redirect::Redirect;

use crate::{
    Desk,
    failure::Failure,
    moment::{self, Moment},
    route::Answer,
    screen::shell::Shell,
    visit::Visit,
};

/// Addresses on a page.
const SHOWN: usize = 200;

struct Line {
    redirect: Redirect,
    at: Moment,
}

#[derive(Template)]
#[template(path = "redirects.html")]
struct Page {
    shell: Shell,
    lines: Vec<Line>,
    more: Option<String>,
    path: String,
    target: String,
    reason: String,
}

/// The page.
pub fn page(desk: &Desk, visit: &Visit) -> Answer {
    show(desk, visit, None)
}

/// The page as the form was sent, with why it was not done.
pub fn refused(desk: &Desk, visit: &Visit, failure: &Failure) -> Answer {
    Ok(show(desk, visit, Some(failure))?.with_status(failure.status()))
}

fn show(desk: &Desk, visit: &Visit, failure: Option<&Failure>) -> Answer {
    let mut found = desk.store.read(|c| store::redirect::list(c, visit.asked("after"), SHOWN + 1))?;
    let more = (found.len() > SHOWN).then(|| found.get(SHOWN - 1).map(|r| crate::field::encode(&r.path))).flatten();
    found.truncate(SHOWN);
    let line = |redirect: Redirect| Line { at: moment::short(redirect.at, visit.now, &desk.zone), redirect };
    let shell = Shell::new(desk, visit.seat.as_ref(), "Redirects", "/desk/house").done(visit.asked("done"));
    super::page(&Page {
        shell: match failure {
            Some(failure) => shell.refused(failure.words()),
            None => shell,
        },
        lines: found.into_iter().map(line).collect(),
        more,
        path: visit.field("path").to_owned(),
        target: visit.field("target").to_owned(),
        reason: visit.field("reason").to_owned(),
    })
}
