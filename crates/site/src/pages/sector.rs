//! A sector's list.

use news::Sector;
use store::list::Filter;

use super::latest;
use crate::{
    address,
    failure::Failure,
    frame::Frame,
    site::{Answer, Ask},
    words,
};

/// The list of a sector that has stories or is one of the house's.
pub fn page(ask: &mut Ask<'_>, slug: &str) -> Answer {
    let sector = Sector::new(slug).ok_or(Failure::NotFound)?;
    let filter = Filter { sector: Some(sector.clone()), before: latest::before(ask), ..ask.filter() };
    let known = news::sector::DEFAULT.iter().any(|(s, ..)| *s == slug);
    let cards = ask.latest(&filter, latest::PAGE + 1)?;
    if cards.is_empty() && !known {
        return Err(Failure::NotFound);
    }
    let name = words::of(&ask.lang()).sector(&sector).to_owned();
    let f = Frame::list(ask, &name, &address::sector(&sector))?;
    latest::list(ask, f, cards)
}
