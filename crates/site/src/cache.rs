//! Finished pages, by address. Everything goes when something is published or when the pages are old; a page that is not
//! here is made anew.

use std::{
    collections::HashMap,
    io::Write,
    sync::{Arc, PoisonError, RwLock},
};

use axum::body::Bytes;
use flate2::{Compression, write::GzEncoder};
use news::{Hash, Time};

use crate::page::Page;

/// Pages kept at most; a flood of invented addresses must not fill the memory.
const PAGES: usize = 4_000;
/// Bytes kept at most.
const BYTES: usize = 128 * 1024 * 1024;
/// Below this, packing gains nothing.
const PACK_FROM_BYTES: usize = 700;

/// A page ready to send.
#[derive(Debug)]
pub struct Finished {
    /// The page; its body has moved to `plain`.
    pub page: Page,
    /// Its bytes.
    pub plain: Bytes,
    /// Its bytes packed, when that makes them fewer.
    pub gzip: Option<Bytes>,
    /// Strong name of the plain bytes, quoted.
    pub etag: String,
    /// Strong name of the packed bytes, quoted.
    pub gzip_etag: String,
}

impl Finished {
    /// Packs and names a page.
    pub fn new(mut page: Page) -> Self {
        let name: String = Hash::of(&page.body).hex().chars().take(20).collect();
        let packable = !page.media_type.starts_with("image/") || page.media_type.contains("svg");
        let gzip =
            (packable && page.body.len() >= PACK_FROM_BYTES).then(|| gzip(&page.body)).flatten().map(Bytes::from);
        let plain = Bytes::from(std::mem::take(&mut page.body));
        Self { gzip, etag: format!("\"{name}\""), gzip_etag: format!("\"{name}-gz\""), plain, page }
    }

    fn bytes(&self) -> usize {
        self.plain.len() + self.gzip.as_ref().map_or(0, Bytes::len)
    }
}

/// The bytes packed, when that makes them fewer.
pub fn gzip(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::with_capacity(bytes.len() / 3), Compression::new(7));
    encoder.write_all(bytes).ok()?;
    encoder.finish().ok().filter(|packed| packed.len() < bytes.len())
}

#[derive(Default)]
struct Kept {
    pages: HashMap<String, Arc<Finished>>,
    bytes: usize,
    change: i64,
    since: Time,
}

/// Finished pages.
pub struct Cache {
    kept: RwLock<Kept>,
    max_age_ms: i64,
}

impl Cache {
    /// An empty cache whose pages live `max_age_seconds` when nothing is published.
    pub fn new(max_age_seconds: u64) -> Self {
        Self { kept: RwLock::default(), max_age_ms: i64::try_from(max_age_seconds).unwrap_or(60).saturating_mul(1000) }
    }

    /// The page at `key` as of published change `change`.
    pub fn get(&self, key: &str, change: i64, now: Time) -> Option<Arc<Finished>> {
        let kept = self.kept.read().unwrap_or_else(PoisonError::into_inner);
        if kept.change != change || now.since_ms(kept.since) > self.max_age_ms {
            return None;
        }
        kept.pages.get(key).cloned()
    }

    /// Keeps a page made at published change `change`. One made before a newer change is not kept.
    pub fn put(&self, key: &str, finished: Arc<Finished>, change: i64, now: Time) {
        let mut kept = self.kept.write().unwrap_or_else(PoisonError::into_inner);
        if kept.change > change {
            return;
        }
        let full = kept.pages.len() >= PAGES || kept.bytes + finished.bytes() > BYTES;
        if kept.change != change || full || now.since_ms(kept.since) > self.max_age_ms {
            *kept = Kept { change, since: now, ..Kept::default() };
        }
        kept.bytes += finished.bytes();
        kept.pages.insert(key.to_owned(), finished);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_go_with_the_next_change_and_with_age() {
        let cache = Cache::new(60);
        let page = || Arc::new(Finished::new(Page::html("x".repeat(2000))));
        cache.put("/", page(), 5, Time(0));
        assert!(cache.get("/", 5, Time(59_000)).is_some());
        assert!(cache.get("/", 6, Time(59_000)).is_none());
        assert!(cache.get("/", 5, Time(61_000)).is_none());
        cache.put("/a", page(), 6, Time(1000));
        cache.put("/", page(), 5, Time(1000));
        assert!(cache.get("/", 6, Time(2000)).is_none(), "made before the change");
        assert!(cache.get("/a", 6, Time(2000)).is_some());
    }
}
