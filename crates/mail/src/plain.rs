//! Words that others chose, made fit for a line of a letter.

/// On one line, without what steers a terminal, a header or the direction of reading, and not longer than that.
pub(crate) fn line(words: &str, letters: usize) -> String {
    let spaced = words.chars().map(|c| if c.is_control() || c.is_whitespace() { ' ' } else { c });
    let kept: String = spaced.filter(|c| !steers(*c)).collect();
    let shown = kept.split_whitespace().collect::<Vec<_>>().join(" ");
    if shown.chars().count() <= letters {
        return shown;
    }
    let cut: String = shown.chars().take(letters.saturating_sub(1)).collect();
    format!("{}…", cut.trim_end())
}

/// Marks without a shape that change how what stands around them is read. The joiners of Persian and Hindi are none of them.
fn steers(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// In plain text, words written from right to left are kept apart from the line that they stand in, which would else be shown
/// in another order.
pub(crate) fn isolated(words: &str) -> String {
    if words.chars().any(is_right_to_left) { format!("\u{2068}{words}\u{2069}") } else { words.to_owned() }
}

fn is_right_to_left(c: char) -> bool {
    matches!(c,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}'
        | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use super::{isolated, line};

    #[test]
    fn a_line_stays_a_line_and_steers_nothing() {
        assert_eq!(
            line("Fire\r\nBcc: all@x.example\u{0} \u{202e}now\u{2028}here", 99),
            "Fire Bcc: all@x.example now here"
        );
        assert_eq!(line("one two three", 8), "one two…");
        assert_eq!(line(" \n ", 8), "");
    }

    #[test]
    fn only_what_runs_the_other_way_is_kept_apart() {
        assert_eq!(isolated("Fire"), "Fire");
        assert_eq!(isolated("حريق"), "\u{2068}حريق\u{2069}");
    }
}
