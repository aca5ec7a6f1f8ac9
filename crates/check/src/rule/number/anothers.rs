//! A number that the sources have, and that is another's there: of another noun, of another comparison.

use text::number::{Quantity, Unit};

use super::equal::is_same;
use super::same_value;
use crate::fact::{Sentence, Token};
use crate::rule::Case;

/// `three times the speed allowed` where the sources compare by another number, or by none.
pub(super) fn is_other_multiple(case: &Case<'_>, q: &Quantity) -> bool {
    const COMPARED: [&str; 9] = ["the", "as", "more", "higher", "larger", "faster", "its", "their", "what"];
    let rest = case.text.get(q.range.end..case.sentence.range.end).unwrap_or_default();
    let words: Vec<&str> = rest.split_whitespace().take(2).collect();
    let (["times", than], Some((number, folds))) = (&words[..], folds(q.low)) else { return false };
    let told = |pair: &[Token]| {
        let [a, b] = pair else { return false };
        folds.contains(&a.lower.as_str()) || number.contains(&a.lower.as_str()) && b.lower == "times"
    };
    let mut readings = case.texts.iter().filter_map(|t| case.sources.readings.get(*t));
    COMPARED.contains(than) && !readings.any(|r| r.sentences.iter().any(|s| s.tokens.windows(2).any(told)))
}

type Words = &'static [&'static str];

/// A number before `times`, and the words that say that something is so many times another.
fn folds(times: f64) -> Option<(Words, Words)> {
    match times {
        2.0 => Some((&["two", "2"], &["twice", "double", "doubled", "doubling"])),
        3.0 => Some((&["three", "3"], &["triple", "tripled", "treble", "trebled", "threefold", "thrice"])),
        4.0 => Some((&["four", "4"], &["quadruple", "quadrupled", "fourfold"])),
        _ => None,
    }
}

/// `63 mature females` where one source sentence has 63 sharks and 24 females: the number is another noun's there, and the noun
/// has another number.
pub(super) fn is_anothers(case: &Case<'_>, q: &Quantity) -> bool {
    let Some(counted) = q.counted.as_ref().filter(|_| q.unit == Unit::Count && q.low == q.high) else { return false };
    let told = |n: &Quantity| case.sentence.numbers.iter().any(|own| own.range != q.range && is_same(own, n));
    let mut used = case.align.used().into_iter().filter_map(|id| case.sources.sentence(id));
    used.any(|s| {
        let counts = |n: &&Quantity| n.unit == Unit::Count;
        let other = |n: &Quantity| n.counted.as_ref().is_some_and(|c| c != counted);
        let mut same = s.numbers.iter().filter(counts).filter(|n| same_value(q, n)).peekable();
        let rival = |n: &Quantity| n.counted.as_ref() == Some(counted) && !same_value(q, n);
        same.peek().is_some()
            && same.all(other)
            && s.numbers.iter().filter(counts).any(|n| rival(n) && (!told(n) || is_swap(case, q, n, s)))
    })
}

/// The rival number stands in the draft too, under the noun that is this number's in the source.
fn is_swap(case: &Case<'_>, q: &Quantity, rival: &Quantity, s: &Sentence) -> bool {
    let theirs = s.numbers.iter().filter(|n| same_value(q, n)).find_map(|n| n.counted.as_ref());
    let mut own = case.sentence.numbers.iter().filter(|o| o.range != q.range && same_value(o, rival));
    theirs.is_some() && own.any(|o| o.counted.as_ref() == theirs)
}
