//! The sentences in which people are told what was found.

/// Longest value printed in a reason, in characters.
const LONGEST: usize = 160;

/// A value in quotation marks, cut when it is long, marks of its own left out.
pub(crate) fn value(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let bare = line.trim_matches(|c: char| matches!(c, '“' | '”' | '"' | ',' | ';'));
    match bare.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("“{}…”", bare.get(..at).unwrap_or_default()),
        None => format!("“{bare}”"),
    }
}

/// Both say something, and not the same.
pub(crate) fn differs(draft: &str, agency: &str, source: &str) -> String {
    format!("The draft says {}; {agency} says {}.", value(draft), value(source))
}

/// Agency names for a sentence: `A`, `A and B`, `A, B and C`.
pub(crate) fn list(names: &[&str]) -> String {
    match names {
        [] => "the sources".into(),
        [one] => (*one).into(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}
