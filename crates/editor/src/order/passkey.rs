//! Passkeys: one is added, lets its person in, proves that it is they, is removed. A script asks, for browsers show
//! passkeys to scripts only; what it gets is JSON, and in `why` a sentence when something was not done.

use axum::http::StatusCode;
use serde_json::json;

use super::sign_in::Browser;
use crate::{
    Desk,
    failure::Failure,
    reply::Reply,
    route::Answer,
    screen::sign_in::here,
    sign::{
        cookie,
        passkey::{self, Asked, Kind},
        prove::prove,
    },
    visit::Visit,
};

/// Characters of a passkey's name.
const NAME: std::ops::RangeInclusive<usize> = 1..=60;
/// Passkeys of one person.
const MOST: usize = 20;

/// What was asked for, or why not.
fn told(answer: Answer) -> Answer {
    match answer {
        Err(why) if why.status() != StatusCode::INTERNAL_SERVER_ERROR => {
            Ok(Reply::json(&json!({ "why": why.words() })).with_status(why.status()))
        }
        other => other,
    }
}

fn question((ask, cookie): Asked) -> Reply {
    Reply::json(&ask).with_cookie(cookie)
}

/// Asks a browser to make a passkey.
pub fn add_begin(desk: &Desk, visit: &Visit) -> Answer {
    told(ask_for_new(desk, visit).map(question))
}

fn ask_for_new(desk: &Desk, visit: &Visit) -> Result<Asked, Failure> {
    name(visit)?;
    prove(desk, visit)?;
    let person = visit.seat()?.person.id;
    let known = desk.store.read(|c| store::passkey::of_person(c, person))?;
    if known.len() >= MOST {
        return Err(Failure::Wrong(format!("You have {MOST} passkeys, and more are not kept. Remove one first.")));
    }
    passkey::ask_for_new(desk, visit, known)
}

fn name(visit: &Visit) -> Result<String, Failure> {
    let name = visit.field("name").split_whitespace().collect::<Vec<_>>().join(" ");
    let why = "Give it a name by which you know it again, such as “my laptop”.";
    if NAME.contains(&name.chars().count()) { Ok(name) } else { Err(Failure::Wrong(why.into())) }
}

/// Keeps the passkey that the browser made.
pub fn add_finish(desk: &Desk, visit: &Visit) -> Answer {
    let kept = json!({ "to": "/desk/account?done=passkey" });
    told(add(desk, visit).map(|()| Reply::json(&kept).with_cookie(passkey::over())))
}

/// Wants no code: the question was asked for one, a moment ago, and of this very browser.
fn add(desk: &Desk, visit: &Visit) -> Result<(), Failure> {
    let new = passkey::new(desk, visit, name(visit)?)?;
    let (who, now) = (visit.seat()?.person.clone(), visit.now);
    let kept = desk.store.write(move |c| {
        let kept = store::passkey::put(c, &new, now)?;
        if kept {
            super::log(c, &who.name, "passkey", ("person", who.id.0), &format!("added: {}", new.name), now)?;
        }
        Ok(kept)
    })?;
    if kept { Ok(()) } else { Err(Failure::Wrong("This passkey is kept here already.".into())) }
}

/// Removes one of one's own.
pub fn remove(desk: &Desk, visit: &Visit) -> Result<(), Failure> {
    prove(desk, visit)?;
    let id: i64 = visit.field("passkey").parse().map_err(|_| Failure::NotFound)?;
    let (who, now) = (visit.seat()?.person.clone(), visit.now);
    let removed = desk.store.write(move |c| {
        let Some(name) = store::passkey::remove(c, id, who.id)? else { return Ok(false) };
        super::log(c, &who.name, "passkey", ("person", who.id.0), &format!("removed: {name}"), now)?;
        Ok(true)
    })?;
    if removed { Ok(()) } else { Err(Failure::NotFound) }
}

/// Asks a browser that nobody is signed in with. Each answer belongs to a question, so that counting these counts both.
pub fn in_begin(desk: &Desk, visit: &Visit) -> Answer {
    let counted = desk.throttle.take(visit.client, "passkey", true).map_err(Failure::TooMany);
    told(counted.and_then(|()| passkey::ask(desk, visit, Kind::SignIn)).map(question))
}

/// Signs its person in.
pub fn in_finish(desk: &Desk, visit: &Visit) -> Answer {
    told(let_in(desk, visit))
}

fn let_in(desk: &Desk, visit: &Visit) -> Answer {
    let proved = passkey::answered(desk, visit, Kind::SignIn)?;
    let (id, now) = (proved.person.id, visit.now);
    let (browser, token) = Browser::new(visit, id, &proved.person.name)?;
    let secrets = desk.store.write(move |c| {
        if !proved.note(c, now)? {
            return Ok(None);
        }
        browser.put(c)?;
        store::person::secrets_of(c, id)
    })?;
    let secrets = secrets.ok_or_else(|| passkey::refused(visit, "it went meanwhile"))?;
    Ok(Reply::json(&json!({ "to": here(visit.field("to")) }))
        .with_cookie(cookie::sign_in(&token))
        .with_cookie(cookie::known(&desk.key, id, &secrets.password))
        .with_cookie(passkey::over()))
}

/// Asks the browser of somebody signed in whether it is they who sit there.
pub fn prove_begin(desk: &Desk, visit: &Visit) -> Answer {
    told(ask_who(desk, visit).map(question))
}

fn ask_who(desk: &Desk, visit: &Visit) -> Result<Asked, Failure> {
    if !visit.seat()?.passkey {
        return Err(Failure::Wrong("You have no passkey here yet. Add one under Your account.".into()));
    }
    passkey::ask(desk, visit, Kind::Prove)
}

/// It is: acts want no code for some minutes.
pub fn prove_finish(desk: &Desk, visit: &Visit) -> Answer {
    told(step_up(desk, visit).map(|()| Reply::json(&json!({})).with_cookie(passkey::over())))
}

fn step_up(desk: &Desk, visit: &Visit) -> Result<(), Failure> {
    let proved = passkey::answered(desk, visit, Kind::Prove)?;
    let (seat, now) = (visit.seat()?, visit.now);
    if proved.person.id != seat.person.id {
        return Err(passkey::refused(visit, "it is somebody else’s"));
    }
    let hash = seat.sign_in.hash;
    let noted = desk.store.write(move |c| {
        let noted = proved.note(c, now)?;
        if noted {
            store::sign_in::step_up(c, hash, now)?;
        }
        Ok(noted)
    })?;
    if noted { Ok(()) } else { Err(passkey::refused(visit, "it went meanwhile")) }
}
