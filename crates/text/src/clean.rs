//! (stub) White space and Unicode form.
/// NFC; control characters out; every run of white space (NBSP too) one space; trimmed. One line.
pub fn line(s: &str) -> String { s.into() }
/// Each paragraph through [`line`], empty ones out, joined by `\n`.
pub fn paragraphs<'a>(p: impl IntoIterator<Item = &'a str>) -> String { p.into_iter().collect::<Vec<_>>().join("\n") }
