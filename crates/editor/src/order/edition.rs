//! Make, change or take away an edition of the house.

use jiff::tz::TimeZone;
use news::{
    Country, Hash, Lang, Sector,
    edition::{Arranged, Edition},
};

use super::{arrange, line};
use crate::{Desk, failure::Failure, reply::Reply, route::Answer, screen::edition::refused, visit::Visit};

/// Characters of an edition's name.
const NAME: usize = 60;

/// Editions of a house.
const MOST: usize = 50;

/// What is said where a colleague was quicker.
const MEANWHILE: &str = "Somebody changed this edition meanwhile. Open it again under House, and see what it is now.";

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

/// The name of an edition as it stands, which a form carries: who saves has seen it.
pub fn seen(edition: &Edition) -> String {
    Hash::of(&serde_json::to_vec(edition).unwrap_or_default()).hex()
}

fn save(desk: &Desk, visit: &Visit) -> Result<(), Failure> {
    let new = of_form(desk, visit)?;
    let (was, base) = (visit.field("was").to_owned(), visit.field("base").to_owned());
    arrange(desk, visit, move |_, now, over| {
        let put = put(now.editions, new, &was, &base);
        Ok(put.map(|(editions, told)| (Arranged { editions: Some(editions), ..over }, told)))
    })
}

/// Puts an edition where one was, or behind the others where `was` is empty; and what that changes, in words.
fn put(mut all: Vec<Edition>, new: Edition, was: &str, base: &str) -> Result<(Vec<Edition>, String), String> {
    let about = format!("edition “{}” at /{}", new.name, new.slug);
    if was.is_empty() {
        if all.iter().any(|e| e.slug == new.slug) {
            return Err(format!("Another edition is at /{} already.", new.slug));
        }
        if all.len() >= MOST {
            return Err(format!("A house has {MOST} editions at most."));
        }
        let told: Vec<String> = new.told().iter().skip(2).map(|(what, value)| format!("{what} {value}")).collect();
        all.push(new);
        return Ok((all, format!("{about} made ({})", told.join("; "))));
    }
    let old = all.iter_mut().find(|e| e.slug == was && seen(e) == base).ok_or(MEANWHILE)?;
    let new = Edition { slug: was.to_owned(), ..new };
    let pairs = old.told().into_iter().zip(new.told());
    let changed = pairs.filter(|(a, b)| a.1 != b.1).map(|((what, a), (_, b))| format!("{what} {a} → {b}"));
    let told = changed.collect::<Vec<_>>().join("; ");
    *old = new;
    Ok((all, format!("{about} changed ({})", if told.is_empty() { "nothing" } else { &told })))
}

fn remove(desk: &Desk, visit: &Visit) -> Result<(), Failure> {
    let (was, base) = (visit.field("was").to_owned(), visit.field("base").to_owned());
    arrange(desk, visit, move |c, now, over| {
        let (gone, left): (Vec<_>, Vec<_>) = now.editions.into_iter().partition(|e| e.slug == was && seen(e) == base);
        let Some(gone) = gone.first() else { return Ok(Err(MEANWHILE.into())) };
        store::story::forget_edition(c, &gone.slug)?;
        let told = format!("edition “{}” at /{} taken away", gone.name, gone.slug);
        Ok(Ok((Arranged { editions: Some(left), ..over }, told)))
    })
}

/// The editions of the settings again; what people said of those that are none of them is forgotten.
fn settings(desk: &Desk, visit: &Visit) -> Result<(), Failure> {
    let stay: Vec<String> = desk.house.arrangement.editions.iter().map(|e| e.slug.clone()).collect();
    arrange(desk, visit, move |c, now, over| {
        for gone in now.editions.iter().filter(|e| !stay.contains(&e.slug)) {
            store::story::forget_edition(c, &gone.slug)?;
        }
        Ok(Ok((Arranged { editions: None, ..over }, "editions as dateline.toml has them".into())))
    })
}

/// The edition that the fields tell.
fn of_form(desk: &Desk, visit: &Visit) -> Result<Edition, Failure> {
    let wrong = |why: &str| Failure::Wrong(why.to_owned());
    let field = |name: &str| line(visit.field(name));
    let (slug, name, lang, zone) = (field("slug"), field("name"), Lang::new(&field("lang")), field("zone"));
    let slug = if visit.field("was").is_empty() { slug } else { visit.field("was").to_owned() };
    let begins = slug.starts_with(|c: char| c.is_ascii_alphanumeric());
    if Sector::new(&slug).is_none() || !begins || (desk.house.taken)(&slug) {
        return Err(wrong(
            "The address has 1 to 40 of a-z, 0-9 and -, and is no word that begins an address of the site already.",
        ));
    }
    if name.is_empty() || name.chars().count() > NAME {
        return Err(Failure::Wrong(format!("Give the name that readers know it by, of {NAME} characters at most.")));
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
    let sectors = visit.fields("sector").filter_map(Sector::of_house).collect();
    Ok(Edition { slug, name, lang, zone, countries: countries?, sectors })
}
