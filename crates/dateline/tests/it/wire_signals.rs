//! Withdrawn, withheld, embargoed: what the wire says goes, at once.

use news::{Time, source::Treatment, stage::Stage};
use testkit::TestNewsroom;

use crate::now;

fn item(version: u32, status: &str, body: &str) -> Vec<u8> {
    format!(
        r#"{{"uri":"urn:test:1","type":"text","version":"{version}","versionCreated":"2026-11-23T08:00:00Z","pubStatus":"{status}",
        "language":"en","headlines":[{{"value":"Harbour of Porto Velmo to close for a week, mayor says"}}],
        "bodies":[{{"contentType":"text/plain","value":"{body}"}}],"located":"Lisbon"}}"#
    )
    .into_bytes()
}

const BODY: &str = "The harbour of Porto Velmo will close for a week from Monday, mayor Ana Reiszinha said on Friday.\\n\\n\
    Some 240 boats must leave the basin by Sunday evening, Reiszinha told reporters in Lisbon.\\n\\n\
    \\\"We will dredge the basin and mend the gates,\\\" Reiszinha said.\\n\\nThe work costs 3.1 million euros, the city council said.";

#[test]
fn a_kill_takes_the_page_down_and_a_withheld_item_holds_it() {
    let newsroom = TestNewsroom::new(now()).unwrap();
    let source = newsroom.source("wire", Treatment::Rewrite, 250).unwrap();
    newsroom.take(source, &item(1, "usable", BODY), now()).unwrap();
    let id = newsroom.story_of("urn:test:1").unwrap().unwrap();
    let (story, _) = newsroom.story(id).unwrap();
    assert_eq!(story.stage, Stage::Published, "{}", story.held_reason);
    let path = format!("/article/{}/{id}-{}", story.sector, story.slug);
    assert_eq!(newsroom.get(&path).unwrap().status, 200);

    newsroom.take(source, &item(2, "withheld", BODY), now()).unwrap();
    assert_eq!(newsroom.story(id).unwrap().0.stage, Stage::Held);
    assert_eq!(newsroom.get(&path).unwrap().status, 404);

    newsroom.take(source, &item(3, "canceled", ""), now()).unwrap();
    assert_eq!(newsroom.story(id).unwrap().0.stage, Stage::Killed);
    let gone = newsroom.get(&path).unwrap();
    assert_eq!(gone.status, 410);
    assert!(!gone.body.contains("Velmo"), "the notice repeats what was withdrawn");
    let log = newsroom.store().read(|c| store::log::of(c, "story", id.0)).unwrap();
    assert!(log.iter().all(|e| !e.reason.is_empty() && !e.who.is_empty()), "{log:?}");
}

#[test]
fn an_embargo_waits_and_then_goes_out_by_itself() {
    let newsroom = TestNewsroom::new(now()).unwrap();
    let source = newsroom.source("wire", Treatment::Rewrite, 250).unwrap();
    let text = String::from_utf8(item(1, "usable", BODY))
        .unwrap()
        .replace("\"type\"", "\"embargoedUntil\":\"2026-11-23T18:00:00Z\",\"type\"");
    newsroom.take(source, text.as_bytes(), now()).unwrap();
    assert_eq!(newsroom.story_of("urn:test:1").unwrap(), None);
    assert!(!newsroom.get("/").unwrap().body.contains("Velmo"));
    newsroom.room.until_idle(now().plus_ms(7 * Time::HOUR_MS)).unwrap();
    assert_eq!(newsroom.story_of("urn:test:1").unwrap(), None, "one hour early");
    newsroom.room.until_idle(now().plus_ms(8 * Time::HOUR_MS)).unwrap();
    let id = newsroom.story_of("urn:test:1").unwrap().unwrap();
    assert_eq!(newsroom.story(id).unwrap().0.stage, Stage::Published);
}

