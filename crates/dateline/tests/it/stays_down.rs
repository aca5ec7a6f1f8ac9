//! What was taken down stays down, and readers are told: kills by an editor, reports that agencies take back.

use news::{StoryId, Time, source::Treatment, stage::Stage};
use testkit::TestNewsroom;

use crate::now;

/// One ninjs item. `extra` are further members, each with a comma behind it.
fn item(guid: &str, version: u32, extra: &str, headline: &str, paragraphs: &[&str]) -> Vec<u8> {
    let body = paragraphs.join("\\n\\n").replace('"', "\\\"").replace("\\\\\"", "\\\"");
    format!(
        r#"{{"uri":"{guid}","type":"text","version":"{version}","versionCreated":"2026-11-23T08:00:00Z",{extra}
        "language":"en","headlines":[{{"value":"{headline}"}}],
        "bodies":[{{"contentType":"text/plain","value":"{body}"}}],"located":"Lisbon"}}"#
    )
    .into_bytes()
}

const HEADLINE: &str = "Harbour of Porto Velmo to close for a week, mayor says";
const LEAD: &str =
    "The harbour of Porto Velmo will close for a week from Monday, mayor Ana Reiszinha said in Lisbon on Friday.";
const BOATS: &str = "Some 240 boats must leave the basin by Sunday evening, Reiszinha told reporters in Lisbon.";
const COST: &str = "The work on the harbour gates costs 3.1 million euros, the city council of Porto Velmo said.";
const CREWS: &str =
    "Crews of the ferry line will be paid during the closure, said Reiszinha, who has led Porto Velmo since 2019.";

fn hour(n: i64) -> Time {
    now().plus_ms(n * Time::HOUR_MS)
}

fn stories(newsroom: &TestNewsroom) -> Vec<news::story::Story> {
    newsroom.store().read(|c| store::story::recent(c, None, 100)).unwrap()
}

fn told(newsroom: &TestNewsroom, story: StoryId) -> Vec<String> {
    let corrections = newsroom.store().read(|c| store::correction::of_story(c, story)).unwrap();
    corrections.into_iter().map(|c| c.note).collect()
}

fn order(newsroom: &TestNewsroom, id: StoryId, act: fn(&mut dyn store::Conn, &desk::act::Order) -> desk::Result<()>) {
    let order = desk::act::Order::new(id, "Ana", "a court order").unwrap();
    desk::transaction(newsroom.store(), move |c| act(c, &order)).unwrap();
}

fn killed_by_ana(newsroom: &TestNewsroom, id: StoryId) {
    order(newsroom, id, |c, order| desk::act::kill(c, order, "This story was withdrawn.", now()));
}

#[test]
fn a_newer_version_does_not_bring_back_what_an_editor_killed() {
    let newsroom = TestNewsroom::new(now()).unwrap();
    let source = newsroom.source("wire", Treatment::Rewrite, 250).unwrap();
    newsroom.take(source, &item("urn:1", 1, "", HEADLINE, &[LEAD, BOATS, COST]), now()).unwrap();
    let id = newsroom.story_of("urn:1").unwrap().unwrap();
    let report = newsroom.store().read(|c| store::report::by_guid(c, None, "urn:1")).unwrap().unwrap();
    killed_by_ana(&newsroom, id);
    newsroom.take(source, &item("urn:1", 2, "", HEADLINE, &[LEAD, BOATS, COST, CREWS]), hour(1)).unwrap();
    // A job that is run again after the kill finds nothing to do either.
    desk::step::attach::attach(newsroom.store(), &newsroom.room.house, &Default::default(), report.id, hour(1))
        .unwrap();
    let newest = newsroom.store().read(|c| store::report::by_guid(c, None, "urn:1")).unwrap().unwrap();
    desk::step::attach::attach(newsroom.store(), &newsroom.room.house, &Default::default(), newest.id, hour(1))
        .unwrap();
    desk::step::tag::tag(newsroom.store(), &newsroom.room.house, &newsroom.room.sectors, id, hour(1)).unwrap();
    newsroom.room.until_idle(hour(1)).unwrap();
    assert_eq!(stories(&newsroom).len(), 1, "the killed story comes back under another number");
    assert_eq!(newsroom.story(id).unwrap().0.stage, Stage::Killed);
    assert!(!newsroom.get("/").unwrap().body.contains("Velmo"));
}

