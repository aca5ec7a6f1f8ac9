//! Whose morning mail went out, and who wants any. Days are those of the house's zone, as `2026-11-30`.

use news::job::Job;
use news::person::Person;
use news::{PersonId, Time};

use crate::conn::{args, sql};
use crate::{Conn, Result, job, person, setting};

/// The setting that holds the last day whose mail was begun.
const LAST: &str = "morning_mail";

/// The last day whose mail was begun.
pub fn last_begun(c: &mut dyn Conn) -> Result<Option<String>> {
    setting::get(c, LAST)
}

/// Begins a day's mail, once: the day and the job are saved together, so that of two servers that look at the same clock one
/// finds it done. Whether this was the one.
pub fn begin(c: &mut dyn Conn, day: &str, now: Time) -> Result<bool> {
    if last_begun(c)?.is_some_and(|last| last.as_str() >= day) {
        return Ok(false);
    }
    setting::set(c, LAST, day)?;
    job::add(c, &Job::Morning { day: day.to_owned() }, now, now)?;
    Ok(true)
}

/// Saves a job for everybody who wants a day's letter and has not had it.
pub fn hand_out(c: &mut dyn Conn, day: &str, now: Time) -> Result<()> {
    c.execute(sql!("mailed/forget"), args![])?;
    let people: Vec<PersonId> = c.all(sql!("mailed/waiting"), args![day], |row| row.get("id"))?;
    people.into_iter().try_for_each(|person| job::add(c, &Job::Mail { person, day: day.to_owned() }, now, now))
}

/// Somebody who still waits for a day's letter: they are at the desk, want it and have not had it.
pub fn waiting(c: &mut dyn Conn, id: PersonId, day: &str) -> Result<Option<Person>> {
    let people: Vec<PersonId> = c.all(sql!("mailed/waiting"), args![day], |row| row.get("id"))?;
    if people.contains(&id) { person::by_id(c, id) } else { Ok(None) }
}

/// A mail server took their letter of that day.
pub fn put(c: &mut dyn Conn, id: PersonId, day: &str, at: Time) -> Result<()> {
    c.execute(sql!("mailed/put"), args![id, day, at])?;
    Ok(())
}

/// When a mail server last took a letter for them.
pub fn last(c: &mut dyn Conn, id: PersonId) -> Result<Option<Time>> {
    c.one(sql!("mailed/last"), args![id], |row| row.get("last"))
}

/// Whether somebody wants the morning mail.
pub fn wants(c: &mut dyn Conn, id: PersonId) -> Result<bool> {
    Ok(c.first(sql!("mailed/wants"), args![id], |row| row.get("morning_mail"))?.unwrap_or(false))
}

/// They want it, or not.
pub fn set_wants(c: &mut dyn Conn, id: PersonId, wants: bool) -> Result<()> {
    c.execute(sql!("mailed/set_wants"), args![id, wants])?;
    Ok(())
}
