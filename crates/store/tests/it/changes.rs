//! The log of changes: who hears of one, and that nobody misses one.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicUsize, Ordering};

use news::StoryId;
use store::{Conn, Error, Result, Store, change, setting};

use crate::backend::{NOW, backends, tests};

fn add(c: &mut dyn Conn) -> Result<i64> {
    change::add(c, StoryId(1), "publish", NOW)
}

tests! {
    fn listeners_hear_of_a_change_before_it_is_acknowledged(store, _reopen) {
        let (seen, called) = (Arc::new(AtomicI64::new(0)), Arc::new(AtomicUsize::new(0)));
        let (reader, last, count) = (store.clone(), seen.clone(), called.clone());
        // One that reads, one that fails, and one after it.
        store.on_change(move || last.store(reader.read(change::last).unwrap(), Ordering::SeqCst));
        store.on_change(|| panic!("a listener's own fault"));
        store.on_change(move || { count.fetch_add(1, Ordering::SeqCst); });
        let n = store.clone().write(add).unwrap();
        assert_eq!((seen.load(Ordering::SeqCst), called.load(Ordering::SeqCst)), (n, 1));

        store.write(|c| setting::set(c, "a", "1")).unwrap();
        let failed: Result<()> = store.write(|c| { add(c)?; Err(Error::caller("no")) });
        failed.unwrap_err();
        assert_eq!(called.load(Ordering::SeqCst), 1, "nothing that readers see has changed");
        assert_eq!(store.write(add).unwrap(), store.read(change::last).unwrap());
        assert_eq!(called.load(Ordering::SeqCst), 2);
    }

    fn a_listener_that_writes_is_told_so_and_nothing_stands_still(store, _reopen) {
        let (inner, told) = (store.clone(), Arc::new(AtomicBool::new(false)));
        let heard = told.clone();
        store.on_change(move || {
            let refused = inner.write(|c| setting::set(c, "a", "1")).unwrap_err();
            heard.store(refused.to_string().contains("inside a write"), Ordering::SeqCst);
        });
        store.write(add).unwrap();
        assert!(told.load(Ordering::SeqCst));
    }

    fn statements_fail_when_a_test_says_so(store, _reopen) {
        let down = Arc::new(AtomicBool::new(false));
        let fails = down.clone();
        let ill = store.clone().with_fault(Arc::new(move |sql| {
            let hit = fails.load(Ordering::SeqCst) && !sql.contains("known");
            if hit { Err(Error::Database(format!("cut: {sql}"))) } else { Ok(()) }
        }));
        let twin = ill.clone();
        ill.write(|c| setting::set(c, "a", "1")).unwrap();
        down.store(true, Ordering::SeqCst);
        let told = twin.write(|c| setting::set(c, "a", "2")).unwrap_err().to_string();
        assert!(told.starts_with("cut: INSERT INTO setting"), "{told}");
        for bytes in [&b"small"[..], &[7; 200_000]] {
            assert!(twin.put_blob(bytes).unwrap_err().to_string().contains("INSERT INTO blob"));
        }
        assert!(twin.read(|c| setting::get(c, "a")).unwrap_err().to_string().contains("SELECT"));
        assert_eq!(store.read(|c| setting::get(c, "a")).unwrap().as_deref(), Some("1"), "the store itself is well");
        down.store(false, Ordering::SeqCst);
        assert_eq!(twin.read(|c| setting::get(c, "a")).unwrap().as_deref(), Some("1"));
    }
}

/// Appends `count` changes, some writes failing after they took a number, so that numbers have gaps.
fn append(store: &Store, count: usize) {
    for n in 0..count {
        let kept = store.write(move |c| {
            add(c)?;
            if n % 7 == 3 { Err(Error::caller("no")) } else { Ok(()) }
        });
        assert_eq!(kept.is_ok(), n % 7 != 3);
    }
}

/// Walks the log as a cache does, always from the last number it saw, until `all` were seen.
fn walk(store: &Store, all: usize) -> Vec<i64> {
    let mut seen: Vec<i64> = Vec::new();
    while seen.len() < all {
        let last = seen.last().copied().unwrap_or(0);
        let new = store.read(|c| change::after(c, last, 50)).unwrap();
        seen.extend(new.iter().map(|change| change.n));
    }
    seen
}

#[test]
fn after_the_last_number_seen_no_change_is_missed_whoever_appends() {
    const STORES: usize = 4;
    const EACH: usize = 140;
    let kept = STORES * EACH * 6 / 7;
    for backend in backends() {
        let home = backend.home();
        let stores: Vec<Store> = (0..STORES).map(|_| home.open()).collect();
        let reader = home.open();
        let seen = std::thread::scope(|threads| {
            // Each store has a connection of its own to write by, as processes have.
            for store in &stores {
                threads.spawn(|| append(store, EACH));
            }
            threads.spawn(|| walk(&reader, kept)).join().unwrap()
        });
        let all: Vec<i64> = reader.read(|c| change::after(c, 0, usize::MAX)).unwrap().iter().map(|c| c.n).collect();
        assert_eq!(seen, all, "on {}: a number was filled in behind the reader's back", backend.name);
    }
}
