//! Whose token it is, and whether it will do.

use axum::http::{HeaderMap, header};
use news::{Hash, Time, scope::Scope};
use store::token::Token;

use super::PREFIX;
use crate::{Desk, failure::Failure};

/// How exactly the last use is noted.
const NOTED_MS: i64 = Time::MINUTE_MS;

const NONE: &str = "Send a token: `Authorization: Bearer dl_…`. An admin makes one at /desk/tokens.";
const VOID: &str = "This token holds no longer, or never did. An admin makes a new one at /desk/tokens.";

/// The token of a request, while it holds and has the scope. Cookies are not looked at: what a browser sends by itself
/// is no program's order.
pub fn bearer(desk: &Desk, headers: &HeaderMap, needed: Scope, now: Time) -> Result<Token, Failure> {
    let sent = headers.get(header::AUTHORIZATION).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let (scheme, key) = sent.split_once(' ').unwrap_or((sent, ""));
    let key = key.trim();
    if !scheme.eq_ignore_ascii_case("bearer") || !key.starts_with(PREFIX) {
        return Err(Failure::Token(NONE));
    }
    let hash = Hash::of(key.as_bytes());
    let token = desk.store.read(|c| store::token::open(c, hash, now))?.ok_or(Failure::Token(VOID))?;
    desk.limit.take(token.id).map_err(Failure::TooMany)?;
    if !token.scopes.contains(&needed) {
        return Err(Failure::Scope { needed: needed.word(), has: Scope::line(&token.scopes) });
    }
    if token.used.is_none_or(|at| now >= at.plus_ms(NOTED_MS)) {
        let id = token.id;
        desk.store.write_unsynced(move |c| store::token::used(c, id, now))?;
    }
    Ok(token)
}
