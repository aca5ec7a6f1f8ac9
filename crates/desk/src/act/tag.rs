//! Say what a story is about, where it was filed, who is named for it and when it may go out: it stands over what the machine
//! finds.

use news::{
    Country, Sector, Time,
    job::Job,
    stage::{Act, Stage},
    story::{self, Genre, Placed, Story},
};
use store::{Conn, label::Field};

use super::{Order, begin, record};
use crate::{Error, Result};

/// What a person says; `None` leaves it as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tags {
    /// Its sector.
    pub sector: Option<Sector>,
    /// Its subject countries, the main one first; empty for none.
    pub about: Option<Vec<Country>>,
    /// Place as printed and country of its dateline; both may be empty.
    pub dateline: Option<(String, Option<Country>)>,
    /// The words of its address; empty for those of the headline. Earlier addresses lead to it.
    pub slug: Option<String>,
    /// The people whom a line under the headline names; empty for none.
    pub byline: Option<String>,
    /// What kind of text it is.
    pub genre: Option<Genre>,
    /// When it may go out at the earliest; `Some(None)` lifts that.
    pub embargo: Option<Option<Time>>,
    /// Editions that it is put into or kept out of; `None` of one that its countries and sector decide on. Those not named stay.
    pub placed: Vec<(String, Option<bool>)>,
    /// What the machine is to find again, in place of what a person said.
    pub again: Vec<Field>,
}

impl Tags {
    /// What is said, in words: for the log, where whoever says it gives no reason.
    pub fn told(&self) -> String {
        let codes = |all: &[Country]| all.iter().map(Country::code).collect::<Vec<_>>().join(" ");
        let mut told = Vec::new();
        told.extend(self.sector.as_ref().map(|s| format!("sector {s}")));
        told.extend(
            self.about.as_ref().map(|all| format!("about {}", if all.is_empty() { "none".into() } else { codes(all) })),
        );
        told.extend(self.dateline.as_ref().map(|(place, from)| {
            format!("dateline {place} {}", from.as_ref().map_or("", Country::code)).trim_end().to_owned()
        }));
        told.extend(self.slug.as_ref().map(|words| format!("address {words}").trim_end().to_owned()));
        told.extend(self.byline.as_ref().map(|names| format!("byline {names}").trim_end().to_owned()));
        told.extend(self.genre.map(|genre| format!("kind {}", genre.word())));
        told.extend(self.embargo.map(|at| if at.is_some() { "under embargo" } else { "embargo lifted" }.to_owned()));
        told.extend(self.placed.iter().map(|(edition, inside)| match inside {
            Some(true) => format!("put into edition {edition}"),
            Some(false) => format!("kept out of edition {edition}"),
            None => format!("edition {edition} by its countries and sector"),
        }));
        told.extend(self.again.iter().map(|field| format!("{} left to the machine", field.word())));
        if told.is_empty() { "nothing changed".into() } else { told.join("; ") }
    }
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
    if let Some((place, country)) = &tags.dateline {
        let value =
            format!("{}|{}", text::clean::line(place).replace('|', " "), country.as_ref().map_or("", Country::code));
        store::label::put(c, order.story, Field::Dateline, &value, &order.who, now)?;
    }
    let given = |field: &Field| match field {
        Field::Sector => tags.sector.is_some(),
        Field::About => tags.about.is_some(),
        Field::Dateline => tags.dateline.is_some(),
        Field::Slug => tags.slug.is_some(),
    };
    // What is said in the same breath stands.
    for field in tags.again.iter().filter(|field| !given(field)) {
        if store::label::drop(c, order.story, *field)? {
            if *field == Field::Dateline {
                // The machine finds one only where a report has one.
                (story.dateline_place, story.filed_from) = (String::new(), None);
            }
            store::job::add(c, &Job::Tag { story: order.story }, now, now)?;
        }
    }
    if let Some(slug) = &tags.slug {
        let slug = if slug.trim().is_empty() { String::new() } else { story::slug(slug) };
        store::label::put(c, order.story, Field::Slug, &slug, &order.who, now)?;
        story.slug = story::slug(&story.headline);
    }
    if let Some(byline) = &tags.byline {
        story.byline = text::clean::line(byline);
    }
    story.genre = tags.genre.unwrap_or(story.genre);
    for (edition, inside) in &tags.placed {
        story.placed.retain(|place| place.edition != *edition);
        story.placed.extend(inside.map(|inside| Placed { edition: edition.clone(), inside }));
    }
    if let Some(embargo) = tags.embargo {
        embargoed(c, &mut story, embargo, now)?;
    }
    apply(c, &mut story)?;
    store::story::update(c, &story)?;
    if story.stage == Stage::Published {
        store::change::add(c, order.story, "tag", now)?;
    }
    record(c, order, "tag", now)
}

/// Sets or lifts the desk's embargo. What readers have cannot be taken back by one, and a time that was set before stands.
fn embargoed(c: &mut dyn Conn, story: &mut Story, embargo: Option<Time>, now: Time) -> Result<()> {
    if let Some(until) = embargo {
        if until <= now {
            return Err(Error::Past);
        }
        if story.stage == Stage::Published {
            return Err(Error::OutAlready);
        }
        if store::schedule::of_story(c, story.id)?.is_some_and(|s| s.at < until) {
            return Err(Error::ScheduledBefore);
        }
    }
    if embargo.is_none() {
        // What waited for its end waits no longer.
        store::job::add(c, &Job::Decide { story: story.id }, now, now)?;
    }
    story.embargo = embargo;
    Ok(())
}

/// Puts what people said of a story over what the machine found.
pub fn apply(c: &mut dyn Conn, story: &mut Story) -> store::Result<()> {
    if let Some((slug, who)) = store::label::of_story(c, story.id, Field::Sector)?
        && let Some(sector) = Sector::new(&slug)
    {
        (story.sector, story.sector_reason) = (sector, format!("set by {who}"));
    }
    if let Some((codes, _)) = store::label::of_story(c, story.id, Field::About)? {
        story.about = codes.split_whitespace().filter_map(Country::new).collect();
    }
    if let Some((dateline, _)) = store::label::of_story(c, story.id, Field::Dateline)?
        && let Some((place, country)) = dateline.split_once('|')
    {
        (story.dateline_place, story.filed_from) = (place.to_owned(), Country::new(country));
    }
    if let Some((slug, _)) = store::label::of_story(c, story.id, Field::Slug)?.filter(|(slug, _)| !slug.is_empty()) {
        story.slug = slug;
    }
    Ok(())
}
