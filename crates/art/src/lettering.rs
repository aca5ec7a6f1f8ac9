//! How wide words are in a font that we do not know: estimates on the safe side, wrapping, cutting, direction.

/// Estimated width of `text` in ems of a bold sans. Kept a little too wide, because the reader's font decides.
pub fn ems(text: &str) -> f32 {
    text.chars().map(advance).sum()
}

fn advance(c: char) -> f32 {
    match c {
        '\u{0300}'..='\u{036f}' | '\u{064b}'..='\u{065f}' | '\u{200b}'..='\u{200f}' => 0.0,
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | ' ' | '’' => 0.32,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '—' => 0.95,
        'A'..='Z' => 0.72,
        '0'..='9' => 0.6,
        c if (c as u32) < 0x250 => 0.6,
        '\u{0600}'..='\u{08ff}' => 0.66,
        '\u{0900}'..='\u{0dff}' => 0.68,
        '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{ffdc}' | '\u{1f000}'..='\u{3ffff}' => 1.05,
        _ => 0.7,
    }
}

/// The largest size in `low..=high` pixels at which `text` is at most `width` pixels wide.
pub fn fit(text: &str, width: f32, low: f32, high: f32) -> f32 {
    (width / ems(text).max(0.1)).clamp(low, high).floor()
}

/// `text` cut to `width` ems with an ellipsis when it is wider; between words where that loses little.
pub fn cut(text: &str, width: f32) -> String {
    if ems(text) <= width {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut used = 0.8;
    for c in text.chars() {
        used += advance(c);
        if used > width {
            break;
        }
        out.push(c);
    }
    let whole = out.rfind(' ').filter(|at| *at * 2 > out.len()).and_then(|at| out.get(..at));
    format!("{}…", whole.unwrap_or(&out).trim_end())
}

/// At most `lines` lines of at most `width` ems, broken between words; the last one is cut when words are left over.
pub fn wrap(text: &str, width: f32, lines: usize) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let full = out.len() == lines;
        match out.last_mut() {
            Some(line) if full || ems(line) + 0.32 + ems(word) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => out.push(word.to_owned()),
        }
    }
    out.into_iter().take(lines).map(|l| cut(&l, width)).collect()
}

/// Whether the first letter of `text` is of a script written from right to left.
pub fn is_rtl(text: &str) -> bool {
    let first = text.chars().find(|c| c.is_alphabetic());
    first.is_some_and(|c| matches!(c, '\u{0590}'..='\u{08ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_labels_wrap_and_are_cut() {
        let lines = wrap("tonnes of grain held at the northern border crossing since the spring", 14.0, 2);
        assert_eq!(lines.len(), 2);
        assert!(lines.iter().all(|l| ems(l) <= 14.0), "{lines:?}");
        assert!(lines[1].ends_with('…'));
        assert_eq!(wrap("fuel trucks", 14.0, 2), ["fuel trucks"]);
        assert!(wrap("", 14.0, 2).is_empty());
        assert!(ems(&wrap(&"x".repeat(500), 14.0, 2)[0]) <= 14.0);
    }
}
