//! A wire that never ends and a desk that corrects and kills, beside a server on the same home; and a ledger of all that was
//! acknowledged, which nothing may lose.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use desk::act::Order;
use news::{StoryId, Time, report::Report, source::Source, stage::Stage, story::Story};
use store::Store;

use crate::{
    archive::{event::Event, report, world::World},
    chance::Chance,
    feed, http,
};

/// Events that may still be updated or told by another agency.
const RUNNING: usize = 40;
/// Published stories that an act chooses among.
const CHOICE: usize = 60;

/// All that was acknowledged.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    /// Reports: source's short name and guid.
    pub reports: Vec<(String, String)>,
    /// Killed stories with the address that they had.
    pub killed: Vec<(StoryId, String)>,
    /// Corrections with their note.
    pub corrected: Vec<(StoryId, String)>,
}

/// An event that agencies still tell of.
struct RunningEvent {
    number: u64,
    at: Time,
    agencies: Vec<usize>,
    versions: u32,
}

/// The wire and the desk.
pub struct DeskAtWork {
    /// The newsroom's store, opened a second time: the server has its own.
    pub store: Store,
    /// What was acknowledged.
    pub ledger: Ledger,
    world: World,
    sources: Vec<Source>,
    chance: Chance,
    running: Vec<RunningEvent>,
    next: u64,
}

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// A report was handed in.
    Report,
    /// A story was corrected.
    Correct,
    /// A story was killed.
    Kill,
    /// There was nothing to do it to.
    Nothing,
}

impl DeskAtWork {
    /// Puts the world's agencies into the store and begins.
    pub fn new(store: Store, seed: u64) -> Result<Self> {
        let world = World::new(seed);
        let (new, now) = (world.sources(), dateline::now());
        let ids: Vec<_> = store.write(move |c| new.iter().map(|s| store::source::put(c, s, now)).collect())?;
        let sources =
            store.read(|c| ids.iter().map(|id| store::source::by_id(c, *id)).collect::<store::Result<Vec<_>>>())?;
        let sources = sources.into_iter().collect::<Option<Vec<_>>>().context("a source that was put is not there")?;
        let chance = Chance::of(seed, 77);
        Ok(Self { store, ledger: Ledger::default(), world, sources, chance, running: Vec::new(), next: 0 })
    }

    /// The next report of the wire: mostly a new event, else an update or another agency's copy. Nothing is stored.
    pub fn next_report(&mut self, now: Time) -> (usize, Report) {
        let at = self.chance.below(self.running.len().max(1));
        let kind = self.chance.unit();
        let world = &self.world;
        let tongue = world.english();
        if let Some(event) = self.running.get_mut(at).filter(|_| kind < 0.3) {
            let mut chance = Chance::of(world.seed, event.number);
            let plot = world.plot(tongue, &mut chance);
            let told = Event::new(chance.bits(), tongue, plot, &world.places, event.at);
            let again = kind < 0.15 || event.agencies.len() > 2;
            let (turn, version) = if again { (0, event.versions + 1) } else { (event.agencies.len(), 0) };
            let other = world.some_agencies(&tongue.lang, 4, &mut chance);
            let agency = if again {
                event.agencies[0]
            } else {
                other.into_iter().find(|a| !event.agencies.contains(a)).unwrap_or(0)
            };
            if again {
                event.versions = version;
            } else {
                event.agencies.push(agency);
            }
            return (agency, report::report(world, &told, event.number, (agency, turn), version, now).0);
        }
        let number = self.next;
        self.next += 1;
        let mut chance = Chance::of(world.seed, number);
        let plot = world.plot(tongue, &mut chance);
        let event = Event::new(chance.bits(), tongue, plot, &world.places, now);
        let agency = world.some_agencies(&tongue.lang, 1, &mut self.chance).first().copied().unwrap_or(0);
        let report = report::report(world, &event, number, (agency, 0), 0, now).0;
        self.running.push(RunningEvent { number, at: now, agencies: vec![agency], versions: 0 });
        if self.running.len() > RUNNING {
            self.running.remove(0);
        }
        (agency, report)
    }

    /// Hands a report in, as the wire's own reader does; in the ledger once that is acknowledged.
    pub fn hand_in(&mut self, now: Time) -> Result<dateline::intake::Taken> {
        let (agency, report) = self.next_report(now);
        let source = &self.sources[agency];
        let bytes = feed::rss(&source.terms.name, "en", [&report]);
        let taken = dateline::intake::take(&self.store, source, bytes.as_bytes(), None, now)?;
        self.ledger.reports.push((source.terms.slug.clone(), report.guid));
        Ok(taken)
    }

    /// Hands in, corrects or kills, as a busy day has it.
    pub fn work(&mut self, now: Time) -> Result<Deed> {
        let kind = self.chance.unit();
        if kind < 0.70 {
            return self.hand_in(now).map(|_| Deed::Report);
        }
        let Some(story) = self.published()? else { return Ok(Deed::Nothing) };
        if kind < 0.92 {
            let note = format!("A figure was wrong; note {}.", self.chance.bits());
            let order = Order::new(story.id, "Desk", &note)?;
            desk::transaction(&self.store, move |c| desk::act::correct(c, &order, now))?;
            self.ledger.corrected.push((story.id, note));
            return Ok(Deed::Correct);
        }
        let order = Order::new(story.id, "Desk", "it rested on a mistaken identity")?;
        let notice = "This story was withdrawn by the editors.";
        desk::transaction(&self.store, move |c| desk::act::kill(c, &order, notice, now))?;
        self.ledger.killed.push((story.id, http::article(&story)));
        Ok(Deed::Kill)
    }

    /// Waits until the pages of every server show what was done last, as the commands that kill and correct do before they
    /// are done; false when they do not within `within`.
    pub fn until_shown(&self, within: Duration) -> Result<bool> {
        let change = self.store.read(store::change::last)?;
        let begun = Instant::now();
        while begun.elapsed() < within {
            if self.store.read(|c| store::server::behind(c, change, dateline::now()))?.is_empty() {
                return Ok(true);
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        Ok(false)
    }

    /// One of the newest published stories; none while there are few.
    fn published(&mut self) -> Result<Option<Story>> {
        let stories = self.store.read(|c| store::story::recent(c, Some(Stage::Published), CHOICE))?;
        Ok(self.chance.pick(&stories).filter(|_| stories.len() > 5).cloned())
    }
}
