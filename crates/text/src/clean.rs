//! White space and Unicode form. What comes out holds one kind of space, no invisible characters that could hide or turn
//! text round, and is in NFC; cleaning it again changes nothing.

use unicode_normalization::UnicodeNormalization;

const NON_JOINER: char = '\u{200C}';
const JOINER: char = '\u{200D}';

/// NFC; control characters out; every run of white space (NBSP too) one space; trimmed. One line.
pub fn line(s: &str) -> String {
    let visible: Vec<char> = s.nfc().filter_map(kept).collect();
    let mut out = String::with_capacity(s.len());
    for (i, &c) in visible.iter().enumerate() {
        let after_space = out.is_empty() || out.ends_with(' ');
        match c {
            ' ' if after_space => {}
            NON_JOINER | JOINER if !joins(out.chars().next_back(), visible.get(i + 1)) => {}
            _ => out.push(c),
        }
    }
    // Removing a character between a letter and its mark lets the two compose.
    out.trim_end_matches(' ').nfc().collect()
}

/// Each paragraph through [`line`], empty ones out, joined by `\n`.
pub fn paragraphs<'a>(p: impl IntoIterator<Item = &'a str>) -> String {
    p.into_iter().map(line).filter(|l| !l.is_empty()).collect::<Vec<_>>().join("\n")
}

/// The character as we keep it: any white space as a space, nothing for what a reader cannot see.
fn kept(c: char) -> Option<char> {
    match c {
        _ if c.is_whitespace() => Some(' '),
        // Information separators are not white space to Unicode's property but separate fields in old wire formats.
        '\u{1C}'..='\u{1F}' => Some(' '),
        _ if c.is_control() => None,
        // Soft hyphen, combining grapheme joiner, Mongolian separator, zero-width space, word joiner and invisible operators, BOM.
        '\u{AD}' | '\u{34F}' | '\u{180E}' | '\u{200B}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}' => None,
        // Direction marks, embeddings, overrides and isolates: they can show a text in another order than it has.
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{206F}' => None,
        // Interlinear annotation, tag characters and the variation selectors that can carry hidden bytes.
        '\u{FFF9}'..='\u{FFFC}' | '\u{E0000}'..='\u{E0FFF}' => None,
        // Noncharacters.
        '\u{FDD0}'..='\u{FDEF}' => None,
        _ if (c as u32) & 0xFFFE == 0xFFFE => None,
        _ => Some(c),
    }
}

/// Persian, the scripts of India and emoji need joiners inside a word; anywhere else they only hide.
fn joins(before: Option<char>, after: Option<&char>) -> bool {
    let inside = |c: char| !c.is_ascii() && c != NON_JOINER && c != JOINER;
    before.is_some_and(inside) && after.is_some_and(|&c| inside(c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn spaces_become_one_and_hidden_characters_go() {
        assert_eq!(line("\u{FEFF}  The\u{A0}price\t rose\u{2009}5\u{202F}%\u{200B} \r\n"), "The price rose 5 %");
        assert_eq!(line("co\u{AD}operate\u{7}"), "cooperate");
        assert_eq!(line("pay \u{202E}evil\u{202C} now \u{2066}x\u{2069}"), "pay evil now x");
    }

    #[test]
    fn letters_compose_even_across_a_removed_character() {
        assert_eq!(line("Cafe\u{301}"), "Café");
        assert_eq!(line("e\u{200B}\u{301}te"), "éte");
    }

    #[test]
    fn joiners_stay_where_a_script_needs_them() {
        assert_eq!(line("می\u{200C}رود"), "می\u{200C}رود");
        assert_eq!(line("क\u{94D}\u{200D}ष"), "क\u{94D}\u{200D}ष");
        assert_eq!(line("ab\u{200D}cd \u{200C}x"), "abcd x");
    }

    #[test]
    fn empty_paragraphs_go() {
        assert_eq!(paragraphs(["One.", " \u{A0}", "Two\nlines."]), "One.\nTwo lines.");
    }

    proptest! {
        #[test]
        fn cleaning_twice_is_cleaning_once(s in "\\PC*|.*|[ae\u{301}\u{200C}\u{200D}\u{AD}\u{202E}\u{212A}میक\u{94D} \t]*") {
            let once = line(&s);
            prop_assert_eq!(line(&once), once.clone());
            prop_assert!(!once.contains('\n') && !once.starts_with(' ') && !once.ends_with(' ') && !once.contains("  "));
        }
    }
}
