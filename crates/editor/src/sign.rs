//! Who somebody is: passwords, one-time codes, recovery codes, tokens, and how often one may try.

pub mod code;
pub mod cookie;
mod known;
pub mod link;
pub mod passkey;
pub mod password;
pub mod prove;
mod throttle;

use news::Hash;
use ring::{
    hmac,
    rand::{SecureRandom, SystemRandom},
};
use store::Store;

pub use link::{first_link, invite};
pub use throttle::Throttle;

use crate::failure::Failure;

/// Random bytes.
pub fn random<const N: usize>() -> Result<[u8; N], Failure> {
    let mut out = [0; N];
    let random = SystemRandom::new().fill(&mut out);
    random.map_err(|_| Failure::Broken("the system gives no random numbers".into()))?;
    Ok(out)
}

/// A token of 256 bits as 64 hex digits, and the hash by which the store knows it.
pub fn token() -> Result<(String, Hash), Failure> {
    let token: String = random::<32>()?.iter().map(|b| format!("{b:02x}")).collect();
    let hash = Hash::of(token.as_bytes());
    Ok((token, hash))
}

/// The house's own key, made once.
pub fn key(store: &Store) -> store::Result<hmac::Key> {
    const NAME: &str = "desk_key";
    let fresh = token().map(|(token, _)| token).map_err(|e| store::Error::Refused(e.to_string()))?;
    let kept = store.write(move |c| match store::setting::get(c, NAME)? {
        Some(kept) => Ok(kept),
        None => store::setting::set(c, NAME, &fresh).map(|()| fresh),
    })?;
    Ok(hmac::Key::new(hmac::HMAC_SHA256, kept.as_bytes()))
}
