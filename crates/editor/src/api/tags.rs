//! Say what a story is about.

use desk::act::Tags;
use news::{Country, Sector, StoryId, scope::Scope, stage::Stage};

use super::{body, order, settled};
use crate::{Desk, failure::Failure, route::Answer, visit::Visit};

/// Sets sector and subject countries: they stand over what the machine finds.
pub fn tags(desk: &Desk, visit: &Visit) -> Answer {
    let id: StoryId = visit.id()?;
    let sent: body::NewTags = body::read(visit)?;
    settled(desk, visit, id, tagged(desk, visit, id, &sent))
}

fn tagged(desk: &Desk, visit: &Visit, id: StoryId, sent: &body::NewTags) -> Result<(), Failure> {
    let sector = sent.sector.as_deref().map(sector).transpose()?;
    let about = sent.about.as_ref().map(|codes| codes.iter().map(|code| country(desk, code)).collect()).transpose()?;
    if sector.is_none() && about.is_none() {
        return Err(Failure::Wrong("Say `sector`, `about`, or both.".into()));
    }
    let order = order(visit, id, &sent.reason)?;
    let scopes = &visit.bearer()?.scopes;
    let may_publish = scopes.contains(&Scope::Publish);
    let story = desk.store.read(|c| store::story::by_id(c, id))?.ok_or(desk::Error::NoStory(id))?;
    if story.stage == Stage::Published && !may_publish {
        // Readers see it at once.
        return Err(Failure::Scope { needed: Scope::Publish.word(), has: Scope::line(scopes) });
    }
    let (tags, now) = (Tags { sector, about, ..Tags::default() }, visit.now);
    Ok(desk::transaction(&desk.store, move |c| {
        let out = store::story::by_id(c, id)?.is_some_and(|s| s.stage == Stage::Published);
        if out && !may_publish {
            return Err(desk::Error::Changed { by: "Somebody who published it".into() });
        }
        desk::act::tag(c, &order, &tags, now)
    })?)
}

fn sector(slug: &str) -> Result<Sector, Failure> {
    let known = Sector::new(slug).filter(|s| news::sector::DEFAULT.iter().any(|(slug, ..)| *slug == s.slug()));
    let all = || news::sector::DEFAULT.map(|(slug, ..)| slug).join(", ");
    known.ok_or_else(|| Failure::Wrong(format!("`sector` takes one of {}.", all())))
}

fn country(desk: &Desk, code: &str) -> Result<Country, Failure> {
    let known = Country::new(code).filter(|c| !(desk.house.country)(*c).is_empty());
    known.ok_or_else(|| Failure::Wrong("`about` takes countries’ codes, two letters each, such as ML or FR.".into()))
}
