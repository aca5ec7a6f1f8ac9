//! Let an address of the house lead elsewhere in it, or take that back.

use news::StoryId;
use store::redirect::Redirect;

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

fn put(desk: &Desk, visit: &Visit) -> Result<(), Failure> {
    let wrong = |why: &str| Failure::Wrong(why.to_owned());
    let path = address(visit.field("path")).ok_or_else(|| {
        wrong("Give an address of this house that begins with a slash, such as /2019/05/library-opens.")
    })?;
    if path == "/desk" || path.starts_with("/desk/") {
        return Err(wrong("The desk’s own addresses lead nowhere else."));
    }
    let target = target(desk, visit.field("target").trim())?;
    let given = visit.field("reason").split_whitespace().collect::<Vec<_>>().join(" ");
    if given.is_empty() {
        return Err(desk::Error::NoReason.into());
    }
    let told = format!("{path} leads to {target}: {given}");
    let (who, now) = (visit.seat()?.person.name.clone(), visit.now);
    let redirect = Redirect { path, target, who: who.clone(), at: now };
    let done = desk.store.write(move |c| {
        let done = store::redirect::put(c, &redirect)?;
        if done {
            super::log(c, &who, "redirect", ("redirect", 0), &told, now)?;
        }
        Ok(done)
    })?;
    if done { Ok(()) } else { Err(wrong("That leads on in its turn: give the address at the end.")) }
}

/// A story by its number, by the address that goes on to its own; else an address of this house.
fn target(desk: &Desk, given: &str) -> Result<String, Failure> {
    if let Ok(id) = given.parse::<StoryId>() {
        desk.store.read(|c| store::story::by_id(c, id))?.ok_or(desk::Error::NoStory(id))?;
        return Ok(format!("/article/{id}"));
    }
    if given == "/" {
        return Ok("/".into());
    }
    let where_to = "Say where it leads: the number of a story, or an address of this house that begins with a slash.";
    address(given).ok_or_else(|| Failure::Wrong(where_to.into()))
}

fn take_back(desk: &Desk, visit: &Visit) -> Result<(), Failure> {
    let path = visit.field("path").to_owned();
    let (who, now) = (visit.seat()?.person.name.clone(), visit.now);
    let gone = desk.store.write(move |c| {
        let gone = store::redirect::drop(c, &path, now)?;
        if gone {
            super::log(c, &who, "redirect", ("redirect", 0), &format!("{path} leads nowhere else any more"), now)?;
        }
        Ok(gone)
    })?;
    if gone { Ok(()) } else { Err(Failure::NotFound) }
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
