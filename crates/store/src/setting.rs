//! Small facts about the newsroom itself.

use crate::conn::{args, sql};
use crate::{Conn, Result};

/// The value of that name.
pub fn get(c: &mut dyn Conn, name: &str) -> Result<Option<String>> {
    c.first(sql!("setting/get"), args![name], |row| row.get("value"))
}

/// Sets it.
pub fn set(c: &mut dyn Conn, name: &str, value: &str) -> Result<()> {
    c.execute(sql!("setting/set"), args![name, value])?;
    Ok(())
}
