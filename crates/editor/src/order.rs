//! What the desk's forms order, one form a file. Each order goes to `desk::act`, which asks the stage table and keeps the log.

pub mod account;
pub mod act;
pub mod bulk;
pub mod cited;
pub mod edition;
pub mod jobs;
pub mod join;
pub mod likely;
pub mod menu;
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

use news::{
    StoryId, Time,
    edition::{Arranged, Arrangement},
};
use store::{Conn, log::Entry};

use crate::{Desk, failure::Failure, visit::Visit};

/// An order in the name of whoever is signed in.
fn order(visit: &Visit, story: StoryId, reason: &str) -> Result<desk::act::Order, Failure> {
    Ok(desk::act::Order::new(story, &visit.seat()?.person.name, reason)?)
}

/// A row of the log on what is no story.
fn log(c: &mut dyn Conn, who: &str, act: &str, thing: (&str, i64), reason: &str, now: Time) -> store::Result<()> {
    let (thing, thing_id) = (thing.0.into(), thing.1);
    store::log::add(c, &Entry { at: now, who: who.into(), act: act.into(), thing, thing_id, reason: reason.into() })
}

/// Arranges the house anew: `change` has what stands and what people arranged so far, and says what they have arranged from here
/// on, and that in words. What it refuses is said. A reason is wanted.
fn arrange(
    desk: &Desk,
    visit: &Visit,
    change: impl FnOnce(&mut dyn Conn, Arrangement, Arranged) -> store::Result<Result<(Arranged, String), String>>
    + Send
    + 'static,
) -> Result<(), Failure> {
    let reason = line(visit.field("reason"));
    if reason.is_empty() {
        return Err(desk::Error::NoReason.into());
    }
    let settings = desk.house.arrangement.clone();
    let (who, now) = (visit.seat()?.person.name.clone(), visit.now);
    let refused = desk.store.write(move |c| {
        let over = store::arranged::get(c)?;
        match change(c, settings.with(over.clone()), over.clone())? {
            Err(why) => Ok(Some(why)),
            Ok((new, _)) if new == over => Ok(None),
            Ok((new, told)) => {
                store::arranged::set(c, &new, now)?;
                log(c, &who, "arrange", ("house", 0), &format!("{told}: {reason}"), now).map(|()| None)
            }
        }
    })?;
    refused.map_or(Ok(()), |why| Err(Failure::Wrong(why)))
}

/// A line that somebody typed, without signs that turn or hide what follows them.
fn line(given: &str) -> String {
    let hidden = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200b}' | '\u{feff}');
    let plain: String = given.chars().map(|c| if c.is_control() || hidden(c) { ' ' } else { c }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}
