//! Programs at the desk.

use std::collections::BTreeSet;

use axum::{body::Body, http::Request};
use http_body_util::BodyExt;
use news::{StoryId, Time, person::Role, scope::Scope, stage::Stage};
use serde_json::{Value, json};
use tower::ServiceExt;

use super::room::{Browser, Page, Room};
use crate::{
    Wanted, api,
    route::{Needs, ROUTES},
};

const HEADLINE: &str = "Velmo council votes to open library on Sundays";
const VOTED: &str = "The council of Porto Velmo voted on Monday to open the town library on Sundays from March.";
const ASKED: &str = "Some 240 readers had asked for it, council leader Ines Brandt said.";

/// A token with these scopes, made by Ida.
pub fn token(room: &Room, name: &str, scopes: &[Scope]) -> String {
    token_of(room, name, scopes, "Ida Okafor")
}

fn token_of(room: &Room, name: &str, scopes: &[Scope], by: &str) -> String {
    crate::make_token(&room.store, &Wanted { name, scopes, days: Some(30), by }, room.now()).unwrap()
}

/// Any request; a header is left out where its value is empty.
fn ask(room: &Room, method: &str, path: &str, headers: &[(&str, &str)], body: Vec<u8>) -> Page {
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in headers.iter().filter(|(_, value)| !value.is_empty()) {
        request = request.header(*name, *value);
    }
    let request = request.body(Body::from(body)).unwrap();
    let router = room.desk.router();
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(async {
        let response = router.oneshot(request).await.unwrap();
        let status = response.status().as_u16();
        let headers = response.headers().iter();
        let headers =
            headers.map(|(n, v)| (n.to_string(), String::from_utf8_lossy(v.as_bytes()).into_owned())).collect();
        let body = response.into_body().collect().await.unwrap().to_bytes();
        Page { status, headers, body: String::from_utf8_lossy(&body).into_owned() }
    })
}

pub fn get(room: &Room, token: &str, path: &str) -> (Page, Value) {
    let page = ask(room, "GET", path, &[("authorization", &format!("Bearer {token}"))], Vec::new());
    let value = serde_json::from_str(&page.body).unwrap_or_default();
    (page, value)
}

pub fn post(room: &Room, token: &str, path: &str, body: &Value) -> (Page, Value) {
    let bearer = format!("Bearer {token}");
    let headers = [("authorization", &*bearer), ("content-type", "application/json; charset=utf-8")];
    let page = ask(room, "POST", path, &headers, body.to_string().into_bytes());
    let value = serde_json::from_str(&page.body).unwrap_or_default();
    (page, value)
}

pub fn at(id: StoryId, rest: &str) -> String {
    format!("/desk/api/stories/{id}{rest}")
}

/// The text of two paragraphs over that revision.
fn text(base: &Value, paragraphs: [&str; 2]) -> Value {
    json!({"base": base, "headline": HEADLINE, "summary": "", "paragraphs": paragraphs, "reason": "shorter"})
}

#[test]
fn every_address_wants_its_own_scope() {
    let room = Room::new();
    let id = room.story();
    let before = room.latest(id);
    for scope in Scope::ALL {
        let token = token(&room, scope.word(), &[scope]);
        for route in ROUTES.iter().filter(|r| api::has(r.path)) {
            let path = route.path.replace("{id}", &id.to_string());
            // An empty order: what lets it through is refused for its fields, and nothing is done.
            let (page, told) =
                if route.post { post(&room, &token, &path, &json!({})) } else { get(&room, &token, &path) };
            let detail = told["detail"].as_str().unwrap_or_default();
            let refused = page.status == 403 && detail.contains("with the scope");
            let other = matches!(route.needs, Needs::Token(needed) if needed != scope);
            assert_eq!(refused, other, "{} {path} with {}: {}", route.post, scope.word(), page.body);
            assert!(refused || [200, 422].contains(&page.status), "{path}: {} {}", page.status, page.body);
        }
    }
    assert_eq!(room.latest(id), before);
    let guarded = ROUTES.iter().filter(|r| api::has(r.path)).all(|r| match r.needs {
        Needs::Token(_) => true,
        _ => r.path == "/desk/api/openapi.json",
    });
    assert!(guarded, "nothing but the document is open");
}

