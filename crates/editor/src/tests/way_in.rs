//! Coming in, staying in, going out.

use news::{Time, person::Role};

use super::room::{Browser, NOW, PASSWORD, Room};

fn sign_in(room: &Room, browser: &mut Browser, email: &str, password: &str, code: &str) -> super::room::Page {
    room.post(browser, "/desk/in", &[("email", email), ("password", password), ("code", code), ("to", "/desk/log")])
}

#[test]
fn the_first_link_lets_one_admin_in_once() {
    let room = Room::new();
    let old = crate::first_link(&room.store, NOW).unwrap().unwrap();
    let link = crate::first_link(&room.store, NOW).unwrap().unwrap();
    let browser = Browser { client: 1, ..Browser::default() };
    assert_eq!(room.get(&browser, &old).status, 422, "an earlier link is void");
    assert!(room.get(&browser, &link).body.contains("Set up the desk of The Ledger"));
    room.pass(Time::DAY_MS);
    assert_eq!(room.get(&browser, &link).status, 422, "its day is over");
    room.somebody("Ida Okafor", Role::Admin);
    assert_eq!(crate::first_link(&room.store, NOW).unwrap(), None, "somebody is there");
}

#[test]
fn a_link_is_used_up_and_says_so() {
    let room = Room::new();
    let path = crate::invite(&room.store, "bo@x.example", Role::Editor, None, "test", NOW).unwrap();
    let mut browser = Browser { client: 1, ..Browser::default() };
    browser.secret = room.get(&browser, &path).field("secret");
    let code = browser.code(NOW);
    let secret = browser.secret.clone();
    let fill = |password: &str, email: &str, code: &str| {
        [
            ("name", "Bo Adeyemi".to_owned()),
            ("email", email.into()),
            ("competence", "sport".into()),
            ("password", password.into()),
            ("secret", secret.clone()),
            ("code", code.into()),
        ]
    };
    for (password, code, why) in [
        ("short", code.as_str(), "12 are needed"),
        ("the ledger is mine", code.as_str(), "house’s name"),
        (PASSWORD, "000000", "six digits"),
    ] {
        let fields = fill(password, "other@x.example", code);
        let fields: Vec<_> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
        let page = room.post(&mut browser, &path, &fields);
        assert!(page.status == 422 && page.body.contains(why), "{}", page.body);
        assert!(page.body.contains(&secret), "the phone need not be set up twice");
    }
    let fields = fill(PASSWORD, "other@x.example", &code);
    let fields: Vec<_> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
    assert_eq!(room.post(&mut browser, &path, &fields).status, 200);
    let there = room.store.read(|c| store::person::by_email(c, "bo@x.example")).unwrap();
    assert!(there.is_some_and(|(p, _)| p.role == Role::Editor), "the invitation's address holds, not the form's");
    let again = room.post(&mut Browser { client: 2, ..Browser::default() }, &path, &fields);
    assert!(again.status == 422 && again.body.contains("used already"));
}

#[test]
fn address_password_and_code_let_in_and_nothing_less() {
    let room = Room::new();
    let ida = room.somebody("Ida Okafor", Role::Editor);
    let email = "ida.okafor@ledger.example";
    let mut browser = Browser { secret: ida.secret.clone(), client: 2, ..Browser::default() };
    let code = browser.code(room.now());
    for (email, password, code) in
        [("x@ledger.example", PASSWORD, code.as_str()), (email, "another one", &code), (email, PASSWORD, "123456")]
    {
        let page = sign_in(&room, &mut browser, email, password, code);
        assert!(page.status == 403 && page.body.contains("E-mail, password or code is wrong"), "one answer for all");
    }
    let page = sign_in(&room, &mut browser, &email.to_uppercase(), PASSWORD, &code);
    assert_eq!((page.status, page.to()), (303, "/desk/log"));
    let cookie = page.header("set-cookie");
    assert!(
        cookie.starts_with("__Host-desk=") && cookie.ends_with("; Path=/; Secure; HttpOnly; SameSite=Lax"),
        "{cookie}"
    );
    let page = sign_in(&room, &mut Browser { client: 3, ..Browser::default() }, email, PASSWORD, &code);
    assert_eq!(page.status, 403, "a code is taken once");
}

#[test]
fn a_new_cookie_at_each_sign_in_and_none_that_was_there_before() {
    let room = Room::new();
    let ida = room.somebody("Ida Okafor", Role::Editor);
    let planted = "0".repeat(64);
    let mut browser = Browser {
        cookies: vec![("__Host-desk".into(), planted.clone())],
        secret: ida.secret.clone(),
        ..Browser::default()
    };
    assert_eq!(room.get(&browser, "/desk").status, 303);
    let code = browser.code(room.now());
    assert_eq!(sign_in(&room, &mut browser, "ida.okafor@ledger.example", PASSWORD, &code).status, 303);
    assert_ne!(browser.cookies[0].1, planted);
    let first = browser.clone();
    room.pass(30_000);
    let code = browser.code(room.now());
    sign_in(&room, &mut browser, "ida.okafor@ledger.example", PASSWORD, &code);
    assert_eq!(room.get(&first, "/desk").status, 303, "the one before is worth nothing");
    assert_eq!(room.get(&browser, "/desk").status, 200);
}

