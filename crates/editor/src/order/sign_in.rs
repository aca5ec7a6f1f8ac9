//! Sign in, sign out.

use news::PersonId;

use crate::{
    Desk,
    failure::Failure,
    reply::Reply,
    route::Answer,
    screen::sign_in::{form, here},
    sign::{cookie, password, token},
    visit::Visit,
};

/// Somebody signs in: address, password and code at once, and one answer for whatever is wrong.
pub fn sign_in(desk: &Desk, visit: &Visit) -> Answer {
    let email = visit.field("email").trim().to_lowercase();
    let found = desk.store.read(|c| store::person::by_email(c, &email))?.filter(|(p, _)| p.left.is_none());
    let known = found.as_ref().is_some_and(|(p, _)| cookie::is_known(&desk.key, p.id, visit.cookie(cookie::KNOWN)));
    if let Err(seconds) = desk.throttle.take(visit.client, &email, known) {
        let why = Failure::TooMany(seconds);
        return Ok(form(desk, visit.field("to"), &email, Some(why.words()))?.with_status(why.status()));
    }
    let hash = found.as_ref().map(|(_, secrets)| secrets.password.as_str());
    let right = password::is_right(visit.field("password"), hash);
    let (code, now) = (visit.field("code").to_owned(), visit.now);
    let person = found.filter(|_| right);
    let right = match person {
        None => None,
        Some((person, secrets)) => desk
            .store
            .write(move |c| Ok(crate::sign::code::take(c, person.id, &secrets.totp, &code, now)?.then_some(person)))?,
    };
    let Some(person) = right else {
        tracing::warn!(client = %visit.client, "a sign-in to the desk was refused");
        let why = "E-mail, password or code is wrong. A code is taken once: wait for the next one.";
        return Ok(
            form(desk, visit.field("to"), &email, Some(why.into()))?.with_status(axum::http::StatusCode::FORBIDDEN)
        );
    };
    let reply = Reply::see(here(visit.field("to")));
    seated(desk, visit, person.id, &person.name, reply)
}

/// The reply with a new browser signed in; what was in the cookie before is worth nothing any more.
pub fn seated(desk: &Desk, visit: &Visit, person: PersonId, name: &str, reply: Reply) -> Answer {
    let (token, hash) = token()?;
    let (agent, address, now, name) = (visit.agent.clone(), visit.client.to_string(), visit.now, name.to_owned());
    let before = visit.seat.as_ref().map(|s| (s.sign_in.hash, s.person.id));
    desk.store.write(move |c| {
        if let Some((hash, person)) = before {
            store::sign_in::end(c, hash, person)?;
        }
        let (idle, old) = (now.plus_ms(-crate::guard::IDLE_MS), now.plus_ms(-crate::guard::LONGEST_MS));
        store::sign_in::end_old(c, idle, old)?;
        store::sign_in::put(c, hash, person, &agent, &address, now)?;
        super::log(c, &name, "sign in", ("person", person.0), &format!("from {address}"), now)
    })?;
    Ok(reply.with_cookie(cookie::sign_in(&token)).with_cookie(cookie::known(&desk.key, person)))
}

/// Somebody signs out.
pub fn sign_out(desk: &Desk, visit: &Visit) -> Answer {
    let seat = visit.seat()?;
    let (hash, person) = (seat.sign_in.hash, seat.person.id);
    desk.store.write(move |c| store::sign_in::end(c, hash, person))?;
    Ok(Reply::see("/desk/in").with_cookie(cookie::sign_out()))
}
