//! The house: editions, sectors, menu, who answers.

use askama::Template;
use news::{
    Sector,
    edition::{Arranged, Edition, Link},
    person::Role,
};

use crate::{Desk, route::Answer, screen::shell::Shell, visit::Visit};

struct Line {
    sector: Sector,
    /// Codes of IPTC Media Topics that it stands for.
    topics: String,
    stories: u64,
    /// Its place in the menu; empty where the menu leaves it out.
    place: String,
}

/// An edition with what is in it, in words.
struct Shown {
    edition: Edition,
    holds: String,
}

#[derive(Template)]
#[template(path = "house.html")]
struct Page<'a> {
    shell: Shell,
    editions: Vec<Shown>,
    menu: Vec<Link>,
    sectors: Vec<Line>,
    langs: String,
    zone: &'a str,
    responsible: &'a str,
    four_eyes: bool,
    redirects: bool,
    /// May arrange it.
    admin: bool,
    /// What people at the desk arranged, over the settings.
    over: Arranged,
}

/// The page.
pub fn page(desk: &Desk, visit: &Visit) -> Answer {
    let (counts, over, langs) =
        desk.store.read(|c| Ok((store::list::sectors(c)?, store::arranged::get(c)?, desk.house.desk.languages(c)?)))?;
    let now = desk.house.arrangement.with(over.clone());
    let stories = |slug: &str| counts.iter().find(|(s, _)| s.slug() == slug).map_or(0, |(_, n)| *n);
    let order = now.in_menu(news::sector::DEFAULT.iter().filter_map(|(slug, ..)| Sector::new(slug)).collect());
    let line = |(slug, _, topics): &(&str, &str, &[&str])| {
        let place = order.iter().position(|s| s.slug() == *slug).map(|at| (at + 1).to_string());
        let (topics, stories) = (topics.join(", "), stories(slug));
        Some(Line { sector: Sector::new(slug)?, topics, stories, place: place.unwrap_or_default() })
    };
    let role = visit.seat()?.person.role;
    let langs: Vec<&str> = langs.iter().map(news::Lang::tag).collect();
    let shell = Shell::new(desk, visit.seat.as_ref(), "House", "/desk/house").done(visit.asked("done"));
    let shown = |edition: Edition| Shown { holds: holds(desk, &edition), edition };
    super::page(&Page {
        shell,
        editions: now.editions.into_iter().map(shown).collect(),
        menu: now.menu,
        sectors: news::sector::DEFAULT.iter().filter_map(line).collect(),
        langs: langs.join(", "),
        zone: &desk.house.zone,
        responsible: &desk.house.responsible,
        four_eyes: desk.house.four_eyes,
        redirects: role >= Role::Editor,
        admin: role >= Role::Admin,
        over,
    })
}

/// What is in an edition, in words.
fn holds(desk: &Desk, edition: &Edition) -> String {
    let countries = edition.countries.iter().map(|c| (desk.house.country)(*c).to_owned());
    let limits: Vec<String> = countries.chain(edition.sectors.iter().map(|s| s.name().to_owned())).collect();
    match limits.is_empty() {
        true => format!("all stories in {}", edition.lang),
        false => format!("stories in {} on {}", edition.lang, limits.join(", ")),
    }
}
