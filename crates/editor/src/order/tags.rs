//! Say what a story is about.

use desk::act::Tags;
use news::{Country, Sector, StoryId, person::Role, stage::Stage};

use crate::{Desk, failure::Failure, guard, reply::Reply, route::Answer, visit::Visit};

/// Sets sector and subject countries: they stand over what the machine finds.
pub fn tags(desk: &Desk, visit: &Visit) -> Answer {
    let id: StoryId = visit.id()?;
    let sector =
        Sector::new(visit.field("sector")).filter(|s| news::sector::DEFAULT.iter().any(|(slug, ..)| *slug == s.slug()));
    let codes = visit.field("about").split([',', ' ']).filter(|code| !code.is_empty());
    let country = |code: &str| {
        let known = Country::new(&code.to_uppercase()).filter(|c| !(desk.house.country)(*c).is_empty());
        known.ok_or_else(|| {
            Failure::Wrong(format!("“{code}” is no country’s code; two letters each, such as ML or FR."))
        })
    };
    let about = codes.map(country).collect::<Result<Vec<_>, _>>()?;
    let story = desk.store.read(|c| store::story::by_id(c, id))?.ok_or(desk::Error::NoStory(id))?;
    if story.stage == Stage::Published {
        // Readers see it at once.
        guard::may(visit.seat.as_ref(), Role::Editor)?;
    }
    // Only what is another than it was is a person's word from now on.
    let (sector, about) = (sector.filter(|s| *s != story.sector), Some(about).filter(|a| *a != story.about));
    let reason = match visit.field("reason").trim() {
        "" => "what it is about",
        reason => reason,
    };
    let order = super::order(visit, id, reason)?;
    let (tags, now) = (Tags { sector, about }, visit.now);
    let editor = visit.seat()?.person.role >= Role::Editor;
    desk::transaction(&desk.store, move |c| {
        let out = store::story::by_id(c, id)?.is_some_and(|s| s.stage == Stage::Published);
        if out && !editor {
            return Err(desk::Error::Changed { by: "Somebody who published it".into() });
        }
        desk::act::tag(c, &order, &tags, now)
    })?;
    Ok(Reply::see(format!("/desk/story/{id}/about?done=tags")))
}
