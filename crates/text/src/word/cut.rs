//! Where words begin and end.

use std::ops::Range;
use unicode_normalization::char::is_combining_mark;

/// Han, kana and their like, written without spaces between words.
pub fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{309F}' | '\u{30A1}'..='\u{30FA}' | '\u{30FC}'..='\u{30FF}'
        | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF66}'..='\u{FF9F}' | '\u{20000}'..='\u{3FFFF}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '‘' | '＇')
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

fn is_letter(c: char) -> bool {
    (c.is_alphanumeric() || is_combining_mark(c) || matches!(c, '\u{200C}' | '\u{200D}')) && !is_unspaced(c) && c != 'ʼ'
}

/// The ranges of the words of `text`, in order.
pub fn ranges(text: &str, primary: &str) -> Vec<Range<usize>> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let byte = |i: usize| chars.get(i).map_or(text.len(), |(b, _)| *b);
    let (mut out, mut i) = (vec![], 0);
    while let Some(&(_, c)) = chars.get(i) {
        if is_unspaced(c) {
            let end = i + chars[i..].iter().take_while(|(_, c)| is_unspaced(*c)).count();
            pairs(i, end, &byte, &mut out);
            i = end;
        } else if c.is_alphanumeric() && is_letter(c) {
            let end = token_end(&chars, i);
            parts(text, byte(i)..byte(end), primary, &mut out);
            i = end;
        } else {
            i += 1;
        }
    }
    out
}

/// Every two neighbours from `start` to `end`; a lone character is a word.
fn pairs(start: usize, end: usize, byte: &impl Fn(usize) -> usize, out: &mut Vec<Range<usize>>) {
    if end - start == 1 {
        out.push(byte(start)..byte(end));
    }
    out.extend((start..end.saturating_sub(1)).map(|i| byte(i)..byte(i + 2)));
}

/// Where the token that starts at `start` ends: joined on by apostrophes, hyphens, `&` and points where both sides allow it.
fn token_end(chars: &[(usize, char)], start: usize) -> usize {
    let at = |i: usize| chars.get(i).map(|(_, c)| *c);
    let abbreviation = dotted_end(&at, start);
    if abbreviation > start {
        return abbreviation;
    }
    let mut i = start;
    while let Some(c) = at(i) {
        let (before, after) = (at(i.wrapping_sub(1)).filter(|_| i > start), at(i + 1));
        let between = |test: fn(char) -> bool| before.is_some_and(test) && after.is_some_and(test);
        let joined = is_letter(c)
            || ((is_apostrophe(c) || is_hyphen(c) || c == '&') && between(is_letter))
            || (matches!(c, '.' | ',' | '٫' | '٬') && between(char::is_numeric));
        if !joined {
            break;
        }
        i += 1;
    }
    i
}

/// The end of single letters each followed by a stop (`U.S.`, `a.m.`), at least two of them; `start` when there is none.
fn dotted_end(at: &impl Fn(usize) -> Option<char>, start: usize) -> usize {
    let mut i = start;
    while at(i).is_some_and(char::is_alphabetic) && at(i + 1) == Some('.') {
        i += 2;
    }
    // `U.S` without its last stop, and `J.Smith`, which is not an abbreviation but a slip.
    match at(i) {
        Some(c) if is_letter(c) => start,
        _ if i - start >= 4 => i,
        _ => start,
    }
}

/// The words of one token: elisions and inverted pronouns apart, the possessive left out.
fn parts(text: &str, token: Range<usize>, primary: &str, out: &mut Vec<Range<usize>>) {
    let mut rest = token;
    if matches!(primary, "fr" | "it" | "ca") {
        while let Some(len) = elision(text.get(rest.clone()).unwrap_or_default(), primary) {
            out.push(rest.start..rest.start + len);
            rest.start += len;
        }
    }
    let word = text.get(rest.clone()).unwrap_or_default();
    if primary == "fr"
        && let Some(len) = inverted(word)
    {
        out.push(rest.start..rest.end - len);
        out.push(rest.end - len + 1..rest.end);
        return;
    }
    if !matches!(primary, "fr" | "it" | "ca") {
        rest.end -= possessive(word);
    }
    out.push(rest);
}

/// Bytes of `l'`, `qu'`, `dell'` and so on at the head of a word.
fn elision(word: &str, primary: &str) -> Option<usize> {
    // `aujourd'hui` and `quelqu'un` are one word; their heads are not here.
    const FRENCH: [&str; 13] = ["l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"];
    const ITALIAN: [&str; 13] =
        ["l", "d", "c", "un", "dell", "all", "dall", "nell", "sull", "quest", "quell", "s", "m"];
    let (at, mark) = word.char_indices().find(|(_, c)| is_apostrophe(*c))?;
    let head = word.get(..at)?.to_lowercase();
    let known = if primary == "it" { ITALIAN.contains(&head.as_str()) } else { FRENCH.contains(&head.as_str()) };
    known.then_some(at + mark.len_utf8())
}

/// Bytes, hyphen included, of a pronoun put behind its verb: `-il`, `-t-elle`.
fn inverted(word: &str) -> Option<usize> {
    const PRONOUNS: [&str; 14] = [
        "-t-il", "-t-elle", "-t-on", "-t-ils", "-t-elles", "-il", "-elle", "-on", "-ils", "-elles", "-je", "-nous",
        "-vous", "-ce",
    ];
    PRONOUNS.iter().find(|p| word.len() > p.len() && word.ends_with(*p)).map(|p| p.len())
}

/// Bytes of a possessive `'s` at the end of a word.
fn possessive(word: &str) -> usize {
    let mut back = word.chars().rev();
    match (back.next(), back.next()) {
        (Some('s' | 'S'), Some(a)) if is_apostrophe(a) && word.len() > 1 + a.len_utf8() => 1 + a.len_utf8(),
        _ => 0,
    }
}
