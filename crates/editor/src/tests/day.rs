//! Days at the desk.

use news::{Time, person::Role, stage::Stage, verdict::Verdict};

use super::room::{Browser, Room};

const HEADLINE: &str = "Velmo council votes to open library on Sundays";
const BODY: &str = "The council of Porto Velmo voted on Monday to open the town library on Sundays from March.\n\n\
    Some 240 readers had asked for it, council leader Ines Brandt said.";

#[test]
fn a_report_is_held_for_a_person_who_reads_and_lets_it_out() {
    let room = Room::new();
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    let id = room.story();
    assert_eq!(room.latest(id).0.stage, Stage::Held);
    let queue = room.get(&ida, "/desk");
    assert!(queue.body.contains(HEADLINE) && queue.body.contains("data-count=\"held\">1<"), "{}", queue.body);
    let screen = room.get(&ida, &format!("/desk/story/{id}")).body;
    assert!(screen.contains("Review and publish") && screen.contains("Rosa Linden answering for the house"));
    let half = room.act(&mut ida, id, "reviewed", &[("facts", "1")]);
    assert!(half.status == 409 && half.body.contains("The sources were not checked"), "{}", half.body);
    let done = room.act(&mut ida, id, "reviewed", &[("facts", "1"), ("sources", "1"), ("changes", "nothing")]);
    assert_eq!((done.status, done.to()), (303, format!("/desk/story/{id}?done=publish").as_str()));
    let (story, revision) = room.latest(id);
    assert!(story.stage == Stage::Published && story.reviewed && story.live == Some(revision.id));
    let review = room.store.read(|c| store::review::of_revision(c, &revision)).unwrap().unwrap().review;
    assert_eq!((review.who.as_str(), review.contact.as_str()), ("Ida Okafor", "https://ledger.example/contact"));
    let log = room.store.read(|c| store::log::of(c, "story", id.0)).unwrap();
    let acts: Vec<&str> = log.iter().map(|e| e.act.as_str()).collect();
    assert_eq!(acts, ["hold", "review", "publish"]);
    let verified = room.store.read(store::log::verify).unwrap();
    assert!(verified.broken.is_none() && verified.rows >= 4, "{verified:?}");
}

#[test]
fn a_later_machine_text_brings_the_label_back() {
    let room = without_review();
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    let id = room.story();
    room.act(&mut ida, id, "reviewed", &[("facts", "1"), ("sources", "1")]);
    assert!(room.latest(id).0.reviewed);
    room.pass(Time::HOUR_MS);
    let newer = "Velmo council votes to open library on Sundays\nThe council of Porto Velmo voted on Monday to open the town \
        library on Sundays from April.\nThe library will hire four people, council leader Ines Brandt said.";
    assert_eq!(room.story_of("a", newer), id);
    let (story, revision) = room.latest(id);
    assert_eq!(story.live, Some(revision.id), "the policy let it out: {}", story.held_reason);
    assert!(!story.reviewed, "nobody reviewed this text");
}