#[test]
fn a_cookie_is_no_token_and_a_token_is_no_cookie() {
    let room = Room::new();
    let ida = room.somebody("Ida Okafor", Role::Admin);
    let token = token(&room, "calendar", &Scope::ALL);
    let id = room.story();
    for page in [room.get(&ida, &at(id, "")), room.send(&ida, &at(id, "/acts/hold"), &[("token", &ida.token)], &[])] {
        assert_eq!((page.status, page.header("content-type")), (401, "application/problem+json"), "{}", page.body);
        assert!(page.header("www-authenticate").starts_with("Bearer"));
    }
    let bearer = format!("Bearer {token}");
    assert_eq!(ask(&room, "GET", "/desk", &[("authorization", &bearer)], Vec::new()).status, 303, "to the sign-in");
    let cookie = format!("{}={token}", crate::guard::COOKIE);
    assert_eq!(ask(&room, "GET", "/desk", &[("cookie", &cookie)], Vec::new()).status, 303);
    let act = format!("/desk/story/{id}/act");
    let form = [("authorization", &*bearer), ("content-type", "application/x-www-form-urlencoded")];
    assert_eq!(ask(&room, "POST", &act, &form, b"act=claim".to_vec()).status, 401);
}

#[test]
fn tokens_that_hold_no_longer_let_nobody_in() {
    let room = Room::new();
    let (ended, expired) = (token(&room, "ended", &Scope::ALL), token(&room, "expired", &Scope::ALL));
    let forever = Wanted { name: "forever", scopes: &Scope::ALL, days: None, by: "cli" };
    let forever = crate::make_token(&room.store, &forever, room.now()).unwrap();
    let status = |token: &str| get(&room, token, "/desk/api/stories").0.status;
    assert_eq!([&ended, &expired, &forever].map(|t| status(t)), [200, 200, 200]);
    let now = room.now();
    room.store
        .write(move |c| {
            let id = store::token::by_name(c, "Ended")?.unwrap().id;
            assert!(store::token::end(c, id, now)? && !store::token::end(c, id, now)?);
            Ok(())
        })
        .unwrap();
    assert_eq!([&ended, &expired, &forever].map(|t| status(t)), [401, 200, 200]);
    room.pass(30 * Time::DAY_MS);
    assert_eq!([&ended, &expired, &forever].map(|t| status(t)), [401, 401, 200]);
    for wrong in ["", "dl_", "dl_0", &forever[3..], &forever.to_uppercase()] {
        assert_eq!(status(wrong), 401, "{wrong}");
    }
    let again = Wanted { name: "ENDED", scopes: &[Scope::Read], days: None, by: "cli" };
    assert!(crate::make_token(&room.store, &again, room.now()).is_err(), "the log knows that name");
    let kept = room.store.read(store::token::list).unwrap();
    assert!(!format!("{kept:?}").contains(&forever[3..]), "the token itself is nowhere");
}

#[test]
fn what_a_token_publishes_keeps_its_label() {
    let room = Room::new();
    let token = token(&room, "calendar", &Scope::ALL);
    let id = room.story();
    let (_, story) = get(&room, &token, &at(id, ""));
    assert_eq!((story["stage"].as_str(), story["revision"]["label"].as_bool()), (Some("held"), Some(true)), "{story}");
    let sentence = &story["revision"]["sentences"][0];
    assert_eq!(sentence["verdict"], "supported");
    assert!(sentence["evidence"][0]["words"].as_str().is_some_and(|w| w.contains("library")), "{sentence}");
    let base = &story["revision"]["id"];
    for more in ["facts", "sources", "review", "reviewed", "signed"] {
        let mut order = json!({"base": base, "reason": "read"});
        order[more] = json!(true);
        let (page, told) = post(&room, &token, &at(id, "/acts/publish"), &order);
        assert_eq!(page.status, 422);
        assert!(told["detail"].as_str().unwrap().contains(&format!("unknown field `{more}`")), "{told}");
    }
    for act in ["review", "reviewed", "sign"] {
        assert_eq!(post(&room, &token, &at(id, &format!("/acts/{act}")), &json!({})).0.status, 404);
    }
    let (page, out) = post(&room, &token, &at(id, "/acts/publish"), &json!({"base": base, "reason": "as planned"}));
    assert_eq!((page.status, out["stage"].as_str()), (200, Some("published")), "{}", page.body);
    assert_eq!((&out["reviewed"], &out["revision"]["label"]), (&json!(false), &json!(true)));
    let (story, revision) = room.latest(id);
    assert!(story.stage == Stage::Published && !story.reviewed);
    let reviews = room.store.read(|c| store::review::of_story(c, id)).unwrap();
    assert!(reviews.is_empty());
    let duty = desk::act::review::text(&revision, None, room.now()).decide().duty;
    assert_eq!(duty, news::disclosure::Duty::Required);
    let (_, log) = get(&room, &token, &at(id, "/log"));
    let rows = log["rows"].as_array().unwrap();
    let last = rows.last().unwrap();
    assert_eq!((last["who"].as_str(), last["act"].as_str()), (Some("api calendar"), Some("publish")), "{log}");
}

