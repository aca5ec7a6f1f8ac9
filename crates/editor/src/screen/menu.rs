//! The form of the menu.

use askama::Template;
use news::edition::Link;

use crate::{Desk, failure::Failure, order::menu::seen, route::Answer, screen::shell::Shell, visit::Visit};

/// Empty rows for new links.
const EMPTY: usize = 3;

struct Row {
    slug: &'static str,
    name: &'static str,
    /// Where it stands, from 1; empty where the menu has it not.
    place: String,
    /// Where it stood when the form was opened.
    was: String,
    ticked: bool,
}

#[derive(Template)]
#[template(path = "menu.html")]
struct Page {
    shell: Shell,
    sectors: Vec<Row>,
    links: Vec<Link>,
    reason: String,
    /// As it stood when the form was opened.
    base: String,
}

/// The form.
pub fn page(desk: &Desk, visit: &Visit) -> Answer {
    show(desk, visit, None)
}

/// The form as it was sent, with why it was not done.
pub fn refused(desk: &Desk, visit: &Visit, failure: &Failure) -> Answer {
    Ok(show(desk, visit, Some(failure))?.with_status(failure.status()))
}

fn show(desk: &Desk, visit: &Visit, failure: Option<&Failure>) -> Answer {
    let shell = Shell::new(desk, visit.seat.as_ref(), "Menu", "/desk/house");
    let (sectors, mut links) = if failure.is_some() { typed(visit) } else { stored(desk)? };
    let base = if failure.is_some() { visit.field("base").to_owned() } else { seen(&desk.arrangement()?) };
    links.extend(std::iter::repeat_n(Link::default(), EMPTY));
    super::page(&Page {
        shell: match failure {
            Some(failure) => shell.refused(failure.words()),
            None => shell,
        },
        sectors,
        links,
        reason: visit.field("reason").to_owned(),
        base,
    })
}

fn stored(desk: &Desk) -> Result<(Vec<Row>, Vec<Link>), Failure> {
    let now = desk.arrangement()?;
    let place = |slug: &str| match &now.sectors {
        Some(order) => order.iter().position(|s| s.slug() == slug),
        None => news::sector::DEFAULT.iter().position(|(s, ..)| *s == slug),
    };
    let row = |(slug, name, _): (&'static str, &'static str, &[&str])| {
        let place = place(slug).map(|at| (at + 1).to_string());
        let place = place.unwrap_or_default();
        Row { slug, name, ticked: !place.is_empty(), was: place.clone(), place }
    };
    let mut rows: Vec<Row> = news::sector::DEFAULT.map(row).into();
    rows.sort_by_key(|row| row.place.parse().unwrap_or(usize::MAX));
    Ok((rows, now.menu))
}

fn typed(visit: &Visit) -> (Vec<Row>, Vec<Link>) {
    let ticked: Vec<&str> = visit.fields("sector").collect();
    let row = |(slug, name, _): (&'static str, &'static str, &[&str])| {
        let field = |end: &str| visit.field(&format!("place-{slug}{end}")).to_owned();
        Row { slug, name, ticked: ticked.contains(&slug), place: field(""), was: field("-was") }
    };
    let link = |(name, url): (&str, &str)| Link { name: name.into(), url: url.into() };
    let links = visit.fields("name").zip(visit.fields("url")).filter(|(name, url)| !name.is_empty() || !url.is_empty());
    (news::sector::DEFAULT.map(row).into(), links.map(link).collect())
}
