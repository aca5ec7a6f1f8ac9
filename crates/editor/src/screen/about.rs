//! What a story is about: sector, countries, where it was filed, who is named for it, when it may go out.

use askama::Template;
use news::{
    StoryId,
    edition::{Edition, Standing},
    story::{Genre, Story},
};
use store::label::Field;

use crate::{
    Desk,
    failure::Failure,
    route::Answer,
    screen::{
        piece::local,
        shell::Shell,
        top::{self, Top},
    },
    visit::Visit,
};

/// An edition and whether the story is in it.
struct InEdition {
    edition: Edition,
    holds: bool,
    /// As its countries and sector say.
    by_itself: bool,
    /// What a person says: `yes`, `no` or nothing.
    was: &'static str,
    given: String,
}

#[derive(Template)]
#[template(path = "about.html")]
struct Page {
    shell: Shell,
    top: Top,
    sectors: Vec<(&'static str, &'static str, bool)>,
    reason: String,
    names: String,
    filed: String,
    given: Given,
    /// What the fields showed before anything was typed.
    was: Given,
    genres: Vec<(&'static str, &'static str, bool)>,
    zone: String,
    urgency: String,
    /// The editions in its language.
    editions: Vec<InEdition>,
    /// What people said in place of the machine: its word, and who.
    said: Vec<(&'static str, String)>,
    /// It is on the site: an embargo comes too late.
    out: bool,
    sensitive: bool,
    noindex: bool,
    picture: Option<Picture>,
    base: String,
}

/// What the desk said of it.
#[derive(Default)]
struct Given {
    sector: String,
    about: String,
    place: String,
    filed_from: String,
    genre: String,
    byline: String,
    slug: String,
    embargo: String,
    reason: String,
}

struct Picture {
    alt: String,
    caption: String,
    credit: String,
    made: &'static str,
    width: u32,
    height: u32,
}

/// What people said of it in place of the machine.
fn said(c: &mut dyn store::Conn, id: StoryId) -> store::Result<Vec<(&'static str, String)>> {
    let mut found = Vec::new();
    for field in Field::FOUND {
        found.extend(store::label::of_story(c, id, field)?.map(|(_, who)| (field.word(), who)));
    }
    Ok(found)
}

impl Page {
    /// Who said that of it.
    fn said_by(&self, word: &str) -> Option<&str> {
        self.said.iter().find(|(field, _)| *field == word).map(|(_, who)| who.as_str())
    }

