//! Make and end the tokens by which programs are let in.

use news::scope::Scope;

use crate::{
    Desk,
    api::{Wanted, make_token},
    failure::Failure,
    reply::Reply,
    route::Answer,
    screen::tokens::{DAYS, made, refused},
    sign::prove::prove,
    visit::Visit,
};

/// Does what the pressed button says. Making one wants a code; ending one is quick on purpose.
pub fn tokens(desk: &Desk, visit: &Visit) -> Answer {
    let done = match visit.field("do") {
        "make" => prove(desk, visit).and_then(|()| make(desk, visit)).map(Some),
        "end" => end(desk, visit).map(|()| None),
        _ => Err(Failure::NotFound),
    };
    match done {
        Ok(Some(key)) => made(desk, visit, &key),
        Ok(None) => Ok(Reply::see("/desk/tokens?done=done")),
        Err(failure) => refused(desk, visit, &failure),
    }
}

/// The token: it is shown once, for the admin to put where the program finds it.
fn make(desk: &Desk, visit: &Visit) -> Result<String, Failure> {
    let scopes: Vec<Scope> = visit.fields("scope").filter_map(Scope::from_word).collect();
    let days = visit.field("days");
    if !DAYS.iter().any(|(known, _)| *known == days) {
        return Err(Failure::Wrong("Choose how long it holds.".into()));
    }
    let wanted =
        Wanted { name: visit.field("name"), scopes: &scopes, days: days.parse().ok(), by: &visit.seat()?.person.name };
    make_token(&desk.store, &wanted, visit.now).map_err(|error| match error {
        refused @ store::Error::Refused(_) => Failure::Wrong(Failure::Store(refused).words()),
        other => other.into(),
    })
}

fn end(desk: &Desk, visit: &Visit) -> Result<(), Failure> {
    let id: i64 = visit.field("id").parse().map_err(|_| Failure::NotFound)?;
    let (who, now) = (visit.seat()?.person.name.clone(), visit.now);
    let token = desk.store.read(store::token::list)?.into_iter().find(|t| t.id == id).ok_or(Failure::NotFound)?;
    Ok(desk.store.write(move |c| {
        if store::token::end(c, id, now)? {
            super::log(c, &who, "end token", ("token", id), &token.name, now)?;
        }
        Ok(())
    })?)
}
