//! Pictures that people bring in.

use axum::{body::Body, http::Request};
use news::{
    Hash, StoryId,
    label::Involvement,
    person::Role,
    picture::{Made, Making, Provenance, Taken},
    stage::Stage,
};

use super::room::{Browser, Page, Room};
use crate::pictures::Pictures;

const AI: &str = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";
const EVIL: &str = "\"><script>alert(1)</script><img src=x onerror=alert(1)>";

/// Takes what begins with `picture`; what follows it is what the file says of its source.
pub struct Lab;

impl Pictures for Lab {
    fn take(&self, bytes: &[u8], part: &dyn Fn(&Provenance) -> Involvement) -> Result<Taken, String> {
        let said = bytes.strip_prefix(b"picture ").ok_or("This is a page. Save the picture as JPEG, PNG or WebP.")?;
        let made =
            |bytes: &[u8], width: u32| Made { bytes: bytes.into(), media_type: "image/jpeg", width, height: width };
        let provenance = Provenance {
            original: Hash::of(bytes),
            creator: EVIL.into(),
            credit: String::new(),
            copyright: String::new(),
            source_type: String::from_utf8_lossy(said).into_owned(),
            content_credentials: true,
        };
        let burnt = matches!(part(&provenance), Involvement::Generated | Involvement::Modified);
        Ok(Taken { main: made(b"large", 2000), sizes: vec![made(b"small", 400)], burnt, provenance })
    }
}

fn part(name: &str, more: &str, value: &[u8]) -> Vec<u8> {
    let head = format!("--xyz\r\nContent-Disposition: form-data; name=\"{name}\"{more}\r\n\r\n");
    [head.as_bytes(), value, b"\r\n"].concat()
}

/// Sends the form with that file, with these fields otherwise.
fn send(room: &Room, browser: &Browser, id: StoryId, file: &[u8], otherwise: &[(&str, &str)]) -> Page {
    let base = room.latest(id).1.id.to_string();
    let usual = [
        ("token", browser.token.as_str()),
        ("base", base.as_str()),
        ("alt", "A reader at a window of the library"),
        ("caption", "On Monday"),
        ("credit", "Bo Adeyemi"),
        ("rights", "ours"),
        ("making", "photograph"),
    ];
    let left = usual.into_iter().filter(|(name, _)| !otherwise.iter().any(|(other, _)| other == name));
    let fields = left.chain(otherwise.iter().copied()).map(|(name, value)| part(name, "", value.as_bytes()));
    let more = "; filename=\"<script>alert(2)</script>.svg\"\r\nContent-Type: image/svg+xml";
    let body = [fields.collect::<Vec<_>>().concat(), part("file", more, file), b"--xyz--\r\n".to_vec()].concat();
    let request = Request::post(format!("/desk/story/{id}/upload"))
        .header("content-type", "multipart/form-data; boundary=xyz")
        .header("sec-fetch-site", "same-origin");
    room.ask_with(browser, request, Body::from(body))
}

