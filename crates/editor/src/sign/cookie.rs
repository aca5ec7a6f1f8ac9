//! The two cookies: the signed-in browser's, and the one by which a browser is known that somebody signed in with before.

use news::PersonId;
use ring::hmac;

use crate::guard::COOKIE;

/// Not a way in: it only spares its person the limit that strangers share.
pub const KNOWN: &str = "__Host-known";
const YEAR_SECONDS: u32 = 31_536_000;

/// Sets the signed-in browser's cookie.
pub fn sign_in(token: &str) -> String {
    // Lax: a link in a mail must find its reader signed in. Forms of others carry no token.
    format!("{COOKIE}={token}; Path=/; Secure; HttpOnly; SameSite=Lax")
}

/// Takes it back.
pub fn sign_out() -> String {
    format!("{COOKIE}=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0")
}

/// Marks the browser as one of this person's; `password` is the kept hash, so that a new password is a new mark.
pub fn known(key: &hmac::Key, person: PersonId, password: &str) -> String {
    format!("{KNOWN}={}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age={YEAR_SECONDS}", mark(key, person, password))
}

/// Whether the cookie marks one of this person's browsers.
pub fn is_known(key: &hmac::Key, person: PersonId, password: &str, cookie: &str) -> bool {
    crate::guard::same(mark(key, person, password).as_bytes(), cookie.as_bytes())
}

fn mark(key: &hmac::Key, person: PersonId, password: &str) -> String {
    let tag = hmac::sign(key, format!("known {person} {password}").as_bytes());
    tag.as_ref().iter().map(|b| format!("{b:02x}")).collect()
}
