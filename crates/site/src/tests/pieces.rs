//! Pieces as readers have them: at once when they change, gone at once when they are withdrawn.

use news::{
    Hash, Lang, PieceId, Sector, Time,
    label::Involvement,
    piece::{AT_ONCE, NewPiece, PieceKind},
    story::Picture,
};
use store::piece::{Save, Saved};

use super::fixture::{NOW, Newsroom};
use crate::words;

const PAGE: &str = "/opinion/1-repair-the-pump";
const TITLE: &str = "Repair the pump";

fn piece(title: &str, text: &str) -> NewPiece {
    NewPiece {
        kind: PieceKind::Opinion,
        title: title.into(),
        byline: "Anneke Roelvaart".into(),
        role: "Writer".into(),
        published: NOW.plus_ms(-Time::HOUR_MS),
        sector: Sector::other(),
        lang: Lang::en(),
        summary: "A short account of a long matter.".into(),
        markdown: text.into(),
    }
}

fn hash(room: &Newsroom, id: i64) -> Hash {
    room.store.read(|c| store::piece::newest(c, PieceId(id))).unwrap().unwrap().hash()
}

/// Saves over a piece, or a new one, on the site or as a draft.
fn save(room: &Newsroom, over: Option<i64>, piece: NewPiece, picture: Option<Picture>, told: &str, out: bool) -> i64 {
    let over = over.map(|id| (PieceId(id), hash(room, id)));
    let told = told.to_owned();
    let saved = room.store.write(move |c| {
        let hash = Hash::of(format!("{piece:?} {picture:?}").as_bytes());
        let (piece, picture) = (&piece, picture.as_ref());
        let save = Save { over, piece, picture, hash, changed_by: "Ida", told: &told, now: NOW };
        if out { store::piece::put_out(c, &save) } else { store::piece::keep(c, &save) }
    });
    let Saved::As(id) = saved.unwrap() else { panic!("not saved") };
    id.0
}

fn withdraw(room: &Newsroom, id: i64) {
    let hash = hash(room, id);
    let done = room.store.write(move |c| store::piece::withdraw(c, PieceId(id), hash, "Ida", "a joke", NOW));
    assert!(done.unwrap().is_some());
}

#[test]
fn a_withdrawn_piece_is_gone_from_everywhere_at_once() {
    let room = Newsroom::full();
    let story = room.url(news::StoryId(1));
    let (list, feed, byline) = ("/opinion", "/opinion/feed.rss", "/byline/anneke-roelvaart");
    let shows = [PAGE, "/", list, feed, byline, story.as_str(), "/fr"];
    for path in shows {
        let got = room.get(path);
        assert!(got.status == 404 || got.text().contains(TITLE), "{path}");
    }
    assert!(room.get("/sitemap-pages.xml").text().contains(PAGE));
    withdraw(&room, 1);
    for path in shows.iter().chain(&["/sitemap-pages.xml"]) {
        let text = room.get(path).text();
        assert!(!text.contains(TITLE) && !text.contains("repair-the-pump"), "{path}: {text}");
    }
    for path in [PAGE, "/opinion/1", "/blog/1-whatever"] {
        let gone = room.get(path);
        assert_eq!(gone.status, 410, "{path}");
        assert!(gone.text().contains("This piece was withdrawn") && gone.text().contains("The editors withdrew"));
    }
    let again = save(&room, None, piece(TITLE, "Once more."), None, "", true);
    assert_ne!(again, 1);
    assert_eq!(room.get(&format!("/opinion/{again}-repair-the-pump")).status, 200);
    assert_eq!(room.get(PAGE).status, 410);
}

#[test]
fn the_notice_speaks_the_language_of_the_piece() {
    let room = Newsroom::new();
    let notices = ["en", "fr", "ar", "hi"].map(|tag| words::of(&Lang::new(tag)).piece_gone_text);
    for (tag, notice) in ["en", "fr", "ar", "hi"].into_iter().zip(notices) {
        let id = save(&room, None, NewPiece { lang: Lang::new(tag), ..piece(tag, "x") }, None, "", true);
        withdraw(&room, id);
        let gone = room.get(&format!("/opinion/{id}-{tag}"));
        assert!(gone.status == 410 && gone.text().contains(notice), "{tag}");
        assert_eq!(notices.iter().filter(|other| **other == notice).count(), 1);
    }
}

#[test]
fn what_readers_never_saw_does_not_tell_that_it_was_there() {
    let room = Newsroom::new();
    let draft = save(&room, None, piece("A draft of mine", "x"), None, "", false);
    let later = NewPiece { published: NOW.plus_ms(Time::HOUR_MS), ..piece("Not yet", "x") };
    let later = save(&room, None, later, None, "", true);
    let paths = [format!("/opinion/{draft}-a-draft-of-mine"), format!("/opinion/{later}-not-yet")];
    let lists = ["/", "/opinion", "/opinion/feed.atom", "/sitemap-pages.xml", "/feeds"];
    let silent = || {
        for path in &paths {
            assert_eq!(room.get(path).status, 404, "{path}");
        }
        for path in lists {
            let text = room.get(path).text();
            assert!(!text.contains("draft of mine") && !text.contains("Not yet"), "{path}");
        }
        assert_eq!(room.get("/byline/anneke-roelvaart").status, 404);
    };
    silent();
    withdraw(&room, draft);
    withdraw(&room, later);
    silent();
}