#[test]
fn what_a_token_changed_a_person_lets_out() {
    let room = Room::new();
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    let (one, two) = (token(&room, "one", &Scope::ALL), token(&room, "two", &Scope::ALL));
    let id = room.story();
    let base = json!(room.latest(id).1.id);
    let (page, saved) = post(&room, &one, &at(id, "/text"), &text(&base, [VOTED, ASKED]));
    assert_eq!(page.status, 200, "{}", page.body);
    assert!(saved["revision"]["made"].as_str().unwrap().ends_with("edited by api one"), "{saved}");
    let base = &saved["revision"]["id"];
    for token in [&one, &two] {
        let orders = [
            ("publish", json!({"base": base, "reason": "x"})),
            ("schedule", json!({"base": base, "reason": "x", "at": "2030-01-01T06:00:00Z"})),
        ];
        for (act, order) in orders {
            let (page, told) = post(&room, token, &at(id, &format!("/acts/{act}")), &order);
            assert_eq!(page.status, 422, "{}", page.body);
            assert!(told["detail"].as_str().unwrap().contains("a person lets it out"), "{told}");
        }
    }
    assert_eq!(room.latest(id).0.stage, Stage::Held);
    assert_eq!(room.act(&mut ida, id, "publish", &[]).status, 303);
    assert!(room.latest(id).0.stage == Stage::Published && !room.latest(id).0.reviewed);
}

#[test]
fn four_eyes_are_never_a_tokens() {
    let room = Room::with(|house| house.four_eyes = true);
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    let mut jo = room.somebody("Jo Bell", Role::Editor);
    let other = token_of(&room, "other", &[Scope::Write, Scope::Publish], "Ida Okafor");
    let id = room.story();
    room.save(&mut ida, id, HEADLINE, "", &format!("{VOTED}\n\n{ASKED}"));
    let order = json!({"base": room.latest(id).1.id, "reason": "x"});
    let (page, told) = post(&room, &other, &at(id, "/acts/publish"), &order);
    assert!(page.status == 422 && told["detail"].as_str().unwrap().contains("four eyes"), "{}", page.body);
    // What her token changed, she changed.
    let base = json!(room.latest(id).1.id);
    let (page, _) = post(&room, &other, &at(id, "/text"), &text(&base, [ASKED, VOTED]));
    assert_eq!(page.status, 200, "{}", page.body);
    let own = room.act(&mut ida, id, "publish", &[]);
    assert!(own.status == 422 && own.body.contains("four eyes"), "{}", own.body);
    assert_eq!(room.act(&mut jo, id, "publish", &[]).status, 303);
}

#[test]
fn what_readers_have_is_held_by_whoever_may_publish() {
    let room = Room::new();
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    let (writer, publisher) = (token(&room, "w", &[Scope::Write]), token(&room, "p", &[Scope::Write, Scope::Publish]));
    let id = room.story();
    assert_eq!(room.act(&mut ida, id, "publish", &[]).status, 303);
    let order = json!({"reason": "look again"});
    assert_eq!(post(&room, &writer, &at(id, "/acts/hold"), &order).0.status, 403);
    assert_eq!(room.latest(id).0.stage, Stage::Published);
    assert_eq!(post(&room, &publisher, &at(id, "/acts/hold"), &order).0.status, 200);
    assert_eq!(room.latest(id).0.stage, Stage::Held);
}

