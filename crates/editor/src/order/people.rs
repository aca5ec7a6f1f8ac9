//! Let people in and out.

use news::{PersonId, person::Role};

use crate::{
    Desk,
    failure::Failure,
    reply::Reply,
    route::Answer,
    screen::people::{invited, refused},
    sign::{link, prove::prove},
    visit::Visit,
};

/// Does what the pressed button says. All of it wants a code.
pub fn people(desk: &Desk, visit: &Visit) -> Answer {
    let done = prove(desk, visit).and_then(|()| match visit.field("do") {
        "invite" => invite(desk, visit),
        "renew" => renew(desk, visit),
        "revoke" => revoke(desk, visit).map(|()| None),
        "role" => role(desk, visit).map(|()| None),
        "leave" => leave(desk, visit, true).map(|()| None),
        "return" => leave(desk, visit, false).map(|()| None),
        _ => Err(Failure::NotFound),
    });
    match done {
        Ok(Some(link)) => invited(desk, visit, &link),
        Ok(None) => Ok(Reply::see("/desk/people?done=done")),
        Err(failure) => refused(desk, visit, &failure),
    }
}

fn wanted_role(visit: &Visit) -> Result<Role, Failure> {
    Role::from_word(visit.field("role")).ok_or_else(|| Failure::Wrong("Choose a role.".into()))
}

/// The link of an invitation: it is shown once, for the admin to pass on.
fn invite(desk: &Desk, visit: &Visit) -> Result<Option<String>, Failure> {
    let email = visit.field("email").trim().to_lowercase();
    if !email.contains('@') || email.contains(char::is_whitespace) || email.len() > 254 {
        return Err(Failure::Wrong("That is not an e-mail address.".into()));
    }
    if desk.store.read(|c| store::person::by_email(c, &email))?.is_some() {
        return Err(Failure::Wrong(
            "Somebody of that address is at the desk already; give them a new link instead.".into(),
        ));
    }
    let role = wanted_role(visit)?;
    let by = visit.seat()?.person.name.clone();
    let (invitation, path) = link::invitation(&email, role, &by, None, visit.now)?;
    keep(desk, visit, invitation, &format!("{email} as {}", role.word()))?;
    Ok(Some(format!("{}{path}", desk.house.base_url)))
}

/// A new link for somebody who lost phone and codes: it asks for a new password and a new phone, and ends their browsers.
fn renew(desk: &Desk, visit: &Visit) -> Result<Option<String>, Failure> {
    let person = theirs(desk, visit)?;
    if person.left.is_some() {
        return Err(Failure::Wrong(format!("{} was let go. Let them back in first.", person.name)));
    }
    let by = visit.seat()?.person.name.clone();
    let (invitation, path) = link::invitation(&person.email, person.role, &by, Some(person.id), visit.now)?;
    keep(desk, visit, invitation, &format!("a new link for {}", person.name))?;
    Ok(Some(format!("{}{path}", desk.house.base_url)))
}

fn keep(desk: &Desk, visit: &Visit, invitation: store::invitation::Invitation, told: &str) -> Result<(), Failure> {
    let (who, told, now) = (visit.seat()?.person.clone(), told.to_owned(), visit.now);
    Ok(desk.store.write(move |c| {
        store::invitation::put(c, &invitation)?;
        super::log(c, &who.name, "invite", ("person", who.id.0), &told, now)
    })?)
}

/// Takes a link back that nobody has used.
fn revoke(desk: &Desk, visit: &Visit) -> Result<(), Failure> {
    let (who, email, now) = (visit.seat()?.person.clone(), visit.field("email").to_owned(), visit.now);
    Ok(desk.store.write(move |c| {
        store::invitation::void(c, &email, now)?;
        super::log(c, &who.name, "revoke", ("person", who.id.0), &format!("the link for {email}"), now)
    })?)
}

fn theirs(desk: &Desk, visit: &Visit) -> Result<news::person::Person, Failure> {
    let id: PersonId = visit.field("person").parse().map_err(|_| Failure::NotFound)?;
    desk.store.read(|c| store::person::by_id(c, id))?.ok_or(Failure::NotFound)
}

fn role(desk: &Desk, visit: &Visit) -> Result<(), Failure> {
    let (person, role) = (theirs(desk, visit)?, wanted_role(visit)?);
    let (who, now) = (visit.seat()?.person.name.clone(), visit.now);
    Ok(desk.store.write(move |c| {
        store::person::set_role(c, person.id, role, &person.competence)?;
        if role != Role::Admin {
            store::invitation::void_by(c, &person.name, now)?;
            store::token::end_by(c, &person.name, now)?;
        }
        let told = format!("{} is {} now, was {}", person.name, role.word(), person.role.word());
        super::log(c, &who, "role", ("person", person.id.0), &told, now)
    })?)
}

/// Who leaves is signed out everywhere; their name stays in the record.
fn leave(desk: &Desk, visit: &Visit, leaves: bool) -> Result<(), Failure> {
    let person = theirs(desk, visit)?;
    let (who, now) = (visit.seat()?.person.name.clone(), visit.now);
    Ok(desk.store.write(move |c| {
        store::person::set_left(c, person.id, leaves.then_some(now))?;
        if leaves {
            store::sign_in::end_others(c, person.id, None)?;
            store::passkey::remove_all(c, person.id)?;
            store::invitation::void_by(c, &person.name, now)?;
            store::token::end_by(c, &person.name, now)?;
            store::invitation::void(c, &person.email, now)?;
        }
        let act = if leaves { "leave" } else { "return" };
        super::log(c, &who, act, ("person", person.id.0), &person.name, now)
    })?)
}
