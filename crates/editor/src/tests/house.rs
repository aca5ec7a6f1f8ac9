//! Redirects, the house's screen, views of the queue.

use news::{
    Country, Lang,
    edition::{Arrangement, Edition, Link},
    person::Role,
};

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
        house.arrangement = settings();
    });
    let jo = room.somebody("Jo Bell", Role::Reporter);
    let page = room.get(&jo, "/desk/house").body;
    for part in [
        "India edition",
        "stories in en on Portugal",
        "Science &#38; Environment",
        "13000000",
        "Opinion",
        "Rosa Linden",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(!page.contains("/desk/redirects"), "a reporter may not");
    assert!(!page.contains("/desk/house/menu"), "nor that");
    assert_eq!(room.get(&jo, "/desk/house/edition").status, 403);
}

/// As `dateline.toml` has it.
fn settings() -> Arrangement {
    let edition = Edition {
        slug: "in".into(),
        name: "India edition".into(),
        lang: Lang::en(),
        zone: "Asia/Kolkata".into(),
        countries: vec![Country::new("PT").unwrap()],
        sectors: Vec::new(),
    };
    let opinion = Link { name: "Opinion".into(), url: "/opinion".into() };
    Arrangement { editions: vec![edition], menu: vec![opinion], sectors: None }
}

#[test]
fn an_admin_makes_changes_and_takes_away_editions() {
    let room = Room::with(|house| house.arrangement = settings());
    let mut ana = room.somebody("Ana Reis", Role::Admin);
    let path = "/desk/house/edition";
    let arranged = || room.store.read(store::arranged::get).unwrap().editions;
    let fields = |slug: &'static str, was: &'static str, more: &[(&'static str, &'static str)]| {
        let base = [("do", "save"), ("was", was), ("slug", slug), ("name", "Iberia <b>"), ("lang", "pt"), ("zone", "")];
        let kept = base.into_iter().filter(|(name, _)| more.iter().all(|(other, _)| other != name));
        kept.chain(more.iter().copied()).collect::<Vec<_>>()
    };
    for (sent, why) in [
        (fields("latest", "", &[]), "begins an address of the site already"),
        (fields("A b", "", &[]), "1 to 40 of a-z"),
        (fields("in", "", &[]), "Another edition is at /in already"),
        (fields("pt", "gone", &[]), "taken away meanwhile"),
        (fields("pt", "", &[("name", " ")]), "the name that readers know it by"),
        (fields("pt", "", &[("lang", "?")]), "Give its language"),
        (fields("pt", "", &[("zone", "Mars/Olympus")]), "Give its zone by name"),
        (fields("pt", "", &[("countries", "PT, XX")]), "no country’s code"),
    ] {
        let refused = room.post(&mut ana, path, &sent);
        assert!(refused.status == 422 && refused.body.contains(why), "{why}: {}", refused.body);
        assert!(
            refused.body.contains("value=\"Iberia &#60;b&#62;\"") || why.contains("readers know"),
            "{}",
            refused.body
        );
    }
    assert_eq!(arranged(), None, "nothing was kept");
    let more = [("countries", "pt"), ("sector", "health"), ("sector", "nonsense"), ("reason", "readers asked")];
    assert_eq!(room.post(&mut ana, path, &fields("pt", "", &more)).status, 303);
    let now = arranged().unwrap();
    assert_eq!(now.iter().map(|e| e.slug.as_str()).collect::<Vec<_>>(), ["in", "pt"]);
    assert_eq!((now[1].zone.as_str(), now[1].sectors.len(), now[1].countries.len()), ("Europe/Paris", 1, 1));
    // Stories are begun in its language from here on.
    assert!(room.get(&ana, "/desk/new").body.contains("value=\"pt\""));
    assert!(room.get(&ana, "/desk/house").body.contains("stories in pt on Portugal, Health"));
    // It moves, and goes.
    assert_eq!(room.post(&mut ana, path, &fields("iberia", "pt", &[])).status, 303);
    assert_eq!(room.get(&ana, "/desk/house/edition?edition=pt").status, 404);
    assert_eq!(room.post(&mut ana, path, &[("do", "remove"), ("was", "iberia")]).status, 303);
    assert!(room.post(&mut ana, path, &[("do", "remove"), ("was", "iberia")]).body.contains("taken away already"));
    assert_eq!(arranged().unwrap().len(), 1);
    assert_eq!(room.post(&mut ana, path, &[("do", "settings")]).status, 303);
    assert_eq!(arranged(), None);
    let log = room.store.read(|c| store::log::of(c, "house", 0)).unwrap();
    assert_eq!(log.iter().filter(|l| l.act == "arrange").count(), 4, "{log:?}");
}

#[test]
fn an_admin_arranges_the_menu() {
    let room = Room::with(|house| house.arrangement = settings());
    let mut ana = room.somebody("Ana Reis", Role::Admin);
    let path = "/desk/house/menu";
    let page = room.get(&ana, path).body;
    assert!(page.contains("value=\"Opinion\"") && page.contains("name=\"place-health\""), "{page}");
    let bad = [("do", "save"), ("name", "Shop"), ("url", "javascript:alert(1)"), ("place", "1")];
    let refused = room.post(&mut ana, path, &bad);
    assert!(refused.status == 422 && refused.body.contains("“Shop” leads nowhere"), "{}", refused.body);
    let nameless = [("do", "save"), ("name", ""), ("url", "/shots"), ("place", "1")];
    assert!(room.post(&mut ana, path, &nameless).body.contains("its words"));
    let fields = [
        ("do", "save"),
        ("sector", "health"),
        ("place-health", "2"),
        ("sector", "politics"),
        ("place-politics", "1"),
        ("sector", "other"),
        ("place-other", ""),
        ("name", "Shots"),
        ("url", "/shots"),
        ("place", "2"),
        ("name", "Shop"),
        ("url", "https://shop.example/"),
        ("place", "1"),
        ("name", ""),
        ("url", ""),
        ("place", "3"),
    ];
    assert_eq!(room.post(&mut ana, path, &fields).status, 303);
    let over = room.store.read(store::arranged::get).unwrap();
    let sectors: Vec<_> = over.sectors.as_ref().unwrap().iter().map(|s| s.slug().to_owned()).collect();
    assert_eq!(sectors, ["politics", "health", "other"]);
    assert_eq!(over.menu.unwrap().iter().map(|l| l.name.as_str().to_owned()).collect::<Vec<_>>(), ["Shop", "Shots"]);
    assert!(room.get(&ana, "/desk/house").body.contains("not in it"));
    assert_eq!(room.post(&mut ana, path, &[("do", "settings")]).status, 303);
    assert_eq!(room.store.read(store::arranged::get).unwrap(), Default::default());
}
