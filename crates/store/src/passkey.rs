//! Passkeys: keys of people's own devices, which let them in without password or code.

use news::{PersonId, Time};

use crate::conn::{Row, args, sql};
use crate::{Conn, Result};

/// One of them. The secret half never leaves its device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passkey {
    /// Its id.
    pub id: i64,
    /// Whose.
    pub person: PersonId,
    /// The name by which its device knows it.
    pub credential: Vec<u8>,
    /// The name by which its person knows it.
    pub name: String,
    /// Its public half, as the library writes it that checks it.
    pub fixed: Vec<u8>,
    /// What changes with each use, its counter above all, as that library writes it.
    pub state: Vec<u8>,
    /// The ways to its device, as that library counts them.
    pub transports: u32,
    /// When it was added.
    pub created: Time,
    /// When it last let its person in, or proved that it is they.
    pub used: Option<Time>,
}

/// A new one.
#[derive(Clone, Debug)]
pub struct NewPasskey {
    /// Whose.
    pub person: PersonId,
    /// The name by which its device knows it.
    pub credential: Vec<u8>,
    /// The name by which its person knows it.
    pub name: String,
    /// Its public half.
    pub fixed: Vec<u8>,
    /// What changes with each use.
    pub state: Vec<u8>,
    /// The ways to its device.
    pub transports: u32,
}

/// Adds one; false when its credential is known already, whosever it is.
pub fn put(c: &mut dyn Conn, new: &NewPasskey, now: Time) -> Result<bool> {
    let NewPasskey { person, credential, name, fixed, state, transports } = new;
    if by_credential(c, credential)?.is_some() {
        return Ok(false);
    }
    let (credential, fixed, state) = (credential.as_slice(), fixed.as_slice(), state.as_slice());
    c.execute(sql!("passkey/insert"), args![*person, credential, name, fixed, state, *transports, now])?;
    Ok(true)
}

/// Somebody's, the oldest first.
pub fn of_person(c: &mut dyn Conn, person: PersonId) -> Result<Vec<Passkey>> {
    c.all(sql!("passkey/of_person"), args![person], read)
}

/// Whether somebody has one.
pub fn has(c: &mut dyn Conn, person: PersonId) -> Result<bool> {
    Ok(c.first(sql!("passkey/one"), args![person], |row| row.get::<i64>("id"))?.is_some())
}

/// The one that its device knows by that name.
pub fn by_credential(c: &mut dyn Conn, credential: &[u8]) -> Result<Option<Passkey>> {
    c.first(sql!("passkey/by_credential"), args![credential], read)
}

/// It was used: `after` is its state now. False when `before` is not its state any more, or it is gone.
pub fn used(c: &mut dyn Conn, id: i64, before: &[u8], after: &[u8], now: Time) -> Result<bool> {
    Ok(c.execute(sql!("passkey/used"), args![id, before, after, now])? > 0)
}

/// Removes one of somebody's; its name, when there was one.
pub fn remove(c: &mut dyn Conn, id: i64, person: PersonId) -> Result<Option<String>> {
    c.first(sql!("passkey/remove"), args![id, person], |row| row.get("name"))
}

/// Removes all of somebody's.
pub fn remove_all(c: &mut dyn Conn, person: PersonId) -> Result<u64> {
    c.execute(sql!("passkey/remove_all"), args![person])
}

fn read(row: &Row<'_>) -> Result<Passkey> {
    Ok(Passkey {
        id: row.get("id")?,
        person: row.get("person_id")?,
        credential: row.get("credential")?,
        name: row.get("name")?,
        fixed: row.get("fixed")?,
        state: row.get("state")?,
        transports: row.get("transports")?,
        created: row.get("created")?,
        used: row.get("used")?,
    })
}
