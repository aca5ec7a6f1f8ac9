//! A database server that goes away, and comes back.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use news::StoryId;
use store::{Error, Store, change, setting};

use crate::backend::{NOW, POSTGRES};
use crate::postgres;

/// Waits until the store writes again; the writer pauses between two tries.
fn write_again(store: &Store) {
    let begun = Instant::now();
    while store.write(|c| setting::set(c, "again", "1")).is_err() {
        assert!(begun.elapsed() < Duration::from_secs(10), "the store does not come back");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn cut_connections_lose_nothing_that_was_acknowledged() {
    if !postgres::answers() {
        return;
    }
    let home = POSTGRES.home();
    let (store, over) = (home.open(), AtomicBool::new(false));
    let append = |writer: i64| {
        let (mut acked, mut failed) = (Vec::new(), 0);
        while !over.load(Ordering::SeqCst) {
            match store.write(move |c| change::add(c, StoryId(writer), "publish", NOW)) {
                Ok(n) => acked.push(n),
                Err(Error::Away { .. } | Error::Unknown { .. }) => failed += 1,
                Err(other) => panic!("{other:?}"),
            }
        }
        (acked, failed)
    };
    let (acked, failed) = std::thread::scope(|threads| {
        let writers: Vec<_> = (0..4).map(|writer| threads.spawn(move || append(writer))).collect();
        let mut cut = 0;
        for _ in 0..10 {
            std::thread::sleep(Duration::from_millis(120));
            cut += postgres::cut(home.path());
        }
        std::thread::sleep(Duration::from_millis(300));
        over.store(true, Ordering::SeqCst);
        assert!(cut >= 10, "only {cut} connections were cut");
        let all: Vec<_> = writers.into_iter().map(|w| w.join().unwrap()).collect();
        (all.iter().flat_map(|(acked, _)| acked.clone()).collect::<Vec<i64>>(), all.iter().map(|(_, f)| f).sum::<u64>())
    });
    write_again(&store);
    let kept: std::collections::HashSet<i64> =
        store.read(|c| change::after(c, 0, usize::MAX)).unwrap().iter().map(|c| c.n).collect();
    assert!(acked.iter().all(|n| kept.contains(n)), "an acknowledged change was lost");
    assert!(acked.len() > 50 && failed > 0, "{} acknowledged, {failed} told that the database was away", acked.len());
}

#[test]
fn reads_survive_a_restart_of_the_server_between_them() {
    if !postgres::answers() {
        return;
    }
    let home = POSTGRES.home();
    let store = home.open();
    store.write(|c| setting::set(c, "a", "1")).unwrap();
    for _ in 0..3 {
        assert_eq!(store.read(|c| setting::get(c, "a")).unwrap().as_deref(), Some("1"));
        assert!(postgres::cut(home.path()) > 0);
        // The server says so to the connection a moment later, or not before it is used.
        std::thread::sleep(Duration::from_millis(30));
    }
    // A write that has not begun is not lost either: its connection was lost while nobody wrote.
    store.write(|c| setting::set(c, "a", "2")).unwrap();
    let cut = store.read(|c| {
        postgres::cut(home.path());
        std::thread::sleep(Duration::from_millis(30));
        setting::get(c, "a")
    });
    assert!(matches!(cut, Err(Error::Away { .. })), "{cut:?}");
    assert_eq!(store.read(|c| setting::get(c, "a")).unwrap().as_deref(), Some("2"));
}

#[test]
fn a_server_that_is_not_there_is_told_at_once_and_without_the_password() {
    let silent = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = silent.local_addr().unwrap().port();
    drop(silent);
    let begun = Instant::now();
    let told = Store::connect(&format!("postgres://ann:s3cret@127.0.0.1:{port}/news")).unwrap_err();
    assert!(matches!(told, Error::Away { .. }), "{told:?}");
    let words = format!("{told} {told:?}");
    assert!(words.contains(&format!("127.0.0.1:{port}/news")) && words.contains("store.database"), "{words}");
    assert!(!words.contains("s3cret"), "{words}");
    assert!(begun.elapsed() < Duration::from_secs(5));
}

#[test]
fn a_server_that_says_nothing_is_given_up() {
    let silent = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let begun = Instant::now();
    let told = Store::connect(&format!("postgres://ann@{}/news", silent.local_addr().unwrap())).unwrap_err();
    assert!(matches!(told, Error::Away { .. }), "{told:?}");
    assert!(begun.elapsed() < Duration::from_secs(15), "{:?}", begun.elapsed());
}

#[test]
fn a_closure_that_goes_on_after_a_failed_statement_is_not_half_saved() {
    if !postgres::answers() {
        return;
    }
    let home = POSTGRES.home();
    let store = home.open();
    let out = store.write(|c| {
        setting::set(c, "a", "1")?;
        let odd = store::oddity::Kept { at: NOW, what: "odd".into(), blob: None };
        // An error of the database that the closure passes over.
        store::oddity::add(c, news::SourceId(77), &odd).unwrap_err();
        Ok(())
    });
    assert!(out.is_err(), "it was told that all was saved");
    assert_eq!(store.read(|c| setting::get(c, "a")).unwrap(), None);
    write_again(&store);
}

#[test]
fn a_store_may_be_read_on_a_thread_of_a_runtime() {
    if !postgres::answers() {
        return;
    }
    let home = POSTGRES.home();
    let store = home.open();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let last = runtime.block_on(async { store.read(change::last) }).unwrap();
    assert_eq!(last, 0);
}
