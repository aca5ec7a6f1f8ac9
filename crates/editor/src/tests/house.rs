//! Redirects, the house's screen, views of the queue.

use news::person::Role;

use super::room::Room;

#[test]
fn an_address_leads_elsewhere_until_that_is_taken_back() {
    let room = Room::new();
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    let id = room.story().to_string();
    let path = "/desk/redirects";
    let put = [("do", "put"), ("path", "/2019/05/library"), ("target", id.as_str()), ("reason", "the old site")];
    assert_eq!(room.post(&mut ida, path, &put).status, 303);
    let led = |path: &str| room.store.read(|c| store::redirect::of_path(c, path)).unwrap();
    assert_eq!(led("/2019/05/library"), Some(format!("/article/{id}")));
    for (from, to, why) in [
        ("https://evil.example/", "1", "begins with a slash"),
        ("//evil.example", "1", "begins with a slash"),
        ("/x", "//evil.example", "the number of a story"),
        ("/x", "javascript:alert(1)", "the number of a story"),
        ("/x", "99", "no story 99"),
        ("/x", "/x", "leads on"),
        ("/x", "/2019/05/library", "leads on"),
        ("/desk/in", "/", "lead nowhere else"),
    ] {
        let page = room.post(&mut ida, path, &[("do", "put"), ("path", from), ("target", to), ("reason", "r")]);
        assert!(page.status >= 400 && page.body.contains(why), "{from} -> {to}: {}", page.body);
    }
    let silent = room.post(&mut ida, path, &[("do", "put"), ("path", "/x"), ("target", "/")]);
    assert!(silent.status == 409 && silent.body.contains("Say why"), "{}", silent.body);
    // What led to an address that leads on leads to its end.
    let older = [("do", "put"), ("path", "/old"), ("target", "/newer"), ("reason", "r")];
    assert_eq!(room.post(&mut ida, path, &older).status, 303);
    let on = [("do", "put"), ("path", "/newer"), ("target", "/latest"), ("reason", "r")];
    assert_eq!(room.post(&mut ida, path, &on).status, 303);
    assert_eq!((led("/old").as_deref(), led("/newer").as_deref()), (Some("/latest"), Some("/latest")));
    assert!(room.get(&ida, path).body.contains("/2019/05/library"));
    assert_eq!(room.post(&mut ida, path, &[("do", "drop"), ("path", "/2019/05/library")]).status, 303);
    assert_eq!(led("/2019/05/library"), None);
    let log = room.store.read(|c| store::log::of(c, "redirect", 0)).unwrap();
    assert_eq!(log.len(), 4, "{log:?}");
}

#[test]
fn a_view_of_the_queue_is_kept_by_its_person_alone() {
    let room = Room::new();
    let mut ida = room.somebody("Ida Okafor", Role::Reporter);
    let jo = room.somebody("Jo Bell", Role::Reporter);
    let fields = [("name", "Urgent <politics>"), ("list", "held"), ("sector", "politics"), ("urgency", "urgent")];
    let kept = room.post(&mut ida, "/desk/views", &fields);
    assert_eq!(kept.to(), "/desk?list=held&sector=politics&urgency=urgent&done=done");
    let page = room.get(&ida, "/desk?list=held&sector=politics&urgency=urgent").body;
    assert!(page.contains("Urgent &#60;politics&#62;</a>") && page.contains("aria-current=\"true\">Urgent"), "{page}");
    assert!(!room.get(&jo, "/desk").body.contains("Urgent &#60;politics"));
    assert_eq!(room.post(&mut ida, "/desk/views", &[("forget", "Urgent <politics>")]).status, 303);
    assert!(!room.get(&ida, "/desk").body.contains("Urgent &#60;politics"));
    assert_eq!(room.post(&mut ida, "/desk/views", &[("name", " ")]).status, 422);
}

#[test]
fn the_queue_can_be_asked_for_what_is_urgent() {
    let room = Room::new();
    let ida = room.somebody("Ida Okafor", Role::Reporter);
    let id = room.story();
    let change = move |urgency: Option<u8>| {
        room.store
            .write(move |c| {
                let story = store::story::by_id(c, id)?.unwrap();
                store::story::update(c, &news::story::Story { urgency, ..story })
            })
            .unwrap();
        room.get(&ida, "/desk?list=held&urgency=urgent").body
    };
    assert!(change(None).contains("Nothing here is like that"));
    assert!(change(Some(4)).contains("Nothing here is like that"));
    assert!(change(Some(3)).contains("<span>urgent</span>"));
}

#[test]
fn the_houses_screen_says_what_readers_find_where() {
    let room = Room::with(|house| {
        house.editions = vec![crate::Edition {
            slug: "in".into(),
            name: "India edition".into(),
            lang: "en".into(),
            zone: "Asia/Kolkata".into(),
            holds: "stories in en on India".into(),
            countries: Vec::new(),
            sectors: Vec::new(),
        }];
        house.menu = vec![("Opinion".into(), "/opinion".into())];
    });
    let jo = room.somebody("Jo Bell", Role::Reporter);
    let page = room.get(&jo, "/desk/house").body;
    for part in
        ["India edition", "stories in en on India", "Science &#38; Environment", "13000000", "Opinion", "Rosa Linden"]
    {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(!page.contains("/desk/redirects"), "a reporter may not");
}
