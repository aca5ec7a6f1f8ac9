//! What changed between two states of a text, word by word.

use std::time::Duration;

use similar::{ChangeTag, TextDiff};

/// Longer ones are shown as taken out and put in whole.
const WITHIN: Duration = Duration::from_millis(50);

/// A run of words that stayed, came or went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// `ins`, `del`, or empty for what stayed.
    pub tag: &'static str,
    /// The words with the space behind them.
    pub text: String,
}

/// The paragraphs of both texts as runs; a paragraph a line.
pub fn between(was: &[&str], is: &[&str]) -> Vec<Vec<Run>> {
    let (was, is) = (was.join("\n"), is.join("\n"));
    let diff = TextDiff::configure().timeout(WITHIN).diff_unicode_words(&was, &is);
    let mut out: Vec<Vec<Run>> = vec![Vec::new()];
    for change in diff.iter_all_changes() {
        let tag = match change.tag() {
            ChangeTag::Equal => "",
            ChangeTag::Insert => "ins",
            ChangeTag::Delete => "del",
        };
        for (n, part) in change.value().split('\n').enumerate() {
            // A break that came or went parts paragraphs as well: both texts stay readable.
            if n > 0 {
                out.push(Vec::new());
            }
            let Some(line) = out.last_mut().filter(|_| !part.is_empty()) else { continue };
            match line.last_mut().filter(|run| run.tag == tag) {
                Some(run) => run.text.push_str(part),
                None => line.push(Run { tag, text: part.to_owned() }),
            }
        }
    }
    out.retain(|line| !line.is_empty());
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn told(lines: &[Vec<Run>], left_out: &str) -> String {
        let line = |l: &Vec<Run>| l.iter().filter(|r| r.tag != left_out).map(|r| r.text.as_str()).collect::<String>();
        lines.iter().map(line).collect::<Vec<_>>().concat()
    }

    #[test]
    fn a_changed_figure_is_one_word_out_and_one_in() {
        let lines = between(&["Twelve people died.", "It rained."], &["Fourteen people died.", "It rained."]);
        let run = |tag, text: &str| Run { tag, text: text.into() };
        assert_eq!(lines[0], [run("del", "Twelve"), run("ins", "Fourteen"), run("", " people died.")]);
        assert_eq!(lines[1], [run("", "It rained.")]);
    }

    proptest! {
        #[test]
        fn both_texts_can_be_read_from_it(was in "[a-c é]{0,30}", is in "[a-c é]{0,30}") {
            let lines = between(&[&was], &[&is]);
            prop_assert_eq!(told(&lines, "ins"), was);
            prop_assert_eq!(told(&lines, "del"), is);
        }
    }
}
