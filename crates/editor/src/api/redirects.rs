//! Addresses of the house that lead elsewhere in it.

use serde::{Deserialize, Serialize};
use store::redirect::Redirect as Kept;
use utoipa::ToSchema;

use super::{answer, body, iso, only, who};
use crate::{
    Desk,
    order::redirects::{Lead, lead},
    route::Answer,
    visit::Visit,
};

/// Redirects at once.
const MOST: usize = 200;

/// An address that shall lead elsewhere.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewRedirect {
    /// The path, without anything from a question mark on: `/2019/05/library-opens`.
    pub path: String,
    /// Where it leads: the number of a story, or another path of this house.
    pub target: String,
    /// Why, for the log.
    pub reason: String,
}

/// An address that leads elsewhere.
#[derive(Serialize, ToSchema)]
pub struct Redirect {
    /// The path, as browsers send it.
    pub path: String,
    /// The path that it leads to.
    pub target: String,
    /// Who said so; a program as `api NAME`.
    pub who: String,
    /// When.
    pub at: String,
}

/// Some of them.
#[derive(Serialize, ToSchema)]
pub struct Redirects {
    /// By path, at most 200.
    pub redirects: Vec<Redirect>,
    /// Ask with `after_path` set to this for the next ones; null when there are none.
    pub after_path: Option<String>,
}

/// Some of them, by path.
pub fn redirects(desk: &Desk, visit: &Visit) -> Answer {
    only(visit, &["after_path"])?;
    let mut found = desk.store.read(|c| store::redirect::list(c, visit.asked("after_path"), MOST + 1))?;
    let more = found.len() > MOST;
    found.truncate(MOST);
    answer(&Redirects {
        after_path: found.last().filter(|_| more).map(|last| last.path.clone()),
        redirects: found.into_iter().map(told).collect(),
    })
}

/// Lets a path lead elsewhere, by the rules of the desk's form.
pub fn redirect(desk: &Desk, visit: &Visit) -> Answer {
    let sent: NewRedirect = body::read(visit)?;
    let (who, at) = (who(visit)?, visit.now);
    let wanted = Lead { path: &sent.path, target: &sent.target, who: &who, reason: &sent.reason };
    let (path, target) = lead(&desk.store, &wanted, at)?;
    answer(&Redirect { path, target, who, at: iso(at) })
}

fn told(kept: Kept) -> Redirect {
    Redirect { path: kept.path, target: kept.target, who: kept.who, at: iso(kept.at) }
}
