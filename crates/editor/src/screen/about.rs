//! What a story is about: sector, countries, where it was filed.

use askama::Template;
use news::StoryId;

use crate::{
    Desk,
    route::Answer,
    screen::{
        shell::Shell,
        top::{self, Top},
    },
    visit::Visit,
};

#[derive(Template)]
#[template(path = "about.html")]
struct Page {
    shell: Shell,
    top: Top,
    sectors: Vec<(&'static str, &'static str, bool)>,
    reason: String,
    about: String,
    names: String,
    filed: String,
    sensitive: bool,
    noindex: bool,
    picture: Option<Picture>,
    base: String,
}

struct Picture {
    alt: String,
    caption: String,
    credit: String,
    made: &'static str,
    width: u32,
    height: u32,
}

/// The page.
pub fn page(desk: &Desk, visit: &Visit) -> Answer {
    let id: StoryId = visit.id()?;
    let found = desk.store.read(|c| {
        let Some((story, revision)) = top::story(c, id)? else { return Ok(None) };
        let top = Top::new(desk, c, visit, &story, revision.as_ref(), "about")?;
        Ok(Some((story, revision, top)))
    })?;
    let (story, revision, top) = top::there(found)?;
    let name = |c: &news::Country| (desk.house.country)(*c);
    let codes: Vec<&str> = story.about.iter().map(news::Country::code).collect();
    let names: Vec<&str> = story.about.iter().map(name).collect();
    let filed = story.filed_from.map(|c| name(&c)).unwrap_or_default();
    let base = revision.as_ref().map_or_else(String::new, |r| r.id.to_string());
    let picture = revision.and_then(|r| r.picture).map(|p| Picture {
        alt: p.alt,
        caption: p.caption,
        credit: p.credit,
        made: p.involvement.word(),
        width: p.width,
        height: p.height,
    });
    let shell = Shell::new(desk, visit.seat.as_ref(), &top.headline, "/desk").done(visit.asked("done"));
    let sector = |(slug, name, _): (&'static str, &'static str, &[&str])| (slug, name, slug == story.sector.slug());
    super::page(&Page {
        shell,
        top,
        sectors: news::sector::DEFAULT.map(sector).into(),
        reason: story.sector_reason,
        about: codes.join(", "),
        names: names.join(", "),
        filed: [story.dateline_place.as_str(), filed]
            .into_iter()
            .filter(|w| !w.is_empty())
            .collect::<Vec<_>>()
            .join(", "),
        sensitive: story.sensitive,
        noindex: story.noindex,
        picture,
        base,
    })
}
