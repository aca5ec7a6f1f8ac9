//! Make, change or take away an edition of the house.

use jiff::tz::TimeZone;
use news::{
    Country, Lang, Sector,
    edition::{Arranged, Edition},
};

use super::arrange;
use crate::{Desk, failure::Failure, reply::Reply, route::Answer, screen::edition::refused, visit::Visit};

/// Characters of an edition's name.
const NAME: usize = 60;

/// Editions of a house.
const MOST: usize = 50;

/// Does what the pressed button says.
pub fn edition(desk: &Desk, visit: &Visit) -> Answer {
    let done = match visit.field("do") {
        "save" => save(desk, visit),
        "remove" => remove(desk, visit),
        "settings" => settings(desk, visit),
        _ => Err(Failure::NotFound),
    };
    match done {
        Ok(()) => Ok(Reply::see("/desk/house?done=house")),
        Err(failure) => refused(desk, visit, &failure),
    }
}

fn save(desk: &Desk, visit: &Visit) -> Result<(), Failure> {
    let new = of_form(desk, visit)?;
    let was = visit.field("was").to_owned();
    let told = format!("edition “{}” at /{}: {}", new.name, new.slug, super::or(visit.field("reason"), "arranged"));
    arrange(desk, visit, &told, move |now| Ok(editions(put(now.editions, new, &was)?)))
}

/// Puts an edition where one was, or behind the others where `was` is empty.
fn put(mut all: Vec<Edition>, new: Edition, was: &str) -> Result<Vec<Edition>, String> {
    if all.iter().any(|e| e.slug == new.slug && e.slug != was) {
        return Err(format!("Another edition is at /{} already.", new.slug));
    }
    if let Some(at) = all.iter().position(|e| e.slug == was) {
        all.splice(at..=at, [new]);
    } else if !was.is_empty() {
        return Err("This edition was taken away meanwhile.".into());
    } else if all.len() >= MOST {
        return Err(format!("A house has {MOST} editions at most."));
    } else {
        all.push(new);
    }
    Ok(all)
}

fn editions(all: Vec<Edition>) -> Arranged {
    Arranged { editions: Some(all), ..Arranged::default() }
}

fn remove(desk: &Desk, visit: &Visit) -> Result<(), Failure> {
    let was = visit.field("was").to_owned();
    let told = format!("edition at /{was} taken away: {}", super::or(visit.field("reason"), "arranged"));
    arrange(desk, visit, &told, move |now| {
        let (gone, left): (Vec<_>, Vec<_>) = now.editions.into_iter().partition(|e| e.slug == was);
        if gone.is_empty() { Err("This edition was taken away already.".into()) } else { Ok(editions(left)) }
    })
}

fn settings(desk: &Desk, visit: &Visit) -> Result<(), Failure> {
    super::arranged(desk, visit, "editions as dateline.toml has them", |over| over.editions = None)
}

/// The edition that the fields tell.
fn of_form(desk: &Desk, visit: &Visit) -> Result<Edition, Failure> {
    let wrong = |why: &str| Failure::Wrong(why.to_owned());
    let line = |name: &str| visit.field(name).split_whitespace().collect::<Vec<_>>().join(" ");
    let (slug, name, lang, zone) = (line("slug"), line("name"), Lang::new(&line("lang")), line("zone"));
    if Sector::new(&slug).is_none() || (desk.house.taken)(&slug) {
        return Err(wrong(
            "The address has 1 to 40 of a-z, 0-9 and -, and is no word that begins an address of the site already.",
        ));
    }
    if name.is_empty() || name.chars().count() > NAME || name.chars().any(char::is_control) {
        return Err(wrong("Give the name that readers know it by, of 60 characters at most."));
    }
    if lang.is_und() {
        return Err(wrong("Give its language as a tag, such as en, fr or pt-BR."));
    }
    let zone = if zone.is_empty() { desk.house.zone.clone() } else { zone };
    if TimeZone::get(&zone).is_err() {
        return Err(wrong("Give its zone by name, such as Europe/Paris or Asia/Kolkata."));
    }
    let codes = visit.field("countries").split([',', ' ']).filter(|code| !code.is_empty());
    let countries: Result<Vec<Country>, _> = codes.map(|code| super::tags::country(desk, code)).collect();
    let known = |s: &Sector| news::sector::DEFAULT.iter().any(|(slug, ..)| *slug == s.slug());
    let sectors = visit.fields("sector").filter_map(Sector::new).filter(known).collect();
    Ok(Edition { slug, name, lang, zone, countries: countries?, sectors })
}
