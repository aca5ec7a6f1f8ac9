//! The one list of the newsroom's tables, and their rows as plain values.

use std::collections::HashSet;
use std::sync::{LazyLock, Mutex, PoisonError};

use ring::digest::{Context, SHA256};

use crate::arg::Arg;
use crate::conn::args;
use crate::postgres::shown;
use crate::row::{Row, Value};
use crate::{Conn, Error, Result};

/// A table of the newsroom.
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// Its primary key's columns.
    pub key: &'static [&'static str],
    /// Whether the key is drawn from a counter.
    pub counted: bool,
}

const fn counted(name: &'static str, key: &'static [&'static str]) -> Table {
    Table { name, key, counted: true }
}

const fn keyed(name: &'static str, key: &'static [&'static str]) -> Table {
    Table { name, key, counted: false }
}

/// All of them but `blob` and the numbers of the migrations; a table stands after those that it refers to.
pub const TABLES: &[Table] = &[
    counted("source", &["id"]),
    keyed("report_text", &["hash"]),
    counted("report", &["id"]),
    counted("oddity", &["id"]),
    counted("story", &["id"]),
    keyed("story_about", &["story_id", "country"]),
    keyed("story_report", &["story_id", "report_id"]),
    keyed("story_cites", &["story_id", "report_id"]),
    keyed("merge", &["story_id"]),
    keyed("suggestion", &["story_id", "other_id"]),
    keyed("thread", &["story_id"]),
    keyed("label", &["story_id", "field"]),
    keyed("report_feature", &["report_id"]),
    keyed("report_band", &["band", "report_id"]),
    keyed("story_term", &["story_id", "term"]),
    counted("revision", &["id"]),
    keyed("sentence", &["revision_id", "ordinal"]),
    counted("asked", &["id"]),
    counted("correction", &["id"]),
    counted("log", &["id"]),
    counted("change", &["n"]),
    counted("job", &["id"]),
    keyed("view", &["story_id", "hour"]),
    keyed("referrer", &["day", "host"]),
    keyed("trend", &["story_id"]),
    keyed("term_count", &["term"]),
    keyed("story_country", &["story_id", "country"]),
    keyed("story_edition", &["story_id", "edition"]),
    keyed("story_source", &["story_id", "source_id"]),
    keyed("story_count", &["list", "name"]),
    keyed("story_quarter", &["quarter"]),
    counted("piece", &["id"]),
    keyed("piece_draft", &["piece_id"]),
    keyed("piece_change", &["piece_id", "at"]),
    counted("piece_text", &["id"]),
    counted("person", &["id"]),
    keyed("mailed", &["person_id", "day"]),
    keyed("saved_view", &["person_id", "name"]),
    keyed("recovery_code", &["person_id", "hash"]),
    keyed("invitation", &["hash"]),
    keyed("sign_in", &["hash"]),
    counted("passkey", &["id"]),
    counted("token", &["id"]),
    keyed("ceremony", &["hash"]),
    keyed("claim", &["story_id"]),
    keyed("schedule", &["story_id"]),
    keyed("signature", &["story_id", "words_hash"]),
    counted("review", &["id"]),
    keyed("redirect", &["path"]),
    keyed("setting", &["name"]),
    keyed("server", &["id"]),
];

/// A row: its values in the order of the table's columns.
pub(crate) type Values = Vec<Value>;

/// Some rows of a table in the order of its key.
#[derive(Default)]
pub(crate) struct Rows {
    pub(crate) columns: Vec<String>,
    pub(crate) rows: Vec<Values>,
}

/// Statements made for a table are kept for the life of the process; there are a few for each.
static TEXTS: LazyLock<Mutex<HashSet<&'static str>>> = LazyLock::new(Mutex::default);

fn kept(text: String) -> &'static str {
    let mut texts = TEXTS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = texts.get(text.as_str()) {
        return known;
    }
    let text: &'static str = text.leak();
    texts.insert(text);
    text
}

impl Table {
    /// How many rows it has.
    pub fn count(&self, c: &mut dyn Conn) -> Result<u64> {
        c.one(kept(format!("SELECT COUNT(*) AS rows FROM {}", self.name)), args![], |row| row.get("rows"))
    }

    /// The next rows after the one whose key is `after`, all columns.
    pub(crate) fn next(&self, c: &mut dyn Conn, after: Option<&[Value]>, limit: usize) -> Result<Rows> {
        let key = self.key.join(", ");
        let markers: Vec<String> = (1..=self.key.len()).map(|n| format!("?{n}")).collect();
        let past = after.map(|_| format!("WHERE ({key}) > ({})", markers.join(", "))).unwrap_or_default();
        let sql = kept(format!("SELECT * FROM {} {past} ORDER BY {key} LIMIT {limit}", self.name));
        let args: Vec<Arg<'_>> = after.unwrap_or_default().iter().map(arg).collect();
        let mut out = Rows::default();
        c.visit(sql, &args, &mut |row: &Row<'_>| {
            if out.columns.is_empty() {
                out.columns = row.0.names();
            }
            out.rows.push(out.columns.iter().map(|name| row.0.column(name)).collect::<Result<_>>()?);
            Ok(())
        })?;
        Ok(out)
    }

    /// The key of the last of some rows.
    pub(crate) fn last_key(&self, rows: &Rows) -> Option<Vec<Value>> {
        let last = rows.rows.last()?;
        let place = |name: &&str| rows.columns.iter().position(|column| column == name);
        self.key.iter().map(|name| place(name).and_then(|at| last.get(at)).cloned()).collect()
    }

    /// Adds rows as they are.
    pub(crate) fn insert(&self, c: &mut dyn Conn, columns: &[String], rows: &[Values]) -> Result<()> {
        let width = columns.len();
        let group = |n: usize| (1..=width).map(|m| format!("?{}", n * width + m)).collect::<Vec<_>>().join(", ");
        let groups: Vec<String> = (0..rows.len()).map(|n| format!("({})", group(n))).collect();
        let sql = format!("INSERT INTO {} ({}) VALUES {}", self.name, columns.join(", "), groups.join(", "));
        let args: Vec<Arg<'_>> = rows.iter().flatten().map(arg).collect();
        c.execute(kept(sql), &args)?;
        Ok(())
    }

    /// How many rows there are, and the SHA-256 over all of them in the order of the key.
    pub(crate) fn digest(&self, c: &mut dyn Conn, limit: usize) -> Result<Digest> {
        let (mut digest, mut after) = (Digest::default(), None);
        loop {
            let rows = self.next(c, after.as_deref(), limit)?;
            digest.add(&rows);
            after = self.last_key(&rows);
            if after.is_none() {
                return Ok(digest);
            }
        }
    }
}

