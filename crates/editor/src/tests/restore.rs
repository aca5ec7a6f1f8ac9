//! An earlier text, taken again.

use news::{person::Role, stage::Stage, verdict::Verdict};

use super::room::{Browser, Page, Room};

const HEADLINE: &str = "Velmo council votes to open library on Sundays";
const WRONG: &str = "The council of Porto Velmo voted on Monday to open the town library on Sundays from March.\n\n\
    Some 420 readers had asked for it, council leader Ines Brandt said.";

fn again(
    room: &Room,
    browser: &mut Browser,
    id: news::StoryId,
    base: news::RevisionId,
    older: news::RevisionId,
) -> Page {
    let (base, older) = (base.to_string(), older.to_string());
    room.post(browser, &format!("/desk/story/{id}/revisions"), &[("base", &base), ("again", &older)])
}

#[test]
fn an_earlier_text_becomes_the_newest_revision_and_is_checked() {
    let room = Room::new();
    let mut ida = room.somebody("Ida Okafor", Role::Reporter);
    let id = room.story();
    let first = room.latest(id).1;
    let path = format!("/desk/story/{id}/revisions");
    assert!(!room.get(&ida, &path).body.contains("name=\"again\""), "there is nothing older");
    assert_eq!(room.save(&mut ida, id, HEADLINE, "", WRONG).status, 303);
    let edited = room.latest(id).1;
    assert_eq!(edited.verdict, Verdict::Contradicted);
    let page = room.get(&ida, &path);
    assert_eq!(page.body.matches("name=\"again\"").count(), 1, "not at the newest: {}", page.body);
    assert_eq!((page.field("base"), page.body.contains("Take this text again")), (edited.id.to_string(), true));

    let done = again(&room, &mut ida, id, edited.id, first.id);
    assert_eq!((done.status, done.to()), (303, format!("/desk/story/{id}?done=saved").as_str()), "{}", done.body);
    let newest = room.latest(id).1;
    assert_eq!((&newest.draft, newest.verdict, newest.number), (&first.draft, Verdict::Supported, edited.number + 1));
    assert_eq!((newest.drafter.as_str(), newest.editor.as_str()), ("extract", "Ida Okafor"), "a machine’s text still");
    let log = room.store.read(|c| store::log::of(c, "story", id.0)).unwrap();
    let last = log.last().map(|e| (e.who.as_str(), e.act.as_str(), e.reason.clone()));
    let reason = format!("the text of revision {} again", first.number);
    assert_eq!(last, Some(("Ida Okafor", "edit", reason)));
    // The undo is undone in the same way. A text that is the newest already is not offered again.
    assert_eq!(room.get(&ida, &path).body.matches("name=\"again\"").count(), 1);
    assert_eq!(again(&room, &mut ida, id, newest.id, edited.id).status, 303);
    assert_eq!(room.latest(id).1.draft, edited.draft);
}

#[test]
fn no_earlier_text_is_taken_unseen_or_from_elsewhere() {
    let room = Room::new();
    let (mut ida, mut bo) = (room.somebody("Ida Okafor", Role::Editor), room.somebody("Bo Adeyemi", Role::Editor));
    let id = room.story();
    let other = room.story_of("b", "Skelby opens a ferry\nThe port of Skelby opened a ferry to Ossen on Monday.");
    let first = room.latest(id).1;
    assert_eq!(room.save(&mut bo, id, HEADLINE, "", WRONG).status, 303);
    let newest = room.latest(id).1;
    let stale = again(&room, &mut ida, id, first.id, first.id);
    assert!(stale.status == 409 && stale.body.contains("Bo Adeyemi changed this story"), "{}", stale.body);
    let foreign = room.latest(other).1.id;
    assert_eq!(again(&room, &mut ida, id, newest.id, foreign).status, 404);
    assert_eq!(room.latest(id).1.id, newest.id, "nothing was saved");

    room.act(&mut ida, id, "kill", &[("reason", "a test")]);
    assert_eq!(room.latest(id).0.stage, Stage::Killed);
    assert!(!room.get(&ida, &format!("/desk/story/{id}/revisions")).body.contains("name=\"again\""));
    assert_eq!(again(&room, &mut ida, id, newest.id, first.id).status, 409);
}

#[test]
fn readers_keep_what_they_have_until_the_earlier_text_goes_out() {
    let room = Room::new();
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    let id = room.story();
    let first = room.latest(id).1;
    let shorter = "The council of Porto Velmo voted on Monday to open the town library on Sundays from March.";
    assert_eq!(room.save(&mut ida, id, HEADLINE, "", shorter).status, 303);
    assert_eq!(room.act(&mut ida, id, "publish", &[]).status, 303);
    let live = room.latest(id).1;
    assert_eq!(again(&room, &mut ida, id, live.id, first.id).status, 303);
    let (story, newest) = room.latest(id);
    assert_eq!((story.stage, story.live), (Stage::Published, Some(live.id)));
    assert!(newest.draft == first.draft && story.held_reason.contains("readers do not see it yet"), "{story:?}");
}

#[test]
fn an_earlier_text_comes_back_without_its_review() {
    let room = Room::new();
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    let id = room.story();
    let first = room.latest(id).1;
    let ticks = [("facts", "1"), ("sources", "1")];
    assert_eq!(room.act(&mut ida, id, "reviewed", &ticks).status, 303);
    assert!(room.latest(id).0.reviewed);
    let shorter = "The council of Porto Velmo voted on Monday to open the town library on Sundays from March.";
    room.pass(60_000);
    assert_eq!(room.save(&mut ida, id, HEADLINE, "", shorter).status, 303);
    assert_eq!(room.act(&mut ida, id, "publish", &[]).status, 303);
    let live = room.latest(id).1;
    assert_eq!(again(&room, &mut ida, id, live.id, first.id).status, 303);
    assert_eq!(room.act(&mut ida, id, "publish", &[]).status, 303);
    let (story, revision) = room.latest(id);
    assert!(revision.hash == first.hash && !story.reviewed, "nobody has read it as it stands now");
}
