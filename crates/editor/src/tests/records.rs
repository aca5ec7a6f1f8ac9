//! What is on record: the log by story and by day, labels of texts and pictures, the bytes of what was odd.

use axum::{body::Body, http::Request};
use news::{Hash, StoryId, Time, person::Role};

use super::room::{Browser, Page, Room};

/// The day of the house on which that moment falls.
fn day(room: &Room, time: Time) -> String {
    crate::screen::piece::local(&room.desk, time).chars().take("2026-01-31".len()).collect()
}

/// Brings a picture in.
fn bring(room: &Room, browser: &Browser, id: StoryId, making: &str) -> Page {
    let base = room.latest(id).1.id.to_string();
    let fields = [
        ("token", browser.token.as_str()),
        ("base", base.as_str()),
        ("alt", "A reader at a window"),
        ("credit", "=Bo Adeyemi"),
        ("making", making),
    ];
    let mut body = String::new();
    for (name, value) in fields {
        body.push_str(&format!("--xyz\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"));
    }
    body.push_str(
        "--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n\r\npicture \r\n--xyz--\r\n",
    );
    let request = Request::post(format!("/desk/story/{id}/upload"))
        .header("content-type", "multipart/form-data; boundary=xyz")
        .header("sec-fetch-site", "same-origin");
    room.ask_with(browser, request, Body::from(body))
}

#[test]
fn the_log_is_asked_by_story_and_by_day_and_its_file_is_the_same() {
    let room = Room::new();
    let mut rosa = room.somebody("Rosa Linden", Role::Publisher);
    let id = room.story();
    let other = room.story_of("b", "Tern bridge closed\nThe bridge over the Tern was closed on Monday.");
    room.act(&mut rosa, id, "claim", &[("reason", "mine today")]);
    let first = day(&room, room.now());
    room.pass(2 * Time::DAY_MS);
    rosa = again(&room, rosa);
    room.act(&mut rosa, id, "release", &[("reason", "not mine any more")]);
    room.act(&mut rosa, other, "claim", &[("reason", "this one then")]);
    let later = day(&room, room.now());
    let both = |query: &str| {
        let page = room.get(&rosa, &format!("/desk/log?{query}"));
        let file = room.get(&rosa, &format!("/desk/log.csv?{query}"));
        assert_eq!((page.status, file.status), (200, 200), "{}", page.body);
        let has = |reason: &str| {
            assert_eq!(page.body.contains(reason), file.body.contains(reason), "{query}: {reason}");
            file.body.contains(reason)
        };
        [has("mine today"), has("not mine any more"), has("this one then")]
    };
    assert_eq!(both(""), [true, true, true]);
    assert_eq!(both(&format!("story={id}")), [true, true, false]);
    assert_eq!(both(&format!("from={later}")), [false, true, true]);
    assert_eq!(both(&format!("to={first}")), [true, false, false]);
    assert_eq!(both(&format!("story={id}&from={first}&to={first}")), [true, false, false]);
    assert_eq!(both("story=&from=&to=&who=Nobody"), [false, false, false]);
    let page = room.get(&rosa, &format!("/desk/log?story={id}&from={first}")).body;
    let link = format!("href=\"/desk/log.csv?story={id}&#38;from={first}\"");
    assert!(page.contains(&link) && page.contains(&format!("/desk/reviews.csv?from={first}\"")), "{page}");
    for wrong in ["story=x", "story=0", "from=yesterday", "to=2026-02-31"] {
        for path in ["log", "log.csv"] {
            assert_eq!(room.get(&rosa, &format!("/desk/{path}?{wrong}")).status, 422, "{path} {wrong}");
        }
    }
}

