//! Passkeys (WebAuthn): a browser is asked, its answer is checked. The device asks for finger, face or PIN each time,
//! so a passkey is two factors at once. What was asked is kept in the store, taken once, and bound to the browser by a
//! cookie.

use std::net::Ipv4Addr;

use news::{Hash, PersonId, Time, person::Person};
use ring::hmac;
use serde_json::Value;
use store::{
    Conn,
    ceremony::Ceremony,
    passkey::{NewPasskey, Passkey},
};
use webauthn_rp::{
    AuthenticatedCredential, DiscoverableAuthentication, DiscoverableAuthenticationServerState,
    DiscoverableCredentialRequestOptions, PublicKeyCredentialCreationOptions, Registration, RegistrationServerState,
    bin::{Decode, Encode},
    request::{
        AsciiDomain, PublicKeyCredentialDescriptor, RpId,
        auth::AuthenticationVerificationOptions,
        register::{
            CredProtect, Nickname, PublicKeyCredentialUserEntity, RegistrationVerificationOptions, UserHandle, Username,
        },
    },
    response::{
        AuthTransports, CredentialId,
        register::{CompressedPubKey, DynamicState, StaticState},
    },
};

use crate::{Desk, failure::Failure, visit::Visit};

/// Binds an answer to the browser that was asked.
const COOKIE: &str = "__Host-passkey";
/// So long a question can be answered.
const LASTS_MS: i64 = 5 * Time::MINUTE_MS;
/// Bytes of the name by which a device knows a person.
const HANDLE: usize = 32;

type Fixed = StaticState<CompressedPubKey<[u8; 32], [u8; 32], [u8; 48], Vec<u8>>>;
/// What is asked of a browser, and the cookie that goes with it.
pub type Asked = (Value, String);

/// What a right answer does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Adds a passkey.
    Add,
    /// Lets its person in.
    SignIn,
    /// Proves that it is they who sit there.
    Prove,
}

impl Kind {
    fn word(self) -> &'static str {
        match self {
            Self::Add => "add",
            Self::SignIn => "sign in",
            Self::Prove => "prove",
        }
    }

    /// Which signed-in browser is asked; none where the answer signs in.
    fn seat(self, visit: &Visit) -> Result<String, Failure> {
        Ok(if self == Self::SignIn { String::new() } else { visit.seat()?.sign_in.hash.hex() })
    }
}

/// The house as devices know it: by the host of its address. A passkey made for one host is never shown to another.
#[derive(Debug)]
pub struct Party {
    id: RpId,
    origin: String,
}

impl Party {
    /// The one of that address; `None` where it has no name, for browsers bind passkeys to names only.
    pub fn of(base_url: &str) -> Option<Self> {
        let plain = base_url.to_ascii_lowercase();
        let (scheme, host) = plain.split_once("://")?;
        // Browsers leave the scheme's own port out of what they call the origin.
        let usual = if scheme == "https" { ":443" } else { ":80" };
        let host = host.strip_suffix(usual).unwrap_or(host);
        let name = host.split(':').next().filter(|name| !name.is_empty() && !name.starts_with('['))?;
        if name.parse::<Ipv4Addr>().is_ok() {
            return None;
        }
        let id = RpId::Domain(AsciiDomain::try_from(name.to_owned()).ok()?);
        Some(Self { id, origin: format!("{scheme}://{host}") })
    }

    fn of_desk(desk: &Desk) -> Result<Self, Failure> {
        let why = "Passkeys need a desk whose address has a name: house.base_url in dateline.toml has none.";
        Self::of(&desk.house.base_url).ok_or_else(|| Failure::Wrong(why.into()))
    }
}

/// The browser is asked to make a passkey for whoever is signed in.
pub fn ask_for_new(desk: &Desk, visit: &Visit, known: Vec<Passkey>) -> Result<Asked, Failure> {
    let party = Party::of_desk(desk)?;
    let person = &visit.seat()?.person;
    let id = handle(&desk.key, person.id)?;
    let display_name = Nickname::try_from(person.name.as_str()).ok();
    let user = PublicKeyCredentialUserEntity { name: username(&person.email)?, id: &id, display_name };
    let known = known.into_iter().filter_map(descriptor).collect();
    let mut options = PublicKeyCredentialCreationOptions::passkey(&party.id, user, known);
    // Whatever a device thinks of it, no answer counts here for which it did not ask its person. To insist would shut
    // out devices that do not know the extension.
    options.extensions.cred_protect = CredProtect::None;
    let (state, ask) = options.start_ceremony().map_err(broken)?;
    let mut ask = serde_json::to_value(&ask).map_err(broken)?;
    if let Some(name) = ask.pointer_mut("/rp/name") {
        *name = desk.house.name.clone().into();
    }
    let cookie = keep(desk, visit, Kind::Add, state.encode().map_err(broken)?)?;
    Ok((ask, cookie))
}