#[test]
fn a_persons_own_text_is_left_to_persons() {
    let room = Room::new();
    let token = token(&room, "one", &Scope::ALL);
    let id = room.story();
    let (draft, now) = (room.latest(id).1.draft, room.now());
    let hash = draft.hash(&[]);
    let own = room.store.write(move |c| store::revision::insert(c, id, &draft, hash, "Ida Okafor", "", now)).unwrap();
    let (page, told) = post(&room, &token, &at(id, "/text"), &text(&json!(own), [VOTED, ASKED]));
    assert!(page.status == 422 && told["detail"].as_str().unwrap().starts_with("A person wrote"), "{}", page.body);
}

#[test]
fn who_was_slower_gets_the_newest() {
    let room = Room::new();
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    let token = token(&room, "one", &Scope::ALL);
    let id = room.story();
    let base = json!(room.latest(id).1.id);
    room.save(&mut ida, id, HEADLINE, "", VOTED);
    let newest = room.latest(id).1;
    for (rest, order) in [
        ("/text", text(&base, [VOTED, ASKED])),
        ("/acts/publish", json!({"base": base, "reason": "x"})),
        ("/acts/correct", json!({"base": base, "reason": "x"})),
        ("/acts/hold", json!({"base": base, "reason": "x"})),
    ] {
        let (page, told) = post(&room, &token, &at(id, rest), &order);
        assert_eq!((page.status, told["status"].as_u64()), (409, Some(409)), "{rest}: {}", page.body);
        assert!(told["detail"].as_str().unwrap().starts_with("Ida Okafor changed this story"), "{told}");
        assert_eq!(told["newest"]["revision"]["id"], json!(newest.id));
        assert_eq!(told["newest"]["revision"]["paragraphs"], json!([VOTED]));
    }
    let (page, saved) = post(&room, &token, &at(id, "/text"), &text(&json!(newest.id), [VOTED, ASKED]));
    assert_eq!((page.status, &saved["revision"]["paragraphs"]), (200, &json!([VOTED, ASKED])), "{}", page.body);
    let (_, revisions) = get(&room, &token, &at(id, "/revisions"));
    assert!(revisions["revisions"].as_array().unwrap().len() >= 3, "{revisions}");
}

#[test]
fn refusals_are_problems() {
    let room = Room::new();
    let (reader, writer) = (token(&room, "reader", &[Scope::Read]), token(&room, "writer", &[Scope::Write]));
    let id = room.story();
    let plain = json!({"reason": "x"});
    for (status, (page, told)) in [
        (404, get(&room, &reader, "/desk/api/stories/999")),
        (404, get(&room, &reader, "/desk/api/stories/abc")),
        (404, get(&room, &reader, "/desk/api/nothing")),
        (404, post(&room, &writer, "/desk/api/stories/999/acts/claim", &plain)),
        (404, post(&room, &writer, "/desk/api/stories/999/acts/release", &plain)),
        (405, get(&room, &writer, &at(id, "/acts/hold"))),
        (409, post(&room, &writer, &at(id, "/acts/hold"), &plain)),
        (409, post(&room, &writer, &at(id, "/acts/claim"), &json!({"reason": " "}))),
        (422, get(&room, &reader, "/desk/api/stories?view=all")),
        (422, get(&room, &reader, "/desk/api/stories?secter=health")),
        (422, get(&room, &reader, "/desk/api/stories?limit=0")),
        (422, post(&room, &writer, &at(id, "/tags"), &json!({"sector": "weather", "reason": "x"}))),
        (422, post(&room, &writer, &at(id, "/text"), &json!({"reason": "x", "colour": "red"}))),
    ] {
        assert_eq!((page.status, page.header("content-type")), (status, "application/problem+json"), "{}", page.body);
        let names: BTreeSet<&str> = told.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(names, BTreeSet::from(["detail", "status", "title", "type"]));
        assert_eq!(told["status"], json!(status));
        assert!(told["detail"].as_str().is_some_and(|d| d.ends_with('.') && d.len() > 10), "{told}");
    }
    let (_, told) = post(&room, &writer, &at(id, "/text"), &json!({"reason": "x", "colour": "red"}));
    assert!(told["detail"].as_str().unwrap().contains("unknown field `colour`"), "{told}");
}

