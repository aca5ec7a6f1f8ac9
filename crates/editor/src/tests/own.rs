//! A story of one's own: begun, put on sources, written, reviewed by a colleague.

use news::{ReportId, StoryId, Time, person::Role, stage::Stage, verdict::Verdict};

use super::room::{Browser, REPORT, Room};

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

#[test]
fn what_the_machine_drafts_takes_no_sources_by_hand() {
    let room = Room::new();
    let mut jo = room.somebody("Jo Bell", Role::Reporter);
    let (wire, other) =
        (room.story(), room.story_of("b", "Tern bridge closed\nThe bridge over the Tern was closed on Monday."));
    let page = room.get(&jo, &format!("/desk/story/{wire}/sources")).body;
    assert!(page.contains("It rests on the reports that came to it") && !page.contains("Add as a source"), "{page}");
    let report = report_of(&room, other).to_string();
    let path = format!("/desk/story/{wire}/sources");
    for fields in [&[("report", report.as_str())][..], &[("give", "1"), ("name", "A letter"), ("text", "Secret.")]] {
        let refused = room.post(&mut jo, &path, fields);
        assert!(
            refused.status == 409 && refused.body.contains("a person’s own")
                || refused.body.contains("person&#39;s own")
        );
    }
    assert_eq!(room.store.read(|c| store::report::of_story(c, wire, room.now())).unwrap().len(), 1);
}

#[test]
fn a_live_page_gets_its_sources_from_an_editor_and_its_readers_see_them() {
    let room = Room::new();
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    let mut jo = room.somebody("Jo Bell", Role::Reporter);
    let wire = room.story();
    let own = begun(&room, &mut ida, "news");
    let report = report_of(&room, wire).to_string();
    let path = format!("/desk/story/{own}/sources");
    room.post(&mut ida, &path, &[("report", &report)]);
    room.save(&mut ida, own, "Velmo council votes to open library on Sundays", "", BODY);
    assert_eq!(room.act(&mut ida, own, "publish", &[]).status, 303);
    let give = [("give", "1"), ("name", "Letter of the mayor"), ("text", "The library opens.")];
    assert_eq!(room.post(&mut jo, &path, &give).status, 403, "readers would see it at once");
    let before = room.store.read(store::change::last).unwrap();
    assert_eq!(room.post(&mut ida, &path, &give).status, 303);
    assert!(room.store.read(store::change::last).unwrap() > before, "pages made before are void");
    let reports = room.store.read(|c| store::report::of_story(c, own, room.now())).unwrap();
    let letter = reports.iter().find(|r| r.report.headline == "Letter of the mayor").unwrap();
    assert_eq!(letter.report.credit.as_deref(), Some("Ida Okafor"), "readers are told whose it is");
    let incoming = room.get(&ida, "/desk?list=incoming").body;
    assert!(incoming.contains("Every report has its story"), "it is on its way to none: {incoming}");
}

#[test]
fn a_newer_version_of_a_cited_report_is_told_and_checked_against() {
    let room = Room::new();
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    let wire = room.story();
    let own = begun(&room, &mut ida, "news");
    let report = report_of(&room, wire).to_string();
    let path = format!("/desk/story/{own}/sources");
    room.post(&mut ida, &path, &[("report", &report)]);
    room.save(&mut ida, own, "Velmo council votes to open library on Sundays", "", BODY);
    assert_eq!(room.act(&mut ida, own, "publish", &[]).status, 303);
    room.correction_of("a", &REPORT.replace("from March", "from April"));
    let newer = room.store.read(|c| store::report::by_guid(c, None, "a")).unwrap().unwrap();
    let (house, events) = (&room.desk.house.desk, Default::default());
    desk::step::attach::attach(&room.store, house, &events, newer.id, room.now()).unwrap();
    desk::step::verify::verify(&room.store, house, own, room.now()).unwrap();
    room.redraft_jobs();
    let (story, revision) = room.latest(own);
    assert!(story.held_reason.contains("newer version of a report"), "{}", story.held_reason);
    assert_eq!((revision.drafter.as_str(), story.verdict), ("Ida Okafor", Some(Verdict::Contradicted)));
    assert!(room.get(&ida, "/desk?list=updates").body.contains("newer version of a report"));
    // It can be taken away, whichever version was put there.
    assert_eq!(room.post(&mut ida, &path, &[("away", &newer.id.to_string())]).status, 303);
    assert!(room.store.read(|c| store::report::of_story(c, own, room.now())).unwrap().is_empty());
}

#[test]
fn nothing_is_drafted_over_a_persons_own_story() {
    let room = Room::new();
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    let wire = room.story();
    let own = begun(&room, &mut ida, "news");
    let merged = room.act(&mut ida, wire, "merge", &[("into", &own.to_string()), ("reason", "one event")]);
    assert_eq!(merged.status, 303, "{}", merged.body);
    desk::step::draft::draft(&room.store, &room.desk.house.desk, own, room.now()).unwrap();
    room.redraft_jobs();
    let (story, revision) = room.latest(own);
    assert_eq!(revision.drafter, "Ida Okafor");
    assert!(story.held_reason.contains("others than before"), "{}", story.held_reason);
}

#[test]
fn four_eyes_see_who_gave_the_document_that_it_rests_on() {
    let room = Room::with(|house| house.four_eyes = true);
    let mut jo = room.somebody("Jo Bell", Role::Editor);
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    let own = begun(&room, &mut jo, "news");
    let path = format!("/desk/story/{own}/sources");
    room.post(&mut ida, &path, &[("give", "1"), ("name", "Ruling"), ("text", BODY)]);
    room.save(&mut jo, own, "Velmo council votes to open town library", "", BODY);
    let refused = room.act(&mut ida, own, "publish", &[]);
    assert!(refused.status == 422 && refused.body.contains("You added a document"), "{}", refused.body);
}

#[test]
fn readers_are_told_what_was_taken_back_though_the_text_stays() {
    let room = Room::new();
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    let wire = room.story();
    let own = begun(&room, &mut ida, "news");
    let report = report_of(&room, wire).to_string();
    room.post(&mut ida, &format!("/desk/story/{own}/sources"), &[("report", &report)]);
    room.save(&mut ida, own, "Velmo council votes to open library on Sundays", "", BODY);
    assert_eq!(room.act(&mut ida, own, "publish", &[]).status, 303);
    room.pass(Time::MINUTE_MS);
    room.withhold("a");
    let taken = room.store.read(|c| store::report::by_guid(c, None, "a")).unwrap().unwrap();
    desk::step::withdraw::withdraw(&room.store, &taken, room.now()).unwrap();
    desk::step::verify::verify(&room.store, &room.desk.house.desk, own, room.now()).unwrap();
    for words in ["Velmo council votes to open library on Sundays", BODY] {
        let sign = [("words", words), ("reason", "I was there")];
        assert_eq!(room.post(&mut ida, &format!("/desk/story/{own}/sign"), &sign).status, 303);
    }
    let out = room.act(&mut ida, own, "publish", &[]);
    assert_eq!(out.status, 303, "{}", out.body);
    let told = room.store.read(|c| store::correction::of_story(c, own)).unwrap();
    assert!(told.iter().any(|c| c.note.contains("asked not to use its report")), "{told:?}");
}
