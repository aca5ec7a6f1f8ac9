//! Links that let somebody in once.

use news::{PersonId, Time, person::Role};
use store::{Store, invitation::Invitation};

use crate::failure::Failure;

/// The first set-up's link holds so long; another is made at each start while nobody is at the desk.
const FIRST_MS: i64 = Time::DAY_MS;
/// An invitation holds so long.
const INVITED_MS: i64 = 3 * Time::DAY_MS;

/// The path of a link for the first admin; `None` when somebody is at the desk already. An earlier one is void.
///
/// # Errors
/// The store's; that the system gives no random numbers.
pub fn first_link(store: &Store, now: Time) -> store::Result<Option<String>> {
    let (token, hash) = super::token().map_err(|e| store::Error::Refused(e.to_string()))?;
    let link = Invitation {
        hash,
        email: String::new(),
        role: Role::Admin,
        by: "set-up".into(),
        person: None,
        created: now,
        expires: now.plus_ms(FIRST_MS),
    };
    let made = store.write(move |c| {
        if store::person::list(c)?.iter().any(|p| p.left.is_none()) {
            return Ok(false);
        }
        store::invitation::put(c, &link).map(|()| true)
    })?;
    Ok(made.then(|| path(&token)))
}

/// An invitation and the path of its link.
pub fn invitation(
    email: &str,
    role: Role,
    by: &str,
    person: Option<PersonId>,
    now: Time,
) -> Result<(Invitation, String), Failure> {
    let (token, hash) = super::token()?;
    let (email, by, expires) = (email.to_owned(), by.to_owned(), now.plus_ms(INVITED_MS));
    Ok((Invitation { hash, email, role, by, person, created: now, expires }, path(&token)))
}

/// Makes and keeps an invitation from outside the desk's screens; the path of its link.
///
/// # Errors
/// The store's; that the system gives no random numbers.
pub fn invite(
    store: &Store,
    email: &str,
    role: Role,
    person: Option<PersonId>,
    by: &str,
    now: Time,
) -> store::Result<String> {
    let made = invitation(email, role, by, person, now);
    let (invitation, path) = made.map_err(|e| store::Error::Refused(e.to_string()))?;
    let told = format!("{email} as {}, from {by}", role.word());
    store.write(move |c| {
        store::invitation::put(c, &invitation)?;
        let (who, act, thing) = ("cli".into(), "invite".into(), "person".into());
        let thing_id = person.map_or(0, |p| p.0);
        store::log::add(c, &store::log::Entry { at: now, who, act, thing, thing_id, reason: told })
    })?;
    Ok(path)
}

fn path(token: &str) -> String {
    format!("/desk/join/{token}")
}
