//! The job queue: never lost, never claimed twice within the lease.

use std::collections::{BTreeMap, HashSet};
use std::sync::Mutex;

use news::job::Job;
use news::{JobId, ReportId, SourceId, StoryId, Time};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use store::conn::Arg;
use store::{Store, job, server};

use crate::backend::{NOW, backends, tests};

const LEASE_MS: i64 = 60_000;

fn draft(n: i64) -> Job {
    Job::Draft { story: StoryId(n) }
}

fn claim(store: &Store, now: Time) -> Vec<news::job::Claimed> {
    claim_as(store, "a/1", now)
}

fn claim_as(store: &Store, worker: &'static str, now: Time) -> Vec<news::job::Claimed> {
    store.write(move |c| job::claim(c, worker, now, LEASE_MS, 10)).unwrap()
}

fn add(store: &Store, n: i64, now: Time) {
    store.write(move |c| job::add(c, &draft(n), now, now)).unwrap();
}

tests! {
    fn a_job_is_claimed_once_and_goes_when_done(store, _reopen) {
        add(&store, 1, NOW);
        let claimed = claim(&store, NOW);
        assert_eq!(claimed.len(), 1);
        assert_eq!((claimed[0].job.clone(), claimed[0].attempt), (draft(1), 1));
        assert_eq!(claim(&store, NOW.plus_ms(LEASE_MS - 1)), vec![]);
        let id = claimed[0].id;
        store.write(move |c| job::done(c, id)).unwrap();
        assert_eq!(store.read(job::waiting).unwrap(), 0);
        assert_eq!(store.read(job::next_due).unwrap(), None);
    }

    fn another_worker_takes_over_when_the_lease_ran_out(store, _reopen) {
        add(&store, 1, NOW);
        let first = claim(&store, NOW);
        assert_eq!(store.read(job::next_due).unwrap(), Some(NOW.plus_ms(LEASE_MS)));
        let again = claim(&store, NOW.plus_ms(LEASE_MS));
        assert_eq!((again.len(), again[0].attempt), (1, 2));
        for (claimed, holds) in [(&first[0], false), (&again[0], true)] {
            assert_eq!(store.read(|c| job::holds(c, claimed)).unwrap(), holds);
        }
        // The first worker comes late: what it says changes nothing once the second has given the job back.
        let id = again[0].id;
        let later = NOW.plus_ms(LEASE_MS);
        for _ in 0..2 {
            store.write(move |c| job::failed(c, id, "no", later)).unwrap();
        }
        assert_eq!(store.read(job::next_due).unwrap(), Some(later.plus_ms(job::backoff_ms(id, 2))));
    }

    fn the_same_waiting_job_is_saved_once_and_the_earlier_time_wins(store, _reopen) {
        for (wait, now) in [(500, 0), (100, 1), (300, 2)] {
            store.write(move |c| job::add(c, &draft(1), NOW.plus_ms(wait), NOW.plus_ms(now))).unwrap();
        }
        assert_eq!(store.read(job::waiting).unwrap(), 1);
        assert_eq!(store.read(job::next_due).unwrap(), Some(NOW.plus_ms(100)));
        assert_eq!(claim(&store, NOW.plus_ms(99)).len(), 0);
        assert_eq!(claim(&store, NOW.plus_ms(100)).len(), 1);
        // The claimed one does not count: it may have read before this.
        add(&store, 1, NOW.plus_ms(101));
        assert_eq!(store.read(job::waiting).unwrap(), 2);
    }

    fn a_worker_goes_on_with_the_next_job_when_that_waits_and_is_due(store, _reopen) {
        let next = |id, job: Job, worker: &'static str| {
            let took = move |c: &mut dyn store::Conn| job::done_and_next(c, id, &job, worker, NOW, LEASE_MS);
            store.write_unsynced(took).unwrap()
        };
        add(&store, 1, NOW);
        let first = claim(&store, NOW)[0].id;
        add(&store, 1, NOW);
        let again = next(first, draft(1), "a/1").unwrap();
        assert_eq!((again.job.clone(), again.attempt, again.leased_until), (draft(1), 1, NOW.plus_ms(LEASE_MS)));
        assert_eq!((store.read(job::waiting).unwrap(), claim_as(&store, "b/1", NOW)), (1, vec![]));
        // Not due, not there, or another's turn: it is done all the same.
        add(&store, 2, NOW.plus_ms(1));
        assert_eq!(next(again.id, draft(2), "a/1"), None);
        let second = claim(&store, NOW.plus_ms(1))[0].id;
        store.write(|c| job::add(c, &Job::Verify { story: StoryId(2) }, NOW, NOW)).unwrap();
        add(&store, 3, NOW);
        let third = claim_as(&store, "b/1", NOW)[0].id;
        assert_eq!(next(third, Job::Verify { story: StoryId(2) }, "b/1"), None, "a/1 has that story's turn");
        assert_eq!(next(second, Job::Tag { story: StoryId(2) }, "a/1"), None);
        assert_eq!(store.read(job::waiting).unwrap(), 1);
    }

    fn a_job_that_is_put_off_waits_and_has_lost_no_try(store, _reopen) {
        add(&store, 1, NOW);
        assert!(store.read(|c| job::is_pending(c, &draft(1))).unwrap());
        for n in 0..20 {
            let at = NOW.plus_ms(n * 1000);
            let claimed = claim(&store, at);
            assert_eq!((claimed.len(), claimed[0].attempt), (1, 1));
            assert!(store.read(|c| job::is_pending(c, &draft(1))).unwrap(), "claimed is pending too");
            let id = claimed[0].id;
            store.write(move |c| job::put_off(c, id, at.plus_ms(1000))).unwrap();
            assert_eq!(claim(&store, at.plus_ms(999)), vec![]);
        }
        // The same work saved again while it was claimed stands for both.
        let at = NOW.plus_ms(20_000);
        let id = claim(&store, at)[0].id;
        add(&store, 1, at);
        store.write(move |c| job::put_off(c, id, at.plus_ms(1000))).unwrap();
        assert_eq!(store.read(job::waiting).unwrap(), 1);
        let id = claim(&store, at)[0].id;
        store.write(move |c| job::done(c, id)).unwrap();
        assert!(!store.read(|c| job::is_pending(c, &draft(1))).unwrap());
    }

    fn a_failing_job_waits_longer_each_time_and_is_parked_at_last(store, _reopen) {
        add(&store, 1, NOW);
        let (mut now, mut waits) = (NOW, Vec::new());
        for attempt in 1..=job::MAX_ATTEMPTS {
            let claimed = claim(&store, now);
            assert_eq!((claimed.len(), claimed[0].attempt), (1, attempt));
            let (id, at) = (claimed[0].id, now);
            let parked = store.write(move |c| job::failed(c, id, "the endpoint is down", at)).unwrap();
            assert_eq!(parked, attempt == job::MAX_ATTEMPTS);
            if let Some(due) = store.read(job::next_due).unwrap() {
                waits.push(due.since_ms(now));
                now = due;
            }
        }
        assert!(waits.is_sorted() && waits[0] >= 4_000 && waits[6] > 1_000_000, "{waits:?}");
        let parked = store.read(job::parked).unwrap();
        assert_eq!((parked.len(), parked[0].job.clone(), parked[0].error.as_str()), (1, draft(1), "the endpoint is down"));
        assert_eq!(store.read(job::waiting).unwrap(), 0);
        let id = parked[0].id;
        store.write(move |c| job::unpark(c, id, now)).unwrap();
        assert_eq!(claim(&store, now)[0].attempt, 1);
    }

    fn a_job_that_takes_its_worker_down_each_time_is_parked(store, _reopen) {
        add(&store, 1, NOW);
        let mut now = NOW;
        for _ in 0..job::MAX_ATTEMPTS {
            assert_eq!(claim(&store, now).len(), 1);
            now = now.plus_ms(LEASE_MS);
        }
        assert_eq!(claim(&store, now), vec![]);
        assert_eq!(store.read(job::parked).unwrap().len(), 1);
    }

    fn a_failed_job_that_was_saved_again_meanwhile_stands_once(store, _reopen) {
        add(&store, 1, NOW);
        let id = claim(&store, NOW)[0].id;
        add(&store, 1, NOW);
        store.write(move |c| job::failed(c, id, "no", NOW)).unwrap();
        assert_eq!(store.read(job::waiting).unwrap(), 1);
        assert_eq!(claim(&store, NOW).len(), 1);
    }

    fn jobs_come_in_the_order_they_are_due(store, _reopen) {
        for (n, wait) in [(1, 30), (2, 10), (3, 20)] {
            store.write(move |c| job::add(c, &draft(n), NOW.plus_ms(wait), NOW)).unwrap();
        }
        let order: Vec<_> = claim(&store, NOW.plus_ms(50)).into_iter().map(|j| j.job).collect();
        assert_eq!(order, vec![draft(2), draft(3), draft(1)]);
    }
}

