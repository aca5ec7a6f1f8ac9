//! Texts that a tokenizer has taken apart: `3, 500`, `27 - year - old`. Sets keep them so; newsrooms never send them.

/// Puts numbers, and words with a hyphen that begin with one, together again.
pub fn joined(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let letters = |a: char, b: char| a.is_alphanumeric() && b.is_alphanumeric();
    // A text in which no hyphen is tight has lost them all.
    let apart = !chars.windows(3).any(|w| matches!(w, [a, '-', b] if letters(*a, *b)));
    let at = |i: usize| chars.get(i).copied().unwrap_or(' ');
    let digit = |i: usize| at(i).is_ascii_digit();
    let mut out = String::with_capacity(text.len());
    let mut i = 0;
    while i < chars.len() {
        let behind = i.checked_sub(1).map_or(' ', at);
        let thousands = at(i) == ',' && at(i + 1) == ' ' && (2..5).all(|k| digit(i + k)) && !digit(i + 5);
        let decimal = at(i) == '.' && at(i + 1) == ' ' && digit(i + 2);
        let word = out.rsplit(' ').next().unwrap_or_default();
        let compound = word.starts_with(|c: char| c.is_ascii_digit());
        let hyphen = at(i) == ' ' && at(i + 1) == '-' && at(i + 2) == ' ' && (compound || apart);
        if behind.is_ascii_digit() && (thousands || decimal) {
            out.push(at(i));
            i += 2;
        } else if hyphen && at(i + 3).is_alphanumeric() {
            out.push('-');
            i += 3;
        } else {
            out.push(at(i));
            i += 1;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn numbers_and_hyphens_are_one_again_and_the_rest_stays() {
        assert_eq!(
            super::joined("a 27 - year - old ran 3, 500 metres, 2. 4 miles."),
            "a 27-year-old ran 3,500 metres, 2.4 miles."
        );
        assert_eq!(super::joined("the u - boat sank"), "the u-boat sank");
        assert_eq!(
            super::joined("In 2021, 40 people came. A well-known 7 left - all of them."),
            "In 2021, 40 people came. A well-known 7 left - all of them."
        );
    }
}
