//! A schema of its own on a PostgreSQL server, removed when it is dropped.

use std::sync::atomic::{AtomicU64, Ordering};

use anyhow::Result;
use store::{Store, scratch};

/// The variable that names the server.
const URL: &str = "DATELINE_TEST_POSTGRES";
const DEFAULT_URL: &str = "postgres://postgres@127.0.0.1:5432/postgres";

/// Makes the names differ within the process.
static SCHEMAS: AtomicU64 = AtomicU64::new(0);

/// An empty place for a newsroom. Drop what has it open first.
pub struct Postgres {
    server: String,
    name: String,
    url: String,
}

impl Postgres {
    /// A new schema on the server that `DATELINE_TEST_POSTGRES` names, or on one of this machine; `None`, with a line that says
    /// so, when none answers.
    pub fn start() -> Result<Option<Self>> {
        let server = std::env::var(URL).unwrap_or_else(|_| DEFAULT_URL.into());
        if let Err(error) = scratch::answers(&server) {
            use std::io::Write;
            // Past the test runner, which shows nothing of tests that end well.
            let words = "SKIPPED: a test on PostgreSQL. Start a server at";
            writeln!(std::io::stderr(), "{words} {DEFAULT_URL} or set {URL}: {error}")?;
            return Ok(None);
        }
        let number = SCHEMAS.fetch_add(1, Ordering::Relaxed);
        let name = format!("dateline_test_{}_{number}", std::process::id());
        // What an earlier process of that number left.
        scratch::remove(&server, &name)?;
        let url = scratch::make(&server, &name)?;
        Ok(Some(Self { server, name, url }))
    }

    /// The address for `Store::connect` and `store.database`.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Opens the store in it.
    pub fn store(&self) -> Result<Store> {
        Ok(Store::connect(&self.url)?)
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        // A server that is gone meanwhile has nothing to be cleaned.
        scratch::remove(&self.server, &self.name).ok();
    }
}
