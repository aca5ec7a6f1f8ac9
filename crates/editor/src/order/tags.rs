//! Say what a story is about, where it was filed, who is named for it and when it may go out.

use desk::act::Tags;
use news::{
    Country, Sector, StoryId, Time,
    person::Role,
    stage::Stage,
    story::{Genre, Story, slug},
};

use crate::{
    Desk,
    failure::Failure,
    guard, moment,
    reply::Reply,
    route::Answer,
    screen::{about, piece::local},
    visit::Visit,
};

/// Characters of a byline and of a dateline's place.
const LINE: usize = 120;

/// Sets what the form holds: it stands over what the machine finds.
pub fn tags(desk: &Desk, visit: &Visit) -> Answer {
    let id: StoryId = visit.id()?;
    match set(desk, visit, id) {
        Ok(()) => Ok(Reply::see(format!("/desk/story/{id}/about?done=tags"))),
        Err(failure) => about::refused(desk, visit, id, &failure),
    }
}

fn set(desk: &Desk, visit: &Visit, id: StoryId) -> Result<(), Failure> {
    let sector =
        Sector::new(visit.field("sector")).filter(|s| news::sector::DEFAULT.iter().any(|(slug, ..)| *slug == s.slug()));
    let codes = visit.field("about").split([',', ' ']).filter(|code| !code.is_empty());
    let about = codes.map(|code| country(desk, code)).collect::<Result<Vec<_>, _>>()?;
    let story = desk.store.read(|c| store::story::by_id(c, id))?.ok_or(desk::Error::NoStory(id))?;
    if story.stage == Stage::Published {
        // Readers see it at once.
        guard::may(visit.seat.as_ref(), Role::Editor)?;
    }
    let tags = changed(desk, visit, &story, (sector, about))?;
    let reason = match visit.field("reason").trim() {
        "" => "what it is about",
        reason => reason,
    };
    let order = super::order(visit, id, reason)?;
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

fn country(desk: &Desk, code: &str) -> Result<Country, Failure> {
    let known = Country::new(&code.to_uppercase()).filter(|c| !(desk.house.country)(*c).is_empty());
    known.ok_or_else(|| Failure::Wrong(format!("“{code}” is no country’s code; two letters each, such as ML or FR.")))
}

/// Only what is another than it was is a person's word from now on.
fn changed(
    desk: &Desk,
    visit: &Visit,
    story: &Story,
    (sector, about): (Option<Sector>, Vec<Country>),
) -> Result<Tags, Failure> {
    let place = line(visit, "place")?;
    let from = match visit.field("filed-from").trim() {
        "" => None,
        code => Some(country(desk, code)?),
    };
    let filed = (place, from);
    let address = visit.field("slug").trim().to_owned();
    let address = if address.is_empty() { address } else { slug(&address) };
    // The field shows the address as it is: only another one is somebody's wish.
    let slug = Some(address).filter(|address| *address != story.slug);
    let byline = line(visit, "byline")?;
    Ok(Tags {
        sector: sector.filter(|s| *s != story.sector),
        about: Some(about).filter(|a| *a != story.about),
        dateline: Some(filed).filter(|f| *f != (story.dateline_place.clone(), story.filed_from)),
        slug,
        byline: Some(byline).filter(|b| *b != story.byline),
        genre: Genre::from_word(visit.field("genre")).filter(|g| *g != story.genre),
        embargo: embargo(desk, visit, story)?,
    })
}

fn line(visit: &Visit, name: &str) -> Result<String, Failure> {
    let line = visit.field(name).split_whitespace().collect::<Vec<_>>().join(" ");
    let long = || Failure::Wrong(format!("“{line}” is longer than {LINE} characters."));
    if line.chars().count() > LINE { Err(long()) } else { Ok(line) }
}

/// The embargo where it is another than before.
fn embargo(desk: &Desk, visit: &Visit, story: &Story) -> Result<Option<Option<Time>>, Failure> {
    let asked = visit.field("embargo").trim();
    if asked == story.embargo.map(|at| local(desk, at)).unwrap_or_default() {
        return Ok(None);
    }
    if asked.is_empty() {
        return Ok(Some(None));
    }
    let when = || Failure::Wrong("Say until when, as day and time.".into());
    Ok(Some(Some(moment::of_field(asked, &desk.zone).ok_or_else(when)?)))
}
