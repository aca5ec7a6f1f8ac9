//! Somebody comes in by a link.

use news::{PersonId, Time};
use store::{
    invitation::Invitation,
    person::{NewPerson, Secrets},
};

use crate::{
    Desk,
    failure::Failure,
    route::Answer,
    screen::join::{Fields, form, invitation, joined},
    sign::{code, password},
    visit::Visit,
};

/// Characters of a name or of what somebody knows.
const NAME: std::ops::RangeInclusive<usize> = 2..=80;
const COMPETENCE: std::ops::RangeInclusive<usize> = 3..=200;
/// Names that act in the log and are nobody's.
const MACHINES: [&str; 7] = ["policy", "wire", "cli", "desk", "set-up", "extract", "model"];

/// Makes them somebody of the desk, or gives somebody of it new secrets; the link is used up.
pub fn join(desk: &Desk, visit: &Visit) -> Answer {
    desk.throttle.take(visit.client, "join", true).map_err(Failure::TooMany)?;
    let invitation = invitation(desk, visit)?;
    let line = |name: &str| visit.field(name).split_whitespace().collect::<Vec<_>>().join(" ");
    let email = if invitation.email.is_empty() { line("email").to_lowercase() } else { invitation.email.clone() };
    let known = invitation.person.map_or(Ok(None), |id| desk.store.read(|c| store::person::by_id(c, id)))?;
    let name = known.map_or_else(|| line("name"), |person| person.name);
    let fields = Fields { name, email, competence: line("competence"), secret: visit.field("secret").into() };
    let Some(step) = code::step(&fields.secret, visit.field("code"), visit.now) else {
        let why = "These six digits are not what the phone should show. Is its clock right? Take the next ones.";
        return again(desk, &invitation, fields, why.into());
    };
    if let Some(why) = fault(desk, visit, &invitation, &fields) {
        return again(desk, &invitation, fields, why);
    }
    let secrets = Secrets { password: password::hash(visit.field("password"))?, totp: fields.secret.clone() };
    let kept = secrets.password.clone();
    let (codes, hashes) = code::recovery()?;
    let (link, now) = (invitation.clone(), visit.now);
    let (name, email, competence) = (fields.name.clone(), fields.email.clone(), fields.competence.clone());
    let made = desk.store.write(move |c| {
        if !store::invitation::use_up(c, link.hash, now)? {
            return Err(store::Error::Refused("somebody used this link already".into()));
        }
        let alone = store::person::list(c)?.iter().all(|p| p.left.is_some());
        if link.email.is_empty() && !alone {
            return Err(store::Error::Refused(
                "somebody is at the desk already: ask them for a link of your own".into(),
            ));
        }
        // The set-up's link is for the first one only.
        store::invitation::void(c, "", now)?;
        let id = match link.person {
            Some(id) => renewed(c, id, &secrets, now)?,
            None => {
                let new = NewPerson {
                    email: &email,
                    name: &name,
                    role: link.role,
                    competence: &competence,
                    secrets: &secrets,
                };
                store::person::insert(c, &new, now)?
            }
        };
        store::person::use_step(c, id, step)?;
        store::person::set_recovery_codes(c, id, &hashes)?;
        let who = store::person::by_id(c, id)?.map(|p| p.name).unwrap_or_default();
        super::log(c, &who, "join", ("person", id.0), &format!("by a link from {}", link.by), now)?;
        Ok((id, who))
    });
    match made {
        Ok((id, who)) => super::sign_in::seated(desk, visit, id, &who, &kept, joined(desk, codes)?),
        Err(refused @ store::Error::Refused(_)) => again(desk, &invitation, fields, Failure::Store(refused).words()),
        Err(other) => Err(other.into()),
    }
}

/// New secrets end every browser that the old ones let in.
fn renewed(c: &mut dyn store::Conn, id: PersonId, secrets: &Secrets, now: Time) -> store::Result<PersonId> {
    let person = store::person::by_id(c, id)?.filter(|p| p.left.is_none());
    let gone = || store::Error::Refused("you were let go; ask an admin to let you back in".into());
    let person = person.ok_or_else(gone)?;
    store::person::set_secrets(c, id, secrets)?;
    // A lost phone may hold one.
    store::passkey::remove_all(c, id)?;
    store::sign_in::end_others(c, id, None)?;
    // Whoever had the old ones may have made some.
    store::token::end_by(c, &person.name, now)?;
    Ok(id)
}

fn again(desk: &Desk, invitation: &Invitation, fields: Fields, why: String) -> Answer {
    Ok(form(desk, invitation, fields, Some(why))?.with_status(axum::http::StatusCode::UNPROCESSABLE_ENTITY))
}

fn fault(desk: &Desk, visit: &Visit, invitation: &Invitation, fields: &Fields) -> Option<String> {
    let Fields { name, email, competence, .. } = fields;
    let address =
        email.split_once('@').is_some_and(|(who, host)| !who.is_empty() && host.contains('.') && !host.contains('@'));
    let spared = invitation.person.is_some();
    if !address || email.len() > 254 || email.contains(char::is_whitespace) {
        Some("That is not an e-mail address.".into())
    } else if !spared
        && (!NAME.contains(&name.chars().count())
            || MACHINES.contains(&name.to_lowercase().as_str())
            || name.to_lowercase().starts_with(crate::api::WHO))
    {
        Some("Give your name, as the record shall show it.".into())
    } else if !spared && !COMPETENCE.contains(&competence.chars().count()) {
        Some("Say in a few words what makes your review count.".into())
    } else {
        let local = email.split('@').next().unwrap_or_default();
        password::fault(visit.field("password"), &[name, local, &desk.house.name])
    }
}
