//! Jobs that gave up, with what stopped them.

use askama::Template;
use store::job::Parked;

use crate::{
    Desk,
    moment::{self, Moment},
    route::Answer,
    screen::shell::Shell,
    visit::Visit,
};

struct Line {
    job: Parked,
    turn: String,
    at: Moment,
}

#[derive(Template)]
#[template(path = "jobs.html")]
struct Page {
    shell: Shell,
    lines: Vec<Line>,
    waiting: u64,
}

/// The page.
pub fn page(desk: &Desk, visit: &Visit) -> Answer {
    let (parked, waiting) = desk.store.read(|c| Ok((store::job::parked(c)?, store::job::waiting(c)?)))?;
    let line = |job: Parked| Line { at: moment::short(job.at, visit.now, &desk.zone), turn: job.job.turn(), job };
    super::page(&Page {
        shell: Shell::new(desk, visit.seat.as_ref(), "Jobs", "/desk/jobs").done(visit.asked("done")),
        lines: parked.into_iter().map(line).collect(),
        waiting,
    })
}
