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

/// A link with its place; an empty row has neither words nor address.
struct Linked {
    name: String,
    url: String,
    place: String,
    was: String,
}

#[derive(Template)]
#[template(path = "menu.html")]
struct Page {
    shell: Shell,
    sectors: Vec<Row>,
    links: Vec<Linked>,
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
    let empty = (links.len() + 1..=links.len() + EMPTY).map(|n| linked(n, Link::default(), n.to_string()));
    links.extend(empty.collect::<Vec<_>>());
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

fn linked(n: usize, Link { name, url }: Link, place: String) -> Linked {
    Linked { name, url, place, was: n.to_string() }
}

fn stored(desk: &Desk) -> Result<(Vec<Row>, Vec<Linked>), Failure> {
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
    let links = now.menu.into_iter().zip(1..).map(|(link, n)| linked(n, link, n.to_string()));
    Ok((rows, links.collect()))
}

fn typed(visit: &Visit) -> (Vec<Row>, Vec<Linked>) {
    let ticked: Vec<&str> = visit.fields("sector").collect();
    let row = |(slug, name, _): (&'static str, &'static str, &[&str])| {
        let field = |end: &str| visit.field(&format!("place-{slug}{end}")).to_owned();
        Row { slug, name, ticked: ticked.contains(&slug), place: field(""), was: field("-was") }
    };
    let rows = visit.fields("name").zip(visit.fields("url")).zip(visit.fields("place")).zip(visit.fields("place-was"));
    let link = |(((name, url), place), was): (((&str, &str), &str), &str)| Linked {
        name: name.into(),
        url: url.into(),
        place: place.into(),
        was: was.into(),
    };
    let links = rows.map(link).filter(|l| !l.name.is_empty() || !l.url.is_empty());
    (news::sector::DEFAULT.map(row).into(), links.collect())
}
