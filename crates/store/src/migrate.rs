//! Migrations: numbered files, the same numbers for both databases, applied in one transaction when the store is opened.

use crate::conn::{Conn, args, sql};
use crate::sqlite::Sqlite;
use crate::{Error, Result};

/// A migration: its name and text. Its number is its place in the list, from 1.
pub(crate) type Migration = (&'static str, &'static str);

/// The newsroom's database.
pub(crate) const NEWSROOM: &[Migration] = &[
    ("0001_newsroom", include_str!("../migrations/0001_newsroom.sql")),
    ("0003_lists", include_str!("../migrations/0003_lists.sql")),
];
/// The file of raw bytes.
pub(crate) const RAW: &[Migration] = &[("raw/0001_blob", include_str!("../migrations/raw/0001_blob.sql"))];

/// What stands for `{{id}}` and `{{bytes}}` on SQLite. AUTOINCREMENT: an id is never used again.
const SQLITE_WORDS: [(&str, &str); 2] = [("{{id}}", "INTEGER PRIMARY KEY AUTOINCREMENT"), ("{{bytes}}", "BLOB")];

/// Brings the database up to the last of `migrations`; refuses one that is newer.
pub(crate) fn apply(c: &mut Sqlite, migrations: &[Migration]) -> Result<()> {
    c.batch("BEGIN IMMEDIATE")?;
    let done = missing(c, migrations);
    c.batch(if done.is_ok() { "COMMIT" } else { "ROLLBACK" })?;
    done
}

/// Applies what is missing, inside the open transaction.
fn missing(c: &mut Sqlite, migrations: &[Migration]) -> Result<()> {
    c.execute(sql!("schema/make"), args![])?;
    let found: i64 = (c as &mut dyn Conn).one(sql!("schema/newest"), args![], |row| row.get("number"))?;
    let known = migrations.len() as i64;
    if found > known {
        return Err(Error::Newer { path: c.path().to_owned(), found, known });
    }
    for (number, (name, text)) in (1_i64..).zip(migrations).skip(usize::try_from(found).unwrap_or(0)) {
        let text = SQLITE_WORDS.iter().fold((*text).to_owned(), |text, (mark, word)| text.replace(mark, word));
        c.batch(&text)?;
        c.execute(sql!("schema/insert"), args![number, *name])?;
    }
    Ok(())
}