#[test]
fn a_change_is_seen_at_once_and_says_what_changed_where_there_is_something_to_say() {
    let room = Newsroom::full();
    assert!(room.get(PAGE).text().contains("Good concrete rings."));
    save(&room, Some(1), piece(TITLE, "A first change."), None, "", true);
    let page = room.get(PAGE).text();
    assert!(page.contains("A first change.") && !page.contains("Changed on"), "a typing error is not told: {page}");
    save(&room, Some(1), piece(TITLE, "A draft."), None, "The pump is <b>ours</b>.", false);
    assert!(!room.get(PAGE).text().contains("A draft."), "readers have what was let out");
    save(&room, Some(1), piece(TITLE, "A draft."), None, "The pump is <b>ours</b>.", true);
    let page = room.get(PAGE).text();
    assert!(page.contains("A draft.") && page.contains("Changed on 7 November 2025"), "{page}");
    assert!(page.contains("The pump is &#60;b&#62;ours&#60;/b&#62;.") && !page.contains("<b>ours</b>"), "{page}");
    assert!(page.contains("\"@type\":\"CorrectionComment\""), "{page}");
}

#[test]
fn what_was_told_stands_among_the_corrections_while_the_piece_is_there() {
    let room = Newsroom::full();
    let told = |path: &str| room.get(path).text().contains("The pump was ours.");
    let places = ["/corrections", "/corrections/feed.rss"];
    assert!(places.iter().all(|path| !told(path)));
    save(&room, Some(1), piece(TITLE, "A change."), None, "The pump was ours.", true);
    for path in places {
        assert!(told(path) && room.get(path).text().contains(PAGE), "{path}: {}", room.get(path).text());
    }
    withdraw(&room, 1);
    assert!(places.iter().all(|path| !told(path)));
}

#[test]
fn what_goes_out_at_once_appears_then() {
    let room = Newsroom::new();
    let id = save(&room, None, NewPiece { published: AT_ONCE, ..piece(TITLE, "x") }, None, "", false);
    save(&room, Some(id), NewPiece { published: AT_ONCE, ..piece(TITLE, "x") }, None, "", true);
    let stored = room.store.read(|c| store::piece::by_id(c, PieceId(id))).unwrap().unwrap();
    assert_eq!(stored.piece.published, NOW);
}

#[test]
fn pieces_whose_time_has_not_come_take_nobodys_place() {
    let room = Newsroom::full();
    for n in 0..60 {
        room.piece_at(&format!("Later {n}"), "Late Writer", NOW.plus_ms(Time::HOUR_MS + n));
    }
    for path in ["/", "/opinion", "/opinion/feed.json", "/latest"] {
        let text = room.get(path).text();
        assert!(text.contains(TITLE) && !text.contains("Later "), "{path}");
    }
}

#[test]
fn a_picture_is_there_while_its_piece_is() {
    let room = Newsroom::full();
    let blob = room.store.put_blob(b"pixels").unwrap();
    let picture = Picture {
        blob,
        media_type: "image/jpeg".into(),
        width: 1000,
        height: 500,
        alt: "A pump".into(),
        caption: "On Monday".into(),
        credit: "Ida <Okafor>".into(),
        involvement: Involvement::Generated,
        digital_source_type: Involvement::Generated.digital_source_type().into(),
        sizes: Vec::new(),
        brought: None,
    };
    let path = format!("/picture/piece-1-{}.jpg", crate::address::picture_name(blob));
    save(&room, Some(1), piece(TITLE, "x"), Some(picture.clone()), "", false);
    assert_eq!(room.get(&path).status, 404, "beside what readers have it is a draft");
    save(&room, Some(1), piece(TITLE, "x"), Some(picture), "", true);
    let got = room.get(&path);
    assert_eq!((got.status, got.bytes.as_slice(), got.header("content-type")), (200, &b"pixels"[..], "image/jpeg"));
    let page = room.get(PAGE).text();
    for shown in [
        format!("<img src=\"{path}\""),
        "Ida &#60;Okafor&#62;".into(),
        "On Monday".into(),
        words::of(&Lang::en()).picture_generated.into(),
        format!("property=\"og:image\" content=\"https://ledger.example{path}\""),
        "\"@type\":\"ImageObject\"".into(),
    ] {
        assert!(page.contains(&shown), "{shown}: {page}");
    }
    assert!(room.get("/opinion").text().contains(&path));
    for other in ["/picture/piece-2-", "/picture/piece-x-", "/picture/1-"] {
        assert_eq!(room.get(&path.replace("/picture/piece-1-", other)).status, 404, "{other}");
    }
    withdraw(&room, 1);
    assert_eq!(room.get(&path).status, 404);
}
