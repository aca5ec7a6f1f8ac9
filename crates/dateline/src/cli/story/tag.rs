//! `story tag`: what a story is about, where it was filed, who is named for it and when it may go out.

use anyhow::{Result, bail};
use clap::Args;
use desk::act::Tags;
use news::{Country, Sector, StoryId, edition::Arrangement, story::Genre};
use store::{Conn, Store, label::Field};

use super::{Reason, act};
use crate::cli::at::{At, at};

#[derive(Args)]
pub struct Tag {
    #[command(flatten)]
    reason: Reason,
    /// Its sector, by slug: `law-order`
    #[arg(long, value_parser = sector)]
    sector: Option<Sector>,
    /// Its subject countries by code, the main one first: `--about ML,FR`; `--about none` for none
    #[arg(long, value_name = "CODES", value_parser = countries)]
    about: Option<Countries>,
    /// Place of its dateline as printed; "" for none
    #[arg(long, value_parser = line)]
    place: Option<String>,
    /// Country that it was filed from, by code; `none` for none
    #[arg(long, value_name = "CODE", value_parser = filed_from)]
    filed_from: Option<FiledFrom>,
    /// The people whom a line under the headline names; "" for nobody
    #[arg(long, value_name = "NAMES", value_parser = line)]
    byline: Option<String>,
    /// news, analysis or explainer
    #[arg(long, value_parser = genre)]
    genre: Option<Genre>,
    /// The words of its address; "" for those of the headline. Earlier addresses lead to it
    #[arg(long, value_name = "WORDS")]
    slug: Option<String>,
    /// Not before this day and time, in the house's zone where it names none
    #[arg(long, value_name = "TIME", value_parser = at)]
    embargo: Option<At>,
    /// Put it into an edition, by the word of its address; again for more
    #[arg(long = "in", value_name = "EDITION")]
    inside: Vec<String>,
    /// Keep it out of an edition
    #[arg(long = "not-in", value_name = "EDITION")]
    outside: Vec<String>,
    /// Its countries and sector say whether it is in that edition
    #[arg(long, value_name = "EDITION")]
    by_itself: Vec<String>,
    /// Let the machine find it again, in place of what a person said: sector, about or dateline
    #[arg(long, value_name = "WHAT", value_parser = found)]
    again: Vec<Field>,
    /// Lift the desk's embargo
    #[arg(long, conflicts_with = "embargo")]
    no_embargo: bool,
}

/// Characters of a byline and of a dateline's place, as the desk's form has it.
const LINE: usize = 120;

fn line(said: &str) -> Result<String, String> {
    let line = text::clean::line(said);
    if line.chars().count() > LINE { Err(format!("at most {LINE} characters are allowed")) } else { Ok(line) }
}

fn sector(slug: &str) -> Result<Sector, String> {
    let known = news::sector::DEFAULT.iter().any(|(known, ..)| *known == slug);
    let slugs = || news::sector::DEFAULT.map(|(slug, ..)| slug).join(", ");
    Sector::new(slug).filter(|_| known).ok_or_else(|| format!("one of {} is allowed", slugs()))
}

fn genre(word: &str) -> Result<Genre, String> {
    let words = || Genre::ALL.map(Genre::word).join(", ");
    Genre::from_word(word).ok_or_else(|| format!("one of {} is allowed", words()))
}

/// Countries as a list on the command line.
#[derive(Clone, Debug)]
struct Countries(Vec<Country>);

/// A country on the command line, or none.
#[derive(Clone, Copy, Debug)]
struct FiledFrom(Option<Country>);

fn country(code: &str) -> Result<Country, String> {
    let known = Country::new(code.trim()).filter(|c| !text::place::country_slug(*c).is_empty());
    known.ok_or_else(|| format!("`{code}` is no country's code; ISO 3166 has two letters for each, as ML or FR"))
}

fn countries(codes: &str) -> Result<Countries, String> {
    if codes == "none" {
        return Ok(Countries(Vec::new()));
    }
    codes.split(',').map(country).collect::<Result<Vec<_>, _>>().map(Countries)
}

fn filed_from(code: &str) -> Result<FiledFrom, String> {
    if code == "none" { Ok(FiledFrom(None)) } else { country(code).map(|c| FiledFrom(Some(c))) }
}

fn found(word: &str) -> Result<Field, String> {
    let words = || Field::FOUND.map(Field::word).join(", ");
    Field::found(word).ok_or_else(|| format!("one of {} is allowed", words()))
}

/// Where it is wanted; an edition that is not there, is in another language or is named twice is refused.
fn placed(store: &Store, given: &Tag, editions: &Arrangement) -> Result<Vec<(String, Option<bool>)>> {
    let (now, lang) = store.read(|c| {
        let story = store::story::by_id(c, given.reason.id)?;
        Ok((editions.with(store::arranged::get(c)?), story.map(|s| s.lang)))
    })?;
    let said = [(&given.inside, Some(true)), (&given.outside, Some(false)), (&given.by_itself, None)];
    let mut all: Vec<(String, Option<bool>)> = Vec::new();
    for (slug, inside) in said.into_iter().flat_map(|(slugs, inside)| slugs.iter().map(move |slug| (slug, inside))) {
        if all.iter().any(|(other, _)| other == slug) {
            bail!("the edition `{slug}` is named twice");
        }
        lang.as_ref().map_or(Ok(()), |lang| now.takes(slug, lang)).map_err(anyhow::Error::msg)?;
        all.push((slug.clone(), inside));
    }
    Ok(all)
}

/// Sets what was said, and nothing else.
pub fn tag(store: &Store, given: &Tag, editions: &Arrangement, zone: &str) -> Result<()> {
    let embargo = match given.embargo {
        Some(at) => Some(Some(at.in_zone(zone)?)),
        None => given.no_embargo.then_some(None),
    };
    let tags = Tags {
        sector: given.sector.clone(),
        about: given.about.clone().map(|c| c.0),
        dateline: None,
        slug: given.slug.clone(),
        byline: given.byline.clone(),
        genre: given.genre,
        embargo,
        placed: placed(store, given, editions)?,
        again: given.again.clone(),
    };
    let (place, filed_from) = (given.place.clone(), given.filed_from);
    if tags == Tags::default() && place.is_none() && filed_from.is_none() {
        bail!("say what is to be set: --sector, --about, --place or another; `dateline story tag --help` lists them");
    }
    act(store, &given.reason, "tagged", move |c, o, now| {
        let dateline = dateline(c, o.story, place, filed_from)?;
        desk::act::tag(c, o, &Tags { dateline, ..tags }, now)
    })
}

/// Place and country are kept together: what was not said of them stays as it is.
fn dateline(
    c: &mut dyn Conn,
    id: StoryId,
    place: Option<String>,
    filed_from: Option<FiledFrom>,
) -> desk::Result<Option<(String, Option<Country>)>> {
    if place.is_none() && filed_from.is_none() {
        return Ok(None);
    }
    let story = store::story::by_id(c, id)?.ok_or(desk::Error::NoStory(id))?;
    let country = filed_from.map_or(story.filed_from, |FiledFrom(country)| country);
    Ok(Some((place.unwrap_or(story.dateline_place), country)))
}
