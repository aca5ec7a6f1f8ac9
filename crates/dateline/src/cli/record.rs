//! `log verify|export`: the record of every act.

use anyhow::Result;
use clap::Subcommand;

use super::{NotDone, Place, say, say_json};

/// Rows read at once.
const STEP: usize = 1_000;

#[derive(Subcommand)]
pub enum Log {
    /// Read the whole chain and say whether a row was changed or removed
    Verify {
        /// The last link that you kept elsewhere: it must still be in the chain
        #[arg(long, value_name = "HASH")]
        kept: Option<String>,
    },
    /// Every row as a line of JSON, oldest first
    Export,
}

pub fn run(place: &Place, command: &Log) -> Result<()> {
    match command {
        Log::Verify { kept } => verify(place, kept.as_deref()),
        Log::Export => export(place),
    }
}

fn verify(place: &Place, kept: Option<&str>) -> Result<()> {
    let store = place.store()?;
    let verified = store.read(store::log::verify)?;
    if verified.before > 0 {
        say(&format!("{} rows are from before the log was chained.", verified.before))?;
    }
    if let Some(row) = verified.broken {
        say(&format!(
            "Row {row} does not fit the one before it: it, or what stood before it, was changed or removed."
        ))?;
        return Err(NotDone.into());
    }
    if let Some(kept) = kept.filter(|kept| !kept.is_empty()) {
        let there = store.read(|c| store::log::has(c, kept))?;
        if !there {
            say("The chain fits together, but it does not hold the link that you kept: it was made anew, or cut off.")?;
            return Err(NotDone.into());
        }
    }
    say(&format!("{} rows, each fits the one before it. The last link, to be kept elsewhere:", verified.rows))?;
    say(&verified.head)
}

fn export(place: &Place) -> Result<()> {
    let store = place.store()?;
    let mut last = 0;
    loop {
        let rows = store.read(|c| store::log::after(c, last, STEP))?;
        let Some(end) = rows.last() else { return Ok(()) };
        last = end.id;
        for store::log::Stored { id, entry, hash } in &rows {
            say_json(&serde_json::json!({
                "id": id, "at": entry.at, "who": entry.who, "act": entry.act, "thing": entry.thing,
                "thing_id": entry.thing_id, "reason": entry.reason, "hash": hash,
            }))?;
        }
    }
}
