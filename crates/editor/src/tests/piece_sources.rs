//! Pieces held against sources, and the texts that they had.

use news::{PieceId, person::Role, stage::Stage};

use super::room::{Browser, Page, Room};

const SUMMARY: &str = "The council counts readers at the door. It ought to count the books that come back read.";

fn press(room: &Room, browser: &mut Browser, button: (&str, &str), otherwise: &[(&str, &str)]) -> Page {
    let usual = [
        button,
        ("kind", "opinion"),
        ("title", "Count the books"),
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
    let (base, at) = (screen.field("base"), screen.field("at"));
    let fields: Vec<_> = [("id", "1"), ("base", base.as_str()), ("at", at.as_str())]
        .into_iter()
        .chain(otherwise.iter().copied())
        .collect();
    press(room, browser, ("act", act), &fields)
}

#[test]
fn a_text_is_held_against_stories_and_nothing_is_kept() {
    let room = Room::new();
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    let story = room.story().to_string();
    let body = "## Sundays\n\nThe library will hire **three** people, at a cost of 70,000 euros a year.\n\n\
        Who reads on a Sunday reads for life.";
    let fields = [("body", body), ("stories", story.as_str()), ("title", "")];
    let page = press(&room, &mut ida, ("check", "1"), &fields);
    assert_eq!(page.status, 200, "an unfinished form will do: {}", page.body);
    for shown in ["1 report", "The library will hire three people", "90,000", "contradicted", "not found", "Calwick"] {
        assert!(page.body.contains(shown), "{shown}: {}", page.body);
    }
    assert_eq!(page.field("stories"), story, "what was typed comes back");
    assert!(room.store.read(|c| store::piece::texts(c, PieceId(1), None, 9)).unwrap().is_empty());
    let before = room.store.read(|c| store::story::by_id(c, story.parse().unwrap())).unwrap().unwrap();
    assert_eq!(before.stage, Stage::Held, "the story is as it was");
}

#[test]
fn a_text_is_held_against_other_words() {
    let room = Room::new();
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    let words = "\"</textarea><script>alert(1)</script>\nThe judge fined the council 14,000 euros on Monday.";
    let fields = [("body", "The judge fined the council 19,000 euros on Monday."), ("words", words)];
    let page = press(&room, &mut ida, ("check", "1"), &fields);
    assert!(page.status == 200 && page.body.contains("the other text"), "{}", page.body);
    assert!(page.body.contains("contradicted") && !page.body.contains("<script>alert"), "{}", page.body);
    assert!(page.body.contains("The judge fined the council 14,000 euros on Monday.</textarea>"));
}

#[test]
fn fields_of_the_check_that_will_not_do_are_named() {
    let room = Room::new();
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    let many = (1..=21).map(|n| n.to_string()).collect::<Vec<_>>().join(",");
    let long = "a ".repeat(100_001);
    for (fields, why) in [
        ([("stories", ""), ("words", " ")], "Say what it rests on"),
        ([("stories", "twelve"), ("words", "")], "no number of a story"),
        ([("stories", "99"), ("words", "")], "There is no story 99."),
        ([("stories", many.as_str()), ("words", "")], "21 stories are too many"),
        ([("stories", ""), ("words", long.as_str())], "The other text is too long"),
        ([("body", ""), ("words", "One.")], "Write a text"),
    ] {
        let page = press(&room, &mut ida, ("check", "1"), &fields);
        assert!(page.status == 422 && page.body.contains(why), "{why}: {} {}", page.status, page.body);
        assert_eq!(page.body.matches("aria-invalid").count(), 1, "{why}");
    }
}

#[test]
fn what_is_under_embargo_or_was_taken_back_is_no_source() {
    let room = Room::new();
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    let story = room.story().to_string();
    room.withhold("a");
    let fields = [("body", "The library opens on Sundays."), ("stories", story.as_str())];
    let page = press(&room, &mut ida, ("check", "1"), &fields);
    assert!(page.body.contains("no report that may be used") && !page.body.contains("90,000"), "{}", page.body);
}

#[test]
fn every_text_is_kept_and_the_log_names_it() {
    let room = Room::new();
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    assert_eq!(press(&room, &mut ida, ("act", "draft"), &[("body", "One is <b>here</b>.")]).status, 303);
    room.pass(60_000);
    assert_eq!(over(&room, &mut ida, "out", &[("body", "One is <b>here</b>.")]).status, 303);
    room.pass(60_000);
    let told = [("body", "Two is here."), ("told", "It is two.")];
    assert_eq!(over(&room, &mut ida, "draft", &told).status, 303);
    room.pass(60_000);
    let base = room.get(&ida, "/desk/pieces/1").field("base");
    let drop = [("id", "1"), ("base", base.as_str()), ("draft", "1"), ("reason", "it was wrong")];
    assert_eq!(room.post(&mut ida, "/desk/pieces/withdraw", &drop).status, 303);
    let screen = room.get(&ida, "/desk/pieces/1/texts").body;
    for shown in [
        "Kept as a draft",
        "Let out",
        "dropped for this one",
        "readers have it",
        "For readers, if it goes out over what they have: <bdi>It is two.",
    ] {
        assert!(screen.contains(shown), "{shown}: {screen}");
    }
    assert!(screen.contains("<del>") && screen.contains("<ins>") && !screen.contains("<b>here"), "{screen}");
    room.pass(60_000);
    let base = room.get(&ida, "/desk/pieces/1").field("base");
    let gone = [("id", "1"), ("base", base.as_str()), ("reason", "a joke")];
    assert_eq!(room.post(&mut ida, "/desk/pieces/withdraw", &gone).status, 303);
    let screen = room.get(&ida, "/desk/pieces/1/texts").body;
    assert!(screen.contains("Withdrawn") && screen.contains("readers had it") && !screen.contains("readers have it"));
    let texts = room.store.read(|c| store::piece::texts(c, PieceId(1), None, 9)).unwrap();
    assert_eq!(texts.len(), 5);
    let log = room.store.read(|c| store::log::of(c, "piece", 1)).unwrap();
    let named = |n: usize| log[n].reason.ends_with(&format!("(text {})", &texts[4 - n].hash.hex()[..12]));
    assert!(named(0) && named(1) && named(2) && named(4), "{log:?}");
    // What was dropped is named, not what stands again.
    assert!(log[3].reason.ends_with(&format!("(text {})", &texts[2].hash.hex()[..12])), "{log:?}");
    assert_eq!(room.get(&ida, "/desk/pieces/9/texts").status, 404);
}

#[test]
fn drafts_of_others_are_counted_where_the_house_wants_four_eyes() {
    let room = Room::with(|house| house.four_eyes = true);
    let (mut ida, bo) = (room.somebody("Ida Okafor", Role::Editor), room.somebody("Bo Adeyemi", Role::Editor));
    let eve = room.somebody("Eve Linden", Role::Reporter);
    assert_eq!(press(&room, &mut ida, ("act", "draft"), &[]).status, 303);
    let line = "1 piece waits</a> for a second pair of eyes";
    assert!(room.get(&bo, "/desk").body.contains(line));
    assert!(!room.get(&ida, "/desk").body.contains("second pair of eyes"), "her own");
    assert!(!room.get(&eve, "/desk").body.contains("second pair of eyes"), "she may not see pieces");
    assert_eq!(press(&room, &mut ida, ("act", "draft"), &[("title", "Count the readers")]).status, 303);
    assert!(room.get(&bo, "/desk").body.contains("2 pieces wait</a> for a second pair of eyes"));
    let room = Room::new();
    let (mut ida, bo) = (room.somebody("Ida Okafor", Role::Editor), room.somebody("Bo Adeyemi", Role::Editor));
    press(&room, &mut ida, ("act", "draft"), &[]);
    assert!(!room.get(&bo, "/desk").body.contains("second pair of eyes"));
}
