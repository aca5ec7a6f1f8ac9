//! One-time codes from a phone (RFC 6238), and the codes on paper for whoever loses the phone.

use news::{Hash, PersonId, Time};
use store::Conn;
use totp_rs::{Builder, Secret, Totp};

use crate::failure::Failure;

/// Recovery codes at once.
const CODES: usize = 10;
/// Letters and digits that nobody takes for one another.
const SIGNS: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz23456789x";

/// A new secret of 160 bits, base 32.
pub fn new_secret() -> Result<String, Failure> {
    Ok(Secret::from(super::random::<20>()?).to_base32())
}

fn totp(secret: &str, account: &str, issuer: &str) -> Option<Totp> {
    // A colon would end the name in the phone's list.
    let plain = |name: &str| name.replace(':', " ");
    let secret = Secret::try_from_base32(secret).ok()?;
    Builder::new().with_secret(secret).with_account_name(plain(account)).with_issuer(Some(plain(issuer))).build().ok()
}

/// The step of a right code; `None` when it is wrong. The last one and the next hold too: clocks differ.
pub fn step(secret: &str, code: &str, now: Time) -> Option<u64> {
    let digits: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    let seconds = u64::try_from(now.ms() / 1000).ok()?;
    totp(secret, "x", "x")?.check(&digits, seconds)
}

/// The secret as a picture for the phone's camera (SVG); empty when it cannot be drawn.
pub fn picture(secret: &str, account: &str, issuer: &str) -> String {
    let address = totp(secret, account, issuer).and_then(|t| t.to_url().ok());
    let Some(code) = address.and_then(|a| qrcode::QrCode::new(a).ok()) else { return String::new() };
    let width = code.width();
    // Black on white in any scheme: cameras want it so. Drawn here as one path, for the page's policy allows no style in it.
    let mut path = String::new();
    for (at, colour) in code.to_colors().into_iter().enumerate() {
        if colour == qrcode::Color::Dark {
            path.push_str(&format!("M{} {}h1v1h-1z", at % width + 4, at / width + 4));
        }
    }
    let side = width + 8;
    format!(
        "<svg viewBox=\"0 0 {side} {side}\" width=\"220\" height=\"220\" role=\"img\" aria-label=\"Code for your phone’s camera\" \
         shape-rendering=\"crispEdges\"><rect width=\"{side}\" height=\"{side}\" fill=\"#fff\"/><path d=\"{path}\" fill=\"#000\"/></svg>"
    )
}

/// The secret in groups of four, to be typed.
pub fn grouped(secret: &str) -> String {
    secret.as_bytes().chunks(4).map(|group| String::from_utf8_lossy(group)).collect::<Vec<_>>().join(" ")
}

/// New recovery codes, and the hashes to keep.
pub fn recovery() -> Result<(Vec<String>, Vec<Hash>), Failure> {
    let mut codes = Vec::with_capacity(CODES);
    for _ in 0..CODES {
        let signs: Vec<u8> =
            super::random::<12>()?.iter().filter_map(|b| SIGNS.get(usize::from(b % 32)).copied()).collect();
        let parts: Vec<_> = signs.chunks(4).map(String::from_utf8_lossy).collect();
        codes.push(parts.join("-"));
    }
    let hashes = codes.iter().map(|code| hash_of(code)).collect();
    Ok((codes, hashes))
}

fn hash_of(code: &str) -> Hash {
    let plain: String = code.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    Hash::of(plain.as_bytes())
}

/// Takes a code from the phone or one from paper; each is taken once.
pub fn take(c: &mut dyn Conn, person: PersonId, secret: &str, code: &str, now: Time) -> store::Result<bool> {
    match step(secret, code, now) {
        Some(step) => store::person::use_step(c, person, step),
        None => store::person::use_recovery_code(c, person, hash_of(code), now),
    }
}

/// What a phone with that secret shows.
#[cfg(test)]
pub fn shown(secret: &str, now: Time) -> String {
    totp(secret, "x", "x").unwrap().generate((now.ms() / 1000).cast_unsigned()).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_holds_for_its_time_and_those_beside_it() {
        let secret = new_secret().unwrap();
        let at = Time(1_764_500_000_000);
        let code = totp(&secret, "x", "x").unwrap().generate(1_764_500_000).to_string();
        let steps: Vec<_> = [-60, -30, 0, 30, 60].map(|s| step(&secret, &code, at.plus_ms(s * 1000)).is_some()).into();
        assert_eq!(steps.iter().filter(|held| **held).count(), 3, "{steps:?}");
        assert!(step(&secret, &format!("{} {}", &code[..3], &code[3..]), at).is_some(), "as phones show it");
        assert!(step(&secret, "", at).is_none() && step("!", &code, at).is_none());
    }

    #[test]
    fn recovery_codes_differ_and_are_read_as_people_type_them() {
        let (codes, hashes) = recovery().unwrap();
        assert_eq!(codes.len(), 10);
        assert_eq!(hash_of(&codes[0].to_uppercase().replace('-', " ")), hashes[0]);
        assert_ne!(hashes[0], hashes[1]);
    }

    #[test]
    fn the_picture_is_one_path_without_style() {
        let svg = picture(&new_secret().unwrap(), "ida@x.example", "The \"<Ledger>\"");
        assert!(svg.starts_with("<svg") && !svg.contains("style") && !svg.contains("Ledger"), "{svg}");
    }
}
