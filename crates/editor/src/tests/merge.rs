//! Which page may take another.

use news::{StoryId, person::Role, stage::Stage};

use super::room::{Browser, Room};

const FERRY: &str = "Skelby opens a ferry to Ossen\nThe port of Skelby opened a ferry to Ossen on Monday.\n\
    The crossing takes 40 minutes, harbour master Tove Lind said.";

#[test]
fn a_page_that_readers_have_is_merged_into_no_other_that_they_cannot_have() {
    let room = Room::new();
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    let (library, ferry) = (room.story(), room.story_of("b", FERRY));
    assert_eq!(room.act(&mut ida, library, "publish", &[]).status, 303);
    let merge = |ida: &mut Browser, from: StoryId, into: StoryId| {
        room.act(ida, from, "merge", &[("into", &into.to_string()), ("reason", "one event")])
    };
    let refused = merge(&mut ida, library, ferry);
    let why = format!("Readers have this page and cannot have story {ferry} yet");
    assert!(refused.status == 409 && refused.body.contains(&why), "{}", refused.body);
    let said = [("story", library.to_string()), ("other", ferry.to_string())];
    let fields = [("said", "merge"), ("story", said[0].1.as_str()), ("other", said[1].1.as_str())];
    assert_eq!(room.post(&mut ida, "/desk/likely", &fields).status, 409);
    assert_eq!(room.latest(library).0.stage, Stage::Published, "nothing was done");
    assert_eq!(merge(&mut ida, ferry, library).status, 303, "the other way round");
    assert_eq!(room.latest(ferry).0.stage, Stage::Merged);
}
