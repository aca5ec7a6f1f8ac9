//! An attacker's walk.

use news::{Time, person::Role};

use super::room::{Browser, PASSWORD, Room};
use crate::route::{Needs, ROUTES};

/// Every address with every role: what is not theirs is refused, and no address is left out.
#[test]
fn forced_browsing_meets_the_guard_everywhere() {
    let room = Room::new();
    let id = room.story();
    let nobody = Browser::default();
    let people: Vec<(Role, Browser)> =
        Role::ALL.into_iter().map(|role| (role, room.somebody(&format!("A {}", role.word()), role))).collect();
    let mut table = String::new();
    for route in ROUTES {
        let path = route.path.replace("{id}", &id.to_string()).replace("{slug}", "calwick").replace("{token}", "x");
        // An empty form, but with its person's own token: what refuses it is the guard of roles or the order itself.
        let ask = |browser: &Browser| match route.post {
            true => room.send(browser, &path, &[("token", &browser.token)], &[]),
            false => room.get(browser, &path),
        };
        let method = if route.post { "POST" } else { "GET" };
        let mut line = vec![format!("{method} {}", route.path), ask(&nobody).status.to_string()];
        // Signing out is last: it ends the browser.
        for (role, browser) in people.iter().filter(|_| route.path != "/desk/out") {
            let page = ask(browser);
            let refused = page.status == 403 && page.body.contains("you are signed in as");
            let too_low = matches!(route.needs, Needs::Role(needed) if *role < needed);
            assert_eq!(refused, too_low, "{method} {path} {}", role.word());
            line.push(if refused { "role".into() } else { page.status.to_string() });
        }
        table.push_str(&line.join(" | "));
        table.push('\n');
    }
    insta::assert_snapshot!("forced_browsing", table);
}

#[test]
fn a_form_of_another_site_is_refused() {
    let room = Room::new();
    let ida = room.somebody("Ida Okafor", Role::Admin);
    let id = room.story();
    let path = format!("/desk/story/{id}/act");
    let fields = [("token", ida.token.as_str()), ("act", "claim")];
    for headers in [
        &[("sec-fetch-site", "cross-site")][..],
        &[("sec-fetch-site", "same-site")],
        &[("origin", "https://evil.example"), ("host", "ledger.example")],
        &[("origin", "null"), ("host", "ledger.example")],
    ] {
        assert_eq!(room.send(&ida, &path, &fields, headers).status, 403, "{headers:?}");
    }
    for token in ["", "x", &"0".repeat(64)] {
        let fields = [("token", token), ("act", "claim")];
        assert_eq!(room.send(&ida, &path, &fields, &[("sec-fetch-site", "same-origin")]).status, 403);
    }
    let right = room.send(&ida, &path, &fields, &[("origin", "https://ledger.example"), ("host", "ledger.example")]);
    assert_eq!(right.status, 303, "{}", right.body);
    let other = room.somebody("Bo Adeyemi", Role::Admin);
    let fields = [("token", other.token.as_str()), ("act", "claim")];
    assert_eq!(room.send(&ida, &path, &fields, &[("sec-fetch-site", "same-origin")]).status, 403, "another's token");
    assert_eq!(room.send(&Browser::default(), "/desk/in", &[], &[("sec-fetch-site", "cross-site")]).status, 403);
}

#[test]
fn guessing_is_slow_and_does_not_lock_its_person_out() {
    let room = Room::new();
    let mut ida = room.somebody("Ida Okafor", Role::Editor);
    let guess = |client: u8| {
        let browser = Browser { client, ..Browser::default() };
        let fields = [("email", "ida.okafor@ledger.example"), ("password", "wrong wrong wrong"), ("code", "000000")];
        room.send(&browser, "/desk/in", &fields, &[]).status
    };
    let answers: Vec<u16> = (10..30).map(guess).collect();
    assert!(answers[..4].iter().all(|s| *s == 403) && answers[8..].iter().all(|s| *s == 429), "{answers:?}");
    let code = ida.code(room.now());
    let fields = [("email", "ida.okafor@ledger.example"), ("password", PASSWORD), ("code", code.as_str())];
    assert_eq!(room.post(&mut ida, "/desk/in", &fields).status, 303, "her own browser is known");
}

