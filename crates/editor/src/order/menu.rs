//! Say what the menu has: which sectors in which order, and which links beside them.

use news::{
    Sector,
    edition::{Arranged, Link},
    mark::may_lead,
};

use super::arrange;
use crate::{Desk, failure::Failure, reply::Reply, route::Answer, screen::menu::refused, visit::Visit};

/// Links beside the sectors.
const LINKS: usize = 20;

/// Characters of a link's words.
const NAME: usize = 40;

/// Bytes of its address.
const URL: usize = 500;

/// Does what the pressed button says.
pub fn menu(desk: &Desk, visit: &Visit) -> Answer {
    let done = match visit.field("do") {
        "save" => save(desk, visit),
        "settings" => super::arranged(desk, visit, "menu as dateline.toml has it", |over| {
            (over.menu, over.sectors) = (None, None);
        }),
        _ => Err(Failure::NotFound),
    };
    match done {
        Ok(()) => Ok(Reply::see("/desk/house?done=house")),
        Err(failure) => refused(desk, visit, &failure),
    }
}

fn save(desk: &Desk, visit: &Visit) -> Result<(), Failure> {
    let (links, sectors) = (links(visit)?, sectors(visit));
    let told = format!("menu: {}", super::or(visit.field("reason"), "arranged"));
    arrange(desk, visit, &told, move |_| Ok(Arranged { menu: Some(links), sectors: Some(sectors), editions: None }))
}

/// The place that a row asks for; rows without one keep theirs behind those that have one.
fn place(text: &str) -> f64 {
    text.trim().replace(',', ".").parse().unwrap_or(f64::MAX)
}

/// The sectors that are ticked, by the places that they were given.
fn sectors(visit: &Visit) -> Vec<Sector> {
    let ticked = visit.fields("sector").filter_map(Sector::new);
    let known = ticked.filter(|s| news::sector::DEFAULT.iter().any(|(slug, ..)| *slug == s.slug()));
    let mut found: Vec<(f64, Sector)> =
        known.map(|s| (place(visit.field(&format!("place-{}", s.slug()))), s)).collect();
    found.sort_by(|a, b| a.0.total_cmp(&b.0));
    found.into_iter().map(|(_, sector)| sector).collect()
}

/// The links of the rows that are not empty.
fn links(visit: &Visit) -> Result<Vec<Link>, Failure> {
    let rows = visit.fields("name").zip(visit.fields("url")).zip(visit.fields("place"));
    let mut found: Vec<(f64, Link)> = Vec::new();
    for ((name, url), at) in rows {
        let (name, url) = (name.split_whitespace().collect::<Vec<_>>().join(" "), url.trim().to_owned());
        if name.is_empty() && url.is_empty() {
            continue;
        }
        let fits = !name.is_empty() && name.chars().count() <= NAME && !name.chars().any(char::is_control);
        if !fits {
            return Err(Failure::Wrong(format!("Give the link to {url} its words, of {NAME} characters at most.")));
        }
        if !may_lead(&url) || url.len() > URL {
            return Err(Failure::Wrong(format!(
                "“{name}” leads nowhere: a link has a path of this site such as /opinion, or an address that begins with https:// or mailto:."
            )));
        }
        found.push((place(at), Link { name, url }));
    }
    if found.len() > LINKS {
        return Err(Failure::Wrong(format!("A menu has {LINKS} links at most.")));
    }
    found.sort_by(|a, b| a.0.total_cmp(&b.0));
    Ok(found.into_iter().map(|(_, link)| link).collect())
}
