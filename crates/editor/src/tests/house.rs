//! Redirects, the house's screen, views of the queue.

use news::{
    Country, Lang,
    edition::{Arrangement, Edition, Link},
    person::Role,
};

use super::room::{Browser, Room};

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
fn editions_are_made_changed_and_taken_away() {
    let room = Room::with(|house| house.arrangement = settings());
    let mut ana = room.somebody("Ana Reis", Role::Admin);
    let path = "/desk/house/edition";
    let arranged = || room.store.read(store::arranged::get).unwrap().editions;
    let fields = |more: &[(&'static str, &str)]| {
        let base = [("do", "save"), ("was", ""), ("base", ""), ("slug", "pt"), ("name", "Iberia <b>"), ("lang", "pt")];
        let base = base.into_iter().chain([("zone", ""), ("reason", "readers asked")]);
        let kept = base.filter(|(name, _)| more.iter().all(|(other, _)| other != name));
        kept.map(|(n, v)| (n, v.to_owned())).chain(more.iter().map(|(n, v)| (*n, (*v).to_owned()))).collect::<Vec<_>>()
    };
    let post = |browser: &mut Browser, more: &[(&'static str, &str)]| {
        let fields = fields(more);
        let fields: Vec<_> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
        room.post(browser, path, &fields)
    };
    for (sent, why) in [
        (("slug", "latest"), "begins an address of the site already"),
        (("slug", "A b"), "1 to 40 of a-z"),
        (("slug", "-"), "1 to 40 of a-z"),
        (("slug", "in"), "Another edition is at /in already"),
        (("was", "gone"), "changed this edition meanwhile"),
        (("name", " \u{202e} "), "the name that readers know it by"),
        (("lang", "?"), "Give its language"),
        (("zone", "Mars/Olympus"), "Give its zone by name"),
        (("countries", "PT, XX"), "no country’s code"),
        (("reason", " "), "Say why"),
    ] {
        let refused = post(&mut ana, &[sent]);
        assert!(refused.status >= 400 && refused.body.contains(why), "{why}: {}", refused.body);
        assert!(
            refused.body.contains("value=\"Iberia &#60;b&#62;\"") || sent.0 == "name",
            "what was typed is there: {}",
            refused.body
        );
    }
    assert_eq!(arranged(), None, "nothing was kept");
    let more = [("name", "Iber\u{202e}ia"), ("countries", "pt"), ("sector", "health"), ("sector", "nonsense")];
    assert_eq!(post(&mut ana, &more).status, 303);
    let now = arranged().unwrap();
    assert_eq!(now.iter().map(|e| e.slug.as_str()).collect::<Vec<_>>(), ["in", "pt"]);
    assert_eq!((now[1].zone.as_str(), now[1].sectors.len(), now[1].countries.len()), ("Europe/Paris", 1, 1));
    assert_eq!(now[1].name, "Iber ia", "no sign turns what follows it");
    // Stories are begun in its language from here on.
    assert!(room.get(&ana, "/desk/new").body.contains("value=\"pt\""));
    assert!(room.get(&ana, "/desk/house").body.contains("stories in pt on Portugal, Health"));
    // Two admins on one edition: who is second sees that. Its address stays.
    let form = room.get(&ana, "/desk/house/edition?edition=pt");
    let base = form.field("base");
    let changed = [("was", "pt"), ("base", base.as_str()), ("slug", "other"), ("zone", "Europe/Lisbon")];
    assert_eq!(post(&mut ana, &changed).status, 303);
    assert_eq!((arranged().unwrap()[1].slug.as_str(), arranged().unwrap()[1].zone.as_str()), ("pt", "Europe/Lisbon"));
    let late = post(&mut ana, &changed);
    assert!(late.status == 422 && late.body.contains("changed this edition meanwhile"), "{}", late.body);
    // It goes, and takes along what was put into it.
    let id = room.story();
    room.store
        .write(move |c| {
            let mut story = store::story::by_id(c, id)?.unwrap();
            story.placed = vec![news::story::Placed { edition: "pt".into(), inside: false }];
            store::story::update(c, &story)
        })
        .unwrap();
    let base = room.get(&ana, "/desk/house/edition?edition=pt").field("base");
    let remove = [("do", "remove"), ("was", "pt"), ("base", base.as_str())];
    assert_eq!(post(&mut ana, &remove).status, 303);
    assert!(post(&mut ana, &remove).body.contains("changed this edition meanwhile"));
    assert_eq!((arranged().unwrap().len(), room.latest(id).0.placed), (1, vec![]));
    assert_eq!(post(&mut ana, &[("do", "settings")]).status, 303);
    assert_eq!(arranged(), None);
    let log = room.store.read(|c| store::log::of(c, "house", 0)).unwrap();
    let told: Vec<&str> = log.iter().filter(|l| l.act == "arrange").map(|l| l.reason.as_str()).collect();
    assert_eq!(told.len(), 4, "{told:?}");
    let change = "at /pt changed (name “Iber ia” → “Iberia <b>”; zone Europe/Paris → Europe/Lisbon; countries PT → all; sectors health → all): readers asked";
    assert!(told.iter().any(|line| line.contains(change)), "{told:?}");
}

#[test]
fn the_menu_is_arranged() {
    let room = Room::with(|house| house.arrangement = settings());
    let mut ana = room.somebody("Ana Reis", Role::Admin);
    let path = "/desk/house/menu";
    let page = room.get(&ana, path);
    assert!(page.body.contains("value=\"Opinion\"") && page.body.contains("name=\"place-health\""), "{}", page.body);
    let base = page.field("base");
    let sent = |links: &[(&str, &str, &str)], sectors: &[(&str, &str, &str)]| {
        let mut fields = vec![("do".to_owned(), "save".to_owned()), ("base".to_owned(), base.clone())];
        let mut push = |name: &str, value: &str| fields.push((name.to_owned(), value.to_owned()));
        push("reason", "as agreed");
        for (slug, was, now) in sectors {
            push("sector", slug);
            push(&format!("place-{slug}-was"), was);
            push(&format!("place-{slug}"), now);
        }
        for (n, (name, url, place)) in links.iter().enumerate() {
            push("place-was", &(n + 1).to_string());
            push("name", name);
            push("url", url);
            push("place", place);
        }
        fields
    };
    let post = |browser: &mut Browser, fields: Vec<(String, String)>| {
        let fields: Vec<_> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        room.post(browser, path, &fields)
    };
    let refused = post(&mut ana, sent(&[("Shop", "javascript:alert(1)", "1")], &[]));
    assert!(refused.status == 422 && refused.body.contains("“Shop” leads nowhere"), "{}", refused.body);
    assert!(post(&mut ana, sent(&[("", "/shots", "1")], &[])).body.contains("its words"));
    // What is given a place that another has stands there, and the other gives way.
    let sectors = [("politics", "1", "1"), ("business", "2", "2"), ("health", "5", "1"), ("other", "", "")];
    let links = [("A", "/a", "1"), ("B", "/b", "2"), ("C", "/c", "1"), ("", "", "4")];
    let done = post(&mut ana, sent(&links, &sectors));
    assert_eq!(done.status, 303, "{}", done.body);
    let over = room.store.read(store::arranged::get).unwrap();
    let slugs: Vec<_> = over.sectors.as_ref().unwrap().iter().map(|s| s.slug().to_owned()).collect();
    assert_eq!(slugs, ["health", "politics", "business", "other"]);
    assert_eq!(over.menu.unwrap().iter().map(|l| l.name.clone()).collect::<Vec<_>>(), ["C", "A", "B"]);
    assert!(room.get(&ana, "/desk/house").body.contains("not in it"));
    let late = post(&mut ana, sent(&links, &sectors));
    assert!(late.status == 422 && late.body.contains("arranged the menu meanwhile"), "{}", late.body);
    assert_eq!(room.post(&mut ana, path, &[("do", "settings"), ("reason", "back")]).status, 303);
    assert_eq!(room.store.read(store::arranged::get).unwrap(), Default::default());
}
