//! PostgreSQL behind [`Session`]: how a connection is set up, how statements run, what its errors mean.
//!
//! One thread of the process drives the sockets; a caller parks until its answer has come. So a caller may stand on any
//! thread, and a server that never answers costs it no more than [`ANSWER_WITHIN`].

mod address;
mod marker;
mod tls;
mod value;
mod wait;

use std::collections::HashMap;
use std::path::Path;
use std::pin::pin;
use std::sync::Arc;
use std::time::{Duration, Instant};

use futures_util::Stream;
use tokio_postgres::{Client, Error as Fault, Statement, error::SqlState};

pub(crate) use self::address::Address;
pub(crate) use self::value::shown;
use crate::arg::Arg;
use crate::conn::Conn;
use crate::row::Row;
use crate::session::Session;
use crate::{Error, Result};

/// A server that has not answered a statement by then is given up.
const ANSWER_WITHIN: Duration = Duration::from_secs(60);
/// A migration may move a lot of rows.
const MIGRATED_WITHIN: Duration = Duration::from_secs(1800);
/// Set on every connection. A lock is waited for as long as SQLite waits; a transaction that a stopped process left open
/// does not hold the lock for ever; a commit that returned survives a power cut.
const SET_UP: &str = "SET lock_timeout = '10s'; SET idle_in_transaction_session_timeout = '60s'; \
    SET synchronous_commit = on; SET client_min_messages = warning; SET standard_conforming_strings = on";
/// The oldest server that knows all that is asked of it (`hashtextextended`, identity columns).
const OLDEST_SERVER: i64 = 120_000;

/// One PostgreSQL connection.
pub(crate) struct Postgres {
    address: Arc<Address>,
    client: Client,
    /// Drives the socket; ends by itself when the client goes.
    driver: tokio::task::JoinHandle<()>,
    statements: HashMap<&'static str, Statement>,
    /// `BEGIN`, and the lock that writers of these tables take turns by.
    begin_write: String,
    broken: bool,
    changed: bool,
}

impl Postgres {
    /// Connects; `lock` names the tables that are to be written, and is empty on a connection that only reads.
    pub(crate) fn connect(address: &Arc<Address>, lock: &str) -> Result<Self> {
        let (client, driver) = address.connect()?;
        // READ COMMITTED, said aloud: what the last holder of the lock committed must be seen by the first statement.
        let begin_write = format!(
            "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE; \
             SELECT pg_advisory_xact_lock(hashtextextended('{lock} ' || current_schema(), 0))"
        );
        let (address, statements) = (address.clone(), HashMap::new());
        let mut c = Self { address, client, driver, statements, begin_write, broken: false, changed: false };
        c.batch(SET_UP)?;
        if !lock.is_empty() {
            c.check_server()?;
        }
        Ok(c)
    }

    /// Refuses a server that could not keep what it is given.
    fn check_server(&mut self) -> Result<()> {
        let (version, encoding, schema) = (self as &mut dyn Conn).one(
            "SELECT CAST(current_setting('server_version_num') AS BIGINT) AS version, \
             CAST(current_setting('server_encoding') AS TEXT) AS encoding, CAST(current_schema() AS TEXT) AS schema",
            &[],
            |row| {
                Ok((row.get::<i64>("version")?, row.get::<String>("encoding")?, row.get::<Option<String>>("schema")?))
            },
        )?;
        let at = self.address.label().display();
        if version < OLDEST_SERVER {
            return Err(Error::Address(format!(
                "the database at {at} is PostgreSQL {}; 12 or newer is needed",
                version / 10_000
            )));
        }
        if encoding != "UTF8" {
            let words = format!(
                "the database at {at} is encoded in {encoding}; make one with CREATE DATABASE … ENCODING 'UTF8'"
            );
            return Err(Error::Address(words));
        }
        if schema.is_none() {
            return Err(Error::Address(format!(
                "the database at {at} has none of the schemas in search_path; make one first"
            )));
        }
        Ok(())
    }

    /// Waits for an answer of the server. One that does not come in time ends the connection.
    fn wait<T>(
        &mut self,
        within: Duration,
        ask: impl AsyncFnOnce(&Client) -> std::result::Result<T, Fault>,
    ) -> Result<T> {
        if self.is_broken() {
            return Err(self.address.away("the connection was lost"));
        }
        match wait::until(Instant::now() + within, ask(&self.client)) {
            Some(Ok(answer)) => Ok(answer),
            Some(Err(fault)) => Err(self.explain(&fault)),
            None => {
                self.broken = true;
                self.driver.abort();
                Err(self.address.away(&format!("no answer within {} seconds", within.as_secs())))
            }
        }
    }

