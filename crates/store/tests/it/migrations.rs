//! Opening: old, new, damaged and forbidden databases.

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
