//! What readers send: the fields of a form, and how long a text may be, so that no form is work without end.

use crate::{address, failure::Failure, words::Words};

/// Characters of a draft that may be checked at once: some 2,000 words.
pub const DRAFT_CHARACTERS: usize = 12_000;
/// Lines of a draft, a paragraph each.
pub const DRAFT_LINES: usize = 300;
/// Characters of all pasted sources together. The work grows with draft times sources.
pub const SOURCE_CHARACTERS: usize = 40_000;

/// A field of a form as browsers send it; empty when it is not there. Lines end in `\n`; characters that no text holds
/// become spaces.
pub fn field(form: &[u8], name: &str) -> String {
    let form = String::from_utf8_lossy(form);
    let value =
        form.split('&').filter_map(|pair| pair.split_once('=')).find(|(n, _)| *n == name).map_or("", |(_, v)| v);
    let text = address::decode(&value.replace('+', " ")).replace("\r\n", "\n");
    text.chars().map(|c| if c.is_control() && !matches!(c, '\n' | '\t') { ' ' } else { c }).collect()
}

/// A draft that is neither empty nor too long; the refusal is in the words of `w`.
pub fn draft(text: &str, w: &Words) -> Result<(), Failure> {
    if !text.chars().any(char::is_alphanumeric) {
        return Err(Failure::BadForm(w.form_empty.into()));
    }
    let lines = text.lines().filter(|l| !l.trim().is_empty()).count();
    short_enough(text.chars().count(), DRAFT_CHARACTERS, |n, most| w.form_characters(n, most))?;
    short_enough(lines, DRAFT_LINES, |n, most| w.form_lines(n, most))
}

/// Sources of which at least one holds words, and which are not too long together.
pub fn sources(texts: &[String], w: &Words) -> Result<(), Failure> {
    if !texts.iter().any(|text| text.chars().any(char::is_alphanumeric)) {
        return Err(Failure::BadForm(w.form_no_source.into()));
    }
    let characters = texts.iter().map(|t| t.chars().count()).sum();
    short_enough(characters, SOURCE_CHARACTERS, |n, most| w.form_sources(n, most))
}

fn short_enough(length: usize, most: usize, words: impl Fn(usize, usize) -> String) -> Result<(), Failure> {
    if length > most { Err(Failure::BadForm(words(length, most))) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_come_as_text_whatever_was_sent() {
        assert_eq!(field(b"a=1&text=x+y%0D%0Az%00%1b&b=2", "text"), "x y\nz  ");
        assert_eq!(field(b"text", "text"), "");
        assert_eq!(field(b"text=%ZZ%E4%FF%", "text"), "%ZZ\u{fffd}\u{fffd}%");
        assert_eq!(field(&[0xff, b'='], "text"), "");
    }

    #[test]
    fn a_text_too_long_or_empty_is_refused_with_its_length() {
        let w = crate::words::of(&news::Lang::en());
        assert!(draft("One.", w).is_ok());
        assert!(draft(" \n\t ", w).is_err() && draft("…", w).is_err());
        let told = draft(&"क".repeat(DRAFT_CHARACTERS + 1), w).unwrap_err().to_string();
        assert!(told.contains("12001 characters") && told.contains("12000 at most"), "{told}");
        assert!(draft(&"a\n".repeat(DRAFT_LINES + 1), w).unwrap_err().to_string().contains("lines"));
        assert!(sources(&[String::new(), "a".into()], w).is_ok() && sources(&[String::new()], w).is_err());
    }
}
