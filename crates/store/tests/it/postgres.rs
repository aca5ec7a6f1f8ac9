//! A PostgreSQL server to test on: each store gets a schema of its own.

use std::io::Write;
use std::path::Path;
use std::sync::OnceLock;

use news::Hash;
use store::Store;

const URL: &str = "DATELINE_TEST_POSTGRES";
const DEFAULT_URL: &str = "postgres://postgres@127.0.0.1:5432/postgres";

fn url() -> String {
    std::env::var(URL).unwrap_or_else(|_| DEFAULT_URL.into())
}

/// Whether a server answers; says so once when none does.
pub fn answers() -> bool {
    static ANSWERS: OnceLock<bool> = OnceLock::new();
    *ANSWERS.get_or_init(|| match run("SELECT 1") {
        Ok(_) => true,
        Err(error) => {
            let words = format!(
                "SKIPPED: the store's tests on PostgreSQL ({error}). Start a server at {DEFAULT_URL} or set {URL} to run them\n"
            );
            // Not eprintln, which is shown only when a test fails.
            std::io::stderr().write_all(words.as_bytes()).unwrap();
            false
        }
    })
}

/// Runs statements outside any store; returns the first column of the rows as text.
pub fn run(sql: &str) -> Result<Vec<String>, tokio_postgres::Error> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let (client, connection) = tokio_postgres::connect(&url(), tokio_postgres::NoTls).await?;
        let driver = tokio::spawn(connection);
        let messages = client.simple_query(sql).await?;
        drop(client);
        driver.await.unwrap()?;
        let cell = |message| match message {
            tokio_postgres::SimpleQueryMessage::Row(row) => row.get(0).map(String::from),
            _ => None,
        };
        Ok(messages.into_iter().filter_map(cell).collect())
    })
}

/// The schema of a home.
pub fn schema(home: &Path) -> String {
    format!("dateline_test_{}", &Hash::of(home.as_os_str().as_encoded_bytes()).hex()[..16])
}

/// The address of a home's schema, made when it is not there.
pub fn address(home: &Path) -> String {
    let (schema, url) = (schema(home), url());
    run(&format!("SET client_min_messages = warning; CREATE SCHEMA IF NOT EXISTS {schema}")).unwrap();
    let sign = if url.contains('?') { '&' } else { '?' };
    format!("{url}{sign}options=-csearch_path%3D{schema}&application_name={schema}")
}

pub fn open(home: &Path) -> store::Result<Store> {
    Store::connect(&address(home))
}

pub fn forget(home: &Path) {
    let schema = schema(home);
    let dropped = run(&format!(
        "SET client_min_messages = warning; SET lock_timeout = '20s'; DROP SCHEMA IF EXISTS {schema} CASCADE"
    ));
    if let Err(error) = dropped {
        eprintln!("the schema {schema} stays: {error}");
    }
}

/// Ends every connection to a home's schema, as a server that restarts does; returns how many there were.
pub fn cut(home: &Path) -> usize {
    // The address gives its connections the schema's name.
    let name = schema(home);
    run(&format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '{name}'"))
        .unwrap()
        .len()
}
