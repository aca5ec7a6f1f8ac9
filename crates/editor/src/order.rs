//! What the desk's forms order, one form a file. Each order goes to `desk::act`, which asks the stage table and keeps the log.

pub mod account;
pub mod act;
pub mod bulk;
pub mod cited;
pub mod jobs;
pub mod join;
pub mod likely;
pub mod passkey;
pub mod people;
pub mod picture;
pub mod piece;
pub mod piece_picture;
pub mod redirects;
pub mod restore;
pub mod save;
pub mod sign;
pub mod sign_in;
pub mod start;
pub mod tags;
pub mod tokens;
pub mod upload;
pub mod views;

use news::{StoryId, Time};
use store::{Conn, log::Entry};

use crate::{failure::Failure, visit::Visit};

/// An order in the name of whoever is signed in.
fn order(visit: &Visit, story: StoryId, reason: &str) -> Result<desk::act::Order, Failure> {
    Ok(desk::act::Order::new(story, &visit.seat()?.person.name, reason)?)
}

/// A row of the log on what is no story.
fn log(c: &mut dyn Conn, who: &str, act: &str, thing: (&str, i64), reason: &str, now: Time) -> store::Result<()> {
    let (thing, thing_id) = (thing.0.into(), thing.1);
    store::log::add(c, &Entry { at: now, who: who.into(), act: act.into(), thing, thing_id, reason: reason.into() })
}
