//! Every failure is one line of the log, in words or as JSON, and no secret stands in it.

use testkit::FeedServer;

use super::{command, item, lines, message, rss, run, served::Served, settings};

const SECRETS: [&str; 4] = ["hunter2", "s3cret", "8f3Kd02mQz71LpWx", "t0ken"];

/// Sources whose addresses hold secrets and whose feeds fail in every way.
fn leaky(server: &FeedServer) -> Vec<String> {
    let host = server.url("").replace("http://", "");
    let query = "api_key=s3cret&u=8f3Kd02mQz71LpWx&access_token=t0ken";
    server.set(&format!("/broken?{query}"), 200, "text/html", b"<html><body>No</body></html>");
    server.set(&format!("/status?{query}"), 503, "text/plain", b"");
    server.redirect(&format!("/redirect?{query}"), &format!("http://desk:hunter2@169.254.169.254/?{query}"));
    server.redirect(&format!("/nowhere?{query}"), "http://[bad/?token=t0ken");
    server.set(
        &format!("/forged?{query}"),
        200,
        "application/json",
        b"{\"a\\n{\\\"level\\\":\\\"INFO\\\"} all is well\\u001b[2J\":1}",
    );
    vec![
        format!("http://desk:hunter2@{host}/feed.xml?{query}"),
        format!("http://{host}/broken?{query}"),
        format!("http://{host}/status?{query}"),
        format!("http://{host}/redirect?{query}"),
        format!("http://{host}/nowhere?{query}"),
        format!("http://{host}/forged?{query}"),
        format!("http://127.0.0.1:9/feed.xml?{query}"),
    ]
}

fn newsroom(urls: &[String]) -> tempfile::TempDir {
    let names: Vec<String> = (0..urls.len()).map(|n| format!("leaky-{n}")).collect();
    let sources: Vec<(&str, &str)> = names.iter().map(String::as_str).zip(urls.iter().map(String::as_str)).collect();
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("dateline.toml"), settings(true, &sources)).unwrap();
    folder
}

#[track_caller]
fn without_secrets(said: &str) {
    for secret in SECRETS {
        assert!(!said.contains(secret), "{secret} is told: {said}");
    }
}

#[test]
fn served_at_the_wordiest_no_secret_is_told_and_each_failure_is_one_line() {
    let server = FeedServer::start().unwrap();
    let urls = leaky(&server);
    let folder = newsroom(&urls);
    for level in ["warn", "trace"] {
        let mut command = command(&["serve", "--listen", "127.0.0.1:0", "--log-format", "json"], folder.path());
        command.env("DATELINE_LOG", level);
        let served = Served::spawned(command);
        let failed = |l: &&serde_json::Value| message(l).starts_with("feed failed");
        served.until("every feed has failed", 20, |s| s.log().iter().filter(failed).count() >= urls.len());
        let log = served.log();
        let warnings: Vec<_> = log.iter().filter(|l| l["level"] == "WARN" || l["level"] == "ERROR").collect();
        assert_eq!(warnings.len(), urls.len(), "one line a failure: {warnings:?}");
        assert!(log.iter().all(|l| l["target"].is_string() && l["timestamp"].is_string() && l["fields"].is_object()));
        without_secrets(&served.text());
        without_secrets(&served.get("/sources").1);
        served.kill();
        // Asked anew by the next server.
        for file in ["newsroom.sqlite", "newsroom.sqlite-wal", "newsroom.sqlite-shm"] {
            std::fs::remove_file(folder.path().join(file)).ok();
        }
    }
}

#[test]
fn a_command_says_its_failure_once_in_either_format() {
    let server = FeedServer::start().unwrap();
    let urls = leaky(&server);
    let folder = newsroom(&urls);
    let text = run(&["wire", "pull", "--once"], folder.path());
    let json = run(&["wire", "pull", "--once", "--json", "--log-format", "json"], folder.path());
    assert_eq!((text.code, json.code), (Some(1), Some(1)));
    assert_eq!(text.err.lines().count(), urls.len(), "{}", text.err);
    assert!(!text.err.contains('\u{1b}'), "a server steers the terminal: {:?}", text.err);
    assert_eq!(json.log().len(), urls.len(), "{}", json.err);
    for said in [&text.out, &text.err, &json.out, &json.err, &run(&["wire", "list", "--json"], folder.path()).out] {
        without_secrets(said);
    }
    // The last words of a command have the shape of a log line; the environment may ask for it.
    let told = command(&["story", "show", "7"], folder.path()).env("DATELINE_LOG_FORMAT", "json").output().unwrap();
    let log = lines(&String::from_utf8(told.stderr).unwrap());
    assert_eq!(
        (log.len(), &log[0]["level"], &log[0]["fields"]["exit_code"]),
        (1, &"ERROR".into(), &1.into()),
        "{log:?}"
    );
    assert!(message(&log[0]).contains("no story 7"), "{log:?}");
    let wrong = run(&["story", "list", "--log-format", "xml"], folder.path());
    assert_eq!(wrong.code, Some(2));
    assert!(wrong.err.contains("text, json"), "{}", wrong.err);
}

#[test]
fn a_picture_that_cannot_be_had_is_one_line_and_the_story_goes_out() {
    let server = FeedServer::start().unwrap();
    let picture = "<enclosure url=\"http://127.0.0.1:9/p.jpg?token=t0ken\" type=\"image/jpeg\" length=\"9\"/></item>";
    server.set(
        "/feed.xml",
        200,
        "application/rss+xml",
        rss("W", &item("a", "Velmo").replace("</item>", picture)).as_bytes(),
    );
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("dateline.toml"), settings(true, &[("w", &server.url("/feed.xml"))])).unwrap();
    let said = run(&["wire", "pull", "--once", "--json", "--log-format", "json"], folder.path());
    let log = said.log();
    assert_eq!(log.len(), 1, "{log:?}");
    assert!(message(&log[0]).starts_with("wire picture left out"), "{log:?}");
    without_secrets(&said.err);
    assert_eq!(super::published(folder.path()).len(), 1);
}
