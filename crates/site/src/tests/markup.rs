//! What stands out in a story's text.

use news::mark::{Manner, Mark};

use super::fixture::{Make, Newsroom};

fn mark(paragraph: usize, of: &str, words: &str, manner: Manner) -> Mark {
    let at = of.find(words).unwrap();
    Mark { paragraph, range: at..at + words.len(), manner }
}

#[test]
fn marks_are_markup_on_the_page_and_no_words_anywhere_else() {
    const TEXT: [&str; 4] = [
        "What the ministry said",
        "The contract is a failure, the ministry said. A second sentence follows it.",
        "One tanker in three",
        "Two roads of four",
    ];
    let link = |to: &str| Manner::Link(to.into());
    let marks = vec![
        mark(0, TEXT[0], TEXT[0], Manner::Heading),
        mark(1, TEXT[1], "ministry said. A second", Manner::Strong),
        mark(1, TEXT[1], "failure", link("https://ministry.example/?a=1&b=\"2\"")),
        mark(1, TEXT[1], "follows", link("javascript:alert(1)")),
        mark(2, TEXT[2], TEXT[2], Manner::Item),
        mark(3, TEXT[3], TEXT[3], Manner::Item),
        // One that fits no letter, as no editor makes it.
        Mark { paragraph: 9, range: 700..800, manner: Manner::Emphasis },
    ];
    let room = Newsroom::new();
    let make = Make { paragraphs: &TEXT, marks, ..Make::default() };
    let id = room.story(&make);
    let path = room.get(&format!("/article/{id}")).header("location").to_owned();
    let html = room.get(&path).text();
    for words in [
        "<h2 class=\"t\">What the ministry said",
        "<p class=\"t\"><span class=\"dl\">Paris</span>The contract is a ",
        "<a href=\"https://ministry.example/?a=1&#38;b=&#34;2&#34;\" rel=\"noopener\">failure</a>",
        "<strong>ministry said.</strong>",
        "<strong>A second</strong>",
        "<ul class=\"t\"><li>One tanker in three",
        "Two roads of four",
    ] {
        assert!(html.contains(words), "{words}\n{html}");
    }
    assert_eq!(html.matches("<ul class=\"t\">").count(), 1, "one list: {html}");
    assert!(!html.contains("javascript:"), "{html}");
    let document: serde_json::Value =
        serde_json::from_slice(&room.get(&format!("/article/{id}/document")).bytes).unwrap();
    assert_eq!(document["paragraphs"][1], TEXT[1]);
    assert_eq!(document["marks"].as_array().unwrap().len(), 7);
    assert!(!room.get("/feed.rss").text().contains("<strong>"));
}