fn arg(value: &Value) -> Arg<'_> {
    match value {
        Value::Null => Arg::Null,
        Value::Int(n) => Arg::Int(*n),
        Value::Real(n) => Arg::Real(*n),
        Value::Text(text) => text.into(),
        Value::Bytes(bytes) => Arg::Bytes(bytes),
    }
}

/// The count and the SHA-256 of rows, each value written as its kind, its length and its bytes, columns by name.
#[derive(Clone)]
pub(crate) struct Digest {
    pub(crate) rows: u64,
    sum: Context,
}

impl Default for Digest {
    fn default() -> Self {
        Self { rows: 0, sum: Context::new(&SHA256) }
    }
}

impl Digest {
    pub(crate) fn add(&mut self, rows: &Rows) {
        let mut order: Vec<usize> = (0..rows.columns.len()).collect();
        order.sort_by_key(|at| rows.columns.get(*at));
        for row in &rows.rows {
            self.rows += 1;
            for value in order.iter().filter_map(|at| row.get(*at)) {
                self.value(value);
            }
        }
    }

    fn value(&mut self, value: &Value) {
        match value {
            Value::Null => self.bytes(b'n', &[]),
            Value::Int(n) => self.bytes(b'i', &n.to_be_bytes()),
            // SQLite keeps no negative zero; adding zero makes it a plain one.
            Value::Real(n) => self.bytes(b'r', &(n + 0.0).to_bits().to_be_bytes()),
            // As every database can keep it.
            Value::Text(text) => self.bytes(b't', shown(text).as_bytes()),
            Value::Bytes(bytes) => self.bytes(b'b', bytes),
        }
    }

    fn bytes(&mut self, kind: u8, bytes: &[u8]) {
        self.sum.update(&[kind]);
        self.sum.update(&(bytes.len() as u64).to_be_bytes());
        self.sum.update(bytes);
    }

    /// 64 hex digits.
    pub(crate) fn hex(self) -> String {
        self.sum.finish().as_ref().iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// Refuses to fill a database that has something in it.
pub(crate) fn must_be_empty(c: &mut dyn Conn, label: &std::path::Path) -> Result<()> {
    for table in TABLES {
        let rows = table.count(c)?;
        if rows > 0 {
            return Err(Error::Refused(format!(
                "{} is not empty: {} has {rows} rows. Copy into a new database or schema, or a new folder",
                label.display(),
                table.name
            )));
        }
    }
    Ok(())
}
