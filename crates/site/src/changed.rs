//! What changed between two states of a text: sentence by sentence, and word by word inside a sentence that is the same one.

use std::time::Duration;

use news::Lang;
use similar::{ChangeTag, DiffOp, TextDiff};

/// Longer ones are shown as taken out and put in whole.
const WITHIN: Duration = Duration::from_millis(50);
/// Share of words in common from which two sentences are one sentence changed.
const SAME_SENTENCE: f32 = 0.5;

/// A run of words that stayed, came or went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// `ins`, `del`, or empty for what stayed.
    pub tag: &'static str,
    /// The words.
    pub text: String,
}

/// Both texts as lines of runs, a sentence a line; what stayed as it was is one run.
pub fn between(was: &[&str], is: &[&str], lang: &Lang) -> Vec<Vec<Run>> {
    let (was, is) = (sentences(was, lang), sentences(is, lang));
    let diff = TextDiff::configure().timeout(WITHIN).diff_slices(&was, &is);
    let mut out = Vec::new();
    for op in diff.ops() {
        let (old, new) = (was.get(op.old_range()).unwrap_or_default(), is.get(op.new_range()).unwrap_or_default());
        match op {
            DiffOp::Equal { .. } => out.extend(new.iter().map(|s| whole("", s))),
            _ => replaced(old, new, &mut out),
        }
    }
    out
}

fn sentences<'a>(paragraphs: &[&'a str], lang: &Lang) -> Vec<&'a str> {
    let split = |p: &&'a str| {
        let p: &'a str = p;
        text::sentence::split(p, lang).into_iter().filter_map(|r| p.get(r)).collect::<Vec<_>>()
    };
    paragraphs.iter().flat_map(split).collect()
}

fn whole(tag: &'static str, text: &str) -> Vec<Run> {
    vec![Run { tag, text: text.to_owned() }]
}

/// Sentences that went and came at one place: each that came beside the one that it was, if there is one.
fn replaced(old: &[&str], new: &[&str], out: &mut Vec<Vec<Run>>) {
    let mut left: Vec<Option<&str>> = old.iter().copied().map(Some).collect();
    let mut lines = Vec::new();
    for sentence in new {
        let likeness = |was: &Option<&str>| was.map_or(0.0, |was| words(was, sentence).ratio());
        let best = left.iter_mut().max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
        let was = best.filter(|was| likeness(was) >= SAME_SENTENCE).and_then(Option::take);
        lines.push(was.map_or_else(|| whole("ins", sentence), |was| inside(was, sentence)));
    }
    out.extend(left.into_iter().flatten().map(|was| whole("del", was)));
    out.extend(lines);
}

fn words<'a>(was: &'a str, is: &'a str) -> TextDiff<'a, 'a, 'a, str> {
    TextDiff::configure().timeout(WITHIN).diff_unicode_words(was, is)
}

/// One sentence changed, word by word. A space between two changed words is changed with them, or every word would stand alone.
fn inside(was: &str, is: &str) -> Vec<Run> {
    let diff = words(was, is);
    let changes: Vec<(ChangeTag, &str)> = diff.iter_all_changes().map(|c| (c.tag(), c.value())).collect();
    let mut out: Vec<Run> = Vec::new();
    let (mut gone, mut come) = (String::new(), String::new());
    let flush = |gone: &mut String, come: &mut String, out: &mut Vec<Run>| {
        for (tag, text) in [("del", gone), ("ins", come)] {
            if !text.is_empty() {
                out.push(Run { tag, text: std::mem::take(text) });
            }
        }
    };
    for (n, (tag, text)) in changes.iter().enumerate() {
        let between = text.trim().is_empty()
            && !(gone.is_empty() && come.is_empty())
            && changes.get(n + 1).is_some_and(|(next, _)| *next != ChangeTag::Equal);
        match tag {
            ChangeTag::Delete => gone.push_str(text),
            ChangeTag::Insert => come.push_str(text),
            ChangeTag::Equal if between => {
                gone.push_str(text);
                come.push_str(text);
            }
            ChangeTag::Equal => {
                flush(&mut gone, &mut come, &mut out);
                match out.last_mut().filter(|run| run.tag.is_empty()) {
                    Some(run) => run.text.push_str(text),
                    None => out.push(Run { tag: "", text: (*text).to_owned() }),
                }
            }
        }
    }
    flush(&mut gone, &mut come, &mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn run(tag: &'static str, text: &str) -> Run {
        Run { tag, text: text.into() }
    }

    #[test]
    fn a_changed_figure_is_one_word_out_and_one_in() {
        let lines = between(
            &["Twelve people died on Monday. It rained."],
            &["Fourteen people died on Monday. It rained."],
            &Lang::en(),
        );
        assert_eq!(lines[0], [run("del", "Twelve"), run("ins", "Fourteen"), run("", " people died on Monday.")]);
        assert_eq!(lines[1], [run("", "It rained.")]);
    }

    #[test]
    fn another_sentence_is_taken_out_and_put_in_whole() {
        let lines = between(&["France says it failed."], &["A convoy of 82 tankers reached the city."], &Lang::en());
        assert_eq!(
            lines,
            [[run("del", "France says it failed.")], [run("ins", "A convoy of 82 tankers reached the city.")]]
        );
    }

    proptest! {
        #[test]
        fn both_sentences_can_be_read_from_it(was in "[a-c é]{0,30}", is in "[a-c é]{0,30}") {
            let runs = inside(&was, &is);
            let told = |left_out: &str| {
                runs.iter().filter(|r| r.tag != left_out).map(|r| r.text.as_str()).collect::<String>()
            };
            prop_assert_eq!(told("ins"), was);
            prop_assert_eq!(told("del"), is);
        }
    }
}
