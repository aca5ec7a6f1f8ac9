//! A person's own views of the queue.

use news::PersonId;

use crate::conn::{args, sql};
use crate::{Conn, Result};

/// Keeps a view under a name; one of that name is replaced. `query` is what stands after the question mark.
pub fn put(c: &mut dyn Conn, person: PersonId, name: &str, query: &str) -> Result<()> {
    c.execute(sql!("saved_view/put"), args![person, name, query])?;
    Ok(())
}

/// Names and queries, by name.
pub fn of_person(c: &mut dyn Conn, person: PersonId) -> Result<Vec<(String, String)>> {
    c.all(sql!("saved_view/of_person"), args![person], |row| Ok((row.get("name")?, row.get("query")?)))
}

/// Forgets one.
pub fn drop(c: &mut dyn Conn, person: PersonId, name: &str) -> Result<()> {
    c.execute(sql!("saved_view/drop"), args![person, name])?;
    Ok(())
}
