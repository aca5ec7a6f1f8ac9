//! A report on a screen of its own, the sentences of sources, and what two people wrote.

use news::{
    Hash, ReportId, StoryId, Time,
    person::Role,
    report::{PubStatus, Report, WirePicture},
    verdict::Verdict,
};

use super::room::{REPORT, Room};

const EVIL: &str = "\"><script>alert(1)</script><img src=x onerror=alert(1)>";

/// What the agency of the room's stories sent, and no story has taken up.
fn arrives(room: &Room, report: Report) -> ReportId {
    let now = room.now();
    let insert = move |c: &mut dyn store::Conn| {
        let source = store::source::by_slug(c, "calwick")?.unwrap().id;
        let raw_hash = Hash::of(b"raw");
        let new = store::report::NewReport {
            source,
            report: &report,
            raw_hash,
            filed_from: None,
            adapter: "t",
            received: now,
        };
        match store::report::insert(c, &new)? {
            store::report::Inserted::New(id) | store::report::Inserted::NewVersion { id, .. } => Ok(id),
            other => panic!("{other:?}"),
        }
    };
    room.store.write(insert).unwrap()
}

fn report_of(room: &Room, story: StoryId) -> ReportId {
    let now = room.now();
    room.store.read(|c| store::report::of_story(c, story, now)).unwrap().last().unwrap().id
}

#[test]
fn a_report_says_what_it_says_and_which_story_has_it() {
    let room = Room::new();
    let jo = room.somebody("Jo Bell", Role::Reporter);
    let id = room.story();
    let report = report_of(&room, id);
    for from in ["", "/sources"] {
        let page = room.get(&jo, &format!("/desk/story/{id}{from}")).body;
        assert!(page.contains(&format!("href=\"/desk/reports/{report}\"")), "{from}: {page}");
    }
    assert!(room.get(&jo, "/desk/sources/calwick").body.contains(&format!("/desk/reports/{report}")));
    let page = room.get(&jo, &format!("/desk/reports/{report}"));
    assert_eq!(page.status, 200);
    for part in ["<p>The library will hire three people", "href=\"/desk/sources/calwick\"", "received", "(held)"] {
        assert!(page.body.contains(part), "{part}: {}", page.body);
    }
    assert!(page.body.contains(&format!("href=\"/desk/story/{id}\"")) && !page.body.contains("newer version"));
    // A newer version of it comes.
    room.pass(Time::HOUR_MS);
    room.story_of("a", &REPORT.replace("March", "April"));
    let newer = report_of(&room, id);
    assert_ne!(newer, report);
    let old = room.get(&jo, &format!("/desk/reports/{report}")).body;
    assert!(old.contains(&format!("<a href=\"/desk/reports/{newer}\">the newer version</a>")), "{old}");
    assert!(old.contains("Its versions") && old.contains("this one") && old.contains("from March"), "{old}");
    assert!(!room.get(&jo, &format!("/desk/reports/{newer}")).body.contains("the newer version"));
    for path in ["/desk/reports/999", "/desk/reports/x"] {
        assert_eq!(room.get(&jo, path).status, 404, "{path}");
    }
}

#[test]
fn a_report_of_no_story_is_opened_from_incoming_and_says_why_it_is_of_none() {
    let room = Room::new();
    let jo = room.somebody("Jo Bell", Role::Reporter);
    room.story();
    let sent = |guid: &str| Report {
        guid: guid.into(),
        headline: "Tern bridge closed".into(),
        text: "Tern bridge closed\nThe bridge was closed.".into(),
        ..Report::default()
    };
    let until = Some(room.now().plus_ms(Time::HOUR_MS));
    let embargoed = arrives(&room, Report { embargo: until, ..sent("e") });
    let page = room.get(&jo, &format!("/desk/reports/{embargoed}")).body;
    assert!(page.contains("Under embargo until") && page.contains("In no story. It is under embargo"), "{page}");
    assert!(room.get(&jo, "/desk?list=incoming").body.contains(&format!("href=\"/desk/reports/{embargoed}\"")));
    let coming = arrives(&room, sent("c"));
    assert!(room.get(&jo, &format!("/desk/reports/{coming}")).body.contains("on its way"));
    let back = arrives(&room, Report { status: PubStatus::Canceled, ..sent("b") });
    assert!(room.get(&jo, &format!("/desk/reports/{back}")).body.contains("Its agency took it back."));
}

