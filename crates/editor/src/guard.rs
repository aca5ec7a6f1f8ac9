//! Who may come in: the cookie's browser, the person's role, and that a form is ours.

use axum::http::{HeaderMap, header};
use news::{Hash, Time, person::Role};
use store::Store;

use crate::{
    failure::Failure,
    visit::{Seat, Visit},
};

/// The cookie of a signed-in browser. `__Host-`: set by this very host over a line that nobody reads.
pub const COOKIE: &str = "__Host-desk";
/// Says `off` where single letters are no keys.
pub const KEYS: &str = "__Host-keys";
/// A browser not used for so long is signed out.
pub const IDLE_MS: i64 = 12 * Time::HOUR_MS;
/// However busy, after so long one signs in again.
pub const LONGEST_MS: i64 = 7 * Time::DAY_MS;
/// How exactly the last use is noted: a write for every click would be one too many.
const NOTED_MS: i64 = Time::MINUTE_MS;

/// The seat of whoever's cookie it is. `used` is false for what a screen asks by itself: an open tab is nobody at work.
pub fn seat(store: &Store, visit: &Visit, used: bool) -> Result<Option<Seat>, Failure> {
    let token = visit.cookie(COOKIE);
    if token.is_empty() {
        return Ok(None);
    }
    let hash = Hash::of(token.as_bytes());
    let found = store.read(|c| {
        let Some(sign_in) = store::sign_in::by_hash(c, hash)? else { return Ok(None) };
        let Some(person) = store::person::by_id(c, sign_in.person)? else { return Ok(None) };
        let passkey = store::passkey::has(c, person.id)?;
        Ok(Some((person, sign_in, passkey)))
    })?;
    let now = visit.now;
    let lives = |(person, sign_in, _): &(news::person::Person, store::sign_in::SignIn, bool)| {
        person.left.is_none() && now < sign_in.seen.plus_ms(IDLE_MS) && now < sign_in.created.plus_ms(LONGEST_MS)
    };
    let Some((person, sign_in, passkey)) = found.filter(lives) else { return Ok(None) };
    if used && now >= sign_in.seen.plus_ms(NOTED_MS) {
        store.write_unsynced(move |c| store::sign_in::seen(c, hash, now))?;
    }
    let keys = visit.cookie(KEYS) != "off";
    Ok(Some(Seat { person, sign_in, token: token_of(token), keys, passkey }))
}

/// What the forms of a signed-in browser carry. Whoever does not know the cookie cannot make it.
fn token_of(cookie: &str) -> String {
    Hash::of(format!("form {cookie}").as_bytes()).hex()
}

/// Whether the seat may have what needs `needed`.
pub fn may(seat: Option<&Seat>, needed: Role) -> Result<(), Failure> {
    let seat = seat.ok_or(Failure::SignIn)?;
    if seat.person.role < needed {
        return Err(Failure::Role { needed, is: seat.person.role });
    }
    Ok(())
}

/// Whether a form comes from this desk: browsers say where a request comes from, and the form of a guarded address carries its
/// person's token.
pub fn is_ours(headers: &HeaderMap, visit: &Visit, guarded: bool) -> Result<(), Failure> {
    let value = |name: &str| headers.get(name).and_then(|v| v.to_str().ok());
    let from_here = match value("sec-fetch-site") {
        Some(site) => site == "same-origin" || site == "none",
        None => value(header::ORIGIN.as_str()).is_none_or(|origin| {
            let host = origin.split_once("://").map_or("", |(_, host)| host);
            Some(host) == value(header::HOST.as_str())
        }),
    };
    let token = |seat: &Seat| same(seat.token.as_bytes(), visit.field("token").as_bytes());
    if from_here && (!guarded || visit.seat.as_ref().is_some_and(token)) { Ok(()) } else { Err(Failure::Forged) }
}

/// Comparison that takes as long whether the first byte differs or the last.
pub fn same(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && a.iter().zip(b).fold(0, |differ, (a, b)| differ | (a ^ b)) == 0
}
