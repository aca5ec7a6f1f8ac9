//! A newsroom into another database: every table and blob, then both sides compared.

use news::{Hash, Time};

use crate::conn::{args, sql};
use crate::row::FromValue;
use crate::table::{Digest, Rows, TABLES, Table, must_be_empty};
use crate::{Conn, Error, Result, Store, server};

/// Rows read at once, and in one transaction of the other side.
const BATCH: usize = 250;
/// Rows in one statement.
const GROUP: usize = 25;
/// Blobs in one transaction: as many as are in so many bytes.
const BLOB_BATCH_BYTES: usize = 4_000_000;

/// How far it is: told after every batch.
pub struct Progress {
    /// Which table; `blob` at the end.
    pub table: &'static str,
    /// Rows copied, or compared.
    pub rows: u64,
    /// Of so many.
    pub of: u64,
}

/// A table after the copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied {
    /// Its name.
    pub table: &'static str,
    /// Rows of the source and SHA-256 over them in the order of their key.
    pub from: (u64, String),
    /// The same of the target.
    pub to: (u64, String),
}

impl Copied {
    /// Whether both sides have the same.
    pub fn is_same(&self) -> bool {
        self.from == self.to
    }
}

/// Copies everything of `from`, as it is at one moment, into `to`, and compares. Refused when `to` has anything in it, and
/// while a server works on `from`: what it wrote meanwhile would be missing. Ids stay, and the counters go on behind the
/// highest id that was ever given.
pub fn copy(from: &Store, to: &Store, now: Time, mut tell: impl FnMut(Progress)) -> Result<Vec<Copied>> {
    to.read(|c| must_be_empty(c, to.label()))?;
    if !to.blob_names()?.is_empty() {
        return Err(Error::Refused(format!("{} has blobs in it; copy into a new place", to.label().display())));
    }
    let digests = from.read(|c| {
        let living = server::living(c, now)?;
        if !living.is_empty() {
            let words = format!("{} works on {}; stop it first", living.join(", "), from.label().display());
            return Err(Error::Refused(words));
        }
        TABLES.iter().map(|table| copy_table(c, (from, to), table, &mut tell)).collect::<Result<Vec<_>>>()
    })?;
    let mut copied = to.read(|c| {
        let compared = TABLES.iter().zip(digests).map(|(table, from)| compare(c, table, from));
        compared.collect::<Result<Vec<_>>>()
    })?;
    copied.push(copy_blobs(from, to, &mut tell)?);
    Ok(copied)
}

fn copy_table(
    c: &mut dyn Conn,
    (from, to): (&Store, &Store),
    table: &'static Table,
    tell: &mut dyn FnMut(Progress),
) -> Result<Digest> {
    let (of, mut digest, mut last) = (table.count(c)?, Digest::default(), None);
    loop {
        let batch = table.next(c, last.as_deref(), BATCH)?;
        let Some(key) = table.last_key(&batch) else { break };
        digest.add(&batch);
        to.write(move |t| insert(t, table, &batch))?;
        tell(Progress { table: table.name, rows: digest.rows, of });
        last = Some(key);
    }
    if let ([key], true) = (table.key, table.counted) {
        let highest = last.and_then(|key| i64::from_value(key.into_iter().next()?)).unwrap_or(0);
        let given = counter(c, from.is_shared(), table.name, key)?.max(highest);
        let shared = to.is_shared();
        to.write(move |t| set_counter(t, shared, table.name, key, given))?;
    }
    Ok(digest)
}

fn insert(c: &mut dyn Conn, table: &Table, batch: &Rows) -> Result<()> {
    batch.rows.chunks(GROUP).try_for_each(|rows| table.insert(c, &batch.columns, rows))
}

fn compare(c: &mut dyn Conn, table: &'static Table, from: Digest) -> Result<Copied> {
    let to = table.digest(c, BATCH)?;
    Ok(Copied { table: table.name, from: (from.rows, from.hex()), to: (to.rows, to.hex()) })
}

/// The highest number that a table's counter has given.
fn counter(c: &mut dyn Conn, shared: bool, table: &str, key: &str) -> Result<i64> {
    let sql = if shared { sql!("copy/counter.postgres") } else { sql!("copy/counter.sqlite") };
    c.one(sql, args![table, key], |row| row.get("last"))
}

/// Lets a table's counter go on after `last`.
fn set_counter(c: &mut dyn Conn, shared: bool, table: &str, key: &str, last: i64) -> Result<()> {
    if last == 0 {
        return Ok(());
    }
    if shared {
        return c.one(sql!("copy/set_counter.postgres"), args![table, key, last], |_| Ok(()));
    }
    c.execute(sql!("copy/drop_counter.sqlite"), args![table])?;
    c.execute(sql!("copy/set_counter.sqlite"), args![table, last]).map(drop)
}

/// Every blob; what is read back from the other side must be what its name says.
fn copy_blobs(from: &Store, to: &Store, tell: &mut dyn FnMut(Progress)) -> Result<Copied> {
    let names = from.blob_names()?;
    let of = names.len() as u64;
    let (mut waiting, mut bytes) = (Vec::new(), 0);
    for (rows, name) in (1..).zip(&names) {
        let blob = from.blob(*name)?.ok_or_else(|| Error::Refused(format!("the blob {name} went away meanwhile")))?;
        bytes += blob.len();
        waiting.push((*name, blob));
        if bytes >= BLOB_BATCH_BYTES || rows == of {
            to.put_blobs(std::mem::take(&mut waiting))?;
            bytes = 0;
        }
        tell(Progress { table: "blob", rows, of });
    }
    let there = to.blob_names()?;
    for (rows, name) in (1..).zip(&there) {
        to.blob(*name)?;
        tell(Progress { table: "blob", rows, of });
    }
    Ok(Copied { table: "blob", from: names_digest(&names), to: names_digest(&there) })
}

/// Blobs are compared by their names, which are the hashes of their bytes.
fn names_digest(names: &[Hash]) -> (u64, String) {
    let all: Vec<u8> = names.iter().flat_map(|name| name.0).collect();
    (names.len() as u64, Hash::of(&all).hex())
}