#[test]
fn acts_that_readers_see_want_a_code_at_an_open_screen() {
    let room = Room::new();
    let mut ida = room.somebody("Ida Okafor", Role::Admin);
    let id = room.story();
    room.pass(11 * Time::MINUTE_MS);
    let ticks = [("facts", "1"), ("sources", "1"), ("reason", "x"), ("at", "2030-01-01T10:00")];
    for act in ["reviewed", "publish", "schedule", "kill"] {
        let page = room.act(&mut ida, id, act, &ticks);
        assert!(page.status == 403 && page.body.contains("six digits from your phone"), "{act}: {}", page.status);
        assert_eq!(room.latest(id).0.stage, news::stage::Stage::Held, "{act}");
    }
    for path in ["/desk/people", "/desk/account"] {
        let page = room.post(&mut ida, path, &[("do", "codes"), ("email", "x@x.example"), ("role", "admin")]);
        assert_eq!(page.status, 403, "{path}");
    }
    let wrong = room.act(&mut ida, id, "publish", &[("code", "000000")]);
    assert!(wrong.status == 422 && wrong.body.contains("That code is wrong"));
    let code = ida.code(room.now());
    assert_eq!(room.act(&mut ida, id, "publish", &[("code", &code)]).status, 303);
}

#[test]
fn words_of_others_are_words() {
    let room = Room::new();
    let mut ida = room.somebody("Ida <b>Okafor</b>", Role::Admin);
    let evil = "\"><script>alert(1)</script><img src=x onerror=alert(1)>";
    let text = format!("Library {evil} opens\nThe library of Porto Velmo {evil} opened on Monday, the council said.");
    let id = room.story_of("evil", &text);
    let reason = [("reason", evil)];
    room.act(&mut ida, id, "claim", &reason);
    room.save(&mut ida, id, evil, evil, evil);
    let paths = ["", "/about", "/revisions", "/log", "?s=0"].map(|p| format!("/desk/story/{id}{p}"));
    for path in paths.iter().map(String::as_str).chain([
        "/desk?list=held",
        "/desk/log",
        "/desk/people",
        "/desk/sources/calwick",
    ]) {
        let page = room.get(&ida, path);
        assert_eq!(page.status, 200, "{path}");
        assert!(!page.body.contains("<script>alert") && !page.body.contains("<img src=x"), "{path}");
        assert!(
            page.header("content-security-policy")
                .starts_with("default-src 'none'; style-src 'self'; script-src 'self';")
        );
        assert_eq!((page.header("cache-control"), page.header("x-content-type-options")), ("no-store", "nosniff"));
    }
    let fields = [("headline", evil), ("summary", evil), ("body", evil), ("base", "")];
    let checked = room.post(&mut ida, &format!("/desk/story/{id}/check"), &fields);
    let parts: serde_json::Value = serde_json::from_str(&checked.body).unwrap();
    assert!(!parts["parts"].to_string().contains("<script>alert"), "{parts}");
    for told in ["?done=%3Cscript%3E", "?told=x", "/log?who=%3Cscript%3E"] {
        assert!(!room.get(&ida, &format!("/desk{told}")).body.contains("<script>"));
    }
}

#[test]
fn a_form_without_end_is_refused() {
    let room = Room::new();
    let ida = room.somebody("Ida Okafor", Role::Admin);
    let long = "a".repeat(2 << 20);
    assert_eq!(room.send(&ida, "/desk/bulk", &[("token", &ida.token), ("reason", &long)], &[]).status, 413);
    assert_eq!(room.get(&ida, "/desk/nothing").status, 404);
    assert_eq!(room.get(&ida, "/desk/story/999").status, 404);
    assert_eq!(room.get(&ida, "/desk/story/abc").status, 404);
    assert_eq!(room.get(&ida, "/desk/bulk").status, 405);
}
