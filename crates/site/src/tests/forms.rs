//! The two forms: what is sent comes back judged, nothing is stored, floods are stopped.

use super::fixture::{Newsroom, PARAGRAPHS};
use crate::address::encode;

#[test]
fn a_changed_sentence_is_marked_and_the_others_are_supported() {
    let room = Newsroom::full();
    let text = format!("{}\r\n\r\nThe embassy would stay open for 9,999 citizens, he said.", PARAGRAPHS[0]);
    let got = room.post("/article/1/try", &format!("text={}", encode(&text).replace("%20", "+")));
    assert_eq!(got.status, 200);
    assert_eq!(got.header("cache-control"), "no-store");
    let html = got.text();
    assert!(html.contains("Sentences the sources do not support: 1 / 2."), "{html}");
    assert!(
        html.contains("<p class=\"v\">Supported</p>")
            && html.contains("<li class=\"co\"><div><p class=\"v\">Contradicted</p>")
    );
    assert!(html.contains("The draft says something else than the source."));
    assert!(html.contains("<mark>The</mark>"));
    assert!(html.contains("Calwick Press"));
    assert!(html.contains("9,999 citizens, he said.</textarea>"), "the text comes back to be changed again");
    assert_eq!(room.post("/article/1/try", "text=").status, 400);
    assert_eq!(room.post("/article/99/try", "text=x").status, 404);
}

#[test]
fn a_pasted_draft_is_checked_against_pasted_sources() {
    let room = Newsroom::full();
    let form = format!(
        "draft={}&source1={}&source2=",
        encode("The river rose. The dam broke."),
        encode("The river rose.\nAll is well.")
    );
    let html = room.post("/check", &form).text();
    assert!(html.contains("Sentences the sources do not support: 1 / 2."), "{html}");
    assert!(html.contains("<blockquote>The river rose.</blockquote><p class=\"meta\"><b>Source 1"));
    assert_eq!(room.post("/check", "draft=x").status, 400);
    let hostile =
        room.post("/check", &format!("draft={}&source1=a", encode("</textarea><script>alert(1)</script>"))).text();
    assert!(!hostile.contains("<script>alert"));
}

#[test]
fn a_flood_gets_429_in_the_houses_style() {
    let room = Newsroom::full();
    let answers: Vec<_> = (0..20).map(|_| room.post("/check", "draft=a&source1=a")).collect();
    let last = answers.last().unwrap();
    assert_eq!(last.status, 429);
    assert_eq!(last.header("retry-after"), "60");
    assert!(last.text().contains("The Test Ledger") && last.text().matches("<h1").count() == 1);
    assert_eq!(room.post("/check", &"x".repeat(600_000)).status, 413);
}
