//! Let an address of the house lead elsewhere in it, or take that back.

use news::{StoryId, Time};
use store::{Store, redirect::Redirect};

use crate::{Desk, failure::Failure, reply::Reply, route::Answer, screen::redirects::refused, visit::Visit};

/// Bytes of an address.
const MOST: usize = 500;

/// Does what the pressed button says.
pub fn redirects(desk: &Desk, visit: &Visit) -> Answer {
    let done = match visit.field("do") {
        "put" => put(desk, visit),
        "drop" => take_back(desk, visit),
        _ => Err(Failure::NotFound),
    };
    match done {
        Ok(()) => Ok(Reply::see("/desk/redirects?done=done")),
        Err(failure) => refused(desk, visit, &failure),
    }
}

/// An address of this house and no other, as browsers send it; `None` when it is none.
fn address(given: &str) -> Option<String> {
    let given = given.trim();
    let plain = given.bytes().all(|b| b.is_ascii_graphic() && !b"\\\"<>?#".contains(&b));
    let escaped = if plain { given.to_owned() } else { escape(given)? };
    let ours = escaped.starts_with('/') && !escaped.starts_with("//") && escaped.len() > 1;
    (ours && escaped.len() <= MOST).then_some(escaped)
}

/// Letters of other scripts as they stand in an address. What is no part of a path stays out.
fn escape(given: &str) -> Option<String> {
    if given.chars().any(|c| c.is_control() || c.is_whitespace() || "\\\"<>?#".contains(c)) {
        return None;
    }
    let byte = |b: u8| if b.is_ascii() { char::from(b).to_string() } else { format!("%{b:02X}") };
    Some(given.bytes().map(byte).collect())
}

/// Which address leads where, who says so, and why.
#[derive(Clone, Copy, Debug)]
pub struct Lead<'a> {
    /// The address.
    pub path: &'a str,
    /// The number of a story, or an address of this house.
    pub target: &'a str,
    /// Who says so.
    pub who: &'a str,
    /// Why, for the log.
    pub reason: &'a str,
}

fn put(desk: &Desk, visit: &Visit) -> Result<(), Failure> {
    let (path, target, reason) = (visit.field("path"), visit.field("target"), visit.field("reason"));
    let who = visit.seat()?.person.name.as_str();
    lead(&desk.store, &Lead { path, target, who, reason }, visit.now).map(drop)
}

/// Lets an address of the house lead elsewhere in it; both as they are kept.
///
/// # Errors
/// A sentence for people where an address is none of the house, or no reason is given; the store's.
pub fn lead(store: &Store, lead: &Lead<'_>, now: Time) -> Result<(String, String), Failure> {
    let wrong = |why: &str| Failure::Wrong(why.to_owned());
    let path = address(lead.path).ok_or_else(|| {
        wrong("Give an address of this house that begins with a slash, such as /2019/05/library-opens.")
    })?;
    if path == "/desk" || path.starts_with("/desk/") {
        return Err(wrong("The desk’s own addresses lead nowhere else."));
    }
    let target = target(store, lead.target.trim())?;
    // The store holds no control signs.
    let words = lead.reason.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    let given = words.collect::<Vec<_>>().join(" ");
    if given.is_empty() {
        return Err(desk::Error::NoReason.into());
    }
    let told = format!("{path} leads to {target}: {given}");
    let (who, kept) = (lead.who.to_owned(), (path.clone(), target.clone()));
    let redirect = Redirect { path, target, who: who.clone(), at: now };
    let done = store.write(move |c| {
        let done = store::redirect::put(c, &redirect)?;
        if done {
            super::log(c, &who, "redirect", ("redirect", 0), &told, now)?;
        }
        Ok(done)
    })?;
    if done { Ok(kept) } else { Err(wrong("That leads on in its turn: give the address at the end.")) }
}

/// A story by its number, by the address that goes on to its own; else an address of this house.
fn target(store: &Store, given: &str) -> Result<String, Failure> {
    if let Ok(id) = given.parse::<StoryId>() {
        store.read(|c| store::story::by_id(c, id))?.ok_or(desk::Error::NoStory(id))?;
        return Ok(format!("/article/{id}"));
    }
    if given == "/" {
        return Ok("/".into());
    }
    let where_to = "Say where it leads: the number of a story, or an address of this house that begins with a slash.";
    address(given).ok_or_else(|| Failure::Wrong(where_to.into()))
}

fn take_back(desk: &Desk, visit: &Visit) -> Result<(), Failure> {
    let who = visit.seat()?.person.name.as_str();
    let gone = lead_no_more(&desk.store, visit.field("path"), who, "", visit.now)?;
    if gone { Ok(()) } else { Err(Failure::NotFound) }
}

/// Takes back that an address leads elsewhere; whether it did. The reason may be empty.
///
/// # Errors
/// The store's.
pub fn lead_no_more(store: &Store, path: &str, who: &str, reason: &str, now: Time) -> store::Result<bool> {
    let path = address(path).unwrap_or_else(|| path.to_owned());
    let reason = reason.split_whitespace().collect::<Vec<_>>().join(" ");
    let why = if reason.is_empty() { String::new() } else { format!(": {reason}") };
    let (told, who) = (format!("{path} leads nowhere else any more{why}"), who.to_owned());
    store.write(move |c| {
        let gone = store::redirect::drop(c, &path, now)?;
        if gone {
            super::log(c, &who, "redirect", ("redirect", 0), &told, now)?;
        }
        Ok(gone)
    })
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn an_address_is_one_of_this_house() {
        assert_eq!(address(" /2019/05/x ").as_deref(), Some("/2019/05/x"));
        assert_eq!(address("/2019/é").as_deref(), Some("/2019/%C3%A9"));
        for other in
            ["", "/", "x", "//x.example/", "https://x.example/", "/a?b=c", "/a#b", "/a b", "/a\\b", "/a\r\nb: c"]
        {
            assert_eq!(address(other), None, "{other:?}");
        }
    }
}
