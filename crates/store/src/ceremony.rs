//! What browsers were asked about passkeys and have not answered yet. It is in the store, for another server of the
//! newsroom may get the answer.

use news::{Hash, Time};

use crate::conn::{Row, args, sql};
use crate::{Conn, Result};

/// So many are open at once; older ones give way.
const MOST: u64 = 10_000;

/// One of them. The token itself is in the browser's cookie only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ceremony {
    /// SHA-256 of its token.
    pub hash: Hash,
    /// What a right answer does.
    pub kind: String,
    /// The hash of the signed-in browser that it was asked for; empty where nobody is signed in.
    pub seat: String,
    /// What was asked, as the library writes it that checks the answer.
    pub state: Vec<u8>,
    /// It is to be answered before that.
    pub expires: Time,
}

/// Keeps one. A signed-in browser has one at a time; those whose time is over go.
pub fn put(c: &mut dyn Conn, new: &Ceremony, now: Time) -> Result<()> {
    c.execute(sql!("ceremony/expire"), args![now, MOST - 1])?;
    let Ceremony { hash, kind, seat, state, expires } = new;
    if !seat.is_empty() {
        c.execute(sql!("ceremony/of_seat"), args![seat])?;
    }
    c.execute(sql!("ceremony/insert"), args![*hash, kind, seat, state.as_slice(), *expires])?;
    Ok(())
}

/// The one of that token.
pub fn by_hash(c: &mut dyn Conn, hash: Hash) -> Result<Option<Ceremony>> {
    c.first(sql!("ceremony/by_hash"), args![hash], read)
}

/// Takes it, so that nobody takes it again; false when somebody was quicker.
pub fn take(c: &mut dyn Conn, hash: Hash) -> Result<bool> {
    Ok(c.execute(sql!("ceremony/take"), args![hash])? > 0)
}

fn read(row: &Row<'_>) -> Result<Ceremony> {
    Ok(Ceremony {
        hash: row.get("hash")?,
        kind: row.get("kind")?,
        seat: row.get("seat")?,
        state: row.get("state")?,
        expires: row.get("expires")?,
    })
}
