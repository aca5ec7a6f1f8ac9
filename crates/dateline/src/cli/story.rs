//! `story list|show|redo|claim|release|submit|send-back|hold|publish|schedule|kill|correct|merge|split|tag|suggestions|apart`.
//! Nothing here is a review: that is signed at the desk, with a second factor.

mod event;
mod schedule;
mod show;
mod tag;

use std::{
    io::Write,
    time::{Duration, Instant},
};

use anyhow::Result;
use clap::{Args, Subcommand};
use desk::{act::Order, step};
use news::{
    ReportId, StoryId,
    stage::{Act, Stage},
    story::Story as Record,
};
use store::Store;

use super::{
    Place,
    at::{At, at},
    clock, say, say_json,
    table::table,
    why::words,
};
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
    /// Take a story on; no rule of the house lets anything of it out meanwhile
    Claim(Reason),
    /// Nobody has it any more
    Release(Reason),
    /// Hand a story in: whoever may publish is asked to read it
    Submit(Reason),
    /// Give a story back to whoever handed it in, with what is to be done
    SendBack(Reason),
    /// Let the newest draft, and no later one, out at its time
    Schedule {
        #[command(flatten)]
        reason: Reason,
        /// Day and time, in the house's zone where it names none: 2026-12-24T06:00
        #[arg(long, value_name = "TIME", value_parser = at)]
        at: At,
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
    /// Say what a story is about, where it was filed, who is named for it, when it may go out; it stands over what the
    /// machine finds
    Tag(Box<tag::Tag>),
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

fn stage(word: &str) -> Result<Stage, String> {
    Stage::from_word(word)
        .ok_or_else(|| "drafted, review, scheduled, held, published, killed or merged is allowed".into())
}

pub fn run(place: &Place, command: &Story) -> Result<()> {
    let store = place.store()?;
    match command {
        Story::List { stage, limit, json } => list(&store, *stage, *limit, *json, &zone(place)),
        Story::Show { id, json } => show(&store, *id, *json, &zone(place)),
        Story::Redo { id, step } => redo(place, &store, *id, step),
        Story::Claim(reason) => act(&store, reason, "claimed", |c, o, now| desk::act::claim(c, o, now)),
        Story::Release(reason) => act(&store, reason, "released", |c, o, now| desk::act::release(c, o, now)),
        Story::Submit(reason) => act(&store, reason, "handed in for review", |c, o, now| desk::act::submit(c, o, now)),
        Story::SendBack(reason) => act(&store, reason, "sent back", |c, o, now| desk::act::send_back(c, o, now)),
        Story::Schedule { reason, at } => schedule::schedule(&store, reason, *at, &zone(place)),
        Story::Hold(reason) => act(&store, reason, "held", |c, o, now| desk::act::hold(c, o, now)),
        Story::Publish(reason) => act(&store, reason, "published", publish),
        Story::Correct(reason) => act(&store, reason, "corrected", |c, o, now| desk::act::correct(c, o, now)),
        Story::Merge { reason, into } => event::merge(&store, reason, *into),
        Story::Split { reason, reports } => event::split(&store, reason, reports),
        Story::Tag(given) => tag::tag(&store, given, &editions(place), &zone(place)),
        Story::Suggestions { limit, json } => event::suggestions(&store, *limit, *json, &zone(place)),
        Story::Apart { one, two } => event::apart(&store, *one, *two),
        Story::Kill(reason) => {
            let lang = store.read(|c| store::story::by_id(c, reason.id))?.map(|s| s.lang).unwrap_or_default();
            let notice = desk::act::kill::by_editors(&lang);
            act(&store, reason, "killed", move |c, o, now| desk::act::kill(c, o, notice, now))
        }
    }
}

/// Editions as the settings have them; none where they cannot be read.
fn editions(place: &Place) -> news::edition::Arrangement {
    place.config().map_or_else(|_| Default::default(), |c| c.arrangement())
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
pub(super) fn until_shown(store: &Store) -> Result<()> {
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