/// The passkey that the browser made.
pub fn new(desk: &Desk, visit: &Visit, name: String) -> Result<NewPasskey, Failure> {
    let party = Party::of_desk(desk)?;
    let state = taken(desk, visit, Kind::Add)?;
    let state = RegistrationServerState::<HANDLE>::decode(state.as_slice()).map_err(broken)?;
    let answer = Registration::from_json_relaxed(visit.field("answer").as_bytes());
    let answer = answer.map_err(|_| refused(visit, "it cannot be read"))?;
    let origins = [party.origin.as_str()];
    let options = RegistrationVerificationOptions::<&str, &str> {
        allowed_origins: &origins,
        error_on_unsolicited_extensions: false,
        ..RegistrationVerificationOptions::default()
    };
    let made = state.verify(&party.id, &answer, &options).map_err(|e| refused(visit, &format!("{e:?}")))?;
    let Ok(fixed) = made.static_state().encode();
    let Ok(state) = made.dynamic_state().encode();
    let Ok(transports) = made.transports().encode();
    Ok(NewPasskey {
        person: visit.seat()?.person.id,
        credential: made.id().as_ref().to_vec(),
        name,
        fixed,
        state: state.to_vec(),
        transports: transports.into(),
    })
}

/// The browser is asked for any passkey that its person has here.
pub fn ask(desk: &Desk, visit: &Visit, kind: Kind) -> Result<Asked, Failure> {
    let party = Party::of_desk(desk)?;
    let (state, ask) = DiscoverableCredentialRequestOptions::passkey(&party.id).start_ceremony().map_err(broken)?;
    let ask = serde_json::to_value(&ask).map_err(broken)?;
    let cookie = keep(desk, visit, kind, state.encode().map_err(broken)?)?;
    Ok((ask, cookie))
}

/// Whose passkey answered.
#[derive(Debug)]
pub struct Proved {
    /// Who it is.
    pub person: Person,
    passkey: i64,
    before: Vec<u8>,
    after: Vec<u8>,
}

impl Proved {
    /// Notes the use, in the transaction that acts on it; false when the passkey or its person went meanwhile, or
    /// another answer of the same passkey was quicker.
    pub fn note(&self, c: &mut dyn Conn, now: Time) -> store::Result<bool> {
        let here = store::person::by_id(c, self.person.id)?.is_some_and(|p| p.left.is_none());
        Ok(here && store::passkey::used(c, self.passkey, &self.before, &self.after, now)?)
    }
}

/// Who answered, when the answer is right.
pub fn answered(desk: &Desk, visit: &Visit, kind: Kind) -> Result<Proved, Failure> {
    let party = Party::of_desk(desk)?;
    let state = taken(desk, visit, kind)?;
    let state = DiscoverableAuthenticationServerState::decode(state.as_slice()).map_err(broken)?;
    let answer = DiscoverableAuthentication::<HANDLE>::from_json_relaxed(visit.field("answer").as_bytes());
    let answer = answer.map_err(|_| refused(visit, "it cannot be read"))?;
    let (person, passkey) =
        whose(desk, answer.raw_id().as_ref())?.ok_or_else(|| refused(visit, "nobody here has it"))?;
    let id = handle(&desk.key, person.id)?;
    let fixed = Fixed::decode(passkey.fixed.as_slice()).map_err(broken)?;
    let before: [u8; 7] = passkey.state.as_slice().try_into().map_err(broken)?;
    let before = DynamicState::decode(before).map_err(broken)?;
    let mut known = AuthenticatedCredential::new(answer.raw_id(), &id, fixed, before).map_err(broken)?;
    let origins = [party.origin.as_str()];
    let options = AuthenticationVerificationOptions::<&str, &str> {
        allowed_origins: &origins,
        error_on_unsolicited_extensions: false,
        ..AuthenticationVerificationOptions::default()
    };
    // A counter that goes back means that somebody has a copy of the key: that is refused too.
    state.verify(&party.id, &answer, &mut known, &options).map_err(|e| refused(visit, &format!("{e:?}")))?;
    let Ok(after) = known.dynamic_state().encode();
    Ok(Proved { person, passkey: passkey.id, before: passkey.state, after: after.to_vec() })
}

/// A passkey with its person, unless they left.
fn whose(desk: &Desk, credential: &[u8]) -> Result<Option<(Person, Passkey)>, Failure> {
    let found = desk.store.read(|c| {
        let Some(passkey) = store::passkey::by_credential(c, credential)? else { return Ok(None) };
        Ok(store::person::by_id(c, passkey.person)?.map(|person| (person, passkey)))
    })?;
    Ok(found.filter(|(person, _)| person.left.is_none()))
}

