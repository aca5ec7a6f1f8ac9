//! Say what a story is about, where it was filed, who is named for it and when it may go out.

use desk::act::Tags;
use news::{
    Country, Lang, Sector, StoryId, Time,
    person::Role,
    stage::Stage,
    story::{Genre, Story},
};
use store::label::Field;

use crate::{Desk, failure::Failure, guard, moment, reply::Reply, route::Answer, screen::about, visit::Visit};

/// Characters of a byline and of a dateline's place.
const LINE: usize = 120;

/// Sets what the form holds: it stands over what the machine finds.
pub fn tags(desk: &Desk, visit: &Visit) -> Answer {
    let id: StoryId = visit.id()?;
    match set(desk, visit, id) {
        Ok(()) => {
            let done = if visit.ticked("again") { "again" } else { "tags" };
            Ok(Reply::see(format!("/desk/story/{id}/about?done={done}")))
        }
        Err(failure) => about::refused(desk, visit, id, &failure),
    }
}

fn set(desk: &Desk, visit: &Visit, id: StoryId) -> Result<(), Failure> {
    let sector = Sector::of_house(visit.field("sector"));
    let codes = visit.field("about").split([',', ' ']).filter(|code| !code.is_empty());
    let about = codes.map(|code| country(desk, code)).collect::<Result<Vec<_>, _>>()?;
    let story = desk.store.read(|c| store::story::by_id(c, id))?.ok_or(desk::Error::NoStory(id))?;
    if story.stage == Stage::Published {
        // Readers see it at once.
        guard::may(visit.seat.as_ref(), Role::Editor)?;
    }
    let tags = changed(desk, visit, &story, (sector, about))?;
    if tags.embargo.is_some() {
        guard::may(visit.seat.as_ref(), Role::Editor)?;
    }
    let told = tags.told();
    let order = super::order(visit, id, Some(visit.field("reason").trim()).filter(|r| !r.is_empty()).unwrap_or(&told))?;
    let now = visit.now;
    let editor = visit.seat()?.person.role >= Role::Editor;
    desk::transaction(&desk.store, move |c| {
        let out = store::story::by_id(c, id)?.is_some_and(|s| s.stage == Stage::Published);
        if out && !editor {
            return Err(desk::Error::Changed { by: "Somebody who published it".into() });
        }
        desk::act::tag(c, &order, &tags, now)
    })?;
    Ok(())
}

/// The country of a code that somebody typed.
pub fn country(desk: &Desk, code: &str) -> Result<Country, Failure> {
    let known = Country::new(&code.to_uppercase()).filter(|c| !(desk.house.country)(*c).is_empty());
    known.ok_or_else(|| Failure::Wrong(format!("“{code}” is no country’s code; two letters each, such as ML or FR.")))
}

/// Only what is another than the form showed is a person's word: what somebody else, or the machine, changed since stays so.
fn changed(
    desk: &Desk,
    visit: &Visit,
    story: &Story,
    (sector, about): (Option<Sector>, Vec<Country>),
) -> Result<Tags, Failure> {
    let is_new = |name: &str| visit.field(name).trim() != visit.field(&format!("{name}-was")).trim();
    let dateline = match is_new("place") || is_new("filed-from") {
        true => Some((line(visit, "place")?, filed_from(desk, visit)?)),
        false => None,
    };
    let byline = line(visit, "byline")?;
    Ok(Tags {
        sector: sector.filter(|s| is_new("sector") && *s != story.sector),
        about: Some(about).filter(|a| is_new("about") && *a != story.about),
        dateline,
        slug: is_new("slug").then(|| visit.field("slug").trim().to_owned()),
        byline: Some(byline).filter(|_| is_new("byline")),
        genre: Genre::from_word(visit.field("genre")).filter(|_| is_new("genre")),
        placed: placed(desk, visit, &story.lang)?,
        again: visit.fields("again").filter_map(Field::found).collect(),
        embargo: if is_new("embargo") { Some(embargo(desk, visit)?) } else { None },
    })
}

/// Where it is wanted, when that is another than the form showed: a field `in-SLUG` for each edition in its language.
fn placed(desk: &Desk, visit: &Visit, lang: &Lang) -> Result<Vec<(String, Option<bool>)>, Failure> {
    let now = desk.arrangement()?;
    let slugs = now.editions.iter().map(|e| e.slug.as_str()).filter(|slug| now.takes(slug, lang).is_ok());
    let changed = slugs.filter(|slug| visit.field(&format!("in-{slug}")) != visit.field(&format!("in-{slug}-was")));
    let said = |slug: &str| match visit.field(&format!("in-{slug}")) {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    Ok(changed.map(|slug| (slug.to_owned(), said(slug))).collect())
}

fn filed_from(desk: &Desk, visit: &Visit) -> Result<Option<Country>, Failure> {
    match visit.field("filed-from").trim() {
        "" => Ok(None),
        code => country(desk, code).map(Some),
    }
}

fn line(visit: &Visit, name: &str) -> Result<String, Failure> {
    short(visit.field(name))
}

/// A byline or the place of a dateline as one line; a long one is refused.
pub fn short(given: &str) -> Result<String, Failure> {
    let line = given.split_whitespace().collect::<Vec<_>>().join(" ");
    let long = || Failure::Wrong(format!("“{line}” is longer than {LINE} characters."));
    if line.chars().count() > LINE { Err(long()) } else { Ok(line) }
}

/// The embargo that the field asks for; none where it is empty.
fn embargo(desk: &Desk, visit: &Visit) -> Result<Option<Time>, Failure> {
    let asked = visit.field("embargo").trim();
    if asked.is_empty() {
        return Ok(None);
    }
    let when = || Failure::Wrong("Say until when, as day and time.".into());
    moment::of_field(asked, &desk.zone).map(Some).ok_or_else(when)
}
