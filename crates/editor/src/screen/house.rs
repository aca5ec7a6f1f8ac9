//! The house as its settings make it: editions, sectors, menu, who answers.

use askama::Template;
use news::Sector;

use crate::{Desk, Edition, route::Answer, screen::shell::Shell, visit::Visit};

struct Line {
    sector: Sector,
    /// Codes of IPTC Media Topics that it stands for.
    topics: String,
    stories: u64,
}

#[derive(Template)]
#[template(path = "house.html")]
struct Page<'a> {
    shell: Shell,
    editions: &'a [Edition],
    menu: &'a [(String, String)],
    sectors: Vec<Line>,
    langs: String,
    zone: &'a str,
    responsible: &'a str,
    four_eyes: bool,
    redirects: bool,
}

/// The page.
pub fn page(desk: &Desk, visit: &Visit) -> Answer {
    let counts = desk.store.read(store::list::sectors)?;
    let stories = |slug: &str| counts.iter().find(|(s, _)| s.slug() == slug).map_or(0, |(_, n)| *n);
    let line = |(slug, _, topics): &(&str, &str, &[&str])| {
        Some(Line { sector: Sector::new(slug)?, topics: topics.join(", "), stories: stories(slug) })
    };
    let langs: Vec<&str> = desk.house.desk.langs.iter().map(news::Lang::tag).collect();
    super::page(&Page {
        shell: Shell::new(desk, visit.seat.as_ref(), "House", "/desk/house"),
        editions: &desk.house.editions,
        menu: &desk.house.menu,
        sectors: news::sector::DEFAULT.iter().filter_map(line).collect(),
        langs: langs.join(", "),
        zone: &desk.house.zone,
        responsible: &desk.house.responsible,
        four_eyes: desk.house.four_eyes,
        redirects: visit.seat()?.person.role >= news::person::Role::Editor,
    })
}