#[test]
fn a_persons_hold_is_not_lifted_by_the_policy() {
    let newsroom = TestNewsroom::new(now()).unwrap();
    let source = newsroom.source("wire", Treatment::Rewrite, 250).unwrap();
    newsroom.take(source, &item(1, "usable", BODY), now()).unwrap();
    let id = newsroom.story_of("urn:test:1").unwrap().unwrap();
    let order = desk::act::Order::new(id, "Ana", "waiting for the council's answer").unwrap();
    desk::transaction(newsroom.store(), move |c| desk::act::hold(c, &order, now())).unwrap();
    newsroom.take(source, &item(2, "usable", &BODY.replace("240", "260")), now()).unwrap();
    let (story, revision) = newsroom.story(id).unwrap();
    assert_eq!(story.stage, Stage::Held);
    assert!(revision.draft.paragraphs.join(" ").contains("260"), "the draft goes on, the page does not");
}

fn corrected(newsroom: &TestNewsroom, id: news::StoryId, reason: &'static str) {
    let order = desk::act::Order::new(id, "Ana", reason).unwrap();
    newsroom.act(now(), move |c| desk::act::correct(c, &order, now())).unwrap();
}

#[test]
fn a_corrected_story_is_corrected_again_and_both_notes_stand() {
    let newsroom = TestNewsroom::new(now()).unwrap();
    let source = newsroom.source("wire", Treatment::Rewrite, 250).unwrap();
    newsroom.take(source, &item(1, "usable", BODY), now()).unwrap();
    let id = newsroom.story_of("urn:test:1").unwrap().unwrap();
    corrected(&newsroom, id, "The basin holds 240 boats, not 204.");
    corrected(&newsroom, id, "The gates are mended in May, not in March.");
    let (story, _) = newsroom.story(id).unwrap();
    let page = newsroom.get(&format!("/article/{}/{id}-{}", story.sector, story.slug)).unwrap().body;
    let (first, second) = (page.find("240 boats, not 204").unwrap(), page.find("in May, not in March").unwrap());
    assert!(second < first, "the newest correction leads");
    for list in ["/corrections", "/corrections/feed.rss"] {
        let list = newsroom.get(list).unwrap().body;
        assert!(list.contains("240 boats, not 204") && list.contains("in May, not in March"));
    }
}

#[test]
fn a_kill_after_a_correction_takes_the_correction_down_too() {
    let newsroom = TestNewsroom::new(now()).unwrap();
    let source = newsroom.source("wire", Treatment::Rewrite, 250).unwrap();
    newsroom.take(source, &item(1, "usable", BODY), now()).unwrap();
    let id = newsroom.story_of("urn:test:1").unwrap().unwrap();
    corrected(&newsroom, id, "Mayor Reiszinha spoke on Friday, not on Saturday.");
    assert!(newsroom.get("/corrections").unwrap().body.contains("Velmo"));
    newsroom.take(source, &item(2, "canceled", ""), now().plus_ms(1000)).unwrap();
    for path in ["/corrections", "/corrections/feed.rss", "/", "/feed.rss", "/latest", "/archive", "/trending"] {
        let body = newsroom.get(path).unwrap().body;
        assert!(!body.contains("Velmo") && !body.contains("Reiszinha"), "{path} still tells of it");
    }
}

#[test]
fn an_embargo_lifted_early_lets_the_story_go_at_once() {
    let newsroom = TestNewsroom::new(now()).unwrap();
    let source = newsroom.source("wire", Treatment::Rewrite, 250).unwrap();
    let held = String::from_utf8(item(1, "usable", BODY))
        .unwrap()
        .replace("\"type\"", "\"embargoedUntil\":\"2026-11-23T18:00:00Z\",\"type\"");
    newsroom.take(source, held.as_bytes(), now()).unwrap();
    assert_eq!(newsroom.story_of("urn:test:1").unwrap(), None);
    newsroom.take(source, &item(2, "usable", BODY), now().plus_ms(Time::HOUR_MS)).unwrap();
    let id = newsroom.story_of("urn:test:1").unwrap().unwrap();
    assert_eq!(newsroom.story(id).unwrap().0.stage, Stage::Published);
    // The hour of the old embargo changes nothing.
    newsroom.room.until_idle(now().plus_ms(9 * Time::HOUR_MS)).unwrap();
    assert_eq!(newsroom.store().read(|c| store::story::recent(c, None, 9)).unwrap().len(), 1);
}
