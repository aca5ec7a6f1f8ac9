//! Make a token.

use news::{Time, scope::Scope};
use store::{Error, Store, log::Entry, token::NewToken};

use super::PREFIX;
use crate::sign;

/// Characters of a token's name at most.
const NAME: usize = 40;

/// What somebody wants a token for.
#[derive(Clone, Debug)]
pub struct Wanted<'a> {
    /// What it is for, in a word or two: the log names it so.
    pub name: &'a str,
    /// What it may do.
    pub scopes: &'a [Scope],
    /// Days until it ends; `None` for one that holds until it is ended.
    pub days: Option<i64>,
    /// Who makes it.
    pub by: &'a str,
}

/// Makes and keeps a token; the token itself, which is nowhere else from then on.
///
/// # Errors
/// The store's; a refusal for a name that will not do or is taken, or for no scope; that the system gives no random
/// numbers.
pub fn make_token(store: &Store, wanted: &Wanted<'_>, now: Time) -> store::Result<String> {
    let name = name(wanted.name).map_err(|why| Error::Refused(why.into()))?;
    if wanted.scopes.is_empty() {
        return Err(Error::Refused("a token without a scope may do nothing: choose one at least".into()));
    }
    let mut scopes = wanted.scopes.to_vec();
    scopes.sort_unstable();
    scopes.dedup();
    let (random, _) = sign::token().map_err(|e| Error::Refused(e.to_string()))?;
    let key = format!("{PREFIX}{random}");
    let hash = news::Hash::of(key.as_bytes());
    let expires = wanted.days.map(|days| now.plus_ms(days.saturating_mul(Time::DAY_MS)));
    let (by, until) = (wanted.by.to_owned(), wanted.days.map_or("until it is ended".into(), |d| format!("{d} days")));
    store.write(move |c| {
        let new = NewToken { hash, name: &name, scopes: &scopes, by: &by, expires };
        let id = store::token::insert(c, &new, now)?;
        let reason = format!("{name} may {}, {until}", Scope::line(&scopes));
        let (act, thing) = ("token".into(), "token".into());
        store::log::add(c, &Entry { at: now, who: by, act, thing, thing_id: id, reason })
    })?;
    Ok(key)
}

/// The name with single spaces. Plain letters only: it stands in every row of the log that the token causes.
fn name(wanted: &str) -> Result<String, &'static str> {
    let name = wanted.split_whitespace().collect::<Vec<_>>().join(" ");
    let plain = name.chars().all(|c| c.is_ascii_alphanumeric() || " -_.".contains(c));
    if name.is_empty() || name.len() > NAME || !plain {
        return Err("name a token for what uses it, in at most 40 plain letters and digits: `planning calendar`");
    }
    Ok(name)
}

#[cfg(test)]
mod tests {
    #[test]
    fn names_are_plain() {
        assert_eq!(super::name("  planning   calendar ").as_deref(), Ok("planning calendar"));
        for bad in ["", " ", "a\u{202e}b", "<b>", &"a".repeat(41)] {
            assert!(super::name(bad).is_err(), "{bad}");
        }
    }
}