#[test]
fn what_has_no_source_does_not_go_out_until_it_is_put_right_or_signed() {
    let room = Room::new();
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    let id = room.story();
    let wrong = BODY.replace("240", "420");
    let saved = room.save(&mut ida, id, HEADLINE, "", &format!("{wrong}\n\nThe mayor plays the harp."));
    assert_eq!(saved.status, 303, "{}", saved.body);
    let (story, revision) = room.latest(id);
    assert_eq!((revision.editor.as_str(), revision.drafter.as_str()), ("Ida Okafor", "extract"));
    assert_eq!(story.verdict, Some(Verdict::Contradicted));
    let page = room.get(&ida, &format!("/desk/story/{id}")).body;
    assert!(page.contains("2 of the sentences have no source yet"), "{page}");
    let refused = room.act(&mut ida, id, "reviewed", &[("facts", "1"), ("sources", "1")]);
    assert!(
        refused.status == 409 && refused.body.contains("2 of this story’s sentences")
            || refused.body.contains("2 of this story")
    );
    // One key puts the source's value in.
    let n = revision.sentences.iter().position(|s| s.verdict == Verdict::Contradicted).unwrap();
    let shown = room.get(&ida, &format!("/desk/story/{id}?s={n}")).body;
    assert!(shown.contains("Use “240”") || shown.contains("Use “Some 240"), "{shown}");
    let base = revision.id.to_string();
    let body = revision.draft.paragraphs.join("\n\n");
    let fix = format!("{n}.0");
    let fields = [("base", base.as_str()), ("headline", HEADLINE), ("summary", ""), ("body", &body), ("fix", &fix)];
    assert_eq!(room.post(&mut ida, &format!("/desk/story/{id}/save"), &fields).status, 303);
    let fixed = room.latest(id).1;
    assert!(fixed.draft.paragraphs[1].contains("240"), "{:?}", fixed.draft);
    // The rest is her own knowledge.
    let sign = format!("/desk/story/{id}/sign");
    let words = [("words", "The mayor plays the harp."), ("reason", "I heard her")];
    assert_eq!(room.post(&mut ida, &sign, &words).status, 303);
    let other = [("words", "The mayor plays the flute."), ("reason", "x")];
    assert!(room.post(&mut ida, &sign, &other).body.contains("No sentence of the newest draft says that"));
    assert_eq!(room.act(&mut ida, id, "publish", &[]).status, 303);
    assert_eq!(room.latest(id).0.stage, Stage::Published);
    let taken = [("words", "The mayor plays the harp."), ("reason", "x"), ("undo", "1")];
    let refused = room.post(&mut ida, &sign, &taken);
    assert!(refused.status == 409 && refused.body.contains("Readers see this sentence"), "{}", refused.body);
    room.act(&mut ida, id, "hold", &[("reason", "to look again")]);
    assert_eq!(room.post(&mut ida, &sign, &taken).status, 303);
    let page = room.get(&ida, &format!("/desk/story/{id}")).body;
    assert!(page.contains("1 of the sentences has no source yet"), "a held story is not on the site: {page}");
}

#[test]
fn two_editors_on_one_story_see_both_texts() {
    let room = Room::new();
    let (mut ida, mut bo) = (room.somebody("Ida Okafor", Role::Editor), room.somebody("Bo Adeyemi", Role::Editor));
    let id = room.story();
    let base = room.latest(id).1.id.to_string();
    let path = format!("/desk/story/{id}/save");
    let text = |body: &'static str| [("headline", HEADLINE), ("summary", ""), ("body", body)];
    let with = |base: &str, body| -> Vec<(String, String)> {
        let base = [("base".to_owned(), base.to_owned())];
        base.into_iter().chain(text(body).map(|(n, v)| (n.to_owned(), v.to_owned()))).collect()
    };
    let send = |browser: &mut Browser, fields: Vec<(String, String)>| {
        let fields: Vec<_> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        room.post(browser, &path, &fields)
    };
    assert_eq!(send(&mut ida, with(&base, BODY)).status, 303);
    let refused = send(&mut bo, with(&base, "Some 240 readers had asked for it, council leader Ines Brandt said."));
    assert_eq!(refused.status, 409);
    assert!(
        refused.body.contains("What Ida Okafor saved meanwhile") && refused.body.contains("Yours"),
        "{}",
        refused.body
    );
    assert!(refused.body.contains("\nSome 240 readers had asked for it, council leader Ines Brandt said.</textarea>"));
    let newer = refused.field("base");
    assert_ne!(newer, base);
    let again = send(&mut bo, with(&newer, "Some 240 readers had asked for it, council leader Ines Brandt said."));
    assert_eq!(again.status, 303, "who has seen both may save");
    assert_eq!(room.latest(id).1.editor, "Bo Adeyemi");
    // What was on the screen is what goes out, and no newer text.
    let stale = [("act", "publish"), ("base", base.as_str())];
    assert!(
        room.post(&mut ida, &format!("/desk/story/{id}/act"), &stale).body.contains("Bo Adeyemi changed this story")
    );
}

#[test]
fn four_eyes_want_another_than_who_changed_it() {
    let room = Room::with(|house| house.four_eyes = true);
    let (mut ida, mut bo) = (room.somebody("Ida Okafor", Role::Editor), room.somebody("Bo Adeyemi", Role::Editor));
    let id = room.story();
    room.save(&mut ida, id, HEADLINE, "", BODY);
    let own = room.act(&mut ida, id, "publish", &[]);
    assert!(own.status == 422 && own.body.contains("four eyes"), "{}", own.body);
    assert_eq!(room.act(&mut bo, id, "publish", &[]).status, 303);
}

