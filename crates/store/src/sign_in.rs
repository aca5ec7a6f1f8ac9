//! Browsers that somebody is signed in with.

use news::{Hash, PersonId, Time};

use crate::conn::{Row, args, sql};
use crate::{Conn, Result};

/// One of them. The token itself is in the browser's cookie only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignIn {
    /// SHA-256 of its token.
    pub hash: Hash,
    /// Whose.
    pub person: PersonId,
    /// When they signed in.
    pub created: Time,
    /// When it was last used, to the minute.
    pub seen: Time,
    /// When they last proved who they are with a code.
    pub stepped_up: Option<Time>,
    /// What the browser says it is.
    pub agent: String,
    /// Network address that it signed in from.
    pub address: String,
}

/// A new one; its person has just proved who they are.
pub fn put(c: &mut dyn Conn, hash: Hash, person: PersonId, agent: &str, address: &str, now: Time) -> Result<()> {
    c.execute(sql!("sign_in/insert"), args![hash, person, now, agent, address])?;
    Ok(())
}

/// The one of that token.
pub fn by_hash(c: &mut dyn Conn, hash: Hash) -> Result<Option<SignIn>> {
    c.first(sql!("sign_in/by_hash"), args![hash], read)
}

/// Somebody's, the one used last first.
pub fn of_person(c: &mut dyn Conn, person: PersonId) -> Result<Vec<SignIn>> {
    c.all(sql!("sign_in/of_person"), args![person], read)
}

/// It is used.
pub fn seen(c: &mut dyn Conn, hash: Hash, now: Time) -> Result<()> {
    c.execute(sql!("sign_in/seen"), args![hash, now])?;
    Ok(())
}

/// Its person has proved who they are again.
pub fn step_up(c: &mut dyn Conn, hash: Hash, now: Time) -> Result<()> {
    c.execute(sql!("sign_in/step_up"), args![hash, now])?;
    Ok(())
}

/// Ends one of somebody's; whether there was one.
pub fn end(c: &mut dyn Conn, hash: Hash, person: PersonId) -> Result<bool> {
    Ok(c.execute(sql!("sign_in/end"), args![hash, person])? > 0)
}

/// Ends all of somebody's but this one; all, where there is none to keep.
pub fn end_others(c: &mut dyn Conn, person: PersonId, keep: Option<Hash>) -> Result<u64> {
    let keep = keep.map_or_else(String::new, |hash| hash.hex());
    c.execute(sql!("sign_in/end_others"), args![person, keep])
}

/// Ends those not used since `idle` or older than `old`.
pub fn end_old(c: &mut dyn Conn, idle: Time, old: Time) -> Result<u64> {
    c.execute(sql!("sign_in/end_old"), args![idle, old])
}

fn read(row: &Row<'_>) -> Result<SignIn> {
    Ok(SignIn {
        hash: row.get("hash")?,
        person: row.get("person_id")?,
        created: row.get("created")?,
        seen: row.get("seen")?,
        stepped_up: row.get("stepped_up")?,
        agent: row.get("agent")?,
        address: row.get("address")?,
    })
}
