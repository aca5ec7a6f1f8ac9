//! Finished pages by address. A page stands while nothing that it shows has changed, and while its rail is young enough.

pub mod making;
pub mod stamp;
pub mod tie;

use std::sync::{
    Arc,
    atomic::{AtomicI64, AtomicU32, AtomicU64, Ordering},
};

use news::Time;
use quick_cache::{Weighter, sync::Cache as Pages};

use self::{
    stamp::{Stamps, Standing},
    tie::{Slots, Ties},
};
use crate::finished::Finished;

/// What one page weighs, on average: only a guess for the size of the tables.
const PAGE_BYTES: usize = 40_000;
/// Hits after which a page is worth packing well.
const WELL_FROM_HITS: u32 = 3;
/// Age from which it is: what a busy desk changes every few seconds would be packed for nobody.
const WELL_FROM_MS: i64 = 5_000;
/// Stands for the hits of a page that was given to be packed.
const PACKED: u32 = u32::MAX;
/// How old a page may be that is shown because the store is away.
const AWAY_MS: i64 = Time::HOUR_MS;

/// A page with what decides how long it stands.
pub struct Kept {
    /// The page.
    pub page: Arc<Finished>,
    slots: Slots,
    born: u64,
    /// The clock at which its slots were last looked at and found unchanged.
    checked: AtomicU64,
    made: Time,
    /// It has a rail, which must not grow old.
    ages: bool,
    hits: AtomicU32,
}

/// What the cache says of an address.
pub enum Found {
    /// Send it.
    Current(Arc<Kept>),
    /// Make it anew; this one may be shown if that cannot be done.
    Old(Arc<Kept>),
    /// Make it.
    Nothing,
}

/// Finished pages.
pub struct Cache {
    pages: Pages<Box<str>, Arc<Kept>, ByBytes>,
    /// When things changed.
    pub stamps: Stamps,
    max_age_ms: i64,
    /// When the changes were last followed, UTC milliseconds.
    followed: AtomicI64,
}

#[derive(Clone)]
struct ByBytes;

impl Weighter<Box<str>, Arc<Kept>> for ByBytes {
    fn weight(&self, key: &Box<str>, kept: &Arc<Kept>) -> u64 {
        key.len() as u64 + kept.page.weight_bytes()
    }
}

impl Kept {
    /// A page made from a snapshot that was taken after the clock stood at `born`.
    pub fn new(page: Arc<Finished>, ties: &Ties, born: u64, made: Time, ages: bool) -> Self {
        let (checked, hits) = (AtomicU64::new(born), AtomicU32::new(0));
        Self { page, slots: ties.slots(), born, checked, made, ages, hits }
    }

    /// Counts a hit; true, once, when it is worth packing well: asked for again and again, and old enough to stay.
    pub fn hit(&self, now: Time) -> bool {
        let hits = self.hits.load(Ordering::Relaxed);
        if hits == PACKED {
            return false;
        }
        let worth = hits >= WELL_FROM_HITS && now.since_ms(self.made) >= WELL_FROM_MS;
        // Two at once may count one hit, or pack twice: harmless.
        self.hits.store(if worth { PACKED } else { hits.saturating_add(1).min(PACKED - 1) }, Ordering::Relaxed);
        worth
    }
}

impl Cache {
    /// An empty cache of so many bytes, whose rails live `max_age_seconds`.
    pub fn new(bytes: u64, max_age_seconds: u64) -> Self {
        let items = usize::try_from(bytes).unwrap_or(usize::MAX) / PAGE_BYTES;
        Self {
            pages: Pages::with_weighter(items.max(64), bytes, ByBytes),
            stamps: Stamps::default(),
            max_age_ms: i64::try_from(max_age_seconds).unwrap_or(60).saturating_mul(1000),
            followed: AtomicI64::new(i64::MAX),
        }
    }

    /// The page at `key`.
    pub fn get(&self, key: &str, now: Time) -> Found {
        let Some(kept) = self.pages.get(key) else { return Found::Nothing };
        // What was published meanwhile, nobody knows: whatever it is, it is not shown for ever.
        if now.ms().saturating_sub(self.followed.load(Ordering::Relaxed)) >= AWAY_MS {
            return Found::Nothing;
        }
        let clock = self.stamps.clock();
        if kept.checked.load(Ordering::Relaxed) != clock {
            match self.stamps.standing(kept.born, &kept.slots) {
                Standing::Current => kept.checked.store(clock, Ordering::Relaxed),
                Standing::Changed if now.since_ms(kept.made) < AWAY_MS => return Found::Old(kept),
                Standing::Changed | Standing::Withdrawn => return Found::Nothing,
            }
        }
        match now.since_ms(kept.made) {
            age if !kept.ages || age <= self.max_age_ms => Found::Current(kept),
            age if age < AWAY_MS => Found::Old(kept),
            _ => Found::Nothing,
        }
    }

