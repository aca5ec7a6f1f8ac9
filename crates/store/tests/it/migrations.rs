//! Opening: old, new, damaged and forbidden databases.

use news::job::Job;
use store::{Error, Store};

/// What opening says when it must not work.
fn refusal(home: &std::path::Path) -> Error {
    Store::open(home).expect_err("it was opened")
}

#[test]
fn opening_twice_migrates_once() {
    let home = tempfile::tempdir().unwrap();
    Store::open(home.path()).unwrap().write(|c| store::setting::set(c, "a", "1")).unwrap();
    let store = Store::open(home.path()).unwrap();
    assert_eq!(store.read(|c| store::setting::get(c, "a")).unwrap().as_deref(), Some("1"));
    assert_eq!(store.check().unwrap(), Vec::<String>::new());
}

#[test]
fn a_newer_database_is_refused_and_not_touched() {
    let home = tempfile::tempdir().unwrap();
    let store = Store::open(home.path()).unwrap();
    store.write(|c| c.execute("INSERT INTO schema (number, name) VALUES (99, 'from the future')", &[])).unwrap();
    drop(store);
    let error = refusal(home.path());
    assert!(matches!(error, Error::Newer { found: 99, .. }), "{error:?}");
    assert!(error.to_string().contains("newer Dateline"), "{error}");
}

#[test]
fn a_file_that_is_no_database_is_called_damaged() {
    let home = tempfile::tempdir().unwrap();
    std::fs::write(home.path().join("newsroom.sqlite"), vec![b'x'; 5_000]).unwrap();
    let error = refusal(home.path()).to_string();
    assert!(error.contains("damaged") && error.contains("backup"), "{error}");
}

#[test]
fn a_home_that_is_a_file_is_named() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("home");
    std::fs::write(&path, "x").unwrap();
    let error = refusal(&path).to_string();
    assert!(error.contains("home") && error.contains("Check that the folder exists"), "{error}");
}

crate::backend::tests! {
    fn jobs_that_wait_from_before_turns_get_theirs(store, reopen) {
        // As the first migration left it.
        let back = [
            "DROP INDEX job_attach", "DROP INDEX job_other", "DROP INDEX job_leased", "DROP INDEX job_held", "DROP INDEX job_parked",
            "ALTER TABLE job DROP COLUMN turn", "ALTER TABLE job DROP COLUMN worker", "DROP TABLE server",
            "CREATE INDEX job_due ON job (parked, run_after, id)", "CREATE INDEX job_leased ON job (parked, leased_until)",
            "DELETE FROM schema WHERE number = 2",
        ];
        store.write(move |c| back.iter().try_for_each(|sql| c.execute(sql, &[]).map(drop))).unwrap();
        let (story, report, source) = (news::StoryId(12), news::ReportId(3), news::SourceId(4));
        let jobs = [
            Job::Pull { source }, Job::Attach { report }, Job::Draft { story }, Job::Verify { story }, Job::Tag { story },
            Job::Illustrate { story }, Job::Decide { story },
        ];
        let saved = jobs.clone();
        store.write(move |c| saved.iter().try_for_each(|job| {
            let json = serde_json::to_string(job).unwrap();
            let args = [store::conn::Arg::from(json)];
            c.execute("INSERT INTO job (job, run_after, created) VALUES (?1, 0, 0)", &args).map(drop)
        })).unwrap();
        drop(store);
        let mut turns = Vec::new();
        reopen().read(|c| c.visit("SELECT turn FROM job ORDER BY id", &[], &mut |row| {
            turns.push(row.get::<String>("turn")?);
            Ok(())
        })).unwrap();
        assert_eq!(turns, jobs.iter().map(Job::turn).collect::<Vec<_>>());
    }

    fn a_database_of_a_newer_binary_is_refused(store, reopen) {
        store.write(|c| c.execute("INSERT INTO schema (number, name) VALUES (99, 'from the future')", &[])).unwrap();
        drop(store);
        let opened = std::panic::catch_unwind(std::panic::AssertUnwindSafe(reopen));
        assert!(opened.is_err(), "it was opened");
    }
}

#[test]
fn stores_opened_at_once_migrate_once() {
    for backend in crate::backend::backends() {
        let home = backend.home();
        std::thread::scope(|threads| {
            let opening: Vec<_> = (0..4).map(|_| threads.spawn(|| home.open())).collect();
            for store in opening {
                let last = store.join().unwrap().read(store::change::last).unwrap();
                assert_eq!(last, 0, "on {}", backend.name);
            }
        });
    }
}
