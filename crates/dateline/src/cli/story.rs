//! `story list|show|redo|hold|publish|kill|correct|merge|split|tag|suggestions|apart`.

mod event;
mod show;

use std::{
    io::Write,
    time::{Duration, Instant},
};

use anyhow::Result;
use clap::{Args, Subcommand};
use desk::{act::Order, step};
use news::{
    Country, ReportId, Sector, StoryId,
    stage::{Act, Stage},
    story::Story as Record,
};
use store::Store;

use super::{Place, clock, say, say_json, table::table};
use show::show;

#[derive(Subcommand)]
pub enum Story {
    /// The newest stories, those held included, with the reason
    List {
        /// Only this stage: drafted, review, scheduled, held, published, killed, merged
        #[arg(long, value_parser = stage)]
        stage: Option<Stage>,
        /// At most so many
        #[arg(long, default_value_t = 50)]
        limit: usize,
        /// One line of JSON a story
        #[arg(long)]
        json: bool,
    },
    /// One story: text, verdict of each sentence, sources, log
    Show {
        /// Its number
        id: StoryId,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Run a step again, and those after it: draft, verify, tag, illustrate, decide
    Redo {
        /// The story's number
        id: StoryId,
        /// The step
        #[arg(value_parser = clap::builder::PossibleValuesParser::new(step::STEPS))]
        step: String,
    },
    /// Pause a story: it leaves the site until it is published
    Hold(Reason),
    /// Put a held story on the site; sentences without a source go out as your own knowledge, under your name
    Publish(Reason),
    /// Withdraw a story for good; its page answers "gone" with a notice
    Kill(Reason),
    /// Tell readers what was wrong and what is right
    Correct(Reason),
    /// Take a story into another about the same event; its address leads there
    Merge {
        #[command(flatten)]
        reason: Reason,
        /// The story that takes it
        #[arg(long, value_name = "ID")]
        into: StoryId,
    },
    /// Give reports of a story that are about another event a story of their own
    Split {
        #[command(flatten)]
        reason: Reason,
        /// A report's number, as `story show` lists it; again for more
        #[arg(long = "report", value_name = "ID", required = true)]
        reports: Vec<ReportId>,
    },
    /// Say what a story is about; it stands over what the machine finds
    Tag {
        #[command(flatten)]
        reason: Reason,
        /// Its sector, by slug: `law-order`
        #[arg(long, value_parser = sector)]
        sector: Option<Sector>,
        /// Its subject countries by code, the main one first: `--about ML,FR`; `--about none` for none
        #[arg(long, value_name = "CODES", value_parser = countries)]
        about: Option<Countries>,
    },
    /// Stories that are likely about one event, for you to say
    Suggestions {
        /// At most so many
        #[arg(long, default_value_t = 50)]
        limit: usize,
        /// One line of JSON a suggestion
        #[arg(long)]
        json: bool,
    },
    /// Answer a suggestion: they are two events
    Apart {
        /// One story's number
        one: StoryId,
        /// The other's
        two: StoryId,
    },
}

#[derive(Args)]
pub struct Reason {
    /// The story's number
    id: StoryId,
    /// Why; readers see it on a correction, the log keeps it
    #[arg(long, value_parser = words)]
    reason: String,
    /// Who decides
    #[arg(long, env = "USER", default_value = "cli", value_parser = words)]
    who: String,
}

/// Words that say something: an act without a reason or a name is not recorded.
fn words(said: &str) -> Result<String, String> {
    let line = text::clean::line(said);
    if line.is_empty() { Err("words are needed: they are what the log keeps".into()) } else { Ok(line) }
}

fn stage(word: &str) -> Result<Stage, String> {
    Stage::from_word(word)
        .ok_or_else(|| "drafted, review, scheduled, held, published, killed or merged is allowed".into())
}

fn sector(slug: &str) -> Result<Sector, String> {
    let known = news::sector::DEFAULT.iter().any(|(known, ..)| *known == slug);
    let slugs = || news::sector::DEFAULT.map(|(slug, ..)| slug).join(", ");
    Sector::new(slug).filter(|_| known).ok_or_else(|| format!("one of {} is allowed", slugs()))
}

/// Countries as a list on the command line.
#[derive(Clone, Debug)]
pub struct Countries(Vec<Country>);

fn countries(codes: &str) -> Result<Countries, String> {
    if codes == "none" {
        return Ok(Countries(Vec::new()));
    }
    let one = |code: &str| {
        let known = Country::new(code.trim()).filter(|c| !text::place::country_slug(*c).is_empty());
        known.ok_or_else(|| format!("`{code}` is no country's code; ISO 3166 has two letters for each, as ML or FR"))
    };
    codes.split(',').map(one).collect::<Result<Vec<_>, _>>().map(Countries)
}

pub fn run(place: &Place, command: &Story) -> Result<()> {
    let store = place.store()?;
    match command {
        Story::List { stage, limit, json } => list(&store, *stage, *limit, *json, &zone(place)),
        Story::Show { id, json } => show(&store, *id, *json, &zone(place)),
        Story::Redo { id, step } => redo(place, &store, *id, step),
        Story::Hold(reason) => act(&store, reason, "held", |c, o, now| desk::act::hold(c, o, now)),
        Story::Publish(reason) => act(&store, reason, "published", publish),
        Story::Correct(reason) => act(&store, reason, "corrected", |c, o, now| desk::act::correct(c, o, now)),
        Story::Merge { reason, into } => event::merge(&store, reason, *into),
        Story::Split { reason, reports } => event::split(&store, reason, reports),
        Story::Tag { reason, sector, about } => {
            let tags =
                desk::act::Tags { sector: sector.clone(), about: about.clone().map(|c| c.0), ..Default::default() };
            if tags == desk::act::Tags::default() {
                anyhow::bail!("say what it is about: --sector SLUG, --about CODES, or both");
            }
            act(&store, reason, "tagged", move |c, o, now| desk::act::tag(c, o, &tags, now))
        }
        Story::Suggestions { limit, json } => event::suggestions(&store, *limit, *json, &zone(place)),
        Story::Apart { one, two } => event::apart(&store, *one, *two),
        Story::Kill(reason) => {
            let lang = store.read(|c| store::story::by_id(c, reason.id))?.map(|s| s.lang).unwrap_or_default();
            let notice = desk::act::kill::by_editors(&lang);
            act(&store, reason, "killed", move |c, o, now| desk::act::kill(c, o, notice, now))
        }
    }
}

fn zone(place: &Place) -> String {
    place.config().map_or_else(|_| "UTC".into(), |c| c.house.zone.into_inner())
}

fn list(store: &Store, stage: Option<Stage>, limit: usize, json: bool, zone: &str) -> Result<()> {
    let stories = store.read(|c| store::story::recent(c, stage, limit))?;
    if json {
        return stories.iter().try_for_each(|s| say_json(&facts(s)));
    }
    let rows: Vec<Vec<String>> = stories
        .iter()
        .map(|s| {
            let when = clock(s.updated.unwrap_or(s.created), zone);
            vec![s.id.to_string(), s.stage.word().into(), s.sector.to_string(), when, s.lang.to_string(), headline(s)]
        })
        .collect();
    say(&table(&["id", "stage", "sector", "updated", "lang", "headline"], &rows))
}

fn headline(story: &Record) -> String {
    if story.held_reason.is_empty() {
        story.headline.clone()
    } else {
        format!("{}  [{}]", story.headline, story.held_reason)
    }
}

fn facts(s: &Record) -> serde_json::Value {
    serde_json::json!({
        "id": s.id, "stage": s.stage, "sector": s.sector, "sector_reason": s.sector_reason, "lang": s.lang, "headline": s.headline,
        "dateline": s.dateline_place, "filed_from": s.filed_from, "about": s.about, "verdict": s.verdict.map(|v| v.word()),
        "held_reason": s.held_reason, "created": s.created, "first_published": s.first_published, "updated": s.updated,
        "sensitive": s.sensitive, "noindex": s.noindex, "path": format!("/article/{}/{}-{}", s.sector, s.id, s.slug),
    })
}

/// Runs the step and all after it here and now, whether a newsroom runs on the folder or not.
fn redo(place: &Place, store: &Store, id: StoryId, step: &str) -> Result<()> {
    let story = store.read(|c| store::story::by_id(c, id))?.ok_or(desk::Error::NoStory(id))?;
    story.stage.after(Act::Draft).map_err(desk::Error::from)?;
    super::serve::room(store.clone(), &place.config()?, &place.home)?.redo(id, step, crate::now())?;
    show(store, id, false, &zone(place))
}

/// Who publishes from the command line answers by name for each sentence that no source supports; readers see both.
fn publish(c: &mut dyn store::Conn, order: &Order, now: news::Time) -> desk::Result<()> {
    let latest = store::revision::latest(c, order.story)?.ok_or(desk::Error::NoDraft(order.story))?;
    let open: Vec<String> = desk::act::publish::open_sentences(c, &latest, now)?
        .into_iter()
        .map(|sentence| latest.draft.words(sentence).to_owned())
        .collect();
    for words in open {
        desk::act::sign(c, order, &words, now)?;
    }
    desk::act::publish(c, order, now)
}

fn act(
    store: &Store,
    reason: &Reason,
    done: &str,
    act: impl FnOnce(&mut dyn store::Conn, &Order, news::Time) -> desk::Result<()> + Send + 'static,
) -> Result<()> {
    let order = Order::new(reason.id, &reason.who, &reason.reason)?;
    let now = crate::now();
    desk::transaction(store, move |c| act(c, &order, now))?;
    until_shown(store)?;
    say(&format!("story {} is {done}.", reason.id))
}

/// How long a server may take to say that its pages show a change.
const SHOWN_WITHIN: Duration = Duration::from_secs(2);

/// Waits until the pages of every living server show what was just done, and says so when they do not in time.
fn until_shown(store: &Store) -> Result<()> {
    let change = store.read(store::change::last)?;
    let until = Instant::now() + SHOWN_WITHIN;
    loop {
        let now = crate::now();
        let behind = store.read(|c| store::server::behind(c, change, now))?;
        if behind.is_empty() {
            return Ok(());
        }
        if Instant::now() >= until {
            let words = "warning: saved, but not confirmed yet by the pages of";
            // If stderr is gone there is nobody left to tell.
            writeln!(std::io::stderr().lock(), "{words} {}", behind.join(", ")).ok();
            return Ok(());
        }
        std::thread::sleep(Duration::from_millis(50));
    }
}
