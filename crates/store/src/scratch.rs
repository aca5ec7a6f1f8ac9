//! For tests: schemas of their own on a PostgreSQL server, so that tests share a server and nothing else.

use std::sync::Arc;

use crate::conn::{Conn, args};
use crate::postgres::{Address, Postgres};
use crate::session::Session;
use crate::{Error, Result};

/// Makes the schema `name` unless it is there; returns the address of a store in it. Its connections carry the same name.
pub fn make(server: &str, name: &str) -> Result<String> {
    let mut c = connect(server, name)?;
    // Two who find that it is not there would both make it, and one of them fail.
    c.begin_write(true)?;
    c.batch(&format!("CREATE SCHEMA IF NOT EXISTS {name}"))?;
    c.commit()?;
    let sign = if server.contains('?') { '&' } else { '?' };
    Ok(format!("{server}{sign}options=-csearch_path%3D{name}&application_name={name}"))
}

/// Removes the schema with all that is in it.
pub fn remove(server: &str, name: &str) -> Result<()> {
    connect(server, name)?.batch(&format!("DROP SCHEMA IF EXISTS {name} CASCADE"))
}

/// Ends every connection to the schema, as a server that restarts does; returns how many there were.
pub fn cut(server: &str, name: &str) -> Result<usize> {
    let sql = "SELECT pg_terminate_backend(pid) AS cut FROM pg_stat_activity WHERE application_name = ?1";
    let (mut c, mut cut) = (connect(server, name)?, 0);
    // The server answers with a truth value, which the store knows no kind of: rows are counted, not read.
    c.visit(sql, args![name], &mut |_| {
        cut += 1;
        Ok(())
    })?;
    Ok(cut)
}

/// Whether a server answers; the reason when none does.
pub fn answers(server: &str) -> Result<()> {
    connect(server, "public").map(drop)
}

fn connect(server: &str, name: &str) -> Result<Postgres> {
    if !name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_') {
        return Err(Error::Refused(format!("`{name}` is no name for a schema")));
    }
    Postgres::connect(&Arc::new(Address::parse(server)?), "")
}
