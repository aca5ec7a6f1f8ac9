//! Small facts about the newsroom itself.
use crate::{Conn, Result};
/// The value of that name.
pub fn get(c: &mut dyn Conn, name: &str) -> Result<Option<String>> { let _ = (c, name); unimplemented!() }
/// Sets it.
pub fn set(c: &mut dyn Conn, name: &str, value: &str) -> Result<()> { let _ = (c, name, value); unimplemented!() }
