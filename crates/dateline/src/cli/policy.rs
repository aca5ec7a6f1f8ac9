//! `policy show|test`: what may go out without a person, in words, and what that would have meant for past stories.

use anyhow::Result;
use clap::Subcommand;
use desk::step::decide::foreseen;
use news::{Time, policy::Answer, revision::Revision};

use super::{Place, say, say_json, table::table};

#[derive(Subcommand)]
pub enum Policy {
    /// The policy of dateline.toml in sentences
    Show,
    /// What it would have done with the newest stories; nothing is changed
    Test {
        /// At most so many stories
        #[arg(long, default_value_t = 200)]
        limit: usize,
        /// One line of JSON a story
        #[arg(long)]
        json: bool,
    },
}

pub fn run(place: &Place, command: &Policy) -> Result<()> {
    let policy = place.config()?.policy.rules();
    match command {
        Policy::Show => policy.words().iter().try_for_each(|words| say(words)),
        Policy::Test { limit, json } => test(place, &policy, *limit, *json),
    }
}

/// The stories in the order in which their drafts were made, so that the limits count as they would have.
fn test(place: &Place, policy: &news::policy::Policy, limit: usize, json: bool) -> Result<()> {
    let (store, now) = (place.store()?, crate::now());
    let mut ids = store.read(|c| store::story::recent(c, None, limit))?;
    ids.reverse();
    let mut out: Vec<Time> = Vec::new();
    let mut told: Vec<(Revision, Answer)> = Vec::new();
    for story in ids {
        let at = store.read(|c| store::revision::latest(c, story.id))?.map_or(story.created, |r| r.created);
        let within = |ms: i64| out.iter().filter(|t| **t > at.plus_ms(-ms) && **t <= at).count() as u32;
        let counts = (within(Time::HOUR_MS), within(Time::DAY_MS));
        let rules = policy.clone();
        let answer = desk::transaction(&store, move |c| foreseen(c, &rules, story.id, counts, now))?;
        out.extend(answer.as_ref().filter(|(_, a)| matches!(a, Answer::Publish { .. })).map(|_| at));
        told.extend(answer);
    }
    if json {
        return told.iter().try_for_each(|(revision, answer)| say_json(&line(revision, answer)));
    }
    let rows: Vec<Vec<String>> = told
        .iter()
        .map(|(revision, answer)| {
            let (what, why) = words(answer);
            vec![revision.story.to_string(), what.into(), revision.draft.headline.clone(), why]
        })
        .collect();
    say(&table(&["story", "would", "headline", "why"], &rows))?;
    let by_itself = told.iter().filter(|(_, a)| matches!(a, Answer::Publish { .. })).count();
    say(&format!("{by_itself} of {} would have gone out without a person.", told.len()))
}

fn words(answer: &Answer) -> (&'static str, String) {
    match answer {
        Answer::Publish { rule } => ("go out", format!("rule “{rule}”")),
        Answer::Review { why } => ("wait", why.clone()),
    }
}

fn line(revision: &Revision, answer: &Answer) -> serde_json::Value {
    let (what, why) = words(answer);
    serde_json::json!({
        "story": revision.story, "revision": revision.number, "headline": revision.draft.headline, "would": what, "why": why,
    })
}