#[test]
fn the_log_goes_on_under_its_filter() {
    let room = Room::new();
    let rosa = room.somebody("Rosa Linden", Role::Editor);
    let now = room.now();
    let add = move |c: &mut dyn store::Conn| {
        (0..150).try_for_each(|n| {
            let (who, act, thing, reason) = ("Ida".into(), "tag".into(), "story".into(), format!("row {n};"));
            store::log::add(c, &store::log::Entry { at: now, who, act, thing, thing_id: n % 2 + 1, reason })
        })
    };
    room.store.write(add).unwrap();
    let all = room.get(&rosa, "/desk/log?act=tag").body;
    assert!(all.contains("row 149;") && !all.contains("row 49;"), "a hundred on a page");
    let next = all.split("rel=\"next\" href=\"").nth(1).unwrap().split('"').next().unwrap().replace("&#38;", "&");
    assert!(next.contains("act=tag"), "{next}");
    let older = room.get(&rosa, &next).body;
    assert!(older.contains("row 49;") && older.contains("row 0;") && !older.contains("row 50;"), "{older}");
    assert!(!room.get(&rosa, "/desk/log?act=tag&story=2").body.contains("rel=\"next\""), "75 rows are one page");
}

#[test]
fn every_text_and_picture_that_was_on_the_site_is_on_record() {
    let room = Room::new();
    let mut rosa = room.somebody("Rosa Linden", Role::Publisher);
    let id = room.story();
    assert_eq!(bring(&room, &rosa, id, "made-by-ai").status, 303);
    assert_eq!(room.act(&mut rosa, id, "reviewed", &[("facts", "1"), ("sources", "1")]).status, 303);
    let first = day(&room, room.now());
    room.pass(2 * Time::DAY_MS);
    rosa = again(&room, rosa);
    let between = day(&room, room.now());
    assert_eq!(room.act(&mut rosa, id, "hold", &[("reason", "a doubt")]).status, 303);
    room.pass(2 * Time::DAY_MS);
    rosa = again(&room, rosa);
    let later = day(&room, room.now());
    let csv = |query: &str| room.get(&rosa, &format!("/desk/reviews.csv{query}")).body;
    let rows = |query: &str| csv(query).lines().count() - 1;
    assert_eq!((rows(""), rows(&format!("?from={first}&to={first}"))), (2, 2), "{}", csv(""));
    assert_eq!((rows(&format!("?from={between}")), rows(&format!("?from={later}"))), (2, 0), "held since then");
    let all = csv("");
    let mut lines = all.lines();
    assert!(lines.next().unwrap().starts_with("\"story\",\"url\",\"headline\",\"revision\",\"published\""));
    let (text, picture) = (lines.next().unwrap(), lines.next().unwrap());
    assert!(text.contains("\"procedural\",\"not-required\"") && text.contains("\"text\",\"\",\"\","), "{text}");
    assert!(text.contains("\"yes\",\"yes\",") && text.contains("Rosa Linden"), "{text}");
    let made = "\"picture\",\"\",\"generated\",\"made-by-ai\",\"http://cv.iptc.org/newscodes/digitalsourcetype/trained";
    assert!(picture.contains("\"generated\",\"required\"") && picture.contains(made), "{picture}");
    assert!(picture.contains("\"'=Bo Adeyemi\",\"\",\"\""), "no formula, and no review of a picture: {picture}");
    let json: serde_json::Value = serde_json::from_str(&room.get(&rosa, "/desk/reviews.json").body).unwrap();
    assert_eq!((json[0]["kind"].as_str(), json[1]["kind"].as_str()), (Some("text"), Some("picture")));
    assert_eq!((json[0]["story"].as_i64(), json[1]["review"].is_null()), (Some(id.0), true));
    assert!(json[0]["on_the_site"][0]["until"].is_string(), "{json}");
    let none = room.get(&rosa, &format!("/desk/reviews.json?from={later}")).body;
    assert_eq!(serde_json::from_str::<serde_json::Value>(&none).unwrap(), serde_json::json!([]));
    assert_eq!(room.get(&rosa, "/desk/reviews.csv?from=x").status, 422);
}

