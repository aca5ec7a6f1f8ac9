//! Passkeys, from a device that is made of software.

use news::{Hash, Time, person::Role};
use ring::{
    digest::{SHA256, digest},
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair},
};
use serde_json::{Value, json};

use super::room::{Browser, Page, Room};
use crate::sign::random;

/// Somebody touched it, and it saw who.
const PRESENT: u8 = 1;
const VERIFIED: u8 = 4;
/// A new key comes with it.
const ATTESTED: u8 = 0x40;

/// A device with one key, as the browser before it shows it to the desk.
struct Device {
    key: EcdsaKeyPair,
    id: [u8; 32],
    handle: String,
    count: u32,
    flags: u8,
    origin: &'static str,
    party: &'static str,
}

impl Device {
    fn new() -> Self {
        let (kind, chance) = (&ECDSA_P256_SHA256_ASN1_SIGNING, SystemRandom::new());
        let kept = EcdsaKeyPair::generate_pkcs8(kind, &chance).unwrap();
        Self {
            key: EcdsaKeyPair::from_pkcs8(kind, kept.as_ref(), &chance).unwrap(),
            id: random::<32>().unwrap(),
            handle: String::new(),
            count: 0,
            flags: PRESENT | VERIFIED,
            origin: "https://ledger.example",
            party: "ledger.example",
        }
    }

    /// What the browser says of the question.
    fn client(&self, kind: &str, asked: &Value) -> Vec<u8> {
        let challenge = asked["challenge"].as_str().unwrap();
        let origin = self.origin;
        format!(r#"{{"type":"{kind}","challenge":"{challenge}","origin":"{origin}","crossOrigin":false}}"#).into_bytes()
    }

    /// What the device says of itself.
    fn says(&mut self, flags: u8, more: &[u8]) -> Vec<u8> {
        self.count += 1;
        let mut out = digest(&SHA256, self.party.as_bytes()).as_ref().to_vec();
        out.push(flags);
        out.extend(self.count.to_be_bytes());
        out.extend(more);
        out
    }

    /// A new key (CBOR: "none" attestation, COSE key).
    fn made(&mut self, asked: &Value) -> String {
        self.handle = asked["user"]["id"].as_str().unwrap().to_owned();
        let point = self.key.public_key().as_ref().to_vec();
        let mut key = vec![0; 16];
        key.extend([0, 32]);
        key.extend(self.id);
        key.extend([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]);
        key.extend(&point[1..33]);
        key.extend([0x22, 0x58, 0x20]);
        key.extend(&point[33..65]);
        let says = self.says(self.flags | ATTESTED, &key);
        let mut attestation = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58".to_vec();
        attestation.push(u8::try_from(says.len()).unwrap());
        attestation.extend(says);
        let response = json!({
            "clientDataJSON": base64(&self.client("webauthn.create", asked)),
            "attestationObject": base64(&attestation),
            "transports": ["internal"],
        });
        self.answer(&response)
    }

    /// The key signs.
    fn signed(&mut self, asked: &Value) -> String {
        let (client, says) = (self.client("webauthn.get", asked), self.says(self.flags, &[]));
        let signed = [says.as_slice(), digest(&SHA256, &client).as_ref()].concat();
        let signature = self.key.sign(&SystemRandom::new(), &signed).unwrap();
        let response = json!({
            "clientDataJSON": base64(&client),
            "authenticatorData": base64(&says),
            "signature": base64(signature.as_ref()),
            "userHandle": self.handle,
        });
        self.answer(&response)
    }

    fn answer(&self, response: &Value) -> String {
        let id = base64(&self.id);
        json!({
            "id": id, "rawId": id, "type": "public-key", "authenticatorAttachment": "platform",
            "clientExtensionResults": {}, "response": response, "of a newer browser": 1,
        })
        .to_string()
    }
}

/// Base64url without padding.
fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut out = String::new();
    for three in bytes.chunks(3) {
        let number = three.iter().fold(0_u32, |n, b| n << 8 | u32::from(*b)) << (8 * (3 - three.len()));
        for sign in 0..=three.len() {
            out.push(char::from(SIGNS[(number >> (18 - 6 * sign) & 63) as usize]));
        }
    }
    out
}