tests! {
    fn jobs_of_one_turn_wait_for_the_worker_that_has_it(store, _reopen) {
        let save = |job: Job, wait: i64| store.write(move |c| job::add(c, &job, NOW.plus_ms(wait), NOW)).unwrap();
        let story = |n| StoryId(n);
        save(Job::Attach { report: ReportId(1) }, 0);
        save(Job::Attach { report: ReportId(2) }, 1);
        save(Job::Verify { story: story(7) }, 2);
        let jobs = |claimed: Vec<news::job::Claimed>| claimed.into_iter().map(|c| c.job).collect::<Vec<_>>();
        let first = claim_as(&store, "a/1", NOW);
        assert_eq!(jobs(first.clone()), [Job::Attach { report: ReportId(1) }]);
        let now = NOW.plus_ms(5);
        assert_eq!(jobs(claim_as(&store, "a/2", now)), [Job::Verify { story: story(7) }], "the other attach waits");
        save(Job::Tag { story: story(7) }, 0);
        save(Job::Tag { story: story(8) }, 0);
        let mine = [Job::Tag { story: story(8) }, Job::Attach { report: ReportId(2) }];
        assert_eq!(jobs(claim_as(&store, "a/1", now)), mine, "its own turn goes on");
        assert_eq!(claim_as(&store, "b/1", now), []);
        let id = first[0].id;
        store.write(move |c| job::done(c, id)).unwrap();
        assert_eq!(claim_as(&store, "b/1", now), [], "the second attach is held still");
        let out = now.plus_ms(LEASE_MS);
        assert_eq!(claim_as(&store, "b/1", out).len(), 4, "a lease that ran out holds no turn");
    }

    fn a_server_that_leaves_or_dies_gives_its_jobs_back(store, _reopen) {
        let beat = |id: &'static str, seen: i64, at: Time| {
            store.write(move |c| server::beat(c, id, &format!("the server {id}"), seen, at)).unwrap();
        };
        let names = |n: i64, at: Time| store.read(|c| server::behind(c, n, at)).unwrap();
        beat("a", 0, NOW);
        beat("ab", 5, NOW);
        assert_eq!(names(5, NOW), ["the server a"]);
        beat("a", 6, NOW.plus_ms(1));
        assert_eq!((names(6, NOW), names(5, NOW)), (vec!["the server ab".to_owned()], vec![]));
        add(&store, 1, NOW);
        assert_eq!(claim_as(&store, "ab/1", NOW).len(), 1);
        store.write(|c| server::leave(c, "a", NOW)).unwrap();
        assert_eq!(claim_as(&store, "c/1", NOW), [], "ab is not a");
        store.write(|c| server::leave(c, "ab", NOW)).unwrap();
        assert_eq!((claim_as(&store, "c/1", NOW)[0].attempt, names(9, NOW)), (1, vec![]), "never begun, so no try");

        beat("c", 9, NOW);
        assert_eq!(store.write(|c| server::dead(c, NOW.plus_ms(server::SILENCE_MS))).unwrap(), 0);
        let late = NOW.plus_ms(server::SILENCE_MS + 1);
        assert_eq!(names(99, late), Vec::<String>::new(), "nobody waits for a server that is silent");
        assert_eq!(store.write(move |c| server::dead(c, late)).unwrap(), 1);
        assert_eq!(claim_as(&store, "d/1", late)[0].attempt, 2);
        store.write(move |c| server::alone(c, "e", late)).unwrap();
        assert_eq!(claim_as(&store, "e/1", late).len(), 1);
        store.write(move |c| server::alone(c, "e", late)).unwrap();
        assert_eq!(claim_as(&store, "f/1", late), [], "its own are its own");
    }

    fn a_job_given_back_while_its_twin_waits_is_no_conflict(store, _reopen) {
        add(&store, 1, NOW);
        assert_eq!(claim_as(&store, "a/1", NOW).len(), 1);
        add(&store, 1, NOW);
        store.write(|c| server::leave(c, "a", NOW)).unwrap();
        assert_eq!(claim_as(&store, "b/1", NOW).len(), 2);
    }
}

