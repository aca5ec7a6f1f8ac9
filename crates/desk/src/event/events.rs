//! The open events of every language as this process knows them, kept in step with the store.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use news::{Lang, ReportId, StoryId, Time};
use store::{Store, feature::Row};

use super::{Feature, Found, Open, Told, Tongues};
use crate::Result;

/// A story takes reports while its newest is at most this old.
pub const OPEN_MS: i64 = 72 * Time::HOUR_MS;
/// Open reports of a language that a new one is compared with.
const OPEN_REPORTS: usize = 20_000;
/// Reports added, or time gone by, until the closed events are forgotten.
const FORGET_AFTER: usize = OPEN_REPORTS / 2;
const FORGET_AFTER_MS: i64 = Time::HOUR_MS;

/// Kept by whoever attaches; an empty one reads what is open when it is first asked.
#[derive(Default)]
pub struct Events(Mutex<Option<Known>>);

/// What is known.
struct Known {
    open: HashMap<Lang, Open<StoryId>>,
    tongues: Tongues<StoryId>,
    /// The story of each report.
    story: HashMap<ReportId, StoryId>,
    /// The newest report of each story in each language.
    newest: HashMap<(StoryId, Lang), ReportId>,
    /// The number of the newest tie that was read.
    tie: i64,
    added: usize,
    since: Time,
}

impl Events {
    /// The events that a report of that primary language is likely about, surest first, each with its newest report.
    pub fn find(
        &self,
        store: &Store,
        lang: &Lang,
        feature: &Feature,
        now: Time,
    ) -> Result<Vec<(Found<StoryId>, Option<ReportId>)>> {
        self.ask(store, now, |known| {
            let found = known.open.get(lang).map(|open| open.find(feature)).unwrap_or_default().into_iter();
            found
                .map(|f| (known.newest.get(&(f.event, lang.clone())).copied(), f))
                .map(|(newest, f)| (f, newest))
                .collect()
        })
    }

    /// The events that reports in other languages tell alike, likeliest first; each as the story that `takes` the report in its
    /// place, if any does.
    pub fn abroad(
        &self,
        store: &Store,
        lang: &Lang,
        feature: &Feature,
        now: Time,
        takes: impl Fn(StoryId) -> Result<Option<StoryId>>,
    ) -> Result<Vec<Told<StoryId>>> {
        let told = self.ask(store, now, |known| match known.open.len() {
            0 | 1 if known.open.contains_key(lang) => Vec::new(),
            _ => known.tongues.alike(lang, feature),
        })?;
        let mut taken = Vec::with_capacity(told.len());
        for one in told {
            if let Some(event) = takes(one.event)? {
                taken.push(Told { event, ..one });
            }
        }
        Ok(Told::settle(taken))
    }

    fn ask<T>(&self, store: &Store, now: Time, answer: impl FnOnce(&Known) -> T) -> Result<T> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let stale = |k: &Known| k.added > FORGET_AFTER || !(0..FORGET_AFTER_MS).contains(&now.since_ms(k.since));
        let mut known = match kept.take().filter(|k| !stale(k)) {
            Some(known) => known,
            None => Known::read(store, now)?,
        };
        if !known.catch_up(store, now)? {
            known = Known::read(store, now)?;
        }
        Ok(answer(kept.insert(known)))
    }
}

impl Known {
    fn read(store: &Store, now: Time) -> Result<Self> {
        let (rows, tie) = store.read(|c| {
            let mut rows = Vec::new();
            for lang in store::feature::langs(c)? {
                rows.extend(store::feature::since(c, &lang, now.plus_ms(-OPEN_MS), OPEN_REPORTS)?);
            }
            Ok((rows, store::feature::last_tie(c)?))
        })?;
        let mut known = Self {
            open: HashMap::new(),
            tongues: Tongues::default(),
            story: HashMap::new(),
            newest: HashMap::new(),
            tie,
            added: 0,
            since: now,
        };
        rows.into_iter().rev().for_each(|row| known.add(row));
        known.added = 0;
        Ok(known)
    }

    /// Reads what was tied since; false when a report went to another story, by a person's act: then all is read anew.
    fn catch_up(&mut self, store: &Store, now: Time) -> Result<bool> {
        let (rows, tie) = store.read(|c| store::feature::tied(c, self.tie))?;
        self.tie = tie;
        for row in rows {
            match self.story.get(&row.report) {
                Some(story) if *story == row.story => {}
                Some(_) => return Ok(false),
                // The last tie that was read is read again, and may be of an event that is over.
                None if now.since_ms(row.at) > OPEN_MS => {}
                None => self.add(row),
            }
        }
        Ok(true)
    }

    /// Adds a report; one whose features cannot be read is like nothing.
    fn add(&mut self, row: Row) {
        self.added += 1;
        self.story.insert(row.report, row.story);
        self.newest.insert((row.story, row.lang.clone()), row.report);
        if let Ok(feature) = serde_json::from_str::<Feature>(&row.feature) {
            let feature = Arc::new(feature);
            self.open.entry(row.lang.clone()).or_default().add(row.story, feature.clone());
            self.tongues.add(row.story, row.lang, feature);
        }
    }
}