    /// Keeps a page unless what it shows has changed since its snapshot.
    pub fn put(&self, key: &str, kept: &Arc<Kept>) {
        if self.stamps.standing(kept.born, &kept.slots) == Standing::Current {
            self.pages.insert(key.into(), kept.clone());
        }
    }

    /// Forgets the pages that nobody may see any more: their bytes are not to lie about either.
    pub fn sweep(&self) {
        self.pages.retain(|_, kept| self.stamps.standing(kept.born, &kept.slots) != Standing::Withdrawn);
    }

    /// The changes up to this moment are known.
    pub fn followed(&self, now: Time) {
        self.followed.store(now.ms(), Ordering::Relaxed);
    }

    /// Whether a page may still be shown when no newer one can be made.
    pub fn may_be_shown(&self, kept: &Kept) -> bool {
        self.stamps.standing(kept.born, &kept.slots) != Standing::Withdrawn
    }

    /// How old a page's rail may be.
    pub fn max_age_ms(&self) -> i64 {
        self.max_age_ms
    }

    /// Bytes kept.
    pub fn bytes(&self) -> u64 {
        self.pages.weight()
    }

    /// Pages kept.
    pub fn len(&self) -> usize {
        self.pages.len()
    }
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;
    use news::StoryId;

    use super::{tie::Tie, *};
    use crate::page::Page;

    fn kept(cache: &Cache, ties: &Ties, ages: bool) -> Arc<Kept> {
        let page = Finished::new(Page::html("x".repeat(2000)), &HeaderValue::from_static("x"), None);
        Arc::new(Kept::new(Arc::new(page), ties, cache.stamps.clock(), Time(0), ages))
    }

    fn state(cache: &Cache, key: &str, at_ms: i64) -> &'static str {
        match cache.get(key, Time(at_ms)) {
            Found::Current(_) => "current",
            Found::Old(_) => "old",
            Found::Nothing => "nothing",
        }
    }

    fn slots(ties: &[Tie]) -> Vec<u32> {
        ties.iter().map(Tie::slot).collect()
    }

    #[test]
    fn a_publish_reaches_the_storys_pages_and_lists_and_no_other_storys_page() {
        let cache = Cache::new(1 << 20, 60);
        let mut own = Ties::default();
        own.own(StoryId(1));
        let mut other = Ties::default();
        other.own(StoryId(2));
        other.beside(StoryId(1));
        let mut list = Ties::default();
        list.list(Tie::All);
        list.card(StoryId(1));
        for (key, ties) in [("own", &own), ("other", &other), ("list", &list)] {
            cache.put(key, &kept(&cache, ties, true));
        }
        cache.stamps.strike(&slots(&[Tie::Own(StoryId(1)), Tie::Shown(StoryId(1)), Tie::All]), &[]);
        assert_eq!(["own", "other", "list"].map(|key| state(&cache, key, 1000)), ["old", "current", "old"]);
        assert_eq!(state(&cache, "other", 61_000), "old", "its rail is too old");
        assert_eq!(state(&cache, "other", AWAY_MS), "nothing");
    }

    #[test]
    fn a_kill_reaches_every_page_that_shows_the_story() {
        let cache = Cache::new(1 << 20, 60);
        let mut other = Ties::default();
        other.own(StoryId(2));
        other.beside(StoryId(1));
        cache.put("other", &kept(&cache, &other, true));
        let making = kept(&cache, &other, true);
        cache.stamps.strike(&slots(&[Tie::Own(StoryId(1))]), &slots(&[Tie::Own(StoryId(1)), Tie::Shown(StoryId(1))]));
        assert_eq!(state(&cache, "other", 1000), "nothing", "not even when the store is away");
        cache.put("made meanwhile", &making);
        assert_eq!(state(&cache, "made meanwhile", 1000), "nothing", "its snapshot is from before the kill");
        cache.sweep();
        assert_eq!((cache.len(), cache.bytes()), (0, 0));
        cache.put("made after", &kept(&cache, &other, true));
        assert_eq!(state(&cache, "made after", 1000), "current");
        cache.stamps.strike_all();
        assert_eq!(state(&cache, "made after", 1000), "nothing");
    }

    #[test]
    fn a_page_is_packed_well_once_when_it_is_asked_for_again_and_stays() {
        let cache = Cache::new(1 << 20, 60);
        let page = kept(&cache, &Ties::default(), true);
        assert!((0..10).all(|n| !page.hit(Time(n))), "too young");
        assert!(page.hit(Time(WELL_FROM_MS)) && !page.hit(Time(WELL_FROM_MS)));
    }

    #[test]
    fn it_never_holds_more_than_its_bytes() {
        let cache = Cache::new(200_000, 60);
        for n in 0..1000 {
            cache.put(&format!("/{n}"), &kept(&cache, &Ties::default(), false));
        }
        assert!(cache.bytes() <= 200_000 && cache.len() > 5, "{} bytes, {} pages", cache.bytes(), cache.len());
    }
}