#[test]
fn idle_old_ended_and_let_go_browsers_are_out() {
    let room = Room::new();
    let mut ida = room.somebody("Ida Okafor", Role::Admin);
    room.pass(11 * Time::HOUR_MS);
    assert_eq!(room.get(&ida, "/desk").status, 200);
    room.pass(11 * Time::HOUR_MS);
    assert_eq!(room.get(&ida, "/desk").status, 200, "used in between");
    room.pass(12 * Time::HOUR_MS);
    let out = room.get(&ida, "/desk/people");
    assert_eq!((out.status, out.to()), (303, "/desk/in?to=%2Fdesk%2Fpeople"));
    let code = ida.code(room.now());
    sign_in(&room, &mut ida, "ida.okafor@ledger.example", PASSWORD, &code);
    for _ in 0..16 {
        room.pass(11 * Time::HOUR_MS);
        room.get(&ida, "/desk");
    }
    assert_eq!(room.get(&ida, "/desk").status, 303, "after a week one signs in again");
    let code = ida.code(room.now());
    sign_in(&room, &mut ida, "ida.okafor@ledger.example", PASSWORD, &code);
    ida.token = room.get(&ida, "/desk").field("token");
    let bo = room.somebody("Bo Adeyemi", Role::Reporter);
    let id = room.store.read(store::person::list).unwrap().iter().find(|p| p.name == "Bo Adeyemi").unwrap().id;
    let code = ida.code(room.now());
    let person = id.to_string();
    let gone = room.post(&mut ida, "/desk/people", &[("do", "leave"), ("person", &person), ("code", &code)]);
    assert_eq!(gone.status, 303, "{}", gone.body);
    assert_eq!(room.get(&bo, "/desk").status, 303, "let go");
    let kept = ida.clone();
    assert_eq!(room.post(&mut ida, "/desk/out", &[]).to(), "/desk/in");
    assert_eq!(room.get(&kept, "/desk").status, 303, "signed out is out, whoever kept the cookie");
}

#[test]
fn who_lost_the_phone_comes_back_by_paper_or_by_a_new_link() {
    let room = Room::new();
    let mut ida = room.somebody("Ida Okafor", Role::Admin);
    let codes = room.post(&mut ida, "/desk/account", &[("do", "codes")]);
    let code = codes.body.split("<code>").nth(1).unwrap().split('<').next().unwrap().to_owned();
    let mut lost = Browser { client: 5, ..Browser::default() };
    assert_eq!(sign_in(&room, &mut lost, "ida.okafor@ledger.example", PASSWORD, &code.to_uppercase()).status, 303);
    let mut again = Browser { client: 6, ..Browser::default() };
    assert_eq!(sign_in(&room, &mut again, "ida.okafor@ledger.example", PASSWORD, &code).status, 403, "once");
    crate::make_token(&room.store, &wanted("calendar"), room.now()).unwrap();
    let id = room.store.read(store::person::list).unwrap()[0].id.to_string();
    let page = room.post(&mut ida, "/desk/people", &[("do", "renew"), ("person", &id)]);
    let path = page.body.split("https://ledger.example").nth(1).unwrap().split('<').next().unwrap().to_owned();
    let secret = room.get(&lost, &path).field("secret");
    let new = Browser { secret, client: 7, ..Browser::default() };
    let (code, secret) = (new.code(room.now()), new.secret.clone());
    let fields = [
        ("email", "ida.okafor@ledger.example"),
        ("password", "a quite different one"),
        ("secret", &secret),
        ("code", &code),
    ];
    assert_eq!(room.post(&mut new.clone(), &path, &fields).status, 200);
    assert_eq!(room.get(&ida, "/desk").status, 303, "the old secrets' browsers are out");
    assert_eq!(room.store.read(store::person::list).unwrap().len(), 1, "nobody new");
    let tokens = room.store.read(store::token::list).unwrap();
    assert!(tokens.iter().all(|token| token.ended.is_some()), "nor do the programs go on that she let in: {tokens:?}");
}

fn wanted(name: &str) -> crate::Wanted<'_> {
    crate::Wanted { name, scopes: &[news::scope::Scope::Read], days: Some(30), by: "Ida Okafor" }
}

#[test]
fn who_has_the_password_cannot_guess_the_code() {
    let room = Room::new();
    let ida = room.somebody("Ida Okafor", Role::Editor);
    let email = "ida.okafor@ledger.example";
    // Her own browser is spared the limit that strangers share, and so is whoever stole its cookie.
    let known: Vec<_> = ida.cookies.iter().filter(|(name, _)| name == "__Host-known").cloned().collect();
    for n in 0..10_u8 {
        let mut thief = Browser { cookies: known.clone(), client: 100 + n, ..Browser::default() };
        assert_eq!(sign_in(&room, &mut thief, email, PASSWORD, "000000").status, 403);
    }
    let mut right = Browser { cookies: known, client: 90, secret: ida.secret.clone(), ..Browser::default() };
    let code = right.code(room.now());
    assert_eq!(sign_in(&room, &mut right, email, PASSWORD, &code).status, 403, "no code is taken now");
    room.pass(Time::HOUR_MS);
    let code = right.code(room.now());
    assert_eq!(sign_in(&room, &mut right, email, PASSWORD, &code).status, 303);
}

#[test]
fn the_set_up_link_is_shut_once_somebody_is_in() {
    let room = Room::new();
    let link = crate::first_link(&room.store, NOW).unwrap().unwrap();
    room.somebody("Ida Okafor", Role::Editor);
    assert_eq!(room.get(&Browser::default(), &link).status, 422);
}
