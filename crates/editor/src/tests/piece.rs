//! People's own work, written at the desk.

use news::{
    Hash, Lang, PieceId, Sector, Time,
    person::Role,
    piece::{NewPiece, Piece, PieceKind, PieceState},
};

use super::room::{Browser, Page, Room};

const TITLE: &str = "Count the books, not the readers";
const SUMMARY: &str = "The council counts readers at the door. It ought to count the books that come back read.";
const BODY: &str = "## What a door counts\n\nI sat there for *a week*; [the list](https://velmo.example/list) is wrong.\n\n\
    - Monday\n- Sunday";

/// Sends the form filled in, with these fields otherwise.
fn send(room: &Room, browser: &mut Browser, otherwise: &[(&str, &str)]) -> Page {
    let usual = [
        ("act", "out"),
        ("kind", "opinion"),
        ("title", TITLE),
        ("byline", "Ida Okafor"),
        ("role", "reader in Porto Velmo"),
        ("sector", "education"),
        ("lang", "en"),
        ("at", "2026-11-29T09:00"),
        ("summary", SUMMARY),
        ("body", BODY),
    ];
    let left = usual.into_iter().filter(|(name, _)| !otherwise.iter().any(|(other, _)| other == name));
    let fields: Vec<_> = left.chain(otherwise.iter().copied()).collect();
    room.post(browser, "/desk/pieces/save", &fields)
}

fn pieces(room: &Room) -> Vec<Piece> {
    room.store.read(|c| store::piece::of_state(c, PieceState::Out, 9)).unwrap()
}

#[test]
fn a_piece_is_looked_at_saved_and_changed_in_place() {
    let room = Room::new();
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    assert!(room.get(&ida, "/desk/pieces").body.contains("Nothing is written yet."));
    let form = room.get(&ida, "/desk/pieces/new");
    assert_eq!((form.field("byline").as_str(), form.field("id").as_str()), ("Ida Okafor", ""));
    assert!(form.body.contains("Europe/Paris"), "{}", form.body);
    let look = send(&room, &mut ida, &[("look", "1")]);
    assert!(look.status == 200 && pieces(&room).is_empty(), "looking saves nothing");
    for shown in [
        "<h3>What a door counts</h3>",
        "<em>a week</em>",
        "<u>the list</u> <small class=\"hint\"><bdi>https://velmo.example/list</bdi></small>",
        "<ul><li>Monday</li><li>Sunday</li></ul>",
    ] {
        assert!(look.body.contains(shown), "{shown}: {}", look.body);
    }
    let saved = send(&room, &mut ida, &[]);
    assert_eq!((saved.status, saved.to()), (303, "/desk/pieces/1?done=piece"), "{}", saved.body);
    let first = pieces(&room).remove(0);
    assert_eq!((first.id, first.slug.as_str()), (PieceId(1), "count-the-books-not-the-readers"));
    // Nine in Paris.
    assert_eq!((first.piece.published, first.piece.markdown.as_str()), (Time(1_795_939_200_000), BODY));
    let form = room.get(&ida, "/desk/pieces/1");
    assert!(form.body.contains("value=\"2026-11-29T09:00\"") && form.body.contains(">The page that readers see<"));
    let (id, base) = (form.field("id"), form.field("base"));
    let later = [("id", id.as_str()), ("base", &base), ("title", "Count books"), ("at", "2027-01-01T00:00")];
    assert_eq!(send(&room, &mut ida, &later).status, 303);
    let changed = pieces(&room);
    assert_eq!((changed.len(), changed[0].id, changed[0].slug.as_str()), (1, PieceId(1), "count-books"));
    let list = room.get(&ida, "/desk/pieces").body;
    assert!(list.contains("<a href=\"/desk/pieces/1\">") && list.contains("not yet"), "{list}");
    let log = room.store.read(|c| store::log::of(c, "piece", 1)).unwrap();
    let words = |reason: &str| reason.split(" (text ").next().unwrap_or_default().to_owned();
    let said: Vec<_> = log.iter().map(|e| (e.who.as_str(), e.act.as_str(), words(&e.reason))).collect();
    let written = format!("“{TITLE}” written");
    let changed = "“Count books” changed".to_owned();
    assert_eq!(said, [("Ida Okafor", "piece", written), ("Ida Okafor", "piece", changed)]);
}

