//! Links that let somebody in once: the first set-up, an invitation, a way back in for who lost their phone.

use news::person::Role;
use news::{Hash, PersonId, Time};

use crate::conn::{Row, args, sql};
use crate::{Conn, Result};

/// A link that nobody has used yet. The token itself is with whoever has the link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// SHA-256 of its token.
    pub hash: Hash,
    /// For whom; empty for the first set-up.
    pub email: String,
    /// What they will be.
    pub role: Role,
    /// Who invites.
    pub by: String,
    /// Somebody who is at the desk already and gets new secrets; `None` for somebody new.
    pub person: Option<PersonId>,
    /// When it was made.
    pub created: Time,
    /// It holds until then.
    pub expires: Time,
}

/// Keeps one; an older open one for the same address is void.
pub fn put(c: &mut dyn Conn, new: &Invitation) -> Result<()> {
    void(c, &new.email, new.created)?;
    let Invitation { hash, email, role, by, person, created, expires } = new;
    c.execute(sql!("invitation/insert"), args![*hash, email, role.word(), by, *person, *created, *expires])?;
    Ok(())
}

/// Open ones for that address hold no longer.
pub fn void(c: &mut dyn Conn, email: &str, now: Time) -> Result<()> {
    c.execute(sql!("invitation/void"), args![email, now])?;
    Ok(())
}

/// Open ones that this person made hold no longer.
pub fn void_by(c: &mut dyn Conn, by: &str, now: Time) -> Result<()> {
    c.execute(sql!("invitation/void_by"), args![by, now])?;
    Ok(())
}

/// The open one of that token.
pub fn open(c: &mut dyn Conn, hash: Hash, now: Time) -> Result<Option<Invitation>> {
    c.first(sql!("invitation/open"), args![hash, now], read)
}

/// Those that are open, newest first.
pub fn list(c: &mut dyn Conn, now: Time) -> Result<Vec<Invitation>> {
    c.all(sql!("invitation/list"), args![now], read)
}

/// Uses it up; false when somebody was quicker.
pub fn use_up(c: &mut dyn Conn, hash: Hash, now: Time) -> Result<bool> {
    Ok(c.execute(sql!("invitation/use_up"), args![hash, now])? > 0)
}

fn read(row: &Row<'_>) -> Result<Invitation> {
    Ok(Invitation {
        hash: row.get("hash")?,
        email: row.get("email")?,
        role: row.word("role", Role::from_word)?,
        by: row.get("by_who")?,
        person: row.get("person_id")?,
        created: row.get("created")?,
        expires: row.get("expires")?,
    })
}
