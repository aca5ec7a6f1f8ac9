//! The command line as a person meets it: words, exit codes, JSON.

use std::{
    io::Write,
    path::Path,
    process::{Command, Output, Stdio},
};

use testkit::FeedServer;

fn dateline(args: &[&str], folder: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(args)
        .current_dir(folder)
        .env_remove("DATELINE_HOME")
        .output()
        .unwrap()
}

fn with_input(args: &[&str], folder: &Path, input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(args)
        .current_dir(folder)
        .env_remove("DATELINE_HOME")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that refuses its arguments reads nothing.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

const FEED: &str = r#"<?xml version="1.0"?><rss version="2.0"><channel><title>Porto Velmo Wire</title><link>http://wire.example/</link>
<description>Copy</description><item><guid>pv-1</guid><title>Harbour of Porto Velmo to close for a week, mayor says</title>
<pubDate>Mon, 23 Nov 2026 08:00:00 GMT</pubDate><description>&lt;p&gt;LISBON, Nov 23 (PVW) - The harbour of Porto Velmo will close
for a week from Thursday, mayor Ana Reiszinha said on Monday.&lt;/p&gt;&lt;p&gt;Some 240 boats must leave the basin by Wednesday
evening, Reiszinha told reporters.&lt;/p&gt;&lt;p&gt;The work costs 3.1 million euros, the city council said.&lt;/p&gt;</description>
</item></channel></rss>"#;

#[test]
fn init_finds_the_feeds_of_a_page_and_pull_makes_stories() {
    let (folder, server) = (tempfile::tempdir().unwrap(), FeedServer::start().unwrap());
    let page = r#"<html><head><title>Wire</title><link rel="alternate" type="application/rss+xml" href="/feed.xml" title="All"></head></html>"#;
    server.set("/", 200, "text/html", page.as_bytes());
    server.set("/feed.xml", 200, "application/rss+xml", FEED.as_bytes());
    // The sandboxed server stands on the loopback, which only an operator who means it may allow.
    let refused = dateline(&["init", "room", &server.url("/")], folder.path());
    assert_eq!(refused.status.code(), Some(1), "{}", err(&refused));
    assert!(!folder.path().join("room").exists(), "nothing is left behind");
    let made = dateline(&["init", "room", "--allow-private", &server.url("/")], folder.path());
    assert_eq!(made.status.code(), Some(0), "{}", err(&made));
    assert!(out(&made).contains("Porto Velmo Wire: 1 reports"), "{}", out(&made));
    let pulled = dateline(&["wire", "pull", "--once", "--home", "room"], folder.path());
    assert_eq!(pulled.status.code(), Some(0), "{}", err(&pulled));
    assert!(out(&pulled).contains("1 new"), "{}", out(&pulled));
    let again = dateline(&["wire", "pull", "--once", "--home", "room"], folder.path());
    assert!(out(&again).contains("0 new"), "asked with its ETag: {}", out(&again));
    let list = dateline(&["story", "list", "--json", "--home", "room"], folder.path());
    let story: serde_json::Value = serde_json::from_str(out(&list).lines().next().unwrap()).unwrap();
    assert_eq!(story["filed_from"], "PT", "{story}");
    assert_eq!(dateline(&["init", "room"], folder.path()).status.code(), Some(1), "a newsroom is not written over");
}

#[test]
fn wrong_usage_and_wrong_config_exit_with_2_and_say_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let none = dateline(&["story", "list"], folder.path());
    assert_eq!(none.status.code(), Some(2));
    assert!(err(&none).contains("dateline init"), "{}", err(&none));
    assert_eq!(dateline(&["story", "hold", "7"], folder.path()).status.code(), Some(2), "--reason is missing");
    std::fs::write(folder.path().join("dateline.toml"), "[house]\nzone = \"Nowhere\"\n").unwrap();
    let wrong = dateline(&["serve"], folder.path());
    assert_eq!(wrong.status.code(), Some(2));
    assert!(err(&wrong).contains("line 2: house.zone is \"Nowhere\""), "{}", err(&wrong));
}

