//! `config check|print`.

use anyhow::Result;
use clap::Subcommand;

use super::{Place, say, say_json};
use crate::config::masked;

#[derive(Subcommand)]
pub enum Command {
    /// Say whether dateline.toml is right; exit code 2 and the place of the fault when it is not
    Check,
    /// Print every setting in force, secrets masked
    Print {
        /// As JSON
        #[arg(long)]
        json: bool,
    },
}

pub fn run(place: &Place, command: &Command) -> Result<()> {
    let config = place.config()?;
    match command {
        Command::Check => {
            let pages = crate::house_pages::read(&place.home, &config)?.len();
            let feeds = config.source.iter().filter(|s| s.feed.is_some()).count();
            let own = if pages > 0 { format!(" {pages} pages of your own.") } else { String::new() };
            say(&format!("dateline.toml is right: {} sources, {feeds} with a feed.{own}", config.source.len()))
        }
        Command::Print { json } => {
            let mut value = toml::Value::try_from(&config)?;
            mask(&mut value);
            if *json { say_json(&value) } else { say(toml::to_string_pretty(&value)?.trim_end()) }
        }
    }
}

/// Addresses may carry keys and passwords, wherever they stand.
fn mask(value: &mut toml::Value) {
    match value {
        toml::Value::String(s) if s.contains("://") => *s = masked(s),
        toml::Value::Array(list) => list.iter_mut().for_each(mask),
        toml::Value::Table(table) => table.iter_mut().for_each(|(_, v)| mask(v)),
        _ => {}
    }
}