    fn statement(&mut self, sql: &'static str) -> Result<Statement> {
        if let Some(statement) = self.statements.get(sql) {
            return Ok(statement.clone());
        }
        let text = marker::dollars(sql);
        let statement = self.wait(ANSWER_WITHIN, async |client| client.prepare(&text).await)?;
        self.statements.insert(sql, statement.clone());
        Ok(statement)
    }

    /// PostgreSQL's error as a sentence that says what to do.
    fn explain(&mut self, fault: &Fault) -> Error {
        let path = self.address.label().to_owned();
        let Some(said) = fault.as_db_error() else {
            if self.is_broken() || fault.is_closed() || address::is_io(fault) {
                self.broken = true;
                return self.address.away(&address::words(fault));
            }
            return Error::Database(format!("{}: {}", path.display(), address::words(fault)));
        };
        let code = said.code();
        if address::ends_connection(code) {
            self.broken = true;
            return self.address.away(said.message());
        }
        match *code {
            SqlState::LOCK_NOT_AVAILABLE => Error::Locked { path },
            SqlState::DISK_FULL => Error::Full { path },
            // A statement prepared before another process migrated the tables.
            SqlState::FEATURE_NOT_SUPPORTED => {
                self.statements.clear();
                Error::Database(format!("{}: {}; try again", path.display(), said.message()))
            }
            _ => Error::Database(format!("{}: {} ({})", path.display(), said.message(), code.code())),
        }
    }
}

impl Session for Postgres {
    fn begin_write(&mut self, synced: bool) -> Result<()> {
        let mut begin = self.begin_write.clone();
        if !synced {
            begin.push_str("; SET LOCAL synchronous_commit TO off");
        }
        let begun = self.batch(&begin);
        if begun.is_err() && !self.is_broken() {
            // BEGIN stands although the lock was not to be had.
            self.batch("ROLLBACK")?;
        }
        begun
    }

    fn begin_read(&mut self) -> Result<()> {
        self.batch("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
    }

    fn commit(&mut self) -> Result<()> {
        self.batch("COMMIT").map_err(|fault| match fault {
            Error::Away { host, why } => Error::Unknown { host, why },
            other => other,
        })
    }

    fn end_read(&mut self) -> bool {
        // Nothing hangs on the answer: the next statement of this connection comes behind it.
        wait::start(self.client.batch_execute("COMMIT"));
        !self.is_broken()
    }

    fn batch(&mut self, sql: &str) -> Result<()> {
        self.wait(ANSWER_WITHIN, async |client| client.batch_execute(sql).await)
    }

    fn migrate(&mut self, sql: &str) -> Result<()> {
        self.wait(MIGRATED_WITHIN, async |client| client.batch_execute(sql).await)
    }

    fn in_transaction(&self) -> bool {
        !self.is_broken()
    }

    fn is_broken(&self) -> bool {
        self.broken || self.client.is_closed()
    }

    fn take_changed(&mut self) -> bool {
        std::mem::take(&mut self.changed)
    }

    fn words(&self) -> &'static [(&'static str, &'static str)] {
        // An id is never used again. Bytewise order of texts, as SQLite has it: lists come in one order on both.
        &[
            ("TEXT", "TEXT COLLATE \"C\""),
            ("{{id}}", "BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY"),
            ("{{bytes}}", "BYTEA"),
            ("{{by_key}}", ""),
        ]
    }

    fn label(&self) -> &Path {
        self.address.label()
    }
}

impl Conn for Postgres {
    fn execute(&mut self, sql: &'static str, args: &[Arg<'_>]) -> Result<u64> {
        let statement = self.statement(sql)?;
        self.wait(ANSWER_WITHIN, async |client| client.execute_raw(&statement, args).await)
    }

    fn visit(
        &mut self,
        sql: &'static str,
        args: &[Arg<'_>],
        visit: &mut dyn FnMut(&Row<'_>) -> Result<()>,
    ) -> Result<()> {
        let statement = self.statement(sql)?;
        let mut rows = pin!(self.wait(ANSWER_WITHIN, async |client| client.query_raw(&statement, args).await)?);
        loop {
            let next = std::future::poll_fn(|cx| rows.as_mut().poll_next(cx));
            match self.wait(ANSWER_WITHIN, async |_| next.await.transpose())? {
                Some(row) => visit(&Row(&row))?,
                None => return Ok(()),
            }
        }
    }

    fn note_change(&mut self) {
        self.changed = true;
    }
}