#[test]
fn fields_that_will_not_do_are_named_and_nothing_typed_is_lost() {
    let room = Room::new();
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    let (role, long) = ("r".repeat(201), "a ".repeat(50_001));
    for (name, value, why) in [
        ("kind", "poem", "Choose what it is"),
        ("title", "No", "The title has 2 characters; 3 to 200 are allowed."),
        ("byline", " ", "The byline has 0 characters; 2 to 100 are allowed."),
        ("role", &role, "has 201 characters"),
        ("sector", "gossip", "Choose a sector."),
        ("lang", "xx", "Choose a language."),
        ("at", "tomorrow", "Say when it appears, as day and time."),
        ("summary", "Short.", "The summary has 6 characters; 20 to 400 are allowed."),
        ("body", "\n \n", "The text has 0 characters; 1 to 100000 are allowed."),
        ("body", &long, "The text has 100001 characters"),
    ] {
        let page = send(&room, &mut ida, &[(name, value)]);
        assert!(page.status == 422 && page.body.contains(why), "{name}: {} {}", page.status, page.body);
        assert_eq!(page.body.matches("aria-invalid").count(), 1, "{name}");
        assert!(page.body.contains(BODY) || name == "body", "{name}: the text is kept");
        assert!(page.body.contains(SUMMARY) || name == "summary", "{name}: the summary is kept");
    }
    let page = send(&room, &mut ida, &[("title", ""), ("summary", "")]);
    assert!(page.body.contains("The title has 0 characters; 3 to 200 are allowed. The summary has 0"), "{}", page.body);
    assert!(pieces(&room).is_empty());
}

#[test]
fn no_piece_takes_the_place_of_another_unseen() {
    let room = Room::new();
    let (mut ida, mut bo) = (room.somebody("Ida Okafor", Role::Editor), room.somebody("Bo Adeyemi", Role::Editor));
    send(&room, &mut ida, &[]);
    let same = send(&room, &mut bo, &[("body", "Mine."), ("byline", "Bo Adeyemi")]);
    assert!(same.status == 422 && same.body.contains("Piece 1 has that title"), "{}", same.body);
    assert_eq!(send(&room, &mut bo, &[("kind", "blog")]).status, 303, "of another kind it is another");
    let base = room.get(&ida, "/desk/pieces/1").field("base");
    let over =
        |body: &'static str, base: &str| [("id", "1".to_owned()), ("base", base.to_owned()), ("body", body.into())];
    let save = |browser: &mut Browser, fields: [(&str, String); 3]| {
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        send(&room, browser, &fields)
    };
    assert_eq!(save(&mut bo, over("Bo was here.", &base)).status, 303);
    let stale = save(&mut ida, over("Ida was here.", &base));
    assert!(stale.status == 422 && stale.body.contains("What was saved meanwhile"), "{}", stale.body);
    assert!(stale.body.contains("\nBo was here.</textarea>") && stale.body.contains("\nIda was here.</textarea>"));
    let newer = stale.field("base");
    assert_ne!(newer, base);
    assert_eq!(save(&mut ida, over("Ida was here.", &newer)).status, 303, "who has seen both may save");
    assert_eq!(save(&mut ida, over("x", "no hash")).status, 403);
    assert_eq!(room.get(&ida, "/desk/pieces/9").status, 404);
    assert_eq!(room.get(&ida, "/desk/pieces/abc").status, 404);
}

#[test]
fn what_a_file_gave_is_kept_where_the_form_leaves_it_alone() {
    let room = Room::new();
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    let published = Time(1_795_939_212_345);
    let file = NewPiece {
        kind: PieceKind::Interview,
        title: "The man who listens to bridges".into(),
        byline: "Anneke Roelvaart".into(),
        role: String::new(),
        published,
        sector: Sector::new("harbour").unwrap(),
        lang: Lang::new("ar"),
        summary: SUMMARY.into(),
        markdown: "a\n".into(),
    };
    let now = room.now();
    room.store.write(move |c| store::piece::put(c, &file, Hash::of(b"file"), now)).unwrap();
    let form = room.get(&ida, "/desk/pieces/1");
    assert!(form.body.contains("<option value=\"harbour\" selected>") && form.body.contains("lang=\"ar\" dir=\"rtl\""));
    let base = form.field("base");
    let fields = [("id", "1"), ("base", base.as_str()), ("kind", "interview"), ("sector", "harbour"), ("lang", "ar")];
    assert_eq!(send(&room, &mut ida, &fields).status, 303);
    assert_eq!(pieces(&room)[0].piece.published, published, "to the millisecond");
    let base = room.get(&ida, "/desk/pieces/1").field("base");
    assert_eq!(send(&room, &mut ida, &[("id", "1"), ("base", &base), ("at", "")]).status, 303);
    assert_eq!(pieces(&room)[0].piece.published, room.now(), "empty is at once");
}