#[test]
fn backoff_grows_to_its_end_and_never_overflows() {
    let allowed = job::BACKOFF_FIRST_MS * 79 / 100..=job::BACKOFF_MOST_MS * 121 / 100;
    for (id, attempt) in (0..200).flat_map(|id| (1..80).map(move |attempt| (id, attempt))) {
        let wait = job::backoff_ms(JobId(id), attempt);
        assert!(allowed.contains(&wait), "{id} {attempt} {wait}");
    }
    let differ: HashSet<_> = (0..100).map(|id| job::backoff_ms(JobId(id), 3)).collect();
    assert!(differ.len() > 20);
}

#[derive(Clone, Debug)]
enum Act {
    Add(i64),
    Claim(&'static str, usize),
    Done(usize),
    /// Done, and the job of that kind is taken next.
    DoneAndNext(usize, i64),
    Fail(usize),
    Pass(i64),
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let act = prop_oneof![
        4 => (0..12_i64).prop_map(Act::Add),
        4 => (prop::sample::select(vec!["a/1", "a/2", "b/1"]), 1..4_usize).prop_map(|(worker, n)| Act::Claim(worker, n)),
        2 => (0..8_usize).prop_map(Act::Done),
        2 => (0..8_usize, 0..12_i64).prop_map(|(nth, next)| Act::DoneAndNext(nth, next)),
        2 => (0..8_usize).prop_map(Act::Fail),
        2 => (1..200_000_i64).prop_map(Act::Pass),
    ];
    prop::collection::vec(act, 1..60)
}

/// Jobs of every turn: four share one, four are of two stories, and four are of a turn each.
fn kind(n: i64) -> Job {
    match n {
        0..4 => Job::Attach { report: ReportId(n) },
        4..6 => Job::Draft { story: StoryId(n % 2) },
        6..8 => Job::Verify { story: StoryId(n % 2) },
        8..10 => Job::Pull { source: SourceId(n) },
        _ => draft(n),
    }
}

/// What must hold: which jobs are owed, and who holds which lease.
#[derive(Default)]
struct Model {
    owed: HashSet<String>,
    held: BTreeMap<JobId, Held>,
}

struct Held {
    name: String,
    turn: String,
    worker: &'static str,
    until: Time,
    /// The same job was saved again since: doing this one does not do that one.
    added_since: bool,
}

impl Model {
    fn claimed(&mut self, claimed: &news::job::Claimed, worker: &'static str, now: Time) {
        let before = self.held.remove(&claimed.id);
        assert!(before.as_ref().is_none_or(|held| held.until <= now), "claimed twice within the lease");
        let added_since = before.is_some_and(|held| held.added_since);
        let (name, turn) = (format!("{:?}", claimed.job), claimed.job.turn());
        let mut others = self.held.values().filter(|held| held.until > now && held.worker != worker);
        assert!(others.all(|held| held.turn != turn), "two workers have the turn {turn}");
        let held = Held { name, turn, worker, until: claimed.leased_until, added_since };
        self.held.insert(claimed.id, held);
        assert!(claimed.leased_until > now);
    }
}

fn play(store: &Store, acts: Vec<Act>) {
    let mut now = NOW;
    let mut model = Model::default();
    for act in acts {
        match act {
            Act::Add(n) => {
                let at = now;
                store.write(move |c| job::add(c, &kind(n), at, at)).unwrap();
                let name = format!("{:?}", kind(n));
                model.held.values_mut().filter(|held| held.name == name).for_each(|held| held.added_since = true);
                model.owed.insert(name);
            }
            Act::Claim(worker, limit) => {
                let at = now;
                for claimed in store.write_unsynced(move |c| job::claim(c, worker, at, LEASE_MS, limit)).unwrap() {
                    model.claimed(&claimed, worker, now);
                }
            }
            Act::Done(nth) | Act::Fail(nth) | Act::DoneAndNext(nth, _) => {
                // Only who holds the lease may say how it went.
                let Some(id) = model.held.iter().filter(|(_, held)| held.until > now).map(|(id, _)| *id).nth(nth)
                else {
                    continue;
                };
                let at = now;
                let mut next = None;
                let gone = match act {
                    Act::DoneAndNext(_, n) => {
                        let worker = model.held[&id].worker;
                        let both =
                            move |c: &mut dyn store::Conn| job::done_and_next(c, id, &kind(n), worker, at, LEASE_MS);
                        next = store.write_unsynced(both).unwrap().map(|claimed| (claimed, worker));
                        true
                    }
                    Act::Done(_) => store.write(move |c| job::done(c, id)).map(|()| true).unwrap(),
                    _ => store.write(move |c| job::failed(c, id, "no", at)).unwrap(),
                };
                let held = model.held.remove(&id).unwrap();
                if gone && !held.added_since {
                    model.owed.remove(&held.name);
                }
                if let Some((claimed, worker)) = next {
                    model.claimed(&claimed, worker, now);
                }
            }
            Act::Pass(ms) => now = now.plus_ms(ms),
        }
        // A job added since it was last done or parked still waits or is being worked on.
        let rows = unparked(store);
        let parked = store.read(job::parked).unwrap();
        for name in &model.owed {
            let there = rows.contains(name) || parked.iter().any(|p| format!("{:?}", p.job) == *name);
            assert!(there, "{name} was lost");
        }
        let different = rows.iter().collect::<HashSet<_>>().len();
        assert!(rows.len() <= different + model.held.len(), "an identical job waits twice");
    }
}

/// The names of all jobs that are not parked, one a row.
fn unparked(store: &Store) -> Vec<String> {
    store
        .read(|c| {
            let mut names = Vec::new();
            c.visit("SELECT job FROM job WHERE parked IS NULL", &[], &mut |row| {
                names.push(format!("{:?}", row.json::<Job>("job")?));
                Ok(())
            })?;
            Ok(names)
        })
        .unwrap()
}

#[test]
fn no_job_is_lost_or_claimed_twice_and_no_turn_is_had_by_two() {
    for backend in backends() {
        let home = backend.home();
        let store = home.open();
        let mut runner =
            TestRunner::new(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() });
        let played = runner.run(&acts(), |acts| {
            store.write(|c| c.execute("DELETE FROM job", &[])).unwrap();
            play(&store, acts);
            Ok(())
        });
        played.unwrap_or_else(|fault| panic!("on {}: {fault}", backend.name));
    }
}

