//! Passwords: long rather than strange, kept as Argon2id (RFC 9106) with the parameters of the OWASP cheat sheet.

use argon2::{
    Argon2,
    password_hash::{PasswordHasher, PasswordVerifier},
};

use super::known::is_known;
use crate::failure::Failure;

/// Characters at least. The second factor is asked for in any case.
const LEAST: usize = 12;
/// Characters at most; more would only cost time.
const MOST: usize = 256;
/// Different characters at least.
const DIFFERENT: usize = 6;
/// Beginnings of the long passwords that everybody has, in lower case.
const COMMON: [&str; 16] = [
    "password",
    "passw0rd",
    "passwort",
    "motdepasse",
    "contraseña",
    "123456789",
    "987654321",
    "qwertyuiop",
    "qwertzuiop",
    "azertyuiop",
    "1q2w3e4r",
    "iloveyou",
    "letmein",
    "welcome",
    "administrator",
    "changeme",
];

/// Why a password will not do; `None` when it will. `names` are words that others would try first: their own, the house's.
pub fn fault(password: &str, names: &[&str]) -> Option<String> {
    let length = password.chars().count();
    let lower = password.to_lowercase();
    let mut signs: Vec<char> = lower.chars().collect();
    signs.sort_unstable();
    signs.dedup();
    let guessable = |word: &&str| word.chars().count() >= 4 && lower.contains(&word.to_lowercase());
    if length < LEAST {
        Some(format!("This password has {length} characters; {LEAST} are needed. A sentence is good."))
    } else if length > MOST {
        Some(format!("This password has {length} characters; {MOST} are the most."))
    } else if signs.len() < DIFFERENT || COMMON.iter().any(|common| lower.starts_with(common)) {
        Some("This is among the first passwords that others would try. Take a sentence of your own.".into())
    } else if is_known(password) {
        let why = "This password, or one much like it, seems to stand on a list of stolen ones, which others try first. Take a sentence of your own: \
                   another number at the end does not help.";
        Some(why.into())
    } else if repeats(&lower) {
        Some("This password says the same thing again and again. Take a sentence of your own.".into())
    } else if names.iter().any(guessable) {
        Some("Leave your own name, your address and the house’s name out of the password.".into())
    } else {
        None
    }
}

/// One short thing, again and again.
fn repeats(password: &str) -> bool {
    let signs: Vec<char> = password.chars().collect();
    let same = |every: usize| signs.iter().zip(signs.iter().skip(every)).all(|(one, next)| one == next);
    // With something between the two, the second begins one later than half way.
    (1..=signs.len().div_ceil(2)).any(same)
}

/// The hash to keep.
pub fn hash(password: &str) -> Result<String, Failure> {
    let salt = super::random::<16>()?;
    let hash = Argon2::default().hash_password_with_salt(password.as_bytes(), &salt);
    hash.map(|h| h.to_string()).map_err(|e| Failure::Broken(format!("the password could not be kept: {e}")))
}

/// Whether it is the password of that hash. Where nobody has the address the same work is done for nothing, so that the time
/// does not tell.
pub fn is_right(password: &str, hash: Option<&str>) -> bool {
    const NOBODY: &str =
        "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    let right = Argon2::default().verify_password(password.as_bytes(), hash.unwrap_or(NOBODY)).is_ok();
    right && hash.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_passwords_of_ones_own_will_do() {
        assert_eq!(fault("the ferry leaves at seven", &["Ida Okafor", "Gazette"]), None);
        assert_eq!(fault("नदी का पानी आज बढ़ गया", &[]), None);
        for bad in ["short", "aaaaaaaaaaaaaa", "password12345678", "Ida Okafor is here", "the gazette is good"] {
            assert!(fault(bad, &["Ida Okafor", "Gazette"]).is_some(), "{bad}");
        }
        for bad in ["thurgoodmarshall7", "green tea green tea", "LinzerTorteLinzerTorte"] {
            assert!(fault(bad, &[]).is_some(), "{bad}");
        }
        assert!(fault(&"abcdefgh ".repeat(40), &[]).is_some());
    }

    #[test]
    fn only_the_password_itself_is_right() {
        let kept = hash("the ferry leaves at seven").unwrap();
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(is_right("the ferry leaves at seven", Some(&kept)));
        assert!(!is_right("the ferry leaves at eight", Some(&kept)));
        assert!(!is_right("", None));
    }
}
