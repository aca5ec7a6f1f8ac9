//! Light Markdown in a story's text: it stands out for readers, and the check sees words alone.

use news::{
    mark::Manner,
    person::Role,
    verdict::{Part, Verdict},
};

use super::room::Room;

const HEADLINE: &str = "Velmo council votes to open library on Sundays";

const BODY: &str = "## The council of Porto Velmo voted on Monday\n\n\
    The council of **Porto Velmo** voted on Monday to open the town library *on Sundays* from March.\n\n\
    - Some 240 readers had [asked for it](https://library.example/petition), council leader Ines Brandt said.";

#[test]
fn signs_are_no_words_for_the_check_and_come_back_in_the_field() {
    let room = Room::new();
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    let id = room.story();
    assert_eq!(room.save(&mut ida, id, HEADLINE, "", BODY).status, 303);
    let (story, revision) = room.latest(id);
    assert_eq!(story.verdict, Some(Verdict::Supported), "{:?}", revision.sentences);
    assert_eq!(revision.draft.paragraphs[0], "The council of Porto Velmo voted on Monday");
    assert!(revision.draft.paragraphs.iter().all(|p| !p.contains(['*', '[', '#'])), "{:?}", revision.draft);
    assert_eq!(revision.draft.block(2), Some(&Manner::Item));
    let page = room.get(&ida, &format!("/desk/story/{id}")).body;
    for words in [
        "<strong>Porto Velmo</strong>",
        "<em>on Sundays</em>",
        "“asked for it” leads to <bdi>https://library.example/petition</bdi>",
    ] {
        assert!(page.contains(words), "{words}\n{page}");
    }
    assert!(page.contains("**Porto Velmo** voted"), "the field has the signs: {page}");
    // The same again is no new revision; other signs are, and the list of revisions shows which.
    assert_eq!(room.save(&mut ida, id, HEADLINE, "", BODY).status, 303);
    assert_eq!(room.latest(id).1.id, revision.id);
    room.save(&mut ida, id, HEADLINE, "", &BODY.replace("/petition", "/other"));
    assert_ne!(room.latest(id).1.hash, revision.hash);
    let revisions = room.get(&ida, &format!("/desk/story/{id}/revisions")).body;
    assert!(revisions.contains("<del>it](https://library.example/petition),</del>"), "{revisions}");
}

#[test]
fn a_value_put_right_leaves_what_is_marked_around_it() {
    let room = Room::new();
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    let id = room.story();
    let wrong = BODY.replace("240", "**420**");
    room.save(&mut ida, id, HEADLINE, "", &wrong);
    let revision = room.latest(id).1;
    let n = revision.sentences.iter().position(|s| s.verdict == Verdict::Contradicted).unwrap();
    let (base, fix) = (revision.id.to_string(), format!("{n}.0"));
    let fields =
        [("base", base.as_str()), ("headline", HEADLINE), ("summary", ""), ("body", wrong.as_str()), ("fix", &fix)];
    assert_eq!(room.post(&mut ida, &format!("/desk/story/{id}/save"), &fields).status, 303);
    let (story, fixed) = room.latest(id);
    assert_eq!(story.verdict, Some(Verdict::Supported));
    assert_eq!(desk::markdown::write(&fixed.draft), BODY.replace("240", "**240**"));
}

#[test]
fn a_review_is_of_the_signs_too() {
    let room = Room::new();
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    let id = room.story();
    room.save(&mut ida, id, HEADLINE, "", BODY);
    assert_eq!(room.act(&mut ida, id, "reviewed", &[("facts", "1"), ("sources", "1")]).status, 303);
    let reviewed = |room: &Room| {
        let revision = room.latest(id).1;
        room.store.read(|c| store::review::of_revision(c, &revision)).unwrap().is_some()
    };
    assert!(reviewed(&room));
    room.save(&mut ida, id, HEADLINE, "", &BODY.replace("/petition", "/elsewhere"));
    assert!(!reviewed(&room), "nobody reviewed where this link leads");
}

#[test]
fn no_link_leads_where_a_page_must_not() {
    let room = Room::new();
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    let id = room.story();
    for to in ["javascript:alert(1)", "//evil.example", "data:text/html,x", "library.example"] {
        let refused = room.save(&mut ida, id, HEADLINE, "", &BODY.replace("https://library.example/petition", to));
        assert!(refused.status == 409 && refused.body.contains("cannot be used: links begin with"), "{}", refused.body);
    }
    assert_eq!(room.save(&mut ida, id, HEADLINE, "", "<img src=x onerror=alert(1)> *a*").status, 303);
    let page = room.get(&ida, &format!("/desk/story/{id}")).body;
    assert!(!page.contains("<img src=x"), "{page}");
    assert_eq!(room.latest(id).1.draft.part(Part::Body(0)), "<img src=x onerror=alert(1)> a");
}
