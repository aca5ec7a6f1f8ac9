//! Rust source with parts blanked out, so that a rule about code is not set off by a comment or a string. Lines and
//! columns stay where they are.

/// What stays.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// Code only; the insides of strings are blank too.
    Code,
    /// Code and strings.
    CodeAndStrings,
}

#[derive(Clone, Copy, PartialEq)]
enum Part {
    Code,
    Line,
    Block(u32),
    Text,
    RawText(usize),
}

/// `source` with comments, and the strings unless they are kept, turned into blanks.
pub fn blank(source: &str, keep: Keep) -> String {
    let chars: Vec<char> = source.chars().collect();
    let mut out = String::with_capacity(source.len());
    let (mut part, mut at) = (Part::Code, 0);
    while at < chars.len() {
        let (next, length) = step(&chars[at..], part, at.checked_sub(1).map(|before| chars[before]));
        let shown = match (part, next) {
            (Part::Code, Part::Code | Part::Text | Part::RawText(_)) => true,
            (Part::Text | Part::RawText(_), _) => keep == Keep::CodeAndStrings || next == Part::Code,
            _ => false,
        };
        out.extend(chars[at..at + length].iter().map(|c| if shown || *c == '\n' { *c } else { ' ' }));
        (part, at) = (next, at + length);
    }
    out
}

/// The part that begins after the first `length` characters of `rest`, which is never empty.
fn step(rest: &[char], part: Part, before: Option<char>) -> (Part, usize) {
    let starts = |words: &str| rest.iter().take(words.len()).copied().eq(words.chars());
    match part {
        Part::Code if starts("//") => (Part::Line, 2),
        Part::Code if starts("/*") => (Part::Block(1), 2),
        Part::Code if rest[0] == '"' => (Part::Text, 1),
        Part::Code if rest[0] == 'r' && !before.is_some_and(|c| c.is_alphanumeric() || c == '_') => raw_start(rest),
        Part::Code if rest[0] == '\'' => (Part::Code, char_length(rest)),
        Part::Line if rest[0] == '\n' => (Part::Code, 1),
        Part::Block(depth) if starts("/*") => (Part::Block(depth + 1), 2),
        Part::Block(1) if starts("*/") => (Part::Code, 2),
        Part::Block(depth) if starts("*/") => (Part::Block(depth - 1), 2),
        Part::Text if rest[0] == '\\' => (Part::Text, rest.len().min(2)),
        Part::Text if rest[0] == '"' => (Part::Code, 1),
        Part::RawText(marks)
            if rest[0] == '"' && rest[1..].iter().take(marks).filter(|c| **c == '#').count() == marks =>
        {
            (Part::Code, 1 + marks)
        }
        same => (same, 1),
    }
}

/// `r"`, `r#"` and so on; a plain `r` or a raw identifier otherwise.
fn raw_start(rest: &[char]) -> (Part, usize) {
    let marks = rest[1..].iter().take_while(|c| **c == '#').count();
    if rest.get(1 + marks) == Some(&'"') { (Part::RawText(marks), 2 + marks) } else { (Part::Code, 1) }
}

/// A character literal whole (`'"'`, `'\''`, `'\u{7f}'`), one mark of a lifetime (`'a`).
fn char_length(rest: &[char]) -> usize {
    match rest {
        [_, '\\', _, tail @ ..] => tail.iter().position(|c| *c == '\'').map_or(1, |end| end + 4),
        [_, _, '\'', ..] => 3,
        _ => 1,
    }
}

/// The source without its unit tests: everything from the first `#[cfg(test)]` that stands before a module. By the house's
/// custom the tests stand last in a file.
pub fn without_tests(source: &str) -> &str {
    let mut from = 0;
    while let Some(found) = source[from..].find("#[cfg(test)]") {
        let after = source[from + found + 12..].trim_start();
        if after.starts_with("mod ") || after.starts_with("pub mod ") {
            return &source[..from + found];
        }
        from += found + 12;
    }
    source
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_go_and_strings_when_asked() {
        let source = "let a = \"x // y\"; // z\n/* b /* c */ d */ let e = 'f';";
        assert_eq!(blank(source, Keep::CodeAndStrings), "let a = \"x // y\";     \n                  let e = 'f';");
        assert_eq!(blank(source, Keep::Code), "let a = \"      \";     \n                  let e = 'f';");
    }

    #[test]
    fn quotes_in_characters_and_raw_strings_open_nothing() {
        for source in [
            "let q = '\"'; x",
            "let q = '\\''; x",
            "let q = '\\u{22}'; x",
            "fn f<'a>(s: &'a str) { x",
            "r#\"a \" b\"#; x",
        ] {
            assert!(blank(source, Keep::Code).ends_with('x'), "{source}");
        }
        assert_eq!(blank("r#\"a \" b\"#;", Keep::Code), "r#\"     \"#;");
    }

    #[test]
    fn unit_tests_are_cut_but_a_test_only_function_is_not() {
        assert_eq!(
            without_tests("#[cfg(test)]\nfn a() {}\nb\n#[cfg(test)]\nmod tests {}"),
            "#[cfg(test)]\nfn a() {}\nb\n"
        );
    }
}