#[test]
fn a_reporter_hands_in_and_an_editor_sends_back() {
    let room = Room::new();
    let (mut bo, mut ida) = (room.somebody("Bo Adeyemi", Role::Reporter), room.somebody("Ida Okafor", Role::Editor));
    let id = room.story();
    let page = room.get(&bo, &format!("/desk/story/{id}")).body;
    assert!(page.contains("Hand in for review") && !page.contains("Review and publish") && !page.contains(">Kill<"));
    for act in ["publish", "reviewed", "hold", "kill", "correct", "schedule", "merge", "split", "send-back"] {
        let refused = room.act(&mut bo, id, act, &[("reason", "x")]);
        assert!(
            refused.status == 403 && refused.body.contains("This is for a editor")
                || refused.body.contains("This is for an editor"),
            "{act}"
        );
    }
    assert_eq!(room.act(&mut bo, id, "submit", &[("reason", "ready to read")]).status, 303);
    assert_eq!(room.latest(id).0.stage, Stage::Review);
    assert!(room.get(&ida, "/desk?list=review").body.contains("ready to read"));
    assert_eq!(room.act(&mut ida, id, "send-back", &[("reason", "the lede is long")]).status, 303);
    assert_eq!(room.latest(id).0.stage, Stage::Drafted);
    let twice = room.act(&mut ida, id, "send-back", &[("reason", "x")]);
    assert!(twice.status == 409 && twice.body.contains("not in review"));
    let silent = room.act(&mut ida, id, "hold", &[("reason", " ")]);
    assert!(silent.body.contains("without a reason"), "{}", silent.body);
}

#[test]
fn what_is_scheduled_goes_out_at_its_time_unless_the_text_changed() {
    for changed in [false, true] {
        let room = Room::new();
        let mut ida = room.somebody("Ida Okafor", Role::Editor);
        let id = room.story();
        let past = room.act(&mut ida, id, "schedule", &[("at", "2020-01-01T10:00"), ("reason", "x")]);
        assert!(past.body.contains("That time is over"), "{}", past.body);
        let set = room.act(&mut ida, id, "schedule", &[("at", "2026-12-30T10:00"), ("reason", "as agreed")]);
        assert_eq!(set.status, 303, "{}", set.body);
        assert_eq!(room.latest(id).0.stage, Stage::Scheduled);
        if changed {
            room.save(&mut ida, id, HEADLINE, "", BODY);
        }
        let release = || desk::step::release::release(&room.store, id, room.now()).unwrap();
        release();
        assert_eq!(room.latest(id).0.stage, Stage::Scheduled, "not before its time");
        room.pass(60 * Time::DAY_MS);
        release();
        release();
        let story = room.latest(id).0;
        let want = if changed { Stage::Held } else { Stage::Published };
        assert_eq!(story.stage, want, "{}", story.held_reason);
        assert_eq!(changed, story.held_reason.contains("newer than what was scheduled"));
    }
}

#[test]
fn the_wire_brings_more_while_somebody_has_it() {
    let room = Room::new();
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    let id = room.story();
    room.save(&mut ida, id, HEADLINE, "", BODY);
    room.redraft(id);
    assert_eq!(room.latest(id).1.editor, "Ida Okafor", "the same report changes nothing");
    room.act(&mut ida, id, "submit", &[("reason", "ready")]);
    room.pass(Time::HOUR_MS);
    let newer = "Velmo council votes to open library on Sundays\nThe council of Porto Velmo voted on Monday to open the town \
        library on Sundays from April.\nThe library will hire four people, council leader Ines Brandt said.";
    room.story_of("a", newer);
    let (story, revision) = room.latest(id);
    assert_eq!(story.stage, Stage::Review, "nothing is decided over her head");
    assert!(revision.editor.is_empty() && story.held_reason.contains("The wire brought more"), "{}", story.held_reason);
    assert!(room.get(&ida, &format!("/desk/story/{id}/revisions")).body.contains("edited by Ida Okafor"));
}

#[test]
fn the_record_of_labels_names_each_story_and_its_review() {
    let room = Room::new();
    let mut rosa = room.somebody("Rosa Linden", Role::Publisher);
    let id = room.story();
    room.act(&mut rosa, id, "publish", &[]);
    let csv = room.get(&rosa, "/desk/reviews.csv");
    assert!(csv.header("content-disposition").contains("labels-and-reviews.csv"));
    assert!(csv.body.contains("\"procedural\",\"required\""), "{}", csv.body);
    assert_eq!(room.act(&mut rosa, id, "reviewed", &[("facts", "1"), ("sources", "1")]).status, 303);
    let json: serde_json::Value = serde_json::from_str(&room.get(&rosa, "/desk/reviews.json").body).unwrap();
    assert_eq!(
        (json[0]["label"].as_str(), json[0]["review"]["who"].as_str()),
        (Some("not-required"), Some("Rosa Linden"))
    );
    assert!(room.get(&rosa, "/desk/log.csv").body.contains("\"review\""));
}