#[test]
fn bodies_are_json_and_not_without_end() {
    let room = Room::new();
    let token = token(&room, "one", &Scope::ALL);
    let path = at(room.story(), "/check");
    let bearer = format!("Bearer {token}");
    let send = |kind: &str, body: Vec<u8>| {
        ask(&room, "POST", &path, &[("authorization", &bearer), ("content-type", kind)], body)
    };
    let small = json!({"headline": HEADLINE, "paragraphs": [ASKED.replace("240", "420")]}).to_string().into_bytes();
    for kind in ["", "text/plain", "application/x-www-form-urlencoded", "application/jsonp"] {
        assert_eq!(send(kind, small.clone()).status, 415, "{kind}");
    }
    let long = send("application/json", json!({"headline": "a".repeat(2 << 20)}).to_string().into_bytes());
    assert_eq!((long.status, long.header("content-type")), (413, "application/problem+json"));
    for bad in [&b"{"[..], b"", b"[]", b"{\"headline\": \"\xff\"}", b"null", b"{\"headline\": 7}"] {
        assert_eq!(send("application/json", bad.to_vec()).status, 422, "{bad:?}");
    }
    let checked = send("application/json", small);
    let told: Value = serde_json::from_str(&checked.body).unwrap();
    assert_eq!((checked.status, &told["verdict"]), (200, &json!("contradicted")), "{told}");
    let wrong = &told["sentences"][1];
    assert!(wrong["part"] == "body" && wrong["paragraph"] == 0 && !wrong["why"].as_str().unwrap().is_empty(), "{told}");
}

#[test]
fn one_token_asks_so_often_and_no_more() {
    let room = Room::new();
    let (busy, other) = (token(&room, "busy", &[Scope::Read]), token(&room, "other", &[Scope::Read]));
    let slow = (0..400).map(|_| get(&room, &busy, "/desk/api/stories").0).find(|page| page.status != 200).unwrap();
    assert_eq!((slow.status, slow.header("content-type")), (429, "application/problem+json"));
    assert!(slow.header("retry-after").parse::<u64>().is_ok_and(|s| s >= 1));
    assert_eq!(get(&room, &other, "/desk/api/stories").0.status, 200);
}

#[test]
fn tags_that_readers_see_want_the_scope_of_those_who_publish() {
    let room = Room::new();
    let (writer, both) = (token(&room, "writer", &[Scope::Write]), token(&room, "both", &Scope::ALL));
    let id = room.story();
    let order = json!({"sector": "health", "about": ["pt"], "reason": "x"});
    let (page, story) = post(&room, &writer, &at(id, "/tags"), &order);
    assert_eq!(
        (page.status, &story["sector"], &story["about"]),
        (200, &json!("health"), &json!(["PT"])),
        "{}",
        page.body
    );
    let base = room.latest(id).1.id;
    assert_eq!(post(&room, &both, &at(id, "/acts/publish"), &json!({"base": base, "reason": "x"})).0.status, 200);
    assert_eq!(post(&room, &writer, &at(id, "/tags"), &order).0.status, 403);
    assert_eq!(post(&room, &both, &at(id, "/tags"), &order).0.status, 200);
}

#[test]
fn lists_are_the_queues() {
    let room = Room::new();
    let token = token(&room, "one", &Scope::ALL);
    let one = room.story();
    let two = room.story_of("b", "Harbour reopens\nThe harbour of Porto Velmo reopened on Tuesday, the mayor said.");
    let (_, held) = get(&room, &token, "/desk/api/stories?limit=1");
    assert_eq!((&held["stories"][0]["id"], &held["after"]), (&json!(two), &json!(two)), "{held}");
    let (_, next) = get(&room, &token, &format!("/desk/api/stories?view=held&limit=1&after={two}"));
    assert_eq!((&next["stories"][0]["id"], &next["after"]), (&json!(one), &Value::Null), "{next}");
    post(&room, &token, &at(one, "/acts/claim"), &json!({"reason": "planned"}));
    let (_, mine) = get(&room, &token, "/desk/api/stories?view=mine");
    assert_eq!(mine["stories"][0]["claimed"], "api one", "{mine}");
    for view in ["review", "updates", "likely", "incoming", "killed"] {
        let (page, list) = get(&room, &token, &format!("/desk/api/stories?view={view}&source=nobody&country=pt"));
        assert_eq!((page.status, list["stories"].as_array().unwrap().len()), (200, 0), "{view}");
    }
}

