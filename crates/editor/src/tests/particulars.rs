//! What the desk says of a story beside its text: dateline, byline, kind, address, embargo.

use news::{Time, person::Role, stage::Stage};

use super::room::{Browser, Room};

/// The form as it stands, with some of it changed.
fn set(room: &Room, browser: &mut Browser, id: news::StoryId, changed: &[(&str, &str)]) -> super::room::Page {
    let story = room.latest(id).0;
    let about: Vec<&str> = story.about.iter().map(news::Country::code).collect();
    let about = about.join(", ");
    let from = story.filed_from.map(|c| c.code().to_owned()).unwrap_or_default();
    let usual = [
        ("sector", story.sector.slug()),
        ("about", &about),
        ("place", &story.dateline_place),
        ("filed-from", &from),
        ("genre", story.genre.word()),
        ("byline", &story.byline),
        ("slug", &story.slug),
        ("embargo", ""),
    ];
    let value = |(name, value): (&'static str, &str)| {
        let new = changed.iter().find(|(n, _)| *n == name).map(|(_, v)| (*v).to_owned());
        (name, new.unwrap_or_else(|| value.to_owned()))
    };
    let was = usual.map(|(name, value)| (format!("{name}-was"), value.to_owned()));
    let fields = usual.map(value).map(|(name, value)| (name.to_owned(), value));
    let more = changed.iter().filter(|(name, _)| usual.iter().all(|(other, _)| other != name)).copied();
    let fields: Vec<_> = fields.iter().chain(&was).map(|(n, v)| (n.as_str(), v.as_str())).chain(more).collect();
    room.post(browser, &format!("/desk/story/{id}/tags"), &fields)
}

#[test]
fn what_a_person_sets_stands_over_what_the_machine_finds() {
    let room = Room::new();
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    let id = room.story();
    let changed = [
        ("place", "Porto Velmo"),
        ("filed-from", "pt"),
        ("byline", "Jo Bell in Porto Velmo"),
        ("genre", "analysis"),
        ("slug", "Library on Sundays!"),
    ];
    let done = set(&room, &mut ida, id, &changed);
    assert_eq!(done.status, 303, "{}", done.body);
    room.redraft(id);
    let house = &room.desk.house.desk;
    desk::step::tag::tag(&room.store, house, &Default::default(), id, room.now()).unwrap();
    room.redraft_jobs();
    let story = room.latest(id).0;
    assert_eq!(
        (story.dateline_place.as_str(), story.filed_from.map(|c| c.code().to_owned()).as_deref()),
        ("Porto Velmo", Some("PT"))
    );
    assert_eq!((story.byline.as_str(), story.genre.word()), ("Jo Bell in Porto Velmo", "analysis"));
    assert_eq!(room.act(&mut ida, id, "publish", &[]).status, 303);
    assert_eq!(room.latest(id).0.slug, "library-on-sundays", "the address is the person's");
    // An empty field gives the address back to the headline.
    set(&room, &mut ida, id, &[("slug", "")]);
    assert_eq!(room.latest(id).0.slug, "velmo-council-votes-to-open-library-on-sundays");
    let wrong = set(&room, &mut ida, id, &[("filed-from", "QQ")]);
    assert!(wrong.status == 422 && wrong.body.contains("no country’s code"), "{}", wrong.body);
    let long = set(&room, &mut ida, id, &[("byline", &"x".repeat(121))]);
    assert!(long.status == 422 && long.body.contains("120"), "{}", long.body);
}

#[test]
fn what_a_person_said_is_given_back_to_the_machine() {
    let room = Room::new();
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    let id = room.story();
    let tag = || {
        desk::step::tag::tag(&room.store, &room.desk.house.desk, &Default::default(), id, room.now()).unwrap();
        room.latest(id).0
    };
    let found = tag();
    set(&room, &mut ida, id, &[("sector", "sports-games"), ("about", "")]);
    let said = tag();
    assert_eq!((said.sector.slug(), said.about.len()), ("sports-games", 0));
    let page = room.get(&ida, &format!("/desk/story/{id}/about")).body;
    assert_eq!(page.matches("name=\"again\"").count(), 2, "{page}");
    assert_eq!(room.act(&mut ida, id, "publish", &[]).status, 303);
    let changes = || room.store.read(store::change::last).unwrap();
    assert_eq!(set(&room, &mut ida, id, &[("again", "sector"), ("again", "nonsense")]).status, 303);
    let before = changes();
    let again = tag();
    assert_eq!((again.sector, again.about.len()), (found.sector, 0), "the countries are Ida’s still");
    assert!(changes() > before, "readers find it on other lists at once");
    let last = changes();
    tag();
    assert_eq!(changes(), last, "nothing changed");
}

