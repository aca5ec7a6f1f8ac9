//! Say what a story is about, where it was filed, who is named for it and when it may go out.

use desk::act::Tags;
use news::{Country, Sector, StoryId, Time, scope::Scope, stage::Stage, story::Genre};
use store::label::Field;

use super::{body, order, settled};
use crate::{Desk, failure::Failure, order::tags::short, route::Answer, visit::Visit};

/// Sets what was sent: it stands over what the machine finds.
pub fn tags(desk: &Desk, visit: &Visit) -> Answer {
    let id: StoryId = visit.id()?;
    let sent: body::NewTags = body::read(visit)?;
    settled(desk, visit, id, tagged(desk, visit, id, &sent))
}

fn tagged(desk: &Desk, visit: &Visit, id: StoryId, sent: &body::NewTags) -> Result<(), Failure> {
    let tags = wanted(desk, sent)?;
    let order = order(visit, id, &sent.reason)?;
    let scopes = &visit.bearer()?.scopes;
    let may_publish = scopes.contains(&Scope::Publish);
    let story = desk.store.read(|c| store::story::by_id(c, id))?.ok_or(desk::Error::NoStory(id))?;
    let now = desk.arrangement()?;
    tags.placed.iter().try_for_each(|(slug, _)| now.takes(slug, &story.lang)).map_err(Failure::Wrong)?;
    // Readers see the one at once; the other says when they do.
    if (story.stage == Stage::Published || tags.embargo.is_some()) && !may_publish {
        return Err(Failure::Scope { needed: Scope::Publish.word(), has: Scope::line(scopes) });
    }
    let now = visit.now;
    Ok(desk::transaction(&desk.store, move |c| {
        let out = store::story::by_id(c, id)?.is_some_and(|s| s.stage == Stage::Published);
        if out && !may_publish {
            return Err(desk::Error::Changed { by: "Somebody who published it".into() });
        }
        desk::act::tag(c, &order, &tags, now)
    })?)
}

/// What the body asks for; nothing at all is a mistake of whoever sent it.
fn wanted(desk: &Desk, sent: &body::NewTags) -> Result<Tags, Failure> {
    let countries = |codes: &Vec<String>| -> Result<Vec<Country>, Failure> {
        codes.iter().map(|code| country(desk, "about", code)).collect()
    };
    let tags = Tags {
        sector: sent.sector.as_deref().map(sector).transpose()?,
        about: sent.about.as_ref().map(countries).transpose()?,
        dateline: sent.dateline.as_ref().map(|line| dateline(desk, line)).transpose()?,
        slug: sent.slug.as_deref().map(|words| words.trim().to_owned()),
        byline: sent.byline.as_deref().map(short).transpose()?,
        genre: sent.genre.as_deref().map(genre).transpose()?,
        embargo: sent.embargo.as_ref().map(|at| at.as_deref().map(until).transpose()).transpose()?,
        placed: sent.editions.clone().into_iter().collect(),
        again: sent.again.iter().map(|word| again(word)).collect::<Result<_, _>>()?,
    };
    if tags == Tags::default() {
        let all = "Say `sector`, `about`, `dateline`, `slug`, `byline`, `genre`, `embargo`, `editions` or `again`; one or several.";
        return Err(Failure::Wrong(all.into()));
    }
    Ok(tags)
}

fn again(word: &str) -> Result<Field, Failure> {
    let all = || Field::FOUND.map(Field::word).join(", ");
    Field::found(word).ok_or_else(|| Failure::Wrong(format!("`again` takes {}.", all())))
}

fn sector(slug: &str) -> Result<Sector, Failure> {
    let known = Sector::of_house(slug);
    let all = || news::sector::DEFAULT.map(|(slug, ..)| slug).join(", ");
    known.ok_or_else(|| Failure::Wrong(format!("`sector` takes one of {}.", all())))
}

fn country(desk: &Desk, field: &str, code: &str) -> Result<Country, Failure> {
    let known = Country::new(code).filter(|c| !(desk.house.country)(*c).is_empty());
    let why = || format!("`{field}` takes countries’ codes, two letters each, such as ML or FR.");
    known.ok_or_else(|| Failure::Wrong(why()))
}

fn dateline(desk: &Desk, line: &body::Dateline) -> Result<(String, Option<Country>), Failure> {
    let country = line.country.as_deref().map(|code| country(desk, "dateline.country", code)).transpose()?;
    Ok((short(&line.place)?, country))
}

fn genre(word: &str) -> Result<Genre, Failure> {
    let all = || Genre::ALL.map(Genre::word).join(", ");
    Genre::from_word(word).ok_or_else(|| Failure::Wrong(format!("`genre` takes one of {}.", all())))
}

fn until(at: &str) -> Result<Time, Failure> {
    let when = "`embargo` takes a time with a zone, such as 2026-12-24T06:00:00Z, or null to lift it.";
    let at: jiff::Timestamp = at.parse().map_err(|_| Failure::Wrong(when.into()))?;
    Ok(Time(at.as_millisecond()))
}
