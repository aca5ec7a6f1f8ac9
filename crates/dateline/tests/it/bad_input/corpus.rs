//! Sets of hostile strings and files, where `DATELINE_DATA` names the folder that has `security/`. Read by path, never copied.

use std::{path::PathBuf, time::Instant};

use news::{Lang, source::Treatment};
use testkit::TestNewsroom;

use super::{rss, run};
use crate::now;

/// The folder, or a line that says that the test was left out.
fn security(file: &str) -> Option<PathBuf> {
    let path = std::env::var_os("DATELINE_DATA").map(|d| PathBuf::from(d).join("security").join(file));
    let found = path.filter(|p| p.exists());
    if found.is_none() {
        eprintln!("skipped: no security/{file} in the folder that DATELINE_DATA names");
    }
    found
}

fn payloads(file: &str) -> Vec<String> {
    let Some(path) = security(file) else { return Vec::new() };
    let text = std::fs::read_to_string(path).unwrap();
    let line = |l: &str| serde_json::from_str::<serde_json::Value>(l).unwrap()["payload"].as_str().unwrap().to_owned();
    text.lines().map(line).collect()
}

#[test]
fn xml_bombs_are_refused_in_a_second_and_50_megabytes() {
    let Some(folder) = security("defusedxml") else { return };
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|f| f.unwrap().path()).collect();
    files.sort();
    assert!(files.len() > 10);
    let nowhere = tempfile::tempdir().unwrap();
    std::fs::write(nowhere.path().join("good.xml"), rss("Wire", &super::item("a", "Velmo"))).unwrap();
    let good = run(&["wire", "read", "good.xml"], nowhere.path());
    for file in files {
        let began = Instant::now();
        let said = run(&["wire", "read", file.to_str().unwrap()], nowhere.path());
        assert!(began.elapsed().as_millis() < 3_000, "{}: {:?}", file.display(), began.elapsed());
        assert_eq!(said.code, Some(1), "{}: none of them is a feed", file.display());
        assert_eq!(said.err.lines().count(), 1, "{}", said.err);
        assert!(said.peak_bytes.saturating_sub(good.peak_bytes) < 50 * 1024 * 1024, "{}", file.display());
        assert!(!said.err.contains("root:"), "{}", said.err);
    }
}

#[test]
fn hostile_markup_leaves_no_script_and_no_handler() {
    for payload in payloads("dompurify.jsonl") {
        let json = serde_json::json!({"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "title": format!("T {payload}"),
            "content_html": format!("<p>Words.</p>{payload}"), "summary": payload, "authors": [{"name": payload}], "tags": [payload]}]});
        let rss = rss(
            "Wire",
            &format!(
                "<item><guid>1</guid><title>T</title><description><![CDATA[{}]]></description></item>",
                payload.replace("]]>", "")
            ),
        );
        for bytes in [json.to_string(), rss] {
            let lang = Lang::und();
            let hints = wire::Hints { content_type: None, url: None, lang: &lang, zone: None, received: now() };
            let feed = wire::read(bytes.as_bytes(), &hints).unwrap();
            assert_eq!(feed.reports.len(), 1, "{payload}");
            let shown = serde_json::to_string(&feed.reports).unwrap().to_lowercase();
            // Text that speaks of markup is text; a tag that a page could run is not.
            for bad in ["<script", "<iframe", "<img", "<svg", "<math", "<object", "<embed", "<style", "<form", "<a "] {
                assert!(!shown.contains(bad), "{payload} left {bad}: {shown}");
            }
            assert!(feed.reports.iter().all(|r| r.pictures.iter().all(|p| p.url.starts_with("http"))), "{payload}");
        }
    }
}

#[test]
fn naughty_strings_round_trip() {
    let newsroom = TestNewsroom::new(now()).unwrap();
    let source = newsroom.source("wire", Treatment::Rewrite, 250).unwrap();
    let folder = tempfile::tempdir().unwrap();
    // Markup goes (the test above). Control characters of Latin-1 are read as Windows-1252: senders mean that by them.
    let kept = |p: &String| !p.contains(|c: char| ('\u{80}'..'\u{a0}').contains(&c) || matches!(c, '<' | '&'));
    for (n, naughty) in payloads("naughty.jsonl").into_iter().filter(kept).enumerate() {
        // What a reader cannot see (controls, direction marks) goes on purpose; all the rest must stay as it is.
        let seen = text::clean::line(&naughty);
        let json = serde_json::json!({"uri": format!("urn:{n}"), "type": "text", "language": "en", "versionCreated": "2026-11-23T08:00:00Z",
            "headlines": [{"contentType": "text/plain", "value": format!("Of {naughty} of")}], "bodies": [{"contentType": "text/plain", "value": "x"}]});
        let source = newsroom.store().read(|c| store::source::by_id(c, source)).unwrap().unwrap();
        dateline::intake::take(newsroom.store(), &source, json.to_string().as_bytes(), None, now()).unwrap();
        let kept = newsroom.store().read(|c| store::report::by_guid(c, None, &format!("urn:{n}"))).unwrap();
        let want = text::clean::line(&format!("Of {seen} of"));
        assert_eq!(kept.unwrap().report.headline, want, "{naughty:?} as a headline");
        as_query(&newsroom, &naughty);
        as_file(folder.path(), &naughty);
    }
    newsroom.room.until_idle(now()).unwrap();
}

/// Neither as a query nor as an address does it break a page.
fn as_query(newsroom: &TestNewsroom, naughty: &str) {
    let encoded: String = naughty.bytes().map(|b| format!("%{b:02X}")).collect();
    for path in [format!("/latest?before={encoded}&q={encoded}"), format!("/sector/{encoded}"), format!("/{encoded}")] {
        if path.len() < 8_000 {
            let page = newsroom.get(&path).unwrap();
            assert!(page.status < 500, "{naughty:?} as {path}: {}", page.status);
            assert!(!page.body.contains("<script>"), "{naughty:?} on {path}");
        }
    }
}

/// A draft in a file of that name is read.
fn as_file(folder: &std::path::Path, naughty: &str) {
    let name: String = naughty.chars().filter(|c| !matches!(c, '/' | '\0')).take(50).collect();
    if name.is_empty() || name == "." || name == ".." {
        return;
    }
    let path = folder.join(&name);
    std::fs::write(&path, "Some words.").unwrap();
    assert_eq!(std::fs::read(&path).unwrap(), b"Some words.");
}