/// A house where everything that is supported goes out by itself.
fn without_review() -> Room {
    Room::with(|house| {
        let rules = vec![news::policy::Rule::everything("everything")];
        house.desk.policy = news::policy::Policy { rules, ..Default::default() };
    })
}

const NEWER: &str = "Velmo council votes to open library on Sundays
The council of Porto Velmo voted on Monday to open the town library on Sundays from April.
The library will hire four people, council leader Ines Brandt said.";

#[test]
fn the_policy_publishes_nothing_over_a_persons_unpublished_words() {
    let room = without_review();
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    let id = room.story();
    let first = room.latest(id).0.live;
    assert!(first.is_some());
    room.save(&mut ida, id, HEADLINE, "", BODY);
    room.pass(Time::HOUR_MS);
    room.story_of("a", NEWER);
    let story = room.latest(id).0;
    assert_eq!(story.live, first, "readers see what they saw");
    assert!(
        story.held_reason.contains("The wire brought more while Ida Okafor has this story"),
        "{}",
        story.held_reason
    );
    assert!(room.get(&ida, "/desk?list=updates").body.contains("The wire brought more"));
}

#[test]
fn what_somebody_claimed_is_theirs_until_they_release_it() {
    let room = without_review();
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    let id = room.story();
    room.act(&mut ida, id, "claim", &[]);
    room.pass(Time::HOUR_MS);
    room.story_of("a", NEWER);
    let (story, revision) = room.latest(id);
    assert_ne!(story.live, Some(revision.id));
    assert!(room.get(&ida, "/desk?list=mine").body.contains("The wire brought more"));
    room.act(&mut ida, id, "release", &[]);
    room.redraft(id);
    assert_eq!(room.latest(id).0.live, Some(revision.id));
}

#[test]
fn a_correction_is_reviewed_in_the_same_breath() {
    let room = Room::new();
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    let id = room.story();
    let ticks = [("facts", "1"), ("sources", "1")];
    assert_eq!(room.act(&mut ida, id, "reviewed", &ticks).status, 303);
    let form = |room: &Room, ida: &Browser| room.get(ida, &format!("/desk/story/{id}")).body;
    assert!(!form(&room, &ida).contains("reviewed-correct"), "there is nothing newer");
    room.save(&mut ida, id, HEADLINE, "", &BODY.replace("Some 240 readers had asked", "About 240 readers had asked"));
    assert!(form(&room, &ida).contains("reviewed-correct"));
    let silent = room.act(&mut ida, id, "reviewed-correct", &ticks);
    assert!(silent.status == 409 && silent.body.contains("Say why"), "{}", silent.body);
    let words = ("correction", "An earlier version said that exactly 240 had asked.");
    let half = room.act(&mut ida, id, "reviewed-correct", &[("facts", "1"), words]);
    assert!(half.status == 409 && half.body.contains("The sources were not checked"), "{}", half.body);
    assert!(half.body.contains("value=\"An earlier version said"), "what was typed is there: {}", half.body);
    let corrected = || room.store.read(|c| store::correction::of_story(c, id)).unwrap();
    assert!(corrected().is_empty() && room.latest(id).0.live != Some(room.latest(id).1.id));
    assert_eq!(room.act(&mut ida, id, "reviewed-correct", &[ticks[0], ticks[1], words]).status, 303);
    let (story, revision) = room.latest(id);
    assert!(story.live == Some(revision.id) && story.reviewed, "it is out, and no label came back");
    assert_eq!(corrected()[0].note, words.1);
    assert!(room.store.read(|c| store::review::of_revision(c, &revision)).unwrap().is_some());
}