#[test]
fn under_an_embargo_nothing_goes_out_whoever_lets_it() {
    let room = Room::with(|house| {
        let rule = news::policy::Rule::everything("all");
        house.desk.policy.rules = vec![rule];
    });
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    let id = room.story();
    assert_eq!(room.latest(id).0.stage, Stage::Published, "the policy lets it out");
    let late = set(&room, &mut ida, id, &[("embargo", "2027-01-01T09:00")]);
    assert!(late.status == 409 && late.body.contains("hold it first"), "{}", late.body);
    room.act(&mut ida, id, "hold", &[("reason", "too early")]);
    let until = crate::screen::piece::local(&room.desk, room.now().plus_ms(2 * Time::HOUR_MS));
    let done = set(&room, &mut ida, id, &[("embargo", &until)]);
    assert_eq!(done.status, 303, "{}", done.body);
    let page = room.get(&ida, &format!("/desk/story/{id}"));
    assert!(page.body.contains("embargo until"), "{}", page.body);
    let refused = room.act(&mut ida, id, "publish", &[]);
    assert!(refused.status == 409 && refused.body.contains("embargo until"), "{}", refused.body);
    let at = |hours: i64| crate::screen::piece::local(&room.desk, room.now().plus_ms(hours * Time::HOUR_MS));
    let soon = room.act(&mut ida, id, "schedule", &[("at", &at(1)), ("reason", "as agreed")]);
    assert!(soon.status == 409 && soon.body.contains("embargo until"), "{}", soon.body);
    let then = room.act(&mut ida, id, "schedule", &[("at", &at(3)), ("reason", "as agreed")]);
    assert_eq!(then.status, 303, "{}", then.body);
    room.pass(3 * Time::HOUR_MS);
    desk::step::release::release(&room.store, id, room.now()).unwrap();
    assert_eq!(room.latest(id).0.stage, Stage::Published);
}

#[test]
fn a_past_embargo_is_none() {
    let room = Room::new();
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    let id = room.story();
    for (when, why) in [("2020-01-01T09:00", "time is over"), ("soon", "day and time")] {
        let page = set(&room, &mut ida, id, &[("embargo", when)]);
        assert!(page.status >= 400 && page.body.contains(why), "{}", page.body);
        assert!(page.body.contains(when), "what was typed is still there");
    }
}

#[test]
fn an_old_form_changes_only_what_was_typed_into_it_and_an_embargo_is_an_editors() {
    let room = Room::new();
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    let mut jo = room.somebody("Jo Bell", Role::Reporter);
    let id = room.story();
    let until = crate::screen::piece::local(&room.desk, room.now().plus_ms(2 * Time::HOUR_MS));
    let refused = set(&room, &mut jo, id, &[("embargo", &until)]);
    assert_eq!(refused.status, 403, "{}", refused.body);
    // Jo's screen is from before Ida's embargo and byline.
    assert_eq!(set(&room, &mut ida, id, &[("embargo", &until), ("byline", "Ida Okafor")]).status, 303);
    let old = [("sector", "health"), ("sector-was", "other"), ("embargo", ""), ("embargo-was", ""), ("byline", "")];
    assert_eq!(room.post(&mut jo, &format!("/desk/story/{id}/tags"), &old).status, 303);
    let story = room.latest(id).0;
    assert!(story.embargo.is_some() && story.byline == "Ida Okafor" && story.sector.slug() == "health");
    let lift = [("embargo", ""), ("embargo-was", until.as_str())];
    assert_eq!(room.post(&mut jo, &format!("/desk/story/{id}/tags"), &lift).status, 403);
    assert_eq!(room.post(&mut ida, &format!("/desk/story/{id}/tags"), &lift).status, 303);
    assert_eq!(room.latest(id).0.embargo, None);
    let log = room.store.read(|c| store::log::of(c, "story", id.0)).unwrap();
    assert!(log.iter().any(|e| e.reason == "embargo lifted"), "{log:?}");
}

#[test]
fn a_story_under_embargo_does_not_go_out_with_another() {
    let room = Room::new();
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    let (id, other) =
        (room.story(), room.story_of("b", "Tern bridge closed\nThe bridge over the Tern was closed on Monday."));
    let until = crate::screen::piece::local(&room.desk, room.now().plus_ms(2 * Time::HOUR_MS));
    assert_eq!(set(&room, &mut ida, id, &[("embargo", &until)]).status, 303);
    let merged = room.act(&mut ida, id, "merge", &[("into", &other.to_string()), ("reason", "one event")]);
    assert!(merged.status == 409 && merged.body.contains("embargo until"), "{}", merged.body);
}

#[test]
fn about_says_in_which_editions_a_story_is() {
    let room = Room::with(|house| {
        let edition = |name: &str, lang: &str, country: &str| news::edition::Edition {
            slug: name.to_lowercase(),
            name: name.into(),
            lang: news::Lang::new(lang),
            zone: "UTC".into(),
            countries: news::Country::new(country).into_iter().collect(),
            sectors: Vec::new(),
        };
        house.arrangement.editions =
            vec![edition("Lisbon", "en", "PT"), edition("Paris", "fr", "PT"), edition("Delhi", "en", "IN")];
    });
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    let id = room.story();
    let page = room.get(&ida, &format!("/desk/story/{id}/about")).body;
    assert!(page.contains("in the lists of the whole house"), "{page}");
    assert_eq!(set(&room, &mut ida, id, &[("about", "PT")]).status, 303);
    let page = room.get(&ida, &format!("/desk/story/{id}/about")).body;
    assert!(page.contains("<td><bdi>Lisbon</bdi></td>"), "{page}");
    assert!(!page.contains("in-paris"), "it is in another language");
    // A person's word stands over that, until they take it back.
    let placed = [("in-lisbon", "no"), ("in-lisbon-was", ""), ("in-delhi", "yes"), ("in-delhi-was", "")];
    assert_eq!(set(&room, &mut ida, id, &placed).status, 303);
    let page = room.get(&ida, &format!("/desk/story/{id}/about")).body;
    assert!(page.contains("<td><bdi>Delhi</bdi></td>"), "{page}");
    let back = [("in-lisbon", ""), ("in-lisbon-was", "no"), ("in-delhi", "yes"), ("in-delhi-was", "yes")];
    assert_eq!(set(&room, &mut ida, id, &back).status, 303);
    let page = room.get(&ida, &format!("/desk/story/{id}/about")).body;
    assert!(page.contains("<td><bdi>Lisbon</bdi>, <bdi>Delhi</bdi></td>"), "{page}");
}
