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
    assert!(html.contains("<blockquote dir=\"auto\">The river rose.</blockquote><p class=\"meta\"><b>Source 1"));
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
    let wait: u64 = last.header("retry-after").parse().unwrap();
    assert!((1..=3).contains(&wait), "{wait} s");
    assert!(last.text().contains(&format!("Come back in {wait} s")), "the page says when");
    assert!(last.text().contains("The Test Ledger") && last.text().matches("<h1").count() == 1);
    // Others are not stopped.
    assert_eq!(room.get("/check").status, 200);
}

#[test]
fn hostile_forms_get_a_sentence_that_says_what_to_do() {
    let sentence = "draft=One+two.&source1=One+two.";
    let cases = [
        ("", 400, "The text is empty"),
        ("draft=%20%20%0A&source1=a", 400, "The text is empty"),
        ("draft=%00%01&source1=a", 400, "The text is empty"),
        ("draft=One.&source1=%20", 400, "There is no source"),
        (&format!("draft={}&source1=a", "a%0A".repeat(5_000)), 400, "5000 lines"),
        (&format!("draft={}&source1=a", "a".repeat(12_001)), 400, "12001 characters"),
        (&format!("{sentence}&source2={}", "b".repeat(40_000)), 400, "40008 characters"),
        (&format!("draft={}", "x".repeat(600_000)), 413, "up to 512 KB"),
        ("%%%&=&draft=%ZZ%FF+a.&source1=%E0%A4", 400, "There is no source"),
    ];
    for (form, status, words) in cases {
        let got = Newsroom::new().post("/check", form);
        assert_eq!(got.status, status, "{words}");
        assert!(got.text().contains(words), "{words}: {}", got.text());
        assert_eq!(got.header("cache-control"), "no-store");
    }
    let room = Newsroom::full();
    assert_eq!(room.post("/check", "draft=%D9%85%D8%B1%D8%AD%D8%A8%D8%A7.&source1=%00a%E0%A4").status, 200);
    for path in ["/article/x/try", "/article/99/try", "/article/-1/try"] {
        assert_eq!(room.post(path, "text=One.").status, 404, "{path}");
    }
    assert_eq!(room.post("/", "text=One.").status, 405);
    // Who reloads an answer by its address gets the story.
    assert_eq!(room.get("/article/1/try").status, 301);
}
