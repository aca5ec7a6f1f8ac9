//! A day's wire as bytes: feeds that repeat their last items, single documents, updates, and copies that agencies pass on.

use news::{Time, report::Report};

use crate::{
    archive::{calendar, event::Event, report, world::World},
    chance::Chance,
    feed,
};

/// Share of reports that a newer version follows, and that another agency passes on nearly as it stands.
const UPDATED: f64 = 0.10;
const PASSED_ON: f64 = 0.10;
/// Share of events that a second agency tells in its own words.
const SECOND: f64 = 0.45;
/// Items that a feed still shows from before.
const REPEATED: usize = 8;

/// What comes in at one moment from one agency.
pub struct Arrival {
    /// When.
    pub at: Time,
    /// The agency's place in [`World::agencies`].
    pub agency: usize,
    /// As it is sent.
    pub bytes: Vec<u8>,
}

/// About `reports` reports, oldest first, ending before `now`.
pub fn stream(world: &World, reports: usize, now: Time) -> Vec<Arrival> {
    let mut chance = Chance::of(world.seed, 4_242);
    let mut all: Vec<(usize, Report)> = Vec::new();
    let events = (reports as f64 / (1.0 + SECOND + UPDATED + PASSED_ON)) as usize;
    for (n, at) in calendar::moments(events.max(1), now, &mut chance).into_iter().enumerate() {
        let n = n as u64;
        let tongue = world.tongue(&mut chance);
        let plot = world.plot(tongue, &mut chance);
        let event = Event::new(chance.bits(), tongue, plot, &world.places, at);
        let agencies = world.some_agencies(&tongue.lang, 2, &mut chance);
        let Some(first) = agencies.first().copied() else { continue };
        let mut tell = |agency: usize, turn: usize, version: u32, later_minutes: i64| {
            let when = at.plus_ms(later_minutes * Time::MINUTE_MS).min(now);
            all.push((agency, report::report(world, &event, n, (agency, turn), version, when).0));
        };
        tell(first, 0, 0, 0);
        let (second, updated, passed) = (chance.happens(SECOND), chance.happens(UPDATED), chance.happens(PASSED_ON));
        let other = agencies.get(1).copied();
        if let Some(other) = other.filter(|_| second) {
            tell(other, 1, 0, chance.between(3, 40));
        } else if let Some(other) = other.filter(|_| passed) {
            // The same turn is the same words: copy passed on, under another name and number.
            tell(other, 0, 0, chance.between(3, 40));
        }
        if updated {
            tell(first, 0, 1, chance.between(45, 200));
        }
    }
    all.sort_by_key(|(_, report)| report.updated);
    wired(world, all)
}

/// Every other agency sends feeds, the rest single documents.
fn wired(world: &World, all: Vec<(usize, Report)>) -> Vec<Arrival> {
    let mut before: Vec<Vec<Report>> = world.agencies.iter().map(|_| Vec::new()).collect();
    let mut out = Vec::new();
    for (agency, report) in all {
        let at = report.updated.unwrap_or_default();
        let bytes = if agency % 2 == 0 {
            let shown = &mut before[agency];
            shown.insert(0, report);
            shown.truncate(REPEATED + 1);
            feed::rss(world.agencies[agency].name, world.agencies[agency].lang.tag(), shown.iter())
        } else {
            feed::ninjs(&report)
        };
        out.push(Arrival { at, agency, bytes: bytes.into_bytes() });
    }
    out
}