/// Every address for programs is in the document, and nothing else; every reference in it leads somewhere.
#[test]
fn the_document_lists_the_routes() {
    let room = Room::new();
    let page = ask(&room, "GET", "/desk/api/openapi.json", &[], Vec::new());
    assert_eq!((page.status, page.header("content-type")), (200, "application/json"));
    let document: Value = serde_json::from_str(&page.body).unwrap();
    assert!(document["openapi"].as_str().unwrap().starts_with("3.1"));
    let mut listed = BTreeSet::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let scope = operation["security"][0]["token"][0].as_str().unwrap_or_default();
            listed.insert((method == "post", path.clone(), scope.to_owned()));
            assert!(!operation["summary"].as_str().unwrap().is_empty());
        }
    }
    let scope = |needs: Needs| if let Needs::Token(scope) = needs { scope.word() } else { "" };
    let routes = ROUTES.iter().filter(|r| api::has(r.path));
    let routes: BTreeSet<_> = routes.map(|r| (r.post, r.path.to_owned(), scope(r.needs).to_owned())).collect();
    assert_eq!(listed, routes);
    assert!(ROUTES.iter().all(|r| api::has(r.path) == r.told.is_some()));
    let schemas = document["components"]["schemas"].as_object().unwrap();
    let mut referred = page.body.split("\"#/components/schemas/").skip(1).map(|rest| rest.split('"').next().unwrap());
    assert!(referred.all(|name| schemas.contains_key(name)), "{}", page.body);
    assert_eq!(schemas["Seen"]["additionalProperties"], json!(false));
}

#[test]
fn a_token_is_shown_once() {
    let room = Room::new();
    let mut ida = room.somebody("Ida Okafor", Role::Admin);
    let form = [("do", "make"), ("name", "calendar"), ("scope", "read"), ("scope", "publish"), ("days", "30")];
    let made = room.post(&mut ida, "/desk/tokens", &form);
    assert_eq!((made.status, made.header("cache-control")), (200, "no-store"));
    let token = made.body.split("<code class=\"secret\">").nth(1).and_then(|rest| rest.split('<').next()).unwrap();
    assert!(token.starts_with("dl_") && token.len() == 67, "{token}");
    assert_eq!(get(&room, token, "/desk/api/stories").0.status, 200);
    let list = room.get(&ida, "/desk/tokens").body;
    assert!(list.contains("calendar") && list.contains("read publish") && !list.contains(token), "{list}");
    let again = room.post(&mut ida, "/desk/tokens", &form);
    assert!(again.status == 422 && again.body.contains("A token of that name"), "{}", again.body);
    for wrong in [
        [("do", "make"), ("name", "x"), ("days", "30"), ("scope", "attest")],
        [("do", "make"), ("name", "<b>"), ("days", "30"), ("scope", "read")],
        [("do", "make"), ("name", "x"), ("days", "9999"), ("scope", "read")],
    ] {
        assert_eq!(room.post(&mut ida, "/desk/tokens", &wrong).status, 422, "{wrong:?}");
    }
    room.pass(11 * Time::MINUTE_MS);
    let stale = [("do", "make"), ("name", "other"), ("scope", "read"), ("days", "30")];
    assert_eq!(room.post(&mut ida, "/desk/tokens", &stale).status, 403, "it wants a code");
    assert_eq!(room.post(&mut ida, "/desk/tokens", &[("do", "end"), ("id", "1")]).status, 303);
    assert_eq!(get(&room, token, "/desk/api/stories").0.status, 401);
    let log = room.store.read(|c| store::log::of(c, "token", 1)).unwrap();
    let told: Vec<_> = log.iter().map(|e| (e.who.as_str(), e.act.as_str())).collect();
    assert_eq!(told, [("Ida Okafor", "token"), ("Ida Okafor", "end token")]);
    assert!(log.iter().all(|e| !e.reason.contains(token)));
    assert_eq!(room.get(&Browser::default(), "/desk/tokens").status, 303);
}
