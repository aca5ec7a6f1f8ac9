//! What readers send: the fields of a form, and how long a text may be, so that no form is work without end.

use crate::{address, failure::Failure};

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

/// A draft that is neither empty nor too long.
pub fn draft(text: &str) -> Result<(), Failure> {
    if !text.chars().any(char::is_alphanumeric) {
        return Err(Failure::BadForm("The text is empty. Go back and write at least one sentence.".into()));
    }
    short_enough("text", text.chars().count(), DRAFT_CHARACTERS, "characters")?;
    short_enough("text", text.lines().filter(|l| !l.trim().is_empty()).count(), DRAFT_LINES, "lines")
}

/// Sources of which at least one holds words, and which are not too long together.
pub fn sources(texts: &[String]) -> Result<(), Failure> {
    if !texts.iter().any(|text| text.chars().any(char::is_alphanumeric)) {
        let words = "There is no source. Go back and paste the report that the draft was written from.";
        return Err(Failure::BadForm(words.into()));
    }
    short_enough("sources", texts.iter().map(|t| t.chars().count()).sum(), SOURCE_CHARACTERS, "characters")
}

fn short_enough(what: &str, length: usize, most: usize, unit: &str) -> Result<(), Failure> {
    let words = || format!("Your {what} came to {length} {unit}. Go back and cut to {most} at most.");
    if length > most { Err(Failure::BadForm(words())) } else { Ok(()) }
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
        assert!(draft("One.").is_ok());
        assert!(draft(" \n\t ").is_err() && draft("…").is_err());
        let told = draft(&"क".repeat(DRAFT_CHARACTERS + 1)).unwrap_err().to_string();
        assert!(told.contains("12001 characters") && told.contains("12000 at most"), "{told}");
        assert!(draft(&"a\n".repeat(DRAFT_LINES + 1)).unwrap_err().to_string().contains("lines"));
        assert!(sources(&[String::new(), "a".into()]).is_ok() && sources(&[String::new()]).is_err());
    }
}
