//! Words by which the ends of a speaker and of a clause are known.

/// What is claimed and not said.
pub(super) const TAKEN: [&str; 17] = [
    "lives",
    "life",
    "victims",
    "title",
    "victory",
    "responsibility",
    "win",
    "bronze",
    "silver",
    "gold",
    "medal",
    "crown",
    "spot",
    "place",
    "points",
    "seat",
    "seats",
];

pub(super) fn is_close(mark: &str) -> bool {
    matches!(mark, "," | "”" | "\"" | "»" | "’" | "'" | "،")
}

/// A speaker does not reach over these.
pub(super) fn is_break(lower: &str) -> bool {
    matches!(
        lower,
        "," | "،"
            | ";"
            | "؛"
            | ":"
            | "”"
            | "“"
            | "\""
            | "«"
            | "»"
            | "—"
            | "–"
            | "("
            | ")"
            | "that"
            | "but"
            | "while"
            | "as"
            | "after"
            | "because"
            | "which"
            | "what"
            | "when"
            | "who"
            | "que"
            | "qu'"
            | "mais"
            | "ان"
            | "بان"
            | "انه"
            | "انها"
            | "انهم"
            | "कि"
            | "لكن"
    )
}

/// Words between a speaker and the verb.
pub(super) fn is_helper(lower: &str) -> bool {
    matches!(
        lower,
        "has"
            | "have"
            | "had"
            | "also"
            | "later"
            | "earlier"
            | "then"
            | "would"
            | "will"
            | "did"
            | "not"
            | "previously"
            | "repeatedly"
            | "n't"
            | "never"
    )
}

pub(super) fn is_finite(lower: &str) -> bool {
    matches!(
        lower,
        "is" | "are"
            | "was"
            | "were"
            | "has"
            | "have"
            | "had"
            | "will"
            | "would"
            | "could"
            | "may"
            | "might"
            | "can"
            | "should"
            | "must"
            | "did"
            | "does"
            | "do"
    )
}

pub(super) fn is_adverbial(lower: &str) -> bool {
    matches!(
        lower,
        "on" | "in"
            | "at"
            | "during"
            | "by"
            | "through"
            | "to"
            | "late"
            | "early"
            | "yesterday"
            | "today"
            | "jeudi"
            | "lundi"
            | "mardi"
            | "mercredi"
            | "vendredi"
            | "samedi"
            | "dimanche"
            | "dans"
            | "lors"
            | "à"
            | "يوم"
            | "امس"
            | "خلال"
    )
}
