//! Killed at any moment, nothing acknowledged is lost.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::Duration;

use news::{Hash, StoryId};
use store::{Store, change};

use crate::backend::{NOW, backends};

const HOME: &str = "STORE_TEST_CRASH_HOME";
const BACKEND: &str = "STORE_TEST_CRASH_BACKEND";
const ROUNDS: u64 = 8;
/// Acknowledged writes without which the test says nothing.
const ENOUGH: usize = 100;
const WRITERS: i64 = 4;

/// The child: several threads write, and say so after each commit, until they are killed.
#[test]
#[ignore = "run by `nothing_acknowledged_is_lost` in a process of its own"]
fn child() {
    let (Ok(home), Ok(name)) = (std::env::var(HOME), std::env::var(BACKEND)) else { return };
    let backend = backends().into_iter().find(|b| b.name == name).unwrap();
    let store = backend.open(home.as_ref());
    std::thread::scope(|threads| {
        for writer in 0..WRITERS {
            let store = &store;
            threads.spawn(move || write_for_ever(store, writer));
        }
    });
}

fn write_for_ever(store: &Store, writer: i64) {
    for n in 0.. {
        let acked = store.write(move |c| change::add(c, StoryId(writer), "publish", NOW)).unwrap();
        println!("row {acked}");
        if n % 5 == 0 {
            // Half of them large enough for a file of their own.
            let size = if n % 2 == 0 { 200 } else { 120_000 };
            let blob = format!("{writer} {acked} ").repeat(size / 8);
            println!("blob {}", store.put_blob(blob.as_bytes()).unwrap());
        }
    }
}

#[test]
fn nothing_acknowledged_is_lost() {
    for backend in backends() {
        let home = backend.home();
        let mut acked = Vec::new();
        // A child on a busy machine is killed before it wrote much: it is given more rounds, not less to do.
        let mut rounds = 0..10 * ROUNDS;
        while let Some(round) = rounds.next().filter(|round| *round < ROUNDS || acked.len() <= ENOUGH) {
            // Moments spread without a pattern, the same in every run.
            let moment = Duration::from_millis(40 + ((round * 0x9e37_79b9) >> 3) % 260);
            acked.extend(written_until_killed(backend.name, home.path(), moment));
            let store = home.open();
            assert_eq!(store.check().unwrap(), Vec::<String>::new());
            let rows = store.read(|c| change::after(c, 0, usize::MAX)).unwrap();
            let kept: std::collections::HashSet<i64> = rows.iter().map(|row| row.n).collect();
            for line in &acked {
                match line.split_once(' ').unwrap() {
                    ("row", n) => assert!(kept.contains(&n.parse().unwrap()), "row {n} was lost"),
                    ("blob", hex) => {
                        assert!(store.blob(Hash::from_hex(hex).unwrap()).unwrap().is_some(), "blob {hex} was lost")
                    }
                    _ => {}
                }
            }
        }
        assert!(acked.len() > ENOUGH, "only {} writes were acknowledged", acked.len());
    }
}

/// Starts a child, kills it after `moment`, returns what it said before.
fn written_until_killed(backend: &str, home: &std::path::Path, moment: Duration) -> Vec<String> {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "crash::child", "--ignored", "--nocapture"])
        .env(HOME, home)
        .env(BACKEND, backend)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let out = BufReader::new(child.stdout.take().unwrap());
    let lines = std::thread::spawn(move || out.lines().map_while(Result::ok).collect::<Vec<String>>());
    std::thread::sleep(moment);
    child.kill().unwrap();
    child.wait().unwrap();
    let mut lines = lines.join().unwrap();
    // libtest writes its own words in front of the first of ours.
    for line in &mut lines {
        if let Some(at) = line.find("row ").or_else(|| line.find("blob ")) {
            line.drain(..at);
        }
    }
    let whole =
        |line: &String| line.starts_with("row ") || line.len() == "blob ".len() + 64 && line.starts_with("blob ");
    lines.into_iter().filter(whole).collect()
}