const ADD: &str = "/desk/account/passkey";
const IN: &str = "/desk/in/passkey";
const PROVE: &str = "/desk/prove";
const NAME: (&str, &str) = ("name", "my laptop");

fn ask(room: &Room, browser: &mut Browser, path: &str) -> Value {
    let page = room.post(browser, &format!("{path}/begin"), &[NAME]);
    assert_eq!(page.status, 200, "{path}: {}", page.body);
    serde_json::from_str(&page.body).unwrap()
}

fn answer(room: &Room, browser: &mut Browser, path: &str, answer: &str) -> Page {
    room.post(browser, &format!("{path}/finish"), &[NAME, ("to", "/desk/log"), ("answer", answer)])
}

/// Somebody adds the device's key to their account.
fn add(room: &Room, browser: &mut Browser, device: &mut Device) -> Page {
    let asked = ask(room, browser, ADD);
    let made = device.made(&asked);
    answer(room, browser, ADD, &made)
}

/// Question and answer for what is there already.
fn show(room: &Room, browser: &mut Browser, path: &str, device: &mut Device) -> Page {
    let asked = ask(room, browser, path);
    let signed = device.signed(&asked);
    answer(room, browser, path, &signed)
}

/// Ida with a passkey, and her device.
fn with_passkey(room: &Room) -> (Browser, Device) {
    let (mut ida, mut device) = (room.somebody("Ida Okafor", Role::Editor), Device::new());
    let added = add(room, &mut ida, &mut device);
    assert_eq!(added.status, 200, "{}", added.body);
    (ida, device)
}

fn stranger(client: u8) -> Browser {
    Browser { client, ..Browser::default() }
}

fn refused(page: &Page) {
    assert!(page.status == 422 && page.body.contains("\"why\""), "{} {}", page.status, page.body);
    assert!(!page.headers.iter().any(|(_, value)| value.starts_with("__Host-desk=")), "it let them in");
}