#[test]
fn a_picture_is_brought_in_looked_at_and_let_out() {
    let room = Room::new();
    let (bo, mut ida) = (room.somebody("Bo Adeyemi", Role::Reporter), room.somebody("Ida Okafor", Role::Editor));
    let id = room.story();
    assert!(room.get(&bo, &format!("/desk/story/{id}/about")).body.contains(&format!("/desk/story/{id}/upload")));
    assert_eq!(room.get(&bo, &format!("/desk/story/{id}/picture")).status, 404);
    let before = room.latest(id).1;
    let done = send(&room, &bo, id, b"picture ", &[]);
    assert_eq!(
        (done.status, done.to()),
        (303, format!("/desk/story/{id}/upload?done=upload").as_str()),
        "{}",
        done.body
    );
    let (story, revision) = room.latest(id);
    assert!(story.picture.is_none() && revision.number == before.number + 1 && revision.draft == before.draft);
    assert_ne!(revision.hash, before.hash, "a review of the other does not hold");
    let picture = revision.picture.unwrap();
    assert_eq!((picture.alt.as_str(), picture.credit.as_str()), ("A reader at a window of the library", "Bo Adeyemi"));
    assert_eq!((picture.involvement, picture.sizes.len(), picture.sizes[0].width), (Involvement::None, 1, 400));
    assert!(picture.digital_source_type.ends_with("/digitalCapture"));
    assert!(!picture.brought.as_ref().unwrap().burnt, "a photograph is left as it is");
    for blob in picture.blobs() {
        assert!(room.store.blob(blob).unwrap().is_some());
    }
    let original = Hash::of(b"picture ");
    assert!(picture.blobs().any(|b| b == original) && picture.served().all(|b| b != original));
    let shown = room.get(&bo, &format!("/desk/story/{id}/picture"));
    assert_eq!((shown.body.as_str(), shown.header("content-type")), ("large", "image/jpeg"));
    let log = room.store.read(|c| store::log::of(c, "story", id.0)).unwrap().pop().unwrap();
    assert_eq!((log.act.as_str(), log.who.as_str()), ("picture", "Bo Adeyemi"));
    assert_eq!(room.act(&mut ida, id, "publish", &[]).status, 303);
    assert_eq!(room.latest(id).0.picture, Some(picture));
}

#[test]
fn words_and_names_of_a_picture_are_words() {
    let room = Room::new();
    let bo = room.somebody("Bo Adeyemi", Role::Reporter);
    let id = room.story();
    let fields = [("alt", EVIL), ("caption", EVIL), ("credit", EVIL), ("rights", EVIL)];
    let refused = send(&room, &bo, id, b"<html>", &fields);
    assert!(refused.status == 422 && refused.body.contains("This is a page."), "{}", refused.body);
    assert_eq!(send(&room, &bo, id, b"picture ", &fields).status, 303);
    let paths = ["/upload", "/about", "/revisions", "/log"].map(|p| room.get(&bo, &format!("/desk/story/{id}{p}")));
    for page in paths.iter().chain([&refused]) {
        assert!(!page.body.contains("<script>alert") && !page.body.contains("<img src=x"), "{}", page.body);
    }
    assert!(paths[0].body.contains("nobody checked their signature"));
}

#[test]
fn what_is_missing_is_asked_for_and_what_was_typed_comes_back() {
    let room = Room::new();
    let bo = room.somebody("Bo Adeyemi", Role::Reporter);
    let id = room.story();
    let before = room.latest(id).1.id;
    let asked = |file: &[u8], fields: &[(&str, &str)]| send(&room, &bo, id, file, fields);
    let silent = asked(b"picture ", &[("alt", "  "), ("caption", "On a Sunday")]);
    assert!(
        silent.status == 409 && silent.body.contains("Say in a sentence what the picture shows"),
        "{}",
        silent.body
    );
    assert!(silent.body.contains("value=\"On a Sunday\"") && silent.body.contains("value=\"photograph\" selected"));
    assert!(asked(b"picture ", &[("credit", "")]).body.contains("Say whom the picture is from"));
    assert!(asked(b"", &[]).body.contains("Choose a picture"));
    assert!(asked(b"picture ", &[("making", "")]).body.contains("Say how the picture was made"));
    assert_eq!(room.latest(id).1.id, before);
    assert!(room.store.blob_names().unwrap().is_empty(), "what is refused is not kept");
    let forged = asked(b"picture x/digitalCapture", &[("making", "")]);
    assert!(
        forged.body.contains("Say how the picture was made"),
        "a file that calls itself a photograph proves nothing"
    );
    let ai = asked(b"picture x/trainedAlgorithmicMedia", &[("making", "")]);
    assert_eq!(ai.status, 303, "that AI made it is believed");
}

