//! The sample day: an invented day of wire copy sent through the real pipeline, nothing precomputed.

use std::{collections::BTreeMap, sync::Arc};

use anyhow::{Context, Result, bail};
use indicatif::{ProgressBar, ProgressStyle};
use news::{
    Lang, SourceId, StoryId, Time,
    source::{NewSource, Treatment},
};
use serde::Deserialize;
use store::Store;

use crate::{intake, picture::Pictures, shift, work::Room};

/// The files of `fixtures/newsday`, embedded by the build script: path -> bytes.
mod files {
    include!(concat!(env!("OUT_DIR"), "/newsday.rs"));
}

/// Milliseconds of a week.
const WEEK_MS: i64 = 7 * Time::DAY_MS;
/// How long after its arrival a report's jobs run, on the sample day's clock.
const LATER_MS: i64 = 20_000;

#[derive(Deserialize)]
struct Sources {
    source: Vec<SampleSource>,
}

#[derive(Deserialize)]
struct SampleSource {
    name: String,
    slug: String,
    home: String,
    treatment: String,
    language: String,
    zone: String,
    show_words: u32,
}

#[derive(Deserialize)]
struct Day {
    arrival: Vec<Arrival>,
}

#[derive(Clone, Deserialize)]
struct Arrival {
    at: String,
    source: String,
    file: String,
}

#[derive(Deserialize)]
struct PictureList {
    picture: Vec<PictureFile>,
}

#[derive(Deserialize)]
struct PictureFile {
    file: String,
    href: String,
}

/// The bytes of a file of the day.
fn file(path: &str) -> Result<&'static [u8]> {
    files::FILES
        .iter()
        .find(|(name, _)| *name == path)
        .map(|(_, bytes)| *bytes)
        .with_context(|| format!("the sample day has no {path}"))
}

fn words(path: &str) -> Result<&'static str> {
    Ok(std::str::from_utf8(file(path)?)?)
}

