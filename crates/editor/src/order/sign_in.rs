//! Sign in, sign out.

use axum::http::StatusCode;
use news::{Hash, PersonId, Time, person::Person};
use store::{Conn, person::Secrets};

use crate::{
    Desk,
    failure::Failure,
    reply::Reply,
    route::Answer,
    screen::sign_in::{form, here},
    sign::{code, cookie, password, token},
    visit::Visit,
};

/// What is said whatever was wrong.
const WRONG: &str = "E-mail, password or code is wrong. A code is taken once: wait for the next one.";

/// Somebody signs in: address, password and code at once, and one answer for whatever is wrong.
pub fn sign_in(desk: &Desk, visit: &Visit) -> Answer {
    let email = visit.field("email").trim().to_lowercase();
    let found = desk.store.read(|c| store::person::by_email(c, &email))?.filter(|(p, _)| p.left.is_none());
    let known = found
        .as_ref()
        .is_some_and(|(p, secrets)| cookie::is_known(&desk.key, p.id, &secrets.password, visit.cookie(cookie::KNOWN)));
    if let Err(seconds) = desk.throttle.take(visit.client, &email, known) {
        let why = Failure::TooMany(seconds);
        return Ok(form(desk, visit.field("to"), &email, Some(why.words()))?.with_status(why.status()));
    }
    let hash = found.as_ref().map(|(_, secrets)| secrets.password.as_str());
    let right = password::is_right(visit.field("password"), hash);
    let seated = match found.filter(|(person, _)| right && !desk.throttle.guesses(person.id, visit.now)) {
        Some((person, secrets)) => by_code(desk, visit, &person, secrets)?,
        None => None,
    };
    match seated {
        Some(cookies) => Ok(cookies.into_iter().fold(Reply::see(here(visit.field("to"))), Reply::with_cookie)),
        None => {
            tracing::warn!(client = %visit.client, "a sign-in to the desk was refused");
            Ok(form(desk, visit.field("to"), &email, Some(WRONG.into()))?.with_status(StatusCode::FORBIDDEN))
        }
    }
}

/// The cookies of a new browser, when the code is right too and nobody changed the secrets meanwhile.
fn by_code(desk: &Desk, visit: &Visit, person: &Person, secrets: Secrets) -> Result<Option<[String; 2]>, Failure> {
    let (code, now, id) = (visit.field("code").to_owned(), visit.now, person.id);
    let known = cookie::known(&desk.key, id, &secrets.password);
    let (browser, token) = Browser::new(visit, id, &person.name)?;
    let right = desk.store.write(move |c| {
        let still = store::person::secrets_of(c, id)?.is_some_and(|kept| kept == secrets);
        let here = store::person::by_id(c, id)?.is_some_and(|p| p.left.is_none());
        if !still || !here || !code::take(c, id, &secrets.totp, &code, now)? {
            return Ok(false);
        }
        browser.put(c).map(|()| true)
    })?;
    if desk.throttle.code(id, right, now) {
        tracing::warn!(person = %person.name, "many wrong codes behind a right password: no code is taken for an hour");
    }
    Ok(right.then(|| [cookie::sign_in(&token), known]))
}

/// A browser to be signed in.
pub(super) struct Browser {
    hash: Hash,
    person: PersonId,
    name: String,
    agent: String,
    address: String,
    now: Time,
    before: Option<(Hash, PersonId)>,
}

impl Browser {
    pub(super) fn new(visit: &Visit, person: PersonId, name: &str) -> Result<(Self, String), Failure> {
        let (token, hash) = token()?;
        let before = visit.seat.as_ref().map(|s| (s.sign_in.hash, s.person.id));
        let (name, agent, address) = (name.to_owned(), visit.agent.clone(), visit.client.to_string());
        Ok((Self { hash, person, name, agent, address, now: visit.now, before }, token))
    }

    /// What was in the cookie before is worth nothing any more.
    pub(super) fn put(self, c: &mut dyn Conn) -> store::Result<()> {
        let Self { hash, person, name, agent, address, now, before } = self;
        if let Some((hash, person)) = before {
            store::sign_in::end(c, hash, person)?;
        }
        let (idle, old) = (now.plus_ms(-crate::guard::IDLE_MS), now.plus_ms(-crate::guard::LONGEST_MS));
        store::sign_in::end_old(c, idle, old)?;
        store::sign_in::put(c, hash, person, &agent, &address, now)?;
        super::log(c, &name, "sign in", ("person", person.0), &format!("from {address}"), now)
    }
}

/// The reply with the browser of somebody signed in who came by a link.
pub fn seated(desk: &Desk, visit: &Visit, person: PersonId, name: &str, password: &str, reply: Reply) -> Answer {
    let (browser, token) = Browser::new(visit, person, name)?;
    desk.store.write(move |c| browser.put(c))?;
    Ok(reply.with_cookie(cookie::sign_in(&token)).with_cookie(cookie::known(&desk.key, person, password)))
}

/// Somebody signs out.
pub fn sign_out(desk: &Desk, visit: &Visit) -> Answer {
    let seat = visit.seat()?;
    let (hash, person) = (seat.sign_in.hash, seat.person.id);
    desk.store.write(move |c| store::sign_in::end(c, hash, person))?;
    Ok(Reply::see("/desk/in").with_cookie(cookie::sign_out()))
}