#[test]
fn saving_and_withdrawing_want_a_code_at_an_open_screen() {
    let room = Room::new();
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    send(&room, &mut ida, &[]);
    let base = room.get(&ida, "/desk/pieces/1").field("base");
    room.pass(11 * Time::MINUTE_MS);
    let open = send(&room, &mut ida, &[("kind", "blog")]);
    assert!(open.status == 403 && open.body.contains("six digits from your phone") && open.body.contains(BODY));
    let fields = [("id", "1"), ("base", base.as_str()), ("reason", "it was a joke")];
    assert_eq!(room.post(&mut ida, "/desk/pieces/withdraw", &fields).status, 403);
    assert_eq!(pieces(&room).len(), 1);
    let code = ida.code(room.now());
    assert_eq!(send(&room, &mut ida, &[("kind", "blog"), ("code", &code)]).status, 303);
}

#[test]
fn a_withdrawn_piece_is_gone_and_its_number_with_it() {
    let room = Room::new();
    let (mut ida, mut bo) = (room.somebody("Ida Okafor", Role::Editor), room.somebody("Bo Adeyemi", Role::Editor));
    send(&room, &mut ida, &[]);
    let base = room.get(&ida, "/desk/pieces/1").field("base");
    let withdraw = |browser: &mut Browser, base: &str, reason: &str| {
        room.post(browser, "/desk/pieces/withdraw", &[("id", "1"), ("base", base), ("reason", reason)])
    };
    let silent = withdraw(&mut ida, &base, " ");
    assert!(silent.status == 409 && silent.body.contains("without a reason") && silent.body.contains(BODY));
    let unseen = withdraw(&mut ida, &Hash::of(b"x").hex(), "never seen");
    assert!(unseen.status == 422 && unseen.body.contains("Look at it again first"), "{}", unseen.body);
    assert_eq!(withdraw(&mut ida, &base, "it was a joke").to(), "/desk/pieces?done=withdrawn");
    assert!(pieces(&room).is_empty());
    assert_eq!(withdraw(&mut ida, &base, "again").status, 404);
    let log = room.store.read(|c| store::log::of(c, "piece", 1)).unwrap().pop().unwrap();
    let why = format!("“{TITLE}” by Ida Okafor: it was a joke (text ");
    assert!(log.act == "withdraw" && log.reason.starts_with(&why), "{}", log.reason);
    // Somebody still has it open.
    let late = send(&room, &mut bo, &[("id", "1"), ("base", &base)]);
    assert!(late.status == 422 && late.body.contains("Somebody withdrew this piece") && late.body.contains(BODY));
    assert_eq!((late.field("id").as_str(), late.field("base").as_str()), ("", ""));
    assert_eq!(send(&room, &mut bo, &[]).to(), "/desk/pieces/2?done=piece");
}

#[test]
fn words_of_a_piece_are_words() {
    let room = Room::new();
    let mut ida = room.somebody("Ida Okafor", Role::Admin);
    let evil = "\"></textarea><script>alert(1)</script><img src=x onerror=alert(1)>";
    let body = format!("# {evil}\n\n[{evil}](javascript:alert(1)) **{evil}**\n\n- {evil}");
    let fields = [("title", evil), ("byline", evil), ("role", evil), ("summary", evil), ("body", body.as_str())];
    let saved = send(&room, &mut ida, &fields);
    assert_eq!(saved.to(), "/desk/pieces/1?done=piece", "{}", saved.body);
    let look = [("kind", evil), ("sector", evil), ("lang", evil), ("at", evil), ("id", evil), ("look", "1")];
    let pages = [
        room.get(&ida, "/desk/pieces"),
        room.get(&ida, "/desk/pieces/1"),
        room.get(&ida, "/desk/log"),
        send(&room, &mut ida, &look),
    ];
    for page in pages {
        assert_eq!(page.status, 200);
        assert!(!page.body.contains("<script>alert") && !page.body.contains("<img src=x"), "{}", page.body);
        assert!(!page.body.contains("\"></textarea>"), "{}", page.body);
        assert!(!page.body.contains("href=\"javascript"), "{}", page.body);
    }
}

#[test]
fn a_reporter_neither_reads_nor_writes_them() {
    let room = Room::new();
    let (mut bo, mut ida) = (room.somebody("Bo Adeyemi", Role::Reporter), room.somebody("Ida Okafor", Role::Editor));
    send(&room, &mut ida, &[]);
    for path in ["/desk/pieces", "/desk/pieces/new", "/desk/pieces/1"] {
        let page = room.get(&bo, path);
        assert!(page.status == 403 && page.body.contains("This is for an editor"), "{path}");
    }
    let base = room.get(&ida, "/desk/pieces/1").field("base");
    let fields = [("id", "1"), ("base", base.as_str()), ("reason", "x")];
    assert_eq!(send(&room, &mut bo, &fields).status, 403);
    assert_eq!(room.post(&mut bo, "/desk/pieces/withdraw", &fields).status, 403);
    assert_eq!(pieces(&room).len(), 1);
    assert!(!room.get(&bo, "/desk").body.contains("/desk/pieces"));
    assert!(room.get(&ida, "/desk").body.contains("href=\"/desk/pieces\""));
}
