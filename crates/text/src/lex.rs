//! Tokens for the readers of numbers, dates, names, quotations and cues: words, digits and marks with their place.
//! Not the words of the index (`word`): digits keep their separators here and marks count.

use std::cell::RefCell;
use std::rc::Rc;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Letters, with digits after them (`G7`).
    Word,
    /// Digits of any script with separators inside.
    Digits,
    /// One character of anything else but white space.
    Mark,
}

/// A token.
#[derive(Clone, Debug)]
pub(crate) struct Token {
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// Folded: lower case, Arabic letters unified; digits as ASCII.
    pub lower: String,
    /// What it is.
    pub shape: Shape,
    /// White space, or nothing at all, stands before it.
    pub spaced: bool,
    /// Begins with a capital letter.
    pub capital: bool,
    /// A line break stands before it, or it is the first.
    pub line_start: bool,
}

impl Token {
    /// Whether it is the word `w` (folded).
    pub fn is(&self, w: &str) -> bool {
        self.lower == w
    }

    /// Whether it is the mark `c`.
    pub fn is_mark(&self, c: char) -> bool {
        self.shape == Shape::Mark && self.lower.chars().eq([c])
    }

    /// Whether it is a word.
    pub fn is_word(&self) -> bool {
        self.shape == Shape::Word
    }
}

/// Vowel signs, joiners and other combining marks that `char::is_alphabetic` leaves out.
fn is_joined(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036f}' | '\u{064b}'..='\u{065f}' | '\u{0640}' | '\u{0670}' | '\u{093c}' | '\u{094d}'
        | '\u{0951}'..='\u{0954}' | '\u{09cd}' | '\u{200c}' | '\u{200d}')
}

fn is_arabic(c: char) -> bool {
    matches!(c, '\u{0620}'..='\u{064a}')
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() || is_joined(c)
}

/// Ideographs, kana and Thai run on without spaces: one character a token.
fn is_single(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{0e01}'..='\u{0e2e}')
}

/// The value of a decimal digit of Latin, Arabic-Indic, Persian, Devanagari, Bengali or full-width script.
pub(crate) fn digit(c: char) -> Option<u32> {
    let base = match c {
        '0'..='9' => '0',
        '\u{0660}'..='\u{0669}' => '\u{0660}',
        '\u{06f0}'..='\u{06f9}' => '\u{06f0}',
        '\u{0966}'..='\u{096f}' => '\u{0966}',
        '\u{09e6}'..='\u{09ef}' => '\u{09e6}',
        '\u{ff10}'..='\u{ff19}' => '\u{ff10}',
        _ => return None,
    };
    Some(c as u32 - base as u32)
}

/// Lower case; straight apostrophes; Arabic without vowel signs and with one form a letter; Devanagari without nukta.
pub(crate) fn fold(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for c in word.chars() {
        match c {
            '’' | 'ʼ' | '`' => out.push('\''),
            'أ' | 'إ' | 'آ' | 'ٱ' => out.push('ا'),
            'ى' => out.push('ي'),
            'ة' => out.push('ه'),
            'ئ' => out.push('ي'),
            '\u{064b}'..='\u{065f}' | '\u{0640}' | '\u{0670}' | '\u{093c}' | '\u{200c}' | '\u{200d}' => {}
            '\u{0958}' => out.push('क'),
            '\u{0959}' => out.push('ख'),
            '\u{095a}' => out.push('ग'),
            '\u{095b}' => out.push('ज'),
            '\u{095c}' => out.push('ड'),
            '\u{095d}' => out.push('ढ'),
            '\u{095e}' => out.push('फ'),
            'ँ' => out.push('ं'),
            _ if c.is_ascii() => out.push(c.to_ascii_lowercase()),
            _ => out.extend(c.to_lowercase()),
        }
    }
    out
}

/// Elided words that French and Italian write before an apostrophe.
fn is_elided(word: &str) -> bool {
    matches!(
        word,
        "l" | "d"
            | "j"
            | "n"
            | "s"
            | "c"
            | "m"
            | "t"
            | "qu"
            | "lorsqu"
            | "puisqu"
            | "jusqu"
            | "L"
            | "J"
            | "N"
            | "C"
            | "Qu"
    )
}

/// Bytes of a text beyond which its tokens are not kept.
const KEPT_BYTES: usize = 50_000;

thread_local! {
    /// The last text of this thread with its tokens: the readers of numbers, dates, names, sayings and cues each ask for it.
    static LAST: RefCell<(String, Rc<[Token]>)> = RefCell::new((String::new(), Rc::new([])));
}

