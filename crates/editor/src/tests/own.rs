//! A story of one's own: begun, put on sources, written, reviewed by a colleague.

use news::{ReportId, StoryId, Time, person::Role, stage::Stage, verdict::Verdict};

use super::room::{Browser, Room};

fn begun(room: &Room, browser: &mut Browser, genre: &str) -> StoryId {
    let fields = [("headline", "Why Velmo opens its library on Sundays"), ("genre", genre), ("lang", "en")];
    let made = room.post(browser, "/desk/new", &fields);
    assert_eq!(made.status, 303, "{}", made.body);
    made.to().trim_start_matches("/desk/story/").split('/').next().unwrap().parse().unwrap()
}

fn report_of(room: &Room, story: StoryId) -> ReportId {
    room.store.read(|c| store::report::of_story(c, story, room.now())).unwrap().first().unwrap().id
}

const BODY: &str = "The council of Porto Velmo voted on Monday to open the town library on Sundays from March.";

#[test]
fn an_analysis_is_written_on_the_reports_of_another_story() {
    let room = Room::new();
    let mut jo = room.somebody("Jo Bell", Role::Reporter);
    let wire = room.story();
    let own = begun(&room, &mut jo, "analysis");
    let page = room.get(&jo, &format!("/desk/story/{own}/sources?words=LIBRARY")).body;
    assert!(page.contains("Nothing stands under it yet") && page.contains("Velmo council votes"), "{page}");
    assert!(!room.get(&jo, &format!("/desk/story/{own}/sources?words=100%25")).body.contains("Velmo council votes"));
    let report = report_of(&room, wire).to_string();
    let path = format!("/desk/story/{own}/sources");
    assert_eq!(room.post(&mut jo, &path, &[("report", &report)]).status, 303);
    let saved = room.save(&mut jo, own, "Velmo council votes to open library on Sundays", "", BODY);
    assert_eq!(saved.status, 303, "{}", saved.body);
    let (story, revision) = room.latest(own);
    assert_eq!((revision.drafter.as_str(), revision.editor.as_str()), ("Jo Bell", ""));
    assert_eq!((story.genre.word(), story.verdict), ("analysis", Some(Verdict::Supported)));
    assert_eq!(
        room.store.read(|c| store::story::of_report(c, report_of(&room, wire))).unwrap(),
        Some(wire),
        "it stays"
    );
    // Taken away, its sentences are open again.
    assert_eq!(room.post(&mut jo, &path, &[("away", &report)]).status, 303);
    assert_ne!(room.latest(own).0.verdict, Some(Verdict::Supported));
}

#[test]
fn a_text_given_by_hand_is_a_source_and_goes_to_no_model() {
    let room = Room::new();
    let mut jo = room.somebody("Jo Bell", Role::Reporter);
    let own = begun(&room, &mut jo, "news");
    let path = format!("/desk/story/{own}/sources");
    let empty = room.post(&mut jo, &path, &[("give", "1"), ("name", "<b>Ruling</b>"), ("text", "")]);
    assert!(empty.status == 409 && empty.body.contains("&#60;b&#62;Ruling"), "{}", empty.body);
    let fields = [("give", "1"), ("name", "Ruling of the Velmo district court"), ("text", BODY)];
    assert_eq!(room.post(&mut jo, &path, &fields).status, 303);
    room.save(&mut jo, own, "Velmo council votes to open library", "", BODY);
    let (_, revision) = room.latest(own);
    let body = revision.sentences.iter().find(|s| matches!(s.part, news::verdict::Part::Body(_))).unwrap();
    assert_eq!(body.verdict, Verdict::Supported, "{body:?}");
    let terms = room.store.read(|c| store::source::by_slug(c, desk::act::cite::BY_HAND)).unwrap().unwrap().terms;
    assert!(terms.no_ai && terms.show_words == 60);
    assert_eq!(room.post(&mut jo, &path, &fields).status, 303, "given twice it is one source");
    assert_eq!(room.store.read(|c| store::report::of_story(c, own, room.now())).unwrap().len(), 1);
}

#[test]
fn what_the_agency_takes_back_takes_down_what_cites_it() {
    let room = Room::new();
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    let wire = room.story();
    let own = begun(&room, &mut ida, "explainer");
    let report = report_of(&room, wire);
    let text = report.to_string();
    room.post(&mut ida, &format!("/desk/story/{own}/sources"), &[("report", &text)]);
    room.save(&mut ida, own, "Velmo council votes to open library on Sundays", "", BODY);
    let out = room.act(&mut ida, own, "publish", &[]);
    assert_eq!(out.status, 303, "{}", out.body);
    room.pass(5 * Time::MINUTE_MS);
    room.withhold("a");
    let taken = room.store.read(|c| store::report::by_guid(c, None, "a")).unwrap().unwrap();
    desk::step::withdraw::withdraw(&room.store, &taken, room.now()).unwrap();
    let (story, _) = room.latest(own);
    assert_eq!(story.stage, Stage::Held, "{}", story.held_reason);
    assert!(story.held_reason.contains("asked not to use its report"), "{}", story.held_reason);
    room.redraft_jobs();
    let again = room.act(&mut ida, own, "publish", &[]);
    assert!(again.status == 409 && again.body.contains("no support"), "{}", again.body);
}

#[test]
fn four_eyes_see_who_changed_a_colleagues_text_last() {
    let room = Room::with(|house| house.four_eyes = true);
    let mut jo = room.somebody("Jo Bell", Role::Editor);
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    let wire = room.story();
    let own = begun(&room, &mut jo, "news");
    let report = report_of(&room, wire).to_string();
    room.post(&mut jo, &format!("/desk/story/{own}/sources"), &[("report", &report)]);
    room.save(&mut jo, own, "Velmo council votes to open library", "", BODY);
    assert!(room.act(&mut jo, own, "publish", &[]).body.contains("four eyes"));
    room.save(&mut ida, own, "Velmo council votes to open library on Sundays", "", BODY);
    let revision = room.latest(own).1;
    assert_eq!((revision.drafter.as_str(), revision.editor.as_str()), ("Jo Bell", "Ida Okafor"));
    assert!(room.act(&mut ida, own, "publish", &[]).body.contains("four eyes"));
    assert_eq!(room.act(&mut jo, own, "publish", &[]).status, 303);
}

#[test]
fn a_beginning_wants_a_headline_and_a_language_of_the_house() {
    let room = Room::new();
    let mut jo = room.somebody("Jo Bell", Role::Reporter);
    for (headline, lang, why) in [("", "en", "headline"), ("X", "xx", "language"), (&"x".repeat(201), "en", "200")] {
        let page = room.post(&mut jo, "/desk/new", &[("headline", headline), ("genre", "news"), ("lang", lang)]);
        assert!(page.status >= 400 && page.body.contains(why), "{}", page.body);
    }
}