#[test]
fn config_print_masks_secrets() {
    let folder = tempfile::tempdir().unwrap();
    let text = "[[source]]\nname = \"W\"\nfeed = \"https://desk:hunter2@wire.example/f?api_key=s3cret\"\n";
    std::fs::write(folder.path().join("dateline.toml"), text).unwrap();
    let printed = dateline(&["config", "print"], folder.path());
    assert_eq!(printed.status.code(), Some(0), "{}", err(&printed));
    assert!(!out(&printed).contains("hunter2") && !out(&printed).contains("s3cret"), "{}", out(&printed));
    assert_eq!(dateline(&["config", "check"], folder.path()).status.code(), Some(0));
}

#[test]
fn check_says_what_the_sources_say_against_a_draft() {
    let folder = tempfile::tempdir().unwrap();
    let source = "Harbour of Porto Velmo to close\nThe harbour of Porto Velmo will close for a week, mayor Ana Reiszinha said.\n\
        Some 240 boats must leave the basin by Sunday evening, Reiszinha told reporters.\n";
    std::fs::write(folder.path().join("wire.txt"), source).unwrap();
    std::fs::write(
        folder.path().join("good.txt"),
        "Some 240 boats must leave the basin by Sunday evening, Reiszinha told reporters.",
    )
    .unwrap();
    std::fs::write(
        folder.path().join("bad.txt"),
        "Some 340 boats must leave the basin by Sunday evening, Reiszinha told reporters.",
    )
    .unwrap();
    let good = dateline(&["check", "--source", "wire.txt", "--", "good.txt"], folder.path());
    assert_eq!(good.status.code(), Some(0), "{}{}", out(&good), err(&good));
    let bad = dateline(&["check", "--source", "wire.txt", "--", "bad.txt"], folder.path());
    assert_eq!(bad.status.code(), Some(1));
    assert!(
        out(&bad).contains("340") && out(&bad).contains("240") && out(&bad).contains("contradicted"),
        "{}",
        out(&bad)
    );
    let json = dateline(&["check", "--json", "--source", "wire.txt", "--", "bad.txt"], folder.path());
    let line: serde_json::Value = serde_json::from_str(out(&json).trim()).unwrap();
    assert_eq!(line["verdict"], "contradicted");
}

const WIRE: &str = "Harbour of Porto Velmo to close\nThe harbour of Porto Velmo will close for a week, mayor Ana Reiszinha said.\n\
    Some 240 boats must leave the basin by Sunday evening, Reiszinha told reporters.\n";

#[test]
fn check_reads_a_saved_page_and_standard_input_and_writes_a_report() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("wire.txt"), WIRE).unwrap();
    let page = "<!doctype html><html><head><title>x</title></head><body><nav><p>Nobody said this menu of many words at all.</p></nav>\
        <article><h1>Harbour of Porto Velmo to close</h1><p>The harbour of Porto Velmo will close for a week, mayor Ana Reiszinha said.</p>\
        <p>Some 340 boats must leave the basin by Sunday evening, Reiszinha told reporters.</p></article></body></html>";
    std::fs::write(folder.path().join("page.html"), page).unwrap();
    let html = dateline(&["check", "--html", "--source", "wire.txt", "--", "page.html"], folder.path());
    assert_eq!(html.status.code(), Some(1), "{}", err(&html));
    let report = out(&html);
    assert!(report.starts_with("<!doctype html>") && report.trim_end().ends_with("</html>"), "{report}");
    for words in
        ["1 of 3 sentences is not supported.", "<b>340</b>", "The draft says “340”", "id=\"c2\"", "href=\"#c3\""]
    {
        assert!(report.contains(words), "{words}: {report}");
    }
    assert!(!report.contains("menu of many words"), "{report}");
    assert!(!report.contains("src=") && !report.contains("url("), "it needs nothing from anywhere");

    let draft = "Some 240 boats must leave the basin by Sunday evening, Reiszinha told reporters.";
    let piped = with_input(&["check", "--source", "wire.txt", "--", "-"], folder.path(), draft);
    assert_eq!(piped.status.code(), Some(0), "{}{}", out(&piped), err(&piped));
    let twice = with_input(&["check", "--source", "-", "--", "-"], folder.path(), draft);
    assert_eq!(twice.status.code(), Some(2), "{}", err(&twice));
    std::fs::write(folder.path().join("empty.txt"), "  \n").unwrap();
    let empty = dateline(&["check", "--source", "empty.txt", "--", "page.html"], folder.path());
    assert_eq!(empty.status.code(), Some(1));
    assert!(err(&empty).contains("empty.txt has no text"), "{}", err(&empty));
}

