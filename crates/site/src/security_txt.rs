//! `security.txt`, RFC 9116: whom to tell of a hole.

use news::Time;

use crate::{
    failure::Failure,
    moment,
    page::{Keep, Page},
    site::{Answer, Ask},
};

/// How long it holds; less than the year that the RFC allows.
const HOLDS_MS: i64 = 180 * Time::DAY_MS;

/// The file; none without a contact.
pub fn page(ask: &mut Ask<'_>) -> Answer {
    let house = &ask.site.house;
    let contact = house.security_contact.trim();
    if contact.is_empty() {
        return Err(Failure::NotFound);
    }
    let contact = if contact.contains(':') { contact.to_owned() } else { format!("mailto:{contact}") };
    // The same for a whole day, so that the file's name does not change with every question.
    let today = Time(ask.now.ms() - ask.now.ms().rem_euclid(Time::DAY_MS));
    let expires = moment::iso(today.plus_ms(HOLDS_MS), &jiff::tz::TimeZone::UTC).replace("+00:00", "Z");
    let text = format!(
        "Contact: {contact}\nExpires: {expires}\nPreferred-Languages: {}\nCanonical: {}\n",
        if house.lang.is_und() { "en" } else { house.lang.primary() },
        house.absolute("/.well-known/security.txt")
    );
    Ok(Page::of("text/plain; charset=utf-8", text.into_bytes(), Keep::Seconds(3600)))
}
