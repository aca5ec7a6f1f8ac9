//! `people list|invite|renew`: who is at the desk, and ways in for when no admin can make one there.

use anyhow::{Context, Result, bail};
use clap::Subcommand;
use news::person::Role;

use super::{Place, clock, say, table::table};

#[derive(Subcommand)]
pub enum People {
    /// Who is at the desk
    List,
    /// Make a link by which somebody comes in, once
    Invite {
        /// Their e-mail address
        email: String,
        /// reporter, editor, publisher or admin
        #[arg(long, value_parser = role, default_value = "editor")]
        role: Role,
    },
    /// Make a link for a new password and a new phone, for somebody who lost them
    Renew {
        /// Their e-mail address
        email: String,
    },
}

fn role(word: &str) -> Result<Role, String> {
    Role::from_word(word).ok_or_else(|| "reporter, editor, publisher or admin is allowed".into())
}

pub fn run(place: &Place, command: &People) -> Result<()> {
    match command {
        People::List => list(place),
        People::Invite { email, role } => invite(place, &email.trim().to_lowercase(), *role),
        People::Renew { email } => renew(place, &email.trim().to_lowercase()),
    }
}

fn list(place: &Place) -> Result<()> {
    let people = place.store()?.read(store::person::list)?;
    let zone = place.config()?.house.zone.into_inner();
    let rows: Vec<Vec<String>> = people
        .into_iter()
        .map(|p| {
            let left = p.left.map(|at| clock(at, &zone)).unwrap_or_default();
            vec![p.name, p.email, p.role.word().into(), clock(p.created, &zone), left]
        })
        .collect();
    say(&table(&["name", "e-mail", "role", "since", "left"], &rows))
}

fn invite(place: &Place, email: &str, role: Role) -> Result<()> {
    let store = place.store()?;
    if store.read(|c| store::person::by_email(c, email))?.is_some() {
        bail!("{email} is at the desk already; `dateline people renew {email}` makes a new link");
    }
    if !email.contains('@') {
        bail!("{email} is no e-mail address");
    }
    link(place, &store, email, role, None)
}

fn renew(place: &Place, email: &str) -> Result<()> {
    let store = place.store()?;
    let known = store.read(|c| store::person::by_email(c, email))?;
    let (person, _) = known.with_context(|| format!("nobody at the desk has the address {email}"))?;
    if person.left.is_some() {
        bail!("{} left the desk; an admin can let them back in on the People screen", person.name);
    }
    link(place, &store, email, person.role, Some(person.id))
}

fn link(place: &Place, store: &store::Store, email: &str, role: Role, person: Option<news::PersonId>) -> Result<()> {
    let base = place.config()?.house.base_url.into_inner();
    let path = editor::invite(store, email, role, person, "the command line", crate::now())?;
    say(&format!("{}{path}", base.trim_end_matches('/')))?;
    say("It works once, for three days. Pass it on by a way that you trust.")
}
