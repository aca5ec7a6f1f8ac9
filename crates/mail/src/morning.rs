//! The morning mail of one person.

use askama::Template;
use news::{Time, person::Person};
use store::Store;

use crate::{
    Error, House, Letter, plain,
    section::{Section, gather},
};

/// What the subject counts at most.
const COUNTED: usize = 3;
/// Letters of a name.
const NAME: usize = 80;

#[derive(Template)]
#[template(path = "morning.txt")]
struct Text<'a> {
    head: &'a str,
    sections: &'a [Section],
    house: &'a str,
    account: &'a str,
}

#[derive(Template)]
#[template(path = "morning.html")]
struct Html<'a> {
    head: &'a str,
    sections: &'a [Section],
    house: &'a str,
    account: &'a str,
    light: &'a str,
    dark: &'a str,
}

/// What waits at the desk this morning, for that person. `None` when nothing waits for a person: an empty mail teaches people
/// to ignore it. What goes out by itself, or was merely odd, is told in a letter that is sent anyway, and is no reason for one.
///
/// # Errors
/// The store's.
pub fn letter(store: &Store, house: &House, person: &Person, now: Time) -> Result<Option<Letter>, Error> {
    let sections = store.read(|c| gather(c, house, person, now))?;
    if !sections.iter().any(|section| section.waits) {
        return Ok(None);
    }
    let (masthead, account) = (plain::line(&house.name, NAME), house.at("/desk/account"));
    let head = format!("Good morning, {}. This is what waits at the desk.", plain::line(&person.name, NAME));
    let [light, dark] = &house.accents;
    let text = Text { head: &head, sections: &sections, house: &masthead, account: &account }.render();
    let html = Html { head: &head, sections: &sections, house: &masthead, account: &account, light, dark }.render();
    let unmade = |error: askama::Error| Error::Permanent(format!("the letter cannot be made: {error}"));
    Ok(Some(Letter {
        from: house.from.clone(),
        reply_to: house.reply_to.clone(),
        name: person.name.clone(),
        to: person.email.clone(),
        subject: subject(house, &masthead, &sections, now),
        id: format!("morning.{}.{}", house.day(now), person.id),
        host: house.host().to_owned(),
        at: now,
        text: text.map_err(unmade)?,
        html: html.map_err(unmade)?,
        account,
    }))
}

/// `The Ledger, Monday 30 November: 4 held, 2 in review`.
fn subject(house: &House, masthead: &str, sections: &[Section], now: Time) -> String {
    let counted = |section: &Section| {
        let words = if section.count == 1 { section.counted.0 } else { section.counted.1 };
        format!("{} {words}", section.count)
    };
    let counts: Vec<String> = sections.iter().filter(|s| s.waits).take(COUNTED).map(counted).collect();
    format!("{masthead}, {}: {}", house.zoned(now).strftime("%A %-d %B"), counts.join(", "))
}
