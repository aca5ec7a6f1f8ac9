//! The tokens by which programs are let in.

use askama::Template;
use news::scope::Scope;
use store::token::Token;

use crate::{
    Desk,
    failure::Failure,
    moment::{self, Moment},
    route::Answer,
    screen::shell::Shell,
    visit::Visit,
};

/// Days that a token may hold, as the form has them, with the words; the usual one first.
pub const DAYS: [(&str, &str); 4] =
    [("90", "90 days"), ("30", "30 days"), ("365", "a year"), ("never", "until it is ended")];

struct Line {
    id: i64,
    name: String,
    scopes: String,
    by: String,
    made: Moment,
    used: Option<Moment>,
    until: Option<Moment>,
    /// It lets nobody in any more: `ended` or `expired`; empty where it does.
    over: &'static str,
}

#[derive(Template)]
#[template(path = "tokens.html")]
struct Page {
    shell: Shell,
    tokens: Vec<Line>,
    scopes: [Scope; 3],
    days: [(&'static str, &'static str); 4],
    key: Option<String>,
}

/// The page.
pub fn page(desk: &Desk, visit: &Visit) -> Answer {
    let shell = Shell::new(desk, visit.seat.as_ref(), "Tokens", "/desk/people").done(visit.asked("done"));
    show(desk, visit, shell, None)
}

/// The page with a new token: it is shown this once.
pub fn made(desk: &Desk, visit: &Visit, key: &str) -> Answer {
    let shell = Shell::new(desk, visit.seat.as_ref(), "Tokens", "/desk/people");
    show(desk, visit, shell, Some(key.into()))
}

/// The page with why something was not done.
pub fn refused(desk: &Desk, visit: &Visit, failure: &Failure) -> Answer {
    let shell = Shell::new(desk, visit.seat.as_ref(), "Tokens", "/desk/people").refused(failure.words());
    Ok(show(desk, visit, shell, None)?.with_status(failure.status()))
}

fn show(desk: &Desk, visit: &Visit, shell: Shell, key: Option<String>) -> Answer {
    let tokens = desk.store.read(store::token::list)?;
    let tokens = tokens.into_iter().map(|token| line(desk, visit, token)).collect();
    super::page(&Page { shell, tokens, scopes: Scope::ALL, days: DAYS, key })
}

fn line(desk: &Desk, visit: &Visit, token: Token) -> Line {
    let moment = |at| moment::short(at, visit.now, &desk.zone);
    let over = match (token.ended, token.holds(visit.now)) {
        (Some(_), _) => "ended",
        (None, false) => "expired",
        (None, true) => "",
    };
    Line {
        id: token.id,
        name: token.name,
        scopes: Scope::line(&token.scopes),
        by: token.by,
        made: moment(token.created),
        used: token.used.map(moment),
        until: token.expires.map(moment),
        over,
    }
}
