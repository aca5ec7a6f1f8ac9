//! All that a newsroom knows of one story: reports, states, end, terms, views. Made without a store, so that one thread
//! makes stories while another writes them.

use desk::event;
use news::{Country, Lang, Sector, Time, report::Report, revision::Draft, verdict::Sentence};

use super::{
    compose::{self, Used},
    event::Event,
    report,
    told::Told,
    world::World,
};
use crate::chance::Chance;

/// A report of the story, not yet stored.
pub struct Sent {
    /// Place of its agency in [`World::agencies`].
    pub agency: usize,
    /// The report; `raw` holds its bytes as the agency wired them.
    pub report: Report,
    /// The dateline's country.
    pub filed_from: Country,
    /// When it came.
    pub received: Time,
    /// What Attach compares, as the store keeps it.
    pub feature: String,
    /// Its MinHash bands.
    pub bands: Vec<u64>,
    /// A later report of the bundle is its newer version.
    pub superseded: bool,
}

/// A state that readers saw.
pub struct State {
    /// Its text.
    pub draft: Draft,
    /// Its sentences; their citations name reports by their place in the bundle.
    pub sentences: Vec<Sentence>,
    /// What changed, for readers.
    pub note: String,
    /// When it went out.
    pub at: Time,
}

/// What became of a story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    /// It stands.
    Stands,
    /// It was corrected, with the note to readers.
    Corrected(String),
    /// It was withdrawn.
    Killed,
}

/// One story.
pub struct Bundle {
    /// Its language.
    pub lang: Lang,
    /// Its sector.
    pub sector: Sector,
    /// Where it was filed, as printed.
    pub dateline_place: String,
    /// The dateline's country.
    pub filed_from: Country,
    /// The countries it is about.
    pub about: Vec<Country>,
    /// Place of its picture in the newsroom's drawings; none where there is none.
    pub picture: Option<usize>,
    /// Reports, oldest first.
    pub reports: Vec<Sent>,
    /// States, oldest first; never none.
    pub states: Vec<State>,
    /// What became of it, and when.
    pub end: (End, Time),
    /// Weighted terms for "related".
    pub terms: Vec<(String, f64)>,
    /// Views by hour.
    pub views: Vec<(Time, u64)>,
}

/// Share of stories that are updated, corrected, killed, and that have a picture.
const UPDATED: f64 = 0.10;
const CORRECTED: f64 = 0.02;
const KILLED: f64 = 0.003;
const PICTURED: f64 = 0.6;
/// Share of stories by how many agencies told them: one, two, three, else four.
const AGENCIES: [f64; 3] = [0.55, 0.25, 0.13];

/// The story number `n` of the world, which came at `at`; nothing of it happens after `now`.
pub fn bundle(world: &World, n: u64, at: Time, now: Time) -> Bundle {
    let mut chance = Chance::of(world.seed, n);
    let tongue = world.tongue(&mut chance);
    let plot = world.plot(tongue, &mut chance);
    let event = Event::new(chance.bits(), tongue, plot, &world.places, at);
    let agencies = world.some_agencies(&tongue.lang, agencies(&mut chance), &mut chance);
    let mut reports: Vec<Sent> = Vec::new();
    let mut told: Vec<Told> = Vec::new();
    for (turn, agency) in agencies.iter().enumerate() {
        let received = at.plus_ms(chance.between(0, 40 * Time::MINUTE_MS) * i64::from(turn > 0));
        let (sent, text) = sent(world, &event, n, (*agency, turn), 0, received.min(now));
        reports.push(sent);
        told.push(text);
    }
    let first = state(&event, &reports, &told, at, String::new(), &mut chance);
    let mut states = vec![first];
    if chance.happens(UPDATED) {
        for version in 1..=1 + u32::from(chance.happens(0.3)) {
            let later = chance.between(20, 300) * Time::MINUTE_MS;
            let received = states.last().map_or(at, |s: &State| s.at).plus_ms(later).min(now);
            reports.iter_mut().filter(|s| Some(&s.agency) == agencies.first()).for_each(|s| s.superseded = true);
            let agency = agencies.first().copied().unwrap_or_default();
            let (newer, text) = sent(world, &event, n, (agency, 0), version, received);
            reports.push(newer);
            told.push(text);
            let note = world.note(agency, &tongue.lang);
            states.push(state(&event, &reports, &told, received, note, &mut chance));
        }
    }
    let terms = states.last().map(|s| terms(&s.draft, &event)).unwrap_or_default();
    Bundle {
        lang: tongue.lang.clone(),
        sector: plot.sector.clone(),
        dateline_place: event.dateline_place(),
        filed_from: event.filed.1,
        about: event.about(),
        picture: chance.happens(PICTURED).then(|| chance.below(world.drawings_of_a_sector())),
        end: end(&event, states.last().map_or(at, |s| s.at), now, &mut chance),
        views: views(at, now, &mut chance),
        reports,
        states,
        terms,
    }
}

