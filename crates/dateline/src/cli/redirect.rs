//! `redirect list|put|drop`: addresses of the house that lead elsewhere in it.

use anyhow::{Result, bail};
use clap::Subcommand;
use serde_json::json;
use store::Store;

use super::{Place, clock, say, say_json, story::until_shown, table::table, why::Why};

#[derive(Subcommand)]
pub enum Redirect {
    /// Which addresses lead elsewhere, by address
    List {
        /// Those after this address
        #[arg(long, default_value = "", value_name = "ADDRESS", hide_default_value = true)]
        after: String,
        /// At most so many
        #[arg(long, default_value_t = 200)]
        limit: usize,
        /// One line of JSON an address
        #[arg(long)]
        json: bool,
    },
    /// Let an address lead elsewhere, in place of where it led before
    Put {
        /// What stands after the host's name: `/2019/05/library-opens`
        address: String,
        /// The number of a story, or an address of this house
        target: String,
        #[command(flatten)]
        why: Why,
    },
    /// Take one back: the address leads nowhere else any more
    Drop {
        /// The address that leads elsewhere
        address: String,
        #[command(flatten)]
        why: Why,
    },
}

pub fn run(place: &Place, command: &Redirect) -> Result<()> {
    let store = place.store()?;
    match command {
        Redirect::List { after, limit, json } => {
            let zone = place.config()?.house.zone.into_inner();
            list(&store, after, *limit, *json, &zone)
        }
        Redirect::Put { address, target, why } => put(&store, address, target, why),
        Redirect::Drop { address, why } => take_back(&store, address, why),
    }
}

fn list(store: &Store, after: &str, limit: usize, json: bool, zone: &str) -> Result<()> {
    let known = store.read(|c| store::redirect::list(c, after, limit))?;
    if json {
        return known
            .iter()
            .try_for_each(|r| say_json(&json!({"address": r.path, "target": r.target, "who": r.who, "at": r.at})));
    }
    if known.is_empty() {
        return say("No address leads elsewhere.");
    }
    let rows: Vec<Vec<String>> = known.into_iter().map(|r| vec![r.path, r.target, clock(r.at, zone), r.who]).collect();
    say(&table(&["address", "leads to", "set", "by"], &rows))
}

fn put(store: &Store, address: &str, target: &str, why: &Why) -> Result<()> {
    let lead = editor::Lead { path: address, target, who: &why.who, reason: &why.reason };
    let (path, target) = editor::lead(store, &lead, crate::now())?;
    until_shown(store)?;
    say(&format!("{path} leads to {target}."))
}

fn take_back(store: &Store, address: &str, why: &Why) -> Result<()> {
    if !editor::lead_no_more(store, address, &why.who, &why.reason, crate::now())? {
        bail!("{address} leads nowhere else; `dateline redirect list` shows the addresses that do");
    }
    until_shown(store)?;
    say(&format!("{address} leads nowhere else any more."))
}