#[test]
fn check_escapes_what_hostile_texts_bring() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("wire.txt"), format!("{WIRE}<script>alert(1)</script> said the mayor.\n"))
        .unwrap();
    std::fs::write(folder.path().join("d.txt"), "\"><img src=x onerror=alert(1)> closed, the mayor said.").unwrap();
    let html = out(&dateline(&["check", "--html", "--source", "wire.txt", "--", "d.txt"], folder.path()));
    assert!(!html.contains("<img") && !html.contains("<script>alert"), "{html}");
}

#[test]
fn watch_lists_what_a_site_publishes_and_the_wire_does_not_say() {
    let folder = tempfile::tempdir().unwrap();
    let feed = |title: &str, items: &[(&str, &str)]| {
        let items: String = items
            .iter()
            .enumerate()
            .map(|(i, (t, d))| {
                format!("<item><guid>{title}{i}</guid><title>{t}</title><description>{d}</description></item>")
            })
            .collect();
        format!(
            "<rss version=\"2.0\"><channel><title>{title}</title><link>https://e.example/</link><description>d</description>{items}</channel></rss>"
        )
    };
    let wire = [(
        "Harbour of Porto Velmo to close",
        "The harbour of Porto Velmo will close for a week, mayor Ana Reiszinha said. Some 240 boats must leave the basin by Sunday evening, Reiszinha told reporters.",
    )];
    let site = [
        (
            "Harbour of Porto Velmo to close",
            "The harbour of Porto Velmo will close for a week, mayor Ana Reiszinha said. Some 340 boats must leave the basin by Sunday evening, Reiszinha told reporters.",
        ),
        (
            "Recipe for lemon cake",
            "Beat the eggs with the sugar until the mixture is pale, then fold in the flour and the zest.",
        ),
    ];
    std::fs::write(folder.path().join("wire.xml"), feed("Halden Wire", &wire)).unwrap();
    std::fs::write(folder.path().join("site.xml"), feed("The Site", &site)).unwrap();
    let seen = dateline(&["watch", "--site", "site.xml", "--wire", "wire.xml"], folder.path());
    assert_eq!(seen.status.code(), Some(1), "{}", err(&seen));
    let told = out(&seen);
    for words in [
        "1 of 3 sentences are not supported",
        "The draft says “340”",
        "Halden Wire says “240”",
        "not from this wire",
        "2 items",
    ] {
        assert!(told.contains(words), "{words}: {told}");
    }
    let json = out(&dateline(&["watch", "--json", "--site", "site.xml", "--wire", "wire.xml"], folder.path()));
    let lines: Vec<serde_json::Value> = json.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    assert_eq!((lines[0]["from_wire"].as_bool(), lines[1]["from_wire"].as_bool()), (Some(true), Some(false)), "{json}");
    let clean = dateline(&["watch", "--site", "wire.xml", "--wire", "wire.xml"], folder.path());
    assert_eq!(clean.status.code(), Some(0), "{}", out(&clean));
    let missing = dateline(&["watch", "--site", "nothing.xml", "--wire", "wire.xml"], folder.path());
    assert_eq!(missing.status.code(), Some(1));
    assert!(err(&missing).contains("nothing.xml"), "{}", err(&missing));
}

#[test]
fn wire_read_prints_reports_and_stores_nothing() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("feed.xml"), FEED).unwrap();
    let read = dateline(&["wire", "read", "--json", "feed.xml"], folder.path());
    assert_eq!(read.status.code(), Some(0), "{}", err(&read));
    let report: serde_json::Value = serde_json::from_str(out(&read).lines().next().unwrap()).unwrap();
    assert_eq!(report["dateline"]["place"], "Lisbon", "{report}");
    std::fs::write(folder.path().join("page.html"), "<html><body>Hello</body></html>").unwrap();
    let page = dateline(&["wire", "read", "page.html"], folder.path());
    assert_eq!(page.status.code(), Some(1));
    assert!(err(&page).contains("page.html"), "{}", err(&page));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2, "nothing is stored");
}