fn agencies(chance: &mut Chance) -> usize {
    let at = chance.unit();
    let mut share = 0.0;
    1 + AGENCIES
        .iter()
        .take_while(|s| {
            share += **s;
            share < at
        })
        .count()
}

/// An agency's report of an event with what the desk notes about it.
fn sent(
    world: &World,
    event: &Event<'_>,
    story: u64,
    (agency, turn): (usize, usize),
    version: u32,
    received: Time,
) -> (Sent, Told) {
    let (report, told) = report::report(world, event, story, (agency, turn), version, received);
    // Both are strings and numbers only, which always serialise.
    let feature = serde_json::to_string(&event::feature(&report.text, &report.lang)).unwrap_or_default();
    let bands = text::near::Print::of(&report.text, &report.lang).keys().to_vec();
    (Sent { agency, report, filed_from: event.filed.1, received, feature, bands, superseded: false }, told)
}

fn state(event: &Event<'_>, reports: &[Sent], told: &[Told], at: Time, note: String, chance: &mut Chance) -> State {
    // The newest version of each leads; what was superseded is not used.
    let mut used: Vec<Used<'_>> = told
        .iter()
        .enumerate()
        .filter(|(n, _)| reports.get(*n).is_some_and(|r| !r.superseded))
        .map(|(report, told)| Used { report, told })
        .collect();
    if !note.is_empty() {
        used.reverse();
    }
    let (draft, sentences) = compose::compose(&event.tongue.lang, &used, chance);
    State { draft, sentences, note, at }
}

fn end(event: &Event<'_>, last: Time, now: Time, chance: &mut Chance) -> (End, Time) {
    let at = last.plus_ms(chance.between(30, 600) * Time::MINUTE_MS).min(now);
    if chance.happens(KILLED) {
        (End::Killed, at)
    } else if chance.happens(CORRECTED) {
        let note =
            format!("An earlier version gave a wrong figure for {}. It has been put right.", event.say("{x1}", 0));
        (End::Corrected(note), at)
    } else {
        (End::Stands, last)
    }
}

/// Words of the text by weight, as the tag step finds them: headline words three times, names twice.
fn terms(draft: &Draft, event: &Event<'_>) -> Vec<(String, f64)> {
    const TERMS: usize = 24;
    let mut weight = std::collections::BTreeMap::<String, f64>::new();
    let parts = std::iter::once((&draft.headline, 3.0)).chain(draft.paragraphs.iter().map(|p| (p, 1.0)));
    let names = event.names();
    for (part, factor) in parts {
        for word in text::word::words(part, &draft.lang) {
            if !word.stop && word.stem.chars().count() > 2 && !word.lower.chars().all(char::is_numeric) {
                *weight.entry(word.stem).or_default() += factor;
            }
        }
        let lower = part.to_lowercase();
        for name in names.iter().filter(|name| lower.contains(name.as_str())) {
            *weight.entry(format!("name:{name}")).or_default() += 2.0 * factor;
        }
    }
    let mut terms: Vec<(String, f64)> = weight.into_iter().collect();
    terms.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    terms.truncate(TERMS);
    let norm = terms.iter().map(|(_, w)| w * w).sum::<f64>().sqrt().max(1.0);
    terms.into_iter().map(|(term, w)| (term, w / norm)).collect()
}

/// Readers come in the first hours; a few stories have many.
fn views(at: Time, now: Time, chance: &mut Chance) -> Vec<(Time, u64)> {
    let mut readers = chance.normal(2.2, 1.1).exp();
    let mut out = Vec::new();
    for hour in 0..chance.between(1, 4) {
        let when = at.plus_ms(hour * Time::HOUR_MS);
        if when <= now && readers >= 1.0 {
            out.push((when, readers as u64));
        }
        readers *= 0.5;
    }
    out
}