#[test]
fn words_of_a_report_are_words() {
    let room = Room::new();
    let jo = room.somebody("Jo Bell", Role::Reporter);
    room.story();
    let words = || EVIL.to_owned();
    let picture = WirePicture {
        url: "javascript:alert(1)".into(),
        caption: words(),
        alt: words(),
        credit: words(),
        digital_source_type: Some(words()),
        ..WirePicture::default()
    };
    let evil = arrives(
        &room,
        Report {
            guid: words(),
            headline: words(),
            text: format!("{EVIL}\n{EVIL}"),
            url: Some("javascript:alert(1)".into()),
            byline: Some(words()),
            rights: Some(words()),
            ed_note: Some(words()),
            pictures: vec![picture],
            ..Report::default()
        },
    );
    for path in [format!("/desk/reports/{evil}"), "/desk?list=incoming".into()] {
        let page = room.get(&jo, &path);
        assert_eq!(page.status, 200);
        assert!(!page.body.contains("<script>alert") && !page.body.contains("<img src=x"), "{}", page.body);
        assert!(!page.body.contains("href=\"javascript"), "{}", page.body);
    }
}

#[test]
fn each_quote_can_take_the_place_of_the_sentence() {
    let room = Room::new();
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    let id = room.story();
    let asked = "Some 420 readers had asked for it, council leader Ines Brandt said.";
    let headline = "Velmo council votes to open library on Sundays";
    assert_eq!(room.save(&mut ida, id, headline, "", asked).status, 303);
    let revision = room.latest(id).1;
    let n = revision.sentences.iter().position(|s| s.verdict == Verdict::Contradicted).unwrap();
    let page = room.get(&ida, &format!("/desk/story/{id}?s={n}")).body;
    let buttons: Vec<&str> =
        page.split("name=\"swap\" value=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(buttons.first().is_some_and(|first| *first == format!("{n}.0")), "{buttons:?}: {page}");
    assert_eq!(page.matches("data-key=\"w\"").count(), 1, "the key stays with the first");
    let base = revision.id.to_string();
    let path = format!("/desk/story/{id}/save");
    let press = |browser: &mut _, swap: &str| {
        let fields =
            [("base", base.as_str()), ("headline", headline), ("summary", ""), ("body", asked), ("swap", swap)];
        room.post(browser, &path, &fields)
    };
    for gone in [format!("{n}.99"), format!("{}.0", revision.sentences.len())] {
        let refused = press(&mut ida, &gone);
        assert!(refused.status == 422 && refused.body.contains("That sentence was changed"), "{}", refused.body);
    }
    assert_eq!(press(&mut ida, "0.x").status, 403, "no button of ours");
    let last = (*buttons.last().unwrap()).to_owned();
    assert_eq!(press(&mut ida, &last).status, 303);
    let now = room.latest(id).1.draft.paragraphs.join("\n");
    assert!(REPORT.contains(&now) && !now.contains("420"), "{now}");
}

#[test]
fn what_somebody_saved_meanwhile_is_shown_with_what_differs() {
    let room = Room::new();
    let (mut ida, mut bo) = (room.somebody("Ida Okafor", Role::Editor), room.somebody("Bo Adeyemi", Role::Editor));
    let id = room.story();
    let base = room.latest(id).1.id.to_string();
    let headline = "Velmo council votes to open library on Sundays";
    let send = |browser: &mut _, body: &str| {
        let fields = [("base", base.as_str()), ("headline", headline), ("summary", ""), ("body", body)];
        room.post(browser, &format!("/desk/story/{id}/save"), &fields)
    };
    assert_eq!(send(&mut ida, "The library opens on Sundays.\n\nIt is free.").status, 303);
    let refused = send(&mut bo, "The library opens on <b>Mondays</b>.");
    assert_eq!(refused.status, 409);
    let page = refused.body;
    assert!(page.contains("What Ida Okafor saved meanwhile") && page.contains("struck out stands in yours"), "{page}");
    let within = |tag: &str, words: &str| {
        let (begin, end) = (format!("<{tag}>"), format!("</{tag}>"));
        let mut parts = page.split(&begin).skip(1).filter_map(|rest| rest.split(&end).next());
        parts.any(|part| part.contains(words))
    };
    assert!(within("ins", "Sundays") && within("ins", "It is free."), "{page}");
    assert!(within("del", "Mondays") && !page.contains("<b>Mondays"), "{page}");
    assert!(!within("ins", "The library opens"), "what is the same is not marked");
}
