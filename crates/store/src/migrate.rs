//! Migrations: numbered files, the same numbers for both databases, each applied in a transaction of its own when the store
//! is opened.

use crate::conn::{Conn, args, sql};
use crate::session::Session;
use crate::{Error, Result};

/// A migration: its name and text. Its number is its place in the list, from 1.
type Migration = (&'static str, &'static str);

/// The migrations of one set of tables, and what keeps the sets apart where they share a database.
pub(crate) struct Set {
    migrations: &'static [Migration],
    /// Makes the table of applied migrations.
    make: &'static str,
    /// The highest number applied.
    newest: &'static str,
    /// Adds a number.
    insert: &'static str,
    /// The name of the lock that writers of these tables take turns by (PostgreSQL).
    pub(crate) lock: &'static str,
}

/// The newsroom's tables.
pub(crate) static NEWSROOM: Set = Set {
    migrations: &[
        ("0001_newsroom", include_str!("../migrations/0001_newsroom.sql")),
        ("0002_turns", include_str!("../migrations/0002_turns.sql")),
        ("0003_lists", include_str!("../migrations/0003_lists.sql")),
        ("0004_bounded", include_str!("../migrations/0004_bounded.sql")),
        ("0005_models", include_str!("../migrations/0005_models.sql")),
        ("0006_events", include_str!("../migrations/0006_events.sql")),
        ("0007_desk", include_str!("../migrations/0007_desk.sql")),
        ("0008_particulars", include_str!("../migrations/0008_particulars.sql")),
        ("0009_passkey", include_str!("../migrations/0009_passkey.sql")),
        ("0010_token", include_str!("../migrations/0010_token.sql")),
        ("0011_mail", include_str!("../migrations/0011_mail.sql")),
        ("0012_piece", include_str!("../migrations/0012_piece.sql")),
        ("0013_views", include_str!("../migrations/0013_views.sql")),
        ("0014_piece_text", include_str!("../migrations/0014_piece_text.sql")),
        ("0015_marks", include_str!("../migrations/0015_marks.sql")),
        ("0016_placed", include_str!("../migrations/0016_placed.sql")),
    ],
    make: sql!("schema/make"),
    newest: sql!("schema/newest"),
    insert: sql!("schema/insert"),
    lock: "dateline newsroom",
};
/// Raw bytes in a file of their own.
pub(crate) static RAW: Set =
    Set { make: sql!("schema/make"), newest: sql!("schema/newest"), insert: sql!("schema/insert"), ..RAW_BESIDE };
/// Raw bytes beside the newsroom's tables in one database, numbered in a table of their own.
pub(crate) static RAW_SHARED: Set = RAW_BESIDE;

const RAW_BESIDE: Set = Set {
    migrations: &[("raw/0001_blob", include_str!("../migrations/raw/0001_blob.sql"))],
    make: sql!("raw_schema/make"),
    newest: sql!("raw_schema/newest"),
    insert: sql!("raw_schema/insert"),
    lock: "dateline raw",
};

impl Set {
    /// The number of the newest migration that this binary knows.
    pub(crate) fn known(&self) -> i64 {
        self.migrations.len() as i64
    }

    /// The number of the newest migration that the database has.
    pub(crate) fn found(&self, c: &mut dyn Conn) -> Result<i64> {
        c.one(self.newest, args![], |row| row.get("number"))
    }
}

/// Brings the database up to the last of the set's migrations; refuses one that is newer.
pub(crate) fn apply(c: &mut dyn Session, set: &Set) -> Result<()> {
    while step(c, set)? {}
    Ok(())
}

/// Applies the next migration that is missing; whether there was one. Another process may be at the same work: the number is
/// read after the lock is held.
fn step(c: &mut dyn Session, set: &Set) -> Result<bool> {
    c.begin_write(true)?;
    match next(c, set) {
        Ok(applied) => c.commit().map(|()| applied),
        Err(fault) => {
            // The fault says more than a failing rollback would.
            let _ = c.batch("ROLLBACK");
            Err(fault)
        }
    }
}

fn next(c: &mut dyn Session, set: &Set) -> Result<bool> {
    c.execute(set.make, args![])?;
    let (found, known) = (set.found(c)?, set.known());
    if found > known {
        return Err(Error::Newer { path: c.label().to_owned(), found, known });
    }
    let Some((name, text)) = usize::try_from(found).ok().and_then(|found| set.migrations.get(found)) else {
        return Ok(false);
    };
    let text = c.words().iter().fold((*text).to_owned(), |text, (mark, word)| text.replace(mark, word));
    c.migrate(&text)?;
    c.execute(set.insert, args![found + 1, *name])?;
    Ok(true)
}
