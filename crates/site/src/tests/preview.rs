//! What the desk is shown of a page before readers have it.

use news::{Lang, StoryId, revision::Draft, stage::Stage, story::Story};

use super::fixture::{Make, NOW, Newsroom, PARAGRAPHS};

const EVIDENCE: &str = "data-block=\"evidence\"";

#[test]
fn a_draft_is_shown_on_its_page_and_readers_keep_what_they_have() {
    let room = Newsroom::new();
    let id = room.story(&Make::default());
    let draft = Draft {
        lang: Lang::en(),
        headline: "France says more of the contract".into(),
        summary: String::new(),
        paragraphs: vec!["Nobody has read this sentence.".into()],
        marks: vec![],
    };
    let hash = draft.hash(&[]);
    room.store.write(move |c| store::revision::insert(c, id, &draft, hash, "Ida Okafor", "", NOW)).unwrap();
    let shown = room.site.preview(id, "/desk/story/1", NOW).unwrap().unwrap();
    for part in ["Preview: readers do not see this", "Nobody has read this sentence.", "<a href=\"/desk/story/1\">"] {
        assert!(shown.html.contains(part), "{part}: {}", shown.html);
    }
    assert!(shown.policy.contains("style-src 'sha256-"), "{}", shown.policy);
    assert!(!shown.html.contains("data-block=\"try\"") && !shown.html.contains("rel=\"canonical\""), "{}", shown.html);
    let public = room.get(&room.url(id)).text();
    assert!(!public.contains("Nobody has read") && !public.contains("data-block=\"preview\""), "{public}");
    assert!(public.contains("data-block=\"try\"") && public.contains(&format!("/article/{id}/document")), "{public}");
    let views = room.views.drain();
    assert!(views.iter().map(|(_, n)| n).sum::<u64>() <= 1, "a preview is no view: {views:?}");
}

#[test]
fn a_long_draft_has_its_evidence_on_the_page() {
    let room = Newsroom::new();
    let long: Vec<&str> = PARAGRAPHS.iter().copied().cycle().take(25).collect();
    let id = room.story(&Make { paragraphs: &long, ..Make::default() });
    let elsewhere = format!("/article/{id}/evidence");
    let public = room.get(&room.url(id)).text();
    assert!(!public.contains(EVIDENCE) && public.contains(&elsewhere), "{public}");
    let shown = room.site.preview(id, "/desk/story/1", NOW).unwrap().unwrap();
    assert!(shown.html.contains(EVIDENCE) && !shown.html.contains(&elsewhere), "{}", shown.html);
}

#[test]
fn what_cannot_go_out_has_no_preview() {
    let room = Newsroom::new();
    let id = room.story(&Make::default());
    let preview = |id| room.site.preview(id, "/desk/story/1", NOW);
    assert_eq!(preview(StoryId(99)), Ok(None));
    for stage in [Stage::Killed, Stage::Merged] {
        room.change(id, move |story| Story { stage, ..story });
        assert_eq!(preview(id), Ok(None), "{stage:?}");
    }
    room.break_store();
    assert!(preview(id).is_err());
}