/// Workers of several processes, each with a connection of its own, at one queue.
#[test]
fn workers_together_do_each_job_once_and_each_turn_alone() {
    const JOBS: i64 = 120;
    for backend in backends() {
        let home = backend.home();
        let stores: Vec<Store> = (0..3).map(|_| home.open()).collect();
        let save = stores[0].write(|c| {
            (0..JOBS).try_for_each(|n| {
                let story = StoryId(n % 7);
                let job = [Job::Attach { report: ReportId(n) }, Job::Draft { story }, Job::Verify { story }];
                job::add(c, &job[n as usize % 3], NOW.plus_ms(n), NOW)
            })
        });
        save.unwrap();
        let owed = stores[0].read(job::waiting).unwrap() as usize;
        let (done, running) = (Mutex::new(Vec::new()), Mutex::new(HashSet::new()));
        std::thread::scope(|threads| {
            for (n, store) in stores.iter().enumerate() {
                for worker in ["1", "2"] {
                    let name: &'static str = format!("server {n}/{worker}").leak();
                    let (done, running) = (&done, &running);
                    threads.spawn(move || work_off(store, name, done, running));
                }
            }
        });
        let mut done = done.into_inner().unwrap();
        done.sort_unstable();
        assert_eq!(done.len(), owed, "on {}", backend.name);
        assert!(done.windows(2).all(|two| two[0].0 != two[1].0) && done.iter().all(|(_, attempt)| *attempt == 1));
    }
}

