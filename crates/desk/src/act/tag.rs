//! Say what a story is about: it stands over what the machine finds.

use news::{Country, Sector, Time, stage::Act};
use store::{Conn, label::Field};

use super::{Order, begin, record};
use crate::Result;

/// What a person says; `None` leaves it as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tags {
    /// Its sector.
    pub sector: Option<Sector>,
    /// Its subject countries, the main one first; empty for none.
    pub about: Option<Vec<Country>>,
}

/// Sets sector and subject countries for good: a later report of the story does not change them.
pub fn tag(c: &mut dyn Conn, order: &Order, tags: &Tags, now: Time) -> Result<()> {
    // What may be drafted may be tagged.
    let mut story = begin(c, order, Act::Draft)?;
    if let Some(sector) = &tags.sector {
        store::label::put(c, order.story, Field::Sector, sector.slug(), &order.who, now)?;
    }
    if let Some(about) = &tags.about {
        let codes: Vec<&str> = about.iter().map(Country::code).collect();
        store::label::put(c, order.story, Field::About, &codes.join(" "), &order.who, now)?;
    }
    apply(c, &mut story)?;
    store::story::update(c, &story)?;
    if story.stage == news::stage::Stage::Published {
        store::change::add(c, order.story, "tag", now)?;
    }
    record(c, order, "tag", now)
}

/// Puts what people said of a story over what the machine found.
pub fn apply(c: &mut dyn Conn, story: &mut news::story::Story) -> store::Result<()> {
    if let Some((slug, who)) = store::label::of_story(c, story.id, Field::Sector)?
        && let Some(sector) = Sector::new(&slug)
    {
        (story.sector, story.sector_reason) = (sector, format!("set by {who}"));
    }
    if let Some((codes, _)) = store::label::of_story(c, story.id, Field::About)? {
        story.about = codes.split_whitespace().filter_map(Country::new).collect();
    }
    Ok(())
}
