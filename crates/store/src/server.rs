//! Processes that serve this newsroom: who lives, whose leases come back, whose pages are behind.

use news::Time;

use crate::conn::{args, sql};
use crate::{Conn, Result};

/// A server that has not said anything for so long is taken for dead. It says something about every second.
pub const SILENCE_MS: i64 = 15_000;

/// The name under which one of a server's threads takes jobs; [`dead`] and [`leave`] know the server by it.
pub fn worker(server: &str, thread: u64) -> String {
    format!("{server}/{thread}")
}

/// Says that the server `id` lives, and that its pages show every change up to number `seen`. `name` is for people.
pub fn beat(c: &mut dyn Conn, id: &str, name: &str, seen: i64, now: Time) -> Result<()> {
    c.execute(sql!("server/beat"), args![id, name, seen, now])?;
    Ok(())
}

/// The server stops: what it took and did not do may be taken by others at once, and counts as no try.
pub fn leave(c: &mut dyn Conn, id: &str, now: Time) -> Result<()> {
    c.execute(sql!("server/give_back"), args![id, now, 1_i64])?;
    c.execute(sql!("server/forget"), args![id])?;
    Ok(())
}

/// Gives back the leases of servers that have been silent for too long, and forgets them. One that was only slow is known
/// again by its next [`beat`]; a job that it has in hand may then run twice, which every job bears. Returns how many servers.
pub fn dead(c: &mut dyn Conn, now: Time) -> Result<usize> {
    let silent: Vec<String> = c.all(sql!("server/silent"), args![now.plus_ms(-SILENCE_MS)], |row| row.get("id"))?;
    for id in &silent {
        c.execute(sql!("server/give_back"), args![id, now, 0_i64])?;
        c.execute(sql!("server/forget"), args![id])?;
    }
    Ok(silent.len())
}

/// For a server that knows that it is the only one (it holds the serving lock of its home): whatever others had taken comes
/// back at once.
pub fn alone(c: &mut dyn Conn, id: &str, now: Time) -> Result<()> {
    c.execute(sql!("server/give_back_others"), args![id, now])?;
    c.execute(sql!("server/forget_others"), args![id])?;
    Ok(())
}

/// Names of the living servers whose pages do not show change number `change` yet.
pub fn behind(c: &mut dyn Conn, change: i64, now: Time) -> Result<Vec<String>> {
    c.all(sql!("server/behind"), args![change, now.plus_ms(-SILENCE_MS)], |row| row.get("name"))
}

/// Names of the living servers.
pub fn living(c: &mut dyn Conn, now: Time) -> Result<Vec<String>> {
    c.all(sql!("server/living"), args![now.plus_ms(-SILENCE_MS)], |row| row.get("name"))
}
