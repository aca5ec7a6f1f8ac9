//! Facts that an office gives out: `police said four were hurt`.

use std::ops::Range;

use text::cue::Cue;
use text::quote::Strength;

use crate::fact::{Sentence, Token};
use crate::rule::Case;

/// Who speaks for an office, or is one.
const OFFICES: &str = "official officials police court tribunal judge judges ministry \
board agency authority authorities council service department commission commissioner office bureau \
committee investigators superintendent coastguard firefighters hospital \
organisers organizers mediators university institute researchers";
/// Beginnings of words that guess, charge or want, and of those that one side of a war says of the other.
const GUESSED: &str = "estimat believ accus alleg claim argu suspect warn expect predict forecast think insist blam deni deny fear stol steal \
embezzl robb murder tortur brib fraud corrupt loot massacr abus guilt soldier troop rebel militant opposition";

/// Whether the source's words, told in other words without who said them, are such a fact: no charge, no guess and nothing that
/// somebody wants. Newspapers tell it as their own. A copied sentence keeps its attribution.
pub(super) fn is_of_record(case: &Case<'_>, sentence: &Sentence, verb: &Range<usize>, told: &Range<usize>) -> bool {
    let own = |t: &Token| t.range.start < told.end && told.start < t.range.end;
    let office = sentence.tokens.iter().filter(|t| own(t)).any(|t| OFFICES.split(' ').any(|o| o == t.lower));
    let saying = sentence.sayings.iter().find(|s| s.verb == *verb);
    let guessed = |t: &Token| GUESSED.split(' ').any(|w| t.lower.starts_with(w));
    // What may be is open in the draft; a report has much of it beside.
    let open = case.sentence.cues.iter().any(|(r, _)| crate::rule::negation::has_open(case.printed(r)));
    let charge = |s: &Sentence| s.cues.iter().any(|(_, c)| *c == Cue::Suspected) || s.tokens.iter().any(guessed);
    // `most of the dead` where the office named no share: that is no longer what it said.
    let share = |t: &&Token| crate::rule::quantifier::is_one(&t.lower);
    let widened = case.sentence.tokens.iter().filter(share).any(|t| !sentence.tokens.iter().any(|o| t.same(o)));
    office
        && !case.laid
        && !widened
        && saying.is_some_and(|s| s.strength > Strength::Weak)
        && !open
        && !charge(case.sentence)
        && !charge(sentence)
}
