//! A PostgreSQL server to test on: each store gets a schema of its own.

use std::io::Write;
use std::path::Path;
use std::sync::OnceLock;

use news::Hash;
use store::{Store, scratch};

const URL: &str = "DATELINE_TEST_POSTGRES";
const DEFAULT_URL: &str = "postgres://postgres@127.0.0.1:5432/postgres";

fn server() -> String {
    std::env::var(URL).unwrap_or_else(|_| DEFAULT_URL.into())
}

/// Whether a server answers; says so once when none does.
pub fn answers() -> bool {
    static ANSWERS: OnceLock<bool> = OnceLock::new();
    *ANSWERS.get_or_init(|| match scratch::answers(&server()) {
        Ok(()) => true,
        Err(error) => {
            let words = format!(
                "SKIPPED: the store's tests on PostgreSQL. Start a server at {DEFAULT_URL} or set {URL}: {error}\n"
            );
            // Not eprintln, which is shown only when a test fails.
            std::io::stderr().write_all(words.as_bytes()).unwrap();
            false
        }
    })
}

/// The schema of a home.
pub fn schema(home: &Path) -> String {
    format!("dateline_test_{}", &Hash::of(home.as_os_str().as_encoded_bytes()).hex()[..16])
}

pub fn open(home: &Path) -> store::Result<Store> {
    Store::connect(&scratch::make(&server(), &schema(home))?)
}

pub fn forget(home: &Path) {
    if let Err(error) = scratch::remove(&server(), &schema(home)) {
        eprintln!("a schema stays: {error}");
    }
}

/// Ends every connection to a home's schema.
pub fn cut(home: &Path) -> usize {
    scratch::cut(&server(), &schema(home)).unwrap()
}
