//! What of a draft sentence can be counted: how much of it the sources have in the same or in kin words, and what they have
//! nothing like. From these numbers the sentence's support is weighed (`weight.rs`).
//!
//! Every feature is oriented so that more of it speaks for the sentence; what speaks against it is negative. Counts come twice,
//! as "any at all" and as the logarithm of one more. These few are what is left of some fifty: what a weighing that had not seen
//! a set did not need for it was taken out.

mod clause;
mod copy;
mod word;

use news::verdict::{Finding, Kind, Severity, Verdict};
use text::cue::Cue;

use crate::rule::Case;

pub(crate) use clause::invented;
pub(crate) use copy::{is_joined, share as copied};
pub(crate) use word::{ALIKE, Word, all as words};

/// The features' names, in order.
pub const NAMES: [&str; 14] = [
    "kin",
    "kind",
    "any number unknown",
    "numbers unknown",
    "any name unknown",
    "names unknown",
    "any word unknown",
    "words unknown",
    "any contrary",
    "contraries",
    "any negation new",
    "negations new",
    "any number contradicted",
    "numbers contradicted",
];

/// The features of a sentence, one for each of [`NAMES`].
pub(crate) type Features = [f64; NAMES.len()];

/// The features without what good rewording explains: a contrary far away, a denial that the source has in another word.
pub(crate) fn excused(case: &Case<'_>, words: &[Word<'_>], mut features: Features) -> Features {
    // `took no notice` for `ignored`: the contrary denied is the same.
    let denied_word = |w: &Word<'_>| {
        case.sentence.cues.iter().any(|(r, c)| {
            let between =
                case.text.get(r.end..w.token.range.start).map_or(usize::MAX, |t| t.split_whitespace().count());
            *c == Cue::Negation && between <= 2
        })
    };
    let opposed = words.iter().any(|w| w.is_contrary() && !denied_word(w));
    let denied = crate::settle::denial::alone(case).is_empty();
    for (name, feature) in NAMES.iter().zip(&mut features) {
        let explained = (name.contains("contrar") && !opposed) || (name.contains("negation") && denied);
        *feature = if explained { 0.0 } else { *feature };
    }
    features
}

/// Counts the sentence's features: `words` are its content words, `findings` what the rules found in it.
pub(crate) fn of(case: &Case<'_>, words: &[Word<'_>], findings: &[Finding]) -> Features {
    let total = words.iter().map(|w| w.weight).sum::<f64>().max(f64::MIN_POSITIVE);
    let share = |most: u8| words.iter().filter(|w| w.distance() <= most).map(|w| w.weight).sum::<f64>() / total;
    let count = |wanted: &dyn Fn(&Word<'_>) -> bool| words.iter().filter(|w| wanted(w)).count() as f64;
    let contradicted =
        |f: &&Finding| f.kind == Kind::Number && f.verdict == Verdict::Contradicted && f.severity == Severity::Block;
    let [any_number, numbers] = twice(count(&|w| w.number && !w.found));
    let [any_name, names] = twice(count(&|w| w.name && w.distance() > 1));
    let [any_word, others] = twice(count(&|w| !w.number && !w.name && w.distance() > 3));
    let [any_contrary, contraries] = twice(count(&|w| w.contrary && w.distance() > 1));
    let [any_negation, negations] = twice(f64::from(u8::from(denies_alone(case))));
    let [any_contradicted, all_contradicted] = twice(findings.iter().filter(contradicted).count() as f64);
    [
        share(2),
        share(3),
        any_number,
        numbers,
        any_name,
        names,
        any_word,
        others,
        any_contrary,
        contraries,
        any_negation,
        negations,
        any_contradicted,
        all_contradicted,
    ]
}

/// A count that speaks against a sentence.
fn twice(count: f64) -> [f64; 2] {
    [-count.min(1.0), -count.ln_1p()]
}

/// Whether the draft denies something, and the sentences that it comes from nothing.
fn denies_alone(case: &Case<'_>) -> bool {
    let denies = |s: &crate::fact::Sentence| s.cues.iter().any(|(_, c)| *c == Cue::Negation);
    denies(case.sentence) && !case.align.used().iter().filter_map(|id| case.sources.sentence(*id)).any(denies)
}