/// The name by which devices know a person: always the same, and nothing that says who it is.
fn handle(key: &hmac::Key, person: PersonId) -> Result<UserHandle<HANDLE>, Failure> {
    let tag = hmac::sign(key, format!("passkey {person}").as_bytes());
    let bytes: [u8; HANDLE] = tag.as_ref().try_into().map_err(broken)?;
    let Ok(handle) = UserHandle::<HANDLE>::decode(bytes);
    Ok(handle)
}

/// The name that a device shows beside the house's. Not every e-mail address is one.
fn username(email: &str) -> Result<Username<'_>, Failure> {
    let short = |name: &&str| name.len() <= 64;
    let names = [Some(email), email.split('@').next(), Some("desk")];
    let names = names.into_iter().flatten().filter(short);
    let mut fit = names.filter_map(|name| Username::try_from(name).ok());
    fit.next().ok_or_else(|| Failure::Broken("a passkey found no name for its person".into()))
}

/// A passkey as a device knows it, so that it does not make a second one.
fn descriptor(passkey: Passkey) -> Option<PublicKeyCredentialDescriptor<Vec<u8>>> {
    let transports = AuthTransports::decode(u8::try_from(passkey.transports).ok()?).ok()?;
    let id = CredentialId::<Vec<u8>>::decode(passkey.credential).ok()?;
    Some(PublicKeyCredentialDescriptor { id, transports })
}

/// Keeps what was asked; the cookie of the browser that was.
fn keep(desk: &Desk, visit: &Visit, kind: Kind, state: Vec<u8>) -> Result<String, Failure> {
    let (token, hash) = super::token()?;
    let (kind, seat, now) = (kind.word().to_owned(), kind.seat(visit)?, visit.now);
    let asked = Ceremony { hash, kind, seat, state, expires: now.plus_ms(LASTS_MS) };
    desk.store.write_unsynced(move |c| store::ceremony::put(c, &asked, now))?;
    Ok(format!("{COOKIE}={token}; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age={}", LASTS_MS / 1000))
}

/// Takes the cookie back.
pub fn over() -> String {
    format!("{COOKIE}=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0")
}

/// What this browser was asked, once. It is read first: who makes cookies up does not get to the store's writer.
fn taken(desk: &Desk, visit: &Visit, kind: Kind) -> Result<Vec<u8>, Failure> {
    let late =
        || Failure::Wrong("That took too long, or another window of this browser was quicker. Try again.".into());
    let (hash, seat, now) = (Hash::of(visit.cookie(COOKIE).as_bytes()), kind.seat(visit)?, visit.now);
    let open = |asked: &Ceremony| asked.kind == kind.word() && asked.seat == seat && now < asked.expires;
    let asked = desk.store.read(|c| store::ceremony::by_hash(c, hash))?.filter(open).ok_or_else(late)?;
    if desk.store.write(move |c| store::ceremony::take(c, hash))? { Ok(asked.state) } else { Err(late()) }
}

/// One sentence for whatever was wrong; the log says what. An answer may quote anything, at any length.
pub fn refused(visit: &Visit, why: &str) -> Failure {
    let why: String = why.chars().take(200).collect();
    tracing::warn!(client = %visit.client, "the answer of a passkey was refused: {why}");
    Failure::Wrong("This passkey was not taken. Try once more, or use password and code.".into())
}

fn broken(why: impl std::fmt::Debug) -> Failure {
    Failure::Broken(format!("passkeys: {why:?}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_house_with_a_name_can_have_passkeys() {
        for (url, name, origin) in [
            ("https://ledger.example", "ledger.example", "https://ledger.example"),
            ("https://Ledger.Example:443", "ledger.example", "https://ledger.example"),
            ("https://ledger.example:8443", "ledger.example", "https://ledger.example:8443"),
            ("http://localhost:8080", "localhost", "http://localhost:8080"),
            ("http://localhost:80", "localhost", "http://localhost"),
        ] {
            let party = Party::of(url).unwrap();
            assert_eq!((party.id.as_ref(), party.origin.as_str()), (name, origin), "{url}");
        }
        for url in
            ["http://127.0.0.1:8080", "https://[::1]", "https://", "ledger.example", "https://zeitung-köln.example"]
        {
            assert!(Party::of(url).is_none(), "{url}");
        }
    }

    #[test]
    fn a_device_is_told_no_more_of_a_person_than_it_must() {
        let key = hmac::Key::new(hmac::HMAC_SHA256, b"one house");
        let one = handle(&key, PersonId(1)).unwrap();
        assert_eq!(one, handle(&key, PersonId(1)).unwrap());
        assert_ne!(one, handle(&key, PersonId(2)).unwrap());
        assert_eq!(username("ida@ledger.example").unwrap().as_ref(), "ida@ledger.example");
        assert_eq!(username(&format!("ida@{}.example", "x".repeat(80))).unwrap().as_ref(), "ida");
    }
}
