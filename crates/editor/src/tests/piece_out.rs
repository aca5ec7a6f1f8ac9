//! Pieces on their way to readers: drafts, four eyes, what readers are told, pictures, what was withdrawn.

use axum::{body::Body, http::Request};
use news::{
    Hash, PieceId,
    label::Involvement,
    person::Role,
    piece::{Piece, PieceState},
};

use super::room::{Browser, Page, Room};

const TITLE: &str = "Count the books";
const SUMMARY: &str = "The council counts readers at the door. It ought to count the books that come back read.";

/// Presses a button of a piece's form, with these fields otherwise.
fn press(room: &Room, browser: &mut Browser, act: &str, otherwise: &[(&str, &str)]) -> Page {
    let usual = [
        ("act", act),
        ("kind", "opinion"),
        ("title", TITLE),
        ("byline", "Ida Okafor"),
        ("sector", "education"),
        ("lang", "en"),
        ("at", ""),
        ("summary", SUMMARY),
        ("body", "One."),
    ];
    let left = usual.into_iter().filter(|(name, _)| !otherwise.iter().any(|(other, _)| other == name));
    let fields: Vec<_> = left.chain(otherwise.iter().copied()).collect();
    room.post(browser, "/desk/pieces/save", &fields)
}

/// The same over the first piece as it is now on the screen.
fn over(room: &Room, browser: &mut Browser, act: &str, otherwise: &[(&str, &str)]) -> Page {
    let screen = room.get(browser, "/desk/pieces/1");
    let (base, at) = (screen.field("base"), at(&screen));
    let usual = [("id", "1"), ("base", base.as_str()), ("at", at.as_str())];
    let left = usual.into_iter().filter(|(name, _)| !otherwise.iter().any(|(other, _)| other == name));
    let fields: Vec<_> = left.chain(otherwise.iter().copied()).collect();
    press(room, browser, act, &fields)
}

/// When it appears, as its screen says.
fn at(screen: &Page) -> String {
    screen.field("at")
}

fn seen(room: &Room) -> Vec<Piece> {
    let now = room.now();
    room.store.read(|c| store::piece::recent(c, None, now, 9)).unwrap()
}

fn log(room: &Room) -> Vec<(String, String, String)> {
    let rows = room.store.read(|c| store::log::of(c, "piece", 1)).unwrap();
    // The name of the text stands after the words.
    let words = |reason: String| reason.split(" (text ").next().unwrap_or_default().to_owned();
    rows.into_iter().map(|e| (e.who, e.act, words(e.reason))).collect()
}

fn row(who: &str, act: &str, reason: &str) -> (String, String, String) {
    (who.into(), act.into(), reason.into())
}

#[test]
fn a_draft_is_kept_and_put_on_the_site() {
    let room = Room::new();
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    let kept = press(&room, &mut ida, "draft", &[]);
    assert_eq!((kept.status, kept.to()), (303, "/desk/pieces/1?done=draft"), "{}", kept.body);
    assert!(seen(&room).is_empty());
    let screen = room.get(&ida, "/desk/pieces/1");
    assert!(screen.body.contains("readers have nothing of it") && !screen.body.contains(">The page that readers see<"));
    let list = room.get(&ida, "/desk/pieces").body;
    assert!(list.contains("once let out") && list.contains(">draft<"), "{list}");
    room.pass(60_000);
    assert_eq!(over(&room, &mut ida, "out", &[]).to(), "/desk/pieces/1?done=piece");
    assert_eq!(seen(&room)[0].piece.published, room.now(), "at once is when it is let out");
    let ours = row("Ida Okafor", "let-out", &format!("“{TITLE}” by Ida Okafor, changed last by Ida Okafor"));
    assert_eq!(log(&room), [row("Ida Okafor", "piece", &format!("“{TITLE}” written, kept as a draft")), ours]);
    assert_eq!(press(&room, &mut ida, "", &[]).status, 403, "no button of ours");
}

#[test]
fn a_draft_wants_no_code_and_the_site_does() {
    let room = Room::new();
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    room.pass(11 * news::Time::MINUTE_MS);
    assert_eq!(press(&room, &mut ida, "draft", &[]).status, 303);
    assert_eq!(over(&room, &mut ida, "out", &[]).status, 403);
    assert!(seen(&room).is_empty());
}

