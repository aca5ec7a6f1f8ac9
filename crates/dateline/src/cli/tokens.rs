//! `tokens list|make|end`: what lets programs in at the desk.

use anyhow::{Context, Result, bail};
use clap::Subcommand;
use news::scope::Scope;

use super::{Place, clock, say, table::table};

#[derive(Subcommand)]
pub enum Tokens {
    /// Which tokens there are, and when each was last used
    List,
    /// Make a token; it is printed this once
    Make {
        /// What uses it, in plain letters: the log names it so
        name: String,
        /// read, write or publish; repeat for more
        #[arg(long = "scope", value_parser = scope, default_value = "read")]
        scopes: Vec<Scope>,
        /// Days until it ends: 1 to 3650, or never
        #[arg(long, value_parser = days, default_value = "90")]
        days: Days,
    },
    /// End a token: what uses it is let in no more
    End {
        /// Its name
        name: String,
    },
}

/// How long a token holds; `None` until it is ended.
#[derive(Clone, Copy)]
pub struct Days(Option<i64>);

fn scope(word: &str) -> Result<Scope, String> {
    Scope::from_word(word).ok_or_else(|| "read, write or publish is allowed".into())
}

fn days(word: &str) -> Result<Days, String> {
    match word {
        "never" => Ok(Days(None)),
        n => match n.parse() {
            Ok(n) if (1..=3650).contains(&n) => Ok(Days(Some(n))),
            _ => Err("a number from 1 to 3650, or never, is allowed".into()),
        },
    }
}

pub fn run(place: &Place, command: &Tokens) -> Result<()> {
    match command {
        Tokens::List => list(place),
        Tokens::Make { name, scopes, days } => make(place, name, scopes, days.0),
        Tokens::End { name } => end(place, name.trim()),
    }
}

fn list(place: &Place) -> Result<()> {
    let tokens = place.store()?.read(store::token::list)?;
    let zone = place.config()?.house.zone.into_inner();
    let told = |at: Option<news::Time>, none: &str| at.map_or_else(|| none.to_owned(), |at| clock(at, &zone));
    let rows: Vec<Vec<String>> = tokens
        .into_iter()
        .map(|t| {
            let (made, used) = (clock(t.created, &zone), told(t.used, "never"));
            vec![t.name, Scope::line(&t.scopes), t.by, made, used, told(t.expires, ""), told(t.ended, "")]
        })
        .collect();
    say(&table(&["name", "may", "by", "made", "last used", "holds until", "ended"], &rows))
}

fn make(place: &Place, name: &str, scopes: &[Scope], days: Option<i64>) -> Result<()> {
    let wanted = editor::Wanted { name, scopes, days, by: "cli" };
    let key = editor::make_token(&place.store()?, &wanted, crate::now())?;
    say(&key)?;
    say("It is not shown again. Put it where your program finds it and nobody else does.")
}

fn end(place: &Place, name: &str) -> Result<()> {
    let store = place.store()?;
    let token = store.read(|c| store::token::by_name(c, name))?;
    let token =
        token.with_context(|| format!("there is no token {name}; `dateline tokens list` shows those there are"))?;
    let now = crate::now();
    let (id, reason) = (token.id, token.name.clone());
    let ended = store.write(move |c| {
        let ended = store::token::end(c, id, now)?;
        if ended {
            let (who, act, thing) = ("cli".into(), "end token".into(), "token".into());
            store::log::add(c, &store::log::Entry { at: now, who, act, thing, thing_id: id, reason })?;
        }
        Ok(ended)
    })?;
    if !ended {
        bail!("{} was ended before", token.name);
    }
    say(&format!("{} is ended.", token.name))
}