#[test]
fn what_ai_made_is_labelled_and_what_nobody_knows_stays_in() {
    let room = Room::new();
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    let id = room.story();
    let brought = |room: &Room| room.latest(id).1.picture.unwrap();
    assert_eq!(send(&room, &ida, id, format!("picture {AI}").as_bytes(), &[]).status, 303);
    let picture = brought(&room);
    assert_eq!((picture.involvement, picture.digital_source_type.as_str()), (Involvement::Generated, AI));
    let record = picture.brought.unwrap();
    assert_eq!(record.making, Making::MadeByAi, "whatever was chosen");
    assert!(record.burnt, "so it says so in its pixels");
    assert!(room.get(&ida, &format!("/desk/story/{id}/upload")).body.contains("in its pixels"));
    assert_eq!(send(&room, &ida, id, b"picture ", &[("making", "unknown")]).status, 303);
    assert!(room.get(&ida, &format!("/desk/story/{id}/upload")).body.contains("is not on record"));
    let refused = room.act(&mut ida, id, "publish", &[]);
    assert!(refused.status == 409 && refused.body.contains("picture was made is not on record"), "{}", refused.body);
    assert_eq!(room.latest(id).0.stage, Stage::Held);
    assert_eq!(send(&room, &ida, id, b"picture ", &[("making", "edited-with-ai")]).status, 303);
    assert!(brought(&room).involvement == Involvement::Modified && brought(&room).brought.unwrap().burnt);
    assert_eq!(room.act(&mut ida, id, "publish", &[]).status, 303);
}

#[test]
fn nothing_of_ai_stands_beside_a_death() {
    let room = Room::new();
    let ida = room.somebody("Ida Okafor", Role::Editor);
    let id = room.story();
    let sensitive = move |c: &mut dyn store::Conn| {
        let story = store::story::by_id(c, id)?.unwrap();
        store::story::update(c, &news::story::Story { sensitive: true, ..story })
    };
    room.store.write(sensitive).unwrap();
    let refused = send(&room, &ida, id, b"picture ", &[("making", "made-by-ai")]);
    assert!(refused.status == 409 && refused.body.contains("no picture that AI made or changed"), "{}", refused.body);
    assert_eq!(send(&room, &ida, id, b"picture ", &[]).status, 303);
}

#[test]
fn a_picture_does_not_go_over_what_its_person_did_not_see() {
    let room = Room::new();
    let (bo, ida) = (room.somebody("Bo Adeyemi", Role::Reporter), room.somebody("Ida Okafor", Role::Editor));
    let id = room.story();
    let seen = room.latest(id).1.id.to_string();
    assert_eq!(send(&room, &ida, id, b"picture ", &[("alt", "Hers")]).status, 303);
    let late = send(&room, &bo, id, b"picture ", &[("base", &seen), ("alt", "His")]);
    assert!(late.status == 409 && late.body.contains("Ida Okafor changed this story"), "{}", late.body);
    assert!(late.body.contains("value=\"His\""));
    assert_eq!(late.field("base"), room.latest(id).1.id.to_string(), "who has seen both may send it");
    assert_eq!(room.latest(id).1.picture.unwrap().alt, "Hers");
}

#[test]
fn nobody_brings_in_what_is_not_theirs_to_bring() {
    let room = Room::new();
    let bo = room.somebody("Bo Adeyemi", Role::Reporter);
    let id = room.story();
    assert_eq!(send(&room, &Browser::default(), id, b"picture ", &[]).status, 401);
    assert_eq!(send(&room, &bo, id, b"picture ", &[("token", "x")]).status, 403);
    assert_eq!(send(&room, &bo, StoryId(id.0), &vec![b'x'; 25 << 20], &[]).status, 413);
    let other =
        Request::post(format!("/desk/story/{id}/save")).header("content-type", "multipart/form-data; boundary=xyz");
    let answer = room.ask_with(&bo, other, Body::from(part("token", "", bo.token.as_bytes())));
    assert_eq!(answer.status, 403, "no other address takes a file");
    assert!(room.latest(id).1.picture.is_none());
}
