//! A small news day with the n-th statement failing, for each n: what comes of it must be what comes of a day without a
//! failure.

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

use anyhow::{Context, Result, bail};
use news::{
    Time,
    report::{PubStatus, Report},
    source::Source,
};
use store::Store;

use super::Outcome;
use crate::{
    archive::{event::Event, report, world::World},
    audit::Faults,
    chance::Chance,
    feed, pipeline,
};

/// Between two arrivals: longer than any job waits after one failure or one lost lease.
const EVERY_MS: i64 = 30 * Time::MINUTE_MS;
/// The clock goes on by so much while jobs wait.
const TICK_MS: i64 = 20_000;
/// Ticks after which jobs count as stuck.
const TICKS: usize = 80;
/// Statements that fail in a short run.
const SHORT: u64 = 16;

/// Fails each statement of the day once; a short run some of them.
pub fn run(short: bool) -> Result<Outcome> {
    let world = World::new(3);
    let day = day(&world, dateline::now().plus_ms(-12 * Time::HOUR_MS));
    let (calm, statements) = play(&world, &day, None)?;
    let step = if short { (statements / SHORT).max(1) } else { 1 };
    let bar = crate::progress::bar("failing statements", (statements / step) as usize);
    let mut faults = Faults::default();
    let mut blows = 0;
    for n in (1..=statements).step_by(usize::try_from(step).unwrap_or(1)) {
        let (played, _) = play(&world, &day, Some(n)).with_context(|| format!("with statement {n} failing"))?;
        for (kind, what) in differences(&calm, &played) {
            faults.add(kind, format!("statement {n}: {what}"));
        }
        blows += 1;
        bar.inc(1);
    }
    bar.finish_and_clear();
    Ok(Outcome::Ran { blows, reports: day.len(), faults })
}

/// What a reader and an editor see of one report's story after the day.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Told {
    guid: String,
    there: bool,
    /// Stage, sources and words of its story.
    story: Option<String>,
}

/// The day: two agencies on one event, an update, a second event, a third that is withdrawn.
fn day(world: &World, from: Time) -> Vec<(usize, Report)> {
    let tongue = world.english();
    let plot = |n: usize| &tongue.frames.plots[n % tongue.frames.plots.len()];
    let event =
        |n: u64| Event::new(Chance::of(world.seed, n).bits(), tongue, plot(n as usize * 5), &world.places, from);
    let (one, two, three) = (event(1), event(2), event(3));
    let at = |n: i64| from.plus_ms(n * EVERY_MS);
    let tell = |event: &Event<'_>, n: u64, agency: usize, turn: usize, version: u32, when: Time| {
        (agency, report::report(world, event, n, (agency, turn), version, when).0)
    };
    let mut withdrawn = tell(&three, 3, 2, 0, 1, at(5));
    withdrawn.1.status = PubStatus::Canceled;
    vec![
        tell(&one, 1, 0, 0, 0, at(0)),
        tell(&one, 1, 1, 1, 0, at(1)),
        tell(&two, 2, 1, 0, 0, at(2)),
        tell(&three, 3, 2, 0, 0, at(3)),
        tell(&one, 1, 0, 0, 1, at(4)),
        withdrawn,
    ]
}

/// Plays the day with one statement failing; what came of it, and how many statements there were.
fn play(world: &World, day: &[(usize, Report)], failing: Option<u64>) -> Result<(Vec<Told>, u64)> {
    let home = tempfile::tempdir()?;
    let plain = Store::open(home.path())?;
    let new = world.sources();
    plain.write(move |c| new.iter().try_for_each(|s| store::source::put(c, s, Time(0)).map(drop)))?;
    let sources = plain.read(store::source::list)?;
    let asked = Arc::new(AtomicU64::new(0));
    let count = asked.clone();
    let faulty = plain.clone().with_fault(Arc::new(move |_| {
        let n = count.fetch_add(1, Ordering::Relaxed) + 1;
        if Some(n) == failing { Err(store::Error::Database("this statement fails for a test".into())) } else { Ok(()) }
    }));
    let room = pipeline::room(faulty.clone());
    for (agency, report) in day {
        let slug = world.agencies[*agency].slug;
        let source = sources.iter().find(|s| s.terms.slug == slug).context("an agency is not in the store")?;
        let mut now = report.updated.unwrap_or_default();
        take(&faulty, source, report, now)?;
        let mut ticks = 0;
        while plain.read(store::job::waiting)? > 0 {
            // Whatever failed is tried again when the clock has gone on.
            room.until_idle(now).ok();
            now = now.plus_ms(TICK_MS);
            ticks += 1;
            if ticks > TICKS {
                bail!("jobs still wait half an hour after {}", report.guid);
            }
        }
    }
    let told = day.iter().map(|(_, report)| told(&plain, &report.guid)).collect::<Result<_>>()?;
    Ok((told, asked.load(Ordering::Relaxed)))
}

/// Takes a report; what failed is taken again, as a feed that is asked again shows it again.
fn take(store: &Store, source: &Source, report: &Report, now: Time) -> Result<()> {
    let bytes = feed::ninjs(report);
    if dateline::intake::take(store, source, bytes.as_bytes(), None, now).is_err() {
        dateline::intake::take(store, source, bytes.as_bytes(), None, now)?;
    }
    Ok(())
}

fn told(store: &Store, guid: &str) -> Result<Told> {
    Ok(store.read(|c| {
        let report = store::report::by_guid(c, None, guid)?;
        let id = report.as_ref().map(|r| store::story::of_report(c, r.id)).transpose()?.flatten();
        let story = id.map(|id| store::story::by_id(c, id)).transpose()?.flatten();
        let words = match &story {
            None => None,
            Some(story) => {
                let newest = store::revision::latest(c, story.id)?;
                let reports = store::report::of_story(c, story.id, Time(i64::MAX))?;
                let guids: Vec<&str> = reports.iter().map(|r| r.report.guid.as_str()).collect();
                let draft = newest.map(|r| (r.draft.headline, r.draft.paragraphs));
                Some(format!(
                    "{} {guids:?} {draft:?} corrections {}",
                    story.stage.word(),
                    store::correction::of_story(c, story.id)?.len()
                ))
            }
        };
        Ok(Told { guid: guid.to_owned(), there: report.is_some(), story: words })
    })?)
}

/// What is otherwise than on a calm day.
fn differences(calm: &[Told], played: &[Told]) -> Vec<(&'static str, String)> {
    let differ = |(calm, played): (&Told, &Told)| match (played.there, &played.story) {
        _ if calm == played => None,
        (false, _) => Some(("report lost", played.guid.clone())),
        (_, None) => Some(("report without story", played.guid.clone())),
        (_, Some(story)) => Some((
            "page broken",
            format!("{}: {story}, on a calm day {}", played.guid, calm.story.as_deref().unwrap_or("nothing")),
        )),
    };
    calm.iter().zip(played).filter_map(differ).collect()
}