#[test]
fn a_copy_of_what_an_editor_killed_waits_for_an_editor() {
    let newsroom = TestNewsroom::new(now()).unwrap();
    let source = newsroom.source("wire", Treatment::Rewrite, 250).unwrap();
    let other = newsroom.source("other", Treatment::Rewrite, 250).unwrap();
    newsroom.take(source, &item("urn:1", 1, "", HEADLINE, &[LEAD, BOATS, COST]), now()).unwrap();
    let id = newsroom.story_of("urn:1").unwrap().unwrap();
    killed_by_ana(&newsroom, id);
    newsroom.take(other, &item("urn:2", 1, "", HEADLINE, &[LEAD, BOATS, COST]), hour(1)).unwrap();
    let (copy, _) = newsroom.story(newsroom.story_of("urn:2").unwrap().unwrap()).unwrap();
    assert_ne!(copy.id, id);
    assert_eq!(copy.stage, Stage::Held);
    assert!(copy.held_reason.contains(&format!("story {id}")), "{}", copy.held_reason);
}

#[test]
fn a_page_that_loses_a_source_comes_back_without_it_and_says_so() {
    let newsroom = TestNewsroom::new(now()).unwrap();
    let one = newsroom.source("corvel", Treatment::Rewrite, 250).unwrap();
    let two = newsroom.source("agenor", Treatment::Rewrite, 250).unwrap();
    newsroom.take(one, &item("urn:1", 1, "", HEADLINE, &[LEAD, BOATS, COST]), now()).unwrap();
    newsroom.take(two, &item("urn:2", 1, "", HEADLINE, &[LEAD, BOATS, COST, CREWS]), hour(1)).unwrap();
    let id = newsroom.story_of("urn:1").unwrap().unwrap();
    assert_eq!(newsroom.story_of("urn:2").unwrap(), Some(id), "one event");
    assert!(newsroom.story(id).unwrap().1.draft.paragraphs.join(" ").contains("ferry"));
    newsroom.take(two, &item("urn:2", 2, r#""pubStatus":"canceled","#, HEADLINE, &[]), hour(2)).unwrap();
    let (story, revision) = newsroom.story(id).unwrap();
    assert_eq!(story.stage, Stage::Published, "{}", story.held_reason);
    assert!(!revision.draft.paragraphs.join(" ").contains("ferry"), "the withdrawn words are still there");
    assert_eq!(told(&newsroom, id).len(), 1, "readers are not told");
    assert!(told(&newsroom, id)[0].starts_with("agenor withdrew its report"), "{:?}", told(&newsroom, id));
    newsroom.take(one, &item("urn:1", 2, "", HEADLINE, &[LEAD, &BOATS.replace("240", "260"), COST]), hour(3)).unwrap();
    assert_eq!(told(&newsroom, id).len(), 1, "told twice");
}

#[test]
fn a_withheld_report_that_is_usable_again_comes_back_without_a_notice() {
    let newsroom = TestNewsroom::new(now()).unwrap();
    let source = newsroom.source("corvel", Treatment::Rewrite, 250).unwrap();
    let body = [LEAD, BOATS, COST];
    newsroom.take(source, &item("urn:1", 1, "", HEADLINE, &body), now()).unwrap();
    let id = newsroom.story_of("urn:1").unwrap().unwrap();
    newsroom.take(source, &item("urn:1", 2, r#""pubStatus":"withheld","#, HEADLINE, &body), hour(1)).unwrap();
    assert_eq!(newsroom.story(id).unwrap().0.stage, Stage::Held);
    // A decision that was on its way must not put it back.
    desk::step::decide::decide(newsroom.store(), &newsroom.room.house, id, hour(1)).unwrap();
    assert_eq!(newsroom.story(id).unwrap().0.stage, Stage::Held, "published without a usable report");
    let again = [LEAD, &BOATS.replace("240", "250"), COST];
    newsroom.take(source, &item("urn:1", 3, "", HEADLINE, &again), hour(2)).unwrap();
    assert_eq!(newsroom.story(id).unwrap().0.stage, Stage::Published);
    assert!(told(&newsroom, id).is_empty(), "{:?}", told(&newsroom, id));
}

#[test]
fn an_embargo_put_on_a_published_report_takes_the_page_down_until_it_is_over() {
    let newsroom = TestNewsroom::new(now()).unwrap();
    let source = newsroom.source("corvel", Treatment::Rewrite, 250).unwrap();
    let body = [LEAD, BOATS, COST];
    newsroom.take(source, &item("urn:1", 1, "", HEADLINE, &body), now()).unwrap();
    let id = newsroom.story_of("urn:1").unwrap().unwrap();
    let late = r#""embargoedUntil":"2026-11-23T18:00:00Z","#;
    newsroom.take(source, &item("urn:1", 2, late, HEADLINE, &body), hour(1)).unwrap();
    assert_eq!(newsroom.story(id).unwrap().0.stage, Stage::Held);
    assert!(!newsroom.get("/").unwrap().body.contains("Velmo"));
    newsroom.room.until_idle(hour(8)).unwrap();
    assert_eq!(newsroom.story(id).unwrap().0.stage, Stage::Published, "the embargo is over");
    assert!(told(&newsroom, id).is_empty(), "{:?}", told(&newsroom, id));
}

#[test]
fn a_correction_is_told_once_and_a_wrong_page_does_not_stay() {
    let newsroom = TestNewsroom::new(now()).unwrap();
    let source = newsroom.source("corvel", Treatment::Rewrite, 250).unwrap();
    newsroom.take(source, &item("urn:1", 1, "", HEADLINE, &[LEAD, BOATS, COST]), now()).unwrap();
    let id = newsroom.story_of("urn:1").unwrap().unwrap();
    let right = [LEAD, &BOATS.replace("240", "340"), COST];
    let corrected = item("urn:1", 2, r#""edNote":"CORRECTION: corrects number of boats","#, HEADLINE, &right);
    newsroom.take(source, &corrected, hour(1)).unwrap();
    assert_eq!(told(&newsroom, id).len(), 1);
    assert!(told(&newsroom, id)[0].contains("340"), "{:?}", told(&newsroom, id));
    for step in desk::step::STEPS {
        newsroom.room.redo(id, step, hour(2)).unwrap();
        newsroom.room.until_idle(hour(2)).unwrap();
    }
    newsroom.take(source, &item("urn:1", 3, "", HEADLINE, &[LEAD, right[1], COST, CREWS]), hour(3)).unwrap();
    assert_eq!(told(&newsroom, id).len(), 1, "told again: {:?}", told(&newsroom, id));
}

#[test]
fn every_step_run_twice_changes_nothing() {
    let newsroom = TestNewsroom::new(now()).unwrap();
    let source = newsroom.source("corvel", Treatment::Rewrite, 250).unwrap();
    newsroom.take(source, &item("urn:1", 1, "", HEADLINE, &[LEAD, BOATS, COST]), now()).unwrap();
    let id = newsroom.story_of("urn:1").unwrap().unwrap();
    let state = || {
        let log = newsroom.store().read(|c| store::log::of(c, "story", id.0)).unwrap();
        format!("{:?} {log:?}", newsroom.story(id).unwrap())
    };
    let before = state();
    for step in ["decide", "draft", "illustrate", "verify", "tag"] {
        newsroom.room.redo(id, step, hour(1)).unwrap();
        newsroom.room.until_idle(hour(1)).unwrap();
        assert_eq!(state(), before, "{step} again");
    }
}

#[test]
fn a_newer_version_with_an_older_date_is_taken_and_an_older_version_is_not() {
    let newsroom = TestNewsroom::new(now()).unwrap();
    let source = newsroom.source("corvel", Treatment::Rewrite, 250).unwrap();
    let version = |n: u32, boats: &str, created: &str| {
        let text = item("urn:1", n, "", HEADLINE, &[LEAD, &BOATS.replace("240", boats), COST]);
        String::from_utf8(text).unwrap().replace("2026-11-23T08:00:00Z", created).into_bytes()
    };
    newsroom.take(source, &version(2, "240", "2026-11-23T08:00:00Z"), now()).unwrap();
    let id = newsroom.story_of("urn:1").unwrap().unwrap();
    newsroom.take(source, &version(1, "140", "2026-11-23T09:00:00Z"), hour(1)).unwrap();
    let shown = || newsroom.story(id).unwrap().1.draft.paragraphs.join(" ");
    assert!(shown().contains("240"), "{}", shown());
    newsroom.take(source, &version(3, "340", "2026-11-23T07:00:00Z"), hour(2)).unwrap();
    assert!(shown().contains("340"), "{}", shown());
    assert_eq!(stories(&newsroom).len(), 1);
}

#[test]
fn a_kill_while_the_draft_is_on_its_way_wins() {
    let newsroom = TestNewsroom::new(now()).unwrap();
    let source = newsroom.source("corvel", Treatment::Rewrite, 250).unwrap();
    let bytes = item("urn:1", 1, "", HEADLINE, &[LEAD, BOATS, COST]);
    for turns in 1..=6 {
        let guid = format!("urn:turn:{turns}");
        let bytes =
            String::from_utf8(bytes.clone()).unwrap().replace("urn:1", &guid).replace("Velmo", &format!("Velm{turns}"));
        let source = newsroom.store().read(|c| store::source::by_id(c, source)).unwrap().unwrap();
        dateline::intake::take(newsroom.store(), &source, bytes.as_bytes(), None, hour(turns * 100)).unwrap();
        for _ in 0..turns {
            newsroom.room.turn(hour(turns * 100)).unwrap();
        }
        let id = newsroom.story_of(&guid).unwrap().unwrap();
        killed_by_ana(&newsroom, id);
        newsroom.room.until_idle(hour(turns * 100)).unwrap();
        let story = newsroom.store().read(|c| store::story::by_id(c, id)).unwrap().unwrap();
        assert_eq!(story.stage, Stage::Killed, "after {turns} steps");
        assert!(!newsroom.get("/").unwrap().body.contains(&format!("Velm{turns}")), "after {turns} steps");
    }
}

#[test]
fn a_page_whose_report_turns_into_another_language_does_not_stand_on_it() {
    let newsroom = TestNewsroom::new(now()).unwrap();
    let source = newsroom.source("corvel", Treatment::Rewrite, 250).unwrap();
    newsroom.take(source, &item("urn:1", 1, "", HEADLINE, &[LEAD, BOATS, COST]), now()).unwrap();
    let id = newsroom.story_of("urn:1").unwrap().unwrap();
    let lead =
        "Le port de Porto Velmo fermera une semaine à partir de lundi, a annoncé vendredi la maire Ana Reiszinha.";
    let french =
        String::from_utf8(item("urn:1", 2, "", "Le port de Porto Velmo fermera une semaine", &[lead])).unwrap();
    newsroom.take(source, french.replace("\"en\"", "\"fr\"").as_bytes(), hour(1)).unwrap();
    let (story, _) = newsroom.story(id).unwrap();
    assert_eq!(story.stage, Stage::Held);
    assert!(story.held_reason.contains("language (en)"), "{}", story.held_reason);
}