#[test]
fn four_eyes_let_out_what_another_left() {
    let room = Room::with(|house| house.four_eyes = true);
    let (mut ida, mut bo) = (room.somebody("Ida Okafor", Role::Editor), room.somebody("Bo Adeyemi", Role::Editor));
    let own = press(&room, &mut ida, "out", &[]);
    assert!(own.status == 422 && own.body.contains("keep your text as a draft"), "{}", own.body);
    assert_eq!(press(&room, &mut ida, "draft", &[]).status, 303);
    let own = over(&room, &mut ida, "out", &[]);
    assert!(own.status == 422 && own.body.contains("You changed this text last"), "{}", own.body);
    let changed = over(&room, &mut bo, "out", &[("body", "Two.")]);
    assert!(changed.status == 422 && changed.body.contains("somebody else lets it out"), "{}", changed.body);
    assert!(seen(&room).is_empty());
    assert_eq!(over(&room, &mut bo, "draft", &[]).status, 303, "kept as it was, it stays hers");
    assert_eq!(over(&room, &mut ida, "out", &[]).status, 422);
    assert_eq!(over(&room, &mut bo, "out", &[]).status, 303);
    assert_eq!(seen(&room)[0].piece.markdown, "One.");
    let last = log(&room).pop().unwrap();
    assert_eq!(last, row("Bo Adeyemi", "let-out", &format!("“{TITLE}” by Ida Okafor, changed last by Ida Okafor")));
    // What is out and is changed waits beside what readers have.
    assert_eq!(over(&room, &mut bo, "out", &[("body", "Two.")]).status, 422);
    let told = [("body", "Two."), ("told", "It is two.")];
    assert_eq!(over(&room, &mut bo, "draft", &told).status, 303);
    assert_eq!(seen(&room)[0].piece.markdown, "One.");
    assert!(room.get(&ida, "/desk/pieces").body.contains("a newer text waits"));
    assert_eq!(
        over(&room, &mut ida, "out", &[("body", "Two."), ("told", "Mine.")]).status,
        422,
        "nor other words of hers"
    );
    assert_eq!(over(&room, &mut ida, "out", &told).status, 303);
    assert_eq!(seen(&room)[0].piece.markdown, "Two.");
    let history = room.store.read(|c| store::piece::told(c, PieceId(1))).unwrap();
    assert_eq!(history.iter().map(|t| t.told.as_str()).collect::<Vec<_>>(), ["It is two."]);
}

#[test]
fn a_newer_text_can_be_dropped_and_readers_keep_theirs() {
    let room = Room::new();
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    press(&room, &mut ida, "out", &[]);
    assert_eq!(over(&room, &mut ida, "draft", &[("body", "Two.")]).status, 303);
    let screen = room.get(&ida, "/desk/pieces/1");
    assert!(screen.body.contains("A newer text waits") && screen.body.contains("\nTwo.</textarea>"), "{}", screen.body);
    let base = screen.field("base");
    let drop = |browser: &mut Browser, base: &str, reason: &str| {
        let fields = [("id", "1"), ("base", base), ("draft", "1"), ("reason", reason)];
        room.post(browser, "/desk/pieces/withdraw", &fields)
    };
    assert_eq!(drop(&mut ida, &base, "").status, 409);
    assert_eq!(drop(&mut ida, &Hash::of(b"x").hex(), "x").status, 422);
    assert_eq!(drop(&mut ida, &base, "it was wrong").to(), "/desk/pieces?done=done");
    assert!(room.get(&ida, "/desk/pieces/1").body.contains("\nOne.</textarea>"));
    assert_eq!(seen(&room).len(), 1);
    let last = log(&room).pop().unwrap();
    assert_eq!(last, row("Ida Okafor", "drop", &format!("“{TITLE}” by Ida Okafor: it was wrong")));
}

#[test]
fn what_was_withdrawn_is_kept_for_the_desk() {
    let room = Room::new();
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    press(&room, &mut ida, "out", &[("body", "It was <b>ours</b>.")]);
    let base = room.get(&ida, "/desk/pieces/1").field("base");
    let fields = [("id", "1"), ("base", base.as_str()), ("reason", "a joke")];
    assert_eq!(room.post(&mut ida, "/desk/pieces/withdraw", &fields).status, 303);
    let list = room.get(&ida, "/desk/pieces").body;
    for shown in ["<h2>Withdrawn</h2>", TITLE, "a joke", "\nIt was &#60;b&#62;ours&#60;/b&#62;.</textarea>"] {
        assert!(list.contains(shown), "{shown}: {list}");
    }
    assert_eq!(room.get(&ida, "/desk/pieces/1").status, 404);
    assert_eq!(press(&room, &mut ida, "out", &[]).to(), "/desk/pieces/2?done=piece", "its title is free");
    let gone = room.store.read(|c| store::piece::withdrawn(c, PieceId(1))).unwrap().unwrap();
    assert_eq!((gone.by.as_str(), gone.stored.state), ("Ida Okafor", PieceState::Withdrawn));
}

