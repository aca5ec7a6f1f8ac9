//! One write is one transaction; those saved together do not take each other down.

use std::sync::{Arc, Barrier};

use store::{Error, Store, setting};

use crate::backend::tests;

fn get(store: &Store, name: &'static str) -> Option<String> {
    store.read(|c| setting::get(c, name)).unwrap()
}

tests! {
    fn what_a_write_saved_is_there_after_reopening(store, reopen) {
        store.write(|c| setting::set(c, "sample", "1")).unwrap();
        store.write(|c| setting::set(c, "sample", "2")).unwrap();
        drop(store);
        assert_eq!(get(&reopen(), "sample").as_deref(), Some("2"));
    }

    fn an_error_rolls_back_the_whole_write(store, _reopen) {
        let out: Result<(), Error> = store.write(|c| {
            setting::set(c, "a", "1")?;
            Err(Error::caller("the desk changed its mind"))
        });
        assert_eq!(out.unwrap_err().to_string(), "the desk changed its mind");
        assert_eq!(get(&store, "a"), None);
    }

    fn a_panic_rolls_back_only_its_own_write(store, _reopen) {
        let out: Result<(), Error> = store.write(|c| {
            setting::set(c, "a", "1")?;
            panic!("oh no");
        });
        assert!(matches!(&out, Err(Error::Panicked(words)) if words == "oh no"), "{out:?}");
        store.write(|c| setting::set(c, "b", "1")).unwrap();
        assert_eq!((get(&store, "a"), get(&store, "b").is_some()), (None, true));
    }

    fn writes_saved_together_fail_alone(store, _reopen) {
        // A slow first write makes the others wait together, so that they share a transaction.
        let start = Arc::new(Barrier::new(41));
        let threads: Vec<_> = (0..40).map(|n| {
            let (store, start) = (store.clone(), start.clone());
            std::thread::spawn(move || {
                start.wait();
                store.write(move |c| {
                    setting::set(c, &format!("key {n}"), "1")?;
                    match n % 4 {
                        1 => Err(Error::caller("no")),
                        2 => panic!("no"),
                        _ => Ok(n),
                    }
                })
            })
        }).collect();
        store.write(move |_| { start.wait(); std::thread::sleep(std::time::Duration::from_millis(15)); Ok(()) }).unwrap();
        for (n, thread) in threads.into_iter().enumerate() {
            let out = thread.join().unwrap();
            assert_eq!(out.is_ok(), !matches!(n % 4, 1 | 2), "{n}: {out:?}");
            let kept = store.read(|c| setting::get(c, &format!("key {n}"))).unwrap();
            assert_eq!(kept.is_some(), out.is_ok(), "{n}");
        }
    }

    fn a_read_sees_one_moment(store, _reopen) {
        store.write(|c| setting::set(c, "a", "before")).unwrap();
        let writer = store.clone();
        store.read(|c| {
            assert_eq!(setting::get(c, "a")?.as_deref(), Some("before"));
            writer.write(|c| setting::set(c, "a", "after"))?;
            assert_eq!(setting::get(c, "a")?.as_deref(), Some("before"));
            Ok(())
        }).unwrap();
        assert_eq!(get(&store, "a").as_deref(), Some("after"));
    }

    fn a_read_cannot_write(store, _reopen) {
        store.read(|c| setting::set(c, "a", "1")).unwrap_err();
        assert_eq!(get(&store, "a"), None);
    }

    fn a_write_inside_a_write_is_an_error_and_not_a_standstill(store, _reopen) {
        let inner = store.clone();
        let out = store.write(move |_| inner.write(|c| setting::set(c, "a", "1")));
        assert!(out.unwrap_err().to_string().contains("inside a write"));
    }

    fn a_broken_rule_of_a_table_is_an_error_with_the_rule(store, _reopen) {
        let nobody = news::SourceId(77);
        let kept = store::oddity::Kept { at: crate::backend::NOW, what: "odd".into(), blob: None };
        let out = store.write(move |c| store::oddity::add(c, nobody, &kept));
        assert!(out.unwrap_err().to_string().to_lowercase().contains("foreign key"));
    }
}

#[test]
fn one_home_is_served_by_one_process() {
    let home = tempfile::tempdir().unwrap();
    let first = Store::serving(home.path()).unwrap();
    let refused = Store::serving(home.path()).err().unwrap().to_string();
    assert!(refused.contains(&format!("process {}", std::process::id())), "{refused}");
    drop(first);
    let _second = Store::serving(home.path()).unwrap();
}

#[test]
fn two_stores_of_one_home_wait_for_each_other() {
    let home = tempfile::tempdir().unwrap();
    let stores = [Store::open(home.path()).unwrap(), Store::open(home.path()).unwrap()];
    let threads: Vec<_> = stores
        .into_iter()
        .map(|store| {
            std::thread::spawn(move || {
                (0..50).try_for_each(|n| store.write(move |c| setting::set(c, "n", &n.to_string())))
            })
        })
        .collect();
    for thread in threads {
        thread.join().unwrap().unwrap();
    }
}

/// Runs a statement of SQLite's own that answers with rows.
fn pragma(c: &mut dyn store::Conn, sql: &'static str) -> store::Result<()> {
    c.visit(sql, &[], &mut |_| Ok(()))
}

#[test]
fn a_full_disk_is_told_to_all_that_were_saved_together_and_nothing_half_is_kept() {
    let home = tempfile::tempdir().unwrap();
    let store = Store::open(home.path()).unwrap();
    store.write(|c| setting::set(c, "before", "1")).unwrap();
    // SQLite answers as on a full disk when the file may not grow.
    store.write(|c| pragma(c, "PRAGMA max_page_count = 1")).unwrap();
    let (start, running) = (Arc::new(Barrier::new(2)), store.clone());
    let gate = start.clone();
    let first = std::thread::spawn(move || {
        running.write(move |c| {
            gate.wait();
            std::thread::sleep(std::time::Duration::from_millis(10));
            setting::set(c, "before", "2")
        })
    });
    start.wait();
    let full = store.write(|c| setting::set(c, "big", &"x".repeat(1_000_000))).unwrap_err();
    assert!(matches!(full, Error::Full { .. }) && full.to_string().contains("Free some space"), "{full}");
    let first = first.join().unwrap();
    // Either it was in the same transaction and is told so, or it was saved before.
    let kept = get(&store, "before").unwrap();
    match first {
        Ok(()) => assert_eq!(kept, "2"),
        Err(told) => assert!(kept == "1" && told.to_string().contains("disk"), "{kept} {told}"),
    }
    assert_eq!(get(&store, "big"), None);
    store.write(|c| pragma(c, "PRAGMA max_page_count = 1000000")).unwrap();
    store.write(|c| setting::set(c, "big", &"x".repeat(1_000_000))).unwrap();
    assert_eq!(store.check().unwrap(), Vec::<String>::new());
}
