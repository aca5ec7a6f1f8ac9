//! The command line. One command, one file; exit codes 0 done, 1 failed, 2 wrong usage or config.

mod at;
mod backup;
mod check;
mod config;
mod db;
mod init;
mod log;
mod mail;
mod pages;
mod people;
pub(crate) mod piece;
mod policy;
mod record;
mod redirect;
mod restore;
mod serve;
mod story;
mod table;
mod tokens;
mod watch;
mod why;
mod wire;

use std::{io::Write, path::PathBuf, process::ExitCode};

use anyhow::{Context, Result};
use clap::{Args, Parser, Subcommand};
use news::source::{NewSource, Treatment};
use store::Store;

use crate::config::{Config, FILE, Wrong};

/// A newsroom in one binary: wire reports come in; story pages go out in which every sentence is tied to a sentence of a
/// source, every machine-made part is labelled, and every change is on record.
#[derive(Parser)]
#[command(name = "dateline", version, about, after_help = EXAMPLES, propagate_version = true)]
struct Cli {
    #[command(flatten)]
    place: Place,
    #[command(subcommand)]
    command: Command,
}

const EXAMPLES: &str = "Start here:
  dateline serve --sample                        see a whole invented news day, made on the spot
  dateline init newsroom https://example.org/    make a newsroom with the feeds of that page
  dateline serve --home newsroom                 run it
  dateline check --source wire.txt draft.txt     check any draft against any sources
  dateline watch --site FEED --wire FEED…        see what a site publishes that its wire does not say

Exit codes: 0 done, 1 failed (or a draft is not supported), 2 wrong usage or configuration.";

/// Which newsroom.
#[derive(Args)]
pub(crate) struct Place {
    /// Folder of the newsroom, with dateline.toml in it
    #[arg(long, global = true, env = "DATELINE_HOME", default_value = ".", value_name = "DIR")]
    home: PathBuf,
    /// Show the log of what is done (repeat for more)
    #[arg(short, long, global = true, action = clap::ArgAction::Count)]
    verbose: u8,
    /// How failures and the log are written to standard error
    #[arg(long, global = true, env = "DATELINE_LOG_FORMAT", value_enum, default_value_t, value_name = "FORMAT")]
    log_format: log::Format,
}

#[derive(Subcommand)]
enum Command {
    /// Make a newsroom: a folder with dateline.toml and the feeds of the pages given
    Init(init::Init),
    /// Serve pages and run the newsroom until stopped
    Serve(serve::Serve),
    /// Read, add, list and pull the wire
    #[command(subcommand)]
    Wire(wire::Wire),
    /// List, show, claim, tag, hold, publish, schedule, kill and correct stories
    #[command(subcommand)]
    Story(story::Story),
    /// What may go out without a person, in words, and tried on past stories
    #[command(subcommand)]
    Policy(policy::Policy),
    /// Who is at the desk, and links that let somebody in
    #[command(subcommand)]
    People(people::People),
    /// Tokens that let programs in at the desk
    #[command(subcommand)]
    Tokens(tokens::Tokens),
    /// Send a trial letter, or show what the morning mail would say
    #[command(subcommand)]
    Mail(mail::Mail),
    /// Verify or export the record of every act
    #[command(subcommand)]
    Log(record::Log),
    /// Add people's own work, or withdraw it
    #[command(subcommand)]
    Piece(piece::Piece),
    /// Addresses of the house that lead elsewhere in it
    #[command(subcommand)]
    Redirect(redirect::Redirect),
    /// Write the pages about the house as Markdown
    #[command(subcommand)]
    Pages(pages::Pages),
    /// Check a draft against its sources, sentence by sentence
    Check(check::Check),
    /// Compare what a site publishes with the wire it came from, without the site's doing
    Watch(watch::Watch),
    /// Check the database, or copy a newsroom into another
    #[command(subcommand)]
    Db(db::Db),
    /// Write the whole newsroom into one file and read it back; it may be served meanwhile
    Backup(backup::Backup),
    /// Make a newsroom out of a backup
    Restore(restore::Restore),
    /// Check or print the configuration
    #[command(subcommand)]
    Config(config::Command),
}

/// Not done, though nothing broke: a check that found something. Exit code 1 without further words.
#[derive(Debug, thiserror::Error)]
#[error("not done")]
struct NotDone;

/// Runs the command line and turns its answer into an exit code, once, here.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let format = cli.place.log_format;
    log::start(cli.place.verbose, format);
    match run(cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if error.is::<NotDone>() => ExitCode::from(1),
        // A reader such as `head` that has seen enough is no failure.
        Err(error) if broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            let code = if error.is::<Wrong>() { 2 } else { 1 };
            log::last_words(&error, code, format);
            ExitCode::from(code)
        }
    }
}

fn broken_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .any(|e| e.downcast_ref::<std::io::Error>().is_some_and(|e| e.kind() == std::io::ErrorKind::BrokenPipe))
}