fn part(name: &str, more: &str, value: &[u8]) -> Vec<u8> {
    let head = format!("--xyz\r\nContent-Disposition: form-data; name=\"{name}\"{more}\r\n\r\n");
    [head.as_bytes(), value, b"\r\n"].concat()
}

/// Brings a picture in.
fn bring(room: &Room, browser: &Browser, file: &[u8], making: &str) -> Page {
    let base = room.get(browser, "/desk/pieces/1").field("base");
    let fields = [
        ("token", browser.token.as_str()),
        ("base", base.as_str()),
        ("alt", "A shelf"),
        ("caption", "On Monday"),
        ("credit", "Bo Adeyemi"),
        ("rights", "ours"),
        ("making", making),
    ];
    let fields: Vec<u8> = fields.iter().flat_map(|(name, value)| part(name, "", value.as_bytes())).collect();
    let body = [fields, part("file", "; filename=\"a.jpg\"", file), b"--xyz--\r\n".to_vec()].concat();
    let request = Request::post("/desk/pieces/1/upload")
        .header("content-type", "multipart/form-data; boundary=xyz")
        .header("sec-fetch-site", "same-origin");
    room.ask_with(browser, request, Body::from(body))
}

#[test]
fn a_picture_is_brought_in_and_goes_out_with_the_text() {
    let room = Room::new();
    let (mut ida, bo) = (room.somebody("Ida Okafor", Role::Editor), room.somebody("Bo Adeyemi", Role::Reporter));
    press(&room, &mut ida, "out", &[]);
    assert_eq!(bring(&room, &bo, b"picture ", "photograph").status, 403);
    assert_eq!(room.get(&ida, "/desk/pieces/1/picture").status, 404);
    let unknown = bring(&room, &ida, b"picture ", "unknown");
    assert!(unknown.status == 422 && unknown.body.contains("Find out how the picture was made"), "{}", unknown.body);
    assert!(unknown.body.contains("value=\"On Monday\""), "what was typed comes back");
    assert!(bring(&room, &ida, b"<html>", "photograph").body.contains("This is a page."));
    assert!(room.store.blob_names().unwrap().is_empty(), "what is refused is not kept");
    let done = bring(&room, &ida, b"picture ", "made-by-ai");
    assert_eq!((done.status, done.to()), (303, "/desk/pieces/1/upload?done=piece-picture"), "{}", done.body);
    assert_eq!(seen(&room)[0].picture, None, "a draft beside what readers have");
    assert_eq!(room.get(&ida, "/desk/pieces/1/picture").body, "large");
    let screen = room.get(&ida, "/desk/pieces/1/upload").body;
    assert!(screen.contains("Made by AI") && !screen.contains("<script>alert"), "{screen}");
    assert_eq!(over(&room, &mut ida, "out", &[]).status, 303);
    let picture = seen(&room).remove(0).picture.unwrap();
    assert_eq!((picture.alt.as_str(), picture.involvement), ("A shelf", Involvement::Generated));
    assert_eq!(over(&room, &mut ida, "out", &[("body", "Two.")]).status, 303);
    assert!(seen(&room)[0].picture.is_some(), "a newer text keeps it");
    let base = room.get(&ida, "/desk/pieces/1").field("base");
    let off = room.post(&mut ida, "/desk/pieces/1/upload", &[("base", &base), ("off", "1")]);
    assert_eq!(off.status, 303, "{}", off.body);
    assert_eq!(over(&room, &mut ida, "out", &[("body", "Two.")]).status, 303);
    assert_eq!(seen(&room)[0].picture, None);
}

#[test]
fn a_backup_looks_for_the_files_of_pictures_of_pieces() {
    let room = Room::new();
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    press(&room, &mut ida, "draft", &[]);
    let large = [b"picture ".as_slice(), &vec![b'x'; 200_000]].concat();
    assert_eq!(bring(&room, &ida, &large, "photograph").status, 303);
    let files = store::backup::blobs_in_files(&room.store).unwrap();
    assert!(files.contains(&Hash::of(&large)), "the file as it was sent");
}
