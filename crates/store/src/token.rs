//! Tokens by which programs are let in at the desk.

use news::scope::Scope;
use news::{Hash, Time};

use crate::conn::{Row, args, sql};
use crate::{Conn, Error, Result};

/// One of them. The token itself is with whoever uses it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its id.
    pub id: i64,
    /// What it is for; the log names it so. No other token ever has this name.
    pub name: String,
    /// What it may do.
    pub scopes: Vec<Scope>,
    /// Who made it.
    pub by: String,
    /// When it was made.
    pub created: Time,
    /// It holds until then; `None` for one that holds until it is ended.
    pub expires: Option<Time>,
    /// When it was last used, to the minute.
    pub used: Option<Time>,
    /// When it was ended.
    pub ended: Option<Time>,
}

impl Token {
    /// Whether it holds at that moment.
    pub fn holds(&self, now: Time) -> bool {
        self.ended.is_none() && self.expires.is_none_or(|until| now < until)
    }
}

/// A new one.
#[derive(Clone, Debug)]
pub struct NewToken<'a> {
    /// Its SHA-256.
    pub hash: Hash,
    /// What it is for.
    pub name: &'a str,
    /// What it may do.
    pub scopes: &'a [Scope],
    /// Who makes it.
    pub by: &'a str,
    /// It holds until then.
    pub expires: Option<Time>,
}

/// Adds one; refused when a token, living or ended, has or had that name.
pub fn insert(c: &mut dyn Conn, new: &NewToken<'_>, now: Time) -> Result<i64> {
    if by_name(c, new.name)?.is_some() {
        let why =
            "a token of that name is here, or was: each has a name of its own, for the log names it; choose another";
        return Err(Error::Refused(why.into()));
    }
    let NewToken { hash, name, scopes, by, expires } = new;
    c.one(sql!("token/insert"), args![*hash, *name, Scope::line(scopes), *by, now, *expires], |row| row.get("id"))
}

/// All of them, those ended last.
pub fn list(c: &mut dyn Conn) -> Result<Vec<Token>> {
    c.all(sql!("token/list"), args![], read)
}

/// The one of that name, in upper or lower case.
pub fn by_name(c: &mut dyn Conn, name: &str) -> Result<Option<Token>> {
    Ok(list(c)?.into_iter().find(|t| t.name.to_lowercase() == name.to_lowercase()))
}

/// The one of that SHA-256, while it holds.
pub fn open(c: &mut dyn Conn, hash: Hash, now: Time) -> Result<Option<Token>> {
    c.first(sql!("token/open"), args![hash, now], read)
}

/// It is used.
pub fn used(c: &mut dyn Conn, id: i64, now: Time) -> Result<()> {
    c.execute(sql!("token/used"), args![id, now])?;
    Ok(())
}

/// Ends one; whether it had not been ended before.
pub fn end(c: &mut dyn Conn, id: i64, now: Time) -> Result<bool> {
    Ok(c.execute(sql!("token/end"), args![id, now])? > 0)
}

/// Ends those that this person made: who made them may still know them.
pub fn end_by(c: &mut dyn Conn, by: &str, now: Time) -> Result<u64> {
    c.execute(sql!("token/end_by"), args![by, now])
}

fn read(row: &Row<'_>) -> Result<Token> {
    Ok(Token {
        id: row.get("id")?,
        name: row.get("name")?,
        scopes: row.word("scopes", Scope::of_line)?,
        by: row.get("by_who")?,
        created: row.get("created")?,
        expires: row.get("expires")?,
        used: row.get("used")?,
        ended: row.get("ended")?,
    })
}