#[test]
fn an_agencys_correction_is_told_to_readers_whoever_lets_it_out() {
    let room = Room::new();
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    let id = room.story();
    room.act(&mut ida, id, "publish", &[]);
    room.pass(Time::HOUR_MS);
    room.correction_of("a", NEWER);
    let story = room.latest(id).0;
    assert_eq!(story.stage, Stage::Published, "the page stays while a person looks");
    assert!(story.held_reason.starts_with("Calwick corrected its report."), "{}", story.held_reason);
    room.pass(Time::MINUTE_MS);
    let code = ida.code(room.now());
    assert_eq!(room.act(&mut ida, id, "reviewed", &[("facts", "1"), ("sources", "1"), ("code", &code)]).status, 303);
    let told = room.store.read(|c| store::correction::of_story(c, id)).unwrap();
    assert_eq!(told.len(), 1);
    assert!(told[0].note.starts_with("Calwick corrected its report:"), "{}", told[0].note);
}

#[test]
fn what_is_moved_to_a_later_time_goes_out_then() {
    let room = Room::new();
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    let id = room.story();
    for at in ["2026-12-10T10:00", "2026-12-20T10:00"] {
        assert_eq!(room.act(&mut ida, id, "schedule", &[("at", at), ("reason", "as agreed")]).status, 303);
    }
    let job = news::job::Job::Release { story: id };
    let due = || room.store.read(store::job::next_due).unwrap();
    let early = due().unwrap();
    room.clock.store(early.0, std::sync::atomic::Ordering::Relaxed);
    let claimed = room.store.write(move |c| store::job::claim(c, "w", early, 1000, 10)).unwrap();
    assert!(claimed.iter().any(|c| c.job == job));
    desk::step::release::release(&room.store, id, room.now()).unwrap();
    let ids: Vec<_> = claimed.iter().map(|c| c.id).collect();
    room.store.write(move |c| ids.into_iter().try_for_each(|id| store::job::done(c, id))).unwrap();
    let late = due().unwrap();
    assert!(late > early, "its own time is kept");
    room.clock.store(late.0, std::sync::atomic::Ordering::Relaxed);
    desk::step::release::release(&room.store, id, room.now()).unwrap();
    assert_eq!(room.latest(id).0.stage, Stage::Published);
}

#[test]
fn what_rests_on_a_report_that_was_taken_back_does_not_go_out() {
    let room = Room::new();
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    let id = room.story();
    room.pass(Time::MINUTE_MS);
    room.withhold("a");
    let refused = room.act(&mut ida, id, "reviewed", &[("facts", "1"), ("sources", "1")]);
    assert!(refused.status == 409 && refused.body.contains("have no support in the sources"), "{}", refused.body);
    assert_eq!(room.latest(id).0.stage, Stage::Held);
}

#[test]
fn a_caption_that_nobody_saw_does_not_go_out_with_what_was_scheduled() {
    let room = Room::new();
    let (mut ida, mut bo) = (room.somebody("Ida Okafor", Role::Editor), room.somebody("Bo Adeyemi", Role::Reporter));
    let id = room.story();
    let picture = news::story::Picture {
        blob: news::Hash::of(b"p"),
        media_type: "image/png".into(),
        width: 1,
        height: 1,
        alt: "A library".into(),
        caption: String::new(),
        credit: "Calwick".into(),
        involvement: news::label::Involvement::None,
        digital_source_type: String::new(),
        sizes: Vec::new(),
        brought: None,
    };
    desk::step::illustrate::save(&room.store, id, Some(picture), room.now()).unwrap();
    room.redraft_jobs();
    assert_eq!(room.act(&mut ida, id, "schedule", &[("at", "2026-12-30T10:00"), ("reason", "as agreed")]).status, 303);
    let base = room.latest(id).1.id.to_string();
    let path = format!("/desk/story/{id}/picture");
    let words = |alt: &'static str| [("alt", alt), ("caption", "The mayor is a crook"), ("credit", "Calwick")];
    let with = |alt| {
        [("base", base.clone())].into_iter().chain(words(alt).map(|(n, v)| (n, v.to_owned()))).collect::<Vec<_>>()
    };
    let send = |bo: &mut Browser, fields: Vec<(&str, String)>| {
        let fields: Vec<_> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
        room.post(bo, &path, &fields)
    };
    assert!(send(&mut bo, with(" ")).body.contains("Say in a sentence what the picture shows"));
    assert_eq!(send(&mut bo, with("A library")).status, 303);
    assert_eq!(send(&mut bo, with("Another")).status, 409, "over what it did not see");
    assert!(room.latest(id).0.held_reason.contains("schedule it again"));
    room.pass(60 * Time::DAY_MS);
    desk::step::release::release(&room.store, id, room.now()).unwrap();
    let story = room.latest(id).0;
    assert_eq!(story.stage, Stage::Held, "{}", story.held_reason);
}
