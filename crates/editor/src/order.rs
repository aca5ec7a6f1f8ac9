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

/// The reason that was given; where none was, what stands for it.
fn or<'a>(given: &'a str, otherwise: &'a str) -> &'a str {
    Some(given.trim()).filter(|given| !given.is_empty()).unwrap_or(otherwise)
}

/// Arranges the house anew, from how it is now: the parts that `change` gives stand from here on. What it refuses is said.
fn arrange(
    desk: &Desk,
    visit: &Visit,
    told: &str,
    change: impl FnOnce(Arrangement) -> Result<Arranged, String> + Send + 'static,
) -> Result<(), Failure> {
    let (settings, told) = (desk.house.arrangement.clone(), told.to_owned());
    let (who, now) = (visit.seat()?.person.name.clone(), visit.now);
    let refused = desk.store.write(move |c| {
        let over = store::arranged::get(c)?;
        let new = match change(settings.with(over.clone())) {
            Ok(new) => new,
            Err(why) => return Ok(Some(why)),
        };
        let or = Arranged {
            editions: new.editions.or(over.editions),
            menu: new.menu.or(over.menu),
            sectors: new.sectors.or(over.sectors),
        };
        store::arranged::set(c, &or, now)?;
        log(c, &who, "arrange", ("house", 0), &told, now).map(|()| None)
    })?;
    refused.map_or(Ok(()), |why| Err(Failure::Wrong(why)))
}

/// Changes what people arranged, such as taking the settings again.
fn arranged(
    desk: &Desk,
    visit: &Visit,
    told: &str,
    change: impl FnOnce(&mut Arranged) + Send + 'static,
) -> Result<(), Failure> {
    let (who, now, told) = (visit.seat()?.person.name.clone(), visit.now, told.to_owned());
    Ok(desk.store.write(move |c| {
        let mut over = store::arranged::get(c)?;
        change(&mut over);
        store::arranged::set(c, &over, now)?;
        log(c, &who, "arrange", ("house", 0), &told, now)
    })?)
}