    /// The names of those that it is in.
    fn in_editions(&self) -> Vec<&str> {
        self.editions.iter().filter(|e| e.holds).map(|e| e.edition.name.as_str()).collect()
    }
}

/// The page.
pub fn page(desk: &Desk, visit: &Visit) -> Answer {
    let id: StoryId = visit.id()?;
    show(desk, visit, id, None)
}

/// The page with why it was not done.
pub fn refused(desk: &Desk, visit: &Visit, id: StoryId, failure: &Failure) -> Answer {
    Ok(show(desk, visit, id, Some(failure))?.with_status(failure.status()))
}

fn show(desk: &Desk, visit: &Visit, id: StoryId, failure: Option<&Failure>) -> Answer {
    let found = desk.store.read(|c| {
        let Some((story, revision)) = top::story(c, id)? else { return Ok(None) };
        let top = Top::new(desk, c, visit, &story, revision.as_ref(), "about")?;
        Ok(Some((story, revision, top)))
    })?;
    let (story, revision, top) = top::there(found)?;
    let name = |c: &news::Country| (desk.house.country)(*c);
    let names: Vec<&str> = story.about.iter().map(name).collect();
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
    // A picture's form comes back here too, and says nothing of these.
    let typed_in = failure.is_some() && visit.ticked("sector");
    let (given, was) = match typed_in {
        true => (typed(visit, false), typed(visit, true)),
        false => (given(desk, &story), given(desk, &story)),
    };
    let sector = |(slug, name, _): (&'static str, &'static str, &[&str])| (slug, name, slug == given.sector);
    super::page(&Page {
        shell: match failure {
            Some(failure) => shell.refused(failure.words()),
            None => shell,
        },
        top,
        sectors: news::sector::DEFAULT.map(sector).into(),
        names: names.join(", "),
        filed: filed(desk, &story),
        genres: GENRES.map(|(genre, name)| (genre.word(), name, genre.word() == given.genre)).into(),
        given,
        was,
        zone: desk.house.zone.clone(),
        urgency: urgency(story.urgency),
        editions: editions(desk, visit, &story, typed_in)?,
        said: desk.store.read(|c| said(c, id))?,
        out: story.stage == news::stage::Stage::Published,
        reason: story.sector_reason,
        sensitive: story.sensitive,
        noindex: story.noindex,
        picture,
        base,
    })
}

/// What a story can be, with its name.
pub const GENRES: [(Genre, &str); 3] =
    [(Genre::News, "News"), (Genre::Analysis, "Analysis"), (Genre::Explainer, "Explainer")];

/// Place and country of its dateline, for people.
fn filed(desk: &Desk, story: &Story) -> String {
    let country = story.filed_from.map(|c| (desk.house.country)(c)).unwrap_or_default();
    let words: Vec<&str> = [story.dateline_place.as_str(), country].into_iter().filter(|w| !w.is_empty()).collect();
    words.join(", ")
}

/// The fields as they stand.
fn given(desk: &Desk, story: &Story) -> Given {
    let codes: Vec<&str> = story.about.iter().map(news::Country::code).collect();
    Given {
        sector: story.sector.slug().into(),
        about: codes.join(", "),
        place: story.dateline_place.clone(),
        filed_from: story.filed_from.map(|c| c.code().to_owned()).unwrap_or_default(),
        genre: story.genre.word().into(),
        byline: story.byline.clone(),
        slug: story.slug.clone(),
        embargo: story.embargo.map(|at| local(desk, at)).unwrap_or_default(),
        reason: String::new(),
    }
}

/// The fields as they were typed: `was` true for what they showed before that.
fn typed(visit: &Visit, was: bool) -> Given {
    let field = |name: &str| visit.field(&format!("{name}{}", if was { "-was" } else { "" })).to_owned();
    Given {
        sector: field("sector"),
        about: field("about"),
        place: field("place"),
        filed_from: field("filed-from"),
        genre: field("genre"),
        byline: field("byline"),
        slug: field("slug"),
        embargo: field("embargo"),
        reason: field("reason"),
    }
}

/// The editions in its language: which it is in, and who says so.
fn editions(desk: &Desk, visit: &Visit, story: &Story, typed: bool) -> store::Result<Vec<InEdition>> {
    let by_itself = Story { placed: Vec::new(), ..story.clone() };
    let all = desk.arrangement()?.editions.into_iter().filter(|e| e.lang.primary() == story.lang.primary());
    let line = |edition: Edition| {
        let said = story.placed.iter().find(|place| place.edition == edition.slug);
        let was = said.map_or("", |place| if place.inside { "yes" } else { "no" });
        let sent = visit.field(&format!("in-{}", edition.slug)).to_owned();
        InEdition {
            holds: edition.holds(&Standing::of(story)),
            by_itself: edition.holds(&Standing::of(&by_itself)),
            given: if typed { sent } else { was.to_owned() },
            was,
            edition,
        }
    };
    Ok(all.map(line).collect())
}

/// What the wire says of its urgency, in words (IPTC, 1 to 9).
pub fn urgency(urgency: Option<u8>) -> String {
    match urgency {
        None => String::new(),
        Some(n @ ..=3) => format!("urgent ({n} of 9)"),
        Some(n @ 4..=6) => format!("routine ({n} of 9)"),
        Some(n) => format!("for later ({n} of 9)"),
    }
}
