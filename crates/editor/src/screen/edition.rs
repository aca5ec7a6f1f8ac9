//! The form of an edition.

use askama::Template;
use news::edition::Edition;

use crate::{Desk, failure::Failure, order::edition::seen, route::Answer, screen::shell::Shell, visit::Visit};

#[derive(Template)]
#[template(path = "edition.html")]
struct Page {
    shell: Shell,
    /// Its address before; empty for a new one.
    was: String,
    /// As it stood when the form was opened.
    base: String,
    slug: String,
    name: String,
    lang: String,
    zone: String,
    countries: String,
    /// Slug, name, whether it is ticked.
    sectors: Vec<(&'static str, &'static str, bool)>,
    reason: String,
    house_zone: String,
}

/// The form of the edition that `?edition=` names, or an empty one.
pub fn page(desk: &Desk, visit: &Visit) -> Answer {
    let asked = visit.asked("edition");
    let found = desk.arrangement()?.editions.into_iter().find(|e| e.slug == asked);
    if found.is_none() && !asked.is_empty() {
        return Err(Failure::NotFound);
    }
    show(desk, visit, found, None)
}

/// The form as it was sent, with why it was not done.
pub fn refused(desk: &Desk, visit: &Visit, failure: &Failure) -> Answer {
    Ok(show(desk, visit, None, Some(failure))?.with_status(failure.status()))
}

fn show(desk: &Desk, visit: &Visit, stored: Option<Edition>, failure: Option<&Failure>) -> Answer {
    let title = stored.as_ref().map_or("An edition", |e| e.name.as_str());
    let shell = Shell::new(desk, visit.seat.as_ref(), title, "/desk/house");
    let sent: Vec<&str> = visit.fields("sector").collect();
    let ticked = |slug: &str| match &stored {
        Some(edition) => edition.sectors.iter().any(|s| s.slug() == slug),
        None => sent.contains(&slug),
    };
    let field = |name: &str, kept: Option<String>| kept.unwrap_or_else(|| visit.field(name).to_owned());
    let of = |read: fn(&Edition) -> String| stored.as_ref().map(read);
    super::page(&Page {
        shell: match failure {
            Some(failure) => shell.refused(failure.words()),
            None => shell,
        },
        was: field("was", of(|e| e.slug.clone())),
        base: field("base", of(seen)),
        slug: field("slug", of(|e| e.slug.clone())),
        name: field("name", of(|e| e.name.clone())),
        lang: field("lang", of(|e| e.lang.to_string())),
        zone: field("zone", of(|e| e.zone.clone())),
        countries: field("countries", of(|e| codes(e).join(", "))),
        sectors: news::sector::DEFAULT.map(|(slug, name, _)| (slug, name, ticked(slug))).into(),
        reason: visit.field("reason").to_owned(),
        house_zone: desk.house.zone.clone(),
    })
}

fn codes(edition: &Edition) -> Vec<String> {
    edition.countries.iter().map(ToString::to_string).collect()
}
