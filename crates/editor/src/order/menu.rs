//! Say what the menu has: which sectors in which order, and which links beside them.

use news::{
    Hash, Sector,
    edition::{Arranged, Arrangement, Link},
    mark::may_lead,
};

use super::{arrange, line};
use crate::{Desk, failure::Failure, reply::Reply, route::Answer, screen::menu::refused, visit::Visit};

/// Links beside the sectors.
const LINKS: usize = 20;

/// Characters of a link's words.
const NAME: usize = 40;

/// Bytes of its address.
const URL: usize = 500;

/// What is said where a colleague was quicker.
const MEANWHILE: &str = "Somebody arranged the menu meanwhile. Open it again under House, and see how it is now.";

/// Does what the pressed button says.
pub fn menu(desk: &Desk, visit: &Visit) -> Answer {
    let done = match visit.field("do") {
        "save" => save(desk, visit),
        "settings" => arrange(desk, visit, |_, _, over| {
            Ok(Ok((Arranged { menu: None, sectors: None, ..over }, "menu as dateline.toml has it".into())))
        }),
        _ => Err(Failure::NotFound),
    };
    match done {
        Ok(()) => Ok(Reply::see("/desk/house?done=house")),
        Err(failure) => refused(desk, visit, &failure),
    }
}

/// The name of the menu as it stands, which the form carries: who saves has seen it.
pub fn seen(now: &Arrangement) -> String {
    Hash::of(&serde_json::to_vec(&(&now.menu, &now.sectors)).unwrap_or_default()).hex()
}

fn save(desk: &Desk, visit: &Visit) -> Result<(), Failure> {
    let (links, sectors, base) = (links(visit)?, sectors(visit), visit.field("base").to_owned());
    let listed = |all: Vec<&str>| if all.is_empty() { "none".to_owned() } else { all.join(", ") };
    let told = format!(
        "menu: sectors {}; links {}",
        listed(sectors.iter().map(Sector::slug).collect()),
        listed(links.iter().map(|l| l.name.as_str()).collect()),
    );
    arrange(desk, visit, move |_, now, over| {
        if seen(&now) != base {
            return Ok(Err(MEANWHILE.into()));
        }
        Ok(Ok((Arranged { menu: Some(links), sectors: Some(sectors), ..over }, told)))
    })
}

/// The place that a row asks for. Of two that ask for one place the one that moved there is first where it came from behind, and
/// last where it came from before. Rows without a place come last.
fn place(now: &str, was: &str) -> f64 {
    let number = |text: &str| text.trim().replace(',', ".").parse::<f64>().ok().filter(|n| n.is_finite());
    let Some(now) = number(now) else { return f64::MAX };
    match number(was) {
        Some(was) if now > was => now + 0.5,
        Some(was) if now == was => now,
        _ => now - 0.5,
    }
}

/// The sectors that are ticked, by the places that they were given.
fn sectors(visit: &Visit) -> Vec<Sector> {
    let ticked = visit.fields("sector").filter_map(Sector::of_house);
    let of = |s: &Sector| {
        let field = |end: &str| visit.field(&format!("place-{}{end}", s.slug()));
        place(field(""), field("-was"))
    };
    let mut found: Vec<(f64, Sector)> = ticked.map(|s| (of(&s), s)).collect();
    found.sort_by(|a, b| a.0.total_cmp(&b.0));
    found.into_iter().map(|(_, sector)| sector).collect()
}

/// The links of the rows that are not empty.
fn links(visit: &Visit) -> Result<Vec<Link>, Failure> {
    let rows = visit.fields("name").zip(visit.fields("url")).zip(visit.fields("place")).zip(visit.fields("place-was"));
    let mut found: Vec<(f64, Link)> = Vec::new();
    for (((name, url), at), was) in rows {
        let (name, url) = (line(name), url.trim().to_owned());
        if name.is_empty() && url.is_empty() {
            continue;
        }
        if name.is_empty() || name.chars().count() > NAME {
            return Err(Failure::Wrong(format!("Give the link to {url} its words, of {NAME} characters at most.")));
        }
        if !may_lead(&url) || url.len() > URL {
            return Err(Failure::Wrong(format!(
                "“{name}” leads nowhere: a link has a path of this site such as /opinion, or an address that begins with https:// or mailto:."
            )));
        }
        found.push((place(at, was), Link { name, url }));
    }
    if found.len() > LINKS {
        return Err(Failure::Wrong(format!("A menu has {LINKS} links at most.")));
    }
    found.sort_by(|a, b| a.0.total_cmp(&b.0));
    Ok(found.into_iter().map(|(_, link)| link).collect())
}
