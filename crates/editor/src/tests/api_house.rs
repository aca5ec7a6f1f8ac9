//! Programs: what a story has beside its text, pairs that are two events, and the house's sources, jobs and redirects.

use news::{ReportId, Time, job::Job, person::Role, scope::Scope};
use serde_json::{Value, json};
use store::{oddity::Kept, suggestion::Suggestion};

use super::{
    api::{at, get, post, token},
    room::Room,
};

const FERRY: &str = "Ferry to Calwick island runs again after storm
The ferry from Porto Velmo to Calwick island ran again on Monday after a storm, harbour master Odo Lenz said.";

#[test]
fn a_program_sets_what_the_about_screen_sets_by_the_same_rules() {
    let room = Room::with(|house| {
        house.arrangement.editions = vec![news::edition::Edition {
            slug: "iberia".into(),
            name: "Iberia".into(),
            lang: news::Lang::en(),
            zone: "UTC".into(),
            countries: vec![],
            sectors: vec![],
        }];
    });
    let writer = token(&room, "writer", &[Scope::Write]);
    let id = room.story();
    let order = json!({
        "dateline": {"place": " Porto\tVelmo ", "country": "pt"}, "slug": "Library on Sundays!", "genre": "explainer",
        "byline": "Ida  Okafor", "editions": {"iberia": false}, "reason": "as planned",
    });
    let (page, story) = post(&room, &writer, &at(id, "/tags"), &order);
    assert_eq!(page.status, 200, "{}", page.body);
    let told = ["dateline_place", "filed_from", "slug", "byline", "genre"].map(|name| story[name].as_str().unwrap());
    assert_eq!(told, ["Porto Velmo", "PT", "library-on-sundays", "Ida Okafor", "explainer"]);
    assert_eq!(room.latest(id).0.placed, [news::story::Placed { edition: "iberia".into(), inside: false }]);
    let (_, story) = post(&room, &writer, &at(id, "/tags"), &json!({"dateline": {"place": ""}, "reason": "x"}));
    assert_eq!((&story["dateline_place"], &story["filed_from"]), (&json!(""), &Value::Null), "{story}");
    assert_eq!(story["byline"], "Ida Okafor", "what is left out stays");
    for (wrong, why) in [
        (json!({"reason": "x"}), "one or several"),
        (json!({"genre": "opinion", "reason": "x"}), "`genre` takes one of news, analysis, explainer"),
        (json!({"byline": "a".repeat(121), "reason": "x"}), "longer than 120 characters"),
        (json!({"dateline": {"place": "x", "country": "XX"}, "reason": "x"}), "`dateline.country` takes"),
        (json!({"dateline": {"place": "x", "day": "Monday"}, "reason": "x"}), "unknown field `day`"),
        (json!({"embargo": "tomorrow", "reason": "x"}), "`embargo` takes a time with a zone"),
        (json!({"embargo": 7, "reason": "x"}), "cannot be used"),
        (json!({"editions": {"mars": true}, "reason": "x"}), "There is no edition `mars`; there are: iberia."),
    ] {
        let (page, told) = post(&room, &writer, &at(id, "/tags"), &wrong);
        assert!(page.status == 422 && told["detail"].as_str().unwrap().contains(why), "{wrong}: {}", page.body);
    }
}