fn work_off(store: &Store, worker: &'static str, done: &Mutex<Vec<(i64, u32)>>, running: &Mutex<HashSet<String>>) {
    while store.read(job::waiting).unwrap() > 0 {
        for claimed in store.write(move |c| job::claim(c, worker, NOW.plus_ms(1_000), LEASE_MS, 3)).unwrap() {
            let turn = claimed.job.turn();
            assert!(running.lock().unwrap().insert(turn.clone()), "{turn} runs twice at once");
            std::thread::sleep(std::time::Duration::from_millis(2));
            done.lock().unwrap().push((claimed.id.0, claimed.attempt));
            running.lock().unwrap().remove(&turn);
            store.write(move |c| job::done(c, claimed.id)).unwrap();
        }
    }
}

#[test]
fn a_claim_walks_the_indexes_of_waiting_jobs() {
    let home = tempfile::tempdir().unwrap();
    let store = Store::open(home.path()).unwrap();
    let args = [Arg::Int(1), Arg::Int(2), Arg::Int(3), Arg::from("a/1")];
    let plan = store.read(|c| Ok(crate::lists::plan(c, include_str!("../../sql/job/claim.sql"), &args))).unwrap();
    for index in ["job_attach", "job_other", "job_held"] {
        assert!(plan.contains(index), "{index} is not walked\n{plan}");
    }
    let plan = store.read(|c| Ok(crate::lists::plan(c, include_str!("../../sql/job/next_due.sql"), &[]))).unwrap();
    for index in ["job_attach", "job_other", "job_leased"] {
        assert!(plan.contains(index) && !plan.contains("TEMP B-TREE"), "{index} is not walked\n{plan}");
    }
}