#[test]
fn a_piece_is_on_record_also_once_it_was_withdrawn() {
    let room = Room::new();
    let mut rosa = room.somebody("Rosa Linden", Role::Publisher);
    let fields = [
        ("act", "out"),
        ("kind", "opinion"),
        ("title", "Count the books"),
        ("byline", "Ida Okafor"),
        ("sector", "education"),
        ("lang", "en"),
        ("at", ""),
        ("summary", "The council counts readers at the door. It ought to count the books that come back read."),
        ("body", "One."),
    ];
    assert_eq!(room.post(&mut rosa, "/desk/pieces/save", &fields).status, 303);
    let csv = || room.get(&rosa, "/desk/reviews.csv").body;
    let row = csv().lines().nth(1).unwrap().to_owned();
    assert!(row.starts_with("\"\",\"https://ledger.example/opinion/1-count-the-books\",\"Count the books\""), "{row}");
    assert!(row.contains("\"none\",\"not-required\"") && row.contains("\"text\",\"1\",\"\""), "{row}");
    room.pass(Time::MINUTE_MS);
    let base = room.get(&rosa, "/desk/pieces/1").field("base");
    let withdraw = [("id", "1"), ("base", base.as_str()), ("reason", "a joke")];
    assert_eq!(room.post(&mut rosa.clone(), "/desk/pieces/withdraw", &withdraw).status, 303);
    let gone = csv().lines().nth(1).unwrap().to_owned();
    assert!(gone.contains("/opinion/1-count-the-books\"") && !gone.contains("/..\""), "{gone}");
}

#[test]
fn the_bytes_of_an_oddity_are_given_whole_and_as_bytes() {
    let room = Room::new();
    let (ida, jo) = (room.somebody("Ida Okafor", Role::Editor), room.somebody("Jo Bell", Role::Reporter));
    room.story();
    let bytes = format!("<script>alert(1)</script>{}", "x".repeat(4000));
    let hash: Hash = room.store.put_blob(bytes.as_bytes()).unwrap();
    let now = room.now();
    let add = move |c: &mut dyn store::Conn| {
        let source = store::source::by_slug(c, "calwick")?.unwrap().id;
        for (what, blob) in [("odd", Some(hash)), ("no bytes", None)] {
            store::oddity::add(c, source, &store::oddity::Kept { at: now, what: what.into(), blob })?;
        }
        Ok(())
    };
    room.store.write(add).unwrap();
    let path = "/desk/sources/calwick/oddity/1";
    assert!(room.get(&ida, "/desk/sources/calwick").body.contains(path));
    assert!(!room.get(&jo, "/desk/sources/calwick").body.contains(path), "a reporter may not");
    assert_eq!(room.get(&jo, path).status, 403);
    let file = room.get(&ida, path);
    assert_eq!((file.status, file.body.as_str()), (200, bytes.as_str()));
    assert_eq!(file.header("content-type"), "application/octet-stream");
    assert_eq!(file.header("content-disposition"), "attachment; filename=\"oddity-1.bin\"");
    assert_eq!(file.header("x-content-type-options"), "nosniff");
    assert!(file.header("content-security-policy").starts_with("default-src 'none'"));
    for none in ["calwick/oddity/2", "calwick/oddity/9", "calwick/oddity/x", "other/oddity/1"] {
        assert_eq!(room.get(&ida, &format!("/desk/sources/{none}")).status, 404, "{none}");
    }
}

/// Signed in anew, days later.
fn again(room: &Room, mut browser: Browser) -> Browser {
    let code = browser.code(room.now());
    let fields =
        [("email", "rosa.linden@ledger.example"), ("password", super::room::PASSWORD), ("code", code.as_str())];
    assert_eq!(room.post(&mut browser, "/desk/in", &fields).status, 303);
    browser.token = room.get(&browser, "/desk").field("token");
    browser
}