#[test]
fn an_embargo_is_set_and_lifted_by_whoever_may_publish() {
    let room = Room::new();
    let (writer, both) = (token(&room, "writer", &[Scope::Write]), token(&room, "both", &Scope::ALL));
    let id = room.story();
    let until = "2027-01-01T06:00:00Z";
    let (set, lift) = (json!({"embargo": until, "reason": "agreed"}), json!({"embargo": null, "reason": "lifted"}));
    for order in [&set, &lift] {
        let (page, told) = post(&room, &writer, &at(id, "/tags"), order);
        assert!(page.status == 403 && told["detail"].as_str().unwrap().contains("`publish`"), "{}", page.body);
    }
    let (page, story) = post(&room, &both, &at(id, "/tags"), &set);
    assert_eq!((page.status, &story["embargo"]), (200, &json!(until)), "{}", page.body);
    let order = json!({"base": story["revision"]["id"], "reason": "x"});
    assert_eq!(post(&room, &both, &at(id, "/acts/publish"), &order).0.status, 409, "it stops a token");
    let past = json!({"embargo": "2020-01-01T06:00:00Z", "reason": "x"});
    assert_eq!(post(&room, &both, &at(id, "/tags"), &past).0.status, 409);
    let (_, story) = post(&room, &both, &at(id, "/tags"), &json!({"genre": "analysis", "reason": "x"}));
    assert_eq!(story["embargo"], json!(until), "what is left out stays");
    let (page, story) = post(&room, &both, &at(id, "/tags"), &lift);
    assert_eq!((page.status, &story["embargo"]), (200, &Value::Null), "{}", page.body);
}

#[test]
fn a_program_says_that_two_stories_are_two_events() {
    let room = Room::new();
    let token = token(&room, "desk tool", &Scope::ALL);
    let (one, two) = (room.story(), room.story_of("b", FERRY));
    let order = json!({"other": one, "reason": "a ferry is no library"});
    let (page, told) = post(&room, &token, &at(two, "/acts/apart"), &order);
    assert!(page.status == 422 && told["detail"].as_str().unwrap().contains("`likely`"), "{}", page.body);
    let now = room.now();
    let likely = Suggestion { story: two, other: one, report: ReportId(2), score: 0.6, why: "Velmo".into(), at: now };
    room.store.write(move |c| store::suggestion::put(c, &likely)).unwrap();
    let (_, list) = get(&room, &token, "/desk/api/stories?view=likely");
    assert_eq!(list["pairs"].as_array().unwrap().len(), 1, "{list}");
    let (page, _) = post(&room, &token, &at(two, "/acts/apart"), &order);
    assert_eq!(page.status, 200, "{}", page.body);
    assert_eq!(post(&room, &token, &at(two, "/acts/apart"), &order).0.status, 422, "it is answered");
    assert_eq!(post(&room, &token, &at(two, "/acts/apart"), &json!({"other": one, "reason": " "})).0.status, 409);
    let (_, list) = get(&room, &token, "/desk/api/stories?view=likely");
    assert!(list["pairs"].as_array().unwrap().is_empty(), "{list}");
    let log = room.store.read(|c| store::log::of(c, "story", two.0)).unwrap();
    let last = log.last().unwrap();
    let reason = format!("another event than story {one}: a ferry is no library");
    assert_eq!(
        (last.who.as_str(), last.act.as_str(), last.reason.as_str()),
        ("api desk tool", "apart", reason.as_str())
    );
}

#[test]
fn sources_are_told_with_their_health_and_without_their_addresses() {
    let room = Room::new();
    let token = token(&room, "watch", &[Scope::Read]);
    room.story();
    let now = room.now();
    room.store
        .write(move |c| {
            let known = store::source::by_slug(c, "calwick")?.unwrap();
            let mut terms = known.terms;
            terms.feed_url = Some("https://calwick.example/feed?key=s3cret".into());
            store::source::put(c, &terms, now)?;
            store::source::failed(c, known.id, "it answered 503", now, now.plus_ms(Time::HOUR_MS))?;
            for (n, ago) in [(1, 0), (2, Time::DAY_MS), (3, 8 * Time::DAY_MS)] {
                let odd = Kept { at: now.plus_ms(-ago), what: format!("no headline {n}"), blob: None };
                store::oddity::add(c, known.id, &odd)?;
            }
            Ok(())
        })
        .unwrap();
    let (page, told) = get(&room, &token, "/desk/api/sources");
    assert_eq!(page.status, 200, "{}", page.body);
    assert!(!page.body.contains("s3cret"), "{}", page.body);
    let source = &told["sources"][0];
    assert_eq!(
        (&source["slug"], &source["treatment"], &source["show_words"]),
        (&json!("calwick"), &json!("rewrite"), &json!(250))
    );
    assert_eq!((&source["well"], &source["failures"], &source["fed"]), (&json!(false), &json!(1), &json!(true)));
    assert_eq!((&source["error"], &source["oddities"]), (&json!("it answered 503"), &json!(2)), "{source}");
    assert_eq!(get(&room, &token, "/desk/api/sources?well=no").0.status, 422);
}