#[test]
fn a_passkey_is_added_and_signs_in_like_password_and_code() {
    let room = Room::new();
    let (ida, mut device) = with_passkey(&room);
    let account = room.get(&ida, "/desk/account").body;
    assert!(account.contains("my laptop") && account.contains("Add a passkey"), "{account}");
    let mut browser = stranger(2);
    let page = show(&room, &mut browser, IN, &mut device);
    assert_eq!((page.status, page.body.as_str()), (200, r#"{"to":"/desk/log"}"#));
    let cookies: Vec<&str> = browser.cookies.iter().filter(|(_, v)| !v.is_empty()).map(|(n, _)| n.as_str()).collect();
    assert_eq!(cookies, ["__Host-desk", "__Host-known"]);
    let desk = room.get(&browser, "/desk");
    assert!(desk.status == 200 && desk.body.contains("Ida Okafor"));
    let log = room.store.read(|c| store::log::of(c, "person", 1)).unwrap();
    let acts: Vec<&str> = log.iter().map(|e| e.act.as_str()).collect();
    assert_eq!(acts, ["join", "sign in", "passkey", "sign in"]);
    assert!(room.get(&ida, "/desk/account").body.matches("<time").count() >= 4, "added and last used are shown");
    let before = browser.clone();
    assert_eq!(show(&room, &mut browser, IN, &mut device).status, 200);
    assert_eq!(room.get(&before, "/desk").status, 303, "the cookie before is worth nothing");
}

#[test]
fn a_passkey_takes_the_place_of_a_code() {
    let room = Room::new();
    let (mut ida, mut device) = with_passkey(&room);
    room.pass(11 * Time::MINUTE_MS);
    assert!(room.get(&ida, "/desk/account").body.contains("Use a passkey"));
    assert_eq!(room.post(&mut ida, "/desk/account", &[("do", "codes")]).status, 403);
    assert_eq!(room.post(&mut ida, &format!("{ADD}/begin"), &[NAME]).status, 403, "a second one wants proof too");
    assert_eq!(show(&room, &mut ida, PROVE, &mut device).status, 200);
    assert_eq!(room.post(&mut ida, "/desk/account", &[("do", "codes")]).status, 200);
    assert!(!room.get(&ida, "/desk/account").body.contains("Use a passkey"), "nothing is wanted now");
    room.pass(11 * Time::MINUTE_MS);
    assert_eq!(room.post(&mut ida, "/desk/account", &[("do", "codes")]).status, 403);
}

#[test]
fn another_persons_passkey_proves_nothing() {
    let room = Room::new();
    let (mut ida, _) = with_passkey(&room);
    let (mut bo, mut other) = (room.somebody("Bo Adeyemi", Role::Editor), Device::new());
    refused(&room.post(&mut bo, &format!("{PROVE}/begin"), &[]));
    assert_eq!(add(&room, &mut bo, &mut other).status, 200);
    room.pass(11 * Time::MINUTE_MS);
    refused(&show(&room, &mut ida, PROVE, &mut other));
    assert_eq!(room.post(&mut ida, "/desk/account", &[("do", "codes")]).status, 403);
}

#[test]
fn only_this_house_and_its_own_person_are_answered() {
    let room = Room::new();
    let (mut ida, mut device) = with_passkey(&room);
    let faults: [fn(&mut Device); 5] = [
        |device| device.origin = "https://ledger.example.evil.example",
        |device| device.origin = "http://ledger.example",
        |device| device.party = "evil.example",
        |device| device.flags = PRESENT,
        |device| device.flags = VERIFIED,
    ];
    for (n, spoil) in (20..).zip(faults) {
        spoil(&mut device);
        refused(&show(&room, &mut stranger(n), IN, &mut device));
        let mut fresh = Device::new();
        spoil(&mut fresh);
        refused(&add(&room, &mut ida, &mut fresh));
        device =
            Device { origin: "https://ledger.example", party: "ledger.example", flags: PRESENT | VERIFIED, ..device };
    }
    assert_eq!(show(&room, &mut stranger(30), IN, &mut device).status, 200, "nothing else was wrong");
    let kept = room.store.read(|c| store::passkey::of_person(c, news::PersonId(1))).unwrap();
    assert_eq!(kept.len(), 1);
    // Another key under the same name, and the name of another person.
    let mut forged = Device { id: device.id, handle: device.handle.clone(), count: 90, ..Device::new() };
    refused(&show(&room, &mut stranger(31), IN, &mut forged));
    refused(&show(&room, &mut stranger(32), IN, &mut Device { handle: base64(&[7; 32]), count: 90, ..device }));
}

#[test]
fn an_answer_counts_once_in_time_and_from_the_browser_that_was_asked() {
    let room = Room::new();
    let (mut ida, mut device) = with_passkey(&room);
    let mut browser = stranger(2);
    let asked = ask(&room, &mut browser, IN);
    let signed = device.signed(&asked);
    let mut thief = stranger(3);
    refused(&answer(&room, &mut thief, IN, &signed));
    ask(&room, &mut thief, IN);
    refused(&answer(&room, &mut thief, IN, &signed));
    refused(&answer(&room, &mut ida, PROVE, &signed));
    let mut again = browser.clone();
    assert_eq!(answer(&room, &mut browser, IN, &signed).status, 200);
    refused(&answer(&room, &mut again, IN, &signed));

    let asked = ask(&room, &mut again, IN);
    room.pass(5 * Time::MINUTE_MS);
    let late = device.signed(&asked);
    refused(&answer(&room, &mut again, IN, &late));

    // What was asked for one end is no answer for another, even in the same browser.
    let asked = ask(&room, &mut ida, IN);
    let signed = device.signed(&asked);
    refused(&answer(&room, &mut ida, PROVE, &signed));
    for nonsense in ["", "{}", "[]", "{\"id\":1}", &"[".repeat(5000)] {
        ask(&room, &mut ida, PROVE);
        refused(&answer(&room, &mut ida, PROVE, nonsense));
    }
}

#[test]
fn a_copied_key_betrays_itself() {
    let room = Room::new();
    let (_, mut device) = with_passkey(&room);
    for n in 0..3 {
        assert_eq!(show(&room, &mut stranger(40 + n), IN, &mut device).status, 200);
    }
    device.count = 1;
    refused(&show(&room, &mut stranger(50), IN, &mut device));
}

#[test]
fn who_left_and_what_was_removed_let_nobody_in() {
    let room = Room::new();
    let (mut ida, mut device) = with_passkey(&room);
    let id = room.store.read(|c| store::passkey::of_person(c, news::PersonId(1))).unwrap()[0].id.to_string();
    let mut bo = room.somebody("Bo Adeyemi", Role::Editor);
    let theirs = room.post(&mut bo, "/desk/account", &[("do", "passkey-remove"), ("passkey", &id)]);
    assert_eq!(theirs.status, 404, "it is not Bo’s");
    let now = room.now();
    let leave = |left| room.store.write(move |c| store::person::set_left(c, news::PersonId(1), left)).unwrap();
    leave(Some(now));
    refused(&show(&room, &mut stranger(2), IN, &mut device));
    leave(None);
    assert_eq!(show(&room, &mut stranger(3), IN, &mut device).status, 200);
    let gone = room.post(&mut ida, "/desk/account", &[("do", "passkey-remove"), ("passkey", &id)]);
    assert_eq!(gone.status, 303, "{}", gone.body);
    refused(&show(&room, &mut stranger(4), IN, &mut device));
    refused(&room.post(&mut ida, &format!("{PROVE}/begin"), &[]));
}

#[test]
fn asking_is_bounded_and_leaves_one_question_a_browser() {
    let room = Room::new();
    let (mut ida, mut device) = with_passkey(&room);
    let first = ask(&room, &mut ida, PROVE);
    let old = ida.clone();
    ask(&room, &mut ida, PROVE);
    let signed = device.signed(&first);
    refused(&answer(&room, &mut old.clone(), PROVE, &signed));
    let ask_in = || room.post(&mut stranger(60), &format!("{IN}/begin"), &[]).status;
    let answers: Vec<u16> = (0..30).map(|_| ask_in()).collect();
    assert!(answers[..15].iter().all(|s| *s == 200) && answers[25..].iter().all(|s| *s == 429), "{answers:?}");
    let mut idle = stranger(61);
    ask(&room, &mut idle, IN);
    room.pass(6 * Time::MINUTE_MS);
    ask(&room, &mut stranger(61), IN);
    let kept = idle.cookies.iter().find(|(name, _)| name == "__Host-passkey").unwrap();
    let kept = Hash::of(kept.1.as_bytes());
    assert_eq!(room.store.read(|c| store::ceremony::by_hash(c, kept)).unwrap(), None, "its time is over");
}

#[test]
fn a_desk_without_a_name_offers_none() {
    let room = Room::with(|house| house.base_url = "http://127.0.0.1:8080".into());
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    refused(&room.post(&mut ida, &format!("{ADD}/begin"), &[NAME]));
    assert!(!room.get(&ida, "/desk/account").body.contains("passkey-add"));
    assert!(!room.get(&stranger(2), "/desk/in").body.contains("data-passkey"));
    let named = Room::new();
    assert!(named.get(&stranger(2), "/desk/in").body.contains("Sign in with a passkey"));
}
