//! A PostgreSQL database of our own on 127.0.0.1, dropped afterwards.

use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

use super::Outcome;
use crate::process;

/// Where the server is; `postgres` is let in without a password.
const SERVER: [&str; 4] = ["-h", "127.0.0.1", "-U", "postgres"];

/// Runs `work` with the address of a fresh database; skipped where no server answers.
pub fn with_database(name: &str, work: impl FnOnce(&str) -> Result<Outcome>) -> Result<Outcome> {
    let Ok(psql) = process::tool("psql", "postgresql-client") else {
        return Ok(Outcome::Skipped(
            "psql is not installed; on Debian: apt-get install postgresql postgresql-client".into(),
        ));
    };
    let ready = Command::new(&psql).args(SERVER).args(["-w", "-c", "select 1"]).stdin(Stdio::null()).output();
    if !ready.is_ok_and(|out| out.status.success()) {
        let why = "no PostgreSQL answers on 127.0.0.1:5432 for the user postgres without a password";
        return Ok(Outcome::Skipped(why.into()));
    }
    let database = Database { name: format!("dateline_{name}_{}", std::process::id()) };
    order("postgres", &format!("create database {}", database.name))?;
    work(&database.url())
}

/// Dropped with all its connections when we are done.
struct Database {
    name: String,
}

impl Database {
    fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:5432/{}", self.name)
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        // One that stays is named after a process that is gone; the next run has another name.
        order("postgres", &format!("drop database if exists {} with (force)", self.name)).ok();
    }
}

/// Has psql carry out one line.
pub fn order(database: &str, line: &str) -> Result<()> {
    let psql = process::tool("psql", "postgresql-client")?;
    let out =
        Command::new(psql).args(SERVER).args(["-w", "-q", "-d", database, "-c", line]).stdin(Stdio::null()).output();
    let out = out.context("cannot run psql")?;
    ensure!(out.status.success(), "psql: {}", String::from_utf8_lossy(&out.stderr).trim());
    Ok(())
}
