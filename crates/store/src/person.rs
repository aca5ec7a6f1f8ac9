//! Who works at the desk, with what proves that it is they.

use news::person::{Person, Role};
use news::{Hash, PersonId, Time};

use crate::conn::{Row, args, sql};
use crate::{Conn, Error, Result};

/// What proves that somebody is who they say. Never in a log: `Debug` shows nothing of it.
#[derive(Clone, PartialEq, Eq)]
pub struct Secrets {
    /// The password's Argon2id hash in PHC form.
    pub password: String,
    /// The secret of the one-time codes, base 32.
    pub totp: String,
}

impl std::fmt::Debug for Secrets {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secrets(..)")
    }
}

/// Somebody new.
#[derive(Clone, Debug)]
pub struct NewPerson<'a> {
    /// In lower case.
    pub email: &'a str,
    /// As the record shows it.
    pub name: &'a str,
    /// What they may do.
    pub role: Role,
    /// What makes them fit to review.
    pub competence: &'a str,
    /// What proves that it is they.
    pub secrets: &'a Secrets,
}

/// Adds somebody; refused when the address or the name is somebody's already.
pub fn insert(c: &mut dyn Conn, new: &NewPerson<'_>, now: Time) -> Result<PersonId> {
    let taken = list(c)?.into_iter().any(|p| p.email == new.email || p.name.to_lowercase() == new.name.to_lowercase());
    if taken {
        return Err(Error::Refused("somebody of that name or e-mail address is at the desk already".into()));
    }
    let NewPerson { email, name, role, competence, secrets } = new;
    let args = args![*email, *name, role.word(), *competence, &secrets.password, &secrets.totp, now];
    c.one(sql!("person/insert"), args, |row| row.get("id"))
}

/// One by id.
pub fn by_id(c: &mut dyn Conn, id: PersonId) -> Result<Option<Person>> {
    c.first(sql!("person/by_id"), args![id], read)
}

/// One by e-mail address in lower case, with their secrets.
pub fn by_email(c: &mut dyn Conn, email: &str) -> Result<Option<(Person, Secrets)>> {
    c.first(sql!("person/by_email"), args![email], |row| Ok((read(row)?, secrets(row)?)))
}

/// Somebody's secrets.
pub fn secrets_of(c: &mut dyn Conn, id: PersonId) -> Result<Option<Secrets>> {
    c.first(sql!("person/by_id"), args![id], secrets)
}

/// Everybody, those who left last.
pub fn list(c: &mut dyn Conn) -> Result<Vec<Person>> {
    c.all(sql!("person/list"), args![], read)
}

/// Sets role and competence; the last admin stays one.
pub fn set_role(c: &mut dyn Conn, id: PersonId, role: Role, competence: &str) -> Result<()> {
    if role != Role::Admin {
        must_not_be_the_last(c, id)?;
    }
    c.execute(sql!("person/set_role"), args![id, role.word(), competence])?;
    Ok(())
}

/// Sets what makes them fit to review.
pub fn set_competence(c: &mut dyn Conn, id: PersonId, competence: &str) -> Result<()> {
    c.execute(sql!("person/set_competence"), args![id, competence])?;
    Ok(())
}

/// Sets password and one-time secret.
pub fn set_secrets(c: &mut dyn Conn, id: PersonId, secrets: &Secrets) -> Result<()> {
    c.execute(sql!("person/set_secrets"), args![id, &secrets.password, &secrets.totp])?;
    Ok(())
}

/// Sets the password alone.
pub fn set_password(c: &mut dyn Conn, id: PersonId, password: &str) -> Result<()> {
    c.execute(sql!("person/set_password"), args![id, password])?;
    Ok(())
}

/// Takes a one-time code's step; false when it, or a later one, was taken before.
pub fn use_step(c: &mut dyn Conn, id: PersonId, step: u64) -> Result<bool> {
    Ok(c.execute(sql!("person/use_step"), args![id, step])? > 0)
}

/// They left, or came back; the last admin cannot leave.
pub fn set_left(c: &mut dyn Conn, id: PersonId, left: Option<Time>) -> Result<()> {
    if left.is_some() {
        must_not_be_the_last(c, id)?;
    }
    c.execute(sql!("person/set_left"), args![id, left])?;
    Ok(())
}

fn must_not_be_the_last(c: &mut dyn Conn, id: PersonId) -> Result<()> {
    let admins: u64 = c.one(sql!("person/admins"), args![], |row| row.get("people"))?;
    let is_one = by_id(c, id)?.is_some_and(|p| p.role == Role::Admin && p.left.is_none());
    if is_one && admins <= 1 {
        return Err(Error::Refused("this is the last admin: make somebody else one first".into()));
    }
    Ok(())
}

/// Replaces somebody's recovery codes, given by their hashes.
pub fn set_recovery_codes(c: &mut dyn Conn, id: PersonId, hashes: &[Hash]) -> Result<()> {
    c.execute(sql!("recovery/delete"), args![id])?;
    for hash in hashes {
        c.execute(sql!("recovery/insert"), args![id, *hash])?;
    }
    Ok(())
}

/// Uses a recovery code up; false when there is none such left.
pub fn use_recovery_code(c: &mut dyn Conn, id: PersonId, hash: Hash, now: Time) -> Result<bool> {
    Ok(c.execute(sql!("recovery/use_up"), args![id, hash, now])? > 0)
}

/// How many recovery codes are left.
pub fn recovery_codes_left(c: &mut dyn Conn, id: PersonId) -> Result<u64> {
    c.one(sql!("recovery/left"), args![id], |row| row.get("codes"))
}

fn read(row: &Row<'_>) -> Result<Person> {
    Ok(Person {
        id: row.get("id")?,
        email: row.get("email")?,
        name: row.get("name")?,
        role: row.word("role", Role::from_word)?,
        competence: row.get("competence")?,
        created: row.get("created")?,
        left: row.get("left_at")?,
    })
}

fn secrets(row: &Row<'_>) -> Result<Secrets> {
    Ok(Secrets { password: row.get("password")?, totp: row.get("totp")? })
}
