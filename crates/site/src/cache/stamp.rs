//! When what a page shows last changed: a table of stamps instead of a list of pages for each story.
//!
//! A page remembers the clock's reading from before its snapshot was taken, and which slots of the table concern it. It
//! stands as long as no slot bears a later stamp. So a change costs a few stores however many pages show the story, a
//! kill needs no index that could miss a page, and a page that was being made while the story changed is void when it is
//! done. Two ties may share a slot: then a page is made once more than it had to be, which is harmless.

use std::sync::{
    Mutex, PoisonError,
    atomic::{AtomicU64, Ordering},
};

use super::tie::Slots;

/// Slots of each table: 512 KB, so that a day's changes rarely share one.
pub const SLOTS: usize = 1 << 16;

/// The clock and the two tables.
pub struct Stamps {
    clock: AtomicU64,
    /// Every page older than this is void.
    floor: AtomicU64,
    /// Bears the stamp of the last change of any kind.
    changed: Box<[AtomicU64]>,
    /// Bears the stamp of the last correction or kill.
    withdrawn: Box<[AtomicU64]>,
    turn: Mutex<()>,
}

/// How a page stands to the changes since it was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing that it shows has changed.
    Current,
    /// Its story or list has changed; it may still be shown when the store is away.
    Changed,
    /// It shows a story that was corrected or withdrawn: nobody may see it any more.
    Withdrawn,
}

impl Default for Stamps {
    fn default() -> Self {
        let table = || (0..SLOTS).map(|_| AtomicU64::new(0)).collect();
        Self {
            clock: AtomicU64::new(1),
            floor: AtomicU64::new(0),
            changed: table(),
            withdrawn: table(),
            turn: Mutex::default(),
        }
    }
}

impl Stamps {
    /// The clock. Read it before the snapshot that a page is made from.
    pub fn clock(&self) -> u64 {
        self.clock.load(Ordering::Acquire)
    }

    /// How a page born at `born` stands.
    pub fn standing(&self, born: u64, slots: &Slots) -> Standing {
        let later = |table: &[AtomicU64], slots: &[u32]| {
            slots.iter().any(|slot| table.get(*slot as usize).is_none_or(|s| s.load(Ordering::Acquire) > born))
        };
        if born < self.floor.load(Ordering::Acquire) || later(&self.withdrawn, &slots.shown) {
            Standing::Withdrawn
        } else if later(&self.changed, &slots.lives_on) {
            Standing::Changed
        } else {
            Standing::Current
        }
    }

    /// Voids every page that lives on one of the `changed` slots or shows one of the `withdrawn`.
    pub fn strike(&self, changed: &[u32], withdrawn: &[u32]) {
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        // Slots first, the clock last: whoever reads the new time also sees the stamps.
        let stamp = self.clock.load(Ordering::Acquire) + 1;
        let mark = |table: &[AtomicU64], slots: &[u32]| {
            slots.iter().filter_map(|slot| table.get(*slot as usize)).for_each(|s| s.store(stamp, Ordering::Release));
        };
        mark(&self.changed, changed);
        mark(&self.withdrawn, withdrawn);
        self.clock.store(stamp, Ordering::Release);
    }

    /// Voids every page.
    pub fn strike_all(&self) {
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        let stamp = self.clock.load(Ordering::Acquire) + 1;
        self.floor.store(stamp, Ordering::Release);
        self.clock.store(stamp, Ordering::Release);
    }
}
