//! Stories as readers will see them, at the desk.

use news::{StoryId, Time, person::Role};

use super::room::{Browser, Room};
use crate::{Preview, Previews};

/// Shows every story but a few.
pub struct Press;

const POLICY: &str = "default-src 'none'; style-src 'sha256-abc'";

impl Previews for Press {
    fn preview(&self, story: StoryId, _: &str, _: Time) -> Result<Option<Preview>, String> {
        let page = |policy: &str| Preview { html: format!("<h1>Story {story}</h1>"), policy: policy.into() };
        match story.0 {
            500 => Err("a template that nobody can fill in".into()),
            998 => Ok(Some(page(""))),
            999 => Ok(None),
            _ => Ok(Some(page(POLICY))),
        }
    }
}

#[test]
fn a_reporter_sees_the_page_with_its_own_policy_and_nobody_keeps_it() {
    let room = Room::new();
    let jo = room.somebody("Jo Bell", Role::Reporter);
    let id = room.story();
    let path = format!("/desk/story/{id}/preview");
    let page = room.get(&jo, &path);
    assert_eq!((page.status, page.body.as_str()), (200, format!("<h1>Story {id}</h1>").as_str()));
    let policies: Vec<_> = page.headers.iter().filter(|(name, _)| name == "content-security-policy").collect();
    assert!(policies.len() == 1 && policies[0].1 == POLICY, "{policies:?}");
    assert_eq!((page.header("cache-control"), page.header("x-robots-tag")), ("no-store", "noindex"));
    assert_eq!(room.get(&Browser::default(), &path).status, 303, "to the sign-in");
    // A page that says nothing of what it may do may do what the desk's own may.
    let plain = room.get(&jo, "/desk/story/998/preview");
    assert!(plain.header("content-security-policy").starts_with("default-src 'none'; style-src 'self'"));
}

#[test]
fn what_cannot_be_shown_is_not_there() {
    let room = Room::new();
    let jo = room.somebody("Jo Bell", Role::Reporter);
    for (story, status) in [("999", 404), ("abc", 404), ("500", 500)] {
        let page = room.get(&jo, &format!("/desk/story/{story}/preview"));
        assert_eq!(page.status, status, "{story}");
        assert!(!page.body.contains("a template that"), "what broke is for the log: {}", page.body);
    }
}

#[test]
fn the_tab_stands_where_there_is_something_to_show() {
    let link = |id: StoryId| format!("<a href=\"/desk/story/{id}/preview\">Preview</a>");
    let room = Room::new();
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    let id = room.story();
    for screen in ["", "/about", "/revisions", "/log"] {
        let page = room.get(&ida, &format!("/desk/story/{id}{screen}"));
        assert!(page.body.contains(&link(id)), "{screen}: {}", page.body);
    }
    assert_eq!(room.act(&mut ida, id, "kill", &[("reason", "a hoax")]).status, 303);
    assert!(!room.get(&ida, &format!("/desk/story/{id}")).body.contains(&link(id)));
    let bare = Room::with(|house| house.previews = None);
    let (ida, id) = (bare.somebody("Ida Okafor", Role::Editor), bare.story());
    assert!(!bare.get(&ida, &format!("/desk/story/{id}")).body.contains(&link(id)));
    assert_eq!(bare.get(&ida, &format!("/desk/story/{id}/preview")).status, 404);
}
