//! A file of text or HTML as plain paragraphs, for checking a draft that never was a feed.

use crate::{charset, clean, entry::Markup};

/// The text of a file: decoded, cleaned, a paragraph a line. HTML by its look, else text whose lines are paragraphs.
pub fn plain_text(bytes: &[u8]) -> String {
    let (text, _) = charset::decode(bytes, None);
    let head: String = text.chars().take(2_000).collect::<String>().to_ascii_lowercase();
    let markup = ["<html", "<!doctype html", "<body", "<p>", "<p ", "<div", "<article", "<h1"]
        .iter()
        .any(|tag| head.contains(tag));
    if markup {
        return text::clean::paragraphs(
            clean::body(&Markup::html(text.as_str())).paragraphs.iter().map(String::as_str),
        );
    }
    text::clean::paragraphs(text.lines())
}

#[cfg(test)]
mod tests {
    use super::plain_text;

    #[test]
    fn text_keeps_its_lines_and_html_its_paragraphs() {
        assert_eq!(plain_text(b"Head\n\nOne two.\r\nThree."), "Head\nOne two.\nThree.");
        assert_eq!(
            plain_text(b"<html><body><h1>Head</h1><script>x</script><p>One &amp; two.</p></body></html>"),
            "Head\nOne & two."
        );
    }
}