fn run(cli: Cli) -> Result<()> {
    match cli.command {
        Command::Init(init) => init::run(&init),
        Command::Serve(serve) => serve::run(&cli.place, &serve),
        Command::Wire(wire) => wire::run(&cli.place, &wire),
        Command::Story(story) => story::run(&cli.place, &story),
        Command::Policy(command) => policy::run(&cli.place, &command),
        Command::People(command) => people::run(&cli.place, &command),
        Command::Tokens(command) => tokens::run(&cli.place, &command),
        Command::Mail(command) => mail::run(&cli.place, &command),
        Command::Log(command) => record::run(&cli.place, &command),
        Command::Piece(piece) => piece::run(&cli.place, &piece),
        Command::Redirect(command) => redirect::run(&cli.place, &command),
        Command::Pages(pages) => pages::run(&cli.place, &pages),
        Command::Check(check) => check::run(&check),
        Command::Watch(watch) => watch::run(&watch),
        Command::Db(db) => db::run(&cli.place, &db),
        Command::Backup(backup) => backup::run(&cli.place, &backup),
        Command::Restore(restore) => restore::run(&cli.place, &restore),
        Command::Config(command) => config::run(&cli.place, &command),
    }
}

impl Place {
    /// The newsroom's checked configuration.
    fn config(&self) -> Result<Config> {
        Ok(Config::read(&self.home.join(FILE))?)
    }

    /// A folder without settings is no newsroom.
    fn is_newsroom(&self) -> Result<()> {
        let file = self.home.join(FILE);
        if !file.is_file() {
            let words = format!(
                "{} is no newsroom: it has no {FILE}. `dateline init DIR` makes one; --home DIR names another",
                self.home.display()
            );
            return Err(Wrong(words).into());
        }
        Ok(())
    }

    /// The newsroom's store; a folder that is no newsroom is refused rather than filled.
    fn store(&self) -> Result<Store> {
        self.is_newsroom()?;
        let database = self.config()?.store.database()?;
        Store::at(database.as_deref(), &self.home)
            .with_context(|| format!("the store of {} cannot be opened", self.home.display()))
    }
}

/// A source of the configuration as the store keeps it.
fn new_source(source: &crate::config::Source) -> NewSource {
    let value = |s: &Option<toml::Spanned<String>>| s.as_ref().map(|s| s.get_ref().clone());
    NewSource {
        slug: value(&source.slug).unwrap_or_else(|| slug(source.name.get_ref())),
        name: source.name.get_ref().clone(),
        home: source.home.clone(),
        feed_url: value(&source.feed),
        treatment: Treatment::from_word(source.treatment.get_ref()).unwrap_or_default(),
        show_words: source.show_words,
        lang: value(&source.language).map(|l| news::Lang::new(&l)).unwrap_or_default(),
        zone: value(&source.zone),
        no_ai: source.no_ai,
    }
}

/// Letters of a source's short name.
const SLUG_LETTERS: usize = 40;

/// A source's short name from its name.
pub(crate) fn slug(name: &str) -> String {
    let ascii: String = name.to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let words: Vec<&str> = ascii.split('-').filter(|w| !w.is_empty()).collect();
    let slug: String = words.join("-").chars().take(SLUG_LETTERS).collect();
    let slug = slug.trim_end_matches('-').to_owned();
    if slug.is_empty() { format!("source-{}", &news::Hash::of(name.as_bytes()).hex()[..8]) } else { slug }
}

/// The slug, or one with a number behind it when others have it already.
fn slug_of_its_own(slug: &str, others: &[String]) -> String {
    let numbered = |n: usize| {
        let number = format!("-{n}");
        let room: String = slug.chars().take(SLUG_LETTERS - number.len()).collect();
        format!("{}{number}", room.trim_end_matches('-'))
    };
    let tried = std::iter::once(slug.to_owned()).chain((2..others.len() + 3).map(numbered));
    tried.into_iter().find(|s| !others.contains(s)).unwrap_or_else(|| slug.to_owned())
}

/// The sources of the configuration, put into the store.
fn put_sources(store: &Store, config: &Config) -> Result<()> {
    let sources: Vec<NewSource> = config.source.iter().map(new_source).collect();
    let now = crate::now();
    Ok(store.write(move |c| sources.iter().try_for_each(|s| store::source::put(c, s, now).map(drop)))?)
}

/// One line of output.
fn say(line: &str) -> Result<()> {
    Ok(writeln!(std::io::stdout().lock(), "{line}")?)
}

/// A value as one line of JSON.
fn say_json(value: &impl serde::Serialize) -> Result<()> {
    say(&serde_json::to_string(value)?)
}

/// A moment as people in that zone read it: `2025-11-06 18:41`.
fn clock(time: news::Time, zone: &str) -> String {
    let zone = jiff::tz::TimeZone::get(zone).unwrap_or(jiff::tz::TimeZone::UTC);
    let stamp = jiff::Timestamp::from_millisecond(time.ms()).unwrap_or_default();
    stamp.to_zoned(zone).strftime("%Y-%m-%d %H:%M").to_string()
}
