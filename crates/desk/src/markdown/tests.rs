use news::mark::Manner;
use news::revision::Draft;
use proptest::prelude::*;

use super::*;

fn draft((paragraphs, marks): (Vec<String>, Vec<Mark>)) -> Draft {
    Draft { paragraphs, marks, ..Draft::default() }
}

/// The marked words of a paragraph, with how they are marked.
fn marked(line: &str) -> (String, Vec<(String, Manner)>) {
    let (words, marks) = one(line, 0);
    let found = marks.iter().map(|m| (words[m.range.clone()].to_owned(), m.manner.clone())).collect();
    (words, found)
}

#[test]
fn signs_become_marks_and_words_stay_plain() {
    let (words, found) = marked("The **mayor of *Aldea*** said [no](https://a.example/x_(1)).");
    assert_eq!(words, "The mayor of Aldea said no.");
    let link = Manner::Link("https://a.example/x_(1)".into());
    let expected = [("mayor of Aldea", Manner::Strong), ("Aldea", Manner::Emphasis), ("no", link)];
    assert_eq!(found, expected.map(|(w, m)| (w.to_owned(), m)));
}

#[test]
fn blocks_are_paragraphs_of_their_own() {
    let (plain, marks) =
        read("## What is known\nTwelve died,\nsays *she*.\n\n- one\n- two\nlines\n\n> a word\n> and more\n\n\n");
    assert_eq!(plain, ["What is known", "Twelve died, says she.", "one", "two lines", "a word and more"]);
    let blocks: Vec<_> =
        marks.iter().filter(|m| m.manner.is_block()).map(|m| (m.paragraph, m.manner.clone())).collect();
    assert_eq!(blocks, [(0, Manner::Heading), (2, Manner::Item), (3, Manner::Item), (4, Manner::Quotation)]);
    assert_eq!(read(">for short").1[0].manner, Manner::Quotation);
    let again = write(&draft((plain, marks)));
    assert_eq!(again, "## What is known\n\nTwelve died, says *she*.\n\n- one\n\n- two lines\n\n> a word and more");
}

#[test]
fn what_is_no_markup_stands_as_it_was_typed() {
    for line in [
        "5 * 3 * 2 is 30, he_said_so",
        "AT&amp;T &copy; 2026",
        "<b>bold</b> <script>x</script>",
        "a `code` b",
        "1. First of all",
        "He said [sic] no",
        "#1 in the list",
        "-5 degrees",
        "trailing \\",
        "Wow![here](https://a.example/) and ![a picture](https://a.example/f.png)",
        "write to <press@ulvvik.example> or see <https://ulvvik.example/>",
    ] {
        assert_eq!(marked(line), (line.to_owned(), vec![]), "{line}");
        assert_eq!(write(&Draft { paragraphs: vec![line.into()], ..Draft::default() }), line);
    }
    let strong = vec![("x".to_owned(), Manner::Strong)];
    assert_eq!(
        marked("see https://a.example/_x_ and __y__ or _**x**_"),
        ("see https://a.example/_x_ and __y__ or _x_".into(), strong)
    );
}

#[test]
fn plain_words_that_look_like_signs_come_back_plain() {
    for line in [
        "- Non, dit-il",
        "# 5",
        "> so",
        "*sic*",
        "[a](https://b.example)",
        "\\*",
        "**",
        "<https://a.example>",
        "* a *b*",
    ] {
        let one = Draft { paragraphs: vec![line.into()], ..Draft::default() };
        assert_eq!(draft(read(&write(&one))), one, "{line} as {}", write(&one));
    }
}

#[test]
fn marks_that_a_cut_went_through_do_not_spoil_the_words() {
    let broken = Mark { paragraph: 0, range: 2..5, manner: Manner::Strong };
    let one = Draft { paragraphs: vec!["a, b c".into()], marks: vec![broken], ..Draft::default() };
    assert_eq!(read(&write(&one)).0, one.paragraphs);
}

#[test]
fn an_address_and_an_exclamation_come_back_as_they_were() {
    let link = |words: &str, to: &str| {
        let at = words.find("here").unwrap();
        Mark { paragraph: 0, range: at..at + 4, manner: Manner::Link(to.into()) }
    };
    for (words, to, written) in [
        ("Wow!here", "https://a.example/", "Wow\\![here](https://a.example/)"),
        ("see here", "https://a.example/a_b*c", "see [here](https://a.example/a_b*c)"),
        ("see here", "https://a.example/x_(1)", "see [here](<https://a.example/x_(1)>)"),
    ] {
        let one = Draft { paragraphs: vec![words.into()], marks: vec![link(words, to)], ..Draft::default() };
        assert_eq!(write(&one), written);
        assert_eq!(draft(read(written)), one);
    }
}

#[test]
fn a_mark_that_no_signs_can_say_does_not_take_the_others_along() {
    let (paragraphs, marks) = read("**The** *Ulvvik yard*_, which_ [closed](https://a.example/)");
    let kept = sayable(&draft((paragraphs.clone(), marks.clone())));
    assert!(marks.len() - kept.len() <= 1 && kept.len() >= 3, "{marks:?}\n{kept:?}");
    let again = draft((paragraphs, kept.clone()));
    assert_eq!(draft(read(&write(&again))), again, "what is kept comes back");
}

#[test]
fn thousands_of_marks_are_read_in_no_time() {
    let body = "*a* ".repeat(20_000);
    let found = draft(read(&body));
    assert_eq!(found.marks.len(), MOST);
    assert_eq!(draft(read(&write(&found))), found);
}

proptest! {
    #[test]
    fn whatever_is_typed_is_read_the_same_again(body in "[a-c *_\\[\\]()<>#`\\\\&;:/.\n-]{0,60}") {
        let first = draft(read(&body));
        let again = draft(read(&write(&first)));
        prop_assert_eq!(&again.paragraphs, &first.paragraphs);
        // What is kept comes back as it is.
        let kept = Draft { marks: sayable(&first), ..first };
        prop_assert_eq!(draft(read(&write(&kept))), kept);
    }

    #[test]
    fn ranges_hold_whole_letters(body in "\\PC{0,80}") {
        let found = draft(read(&body));
        for mark in &found.marks {
            prop_assert!(found.paragraphs[mark.paragraph].get(mark.range.clone()).is_some_and(|w| !w.is_empty()));
        }
    }

    #[test]
    fn plain_words_come_back(words in "[a-zA-Z0-9 *_.,'\\[\\]()<>#`~!&-]{1,60}") {
        let plain = text::clean::line(&words);
        let one = Draft { paragraphs: vec![plain.clone()], ..Draft::default() };
        if !plain.is_empty() {
            prop_assert_eq!(draft(read(&write(&one))), one);
        }
    }
}