/// The wire pictures of the day, in place of the network.
pub struct SamplePictures(BTreeMap<String, &'static [u8]>);

impl SamplePictures {
    /// Reads the list of pictures.
    pub fn new() -> Result<Self> {
        let list: PictureList = toml::from_str(words("pictures/pictures.toml")?)?;
        let entries = list.picture.into_iter().map(|p| Ok((p.href, file(&format!("pictures/{}", p.file))?)));
        Ok(Self(entries.collect::<Result<_>>()?))
    }
}

impl Pictures for SamplePictures {
    fn get(&self, url: &str) -> Result<Vec<u8>> {
        // A relative address was made absolute when it was read; the list has it as it was sent.
        let found = self
            .0
            .iter()
            .find(|(href, _)| href.as_str() == url || (href.starts_with('/') && url.ends_with(href.as_str())));
        found.map(|(_, bytes)| bytes.to_vec()).with_context(|| format!("the sample day has no picture {url}"))
    }
}

/// Parses an RFC 3339 moment.
fn time(at: &str) -> Result<Time> {
    Ok(Time(at.parse::<jiff::Timestamp>().with_context(|| format!("{at} is not a time"))?.as_millisecond()))
}

/// One sample day, moved to end at most a week before `now`.
pub struct Sample {
    weeks: i64,
    arrivals: Vec<Arrival>,
}

impl Sample {
    /// Reads the day's plan and decides by how many weeks it moves.
    pub fn new(now: Time) -> Result<Self> {
        let arrivals = toml::from_str::<Day>(words("day.toml")?)?.arrival;
        let last = arrivals.last().context("the sample day is empty")?;
        let weeks = now.since_ms(time(&last.at)?.plus_ms(Time::HOUR_MS)).div_euclid(WEEK_MS);
        Ok(Self { weeks, arrivals })
    }

    fn at(&self, at: &str) -> Result<Time> {
        Ok(time(at)?.plus_ms(self.weeks * WEEK_MS))
    }

    /// Sends the whole day through `room`'s pipeline, then adds pieces and visits. Calls `step` after every arrival.
    pub fn run(&self, room: &Room, step: impl Fn(&str)) -> Result<()> {
        self.run_by(&room.store, |now| room.until_idle(now), step)
    }

    /// The same with other hands: `work` does what is due at a moment of the day.
    pub fn run_by(&self, store: &Store, work: impl Fn(Time) -> Result<()>, step: impl Fn(&str)) -> Result<()> {
        let sources = self.put_sources(store)?;
        for arrival in &self.arrivals {
            let now = self.at(&arrival.at)?;
            let source = *sources.get(&arrival.source).with_context(|| format!("no source {}", arrival.source))?;
            let source = store.read(|c| store::source::by_id(c, source))?.context("the source is gone")?;
            let bytes = shift::shift(words(&arrival.file)?, self.weeks);
            intake::take(store, &source, bytes.as_bytes(), None, now)?;
            let id = source.id;
            store.write(move |c| store::source::fetched(c, id, None, None, now, now))?;
            work(now.plus_ms(LATER_MS))?;
            step(&arrival.file);
        }
        let last = self.at(&self.arrivals.last().context("the sample day is empty")?.at)?;
        self.put_pieces(store, last)?;
        self.put_visits(store)
    }

    fn put_sources(&self, store: &Store) -> Result<BTreeMap<String, SourceId>> {
        let list: Sources = toml::from_str(words("sources.toml")?)?;
        let begin = self.at(&self.arrivals.first().context("the sample day is empty")?.at)?;
        let mut ids = BTreeMap::new();
        for s in list.source {
            let Some(treatment) = Treatment::from_word(&s.treatment) else { bail!("{} is no treatment", s.treatment) };
            let new = NewSource {
                slug: s.slug.clone(),
                name: s.name,
                home: Some(s.home),
                feed_url: None,
                treatment,
                show_words: s.show_words,
                lang: Lang::new(&s.language),
                zone: Some(s.zone),
                no_ai: false,
            };
            let id = store.write(move |c| store::source::put(c, &new, begin))?;
            ids.insert(s.slug, id);
        }
        Ok(ids)
    }

    fn put_pieces(&self, store: &Store, now: Time) -> Result<()> {
        for (path, bytes) in files::FILES.iter().filter(|(path, _)| path.starts_with("pieces/")) {
            let text = shift::shift(std::str::from_utf8(bytes)?, self.weeks);
            crate::cli::piece::add(store, &text, now).with_context(|| (*path).to_owned())?;
        }
        Ok(())
    }

    fn put_visits(&self, store: &Store) -> Result<()> {
        let mut views: Vec<(StoryId, Time, u64)> = Vec::new();
        for line in words("visits.tsv")?.lines().skip(1) {
            let fields: Vec<&str> = line.split('\t').collect();
            let [at, guid, count] = fields.as_slice() else { bail!("visits.tsv: {line:?} has not three fields") };
            let story = store.read(|c| match store::report::by_guid(c, None, guid)? {
                Some(report) => store::story::of_report(c, report.id),
                None => Ok(None),
            })?;
            if let Some(story) = story {
                views.push((story, self.at(at)?, count.parse()?));
            }
        }
        Ok(store.write(move |c| store::view::add(c, &views))?)
    }

    /// How many files arrive.
    pub fn len(&self) -> usize {
        self.arrivals.len()
    }

    /// Whether nothing arrives.
    pub fn is_empty(&self) -> bool {
        self.arrivals.is_empty()
    }
}

/// Runs the day with a progress bar; returns how many stories are on the site.
pub fn run_with_progress(room: &Arc<Room>, now: Time) -> Result<usize> {
    let sample = Sample::new(now)?;
    let style = ProgressStyle::with_template("{msg:32!} {wide_bar} {pos}/{len}")
        .unwrap_or_else(|_| ProgressStyle::default_bar());
    let bar = ProgressBar::new(sample.len() as u64).with_style(style);
    sample.run(room, |file| {
        bar.set_message(file.to_owned());
        bar.inc(1);
    })?;
    bar.finish_and_clear();
    let published = room.store.read(|c| store::story::recent(c, Some(news::stage::Stage::Published), 1000))?;
    Ok(published.len())
}
