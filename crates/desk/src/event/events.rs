//! The open events of every language as this process knows them, kept in step with the store.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use news::{Lang, ReportId, StoryId, Time};
use store::{Store, feature::Row};

use super::{Feature, Found, Open};
use crate::Result;

/// A story takes reports while its newest is at most this old.
pub const OPEN_MS: i64 = 72 * Time::HOUR_MS;
/// Open reports that a new one is compared with.
const OPEN_REPORTS: usize = 20_000;
/// Reports added, or time gone by, until the closed events are forgotten.
const FORGET_AFTER: usize = OPEN_REPORTS / 2;
const FORGET_AFTER_MS: i64 = Time::HOUR_MS;

/// Kept by whoever attaches; an empty one reads what is open when it is first asked.
#[derive(Default)]
pub struct Events(Mutex<HashMap<Lang, Known>>);

/// What is known of one language.
struct Known {
    open: Open<StoryId>,
    /// The story of each report.
    story: HashMap<ReportId, StoryId>,
    /// The newest report of each story.
    newest: HashMap<StoryId, ReportId>,
    /// The number of the newest tie that was read.
    tie: i64,
    added: usize,
    since: Time,
}

impl Events {
    /// The events that a report of that language is likely about, surest first, each with its newest report.
    pub fn find(
        &self,
        store: &Store,
        lang: &Lang,
        feature: &Feature,
        now: Time,
    ) -> Result<Vec<(Found<StoryId>, Option<ReportId>)>> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let stale = |k: &Known| k.added > FORGET_AFTER || !(0..FORGET_AFTER_MS).contains(&now.since_ms(k.since));
        let mut known = match all.remove(lang).filter(|k| !stale(k)) {
            Some(known) => known,
            None => Known::read(store, lang, now)?,
        };
        if !known.catch_up(store, lang, now)? {
            known = Known::read(store, lang, now)?;
        }
        let found = known.open.find(feature).into_iter();
        let found = found.map(|f| (known.newest.get(&f.event).copied(), f)).map(|(newest, f)| (f, newest)).collect();
        all.insert(lang.clone(), known);
        Ok(found)
    }
}

impl Known {
    fn read(store: &Store, lang: &Lang, now: Time) -> Result<Self> {
        let (rows, tie) = store.read(|c| {
            let rows = store::feature::since(c, lang, now.plus_ms(-OPEN_MS), OPEN_REPORTS)?;
            Ok((rows, store::feature::last_tie(c)?))
        })?;
        let open = Open::default();
        let mut known = Self { open, story: HashMap::new(), newest: HashMap::new(), tie, added: 0, since: now };
        rows.into_iter().rev().for_each(|row| known.add(row));
        known.added = 0;
        Ok(known)
    }

    /// Reads what was tied since; false when a report went to another story, by a person's act: then all is read anew.
    fn catch_up(&mut self, store: &Store, lang: &Lang, now: Time) -> Result<bool> {
        let (rows, tie) = store.read(|c| store::feature::tied(c, lang, self.tie))?;
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
        self.newest.insert(row.story, row.report);
        if let Ok(feature) = serde_json::from_str::<Feature>(&row.feature) {
            self.open.add(row.story, Arc::new(feature));
        }
    }
}
