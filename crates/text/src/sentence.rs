//! (stub) Sentences with byte ranges.
use news::Lang;
use std::ops::Range;
/// Byte ranges of the sentences of `text` (paragraphs are lines; none crosses a line), trimmed, none empty.
pub fn split(text: &str, lang: &Lang) -> Vec<Range<usize>> { let _ = lang; vec![0..text.len()] }
