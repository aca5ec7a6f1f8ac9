//! A link that lets somebody in: name, password, phone.

use askama::Template;
use news::Hash;
use store::invitation::Invitation;

use crate::{Desk, failure::Failure, route::Answer, screen::shell::Shell, sign::code, visit::Visit};

/// What the form holds.
#[derive(Default)]
pub struct Fields {
    /// Their name.
    pub name: String,
    /// Their address; fixed by the invitation where it names one.
    pub email: String,
    /// What makes them fit to review.
    pub competence: String,
    /// The secret for the phone.
    pub secret: String,
}

#[derive(Template)]
#[template(path = "join.html")]
struct Page {
    shell: Shell,
    title: String,
    fields: Fields,
    fixed_email: bool,
    known: bool,
    picture: String,
    grouped: String,
}

#[derive(Template)]
#[template(path = "joined.html")]
struct Joined {
    shell: Shell,
    codes: Vec<String>,
}

/// The invitation of the link; one that is used, over or unknown is no invitation.
pub fn invitation(desk: &Desk, visit: &Visit) -> Result<Invitation, Failure> {
    let hash = Hash::of(visit.part(0).as_bytes());
    let found = desk.store.read(|c| store::invitation::open(c, hash, visit.now))?;
    found.ok_or_else(|| Failure::Wrong("This link was used already, or its time is over. Ask for a new one.".into()))
}

/// The form.
pub fn page(desk: &Desk, visit: &Visit) -> Answer {
    let invitation = invitation(desk, visit)?;
    let fields = Fields { email: invitation.email.clone(), secret: code::new_secret()?, ..Fields::default() };
    form(desk, &invitation, fields, None)
}

/// The form with what was filled in, and why it will not do.
pub fn form(desk: &Desk, invitation: &Invitation, fields: Fields, why: Option<String>) -> Answer {
    let mut shell = Shell::new(desk, None, "Come in", "");
    if let Some(why) = why {
        shell = shell.refused(why);
    }
    let known = match invitation.person {
        Some(id) => desk.store.read(|c| store::person::by_id(c, id))?.map(|p| p.name),
        None => None,
    };
    let title = match &known {
        Some(name) => format!("Welcome back, {name}"),
        None if invitation.email.is_empty() => format!("Set up the desk of {}", desk.house.name),
        None => format!("{} invites you to the desk", invitation.by),
    };
    let account = if fields.email.is_empty() { "desk" } else { &fields.email };
    super::page(&Page {
        shell,
        title,
        fixed_email: !invitation.email.is_empty(),
        known: known.is_some(),
        picture: code::picture(&fields.secret, account, &desk.house.name),
        grouped: code::grouped(&fields.secret),
        fields,
    })
}

/// They are in: the recovery codes, once.
pub fn joined(desk: &Desk, codes: Vec<String>) -> Answer {
    super::page(&Joined { shell: Shell::new(desk, None, "Recovery codes", ""), codes })
}