#[test]
fn parked_jobs_are_told() {
    let room = Room::new();
    let token = token(&room, "watch", &[Scope::Read]);
    let (id, now) = (room.story(), room.now());
    room.store
        .write(move |c| {
            store::job::add(c, &Job::Draft { story: id }, now, now)?;
            let job = store::job::claim(c, "w", now, 1000, 1)?.remove(0);
            store::job::give_up(c, job.id, "the model is away", now).map(drop)
        })
        .unwrap();
    let (page, told) = get(&room, &token, "/desk/api/jobs");
    assert_eq!(page.status, 200, "{}", page.body);
    let job = &told["parked"][0];
    assert_eq!((&job["job"], &job["error"]), (&json!("draft"), &json!("the model is away")), "{told}");
    assert!(job["of"] == format!("story:{id}") && told["waiting"].is_u64(), "{told}");
}

#[test]
fn redirects_are_the_forms() {
    let room = Room::new();
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    let (reader, publisher) = (token(&room, "reader", &[Scope::Read]), token(&room, "mover", &[Scope::Publish]));
    let id = room.story().to_string();
    let path = "/desk/api/redirects";
    let order = json!({"path": "/2019/05/é", "target": id, "reason": "the\u{0} old\nsite"});
    let (page, told) = post(&room, &publisher, path, &order);
    assert_eq!((page.status, &told["target"]), (200, &json!(format!("/article/{id}"))), "{}", page.body);
    assert_eq!((&told["path"], &told["who"]), (&json!("/2019/05/%C3%A9"), &json!("api mover")));
    let log = room.store.read(|c| store::log::of(c, "redirect", 0)).unwrap();
    assert_eq!(log[0].reason, format!("/2019/05/%C3%A9 leads to /article/{id}: the old site"));
    for (from, to, reason, status) in [
        ("https://evil.example/", "1", "r", 422),
        ("//evil.example", "1", "r", 422),
        ("/x", "javascript:alert(1)", "r", 422),
        ("/x", "99", "r", 404),
        ("/x", "/x", "r", 422),
        ("/desk/in", "/", "r", 422),
        ("/x", "/", " ", 409),
    ] {
        let (page, _) = post(&room, &publisher, path, &json!({"path": from, "target": to, "reason": reason}));
        assert_eq!(page.status, status, "{from} -> {to}: {}", page.body);
    }
    assert_eq!(post(&room, &reader, path, &order).0.status, 403);
    let form = [("do", "put"), ("path", "/old"), ("target", "/latest"), ("reason", "r")];
    assert_eq!(room.post(&mut ida, "/desk/redirects", &form).status, 303);
    let (_, list) = get(&room, &reader, path);
    let paths: Vec<_> = list["redirects"].as_array().unwrap().iter().map(|r| r["path"].as_str().unwrap()).collect();
    assert_eq!((paths, &list["after_path"]), (vec!["/2019/05/%C3%A9", "/old"], &Value::Null));
    let (_, rest) = get(&room, &reader, "/desk/api/redirects?after_path=/2019/05/%25C3%25A9");
    assert_eq!(rest["redirects"][0]["path"], "/old", "{rest}");
    assert_eq!(rest["redirects"].as_array().unwrap().len(), 1);
    assert_eq!(get(&room, &reader, "/desk/api/redirects?after=/a").0.status, 422);
}
