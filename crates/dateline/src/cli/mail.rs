//! `mail test|show`: whether letters arrive, and what the next one would say.

use anyhow::{Context, Result};
use clap::Subcommand;
use news::person::{Person, Role};
use store::Store;

use super::{Place, say};
use crate::{config::Wrong, failure};

#[derive(Subcommand)]
pub enum Mail {
    /// Send a trial letter and say what to do when it does not go out
    Test {
        /// Where to; the first editor's address when left out
        #[arg(long, value_name = "ADDRESS")]
        to: Option<String>,
    },
    /// Print what the first editor's morning mail would say now; nothing is sent
    Show,
}

pub fn run(place: &Place, command: &Mail) -> Result<()> {
    match command {
        Mail::Test { to } => test(place, to.as_deref()),
        Mail::Show => show(place),
    }
}

fn test(place: &Place, to: Option<&str>) -> Result<()> {
    let config = place.config()?;
    let off = "mail.smtp is empty, so no mail is sent; docs/mail.md has lines for dateline.toml";
    let morning = config.mail.open(&config.house, config.policy.four_eyes)?.ok_or_else(|| Wrong(off.into()))?;
    let to = match to {
        Some(to) => to.trim().to_owned(),
        None => first_editor(&place.store()?)?.email,
    };
    let letter = ::mail::trial(&morning.house, &to, crate::now());
    morning.relay.send(&letter).map_err(|error| {
        let advice = error.advice();
        anyhow::anyhow!("{}. {advice}", failure::line(&error.into()))
    })?;
    say(&format!("The mail server took a trial letter to {to}. Look whether it arrives, and not among the spam."))
}

fn show(place: &Place) -> Result<()> {
    let (config, store) = (place.config()?, place.store()?);
    let editor = first_editor(&store)?;
    let house = config.mail.house(&config.house, config.policy.four_eyes);
    match ::mail::morning::letter(&store, &house, &editor, crate::now())? {
        Some(letter) => say(&format!("To: {}\nSubject: {}\n\n{}", letter.to, letter.subject, letter.text.trim_end())),
        None => say(&format!("Nothing waits: {} would get no mail this morning.", editor.name)),
    }
}

/// Of those at the desk the one who came first and may publish; else the one who came first.
fn first_editor(store: &Store) -> Result<Person> {
    let mut people = store.read(store::person::list)?;
    people.retain(|person| person.left.is_none());
    people.sort_by_key(|person| (person.role < Role::Editor, person.id));
    let nobody = "nobody is at the desk yet; `dateline people invite ADDRESS` lets somebody in";
    people.into_iter().next().context(nobody)
}
