//! Article views, counted in memory without cookie or address, and written by whoever drains them.

use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};

use news::StoryId;

/// The views of one story since the last drain. Its finished pages hold it, so that a hit is one addition and no lock.
#[derive(Debug, Default)]
pub struct Tally(AtomicU64);

impl Tally {
    /// Counts one view.
    pub fn count(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }
}

/// The tallies of all stories that have a finished page.
#[derive(Debug, Default)]
pub struct ViewCounter {
    tallies: Mutex<HashMap<StoryId, Arc<Tally>>>,
}

impl ViewCounter {
    /// The story's tally, for a page that is being finished.
    pub fn tally(&self, story: StoryId) -> Arc<Tally> {
        self.tallies.lock().unwrap_or_else(PoisonError::into_inner).entry(story).or_default().clone()
    }

    /// Takes what was counted; the tallies start at nothing again. Those that no page holds any more are let go.
    pub fn drain(&self) -> Vec<(StoryId, u64)> {
        let mut tallies = self.tallies.lock().unwrap_or_else(PoisonError::into_inner);
        let mut counted = Vec::new();
        tallies.retain(|story, tally| {
            // Nobody can take a tally while the lock is held, so one that only we hold is counted by nobody.
            let held = Arc::strong_count(tally) > 1;
            let views = tally.0.swap(0, Ordering::Relaxed);
            if views > 0 {
                counted.push((*story, views));
            }
            held
        });
        counted.sort_unstable();
        counted
    }

    /// Gives back what could not be written, to be counted with the next.
    pub fn give_back(&self, counted: &[(StoryId, u64)]) {
        for (story, views) in counted {
            self.tally(*story).0.fetch_add(*views, Ordering::Relaxed);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn views_are_taken_once_and_unheld_tallies_go() {
        let views = ViewCounter::default();
        let held = views.tally(StoryId(7));
        held.count();
        views.tally(StoryId(7)).count();
        views.tally(StoryId(8)).count();
        assert_eq!(views.drain(), vec![(StoryId(7), 2), (StoryId(8), 1)]);
        assert_eq!(views.tallies.lock().unwrap().len(), 1, "the one that a page holds");
        held.count();
        views.give_back(&[(StoryId(8), 3)]);
        assert_eq!(views.drain(), vec![(StoryId(7), 1), (StoryId(8), 3)]);
        assert_eq!(views.drain(), vec![]);
    }
}