/// The tokens of `text`, in order.
pub(crate) fn tokens(text: &str) -> Rc<[Token]> {
    if text.len() > KEPT_BYTES {
        return cut(text).into();
    }
    LAST.with_borrow_mut(|(last, tokens)| {
        if last != text {
            *tokens = cut(text).into();
            text.clone_into(last);
        }
        tokens.clone()
    })
}

fn cut(text: &str) -> Vec<Token> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let mut out = Vec::with_capacity(chars.len() / 5 + 4);
    let (mut i, mut spaced, mut line_start) = (0, true, true);
    while let Some(&(start, c)) = chars.get(i) {
        if c.is_whitespace() || c == '\u{200e}' || c == '\u{200f}' || c == '\u{feff}' {
            spaced = true;
            line_start |= c == '\n';
            i += 1;
            continue;
        }
        let (next, shape) = match () {
            () if digit(c).is_some() => (digits_end(&chars, i), Shape::Digits),
            () if is_single(c) => (i + 1, Shape::Word),
            () if is_letter(c) => (word_end(&chars, i), Shape::Word),
            () => (i + 1, Shape::Mark),
        };
        let end = chars.get(next).map_or(text.len(), |&(at, _)| at);
        let raw = text.get(start..end).unwrap_or_default();
        let lower = if shape == Shape::Digits { ascii_digits(raw) } else { fold(raw) };
        out.push(Token { start, end, lower, shape, spaced, capital: c.is_uppercase(), line_start });
        (i, spaced, line_start) = (next, false, false);
    }
    out
}

fn ascii_digits(raw: &str) -> String {
    raw.chars()
        .filter_map(|c| match c {
            '٫' => Some('.'),
            '٬' => Some(','),
            '.' | ',' => Some(c),
            _ => digit(c).and_then(|d| char::from_digit(d, 10)),
        })
        .collect()
}

/// Digits with `.` or `,` between digits, and groups of three behind a no-break or thin space.
fn digits_end(chars: &[(usize, char)], start: usize) -> usize {
    let at = |i: usize| chars.get(i).map(|&(_, c)| c);
    let is_digit = |i: usize| at(i).is_some_and(|c| digit(c).is_some());
    let mut i = start;
    loop {
        match at(i) {
            Some(c) if digit(c).is_some() => i += 1,
            Some('.' | ',' | '٫' | '٬') if is_digit(i + 1) => i += 1,
            Some('\u{a0}' | '\u{202f}' | '\u{2009}')
                if is_digit(i + 1) && is_digit(i + 2) && is_digit(i + 3) && !is_digit(i + 4) =>
            {
                i += 1;
            }
            _ => return i,
        }
    }
}

/// Letters, then digits too; an apostrophe between letters stays inside except after an elided word.
fn word_end(chars: &[(usize, char)], start: usize) -> usize {
    let at = |i: usize| chars.get(i).map(|&(_, c)| c);
    let mut i = start + 1;
    while let Some(c) = at(i) {
        if digit(c).is_some() && at(start).is_some_and(is_arabic) {
            // `و2019` is "and 2019", `بـ30` is "by 30".
            return i;
        } else if (is_letter(c) && !is_single(c)) || digit(c).is_some() {
            i += 1;
        } else if matches!(c, '\'' | '’') && at(i + 1).is_some_and(is_letter) {
            let before: String = chars.get(start..i).unwrap_or_default().iter().map(|&(_, c)| c).collect();
            if is_elided(&before) {
                return i + 1;
            }
            i += 1;
        } else {
            return i;
        }
    }
    i
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lowers(text: &str) -> Vec<String> {
        tokens(text).iter().map(|t| t.lower.clone()).collect()
    }

    #[test]
    fn words_digits_and_marks() {
        assert_eq!(lowers("$1,200.50 for Ghana’s G7"), ["$", "1,200.50", "for", "ghana's", "g7"]);
        assert_eq!(lowers("l’année 1\u{a0}200"), ["l'", "année", "1200"]);
        assert_eq!(lowers("٤٬٠٠٠ شاحنة"), ["4,000", "شاحنه"]);
        assert_eq!(lowers("५० हज़ार"), ["50", "हजार"]);
        assert_eq!(lowers("2-1"), ["2", "-", "1"]);
        assert_eq!(lowers("بين 2016 و2019"), ["بين", "2016", "و", "2019"]);
    }
}
