//! Who decides at a terminal, and why: the log keeps both.

use clap::Args;

#[derive(Args, Clone)]
pub struct Why {
    /// Why; the log keeps it
    #[arg(long, value_parser = words)]
    pub reason: String,
    /// Who decides
    #[arg(long, env = "USER", default_value = "cli", value_parser = words)]
    pub who: String,
}

/// Words that say something: an act without a reason or a name is not recorded.
pub fn words(said: &str) -> Result<String, String> {
    let line = text::clean::line(said);
    if line.is_empty() { Err("words are needed: they are what the log keeps".into()) } else { Ok(line) }
}
